"""A spreadsheet that somebody sent: fetched from Telegram, and read in a process of its own.

Whatever a file does while it is read, it does to that process alone, which ends with it.
"""

import asyncio
import multiprocessing
from collections.abc import Mapping
from typing import Any, Protocol

import structlog
from telegram.error import TelegramError

from bot.aside import Told, work
from bot.errors import Outcome, classify
from governance.notices import Delivery

log = structlog.get_logger(__name__)
PATIENCE = 30.0  # seconds
LARGEST = 5 * 2**20  # bytes of a file
NO = frozenset({Outcome.OUT, Outcome.NO_DM, Outcome.REFUSED, Outcome.MUTED, Outcome.GONE})


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
    process = context.Process(target=work, args=(theirs, body), daemon=True)
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
