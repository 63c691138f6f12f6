"""Reports and their road, as heard on Telegram: parse, ask, show."""

from dataclasses import replace

from telegram import Message, Update

from governance.cases import Case, CaseKind
from handlers.buttons import CasePress
from handlers.context import Context, Toast
from handlers.messages import (
    argument,
    asked,
    called,
    heard,
    message_of,
    numbered,
    quoted,
    words,
)
from services.cases import asking, looking, quoting, reporting


async def report(update: Update, context: Context) -> None:
    """Hear /report, with words or without, with a photo or without."""
    message = message_of(update)
    await _reported(message, context, argument(message))


async def hazard(update: Update, context: Context) -> None:
    """Hear /hazard: a report whose kind is known; with nothing said, one is asked for (L05)."""
    message = message_of(update)
    said = heard(message, context, argument(message))
    found = replace(said.reading, kind=CaseKind.HAZARD)
    await context.ask(reporting.report, heard=replace(said, reading=found))


async def album(update: Update, context: Context) -> None:
    """Hear a photo of an album in a group: it may belong to a report (B03)."""
    message = message_of(update)
    await context.ask(reporting.joined, heard=heard(message, context, words(message)))


async def _reported(message: Message, context: Context, text: str) -> None:
    under = quoted(message, context)
    if under is None:
        await context.ask(reporting.report, heard=heard(message, context, text))
        return
    whole = "\n".join(part for part in (text, under.text) if part)
    said = replace(heard(message, context, text), reading=context.read(whole))
    await context.ask(quoting.report, heard=said, quoted=under)


async def mentioned(update: Update, context: Context) -> None:
    """Hear a message in a group that calls the bot by name: a report like /report."""
    message = message_of(update)
    text = " ".join(called(message).sub(" ", words(message)).split())
    await _reported(message, context, text)


async def edited(update: Update, context: Context) -> None:
    """Hear that a message was edited: a report keeps both texts."""
    message = message_of(update)
    await context.ask(
        looking.revised,
        chat=message.chat_id,
        message=message.message_id,
        text=argument(message),
    )


async def press(pressed: CasePress, chat: int, context: Context) -> Toast | None:
    """Take up a step of a case."""
    done = await context.ask(
        asking.press,
        case_id=pressed.case,
        action=pressed.action,
        chat=chat,
        topic=context.topic,
    )
    key = f"toast-{pressed.action}"
    return context.toast(key, number=done.number) if isinstance(done, Case) else None


async def status(update: Update, context: Context) -> None:
    """Hear /status N."""
    message = message_of(update)
    await context.ask(looking.status, number=numbered(message), asked=asked(message))


async def mine(update: Update, context: Context) -> None:
    """Hear /my."""
    await context.ask(looking.mine, asked=asked(message_of(update)))
