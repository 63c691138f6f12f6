"""The sandbox as one web application, and the server that carries it."""

import asyncio
import contextlib
import mimetypes
import signal
import socket
import sys
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from sandbox import api, control
from sandbox.living import live
from sandbox.stage import Sandbox
from sandbox.trouble import knows_its_line

_LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".webp": "image/webp",
}


class Guard:
    """Lets only this machine at the page and the control interface."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 403."""
        if scope["type"] != "http" or scope["path"].startswith(("/bot", "/file/bot")):
            await self.app(scope, receive, send)
            return
        headers = Request(scope).headers
        origin = headers.get("origin")
        if is_local(f"//{headers.get('host', '')}") and (origin is None or is_local(origin)):
            await self.app(scope, receive, send)
            return
        refusal = JSONResponse({"error": "Only this machine may come in here."}, status_code=403)
        await refusal(scope, receive, send)


def is_local(address: str) -> bool:
    """Tell whether an address is this machine's own."""
    try:
        return urlsplit(address).hostname in _LOCAL
    except ValueError:
        return False


def build_app(sandbox: Sandbox) -> ASGIApp:
    """Put page, Bot API and control interface together."""
    for extension, kind in _TYPES.items():
        mimetypes.add_type(kind, extension)
    page = sandbox.root / "page"

    async def index(_request: Request) -> Response:
        if not (page / "index.html").is_file():
            return PlainTextResponse("The page is not there yet.", status_code=404)
        return FileResponse(page / "index.html", headers={"Cache-Control": "no-cache"})

    async def picture(request: Request) -> Response:
        name = request.path_params["name"]
        sent = sandbox.files.by_name(name)
        if sent is not None and not sent.is_document:
            kind = mimetypes.guess_type(sent.name)[0]
            return Response(sent.content, media_type=kind)
        path = sandbox.root / "pictures" / name
        if not path.is_file():
            return PlainTextResponse("There is no such picture.", status_code=404)
        return FileResponse(path)

    async def document(request: Request) -> Response:
        sent = sandbox.files.by_name(request.path_params["name"])
        if sent is None or not sent.is_document:
            return PlainTextResponse("There is no such document.", status_code=404)
        # Saved, never shown: a page somebody sent would otherwise speak in our name.
        kept = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(sent.title)}"}
        return Response(sent.content, media_type="application/octet-stream", headers=kept)

    routes = [
        *api.routes(sandbox),
        *control.routes(sandbox),
        Route("/", index),
        Route("/pictures/{name}", picture),
        Route("/documents/{name}", document),
        Mount("/page", StaticFiles(directory=page, check_dir=False)),
    ]
    return knows_its_line(Starlette(routes=routes, middleware=[Middleware(Guard)]))


class Server(uvicorn.Server):
    """Says where it listens, and stops at once although polls and streams are open."""

    def __init__(self, sandbox: Sandbox) -> None:
        config = uvicorn.Config(
            build_app(sandbox),
            log_level="warning",
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=1,
        )
        super().__init__(config)
        self.sandbox = sandbox

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve, with all that goes on by itself, until told to stop."""
        async with asyncio.TaskGroup() as group:
            living = group.create_task(live(self.sandbox))
            await super().serve(sockets)
            living.cancel()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen."""
        await super().startup(sockets)
        for one in sockets or []:
            host, port = one.getsockname()[:2]
            shown = f"[{host}]" if ":" in host else host
            sys.stdout.write(f"sandbox http://{shown}:{port}\n")
            sys.stdout.flush()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End all waiting, then stop."""
        self.sandbox.events.close()
        await super().shutdown(sockets)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take a signal as the wish to stop; unlike uvicorn's own, leave with code 0."""
        wanted = (signal.SIGINT, signal.SIGTERM)
        before = {number: signal.signal(number, self.handle_exit) for number in wanted}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def open_socket(host: str, port: int) -> socket.socket:
    """Take the port; port 0 takes a free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio leaves Nagle's algorithm on and every answer takes 40 ms.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)
    except BaseException:
        listening.close()
        raise
    return listening
