"""Which update goes to which handler; also the menu of commands and the list in README."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from telegram import Message, Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    PollHandler,
    filters,
)

from governance.directory import Role
from governance.powers import ON_DUTY
from handlers import (
    anchors,
    answers,
    ballots,
    cases,
    chats,
    deliberations,
    desk,
    directory,
    disclosures,
    drafting,
    history,
    intake,
    intents,
    mediation,
    meetings,
    messages,
    opinions,
    presses,
    residents,
    resolutions,
    seats,
    signing,
    supervision,
    talks,
    urgent,
)
from handlers.context import Context, Toast

Handler = Callable[[Update, Context], Awaitable[Toast | None]]


class Menu(StrEnum):
    """Where everybody sees a command in the menu; an office has its own, in private."""

    PRIVATE = "private"
    GROUP = "group"
    ADMINISTRATORS = "administrators"


EVERYWHERE: frozenset[Menu | Role] = frozenset(Menu)
ALONE: frozenset[Menu | Role] = frozenset({Menu.PRIVATE})
MEETING: frozenset[Menu | Role] = frozenset({Role.GRID_WORKER, Role.COMMITTEE})
KEEPING: frozenset[Menu | Role] = frozenset({Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMITTEE})
MEDIATING: frozenset[Menu | Role] = frozenset({Role.MEDIATOR, Role.COMMITTEE, Role.TOWNSHIP})
DESK: frozenset[Menu | Role] = frozenset({Role.DISPATCHER, Role.COMMITTEE, Role.SUPERVISION})
DUTY: frozenset[Menu | Role] = frozenset(ON_DUTY)
WATCHING: frozenset[Menu | Role] = frozenset({Role.COMMITTEE, Role.SUPERVISION})
SUPERVISING: frozenset[Menu | Role] = frozenset({Role.SUPERVISION})
LEADING: frozenset[Menu | Role] = frozenset({Role.COMMITTEE})
RUNNING: frozenset[Menu | Role] = frozenset({Menu.ADMINISTRATORS, Role.COMMITTEE})


@dataclass(frozen=True, slots=True)
class Command:
    """A command, who hears it, and in whose menu it stands; its words are `command-NAME`."""

    name: str
    handler: Handler
    menus: frozenset[Menu | Role] = ALONE


COMMANDS = (
    Command("report", cases.report, EVERYWHERE),
    Command("status", cases.status, EVERYWHERE),
    Command("my", cases.mine),
    Command("grid", chats.grid, EVERYWHERE),
    Command("help", directory.guide, EVERYWHERE),
    Command("whoami", chats.whoami),
    Command("lang", directory.language, EVERYWHERE),
    Command("history", history.history, EVERYWHERE),
    Command("desk", desk.desk, DESK),
    Command("tasks", desk.held, DUTY),
    Command("leave", desk.leave, DUTY),
    Command("cancel", talks.cancel),
    Command("dispute", mediation.dispute),
    Command("disputes", mediation.queue, MEDIATING),
    Command("topics", deliberations.topics, EVERYWHERE),
    Command("topic", deliberations.topic, EVERYWHERE),
    Command("propose", deliberations.propose, EVERYWHERE),
    Command("local", deliberations.local, EVERYWHERE),
    Command("idea", deliberations.idea, EVERYWHERE),
    Command("myrights", deliberations.rights, EVERYWHERE),
    Command("resolutions", resolutions.resolutions, EVERYWHERE),
    Command("disclosures", disclosures.disclosures, EVERYWHERE),
    Command("subscribe", disclosures.subscribe),
    Command("ledger", drafting.ledger, WATCHING),
    Command("ballot", ballots.ballot, EVERYWHERE),
    Command("coverage", signing.coverage, EVERYWHERE),
    Command("owner", ballots.owner, MEETING),
    Command("meetings", meetings.meetings, EVERYWHERE),
    Command("verify", anchors.verify, EVERYWHERE),
    Command("hazard", cases.hazard, EVERYWHERE),
    Command("for", intake.entry, DUTY),
    Command("hazards", intake.hazards, KEEPING),
    Command("map", opinions.chart, EVERYWHERE),
    Command("join", residents.join),
    Command("moved", residents.moved),
    Command("privacy", residents.privacy),
    Command("mydata", residents.my_data),
    Command("forgetme", residents.forget_me),
    Command("residents", residents.listing, MEETING),
    Command("bind", chats.bind, RUNNING),
    Command("unbind", chats.unbind, RUNNING),
    Command("roles", seats.posts, WATCHING),
    Command("audit", seats.audit, SUPERVISING),
    Command("urgent", urgent.urgent, LEADING),
    Command("powers", supervision.powers, EVERYWHERE),
    Command("supervise", supervision.supervise, SUPERVISING),
)


class _UnderPhoto(filters.MessageFilter):
    """A command to this bot under a photo: PTB looks for commands in texts alone."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._command = f"/{name}"

    def filter(self, message: Message) -> bool:
        first = "".join((message.caption or "").lower().split(maxsplit=1)[:1])
        command, _, to = first.partition("@")
        return command == self._command and to in {"", message.get_bot().username.lower()}


