"""What the writer must know of SQLite alone."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, RootTransaction, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError, IntegrityError

from storage import faults
from storage.jobs import Ended


def driver(connection: Connection) -> Any:  # noqa: ANN401 -- a sqlite3.Connection or aiosqlite's
    """Return the driver's own connection."""
    return connection.connection.dbapi_connection


class OnFile:
    """A transaction here is the only one that writes: nobody need be kept out."""

    def __init__(self, engine: Engine) -> None:
        self.accompanied = False  # nobody can be woken through a file: they look
        event.listen(engine, "handle_error", _noticed)

    def live(self, work: Callable[[], None]) -> None:
        """Work, in this thread."""
        work()

    def begun(self, _connection: Connection) -> None:
        """Do nothing: as it began, it took the lock."""

    def passes(self, error: Exception) -> bool:
        """Say whether a failure is one to be waited out."""
        return isinstance(error, DBAPIError) and faults.passes(error)

    def again(self, _connection: Connection, _ended: Ended) -> bool:
        """Say whether all units of an ended transaction are run again: one of them is guilty."""
        return False

    def commit(
        self,
        connection: Connection,
        _transaction: RootTransaction,
        patiently: Callable[..., Any],
    ) -> None:
        """Commit, however often it must be tried; the units are not run again for it."""
        try:
            patiently(
                lambda: connection.exec_driver_sql("COMMIT"),
                while_=lambda: driver(connection).in_transaction,
            )
        except IntegrityError as error:
            # A deferred constraint speaks up only here, and of nobody in particular.
            raise Ended(error) from error


def let_go(connection: Connection | None) -> None:
    """Let go of a transaction that the database ended; a unit that goes on meets the fence."""
    if connection is None or driver(connection).in_transaction:
        return
    transaction = connection.get_transaction()
    if transaction is not None:
        transaction.close()


def _noticed(context: ExceptionContext) -> None:
    let_go(context.connection)
