"""Bring the database to the shape this version knows: locked, backed up, all or nothing."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection
from sqlalchemy.engine import URL

from storage import backups, locks, postgresql
from storage.database import WrongAddress, address, in_memory, on_server, path_of, shelter, writing
from storage.driving import drive
from storage.migrations import HEAD

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"


class UnknownRevision(Exception):
    """The database has a shape that this version does not know; nothing was touched."""

    def __init__(self, where: str, revision: str) -> None:
        super().__init__(
            f"The database {where} is at revision {revision}, which this version does not know: "
            f"a newer one wrote it. Start that version, or put back a backup from before."
        )
        self.where = where
        self.revision = revision


class BrokenReferences(Exception):
    """A migration left rows that point at nothing; everything was rolled back."""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What was done: the revision before (None: new) and after, and the backup that was made.

    Of a PostgreSQL server none is made: backups of it are the operator's.
    """

    before: str | None
    after: str
    backup: Path | None = None

    @property
    def changed(self) -> bool:
        """Whether anything was done at all."""
        return self.before != self.after


def upgrade(text: str, *, head: str = HEAD, migrations: Path = MIGRATIONS) -> Upgrade:
    """Bring a database to the revision `head`; a second process waits for the first.

    Raises WrongAddress, UnknownRevision, BrokenReferences, or whatever a migration raises; then
    the database is as it was. A backup of SQLite is put back while nobody has the database open,
    and without the `-wal` and `-shm` files that stood beside the other.
    """
    url = address(text)
    if on_server(url):
        with postgresql.told(url):
            return drive(_on_server, text, head, migrations)
    if in_memory(url):
        raise WrongAddress("A database in memory is made anew each time and cannot be upgraded")
    path = path_of(text)
    if _revision(path) == head:
        return Upgrade(head, head)
    shelter(path)
    with locks.upgrading(path):
        before = _revision(path)
        if before == head:
            return Upgrade(head, head)
        return _upgrade(text, path, before=before, head=head, migrations=migrations)


def _upgrade(text: str, path: Path, *, before: str | None, head: str, migrations: Path) -> Upgrade:
    config = _known(path, before=before, head=head, migrations=migrations)
    backup = _kept(path, head) if _has_tables(path) else None
    _migrate(text, config, head)
    return Upgrade(before, head, backup)


def _known(where: Path | str, *, before: str | None, head: str, migrations: Path) -> "Config":
    """Return Alembic's settings; UnknownRevision if it knows no road from where we are."""
    # Alembic costs a tenth of a second; most starts have nothing to migrate.
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)
    known = {each.revision for each in script.iterate_revisions(head, "base")}
    if before is not None and before not in known:
        raise UnknownRevision(str(where), before)
    return config


def _on_server(text: str, head: str, migrations: Path) -> Upgrade:
    url = address(text)
    engine = writing(text)
    try:
        with engine.connect() as connection:
            with connection.begin():
                postgresql.examine(connection, url)
                if postgresql.revision(connection) == head:
                    return Upgrade(head, head)
            with connection.begin():
                return arrive(connection, url, head=head, migrations=migrations)
    finally:
        engine.dispose()


def arrive(
    connection: Connection, url: URL, *, head: str = HEAD, migrations: Path = MIGRATIONS
) -> Upgrade:
    """Do so on PostgreSQL in the transaction of the caller, once no other copy does."""
    postgresql.wait(connection)
    before = postgresql.revision(connection)
    if before == head:
        return Upgrade(head, head)
    if before is None and postgresql.tables(connection):
        raise postgresql.Unreachable("foreign", url)
    config = _known(str(url.database), before=before, head=head, migrations=migrations)
    _travel(connection, config, head)
    postgresql.sort_as_sqlite(connection)
    return Upgrade(before, head)


def _travel(connection: Connection, config: "Config", head: str) -> None:
    from alembic import command

    config.attributes["connection"] = connection
    command.upgrade(config, head)


def _migrate(text: str, config: "Config", head: str) -> None:
    engine = writing(text)
    try:
        with engine.connect() as connection:
            # A table that is rebuilt is dropped, which would delete what points at it; SQLite
            # hears of this only outside a transaction.
            driver = connection.connection.dbapi_connection
            driver.execute("PRAGMA foreign_keys = OFF")  # type: ignore[union-attr] # sqlite3's own
            with connection.begin():
                _travel(connection, config, head)
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                if broken is not None:
                    raise BrokenReferences(f"A row of {broken[0]} points at no {broken[2]}")
    finally:
        engine.dispose()


def _revision(path: Path) -> str | None:
    """Read the revision of a database, and make no file; several at once read as one unknown."""
    if not path.exists():
        return None
    with closing(_connect(path)) as connection:
        if not connection.execute(
            "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
        ).fetchone():
            return None
        rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    return " + ".join(each for (each,) in rows) or None


def _has_tables(path: Path) -> bool:
    if not path.exists():
        return False
    with closing(_connect(path)) as connection:
        return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is not None


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True)


def _kept(path: Path, head: str) -> Path:
    """Back the database up beside itself."""
    backup = path.with_name(f"{path.name}.before-{head}.backup")
    backups.copy(path, backup)
    return backup
