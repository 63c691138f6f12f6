"""Breaking it on purpose, as the control interface is asked for it: faults, storms, limits."""

import time
from collections.abc import Awaitable, Callable
from typing import Any, Final

from starlette.requests import Request

from sandbox import storms
from sandbox.bodies import Body, path_number, read_body
from sandbox.errors import MistakeError, UnknownError
from sandbox.faults import EVERY, GIVING, KINDS, MOST, POLL, WEBHOOK, Fault
from sandbox.inflicting import DEEDS
from sandbox.stage import Sandbox

Json = dict[str, Any]
Ask = Callable[[Sandbox, Request], Awaitable[Json]]

_DAY = 86_400
_MONTH = 31 * _DAY
_MINUTE = 60
_RATE = 50
_MANY = 100_000


async def inflict(sandbox: Sandbox, request: Request) -> Json:
    """Let a fault be active, or do its work at once."""
    body = await read_body(request)
    if len(sandbox.faults) >= MOST:
        raise MistakeError(f"{MOST} faults are active: clear some first (DELETE /faults).")
    fault = storms.let_loose(sandbox, _fault(body))
    return {"id": fault.id, "chat": fault.chat, "person": fault.person}


async def list_active(sandbox: Sandbox, _request: Request) -> Json:
    """Tell which faults and storms are active."""
    now = time.monotonic()
    return {**sandbox.faults.shown(), "storms": [one.shown(now) for one in sandbox.storms]}


async def clear(sandbox: Sandbox, _request: Request) -> Json:
    """End every storm and every fault."""
    sandbox.storms.clear()
    sandbox.faults.clear()
    sandbox.break_changed()
    return {}


async def end(sandbox: Sandbox, request: Request) -> Json:
    """End one fault."""
    number = path_number(request, "fault")
    if not sandbox.faults.end(number):
        raise UnknownError(f"No fault {number} is active; see GET /sandbox/v1/faults.")
    return {}


async def storm(sandbox: Sandbox, request: Request) -> Json:
    """Let a storm begin."""
    body = await read_body(request)
    kinds = body.field("kinds", list) or list(storms.STORMY)
    if unknown := [one for one in kinds if one not in storms.STORMY]:
        raise MistakeError(f"No storm brings {unknown[0]!r}: use {', '.join(storms.STORMY)}.")
    seconds = _measure(body, "seconds", 30.0, least=0.1, most=_DAY)
    rate = _measure(body, "rate", 1.0, least=0.01, most=_RATE)
    begun = storms.begin(sandbox, body.maybe_number("seed") or 0, kinds, seconds, rate)
    return {"id": begun.id, "faults": len(begun.coming)}


async def read_limits(sandbox: Sandbox, _request: Request) -> Json:
    """Tell whether the limits of sending are on, and what they met."""
    return sandbox.pace.shown()


async def set_limits(sandbox: Sandbox, request: Request) -> Json:
    """Switch the limits of sending; `reset` begins to count anew."""
    body = await read_body(request)
    on, slack = body.field("on", bool), body.maybe_number("slack_ms")
    if slack is not None and not 0 <= slack <= 1000:  # noqa: PLR2004 -- the second they bend
        raise MistakeError("`slack_ms` must be from 0 to 1000.")
    sandbox.pace.on = sandbox.pace.on if on is None else bool(on)
    sandbox.pace.slack = sandbox.pace.slack if slack is None else slack
    if body.field("reset", bool):
        sandbox.pace.forget()
    sandbox.break_changed()
    return sandbox.pace.shown()


async def read_hook(sandbox: Sandbox, _request: Request) -> Json:
    """Tell how the webhook fares."""
    courier = sandbox.courier
    return {**courier.info(), "scale": courier.scale, "patience": courier.patience}


async def set_hook(sandbox: Sandbox, request: Request) -> Json:
    """Shorten the pauses of the webhook, for tests."""
    body, courier = await read_body(request), sandbox.courier
    courier.scale = _measure(body, "scale", courier.scale, least=0.001, most=1)
    courier.patience = _measure(body, "patience", courier.patience, least=0.1, most=_MINUTE)
    return await read_hook(sandbox, request)


ROUTES: Final[list[tuple[str, Ask, str]]] = [
    ("/faults", inflict, "POST"),
    ("/faults", list_active, "GET"),
    ("/faults", clear, "DELETE"),
    ("/faults/{fault}", end, "DELETE"),
    ("/storm", storm, "POST"),
    ("/limits", read_limits, "GET"),
    ("/limits", set_limits, "POST"),
    ("/webhook", read_hook, "GET"),
    ("/webhook", set_hook, "POST"),
]


def _fault(body: Body) -> Fault:
    kind = body.text("kind")
    if kind not in KINDS:
        raise MistakeError(f"There is no fault {kind!r}: use one of {', '.join(KINDS)}.")
    lasts = body.content.get("seconds")
    seconds = None if lasts is None else _measure(body, "seconds", 1, least=0.01, most=_DAY)
    fault = Fault(
        kind=kind,
        method=_method(body),
        chat=body.maybe_number("chat"),
        person=body.maybe_number("person"),
        times=_times(body, kind, seconds),
        probability=_measure(body, "probability", 1.0, least=0.001, most=1),
        until=None if seconds is None else time.monotonic() + seconds,
        delay=_measure(body, "delay", 2.0, least=0, most=_MINUTE),
        retry_after=int(_measure(body, "retry_after", 3, least=1, most=_DAY)),
        applied=bool(body.field("applied", bool)),
        jump=int(_measure(body, "jump", 3600, least=-_MONTH, most=_MONTH)),
        code=int(_measure(body, "code", 400, least=400, most=599)),
        description=body.maybe_text("description") or "Bad Request: an error of one's choice",
        text=body.maybe_text("text") or "",
        seed=body.maybe_number("seed") or 0,
    )
    if kind in GIVING and fault.method is not None:
        raise MistakeError(f"{kind!r} concerns the giving of updates: leave `method` out.")
    return fault


def _times(body: Body, kind: str, seconds: float | None) -> int | None:
    """Return how often: once where nothing is said, but as often as it comes within a time."""
    times = body.maybe_number("times")
    if times is None:
        return None if seconds is not None and kind not in DEEDS else 1
    if not 1 <= times <= _MANY:
        raise MistakeError(f"`times` must be from 1 to {_MANY}.")
    return times


def _method(body: Body) -> str | None:
    method = body.maybe_text("method")
    if method is not None and not method.isalnum() and method != EVERY:
        raise MistakeError(f"`method` is a method's name, {POLL}, {WEBHOOK} or {EVERY}.")
    return method


def _measure(body: Body, name: str, default: float, *, least: float, most: float) -> float:
    value = body.content.get(name)
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise MistakeError(f"`{name}` must be a number from {least:g} to {most:g}.")
    return float(value)
