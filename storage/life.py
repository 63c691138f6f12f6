"""A sign of life beside a database file: a lock that the system frees when its process dies.

Without it a copy that is started again after a power cut would wait for its own old leases.
"""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import IO

from sqlalchemy import Connection

from storage import locks
from storage.database import address


class FileLife:
    """Shows that a holder lives, and tells which others surely do not; of the same machine."""

    def __init__(self, database: str, holder: str) -> None:
        path = Path(str(address(database).database)).absolute()
        self._beside = path
        self._own = self._of(holder)
        self._file: IO[bytes] | None = None

    @property
    def lives(self) -> bool:
        """Whether the others can know that we live."""
        return self._file is not None

    async def start(self) -> None:
        """Begin to show it."""
        self._file = self._own.open("wb")
        _try_lock(self._file)

    async def run(self) -> None:
        """Do nothing more: the system keeps it."""

    async def stop(self) -> None:
        """Show it no longer."""
        if self._file is not None:
            self._file.close()
            self._own.unlink(missing_ok=True)

    def dead(self, _connection: Connection, holders: Collection[str]) -> set[str]:
        """Return those of the holders that surely live no more."""
        return {each for each in holders if self._is_dead(each)}

    def _is_dead(self, holder: str) -> bool:
        path = self._of(holder)
        try:
            with path.open("r+b") as file:
                if not _try_lock(file):
                    return False
        except OSError:
            return False  # not here: it may live elsewhere, and its leases run out by themselves
        with suppress(OSError):
            path.unlink()
        return True

    def _of(self, holder: str) -> Path:
        return self._beside.with_name(f"{self._beside.name}.{holder}.copy")


def _try_lock(file: IO[bytes]) -> bool:
    try:
        locks.lock(file, exclusive=True, wait=False)
    except (locks.Held, OSError):
        return False
    return True
