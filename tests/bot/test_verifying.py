"""/verify in a group: the chain is followed beside the writer, and the answer stands there."""

import pytest
import pytest_asyncio

from bot import verifying
from governance.notices import Fate
from storage import audit
from storage.anchors import ANCHORS
from storage.outbox import OUTBOX
from tests.bot import doors
from tests.bot.doors import GROUP, MONDAY, Caller, arrival, message, walk
from tests.storage.test_audit import noted


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        yield town


def sealed(count, told="another"):
    """Return what seals so many entries, of which the last was told on a day as something."""

    def write(connection):
        for n in range(count):
            audit.note(connection, noted(n, community=1))
        audit.seal(connection, 1, 1)
        row = {"community_id": 1, "day": str(MONDAY.date()), "count": 1, "entry": 1, "at": 1}
        connection.execute(ANCHORS.insert(), {**row, "hash": told})

    return write


async def test_who_asks_in_the_group_reads_the_first_day_that_does_not_fit(town):
    await town.unit(sealed(3))
    heard = []

    await walk(town, arrival(1, {"message": message("/verify", chat=GROUP)}))
    async with doors.sending(town, Caller()) as sender:
        sender.hear = heard.extend
        await town.settled()
    async with doors.working(town) as lanes:
        lanes.arrive(heard)

    told = await town.rows(OUTBOX.c.words, OUTBOX.c.chat, OUTBOX.c.status)
    assert told == [("enquiry", GROUP, Fate.SENT), ("verify-whole", GROUP, Fate.WAITING)]
    _, (facts,) = await town.rows(OUTBOX.c.facts)
    assert (facts["whole"], facts["misfit"]) == (False, str(MONDAY.date()))


@pytest.mark.parametrize("part", [1, 2, 500])
async def test_a_chain_is_followed_to_its_end_in_whatever_parts(town, monkeypatch, part):
    monkeypatch.setattr(verifying, "PART", part)
    await town.unit(sealed(3))

    found = await verifying.follow(town.house)

    assert (found.verdict.sealed, found.verdict.broken) == (3, None)
    assert found.misfit == MONDAY.date()
