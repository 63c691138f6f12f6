"""Which update goes to which handler; also the menu of commands and the list in README."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from handlers import cases, directory
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
    Command("cancel", directory.cancel),
)

NEW = filters.UpdateType.MESSAGE
NOBODY = filters.SenderChat.ALL | filters.IS_AUTOMATIC_FORWARD
WORDS = (filters.TEXT & ~filters.COMMAND) | (filters.PHOTO & ~filters.CaptionRegex(r"^/"))
PRIVATE, GROUPS = filters.ChatType.PRIVATE, filters.ChatType.GROUPS


def _command(command: Command) -> CommandHandler[Any, Any]:
    # PTB types its handlers for its own context; ours is found by duck-typing alone
    handler: Any = command.handler
    return CommandHandler(command.name, handler, filters=NEW & ~NOBODY)


ROUTES: tuple[BaseHandler[Any, Any, Any], ...] = (
    MessageHandler(NEW & NOBODY & filters.COMMAND, directory.anonymous),
    _command(Command("start", directory.start)),
    *(_command(c) for c in COMMANDS),
    MessageHandler(NEW & ~NOBODY & filters.CaptionRegex(r"^/report\b"), cases.report),
    MessageHandler(NEW & PRIVATE & WORDS, cases.talk),
    MessageHandler(NEW & GROUPS & ~NOBODY & filters.REPLY & WORDS, cases.reply),
    MessageHandler(filters.UpdateType.EDITED_MESSAGE & ~NOBODY, cases.edited),
    CallbackQueryHandler(cases.press),
    ChatMemberHandler(directory.door, ChatMemberHandler.MY_CHAT_MEMBER),
)

# what Telegram is asked to send; the list is sticky on its side, so it is always said in full
UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
