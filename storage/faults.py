"""What ails a database, said in one word; and whether waiting, a human, or nobody can cure it."""

import enum
import errno
import sqlite3
from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError


class Fault(enum.StrEnum):
    """Why a database cannot be worked with."""

    FULL = "full"  # no room left on the disk; passes by a human hand
    LOCKED = "locked"  # somebody else holds it; passes by itself
    DAMAGED = "damaged"  # what stands in it is not what was written
    READ_ONLY = "readonly"
    UNREACHABLE = "unreachable"  # the file or its disk cannot be opened or read


_FAULTS = {
    sqlite3.SQLITE_FULL: Fault.FULL,
    sqlite3.SQLITE_BUSY: Fault.LOCKED,
    sqlite3.SQLITE_LOCKED: Fault.LOCKED,
    sqlite3.SQLITE_PROTOCOL: Fault.LOCKED,
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_NOTADB: Fault.DAMAGED,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Fault.UNREACHABLE,
    sqlite3.SQLITE_IOERR: Fault.UNREACHABLE,
    sqlite3.SQLITE_PERM: Fault.UNREACHABLE,
}
_OF_THE_SYSTEM = {
    errno.ENOSPC: Fault.FULL,
    errno.EDQUOT: Fault.FULL,
    errno.EROFS: Fault.READ_ONLY,
    errno.EACCES: Fault.READ_ONLY,
    errno.EPERM: Fault.READ_ONLY,
    errno.EIO: Fault.UNREACHABLE,
}
# Failures that pass by themselves or by a human hand are waited out.
_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_STARVED = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_CANTOPEN,
}
PASSING = _LOCKED | _STARVED
_OF_THE_DISK = frozenset(Fault) - {Fault.LOCKED}


def of(error: BaseException) -> Fault | None:
    """Name the fault behind an error, its causes included; None where the database is not it."""
    return next((found for each in behind(error) if (found := _named(each))), None)


def behind(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and all that caused it, each once."""
    seen: list[BaseException] = [error]
    for each in seen:
        yield each
        within = each.exceptions if isinstance(each, BaseExceptionGroup) else ()
        near = (getattr(each, "orig", None), each.__cause__)
        more = (*within, *(n for n in near if isinstance(n, BaseException)))
        seen += [new for new in more if not any(new is old for old in seen)]


def passes(error: DBAPIError) -> bool:
    """Say whether an error of the database may be waited out."""
    return _kind(error.orig) in PASSING


def of_the_disk(error: BaseException) -> bool:
    """Say whether the disk failed, and not what was asked of the database."""
    return of(error) in _OF_THE_DISK


def damaged(error: BaseException) -> bool:
    """Say whether an error says that the file is not what was written."""
    return of(error) is Fault.DAMAGED


def _named(error: BaseException) -> Fault | None:
    if isinstance(error, sqlite3.Error):
        return _FAULTS.get(_kind(error))
    if isinstance(error, OSError) and not isinstance(error, ConnectionError | TimeoutError):
        return _OF_THE_SYSTEM.get(error.errno or 0)
    return None


def _kind(error: object) -> int:
    # the low byte is the kind of failure, the rest its particulars
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF
