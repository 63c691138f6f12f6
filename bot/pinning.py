"""A message at the head of its group: pinned without a sound, the one before it unpinned."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection
from telegram.error import TelegramError

from bot.enquiring import NO, Caller, Told
from bot.errors import Outcome, classify
from governance.notices import Delivery
from services.disclosures import carrying, reaching
from storage import inbox

POSTED: Mapping[str, str] = {carrying.CARD: reaching.POSTED}
NONE = NO | {Outcome.GONE}


def follow(connection: Connection, delivery: Delivery, message: int, at: int) -> None:
    """Ask for what follows once the message of a new card in a group is known."""
    verb = POSTED.get(delivery.key)
    if verb and delivery.address.chat < 0:
        key = f"{verb}:{delivery.subject}:{message}"
        inbox.ask(connection, at, verb, key, {"subject": delivery.subject}, now=True)


async def pin(caller: Caller, delivery: Delivery) -> Told:
    """Pin what an enquiry names; raise TelegramError where it must be asked again.

    Both calls may be made twice: the state asked for is the state there is.
    """
    here = delivery.address
    if not here.reply_to:
        return {"pinned": False}  # its group became another: there it has no message
    where = {"chat_id": here.chat}
    if before := delivery.facts.get("instead_of"):
        await _asked(caller, "unpinChatMessage", {**where, "message_id": before})
    quietly = {"message_id": here.reply_to, "disable_notification": True}
    return {"pinned": await _asked(caller, "pinChatMessage", {**where, **quietly})}


async def _asked(caller: Caller, method: str, params: Mapping[str, Any]) -> bool:
    try:
        return bool(await caller.call(method, params))
    except TelegramError as error:
        if classify(error, private=False).outcome in NONE:
            return False
        raise
