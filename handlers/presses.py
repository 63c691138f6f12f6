"""Pressed buttons: which subject takes up which."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import Update

from governance.refusals import Refusal, Unknown
from handlers import (
    ballots,
    buttons,
    cases,
    chats,
    deliberations,
    desk,
    directory,
    disclosures,
    intake,
    mediation,
    meetings,
    opinions,
    residents,
    resolutions,
    seats,
    signing,
    supervision,
    talks,
)
from handlers.buttons import CasePress, TalkPress, VerbPress
from handlers.context import Context, Toast

Taker = Callable[[VerbPress, int, Context], Awaitable[Toast | None]]

# the letter of each subject whose buttons carry a verb; a taker gets the press and its chat
SUBJECTS: Mapping[str, Taker] = {
    "i": intake.press,
    "k": desk.press,
    "r": residents.press,
    "s": seats.press,
    "m": mediation.press,
    "t": deliberations.press,
    "v": resolutions.press,
    "b": ballots.press,
    "e": meetings.press,
    "g": chats.press,
    "l": directory.press,
    "o": opinions.press,
    "w": disclosures.press,
    "p": signing.press,
    "y": signing.read,
    "u": supervision.press,
}


async def press(update: Update, context: Context) -> Toast | None:
    """Take up a button pressed under a card."""
    query = update.callback_query
    if query is None or query.message is None:
        raise Refusal("refusal-no-dialogue")
    pressed: Any = buttons.parse(query.data or "")
    chat = query.message.chat.id
    if isinstance(pressed, CasePress):
        return await cases.press(pressed, chat, context)
    if isinstance(pressed, TalkPress):
        return await talks.press(pressed, context)
    if taker := SUBJECTS.get(pressed.subject):
        return await taker(pressed, chat, context)
    raise Unknown("refusal-no-dialogue")