class _Called(filters.MessageFilter):
    """A message that calls this bot by name."""

    def filter(self, message: Message) -> bool:
        return bool(messages.called(message).search(message.text or message.caption or ""))


class _InAlbum(filters.MessageFilter):
    """One of several photos sent at once, the words under another of them."""

    def filter(self, message: Message) -> bool:
        return message.media_group_id is not None


class _Answered(BaseHandler[Any, Any, Any]):
    """What was answered to an enquiry of ours: its number is beyond all of Telegram's."""

    def check_update(self, update: object) -> bool:
        if not isinstance(update, Update) or update.update_id < chats.OURS:
            return False
        return chats.ANSWER in update.api_kwargs


class _ToUs(filters.MessageFilter):
    """A reply to what this bot said; neighbours' replies to each other are not for it."""

    def filter(self, message: Message) -> bool:
        before = messages.answered(message)
        by = before.from_user if before else None
        return by is not None and by.id == message.get_bot().id


NEW = filters.UpdateType.MESSAGE
NOBODY = filters.SenderChat.ALL | filters.IS_AUTOMATIC_FORWARD
UNNAMED = filters.SenderChat.ALL & ~filters.IS_AUTOMATIC_FORWARD
REPORTED = _UnderPhoto("report")
DANGEROUS = _UnderPhoto("hazard")
FILES = filters.PHOTO | filters.VOICE | filters.VIDEO | filters.Document.ALL
WORDS = (filters.TEXT & ~filters.COMMAND) | (FILES & ~filters.CaptionRegex(r"^/"))
PLACES = filters.LOCATION | filters.VENUE | filters.CONTACT
UNREADABLE = PLACES | filters.Sticker.ALL | filters.VIDEO_NOTE | filters.AUDIO | filters.POLL
PRIVATE, GROUPS = filters.ChatType.PRIVATE, filters.ChatType.GROUPS


CAME = filters.StatusUpdate.NEW_CHAT_MEMBERS | filters.StatusUpdate.CHAT_CREATED


def _command(command: Command, only: filters.BaseFilter = filters.ALL) -> CommandHandler[Any, Any]:
    # PTB types its handlers for its own context; ours is found by duck-typing alone
    handler: Any = command.handler
    return CommandHandler(command.name, handler, filters=NEW & ~NOBODY & only)


ANONYMOUS: Any = directory.anonymous
UNNAMED_BINDS: Any = chats.unnamed
ANSWERED: Any = answers.answered
POLLED: Any = meetings.counted
EVERY = ["start", *(c.name for c in COMMANDS)]
ROUTES: tuple[BaseHandler[Any, Any, Any], ...] = (
    CallbackQueryHandler(presses.press),  # first, as the most frequent: no other route takes one
    CommandHandler(["bind", "unbind"], UNNAMED_BINDS, filters=NEW & UNNAMED),
    CommandHandler(EVERY, ANONYMOUS, filters=NEW & UNNAMED),
    MessageHandler(NEW & UNNAMED & REPORTED, ANONYMOUS),
    _command(Command("start", directory.start)),
    _command(Command("status", mediation.status), filters.Regex(mediation.NUMBERED)),
    *(_command(c) for c in COMMANDS),
    MessageHandler(NEW & ~NOBODY & REPORTED, cases.report),
    MessageHandler(NEW & ~NOBODY & DANGEROUS, cases.hazard),
    MessageHandler(NEW & PRIVATE & WORDS, intents.say),
    MessageHandler(NEW & PRIVATE & UNREADABLE, intake.unreadable),
    MessageHandler(NEW & GROUPS & ~NOBODY & _ToUs() & WORDS, intents.reply),
    MessageHandler(NEW & GROUPS & ~NOBODY & _Called() & WORDS, cases.mentioned),
    MessageHandler(NEW & GROUPS & ~NOBODY & _InAlbum() & WORDS, cases.album),
    MessageHandler(NEW & PRIVATE & ~NOBODY, directory.guide),
    MessageHandler(filters.UpdateType.EDITED_MESSAGE & ~NOBODY, cases.edited),
    ChatMemberHandler(chats.member, ChatMemberHandler.MY_CHAT_MEMBER),
    MessageHandler(NEW & CAME, chats.arrived),
    MessageHandler(NEW & filters.StatusUpdate.MIGRATE, chats.moved),
    MessageHandler(NEW & filters.StatusUpdate.NEW_CHAT_TITLE, chats.renamed),
    _Answered(ANSWERED),
    PollHandler(POLLED),
)

# what Telegram is asked to send; the list is sticky on its side, so it is always said in full
UPDATES = ("message", "edited_message", "callback_query", "my_chat_member", "poll")
