"""What a month's accounts cost beside the house: a page drawn, and a workbook read and checked."""

import asyncio
import time
from pathlib import Path
from statistics import median, quantiles

from sqlalchemy import Connection

from benchmarks import editions, world
from benchmarks.bench import Failed
from benchmarks.editions import DRAFTER, ITEM, MONTH
from benchmarks.figures import Figure, most, plain
from benchmarks.runs import Stage
from bot import fetching
from bot.house import House
from bot.printing import Printing
from bot.spreadsheets import written
from governance.disclosures.edition import Edition
from governance.disclosures.freezing import FORMATS, Part
from governance.disclosures.ledger import Ledger, Side
from governance.disclosures.telling import yuan
from governance.papers import Book, Leaf, Paper
from handlers.drafting import tables, worded
from services.disclosures import beside, drafting, sheets
from storage.work import Work

PAGE_LINES, BOOK_LINES = 6, 300  # so many lines of accounts are one page on A4
HEAD = ("收支", "日期", "事由", "金额（元）", "票据号", "对方")
PARTS = {Part.A4: "on paper (A4)", Part.PICTURE: "as a picture"}
BEAT = 0.005  # seconds: so often the event loop is asked whether it is late
SLOW = 1.0  # seconds in which a workbook is to be checked


def page(stage: Stage, *, quick: bool) -> list[Figure]:
    """Draw one page of accounts over and over, by the house's own printing."""
    folder = world.copied(stage.world, stage.fresh())
    return asyncio.run(_pages(folder, 2 if quick else 200))


async def _pages(folder: Path, count: int) -> list[Figure]:
    made = await world.house(world.address(folder))
    printing, found = Printing(made), list[Figure]()
    edition = await made.writer.submit(
        lambda c: editions.written(_work(made, c, "w"), editions.accounts(PAGE_LINES)).id
    )
    await _one(made, printing, edition, Part.A4, -1)  # its process is started, the font read
    for part, called in PARTS.items():
        late = list[float]()
        async with asyncio.TaskGroup() as tasks:
            beat = tasks.create_task(_beat(late))
            took = [await _one(made, printing, edition, part, n) for n in range(count)]
            beat.cancel()
        found += _told(called, took, late)
    printing.close()
    await made.writer.close()
    await made.reader.close()
    return found


def _told(called: str, took: list[float], late: list[float]) -> list[Figure]:
    what, held = f"a page of accounts drawn {called}", f"{max(late) * 1000:.0f} ms at most"
    told = f"{len(took)} times; meanwhile the event loop was late by {_p99(late) * 1000:.1f} ms"
    told += f" in one of a hundred looks, {held}"
    return [
        plain(f"{what}: p50, ms", median(took) * 1000, told),
        plain(f"{what}: p99, ms", _p99(took) * 1000, told),
    ]


def _p99(found: list[float]) -> float:
    return quantiles(found, n=100, method="inclusive")[98]


async def _beat(late: list[float]) -> None:
    """Say again and again how late the event loop comes back."""
    while True:
        due = time.perf_counter() + BEAT
        await asyncio.sleep(BEAT)
        late.append(time.perf_counter() - due)


async def _one(made: House, printing: Printing, edition: int, part: Part, number: int) -> float:
    """Ask for a page, and return in how many seconds its bytes are there."""
    paper = Paper(
        key=f"bench:{part}:{number}",
        sheet=f"edition_{part}",
        format=FORMATS[part],
        name="n",
        language="zh-CN",
        facts={"edition": edition},
        at=made.clock.now(),
    )
    wanted = await made.writer.submit(lambda c: _work(made, c, "w").papers.want(paper, "none").id)
    began = time.perf_counter()
    await printing.look()
    took = time.perf_counter() - began
    if not await made.reader.run(lambda c: made.shelf(c).papers.get(wanted).digest):
        raise Failed("a page of accounts could not be drawn")
    return took


def workbook(stage: Stage, *, quick: bool) -> list[Figure]:
    """Let a workbook of 300 lines be read and checked, from its bytes to what is said of it."""
    folder = world.copied(stage.world, stage.fresh())
    took = asyncio.run(_checked(folder, 2 if quick else 20))
    detail = f"{min(took):.2f}-{max(took):.2f} s: read in a process of its own, checked, taken"
    return [most(f"{BOOK_LINES}-line workbook checked, s", median(took), SLOW, detail)]


async def _checked(folder: Path, count: int) -> list[float]:
    made = await world.house(world.address(folder))
    edition = await made.writer.submit(lambda c: _owed(_work(made, c, "owe")))
    body = _book(made, BOOK_LINES)
    took = [await _check(made, edition, body, n) for n in range(count)]
    await made.writer.close()
    await made.reader.close()
    return took


def _owed(work: Work) -> int:
    return work.disclosures.add(Edition(item=ITEM, period=MONTH)).id


async def _check(made: House, edition: int, body: bytes, number: int) -> float:
    """Send the workbook in a talk; return how long it took. Failed where it was not taken."""
    by = editions.account(DRAFTER)
    talk = await made.writer.submit(
        lambda c: drafting.begin(_work(made, c, f"talk{number}", by), edition).id
    )
    began = time.perf_counter()
    told = await asyncio.to_thread(fetching.apart, body)
    found = tables(told)
    words = worded(made.library.speak("zh-CN"))
    await made.writer.submit(
        lambda c: sheets.arrived(
            _work(made, c, f"book{number}", by), talk, told["wrong"], found, words
        )
    )
    took = time.perf_counter() - began
    await made.reader.run(lambda c: _all_there(made, c, edition))
    return took


def _all_there(made: House, connection: Connection, edition: int) -> None:
    shelf = made.shelf(connection)
    content = beside.content(shelf, shelf.disclosures.get(edition))
    lines = len(content.lines) if isinstance(content, Ledger) else 0
    if lines != BOOK_LINES:
        raise Failed(f"{lines} of {BOOK_LINES} lines of a workbook were taken")


def _book(made: House, lines: int) -> bytes:
    """Return a month's accounts as a workbook, as somebody would send it."""
    content = editions.accounts(lines)
    entries = {Side.INCOME: "收入", Side.EXPENSE: "支出"}
    rows = [
        (entries[line.side], line.on.isoformat(), line.what, yuan(line.amount), line.receipt)
        for line in content.lines
    ]
    first, last = ("期初", "", "", yuan(content.opening)), ("期末", "", "", yuan(content.closing))
    leaf = Leaf(name="收支账", columns=HEAD, rows=(first, *rows, last), figures=(3,))
    return written(Book(leaves=(leaf,)), made.clock.now())


def _work(made: House, connection: Connection, unit: str, person: int = 0) -> Work:
    return made.work(connection, unit, person, made.clock.now())
