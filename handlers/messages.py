"""What stands in a message of Telegram: words, argument, photo, and where it was said."""

import re
from dataclasses import replace

from telegram import Message, Update

from governance.refusals import Refusal
from handlers.context import Context, topic_of
from services.hearing import NOBODY, Asked, Heard


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
    return Asked(chat=message.chat_id, message=message.message_id, topic=topic_of(message))


def answered(message: Message) -> Message | None:
    """Return the message that this one replies to; in a topic all reply to its beginning."""
    before = message.reply_to_message
    return None if before is None or before.forum_topic_created else before


def heard(message: Message, context: Context, text: str, *, asked: bool = True) -> Heard:
    """Return what was said, with what was understood of it."""
    return Heard(
        text=text,
        photo=message.photo[-1].file_id if message.photo else "",
        voice=message.voice.file_id if message.voice else "",
        video=message.video.file_id if message.video else "",
        document=message.document.file_id if message.document else "",
        chat=message.chat_id,
        message=message.message_id,
        reading=context.read(text),
        asked=asked,
        replied=before.message_id if (before := answered(message)) else 0,
        album=message.media_group_id or "",
        topic=topic_of(message),
    )


def quoted(message: Message, context: Context) -> Heard | None:
    """Return the message that this one was put under, unless it is ours; with its author."""
    before = answered(message)
    by = before.from_user if before else None
    if before is None or (by and by.id == message.get_bot().id):
        return None
    text = argument(before)
    person = by if by and not by.is_bot and before.sender_chat is None else None
    return replace(
        heard(before, context, text),
        author=person.id if person else NOBODY,
        name=person.full_name if person else "",
    )
