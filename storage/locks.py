"""Who has a SQLite database to himself: locks beside the file, which die with their process."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from typing import IO

from storage.database import address, in_memory, on_server, path_of, shelter

_TAKEN = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}


class Held(Exception):
    """Somebody else works on this database; nothing was done."""


@contextmanager
def upgrading(path: Path) -> Iterator[None]:
    """Wait until no other process changes the shape of this database."""
    with _beside(path, "lock") as file:
        lock(file, exclusive=True, wait=True)
        yield


@contextmanager
def using(text: str) -> Iterator[None]:
    """Work on the database of an address beside others; Held while somebody has it to himself.

    Only a file of SQLite can be had so.
    """
    url = address(text)
    if on_server(url) or in_memory(url):
        yield
        return
    path = path_of(text)
    shelter(path)
    with _beside(path, "open") as file:
        lock(file, exclusive=False, wait=False)
        yield


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Have a database to oneself; Held while any process has it open, also one not of ours.

    Ours hold the lock beside it. Whoever else has it open keeps SQLite from leaving the
    write-ahead log, which is why it is left; the next writer takes it up again. Where there is no
    such log, as in one that was just restored, others are seen only while they read or write.
    """
    with _beside(path, "open") as file:
        lock(file, exclusive=True, wait=False)
        if path.exists() and _open_elsewhere(path):
            raise Held
        yield


def ask(path: Path) -> None:
    """Raise Held where `alone` would find one of ours at work; nothing is made or kept."""
    if path.with_name(f"{path.name}.open").exists():
        with _beside(path, "open") as file:
            lock(file, exclusive=True, wait=False)


def _beside(path: Path, kind: str) -> IO[bytes]:
    return path.with_name(f"{path.name}.{kind}").open("a+b")


def _open_elsewhere(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=0)) as found:
            found.execute("PRAGMA journal_mode = DELETE").fetchone()
            found.execute("BEGIN EXCLUSIVE")  # without such a log others show while they work
    except sqlite3.Error as error:
        # what is broken can be opened by nobody, and must not keep its own cure away
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in _TAKEN
    return False


if sys.platform == "win32":
    import msvcrt

    def lock(file: IO[bytes], *, exclusive: bool, wait: bool) -> None:
        """Lock a file until it is closed or its process dies; Held where another has it."""
        while exclusive:  # a file in use cannot be replaced there; shared locks are not known
            file.seek(0)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    raise Held from None
                # It gives up by itself after ten seconds.
                continue
            return

else:
    import fcntl

    def lock(file: IO[bytes], *, exclusive: bool, wait: bool) -> None:
        """Lock a file until it is closed or its process dies; Held where another has it."""
        how = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
        with nullcontext() if wait else _refusing():
            fcntl.flock(file.fileno(), how if wait else how | fcntl.LOCK_NB)

    @contextmanager
    def _refusing() -> Iterator[None]:
        try:
            yield
        except BlockingIOError:
            raise Held from None
