"""Where the bot may act: the chat a call names, the topic in it, and Telegram's refusals."""

from sandbox.errors import BadRequestError, ForbiddenError, MigratedError
from sandbox.messages import Content, Message
from sandbox.params import Params
from sandbox.stage import Sandbox
from sandbox.world import Chat, Topic


def find_chat(sandbox: Sandbox, params: Params, name: str = "chat_id") -> Chat:
    """Return the chat that a call names."""
    if not params.text(name):
        raise BadRequestError("chat_id is empty")
    chat = sandbox.world.chats.get(params.number(name) or 0)
    if chat is None:
        raise BadRequestError("chat not found")
    if chat.migrated_to is not None:
        raise MigratedError(chat.migrated_to)
    return chat


def known_chat(sandbox: Sandbox, params: Params, name: str = "chat_id") -> Chat:
    """Return the chat that a call names, if the bot is in it."""
    chat = find_chat(sandbox, params, name)
    if chat.bot == "kicked":
        raise ForbiddenError(f"bot was kicked from the {chat.type} chat")
    if chat.bot == "left":
        raise ForbiddenError(f"bot is not a member of the {chat.type} chat")
    return chat


def reachable(sandbox: Sandbox, params: Params) -> Chat:
    """Return the chat that a call names, if the bot may act there."""
    chat = known_chat(sandbox, params)
    if chat.type == "private":
        person = sandbox.world.people[chat.id]
        if person.blocked:
            raise ForbiddenError("bot was blocked by the user")
        if not person.started:
            raise ForbiddenError("bot can't initiate conversation with a user")
    return chat


def check_may_send(chat: Chat, content: Content) -> None:
    """Refuse to send where the bot is muted."""
    if chat.bot != "administrator" and not chat.bot_can_send:
        raise BadRequestError(f"not enough rights to send {_kind(content)} to the chat")


def find_thread(
    sandbox: Sandbox, chat: Chat, params: Params, reply_to: int | None = None
) -> int | None:
    """Return the topic that a call names, or else that of the message it answers."""
    number = params.number("message_thread_id")
    if number is None:
        replied = chat.messages.get(reply_to or 0)
        number = None if replied is None else replied.topic
    if number is None:
        return None
    topic = find_topic(chat, number)
    if topic.closed and not may_manage(sandbox, chat, topic):
        raise ForbiddenError("TOPIC_CLOSED")
    return topic.id


def find_topic(chat: Chat, number: int | None) -> Topic:
    """Return a topic; the General one bears no number that a bot could use."""
    if number not in chat.topics:
        raise BadRequestError("message thread not found")
    return chat.topics[number]


def may_manage(sandbox: Sandbox, chat: Chat, topic: Topic) -> bool:
    """Tell whether the bot may close this topic, and write in it though it is closed."""
    bot = sandbox.world.bot.id
    return topic.by == bot or chat.bot_may("can_manage_topics", bot)


def find_message(chat: Chat, params: Params, missing: str) -> Message:
    """Return the message that a call names, or refuse in these words."""
    if not params.number("message_id"):
        raise BadRequestError("message identifier is not specified")
    message = chat.messages.get(params.number("message_id") or 0)
    if message is None:
        raise BadRequestError(missing)
    return message


def own_message(sandbox: Sandbox, params: Params, missing: str) -> Message:
    """Return the bot's own message that a call means to change."""
    chat = reachable(sandbox, params)
    message = find_message(chat, params, missing)
    if message.author != sandbox.world.bot.id or message.origin is not None:
        raise BadRequestError("message can't be edited")
    if chat.bot != "administrator" and not chat.bot_can_send:
        raise ForbiddenError("CHAT_WRITE_FORBIDDEN")
    return message


def _kind(content: Content) -> str:
    named = {
        "photos": content.photo,
        "documents": content.document,
        "voice notes": content.voice,
        "polls": content.poll,
        "locations": content.location,
    }
    return next((kind for kind, held in named.items() if held is not None), "text messages")
