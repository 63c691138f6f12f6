"""What was asked by an enquiry, and is answered by the inbox: who goes on with which."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import Update

from handlers import anchors, chats, deliberations, drafting, meetings, opinions, signing
from handlers.context import Context
from services import anchoring
from services.disclosures.sheets import SHEET
from services.opinions.mapping import MAP

OTHERS: Mapping[str, Callable[[Mapping[str, Any], Context], Awaitable[None]]] = {
    MAP: opinions.reckoned,
    SHEET: drafting.arrived,
    signing.PIN: signing.answered,
    anchoring.VERIFY: anchors.verified,
    **dict.fromkeys(meetings.ANSWERED, meetings.answered),
    **deliberations.ANSWERED,
}


async def answered(update: Update, context: Context) -> None:
    """Hear what became of an enquiry of ours; of Telegram's answers chats know."""
    told = update.api_kwargs[chats.ANSWER]
    if other := OTHERS.get(told["about"]):
        await other(told, context)
    else:
        await chats.answered(update, context)
