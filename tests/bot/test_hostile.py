import asyncio
import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.receiving import Receiver
from storage.inbox import INBOX
from tests.bot import doors, hostile
from tests.bot.doors import Caller, message, sending, working
from tests.leaks import Passing

LEAKS = ("Traceback", "Error", "Exception", "NoneType", "sqlite", '.py"')
GOOD = {"message": message("/help", chat=4444, sender=4444)}


class Telegram:
    """Gives what it is told to give, once; then nothing more ever."""

    def __init__(self, updates):
        self._batches = [updates]
        self.drained = asyncio.Event()

    async def poll(self, _params, *, seconds):
        if not self._batches:
            self.drained.set()
            await asyncio.sleep(seconds)
            return []
        return self._batches.pop()


async def live_through(updates):
    """Let them in by the real door and out by the real door; return fates and calls."""
    with Passing(prefix="hostile-") as folder:
        async with doors.opened(Path(folder)) as town:
            caller = Caller()
            async with sending(town, caller), working(town) as lanes:
                telegram = Telegram([{"update_id": n, **u} for n, u in enumerate(updates, 1)])
                receiver = Receiver(town.house, telegram, lanes.arrive, seen=1, moved=lambda: None)
                async with asyncio.TaskGroup() as tasks:
                    receiving = tasks.create_task(receiver.run())
                    await telegram.drained.wait()
                    receiving.cancel()
                await lanes.quiet()
                await town.settled()
            return await town.rows(INBOX.c.update_id, INBOX.c.status), caller.calls


@given(st.lists(hostile.UPDATES, min_size=1, max_size=25))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_no_update_stops_the_loop_or_leaves_a_trace_in_a_chat(updates):
    fates, calls = asyncio.run(live_through([*updates, GOOD]))

    last = len(updates) + 1
    assert [number for number, _ in fates] == list(range(1, last + 1))
    assert {status for _, status in fates} <= {"done", "dead"}
    assert fates[-1] == (last, "done")
    texts = [json.dumps(params, ensure_ascii=False) for _, params in calls]
    assert [text for text in texts for leak in LEAKS if leak in text] == []
    assert any(params.get("chat_id") == 4444 for _, params in calls)
