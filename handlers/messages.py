"""What stands in a message of Telegram: words, argument, photo, and where it was said."""

import re

from telegram import Message, Update

from governance.refusals import Refusal
from handlers.context import Context
from services.hearing import Asked, Heard


def message_of(update: Update) -> Message:
    """Return the message of an update; Refusal where it can no longer be seen."""
    message = update.effective_message
    if message is None:
        raise Refusal("refusal-no-dialogue")
    return message


def words(message: Message) -> str:
    """Return what was written, under a photo too."""
    return (message.text or message.caption or "").strip()


def argument(message: Message) -> str:
    """Return what was written, without the command before it."""
    said = words(message)
    return "".join(said.split(maxsplit=1)[1:]) if said.startswith("/") else said


def called(message: Message) -> re.Pattern[str]:
    """Return how this bot is called in a message, as Telegram compares names."""
    return re.compile(rf"@{re.escape(message.get_bot().username)}(?!\w)", re.IGNORECASE)


def numbered(message: Message) -> int:
    """Return the number that a command names, 0 where it names none."""
    wanted = argument(message).lstrip("#＃").strip()
    number = int(wanted) if wanted.isdecimal() and wanted.isascii() else 0
    return min(number, 2**53)


def asked(message: Message) -> Asked:
    """Return where a question was put."""
    return Asked(chat=message.chat_id, message=message.message_id)


def heard(message: Message, context: Context, text: str, *, asked: bool = True) -> Heard:
    """Return what was said, with what was understood of it."""
    return Heard(
        text=text,
        photo=message.photo[-1].file_id if message.photo else "",
        chat=message.chat_id,
        message=message.message_id,
        reading=context.read(text),
        asked=asked,
        replied=message.reply_to_message.message_id if message.reply_to_message else 0,
        in_album=message.media_group_id is not None,
    )
