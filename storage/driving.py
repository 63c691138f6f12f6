"""Synchronous code over PostgreSQL, whose driver awaits: each of its awaits runs on a loop."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from greenlet import getcurrent, greenlet

P = ParamSpec("P")
T = TypeVar("T")


class _Driven(greenlet):  # type: ignore[misc] # the library has no types
    """What SQLAlchemy hands its awaitables up from; compare `sqlalchemy.util.greenlet_spawn`.

    That one runs inside a loop, where a command that runs a loop of its own could not be called.
    """

    __sqlalchemy_greenlet_provider__ = True


def drive(call: Callable[P, T], *args: P.args, **words: P.kwargs) -> T:
    """Call a synchronous function so that an engine of either kind works in it."""
    if _running():
        # Nothing can be awaited in the midst of somebody else's loop: it waits, as for SQLite.
        with ThreadPoolExecutor(1) as beside:
            waited: T = beside.submit(partial(drive, call, *args, **words)).result()
        return waited
    if isinstance(getcurrent(), _Driven):
        return call(*args, **words)
    loop = asyncio.new_event_loop()
    try:
        return drive_on(loop, call, *args, **words)
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


def drive_on(
    loop: asyncio.AbstractEventLoop, call: Callable[P, T], *args: P.args, **words: P.kwargs
) -> T:
    """Do the same on a loop that outlives the call, as connections do that are kept."""
    driven = _Driven(call)
    step = driven.switch(*args, **words)
    while not driven.dead:
        try:
            value = loop.run_until_complete(_await(step))
        except BaseException:  # noqa: BLE001 -- raised where it was awaited
            step = driven.throw(*sys.exc_info())
        else:
            step = driven.switch(value)
    done: T = step
    return done


def _running() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


async def _await(awaitable: Awaitable[T]) -> T:
    return await awaitable
