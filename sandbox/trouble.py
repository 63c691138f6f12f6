"""What a fault does to one call or one batch of updates, and the line that it may cut."""

import asyncio
from typing import Any

from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sandbox.courier import lane_of
from sandbox.errors import ApiError, FloodError
from sandbox.faults import POLL, Fault
from sandbox.stage import Sandbox

Json = dict[str, Any]

_LINE = "sandbox.line"
_BAD_GATEWAY = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n"
    "</body>\r\n</html>\r\n"
)


class NotReachedError(ApiError):
    """The call never came to the Bot API, so it took no effect."""


class Trouble:
    """The fault that a call meets, if any, and what becomes of its answer."""

    def __init__(self, fault: Fault | None) -> None:
        self._fault = fault
        self.kind = None if fault is None else fault.kind

    @property
    def noted(self) -> Json:
        """Return what the record of the call says of it."""
        fault = self._fault
        if fault is None:
            return {}
        return {"fault": fault.kind, "fault_id": fault.id, "storm": fault.storm}

    @property
    def answers(self) -> bool:
        """Tell whether the bot is given the Bot API's answer."""
        return self.kind not in ("apply-then-drop", "drop-before-apply", "502")

    def before(self) -> None:
        """Refuse a call that shall take no effect."""
        fault = self._fault
        if fault is None:
            return
        if fault.kind == "429":
            raise FloodError(fault.retry_after)
        if fault.kind == "error":
            raise ApiError(fault.code, fault.description)
        if fault.kind == "drop-before-apply" or (fault.kind == "502" and not fault.applied):
            raise NotReachedError(502, f"never reached the Bot API: {fault.kind}")

    async def after(self) -> None:
        """Let the answer wait where it shall be slow."""
        if self._fault is not None and self.kind == "slow":
            await asyncio.sleep(self._fault.delay)

    def instead_of(self, usual: Response) -> Response:
        """Return what the bot is given."""
        if self.answers:
            return usual
        return HTMLResponse(_BAD_GATEWAY, status_code=502) if self.kind == "502" else Cut()


class Cut(Response):
    """No answer at all: the connection ends."""

    async def __call__(self, scope: Scope, receive: Receive, _send: Send) -> None:
        """Cut the line."""
        scope[_LINE].abort()
        # once the server has noticed, it asks for no answer any more
        while (await receive())["type"] != "http.disconnect":
            pass


def knows_its_line(app: ASGIApp) -> ASGIApp:
    """Let each request know its connection, which ASGI itself does not tell of."""

    async def knowing(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            # uvicorn's `send` belongs to the exchange, and that holds the connection
            scope[_LINE] = getattr(getattr(send, "__self__", None), "transport", None)
        await app(scope, receive, send)

    return knowing


def stir(sandbox: Sandbox, batch: list[Json]) -> list[Json]:
    """Return a batch of updates as the faults leave it."""
    for update in batch[-1:]:
        if sandbox.faults.hit(("duplicate",), POLL, _chat(update)):
            sandbox.updates.repeat(update)
    pair = next((n for n in range(1, len(batch)) if _apart(batch[n - 1], batch[n])), None)
    if pair is not None and sandbox.faults.hit(("swapped-lanes",), POLL):
        batch[pair - 1 : pair + 1] = [batch[pair], batch[pair - 1]]
    return batch


def _apart(one: Json, other: Json) -> bool:
    return lane_of(one) != lane_of(other)


def _chat(update: Json) -> int | None:
    place = lane_of(update)[1]
    return place if isinstance(place, int) else None
