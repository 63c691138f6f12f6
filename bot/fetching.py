"""A spreadsheet that somebody sent: fetched from Telegram, and read in a process of its own.

Whatever a file does while it is read, it does to that process alone, which ends with it.
"""

import asyncio
import csv
import multiprocessing
from collections.abc import Mapping
from contextlib import suppress
from io import StringIO
from itertools import islice
from multiprocessing.connection import Connection as Pipe
from typing import Any, Protocol

import structlog
from telegram.error import TelegramError

from bot.errors import Outcome, classify
from governance.notices import Delivery

log = structlog.get_logger(__name__)
PATIENCE = 30.0  # seconds
LARGEST = 5 * 2**20  # bytes of a file
MEMORY = 2**30  # bytes that may be used up by reading one
PACKED, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
LOCKED = "EncryptedPackage".encode("utf-16-le")
WIDE = (b"\xff\xfe", b"\xfe\xff")
BETWEEN = "\t;,"
NO = frozenset({Outcome.OUT, Outcome.NO_DM, Outcome.REFUSED, Outcome.MUTED, Outcome.GONE})
Told = Mapping[str, Any]


class Fetcher(Protocol):
    """Calls the Bot API, and fetches files."""

    async def call(self, method: str, params: Mapping[str, object]) -> Any:  # noqa: ANN401 -- raw
        """Return the raw result."""

    async def download(self, file_path: str) -> bytes:
        """Fetch a file by the path that getFile named."""


async def fetch(caller: Fetcher, delivery: Delivery) -> Told:
    """Return what stands in a file: its pages, or in a word why it cannot be read.

    Raise TelegramError where it must be asked again: nothing here has an effect.
    """
    try:
        told = await caller.call("getFile", {"file_id": delivery.facts["file"]})
        if int(told.get("file_size") or 0) > LARGEST:
            return {"wrong": "large"}
        body = await caller.download(str(told["file_path"]))
    except TelegramError as error:
        if classify(error, private=False).outcome in NO:
            return {"wrong": "large" if "too big" in str(error) else "gone"}
        raise
    return await asyncio.to_thread(apart, body)


def apart(body: bytes, patience: float = PATIENCE) -> Told:
    """Return what stands in a file, read in another process."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, body), daemon=True)
    process.start()
    theirs.close()
    told: Told | None = None
    try:
        told = ours.recv() if ours.poll(patience) else None
    except EOFError:  # it died: of too much memory, most likely
        log.error("spreadsheet.died", size=len(body))  # noqa: TRY400 -- EOFError says nothing
    finally:
        process.kill()
        process.join()
        ours.close()
    return told or {"wrong": "large"}


def _work(told: Pipe, body: bytes) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource  # not everywhere

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    told.send(read(body))
    told.close()


def read(body: bytes) -> Told:
    """Return what stands in a file, by what it is and not by how it is called."""
    from bot import spreadsheets

    if body.startswith(OLD):
        return {"wrong": "locked" if LOCKED in body else "old"}
    try:
        found = spreadsheets.pages(body) if body.startswith(PACKED) else [_commas(body)]
    except spreadsheets.TooLarge:
        return {"wrong": "large"}
    except (spreadsheets.Unreadable, csv.Error, UnicodeError):
        return {"wrong": "unreadable"}
    return {"wrong": "", "pages": found}


def _commas(body: bytes) -> tuple[str, list[tuple[int, list[str]]], list[tuple[int, int]]]:
    """Return a text of values as a page that has no name: UTF-8, GB18030 or UTF-16."""
    from bot.spreadsheets import LONGEST, MOST_COLUMNS, MOST_ROWS, TooLarge

    text = _decoded(body)
    if "\0" in text:
        raise csv.Error("no text")
    first = text.partition("\n")[0]
    between = max(BETWEEN, key=first.count)
    rows = [
        (number, [cell.strip()[:LONGEST] for cell in cells[:MOST_COLUMNS]])
        for number, cells in enumerate(
            islice(csv.reader(StringIO(text, newline=""), delimiter=between), MOST_ROWS + 1), 1
        )
    ]
    if len(rows) > MOST_ROWS:
        raise TooLarge
    return "", [row for row in rows if any(row[1])], []


def _decoded(body: bytes) -> str:
    if body.startswith(WIDE):
        return body.decode("utf-16")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("gb18030")
