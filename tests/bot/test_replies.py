"""Every reply of Telegram that is no plain yes, over HTTP, and what stands in the outbox after."""

import time

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot import failing
from bot.transport import AiohttpRequest, Transport
from storage.cards import CARDS
from storage.chats import CHATS
from storage.directory import PEOPLE
from storage.outbox import OUTBOX
from tests.bot import doors
from tests.bot.doors import GROUP, LI, WANG, ZHANG
from tests.bot.replies import CUT, GARBLED, NEW, REPLIES, TOKEN


class Telegram:
    """Answers the first call as told, and every other as when all is well."""

    def __init__(self, reply):
        self.reply, self.calls = reply, []

    async def answer(self, request):
        method, params = request.path.rsplit("/", 1)[-1], await request.json()
        self.calls.append((method, params))
        if len(self.calls) > 1:
            chat = {"id": params.get("chat_id")}
            done = {"message_id": 200 + len(self.calls), "chat": chat}
            return web.json_response({"ok": True, "result": done})
        if self.reply.says == CUT:
            request.transport.abort()
        if self.reply.says == GARBLED:
            return web.Response(status=self.reply.code, text="<html>Bad Gateway</html>")
        told = {"ok": False, "error_code": self.reply.code, "description": self.reply.says}
        if self.reply.parameters:
            told["parameters"] = self.reply.parameters
        return web.json_response(told, status=self.reply.code or 500)


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI, ZHANG, WANG)
        await town.report()
        await town.alter(OUTBOX, status="sent")
        yield town


@pytest.fixture(autouse=True)
def briskly(monkeypatch):
    monkeypatch.setattr(failing, "PAUSES", (0,))


async def holds(town, also, sender, calls):
    people = dict(await town.rows(PEOPLE.c.id, PEOPLE.c.reachable))
    chats = {
        row[0]: row[1:] for row in await town.rows(CHATS.c.id, CHATS.c.status, CHATS.c.can_write)
    }
    checks = {
        "unreachable": lambda: people[LI] is False,
        "closed": lambda: chats.get(GROUP) == ("out", False),
        "muted": lambda: chats.get(GROUP) == ("bound", False),
        "moved": lambda: NEW in chats and GROUP not in chats,
        "plain": lambda: [("parse_mode" in params) for _, params in calls] == [True, False],
        "cooled": lambda: len(calls) == 1 and sender._pacer._chats[LI].rest > time.monotonic() + 6,
    }
    return checks[also]()


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
async def test_a_reply_has_its_fate_and_its_next_step(town, reply):
    if reply.posted:
        await town.alter(CARDS, message=77)
    await town.put(reply.what)
    mine = max(number for (number,) in await town.rows(OUTBOX.c.id))
    telegram = Telegram(reply)
    app = web.Application()
    app.router.add_post("/{path:.*}", telegram.answer)
    async with TestServer(app) as server:
        way = Transport(TOKEN, str(server.make_url("")), AiohttpRequest())
        await way.start()
        async with doors.sending(town, way_of(way)) as sender:
            if reply.row[0] == "waiting" and reply.also[0] not in {"closed", "muted"}:
                await town.tried()
            else:
                await town.settled()
            also = [
                name for name in reply.also if not await holds(town, name, sender, telegram.calls)
            ]
        await way.shutdown()

    columns = (OUTBOX.c.id, OUTBOX.c.status, OUTBOX.c.chat)
    [row] = [row[1:] for row in await town.rows(*columns) if row[0] == mine]
    chats = {reply.what.address.chat, *(chat for _, chat in reply.then)}
    then = [(m, p.get("chat_id")) for m, p in telegram.calls[1:] if p.get("chat_id") in chats]
    assert (row, also) == (reply.row, [])
    assert tuple(then) == reply.then


def way_of(transport):
    """Give a transport the hand that `doors.sending` lets go of at the end."""

    class Way:
        open = doors.Caller().open

        async def call(self, method, params):
            return await transport.call(method, params)

    return Way()


def test_no_error_of_the_design_is_without_its_row():
    told = " ".join(reply.says.lower() for reply in REPLIES.values())
    for words in (
        "upgraded to a supergroup",
        "kicked from the group",
        "kicked from the supergroup",
        "is not a member of",
        "the group chat was deleted",
        "blocked by the user",
        "user is deactivated",
        "can't initiate conversation",
        "not enough rights to send",
        "chat_write_forbidden",
        "topic_closed",
        "private chat not found",
        "peer_id_invalid",
        "message is not modified",
        "message to edit not found",
        "message to delete not found",
        "message can't be edited",
        "message thread not found",
        "can't parse entities",
        "conflict",
        "retry after",
        "unauthorized",
        "method not found",
    ):
        assert words in told
