"""The record of what is numbered, as heard on Telegram: parse, ask, show."""

import re

from telegram import Update

from governance.refusals import Refusal
from handlers.context import Context
from handlers.messages import argument, asked, message_of
from services.cases import looking
from services.history import Series, show

# a number, with the name of its series before it and a part behind it: 12, T3, T3-5, 2026-031
NUMBERED = re.compile(r"^[#＃]?\s*([^\W\d_]*)\s*(\d{1,9})(?:\s*[-－–—]\s*(\d{1,9}))?$")
BETWEEN = re.compile(r"[,，、\s]+")


async def history(update: Update, context: Context) -> None:
    """Hear /history with a number: of a case, or of another series by its name before it."""
    message = message_of(update)
    said = argument(message).strip()
    found = NUMBERED.search(said)
    if found is None:
        raise Refusal("refusal-history-number" if said else "refusal-number")
    word, number, part = found[1].lower(), int(found[2]), int(found[3] or 0)
    if not word and not part:
        await context.ask(looking.history, number=number, asked=asked(message))
        return
    series = _series(context, word) if word else Series.DISCLOSURE
    await context.ask(show, series=series, number=number, part=part, asked=asked(message))


def _series(context: Context, word: str) -> Series:
    """Return the series that a word names in any language; Refusal where none does."""
    for series in Series:
        for words in context.texts.in_every_language(f"history-words-{series}"):
            if word in BETWEEN.split(words.lower()):
                return series
    raise Refusal("refusal-history-number")
