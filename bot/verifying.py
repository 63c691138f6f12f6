"""Following the audit chain for whoever asks: beside the writer, and a part at a time."""

from collections.abc import Mapping
from functools import partial

from bot.house import House
from governance import anchors
from governance.anchors import Finding
from governance.notices import Delivery, Fact
from services import anchoring
from storage import audit
from storage.anchors import Anchors

PART = 500  # rows in one look: a few milliseconds


async def verify(house: House, _delivery: Delivery) -> Mapping[str, Mapping[str, Fact]]:
    """Return what the chain and the days that were told of it came to."""
    async with house.verifying:
        found = await follow(house)
    return {"found": anchoring.packed(found)}


async def follow(house: House) -> Finding:
    """Follow the whole chain; between two parts others read."""
    here, followed = house.community_id, audit.BEGUN
    # first, so that the chain is followed beyond each of these days
    held = await house.reader.run(lambda c: Anchors(c, here).held())
    while not followed.done or followed.verdict is None:
        part = partial(audit.follow, community=here, so_far=followed, most=PART)
        followed = await house.reader.run(part)
    return anchors.judge(followed.verdict, held)
