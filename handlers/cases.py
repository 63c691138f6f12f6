"""Reports and their road, as heard on Telegram: parse, ask, show."""

import re

from telegram import Message, Update

from governance.cases import Case
from governance.refusals import Refusal
from handlers import buttons
from handlers.buttons import CasePress
from handlers.context import Context, Toast
from services.cases import asking, filing, looking
from services.cases.filing import Heard
from services.cases.looking import Asked


async def report(update: Update, context: Context) -> None:
    """Hear /report, with words or without, with a photo or without."""
    message = _message(update)
    await context.ask(filing.report, heard=_heard(message, context, _argument(message)))


async def talk(update: Update, context: Context) -> None:
    """Hear plain words or a photo in private: an answer in a talk, or the draft of a report."""
    message = _message(update)
    heard = _heard(message, context, _words(message), asked=False)
    await context.ask(asking.say, chat=message.chat_id, heard=heard)


async def reply(update: Update, context: Context) -> None:
    """Hear a reply to the bot in a group, where a talk with this person may wait."""
    message = _message(update)
    heard = _heard(message, context, _words(message), asked=False)
    await context.ask(asking.reply, chat=message.chat_id, heard=heard)


async def mentioned(update: Update, context: Context) -> None:
    """Hear a message in a group that calls the bot by name: a report like /report."""
    message = _message(update)
    text = " ".join(called(message).sub(" ", _words(message)).split())
    await context.ask(filing.report, heard=_heard(message, context, text))


def called(message: Message) -> re.Pattern[str]:
    """Return how this bot is called in a message, as Telegram compares names."""
    return re.compile(rf"@{re.escape(message.get_bot().username)}(?!\w)", re.IGNORECASE)


async def edited(update: Update, context: Context) -> None:
    """Hear that a message was edited: a report keeps both texts."""
    message = _message(update)
    await context.ask(
        looking.revised,
        chat=message.chat_id,
        message=message.message_id,
        text=_argument(message),
    )


async def press(update: Update, context: Context) -> Toast | None:
    """Take up a button pressed under a card."""
    query = update.callback_query
    if query is None or query.message is None:
        raise Refusal("refusal-no-dialogue")
    pressed = buttons.parse(query.data or "")
    if isinstance(pressed, CasePress):
        chat = query.message.chat.id
        done = await context.ask(
            asking.press, case_id=pressed.case, action=pressed.action, chat=chat
        )
        return _moved(context, done, f"toast-{pressed.action}")
    done = await context.ask(
        asking.answer, dialogue_id=pressed.dialogue, field=pressed.field, value=pressed.value
    )
    return _moved(context, done, "toast-taken")


def _moved(context: Context, done: object, key: str) -> Toast | None:
    return context.toast(key, number=done.number) if isinstance(done, Case) else None


async def status(update: Update, context: Context) -> None:
    """Hear /status N."""
    message = _message(update)
    wanted = _argument(message).lstrip("#＃").strip()
    number = int(wanted) if wanted.isdecimal() and wanted.isascii() else 0
    await context.ask(looking.status, number=min(number, 2**53), asked=asked(message))


async def mine(update: Update, context: Context) -> None:
    """Hear /my."""
    await context.ask(looking.mine, asked=asked(_message(update)))


def asked(message: Message) -> Asked:
    """Return where a question was put."""
    return Asked(chat=message.chat_id, message=message.message_id)


def _message(update: Update) -> Message:
    message = update.effective_message
    if message is None:
        raise Refusal("refusal-no-dialogue")
    return message


def _words(message: Message) -> str:
    return (message.text or message.caption or "").strip()


def _argument(message: Message) -> str:
    words = _words(message)
    return "".join(words.split(maxsplit=1)[1:]) if words.startswith("/") else words


def _heard(message: Message, context: Context, text: str, *, asked: bool = True) -> Heard:
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
