"""A look at the database from outside: nothing is changed, and nothing of it is needed."""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from storage.database import address
from storage.directory import COMMUNITIES
from storage.migrations import HEAD

SOUND = "ok"


@dataclass(frozen=True, slots=True)
class Health:
    """Where the database is, its revision ("" where there is none), what SQLite says of it."""

    file: Path
    revision: str = ""
    verdict: str = SOUND

    @property
    def there(self) -> bool:
        """Whether there is a database at all."""
        return self.file.exists()

    @property
    def writable(self) -> bool:
        """Whether file and folder may be written; a disk mounted read-only stops root too."""
        return os.access(self.file, os.W_OK) and os.access(self.file.parent, os.W_OK)

    @property
    def current(self) -> bool:
        """Whether it has the shape that this version knows."""
        return self.revision == HEAD


def look(text: str) -> Health:
    """Look at the database of an address; WrongAddress if it names none that can be used."""
    file = Path(str(address(text).database)).absolute()
    if not file.exists():
        return Health(file)
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except (sqlite3.Error, TypeError) as error:
        return Health(file, verdict=type(error).__name__)
    return Health(file, str(revision), str(verdict))


def number(connection: Connection, community: str) -> int | None:
    """Return the number of a community in this database, None where it was never begun."""
    wanted = select(COMMUNITIES.c.id).where(COMMUNITIES.c.key == community)
    found: int | None = connection.execute(wanted).scalar()
    return found
