"""A server that accepts and never answers: the poll is cut off, the next goes by a new line."""

import asyncio
from contextlib import asynccontextmanager
from types import SimpleNamespace

import pytest
import pytest_asyncio

from bot import receiving, wiring
from bot.counting import Counts
from bot.errors import OutcomeUnknown
from bot.receiving import Receiver
from bot.transport import AiohttpRequest, Transport
from bot.watching import MARGIN, Watched
from storage.inbox import INBOX
from tests.bot import doors
from tests.bot.telegram import TOKEN

ANSWER = (
    b'{"ok":true,"result":[{"update_id":7,"message":'
    b'{"message_id":1,"date":1,"chat":{"id":5,"type":"private"}}}]}'
)

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(
    ANSWER
)


class Silent:
    """Accepts every connection; answers only those after the first so many."""

    def __init__(self, silent):
        self.silent, self.lines = silent, []

    async def serve(self, reader, writer):
        self.lines.append(writer)
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                if len(self.lines) <= self.silent:
                    await asyncio.Event().wait()
                writer.write(HEAD + ANSWER)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def silent(times):
    told = Silent(times)
    server = await asyncio.start_server(told.serve, "127.0.0.1", 0)
    way = Transport(
        TOKEN, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", AiohttpRequest()
    )
    await way.start()
    try:
        yield told, way
    finally:
        await way.shutdown()
        server.close()
        for line in told.lines:
            line.close()


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        yield town


async def test_a_silent_poll_is_cut_off_counted_and_made_anew():
    counts = Counts()

    async with silent(1) as (told, way):
        watched = Watched(way, counts, margin=0.05)
        with pytest.raises(OutcomeUnknown):
            await watched.poll({}, seconds=0)
        before = (counts.silent, len(told.lines))
        [update] = await Watched(way, counts).poll({}, seconds=0)

    assert before == (1, 1)
    assert (update["update_id"], counts.silent, len(told.lines)) == (7, 1, 2)


async def test_after_a_silence_the_way_is_opened_anew_and_after_an_answer_it_is_not():
    done = []

    class Way:
        async def start(self):
            done.append("start")

        async def shutdown(self):
            done.append("shutdown")

        async def poll(self, _, *, seconds):
            done.append("poll")
            return [] if seconds else await asyncio.Event().wait()

    watched = Watched(Way(), Counts(), margin=0.01)
    with pytest.raises(OutcomeUnknown):
        await watched.poll({}, seconds=0)
    assert await watched.poll({}, seconds=1) == []

    assert done == ["poll", "shutdown", "start", "poll"]


async def test_a_way_that_is_cut_short_as_it_closes_is_opened_all_the_same():
    done, closing = [], asyncio.Event()

    class Way:
        async def start(self):
            done.append("start")

        async def shutdown(self):
            done.append("shutdown")
            closing.set()
            await asyncio.Event().wait()

        async def poll(self, _, *, seconds):  # noqa: ARG002 -- as the transport has it
            await asyncio.Event().wait()

    watched = Watched(Way(), Counts(), margin=0.01)
    polling = asyncio.ensure_future(watched.poll({}, seconds=0))  # noqa: TID251 -- of this test
    async with asyncio.timeout(5):
        await closing.wait()
    polling.cancel()
    await asyncio.wait({polling})

    assert polling.cancelled()
    assert done == ["shutdown", "start"]


@pytest.mark.parametrize("turns", range(4))
async def test_an_end_that_is_told_as_the_answer_comes_is_heeded(turns):
    answer = asyncio.get_running_loop().create_future()

    class Way:
        async def poll(self, _, *, seconds):  # noqa: ARG002 -- as the transport has it
            return await answer

    async def poll_on():
        await Watched(Way(), Counts()).poll({}, seconds=1)
        await asyncio.Event().wait()

    polling = asyncio.ensure_future(poll_on())  # noqa: TID251 -- of this test
    for _ in range(5):
        await asyncio.sleep(0)
    answer.set_result([])
    for _ in range(turns):
        await asyncio.sleep(0)
    polling.cancel()
    await asyncio.wait({polling}, timeout=1)
    heeded = polling.cancelled()
    polling.cancel()
    await asyncio.wait({polling})

    assert heeded


async def test_the_bot_that_polls_is_watched(town):
    class Unhooked:
        async def call(self, _):
            return {"url": ""}

    given = SimpleNamespace(
        settings=SimpleNamespace(webhook_url=None), ways=(None, way := Unhooked())
    )
    leasing = SimpleNamespace(of=lambda *_: None)
    feed = SimpleNamespace(arrive=None, kept=None)

    made = await wiring._receiver(given, town.house, leasing, feed, wiring.Stir())

    assert isinstance(made._transport, Watched)
    assert made._transport._way is way


async def test_a_receiver_behind_a_silent_server_goes_on_and_hears(town, monkeypatch):
    monkeypatch.setattr(receiving, "POLL_SECONDS", 0)
    monkeypatch.setattr(receiving, "PAUSES", (0,))
    came = asyncio.Event()

    async with silent(2) as (_, way):
        watched = Watched(way, town.house.counts, margin=0.05)
        receiver = Receiver(town.house, watched, lambda _: came.set(), seen=0, moved=lambda: None)
        running = asyncio.ensure_future(receiver.run())  # noqa: TID251 -- of this test
        async with asyncio.timeout(5):
            await came.wait()
        await town.unit(lambda _: None)
        running.cancel()
        await asyncio.wait({running})

    assert town.house.counts.silent == 2
    assert await town.rows(INBOX.c.update_id) == [(7,)]


def test_the_watchdog_is_quicker_than_the_transport_and_slower_than_telegram():
    from bot.transport import POLL_SLACK

    assert 0 < MARGIN < POLL_SLACK
