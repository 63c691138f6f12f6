"""Groups, as heard on Telegram: what somebody asks of them, and what Telegram says of them."""

from collections.abc import Mapping
from typing import Any, Protocol

from telegram import ChatMember, ChatMemberAdministrator, ChatMemberRestricted, Message, Update

from governance.chats import Answer, Membership, Standing
from governance.refusals import Unknown
from handlers import directory
from handlers.buttons import VerbPress
from handlers.context import Context, Toast
from handlers.messages import asked, message_of
from services import whereabouts
from services.chats import binding, moving, standing
from services.hearing import Asked
from services.ports import Work

OURS = 1 << 52  # Telegram's numbers of updates have at most 52 bits
ANSWER = "answer"  # the part of an update of our own that holds what Telegram answered
GRID = "grid-"


class Pressed(Protocol):
    """A verb of a button."""

    def __call__(self, work: Work, asked: Asked) -> object:
        """Do it."""


class Answered(Protocol):
    """A verb that goes on with what Telegram answered."""

    def __call__(self, work: Work, answer: Answer) -> object:
        """Go on."""


PRESSES: Mapping[str, Pressed] = {"bind": binding.ask, "agree": binding.agree}
ANSWERED: Mapping[str, Answered] = {
    "bind": binding.known,
    "agree": binding.agreed,
    "look": standing.looked,
}


async def bind(update: Update, context: Context) -> None:
    """Hear /bind: in a group it begins, in private it is explained."""
    message = message_of(update)
    verb = binding.ask if message.chat_id < 0 else binding.elsewhere
    await context.ask(verb, asked=asked(message))


async def unbind(update: Update, context: Context) -> None:
    """Hear /unbind."""
    message = message_of(update)
    verb = binding.give_up if message.chat_id < 0 else binding.elsewhere
    await context.ask(verb, asked=asked(message))


async def unnamed(update: Update, context: Context) -> None:
    """Hear /bind from somebody who writes in the group's own name, or in a channel's."""
    message = message_of(update)
    if message.sender_chat and message.sender_chat.id == message.chat_id:
        await context.ask(binding.unnamed, asked=asked(message))
    else:
        await directory.anonymous(update, context)


async def grid(update: Update, context: Context) -> None:
    """Hear /grid."""
    await context.ask(whereabouts.grid, asked=asked(message_of(update)))


async def whoami(update: Update, context: Context) -> None:
    """Hear /whoami."""
    await context.ask(whereabouts.whoami, asked=asked(message_of(update)))


async def press(pressed: VerbPress, chat: int, context: Context) -> Toast | None:
    """Take up a button about groups and grids."""
    here = Asked(chat=chat, message=0, topic=context.topic)
    if pressed.verb.startswith(GRID):
        building = pressed.verb.removeprefix(GRID)
        facts = await context.ask(whereabouts.look, building=building, asked=here)
        return Toast(context.texts.plain("grid-told", **facts), alert=True) if chat < 0 else None
    verb = PRESSES.get(pressed.verb)
    if verb is None:
        raise Unknown("refusal-no-dialogue")
    await context.ask(verb, asked=here)
    return context.toast("telegram-asked")


async def member(update: Update, context: Context) -> None:
    """Hear that the bot's own standing has changed, in a group or in somebody's private chat."""
    change = update.my_chat_member
    if change is None or change.chat.id > 0:
        await directory.door(update, context)
        return
    here = standing_of(change.new_chat_member, forum=bool(change.chat.is_forum))
    await context.ask(standing.stood, chat=change.chat.id, standing=here)


def standing_of(found: ChatMember, *, forum: bool = False) -> Standing:
    """Return a standing as Telegram tells it; a member's right to write is the group's to say."""
    if isinstance(found, ChatMemberRestricted):
        return Standing(
            membership=Membership.RESTRICTED,
            can_send=bool(found.can_send_messages),
            inside=bool(found.is_member),
        )
    here = Membership(found.status)
    inside = here not in {Membership.LEFT, Membership.KICKED}
    high = isinstance(found, ChatMemberAdministrator) and bool(found.can_manage_topics)
    return Standing(membership=here, inside=inside, topics=forum and high)


async def arrived(update: Update, context: Context) -> None:
    """Hear that somebody came into a group: the bot itself, or a neighbour, who is not greeted."""
    message = message_of(update)
    came = {user.id for user in message.new_chat_members}
    if message.get_bot().id in came or founded(message):
        await context.ask(standing.introduce, asked=Asked(chat=message.chat_id, message=0))


def founded(message: Message) -> bool:
    """Whether a message tells that its group was made, with the bot among its first members."""
    return bool(message.group_chat_created or message.supergroup_chat_created)


async def moved(update: Update, context: Context) -> None:
    """Hear that a group became a supergroup, in the old one or in the new."""
    message = message_of(update)
    old = message.migrate_from_chat_id or message.chat_id
    new = message.migrate_to_chat_id or message.chat_id
    await context.ask(moving.moved, old=old, new=new)


async def renamed(update: Update, context: Context) -> None:
    """Hear that a group has a new name."""
    message = message_of(update)
    title = message.new_chat_title or ""
    await context.ask(standing.renamed, chat=message.chat_id, title=title)


async def answered(update: Update, context: Context) -> None:
    """Hear what Telegram answered to an enquiry of ours."""
    told = update.api_kwargs[ANSWER]
    await context.ask(ANSWERED[told["about"]], answer=answer_of(told))


def answer_of(told: Mapping[str, Any]) -> Answer:
    """Read an answer back as it was written down."""
    return Answer(
        about=told["about"],
        chat=told["chat"],
        message=told["message"] or 0,
        topic=told["topic"],
        title=told["title"],
        reached=told["reached"],
        bot=_standing(told["bot"]),
        member=_standing(told["member"]),
    )


def _standing(told: Mapping[str, Any] | None) -> Standing | None:
    if told is None:
        return None
    return Standing(**{**told, "membership": Membership(told["membership"])})
