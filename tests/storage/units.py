"""Units to give to the writer, and what became of them."""

import asyncio
import threading
from contextlib import contextmanager

from sqlalchemy import Column, ForeignKey, MetaData, Table, create_engine, insert, select

from storage.database import key, number, writing
from storage.driving import drive
from storage.leases import LEASES
from storage.writer import Writer

TABLES = MetaData()
ROWS = Table("rows", TABLES, key(), number("n", unique=True))
LEAVES = Table(
    "leaves",
    TABLES,
    key(),
    Column("row", ForeignKey(ROWS.c.id, deferrable=True, initially="DEFERRED")),
)
PUT = insert(ROWS)
PATIENCE = 10


def put(n, connection):
    connection.execute(PUT, {"n": n})
    return n


def fail(connection):
    put(-1, connection)
    raise ZeroDivisionError


def end(connection):
    connection.exec_driver_sql("INSERT OR ROLLBACK INTO rows (id, n) VALUES (1, 1), (1, 2)")


def hold(writer):
    """Keep the writer busy until it is set, so that what is submitted meanwhile is one batch."""
    held, gate = threading.Event(), threading.Event()

    def wait(_):
        held.set()
        gate.wait(PATIENCE)

    writer.submit(wait)
    assert held.wait(PATIENCE)
    return gate


class Store:
    """A database of rows and leaves, and what is kept in it as another connection sees it."""

    def __init__(self, address):
        self.address = address
        drive(self._make)

    def writer(self, **more):
        return Writer(writing(self.address, busy_ms=1), community="a", **more)

    def kept(self):
        return drive(self._kept)

    def do(self, statement):
        """Do a statement beside the writer."""
        return drive(self._do, statement)

    def _make(self):
        with self._opened() as connection:
            TABLES.create_all(connection)
            LEASES.create(connection, checkfirst=True)

    def _kept(self):
        engine = writing(self.address)
        if engine.dialect.name == "sqlite":  # a look must not wait for the writer's lock
            engine = create_engine(engine.url)
        with engine.connect() as connection:
            found = list(connection.execute(select(ROWS.c.n).order_by(ROWS.c.id)).scalars())
        engine.dispose()
        return found

    def _do(self, statement):
        with self._opened() as connection:
            return connection.exec_driver_sql(statement).scalar()

    @contextmanager
    def _opened(self):
        engine = writing(self.address)
        try:
            with engine.begin() as connection:
                yield connection
        finally:
            engine.dispose()


def kept(store):
    return store.kept()


async def told(futures):
    return await asyncio.wait_for(asyncio.gather(*futures, return_exceptions=True), PATIENCE)
