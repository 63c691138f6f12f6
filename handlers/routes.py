"""Which update goes to which handler; also the menu of commands and the list in README."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from telegram import Message, Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from handlers import cases, directory, messages, presses, talks
from handlers.context import Context, Toast

Handler = Callable[[Update, Context], Awaitable[Toast | None]]


@dataclass(frozen=True, slots=True)
class Command:
    """A command, and who hears it; its words are `command-NAME`."""

    name: str
    handler: Handler


COMMANDS = (
    Command("report", cases.report),
    Command("status", cases.status),
    Command("my", cases.mine),
    Command("help", directory.guide),
    Command("lang", directory.language),
    Command("cancel", talks.cancel),
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


class _ToUs(filters.MessageFilter):
    """A reply to what this bot said; neighbours' replies to each other are not for it."""

    def filter(self, message: Message) -> bool:
        answered = message.reply_to_message and message.reply_to_message.from_user
        return bool(answered and answered.id == message.get_bot().id)


NEW = filters.UpdateType.MESSAGE
NOBODY = filters.SenderChat.ALL | filters.IS_AUTOMATIC_FORWARD
UNNAMED = filters.SenderChat.ALL & ~filters.IS_AUTOMATIC_FORWARD
REPORTED = _UnderPhoto("report")
WORDS = (filters.TEXT & ~filters.COMMAND) | (filters.PHOTO & ~filters.CaptionRegex(r"^/"))
PRIVATE, GROUPS = filters.ChatType.PRIVATE, filters.ChatType.GROUPS


def _command(command: Command) -> CommandHandler[Any, Any]:
    # PTB types its handlers for its own context; ours is found by duck-typing alone
    handler: Any = command.handler
    return CommandHandler(command.name, handler, filters=NEW & ~NOBODY)


ANONYMOUS: Any = directory.anonymous
EVERY = ["start", *(c.name for c in COMMANDS)]
ROUTES: tuple[BaseHandler[Any, Any, Any], ...] = (
    CommandHandler(EVERY, ANONYMOUS, filters=NEW & UNNAMED),
    MessageHandler(NEW & UNNAMED & REPORTED, ANONYMOUS),
    _command(Command("start", directory.start)),
    *(_command(c) for c in COMMANDS),
    MessageHandler(NEW & ~NOBODY & REPORTED, cases.report),
    MessageHandler(NEW & PRIVATE & WORDS, talks.say),
    MessageHandler(NEW & GROUPS & ~NOBODY & _ToUs() & WORDS, talks.reply),
    MessageHandler(NEW & GROUPS & ~NOBODY & _Called() & WORDS, cases.mentioned),
    MessageHandler(NEW & PRIVATE & ~NOBODY, directory.guide),
    MessageHandler(filters.UpdateType.EDITED_MESSAGE & ~NOBODY, cases.edited),
    CallbackQueryHandler(presses.press),
    ChatMemberHandler(directory.door, ChatMemberHandler.MY_CHAT_MEMBER),
)

# what Telegram is asked to send; the list is sticky on its side, so it is always said in full
UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
