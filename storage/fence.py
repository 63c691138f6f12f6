"""A connection that only the writer can end, and the one way for a unit to undo a part."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from storage.hot import Hot
from storage.jobs import Ended
from storage.onfile import driver, let_go
from storage.passing import passes


class Fenced(Hot):
    """A connection without doors out of its transaction: the writer alone begins and commits."""

    def begin(self) -> NoReturn:
        """Refuse: RuntimeError."""
        raise RuntimeError("A unit lives in the writer's transaction and cannot begin another")

    def begin_nested(self) -> NoReturn:
        """Refuse: RuntimeError."""
        raise RuntimeError("Inside a unit use storage.writer.savepoint")

    def commit(self) -> NoReturn:
        """Refuse: RuntimeError."""
        raise RuntimeError("A unit cannot commit: the writer does, for many units at once")

    def rollback(self) -> NoReturn:
        """Refuse: RuntimeError."""
        raise RuntimeError("A unit cannot roll back: raise, or use storage.writer.savepoint")

    def close(self) -> NoReturn:
        """Refuse: RuntimeError."""
        raise RuntimeError("A unit cannot close the writer's connection")

    def failed(self) -> None:
        """Let go of a transaction that the database ended; a unit that goes on meets the fence."""
        let_go(self)


@contextmanager
def savepoint(connection: Connection) -> Iterator[None]:
    """Undo what is done inside if it raises; nests. Ended is raised if the transaction is gone."""
    inside = _on_file if connection.dialect.name == "sqlite" else _on_server
    with inside(connection):
        yield


@contextmanager
def _on_file(connection: Connection) -> Iterator[None]:
    raw = driver(connection)
    raw.execute("SAVEPOINT s")
    try:
        yield
    except Exception as error:
        try:
            raw.execute("ROLLBACK TO s")
            raw.execute("RELEASE s")
        except sqlite3.Error:
            raise Ended(error) from error
        raise
    try:
        raw.execute("RELEASE s")
    except sqlite3.Error as error:
        raise Ended(error) from error


@contextmanager
def _on_server(connection: Connection) -> Iterator[None]:
    connection.exec_driver_sql("SAVEPOINT s")
    try:
        yield
        # a statement that failed and was hidden speaks up here
        connection.exec_driver_sql("RELEASE SAVEPOINT s")
    except Exception as error:
        try:
            connection.exec_driver_sql("ROLLBACK TO SAVEPOINT s")
            connection.exec_driver_sql("RELEASE SAVEPOINT s")
        except SQLAlchemyError as end:
            raise Ended(end if isinstance(end, DBAPIError) else error) from error
        if isinstance(error, DBAPIError) and passes(error):
            raise Ended(error) from error
        raise
