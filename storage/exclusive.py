"""A database to oneself, of either kind: nobody of ours is connected, and nobody may begin."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, text

from storage import locks, upgrade
from storage.database import METADATA, NAME, is_sqlite, path_of, writing

# what closed its end just now may stand there for a moment longer
_OTHERS = text("""
    SELECT count(*) FROM pg_stat_activity, pg_stat_clear_snapshot()
    WHERE datname = current_database() AND application_name = :name AND pid != pg_backend_pid()
""")
_MOMENT, MOMENTS = text("SELECT pg_sleep(0.1)"), 20


@dataclass(frozen=True, slots=True)
class Exclusive:
    """The database that nobody else is in."""

    _url: str
    _engine: Engine

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """Begin a transaction; Held where somebody of ours is connected."""
        with self._engine.begin() as connection:
            if not is_sqlite(self._url):
                _nobody_else(connection)
                # whoever begins meanwhile looks for its community first, and waits there
                connection.exec_driver_sql("LOCK TABLE communities IN ACCESS EXCLUSIVE MODE")
                _nobody_else(connection)
            yield connection

    def rewrite(self) -> None:
        """Write every table anew: what was deleted stands in no free page any more."""
        self._engine.dispose()
        if is_sqlite(self._url):
            with closing(sqlite3.connect(path_of(self._url))) as connection:
                connection.execute("VACUUM")
            return
        tables = ", ".join(table.name for table in METADATA.sorted_tables)
        with self._engine.connect() as connection:
            by_itself = connection.execution_options(isolation_level="AUTOCOMMIT")
            by_itself.exec_driver_sql(f"VACUUM (FULL) {tables}")


@contextmanager
def exclusive(url: str) -> Iterator[Exclusive]:
    """Have the database of an address, brought up to date; Held while any process has it open.

    On PostgreSQL only within `driving.drive`, and asked at each transaction.
    """
    with locks.alone(path_of(url)) if is_sqlite(url) else nullcontext():
        upgrade.upgrade(url)
        engine = writing(url)
        try:
            yield Exclusive(url, engine)
        finally:
            engine.dispose()


def _nobody_else(connection: Connection) -> None:
    for _ in range(MOMENTS):
        if not connection.execute(_OTHERS, {"name": NAME}).scalar_one():
            return
        connection.execute(_MOMENT)
    raise locks.Held
