"""What the writer must know of PostgreSQL alone."""

import asyncio
from collections.abc import Callable
from typing import Any
from zlib import crc32

from sqlalchemy import Connection, Engine, RootTransaction, event, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.util import greenlet_spawn

from storage.jobs import Ended
from storage.passing import gone, passes, state

WRITERS = 0x4C494E4C  # the class of our advisory locks for writing: "LINL"
CHANNEL = "linli"
ROWS, LEASES = "rows", "leases"  # what the others are to look at

_ALONE = text("SELECT pg_advisory_xact_lock(:kind, :which)")
_ALONE_AS = text("SELECT pg_advisory_xact_lock(:kind, :which), pg_current_xact_id()::text AS xid")
_KEPT = text("SELECT pg_xact_status(CAST(CAST(:xid AS text) AS xid8))")
_WAKE = text("SELECT pg_notify(:channel, :what)")
FUTURE = "22023"  # a server that never had this transaction: it was not kept


def signed(word: str) -> int:
    """Return a word's hash as PostgreSQL's 32-bit integer."""
    return crc32(word.encode()) - (1 << 31)


def alone(connection: Connection, community: str) -> None:
    """Keep every other writer of a community out until this transaction ends; SQLite does so."""
    if connection.dialect.name == "postgresql":
        connection.execute(_ALONE, {"kind": WRITERS, "which": signed(community)})


def wake(connection: Connection, what: str = ROWS) -> None:
    """Let the other copies look, once this is committed; they look by themselves soon, too."""
    if connection.dialect.name == "postgresql":
        connection.execute(_WAKE, {"channel": CHANNEL, "what": what})


def bounded(engine: Engine, idle: float) -> None:
    """Let the server end a transaction whose process says nothing for so many seconds.

    So a copy that is stopped in the midst of one keeps no other out for long.
    """

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 -- the driver's own
        cursor = connection.cursor()
        cursor.execute(f"SET idle_in_transaction_session_timeout = {int(idle * 1000)}")
        cursor.close()
        connection.commit()


class OnServer:
    """One transaction of a community at a time, whichever copy of the house it is of."""

    def __init__(self, engine: Engine, community: str, idle: float) -> None:
        self._engine = engine
        self._community = community
        self._xid = ""
        self.accompanied = False
        bounded(engine, idle)

    def live(self, work: Callable[[], None]) -> None:
        """Work in this thread, on a loop of its own for the driver's awaits."""

        def all_of_it() -> None:
            try:
                work()
            finally:
                self._engine.dispose()

        async def on_a_loop() -> None:
            await greenlet_spawn(all_of_it)

        asyncio.run(on_a_loop())

    def begun(self, connection: Connection) -> None:
        """Wait until nobody else writes; remember by which number the transaction is known."""
        asked = {"kind": WRITERS, "which": signed(self._community)}
        self._xid = connection.execute(_ALONE_AS, asked).one().xid

    def passes(self, error: Exception) -> bool:
        """Say whether a failure is one to be waited out."""
        return passes(error)

    def again(self, connection: Connection, ended: Ended) -> bool:
        """Say whether all units of an ended transaction are run again: none of them is guilty."""
        return connection.invalidated or (passes(ended.error))

    def commit(
        self,
        connection: Connection,
        transaction: RootTransaction,
        patiently: Callable[..., Any],
    ) -> None:
        """Commit; if the answer is lost, find out. Raises what passes if nothing was kept."""
        try:
            if self.accompanied:
                wake(connection)
            transaction.commit()
        except IntegrityError as error:
            # A deferred constraint speaks up only here, and of nobody in particular.
            raise Ended(error) from error
        except DBAPIError as error:
            if not gone(error):
                raise
            transaction.close()
            if not patiently(lambda: self._kept(connection)):
                raise

    def _kept(self, connection: Connection) -> bool:
        """Ask what became of the transaction; its lock is free only when that is decided."""
        with Connection.begin(connection):
            alone(connection, self._community)
            try:
                status = connection.execute(_KEPT, {"xid": self._xid}).scalar()
            except DBAPIError as error:
                if state(error) == FUTURE:
                    return False
                raise
        return bool(status == "committed")
