"""What cannot wait for the morning, as heard on Telegram: parse, ask, show."""

from telegram import Update

from handlers.context import Context
from handlers.messages import argument, message_of
from services import urgent as urgently

LONGEST = 15  # figures of a number


async def urgent(update: Update, context: Context) -> None:
    """Hear /urgent: alone it lists what waits; a number and a reason tell that one at once."""
    said = argument(message_of(update)).strip()
    if not said:
        await context.ask(urgently.show)
        return
    word, why = [*said.split(maxsplit=1), ""][:2]
    figures = word.lstrip("#＃")
    known = figures.isdecimal() and figures.isascii() and len(figures) <= LONGEST
    await context.ask(urgently.send, number=int(figures) if known else 0, why=why)
