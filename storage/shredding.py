"""Writing anew what stood around deleted rows, while the bot runs: no free page holds them."""

import asyncio
import sqlite3
from contextlib import closing

from sqlalchemy.exc import SQLAlchemyError

from storage.database import is_sqlite, path_of, serving
from storage.sealed import BOX

PATIENCE = 30_000  # milliseconds that SQLite waits for its turn to write


class Later(Exception):
    """It must be tried again: somebody reads what was there before, or it did not work."""


async def rewrite(url: str) -> None:
    """Do it; Later where it must be tried again.

    On SQLite the whole file is written anew and its log emptied, and nobody writes meanwhile. On
    PostgreSQL only the tables of secret ballots are.
    """
    try:
        if is_sqlite(url):
            await asyncio.to_thread(_on_file, url)
        else:
            await _on_server(url)
    except (OSError, sqlite3.Error, SQLAlchemyError) as error:
        raise Later(type(error).__name__) from error


def _on_file(url: str) -> None:
    with closing(sqlite3.connect(path_of(url), isolation_level=None)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        connection.execute("PRAGMA secure_delete = ON").fetchone()
        connection.execute("VACUUM")
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise Later("read")


async def _on_server(url: str) -> None:
    engine = serving(url, connections=1)
    try:
        async with engine.connect() as connection:
            alone = await connection.execution_options(isolation_level="AUTOCOMMIT")
            await alone.exec_driver_sql(f"VACUUM (FULL) {', '.join(t.name for t in BOX)}")
    finally:
        await engine.dispose()
