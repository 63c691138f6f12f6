"""A wait ends by its event, by its time or by a cancellation, and says which."""

import asyncio

from storage.waits import came

LONG = 3600


async def test_what_has_happened_is_not_waited_for():
    event = asyncio.Event()
    event.set()

    assert await came(event, LONG) is True


async def test_what_happens_meanwhile_ends_the_wait():
    event = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        waiting = tasks.create_task(came(event, LONG))
        await asyncio.sleep(0)
        event.set()

    assert waiting.result() is True


async def test_what_does_not_happen_in_time_did_not_come():
    assert await came(asyncio.Event(), 0.001) is False


async def test_a_cancellation_is_obeyed_though_the_event_is_set_at_the_same_moment():
    event = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        waiting = tasks.create_task(came(event, LONG))
        await asyncio.sleep(0)
        await asyncio.sleep(0)  # asyncio.wait_for waits in a task of its own, which begins now
        event.set()
        waiting.cancel()

    assert waiting.cancelled()
