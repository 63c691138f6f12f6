"""Waiting for something to happen, and for no longer than one is willing to."""

import asyncio


async def came(event: asyncio.Event, seconds: float) -> bool:
    """Wait for an event, at most so many seconds; say whether it came."""
    # not wait_for: before Python 3.12 it swallows a cancellation if the event is set at the same
    # moment, and who waits in a loop would run on for ever
    try:
        async with asyncio.timeout(seconds):
            return await event.wait()
    except TimeoutError:
        return False
