"""Native polls: asked and ended as enquiries, so that what Telegram tells comes by the inbox."""

from collections.abc import Mapping
from typing import Any

from telegram.error import TelegramError

from bot import enquiring, pinning
from bot.enquiring import NO, Caller, Told
from bot.errors import Outcome, classify
from bot.house import House
from bot.rendering import render
from governance.notices import Delivery
from services.disclosures.reaching import PIN
from services.meetings.polling import ASK, STOP

# a message that is no more, or whose poll is over, tells no count
NONE = NO | {Outcome.GONE, Outcome.OK_ANYWAY}
NOTHING: Told = {"poll": "", "stands": 0, "counts": [], "answered": 0}


async def enquire(house: House, caller: Caller, delivery: Delivery) -> Told:
    """Ask what a delivery asks; raise TelegramError where it must be asked again."""
    if delivery.key == PIN:
        return await pinning.pin(caller, delivery)
    if delivery.key not in {ASK, STOP}:
        return await enquiring.ask(caller, delivery, house)
    try:
        told = await (_ask if delivery.key == ASK else _stop)(house, caller, delivery)
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


def _counted(poll: Mapping[str, Any]) -> Told:
    counts = [int(option["voter_count"]) for option in poll["options"]]
    return {"poll": str(poll["id"]), "counts": counts, "answered": int(poll["total_voter_count"])}
