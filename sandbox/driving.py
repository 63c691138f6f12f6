"""Time and rest: the clock pushed forward, the bot's idle signal, the wait for both."""

import asyncio
from typing import Any

from starlette.requests import Request

from sandbox import polls
from sandbox.bodies import Body, query_number, read_body
from sandbox.clock import MILLISECONDS
from sandbox.errors import MistakeError
from sandbox.events import Event
from sandbox.signals import Signal
from sandbox.stage import Sandbox

Json = dict[str, Any]

CLOCK_SECONDS = 25
IDLE_SECONDS = 30


async def read_clock(sandbox: Sandbox, request: Request) -> Json:
    """Tell the time, as soon as its version differs from the one known."""
    after = query_number(request, "after")
    if after is not None:
        await sandbox.events.until(lambda: sandbox.clock.version != after, seconds=CLOCK_SECONDS)
    return {**sandbox.clock.reading()}


async def advance_clock(sandbox: Sandbox, request: Request) -> Json:
    """Push the clock forward between two rests of the bot."""
    body = await read_body(request)
    _check_advance(body)
    if sandbox.signals.last is not None and not await _rest(sandbox, IDLE_SECONDS):
        return {"now": sandbox.clock.now(), "idle": False}
    sandbox.clock.advance(_distance(sandbox, body))
    sandbox.events.publish("clock", **sandbox.clock.reading())
    polls.close_due(sandbox)
    sandbox.settle()
    if sandbox.signals.last is not None:
        await _rest(sandbox, IDLE_SECONDS)
    return {"now": sandbox.clock.now(), "idle": sandbox.signals.is_idle()}


async def wait_idle(sandbox: Sandbox, request: Request) -> Json:
    """Wait for the bot to come to rest."""
    seconds = query_number(request, "timeout")
    return {"idle": await _rest(sandbox, IDLE_SECONDS if seconds is None else seconds)}


async def take_signal(sandbox: Sandbox, request: Request) -> Json:
    """Take over what the bot says of itself, and tell it the time."""
    body = await read_body(request)
    signal = Signal(
        session=body.text("session"),
        idle=body.flag("idle"),
        offset=body.number("offset"),
        clock=body.number("clock"),
        next=body.maybe_number("next"),
    )
    doors, before = body.field("doors", dict), sandbox.signals.starts
    if sandbox.signals.take(signal) and doors is not None:
        sandbox.doors = doors
        sandbox.events.publish("doors", doors=doors)
    if sandbox.signals.starts != before:
        sandbox.events.publish("starts", starts=sandbox.signals.starts)
    sandbox.settle()
    return {**sandbox.clock.reading()}


async def next_event(queue: asyncio.Queue[Event | None], seconds: float) -> Event | None:
    """Return the next event, an empty one where none came in time, None at the end."""
    try:
        async with asyncio.timeout(seconds):
            return await queue.get()
    except TimeoutError:
        return {}


async def _rest(sandbox: Sandbox, seconds: float) -> bool:
    return await sandbox.events.until(sandbox.signals.is_idle, seconds=seconds)


def _check_advance(body: Body) -> None:
    if body.content.get("to") == "next":
        return
    seconds = body.content.get("seconds")
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or seconds < 0:
        raise MistakeError('Give `seconds`, a number of 0 or more, or `"to": "next"`.')


def _distance(sandbox: Sandbox, body: Body) -> int:
    """Return how far to go, in milliseconds."""
    if body.content.get("to") != "next":
        return round(MILLISECONDS * float(body.content["seconds"]))
    if sandbox.signals.last is None or sandbox.signals.last.next is None:
        raise MistakeError("The bot has named nothing due; give `seconds` instead.")
    return max(0, sandbox.signals.last.next - sandbox.clock.now())
