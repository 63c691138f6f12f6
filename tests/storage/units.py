"""Units to give to the writer, and what became of them."""

import asyncio
import sqlite3
import threading

from sqlalchemy import Column, ForeignKey, MetaData, Table, insert

from storage.database import key, number

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


def kept(path):
    connection = sqlite3.connect(path)
    found = [n for (n,) in connection.execute("SELECT n FROM rows ORDER BY id")]
    connection.close()
    return found


async def told(futures):
    return await asyncio.wait_for(asyncio.gather(*futures, return_exceptions=True), PATIENCE)
