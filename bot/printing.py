"""Draws the sheets that were asked for, in a process of its own, and says when they are there."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context

import structlog
from sqlalchemy import Connection

from bot.aside import bound, follow
from bot.house import House, place
from bot.typesetting import typeset
from governance.papers import Book, Paper
from handlers.sheets import Print, Written, write
from storage import inbox
from storage.alarms import sound
from storage.papers import Papers
from storage.rows import ms

log = structlog.get_logger(__name__)
LOOK_SECONDS = 1


class Printing:
    """Looks for sheets to draw; a sheet that cannot be drawn is told to the operator, once."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._looking = asyncio.Lock()
        self._pool: ProcessPoolExecutor | None = None  # most days have no sheet
        self._closed = False

    async def look(self) -> None:
        """Draw all that waits, oldest first."""
        async with self._looking:  # else what is being drawn would be drawn beside it
            while found := await self._house.reader.run(lambda c: self._papers(c).wanted()):
                for paper in found:
                    if self._closed:
                        return
                    await self._draw(paper)

    def close(self) -> None:
        """Let the process go; what it draws just now is drawn anew by the next."""
        self._closed = True
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    async def _draw(self, number: int) -> None:
        house = self._house
        try:
            paper, sheet = await house.reader.run(lambda c: self._written(c, number))
            body = await self._beside(_drawing(paper, sheet))
        except Exception as error:  # noqa: BLE001 -- one bad sheet must not stop the others
            if self._closed:
                return
            # no traceback: its words may hold what people wrote
            log.error("paper.broken", paper=number, error=place(error))  # noqa: TRY400 -- as said
            await house.writer.submit(lambda c: self._broken(c, number))
        else:
            await house.writer.submit(lambda c: self._drawn(c, number, body))

    async def _beside(self, drawing: Callable[[], bytes]) -> bytes:
        """Draw in the process beside; once more in another where that one was killed."""
        try:
            return await self._once(drawing)
        except BrokenProcessPool:
            return await self._once(drawing)

    async def _once(self, drawing: Callable[[], bytes]) -> bytes:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._process(), drawing)
        except BrokenProcessPool:  # it may be this sheet that kills; others have a process again
            self._pool = None
            raise

    def _written(self, connection: Connection, number: int) -> tuple[Paper, Written]:
        shelf = self._house.shelf(connection)
        paper = shelf.papers.get(number)
        texts = self._house.library.speak(paper.language, shelf.community)
        return paper, write(Print(paper=paper, shelf=shelf, texts=texts))

    def _process(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # spawned: a fork would carry the writer's locks along
            self._pool = ProcessPoolExecutor(
                1, mp_context=get_context("spawn"), initializer=follow
            )
        return self._pool

    def _drawn(self, connection: Connection, number: int, body: bytes) -> None:
        if follows := self._papers(connection).drawn(number, body):
            at = ms(self._house.clock.now())
            inbox.ask(connection, at, follows.verb, f"drawn:{number}", follows.words, now=True)

    def _broken(self, connection: Connection, number: int) -> None:
        self._papers(connection).broken(number)
        sound(connection, ms(self._house.clock.now()), "paper", f"paper:{number}")

    def _papers(self, connection: Connection) -> Papers:
        return Papers(connection, self._house.community_id)


def _drawing(paper: Paper, sheet: Written) -> Callable[[], bytes]:
    """Return how a sheet becomes bytes: its view says whether it is words, a workbook, or type."""
    if isinstance(sheet, str):
        return partial(str.encode, sheet)
    if isinstance(sheet, Book):
        return partial(bound, sheet, paper.at)
    return partial(typeset, sheet, paper.format, paper.language, ms(paper.at) // 1000)
