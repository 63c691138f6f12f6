"""What is done by night, in the community's own quiet hour: a backup, then the purge."""

import asyncio
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import structlog

from bot.house import House
from bot.purging import purge
from config.settings import Settings
from storage import backups, faults
from storage.alarms import sound
from storage.database import is_sqlite, path_of
from storage.rows import ms, stamp
from storage.writer import Lost

log = structlog.get_logger(__name__)
LOOK_SECONDS = 60
FIRST, LAST = 3, 5  # from three o'clock until before five, on the community's clock
LATE = timedelta(hours=48)  # the machine was off by night: then at once
AGAIN = timedelta(hours=1)  # after a failure
BREATH = 0.01  # seconds between two steps of the copy, each of about a megabyte


class GivenUp(Exception):
    """The bot is stopping; the copy is not finished and leaves nothing."""


class Nights:
    """Looks whether it is night; of several copies only the one that may send does it."""

    def __init__(
        self, house: House, settings: Settings, *, ours: Callable[[], bool] = lambda: True
    ) -> None:
        self._house = house
        self._ours = ours
        self._url = settings.database_url
        self._folder = settings.state / "backups"
        self._most, self._days = settings.backups, settings.backup_days
        self._stopping = threading.Event()
        self._not_before = datetime.min.replace(tzinfo=UTC)
        self._told = False
        self._purged: datetime | None = None

    async def look(self) -> None:
        """Do what this night has not seen yet."""
        if not self._ours():
            return
        now = self._house.clock.now()
        local = now.astimezone(self._house.community.calendar.zone)
        quiet = FIRST <= local.hour < LAST
        if self._most and is_sqlite(self._url) and self._wanted(now, quiet=quiet):
            await self._back_up(now)
        night = local.replace(hour=FIRST, minute=0, second=0, microsecond=0)
        if quiet and self._purged != night and not self._stopping.is_set():
            self._purged = night
            if counts := await purge(self._house):
                log.info("purged", **counts)

    def stop(self) -> None:
        """Give up a copy that is under way."""
        self._stopping.set()

    def _wanted(self, now: datetime, *, quiet: bool) -> bool:
        if now < self._not_before or self._stopping.is_set():
            return False
        last = max(made(self._folder).values(), default=None)
        if last is None or last > now:  # the clock was set back: this night counts
            return quiet
        return (quiet and now - last > timedelta(hours=LAST - FIRST)) or now - last > LATE

    async def _back_up(self, now: datetime) -> None:
        target = self._folder / f"linli-{stamp(now)}.db"
        try:
            await asyncio.to_thread(self._copy, target)
            deleted = await asyncio.to_thread(
                prune, self._folder, most=self._most, oldest=now - timedelta(days=self._days)
            )
        except GivenUp:
            return
        except Exception as error:  # noqa: BLE001 -- whatever it is, the next hour tries again
            self._not_before = now + AGAIN
            await self._failed(now, error)
            return
        self._told = False
        log.info("backup.made", file=target.name, deleted=deleted)

    def _copy(self, target: Path) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        for rest in self._folder.glob("linli-*.new*"):
            rest.unlink()  # of a process that died
        fresh = target.with_suffix(".new")
        try:
            backups.copy(path_of(self._url), fresh, breathe=self._breathe)
            backups.look_through(fresh)
            backups.settle(fresh, target)
        finally:
            fresh.unlink(missing_ok=True)

    def _breathe(self) -> None:
        if self._stopping.is_set():
            raise GivenUp
        time.sleep(BREATH)

    async def _failed(self, now: datetime, error: Exception) -> None:
        what = getattr(error, "fault", None) or faults.of(error) or type(error).__name__
        log.error("backup.failed", error=str(what))
        if self._told:
            return
        self._told = True
        alarm = partial(sound, at=ms(now), key="unsaved", what=str(what))
        try:
            await self._house.writer.submit(alarm)
        except Lost:
            return


def made(folder: Path) -> dict[Path, datetime]:
    """Return the backups in a folder, each with when it was made; others' files are not ours."""
    found = {}
    for file in folder.glob("linli-*.db"):
        try:
            name = file.stem.removeprefix("linli-")
            at = datetime.strptime(name, "%Y%m%dT%H%M%S%z")
        except ValueError:
            continue
        found[file] = at
    return found


def prune(folder: Path, *, most: int, oldest: datetime) -> int:
    """Delete what is too old or one too many, never the newest; return how many."""
    newest_first = sorted(made(folder).items(), key=lambda each: each[1], reverse=True)
    gone = [
        file
        for place, (file, at) in enumerate(newest_first)
        if place and (place >= most or at < oldest)
    ]
    for file in gone:
        file.unlink()
    return len(gone)
