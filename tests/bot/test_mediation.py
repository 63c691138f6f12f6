"""A dispute said in a group leaves nothing behind; the numbers of danger go out first."""

import pytest_asyncio
from sqlalchemy import select

from governance.notices import Priority
from storage.database import METADATA
from storage.inbox import INBOX
from storage.outbox import OUTBOX
from tests.bot import doors
from tests.bot.doors import GROUP, LI, arrival, message, press, walk

SAID = "王师傅跟我吵起来了"


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        yield town


def everywhere(connection):
    return "".join(
        str(row)
        for table in METADATA.sorted_tables
        for row in connection.execute(select(table)).all()
    )


async def test_what_was_said_in_a_group_is_kept_nowhere(town):
    said = arrival(1, {"message": message(f"/dispute {SAID}", chat=GROUP)})

    await walk(town, said)

    assert await town.rows(INBOX.c.status, INBOX.c.raw) == [("done", None)]
    assert SAID not in await town.house.reader.run(everywhere)
    assert await town.rows(OUTBOX.c.words, OUTBOX.c.chat) == [("dispute-private", GROUP)]


async def test_after_a_yes_the_numbers_are_what_goes_out_first(town):
    await walk(town, arrival(1, {"message": message("/dispute")}))

    await walk(town, arrival(2, {**press("d:1:threat:yes")}))

    waiting = await town.rows(OUTBOX.c.words, OUTBOX.c.chat, OUTBOX.c.priority)
    assert ("dispute-danger", LI, Priority.DANGER) in waiting
    assert min(priority for _, _, priority in waiting) == Priority.DANGER
