"""Reports and their road, as heard on Telegram: parse, ask, show."""

from telegram import Update

from governance.cases import Case
from handlers.buttons import CasePress
from handlers.context import Context, Toast
from handlers.messages import argument, asked, called, heard, message_of, numbered, words
from services.cases import asking, looking, reporting


async def report(update: Update, context: Context) -> None:
    """Hear /report, with words or without, with a photo or without."""
    message = message_of(update)
    await context.ask(reporting.report, heard=heard(message, context, argument(message)))


async def mentioned(update: Update, context: Context) -> None:
    """Hear a message in a group that calls the bot by name: a report like /report."""
    message = message_of(update)
    text = " ".join(called(message).sub(" ", words(message)).split())
    await context.ask(reporting.report, heard=heard(message, context, text))


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
    done = await context.ask(asking.press, case_id=pressed.case, action=pressed.action, chat=chat)
    key = f"toast-{pressed.action}"
    return context.toast(key, number=done.number) if isinstance(done, Case) else None


async def status(update: Update, context: Context) -> None:
    """Hear /status N."""
    message = message_of(update)
    await context.ask(looking.status, number=numbered(message), asked=asked(message))


async def mine(update: Update, context: Context) -> None:
    """Hear /my."""
    await context.ask(looking.mine, asked=asked(message_of(update)))
