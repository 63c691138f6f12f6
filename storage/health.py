"""A look at the database from outside: nothing is changed, and nothing of it is needed."""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from storage import postgresql
from storage.database import address, on_server, path_of, writing
from storage.directory import COMMUNITIES
from storage.driving import drive
from storage.migrations import HEAD

SOUND = "ok"


@dataclass(frozen=True, slots=True)
class Health:
    """Where the database is, its revision ("" where there is none), what the engine says of it.

    `there` says whether anything of ours is there at all.
    """

    where: str
    revision: str = ""
    verdict: str = SOUND
    there: bool = True
    writable: bool = True

    @property
    def current(self) -> bool:
        """Whether it has the shape that this version knows."""
        return self.revision == HEAD


def look(text: str) -> Health:
    """Look at the database of an address; WrongAddress if it names none that can be used."""
    url = address(text)
    if on_server(url):
        with postgresql.told(url):
            return drive(_on_server, text)
    file = path_of(text)
    try:
        if not file.exists():
            return Health(str(file), there=False)
    except PermissionError:
        return Health(str(file), writable=False)
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except (sqlite3.Error, TypeError) as error:
        return Health(str(file), verdict=type(error).__name__, writable=_writable(file))
    return Health(str(file), str(revision), str(verdict), writable=_writable(file))


def _writable(file: Path) -> bool:
    """Say whether file and folder may be written; a disk mounted read-only stops root too."""
    return os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)


def _on_server(text: str) -> Health:
    """Look whether Linli can live there; whether it is whole, a server says by itself."""
    url = address(text)
    engine = writing(text)
    try:
        with engine.connect() as connection:
            postgresql.examine(connection, url)
            found = postgresql.revision(connection)
            if found is None and postgresql.tables(connection):
                raise postgresql.Unreachable("foreign", url)
    finally:
        engine.dispose()
    where = f"{postgresql.server(url)}/{url.database}"
    return Health(where, found or "", there=found is not None)


def number(connection: Connection, community: str) -> int | None:
    """Return the number of a community in this database, None where it was never begun."""
    wanted = select(COMMUNITIES.c.id).where(COMMUNITIES.c.key == community)
    found: int | None = connection.execute(wanted).scalar()
    return found
