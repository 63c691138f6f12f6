"""Polls and threads: asked for and ended as enquiries; what Telegram tells comes by the inbox."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram.error import TelegramError

from bot import enquiring, pinning, threads
from bot.enquiring import NO, Caller, Told
from bot.errors import Outcome, classify
from bot.house import House
from bot.rendering import render
from governance.notices import Delivery
from services.deliberations.threads import CLOSE, OPEN
from services.disclosures.reaching import PIN
from services.meetings.polling import ASK, STOP

# a message or thread that is no more, or a poll that is over, tells nothing
NONE = NO | {Outcome.GONE, Outcome.OK_ANYWAY, Outcome.NO_THREAD}
NOTHING: Told = {"poll": "", "stands": 0, "counts": [], "answered": 0}


async def enquire(house: House, caller: Caller, delivery: Delivery) -> Told:
    """Ask what a delivery asks; raise TelegramError where it must be asked again."""
    if delivery.key == PIN:
        return await pinning.pin(caller, delivery)
    asked = ASKS.get(delivery.key)
    if asked is None:
        return await enquiring.ask(caller, delivery, house)
    try:
        told = await asked(house, caller, delivery)
    except TelegramError as error:
        if classify(error, private=False).outcome in NONE:
            return NOTHING
        raise
    return {**NOTHING, **told}


async def _ask(house: House, caller: Caller, delivery: Delivery) -> Told:
    method, params, _ = await house.reader.run(lambda c: render(house, c, delivery))
    sent = await caller.call(method, params)
    return {"poll": sent["poll"]["id"], "stands": sent["message_id"]}


async def _stop(_house: House, caller: Caller, delivery: Delivery) -> Told:
    address = delivery.address
    if not address.reply_to:
        return {}  # its group became another: there it has no message
    where = {"chat_id": address.chat, "message_id": address.reply_to}
    return _counted(await caller.call("stopPoll", where))


ASKS: Mapping[str, Callable[[House, Caller, Delivery], Awaitable[Told]]] = {
    ASK: _ask,
    STOP: _stop,
    OPEN: threads.begin,
    CLOSE: threads.end,
}
SPEAKS = frozenset({ASK, STOP, OPEN})  # what Telegram counts as it counts a message


def _counted(poll: Mapping[str, Any]) -> Told:
    counts = [int(option["voter_count"]) for option in poll["options"]]
    return {"poll": str(poll["id"]), "counts": counts, "answered": int(poll["total_voter_count"])}
