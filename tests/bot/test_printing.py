"""A sheet is drawn once, beside the house; what was drawn is what is sent, and sent up once."""

import asyncio
import os
import signal
import struct
from functools import partial
from types import SimpleNamespace

import pytest
import pytest_asyncio
import typst

from bot.printing import Printing
from bot.typesetting import fonts, typeset
from bot.wiring import state
from governance.notices import Address
from governance.papers import Format, Paper, Sheet, Table
from handlers import sheets
from handlers.views import NOTICES
from handlers.views.shown import paper as shown
from storage.alarms import ALARMS
from storage.inbox import DUES
from storage.papers import PAPERS, Papers
from tests.bot import doors
from tests.bot.doors import GROUP, MONDAY, STAFF

ROWS = [[f"第{n}项 楼道灯更换", f"{n}.00"] for n in range(300)]
LEDGER = Table(heading="明细", columns=["事项", "金额（元）"], rows=ROWS, right=[1])
SHEET = Sheet(title="公示", under="三月", lines=["收支相符。"], tables=[LEDGER], foot="幸福里")


@pytest_asyncio.fixture
async def town(tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "SHEETS", {"plain": lambda _: SHEET, "bad": _bad})
    monkeypatch.setitem(NOTICES, "paper", lambda page: shown(page, "三月公示"))
    async with doors.opened(tmp_path) as town:
        yield town


def _bad(given):
    raise ValueError("王建国 13800001111")


def wanted(sheet="plain", how=Format.PICTURE, name="三月.png"):
    paper = Paper(
        key=f"{sheet}:{how}", sheet=sheet, format=how, name=name, language="zh-CN", at=MONDAY
    )
    return lambda c: Papers(c, 1).want(paper, "published", edition=7)


@pytest_asyncio.fixture
async def printing(town):
    made = Printing(town.house)
    yield made
    made.close()


async def test_a_sheet_is_drawn_and_the_verb_that_waits_for_it_is_due(town, printing):
    paper = await town.unit(wanted())
    await printing.look()
    await printing.look()

    [(body, digest)] = await town.rows(PAPERS.c.body, PAPERS.c.digest)
    assert body.startswith(b"\x89PNG")
    assert len(digest) == 64
    assert await town.rows(DUES.c.verb, DUES.c.words) == [
        ("published", {"edition": 7, "paper": paper.id})
    ]


async def test_a_sheet_is_looked_for_as_soon_as_it_is_asked_for_and_drawn_by_one(
    town, printing, monkeypatch
):
    drawings = []
    monkeypatch.setattr(sheets, "SHEETS", {"plain": lambda _: drawings.append(1) or SHEET})
    before = town.house.writer.urgent

    await town.unit(wanted())
    asked = town.house.writer.urgent
    await asyncio.gather(printing.look(), printing.look())

    assert asked == before + 1
    assert town.house.writer.urgent == asked + 1  # and what follows is for now as well
    assert drawings == [1]


async def test_a_sheet_that_cannot_be_written_is_told_once_and_stops_no_other(
    town, printing, capsys
):
    await town.unit(wanted("bad"))
    await town.unit(wanted())
    await printing.look()
    await printing.look()

    assert await town.rows(ALARMS.c.key, ALARMS.c.what) == [("paper", "paper:1")]
    assert await town.rows(DUES.c.verb) == [("alarms",), ("published",)]
    assert "王建国" not in capsys.readouterr().out


async def test_a_process_that_was_killed_costs_no_sheet(town, printing):
    os.kill(await printing._beside(os.getpid), signal.SIGKILL)
    await town.unit(wanted())
    await printing.look()

    assert await town.rows(ALARMS.c.key) == []
    assert await town.rows(DUES.c.verb) == [("published",)]


async def test_a_sheet_that_kills_is_told_and_the_next_has_a_process_again(
    town, printing, monkeypatch
):
    kills = partial(os._exit, 1)
    with monkeypatch.context() as patched:
        patched.setattr("bot.printing._drawing", lambda *_: kills)
        await town.unit(wanted())
        await printing.look()
    await town.unit(wanted(how=Format.A4))
    await printing.look()

    assert await town.rows(ALARMS.c.key, ALARMS.c.what) == [("paper", "paper:1")]
    assert ("published",) in await town.rows(DUES.c.verb)


async def test_what_is_closed_draws_no_more_and_calls_no_sheet_broken(town):
    await town.unit(wanted())
    for drawn in (False, True):
        made = Printing(town.house)
        if drawn:
            await made._beside(os.getpid)
        made.close()
        await made.look()
        assert (made._pool is not None) == drawn

    assert await town.rows(ALARMS.c.key) == []
    assert await town.rows(DUES.c.verb) == []


async def test_the_bytes_go_up_once_and_by_their_id_from_then_on(town, printing):
    await town.unit(wanted(how=Format.A4, name="三月.pdf"))
    await printing.look()
    body = await town.unit(lambda c: Papers(c, 1).body(1))
    [(method, params)] = (await sent(town, GROUP)).calls
    file = params["document"]
    assert (method, params["caption"]) == ("sendDocument", "三月公示")
    assert (file.input_file_content, file.filename) == (body, "三月.pdf")

    again = await sent(town, STAFF)
    assert again.calls[0][1]["document"] == "BQAC1"


async def sent(town, chat):
    """Send the paper into a chat by a Telegram that gives it an id."""
    await town.put(doors.notice("paper", address=Address(chat=chat), facts={"paper": 1}))
    caller = Filing()
    async with doors.sending(town, caller):
        await town.settled()
    return caller


class Filing(doors.Caller):
    async def call(self, method, params):
        return {**await super().call(method, params), "document": {"file_id": "BQAC1"}}


def test_a_picture_is_as_wide_as_a_phone_shows_and_as_long_as_it_needs():
    few = Sheet(title="公示", lines=["一", "二"])
    picture = typeset(few, Format.PICTURE, "zh-CN", 0)
    width, height = struct.unpack(">II", picture[16:24])

    assert width == 1080
    assert 300 < height < 1000
    assert picture == typeset(few, Format.PICTURE, "zh-CN", 0)


@pytest.mark.parametrize(("how", "pages"), [(Format.A4, 10), (Format.A3, 8)])
def test_three_hundred_lines_go_on_many_pages(monkeypatch, how, pages):
    assert typeset(SHEET, how, "zh-CN", 0).startswith(b"%PDF")

    # the same layout as pictures, of which there is one a page
    drawn, compiled = [], typst.compile
    monkeypatch.setattr(typst, "compile", lambda *a, **m: drawn.append((a, m)) or b"")
    typeset(SHEET, how, "zh-CN", 0)
    [(given, more)] = drawn
    assert len(compiled(*given, **more | {"format": "png"})) >= pages


def test_the_font_is_our_own():
    assert (fonts() / "NotoSansSC-Regular.ttf").is_file()


async def test_a_drill_waits_until_every_sheet_is_drawn(town):
    told = SimpleNamespace(
        house=town.house,
        receiver=SimpleNamespace(offset=0),
        lanes=SimpleNamespace(busy=False),
        sender=SimpleNamespace(flying=0),
    )
    assert (await state(told))["idle"]
    await town.unit(wanted())

    assert not (await state(told))["idle"]
