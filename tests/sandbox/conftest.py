import asyncio
import ssl
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from sandbox.clock import Clock
from sandbox.living import live
from sandbox.server import build_app, open_socket
from sandbox.stage import ROOT, Sandbox
from sandbox.town import read_town
from tests import oracle
from tests.sandbox.playing import TOWN, Play

# Nothing here is encrypted, but httpx would load the world's certificates for every client.
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class Switch:
    """Hands every request to the sandbox of the test that runs now."""

    def __init__(self) -> None:
        self.app: Any = None
        self.loop: Any = None

    async def __call__(self, scope, receive, send):
        self.loop = asyncio.get_running_loop()
        await self.app(scope, receive, send)


class Listening(uvicorn.Server):
    """Tells the thread that waits for it when it listens."""

    def __init__(self, config):
        super().__init__(config)
        self.listens = threading.Event()

    async def startup(self, sockets=None):
        await super().startup(sockets)
        self.listens.set()


@pytest.fixture(scope="session")
def server():
    switch, listening = Switch(), open_socket("127.0.0.1", 0)
    config = uvicorn.Config(
        switch, log_level="warning", access_log=False, lifespan="off", timeout_graceful_shutdown=1
    )
    running = Listening(config)
    thread = threading.Thread(
        target=lambda: asyncio.run(running.serve(sockets=[listening])), daemon=True
    )
    thread.start()
    assert running.listens.wait(10)
    yield switch, f"http://127.0.0.1:{listening.getsockname()[1]}"
    running.should_exit = True
    thread.join()
    listening.close()


@pytest.fixture
def town_file(tmp_path) -> Path:
    path = tmp_path / "town.toml"
    path.write_text(TOWN, encoding="utf-8")
    return path


@pytest.fixture
async def play(server, town_file):
    switch, url = server
    sandbox = Sandbox(read_town(town_file), Clock(), ROOT, town_file)
    switch.app = build_app(sandbox)
    async with httpx.AsyncClient(base_url=url, timeout=15, verify=NO_TLS) as http:
        playing = Play(url, sandbox, http)
        yield playing
        traffic = sandbox.ledger.traffic_after(0)
        granted = [call for call in traffic["replies"] if call["reply"]["ok"]]
        oracle.check_traffic({**traffic, "replies": granted})


@pytest.fixture
async def living(server, play):
    """The same, with all that goes on in it by itself: webhooks, storms, ends of faults."""
    await play.get("/world")
    going = asyncio.run_coroutine_threadsafe(live(play.sandbox), server[0].loop)
    yield play
    going.cancel()
    with suppress(asyncio.CancelledError):
        await asyncio.wrap_future(going)
