"""What is done in a process of its own, which ends with it, and never outlives the bot.

Such a process loads this file and what it needs besides, and no more of the house.
"""

import csv
import multiprocessing
import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from io import StringIO
from itertools import islice
from multiprocessing.connection import Connection as Pipe
from typing import Any

from governance.papers import Book

MEMORY = 2**30  # bytes that may be used up by reading one
PACKED, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
LOCKED = "EncryptedPackage".encode("utf-16-le")
WIDE = (b"\xff\xfe", b"\xfe\xff")
BETWEEN = "\t;,"
Told = Mapping[str, Any]


def follow() -> None:
    """End this process as soon as the one that began it is gone, be it by a power cut."""
    if parent := multiprocessing.parent_process():

        def mourn() -> None:
            parent.join()
            os._exit(1)

        # a pool's worker holds both ends of its queue, so it would wait for ever
        threading.Thread(target=mourn, name="parent", daemon=True).start()


def bound(book: Book, at: datetime) -> bytes:
    """Return a workbook as its bytes."""
    from bot.spreadsheets import written  # the bot knows this file, and has no need of that one

    return written(book, at)


def work(told: Pipe, body: bytes) -> None:
    """Read a file that may do harm, and send back what stands in it."""
    follow()
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
