"""Whether the bot can do its work now, and if not, what is wrong: in names and seconds."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.house import House
from storage import lags
from storage.lags import Lag
from storage.rows import ms

PATIENCE = 2.0  # seconds for the database to answer
CONTACT = 150.0  # seconds since Telegram was heard: a long poll, a watchdog's margin, a rest
OUTBOX = 600.0  # seconds that what could be sent has waited
NOTHING = Lag(count=0, seconds=0.0)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the database tells of the doors; `inbox` is what is not yet done."""

    inbox: Lag
    outbox: Mapping[int, Lag]  # by priority, what could be sent now
    parked: int


async def standing(house: House) -> Standing | None:
    """Ask the database, for a while; None where it does not answer."""
    now = ms(house.clock.now())
    try:
        async with asyncio.timeout(PATIENCE):
            told = await house.reader.run(
                lambda c: (lags.of_inbox(c, now), lags.of_outbox(c, now), lags.parked(c))
            )
    except Exception:  # noqa: BLE001 -- whatever keeps it from answering, it does not answer
        return None
    return Standing(*told)


async def ready(house: House) -> dict[str, Any]:
    """Return `ready`, what is `wrong`, and the figures it is judged by."""
    found = await standing(house)
    contact = time.monotonic() - house.counts.contact
    oldest = max((lag.seconds for lag in found.outbox.values()), default=0.0) if found else None
    wrong = {
        "telegram": contact > CONTACT,
        "database": found is None or bool(house.writer.stalled),
        "outbox": oldest is not None and oldest > OUTBOX,
    }
    return {
        "ready": not any(wrong.values()),
        "wrong": [name for name, is_so in wrong.items() if is_so],
        "telegram_seconds": None if contact == float("inf") else round(contact, 1),
        "outbox_seconds": None if oldest is None else round(oldest, 1),
    }
