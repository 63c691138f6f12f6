"""The topics of a forum: what people and the bot do with them."""

from typing import Any

from sandbox import shapes
from sandbox.errors import BadRequestError, MistakeError, UnknownError
from sandbox.limits import LIMITS, utf16_length
from sandbox.messages import Content, Frame, Service, ServiceKind
from sandbox.params import Params
from sandbox.reach import find_topic, may_manage, reachable
from sandbox.stage import Sandbox
from sandbox.world import Chat, Topic

Json = dict[str, Any]


def open_topic(sandbox: Sandbox, chat: Chat, name: str, by: int) -> Topic:
    """Make a topic; the note of its making is its first message and gives it its number."""
    number = chat.last_id + 1
    chat.topics[number] = Topic(id=number, name=name, by=by)
    note = Service(kind="forum_topic_created", name=name)
    sandbox.post(chat, by, Content(service=note), Frame(topic=number))
    sandbox.events.publish("chat", chat=chat.id)
    return chat.topics[number]


def shut_topic(sandbox: Sandbox, chat: Chat, topic: Topic, *, by: int, closed: bool) -> None:
    """Close a topic, or open it again."""
    topic.closed = closed
    kind: ServiceKind = "forum_topic_closed" if closed else "forum_topic_reopened"
    note = Service(kind=kind, name=topic.name)
    sandbox.post(chat, by, Content(service=note), Frame(topic=topic.id))
    sandbox.events.publish("chat", chat=chat.id)


def delete_topic(sandbox: Sandbox, chat: Chat, topic: Topic) -> None:
    """Delete a topic and all that was said in it; a bot never hears of it."""
    del chat.topics[topic.id]
    for message in list(chat.messages.values()):
        if message.topic == topic.id:
            sandbox.remove(message)
    sandbox.events.publish("chat", chat=chat.id)


def forum(chat: Chat) -> Chat:
    """Refuse people's wish for a topic where there are none."""
    if not chat.forum:
        raise MistakeError(f"“{chat.title}” has no topics; make a forum, or use one.")
    return chat


def topic_of(chat: Chat, number: int) -> Topic:
    """Return a topic, or say that there is none."""
    if number not in chat.topics:
        there = ", ".join(f"{one.id} {one.name}" for one in chat.topics.values()) or "none"
        raise UnknownError(f"There is no topic {number} in “{chat.title}”; there are: {there}.")
    return chat.topics[number]


def check_name(name: str) -> str:
    """Return the name of a topic, or say why it is none."""
    if not 1 <= utf16_length(name.strip()) <= LIMITS["topic"]:
        raise MistakeError(f"`name` must have 1 to {LIMITS['topic']} characters.")
    return name.strip()


def create(sandbox: Sandbox, params: Params) -> Json:
    """Make a topic for the bot (createForumTopic)."""
    chat = _forum(sandbox, params)
    bot = sandbox.world.bot.id
    if not chat.bot_may("can_manage_topics", bot):
        raise BadRequestError("not enough rights to create a topic")
    name = params.text("name").strip()
    if not name:
        raise BadRequestError("TOPIC_TITLE_EMPTY")
    made = open_topic(sandbox, chat, name[: LIMITS["topic"]], bot)
    return shapes.topic(chat, made.id)


def close(sandbox: Sandbox, params: Params) -> bool:
    """Close a topic for the bot (closeForumTopic)."""
    return _shut(sandbox, params, closed=True)


def reopen(sandbox: Sandbox, params: Params) -> bool:
    """Open a topic again for the bot (reopenForumTopic)."""
    return _shut(sandbox, params, closed=False)


def delete(sandbox: Sandbox, params: Params) -> bool:
    """Delete a topic for the bot (deleteForumTopic)."""
    chat = _forum(sandbox, params)
    topic = find_topic(chat, params.number("message_thread_id"))
    if not chat.bot_may("can_delete_messages", sandbox.world.bot.id):
        raise BadRequestError("not enough rights to delete the topic")
    delete_topic(sandbox, chat, topic)
    return True


def _shut(sandbox: Sandbox, params: Params, *, closed: bool) -> bool:
    chat = _forum(sandbox, params)
    topic = find_topic(chat, params.number("message_thread_id"))
    if not may_manage(sandbox, chat, topic):
        raise BadRequestError("not enough rights to close or open the topic")
    if topic.closed == closed:
        raise BadRequestError("TOPIC_NOT_MODIFIED")
    shut_topic(sandbox, chat, topic, by=sandbox.world.bot.id, closed=closed)
    return True


def _forum(sandbox: Sandbox, params: Params) -> Chat:
    chat = reachable(sandbox, params)
    if not chat.forum:
        raise BadRequestError("the chat is not a forum")
    return chat
