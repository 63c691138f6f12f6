"""Whoever walks a lane that is somebody else's by now does nothing there, whatever it holds."""

import asyncio
import json

import pytest

from bot.hooks import BUSY, Hooks
from bot.lanes import Lanes
from storage.audit import AUDIT
from storage.inbox import INBOX
from storage.leases import SHARD, Lease
from storage.outbox import OUTBOX
from tests.bot import doors
from tests.bot.doors import GROUP, LI, NOTHING, Answers, arrival, keep, message

CHATTER = message("大家早上好", chat=GROUP)
LOST = Lease(f"{SHARD}0", "we", 1)
UPDATES = ({"message": message("/help")}, {"message": CHATTER}, {"message": {"message_id": "?"}})


class Believed:
    """Rights that are another's by now, though nothing here knows it yet."""

    def of(self, _lane):
        return LOST

    def stand(self, _lease):
        return True


async def test_what_is_asked_heard_or_broken_is_left_to_whoever_has_the_lane(tmp_path):
    async with doors.opened(tmp_path) as town:
        found = await keep(town, *(arrival(n, each) for n, each in enumerate(UPDATES, 1)))
        async with asyncio.TaskGroup() as tasks:
            rights = {"rights": Believed()}
            lanes = Lanes(town.house, tasks, Answers(), lambda _: NOTHING, lambda: None, **rights)
            lanes.arrive(found)
            await lanes.quiet()

        assert await town.rows(INBOX.c.status, INBOX.c.error) == [("open", None)] * 3
        assert await town.rows(OUTBOX.c.chat) == await town.rows(AUDIT.c.unit) == []
        async with doors.working(town) as ours:
            ours.arrive(found)
        assert await town.rows(INBOX.c.status) == [("done",), ("done",), ("dead",)]
        assert (LI,) in await town.rows(OUTBOX.c.chat)


@pytest.mark.parametrize("lease", [None, LOST])
async def test_what_telegram_posts_to_it_is_not_kept_there_and_comes_again(tmp_path, lease):
    """Kept beside the copy that has the file it would lie there: that one hears its own door."""

    async def body():
        yield json.dumps({"update_id": 7, "message": message("/help")}).encode()

    async with doors.opened(tmp_path) as town:
        words = {"url": "", "secret": "s", "seen": 1, "moved": lambda: None}
        hooks = Hooks(town.house, None, lambda _: None, **words, own=lambda: lease)

        assert await hooks.take("s", body()) == BUSY
        assert (await town.rows(INBOX.c.update_id), hooks.offset) == ([], 1)
