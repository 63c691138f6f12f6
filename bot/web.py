"""The doors to the web: alive, ready, measured, and the webhook; one server in the bot's loop."""

import contextlib
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.front import Front
from bot.hooks import BUSY
from bot.receiving import Stopped
from bot.speech import bilingual
from config.settings import Settings

log = structlog.get_logger(__name__)
SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- the name of a header
PAUSE = "5"  # seconds that Telegram waits before it comes again
GONE = 400  # said to nobody: who asked has hung up
LEAVE = 5  # seconds for requests under way at the end


def build(front: Front, hook: str | None) -> Starlette:
    """Put the doors together; `hook` is the path of the webhook, None where the bot polls."""

    async def alive(_request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def ready(_request: Request) -> Response:
        told = await front.ready()
        return JSONResponse(told, status_code=200 if told["ready"] else BUSY)

    async def measured(_request: Request) -> Response:
        body, kind = await front.measured()
        return Response(body, headers={"Content-Type": kind})

    async def taken(request: Request) -> Response:
        try:
            status = await front.take(request.headers.get(SECRET, ""), request.stream())
        except ClientDisconnect:
            return Response(status_code=GONE)
        return Response(
            status_code=status, headers={"Retry-After": PAUSE} if status == BUSY else {}
        )

    routes = [
        Route("/healthz", alive),
        Route("/readyz", ready),
        Route("/metrics", measured),
    ]
    if hook is not None:
        routes.append(Route(hook, taken, methods=["POST"]))
    return Starlette(routes=routes)


class Server(uvicorn.Server):
    """Serves in the bot's own loop, and leaves the signals to the bot."""

    def __init__(self, app: Starlette, listening: socket.socket) -> None:
        config = uvicorn.Config(
            app,
            http="httptools",
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=LEAVE,
        )
        super().__init__(config)
        self._listening = listening

    async def run_until_stopped(self) -> None:
        """Serve until `should_exit` is set."""
        host, port = self._listening.getsockname()[:2]
        log.info("web.up", host=host, port=port)
        await self.serve(sockets=[self._listening])

    def leave(self) -> None:
        """Take nothing more in, and end."""
        self.should_exit = True

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave them to the bot."""
        yield


def server(settings: Settings, front: Front) -> Server:
    """Listen as the settings say; raise Stopped with a plain sentence where that cannot be."""
    hook = None if settings.webhook_url is None else urlsplit(settings.webhook_url).path or "/"
    return Server(build(front, hook), listen(settings.doors or ""))


def listen(address: str) -> socket.socket:
    """Take host:port; raise Stopped where it cannot be had."""
    host, _, port = address.rpartition(":")
    host = host.strip("[]")
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        # named as TCP, or asyncio leaves Nagle's algorithm on and every answer takes 40 ms
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((host, int(port)))
            listening.listen(128)
        except BaseException:
            listening.close()
            raise
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Stopped(bilingual("ops-stop-listen", address=address, why=why)) from None
    return listening
