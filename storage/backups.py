"""Copies of a SQLite database: made while it is written, looked through before use."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, NullPool, create_engine, select
from sqlalchemy.exc import DBAPIError

from governance.chain import Verdict
from storage import audit, faults
from storage.directory import COMMUNITIES
from storage.migrations import HEAD

PAGES = 256  # a step: about a megabyte, some milliseconds
SIDES = ("-wal", "-shm", "-journal")
_ITS_OWN = (*SIDES, ".open", ".lock", ".restored", ".restored.part")


class Unsound(Exception):
    """A file is no database of ours that can be trusted: which fault, and its particulars."""

    def __init__(self, fault: str, more: str = "") -> None:
        super().__init__(f"{fault} {more}".strip())
        self.fault = fault
        self.more = more


@dataclass(frozen=True, slots=True)
class Contents:
    """What was found: the revision, by community the entries of the audit, and how many hold.

    Nobody can say of an entry that is not sealed yet whether it was changed.
    """

    revision: str
    entries: Mapping[str, int]
    unsealed: int


def touches(file: Path, database: Path) -> bool:
    """Say whether a file is a database, or one that is used beside it."""
    if file.exists() and database.exists() and file.samefile(database):
        return True
    own = (database.with_name(f"{database.name}{each}") for each in ("", *_ITS_OWN))
    # as a text: of links that lead to each other a Path makes an error
    return os.path.realpath(file) in {os.path.realpath(each) for each in own}


def copy(source: Path, target: Path, *, breathe: Callable[[], None] = lambda: None) -> None:
    """Copy a database as it stands at one moment, its write-ahead log included; all or nothing.

    `breathe` is called after each step, and may pause or raise to give up. Nobody is kept
    waiting: a writer goes on, and what it commits meanwhile is not in the copy. A file at the
    target is replaced; the new one may be read and written by its owner alone.
    """
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(_opened(source, "ro")) as origin, closing(sqlite3.connect(part)) as kept:
            # One snapshot for all steps: else every commit of the writer would begin it anew.
            origin.execute("BEGIN")
            origin.execute("SELECT 1 FROM sqlite_master").fetchone()
            origin.backup(kept, pages=PAGES, progress=lambda *_: breathe())
            # The copy is one file, whatever stands beside it.
            kept.execute("PRAGMA journal_mode = DELETE").fetchone()
        settle(part, target)
    finally:
        part.unlink(missing_ok=True)


def settle(part: Path, target: Path) -> None:
    """Give a finished file its name, so that after a power cut it is whole or not there."""
    with part.open("r+b") as file:
        os.fsync(file.fileno())
    part.replace(target)
    with suppress(OSError):  # Windows opens no folder
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def look_through(path: Path) -> Contents:
    """Read a copy from end to end, and follow every audit chain in it; Unsound if it fails."""
    with _trusting_nothing():
        with closing(_opened(path, "ro", "&immutable=1")) as connection:
            _sound(connection)
            revision = _revision(connection)
        found = _entries(path)
        entries = {key: each.sealed + each.tail for key, each in found.items()}
        return Contents(revision, entries, sum(each.tail for each in found.values()))


def look_over(path: Path) -> None:
    """Raise Unsound for what cannot be a backup of ours, without making anything beside it."""
    if not any(path.with_name(path.name + side).exists() for side in SIDES):  # a part of it
        with _trusting_nothing(), closing(_opened(path, "ro", "&immutable=1")) as connection:
            _revision(connection)


@contextmanager
def _trusting_nothing() -> Iterator[None]:
    try:
        yield
    except (sqlite3.DatabaseError, DBAPIError) as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB:
            raise Unsound("foreign") from error
        if faults.damaged(error):
            raise Unsound("damaged", str(getattr(error, "orig", error))) from error
        raise


def _sound(connection: sqlite3.Connection) -> None:
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise Unsound("damaged", str(verdict).splitlines()[-1])
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise Unsound("damaged", "foreign keys")


def _revision(connection: sqlite3.Connection) -> str:
    named = "SELECT count(*) FROM sqlite_master WHERE name IN ('alembic_version', 'audit')"
    if connection.execute(named).fetchone() != (2,):
        raise Unsound("foreign")
    rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    revision = " + ".join(each for (each,) in rows)
    if revision not in _known():
        raise Unsound("newer", revision)
    return revision


def _known() -> frozenset[str]:
    """Return every revision that this version can bring up to date."""
    from alembic.script import ScriptDirectory  # costs a tenth of a second

    script = ScriptDirectory(str(Path(__file__).parent / "migrations"))
    return frozenset(each.revision for each in script.iterate_revisions(HEAD, "base"))


def _entries(path: Path) -> Mapping[str, Verdict]:
    engine = create_engine(
        "sqlite://", creator=lambda: _opened(path, "ro", "&immutable=1"), poolclass=NullPool
    )
    with engine.connect() as connection:
        found = connection.execute(select(COMMUNITIES.c.id, COMMUNITIES.c.key)).all()
        return {row.key: _followed(connection, row.id) for row in found}


def _followed(connection: Connection, community: int) -> Verdict:
    verdict = audit.verify(connection, community)
    if verdict.broken:
        raise Unsound("chain", f"{verdict.broken.entry} ({verdict.broken.fault})")
    return verdict


def restore(source: Path, database: Path, kept: Path) -> Contents:
    """Put a copy in a database's place; Unsound leaves everything as it was.

    What was there is kept whole under the name `kept`. Nobody else may have the database open
    meanwhile. At every moment either the one or the other stands there, never a mixture.
    """
    fresh = database.with_name(f"{database.name}.restored")
    try:
        with _trusting_nothing():
            copy(source, fresh)
        found = look_through(fresh)
        if database.exists():
            _keep(database, kept)
        for side in SIDES:  # of the replaced one: the log of another would ruin the new
            database.with_name(database.name + side).unlink(missing_ok=True)
        settle(fresh, database)
    finally:
        fresh.unlink(missing_ok=True)
    return found


def _keep(database: Path, kept: Path) -> None:
    try:
        copy(database, kept)
        with closing(_opened(database, "rw")) as connection:
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()  # folds the log in
    except sqlite3.DatabaseError as error:
        if not faults.damaged(error):
            raise
        # it is too broken to be copied by pages; kept byte by byte, for whoever can save more
        for side in ("", *SIDES):
            beside = database.with_name(database.name + side)
            if beside.exists():
                same = kept.with_name(kept.name + side)
                shutil.copyfile(beside, same)
                same.chmod(0o600)


def _opened(path: Path, mode: str, more: str = "") -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}{more}", uri=True)
