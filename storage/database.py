"""The doors to the database: one to write, one to read; and the shared list of tables."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Connection,
    Engine,
    Executable,
    Integer,
    MetaData,
    Row,
    StaticPool,
    create_engine,
    event,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.types import TypeEngine

T = TypeVar("T")
Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]]

# Names, not chance, call the constraints: a later migration can find them on every engine.
METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
# SQLite counts by itself only in a key whose type is exactly INTEGER.
KEY: TypeEngine[int] = BigInteger().with_variant(Integer, "sqlite")
# Without none_as_null a None is stored as the JSON word null, which `IS NULL` does not find.
DOCUMENT: TypeEngine[Any] = JSON(none_as_null=True)

BUSY_MS = 5_000
READERS = 4
# A statement kept prepared; the driver's own 128 is less than this house has statements.
PREPARED = 512


class WrongAddress(ValueError):
    """The database address in the settings cannot be used; the message says why."""


def key(name: str = "id") -> Column[int]:
    """Make a primary key that the database counts up."""
    return Column(name, KEY, primary_key=True, autoincrement=True)


def number(name: str, *more: Any, **options: Any) -> Column[int]:  # noqa: ANN401 -- as Column takes them
    """Make a 64-bit whole number for ids, fen and UTC milliseconds; not null unless told."""
    return Column(name, BigInteger, *more, **{"nullable": False, **options})


def document(name: str, **options: Any) -> Column[Any]:  # noqa: ANN401 -- as Column takes them
    """Make a JSON document; not null unless told, and None is SQL's NULL."""
    return Column(name, DOCUMENT, **{"nullable": False, **options})


def address(text: str) -> URL:
    """Read a database address; WrongAddress unless it names SQLite."""
    url = _url(text)
    if url.get_backend_name() != "sqlite":
        raise WrongAddress(
            f"The database kind {url.get_backend_name()!r} is not supported yet; "
            "write an address like sqlite+aiosqlite:///state/linli.db"
        )
    return url


def _url(text: str) -> URL:
    try:
        return make_url(text)
    except ArgumentError as error:
        raise WrongAddress(
            f"The database address {text!r} cannot be read; "
            "write one like sqlite+aiosqlite:///state/linli.db"
        ) from error


def is_sqlite(text: str) -> bool:
    """Say whether a database address names SQLite; WrongAddress if it cannot be read."""
    return _url(text).get_backend_name() == "sqlite"


def path_of(text: str) -> Path:
    """Return the file of a SQLite address; WrongAddress if it names none."""
    url = address(text)
    if in_memory(url):
        raise WrongAddress("A database in memory is no file: name one in LINLI_DATABASE_URL")
    return Path(str(url.database)).absolute()


def in_memory(url: URL) -> bool:
    """Say whether a SQLite address names no file, so that only its one connection sees it."""
    return url.database in {None, "", ":memory:"}


def writing(text: str, *, busy_ms: int = BUSY_MS) -> Engine:
    """Make the synchronous engine, whose transactions take the write lock as they begin.

    In memory all its users share one connection: for a test, not for a writer beside others.
    """
    url = address(text).set(drivername="sqlite")
    memory: dict[str, Any] = {"poolclass": StaticPool} if in_memory(url) else {}
    # The connection is opened where a mistake can be told and used in the writer's thread.
    arguments = {"check_same_thread": False, "cached_statements": PREPARED}
    engine = create_engine(url, connect_args=arguments, **memory)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 -- the driver's own
        _prepare(connection, busy_ms, "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def reading(text: str, *, readers: int = READERS, busy_ms: int = BUSY_MS) -> AsyncEngine:
    """Make the read-only engine; WrongAddress if the database is in memory."""
    url = address(text).set(drivername="sqlite+aiosqlite")
    if in_memory(url):
        raise WrongAddress("A database in memory has no second door; reading beside needs a file")
    engine = create_async_engine(
        url,
        pool_size=readers,
        max_overflow=0,
        connect_args={"cached_statements": PREPARED},
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 -- the driver's own
        _prepare(connection, busy_ms, "PRAGMA query_only = ON")

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _prepare(connection: Any, busy_ms: int, *pragmas: str) -> None:  # noqa: ANN401 -- the driver's own
    # The driver would begin by itself, late and deferred; the `begin` events do it instead.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"PRAGMA busy_timeout = {busy_ms}",
        *pragmas,
        "PRAGMA foreign_keys = ON",
    ):
        cursor.execute(pragma)
    cursor.close()


class Reader:
    """Reads what has been committed, beside the writer and never in its way."""

    def __init__(self, text: str, *, readers: int = READERS) -> None:
        self._engine = reading(text, readers=readers)

    async def all(
        self, statement: Executable, parameters: Parameters | None = None
    ) -> Sequence[Row[Any]]:
        """Fetch every row."""
        async with self._connect() as connection:
            return (await connection.execute(statement, parameters)).all()

    async def first(
        self, statement: Executable, parameters: Parameters | None = None
    ) -> Row[Any] | None:
        """Fetch the first row, or None if there is none."""
        async with self._connect() as connection:
            return (await connection.execute(statement, parameters)).first()

    async def scalar(self, statement: Executable, parameters: Parameters | None = None) -> Any:  # noqa: ANN401 -- what the statement selects
        """Fetch the first column of the first row, or None if there is none."""
        async with self._connect() as connection:
            return (await connection.execute(statement, parameters)).scalar()

    async def run(self, look: Callable[[Connection], T]) -> T:
        """Run a synchronous function of storage over one snapshot; its writes are refused."""
        async with self._connect() as connection:
            return await connection.run_sync(look)

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    def _connect(self) -> AsyncConnection:
        return self._engine.connect()
