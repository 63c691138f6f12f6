"""The engines of the database, to write and to read by; and the shared list of tables."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    MetaData,
    StaticPool,
    Text,
    cast,
    create_engine,
    event,
    literal_column,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.types import TypeEngine

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

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
WRITERS = 4
PATIENCE = 10  # seconds until a server that does not answer is given up
# Pages kept in memory, in KiB (so SQLite means the minus): the upper part of every index of a
# database of a million cases. It is not taken before there is as much to keep. Each reader has
# its own, so it is small: a flood may not take 50 MB in all.
CACHE, READING_CACHE = -64_000, -4_000
# A statement kept prepared; the driver's own 128 is less than this house has statements.
PREPARED = 512


POSTGRESQL = "postgresql"
NAME = "linli"  # by which a server knows our connections
EXAMPLES = "sqlite+aiosqlite:///state/linli.db or postgresql+asyncpg://user:password@host/linli"
_UNREAD = f"The database address cannot be read; write one like {EXAMPLES}"
PORTS = range(1, 1 << 16)


class WrongAddress(ValueError):
    """An address cannot be used; the message says why, so do `fault` and `facts` in any words."""

    def __init__(self, message: str, fault: str = "address", **facts: str | int) -> None:
        super().__init__(message)
        self.fault = fault
        self.facts = facts


def key(name: str = "id") -> Column[int]:
    """Make a primary key that the database counts up."""
    return Column(name, KEY, primary_key=True, autoincrement=True)


def number(name: str, *more: Any, **options: Any) -> Column[int]:  # noqa: ANN401 -- as Column takes them
    """Make a 64-bit whole number for ids, fen and UTC milliseconds; not null unless told."""
    return Column(name, BigInteger, *more, **{"nullable": False, **options})


def document(name: str, **options: Any) -> Column[Any]:  # noqa: ANN401 -- as Column takes them
    """Make a JSON document; not null unless told, and None is SQL's NULL."""
    return Column(name, DOCUMENT, **{"nullable": False, **options})


def is_exactly(column: Column[str], word: str) -> ColumnElement[bool]:
    """Compare with a word of ours that stands in the text, as in the condition of an index.

    One that is bound makes SQLite plan a statement anew at each execution where a table has such
    an index, and still not use it unless the condition stands beside in its very words.
    """
    return column == literal_column(f"'{word}'")


def within(column: Column[Any], name: str) -> ColumnElement[str]:
    """Return what a document holds under a name, as text: a number and its digits are equal.

    As a number PostgreSQL would refuse the whole query for one row that holds something else.
    """
    return cast(column[name].as_string(), Text)


def address(text: str) -> URL:
    """Read a database address; WrongAddress unless it names SQLite or PostgreSQL."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):  # the error, as the address, may hold a password
        raise WrongAddress(_UNREAD) from None
    kind = url.get_backend_name()
    query = text.partition("?")[2]  # as it was written: what is escaped there is meant
    signs = f"{url.host}{url.database}{query}" if kind == POSTGRESQL else str(url.host)
    if "@" in signs or (url.port is not None and url.port not in PORTS):
        raise WrongAddress(_UNREAD)  # a sign in the password that stands for itself
    if kind not in {"sqlite", POSTGRESQL}:
        raise WrongAddress(
            f"The database kind {kind!r} is not supported; write an address like {EXAMPLES}"
        )
    if kind == POSTGRESQL and not url.database:
        raise WrongAddress(
            "The address names a PostgreSQL server and no database in it; "
            f"write one like {EXAMPLES}"
        )
    return url


def on_server(url: URL) -> bool:
    """Say whether an address names a PostgreSQL server, and no file."""
    return url.get_backend_name() == POSTGRESQL


def is_sqlite(text: str) -> bool:
    """Say whether a database address names SQLite; WrongAddress if it cannot be used."""
    return not on_server(address(text))


def without_password(text: str) -> str:
    """Return a database address as it may be shown."""
    url = address(text)
    secret = [each for each in url.query if "pass" in each.lower()]
    return url.difference_update_query(secret).render_as_string(hide_password=True)


def path_of(text: str) -> Path:
    """Return the file of a SQLite address; WrongAddress if it names none, or a folder."""
    url = address(text)
    if on_server(url) or in_memory(url):
        raise WrongAddress("This database is no file: name one in LINLI_DATABASE_URL")
    path = Path(str(url.database)).absolute()
    with suppress(PermissionError):  # whoever opens it is told
        if path.is_dir():
            raise WrongAddress(f"{path} is a folder; name a file in it", "folder", file=str(path))
    return path


def shelter(path: Path) -> None:
    """Make the folder of a database; WrongAddress where there can be none."""
    folder = path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileNotFoundError, FileExistsError, NotADirectoryError):
        told = f"There can be no folder {folder}; name another place for the database"
        raise WrongAddress(told, "nowhere", file=str(folder)) from None


def in_memory(url: URL) -> bool:
    """Say whether a SQLite address names no file, so that only its one connection sees it."""
    return url.database in {None, "", ":memory:"}


def writing(text: str, *, busy_ms: int = BUSY_MS) -> Engine:
    """Make the synchronous engine; on PostgreSQL it works inside `driving.drive` alone.

    On SQLite its transactions take the write lock as they begin. In memory all its users share
    one connection: for a test, not for a writer beside others.
    """
    if on_server(address(text)):
        return serving(text).sync_engine
    url = address(text).set(drivername="sqlite")
    memory: dict[str, Any] = {"poolclass": StaticPool} if in_memory(url) else {}
    # The connection is opened where a mistake can be told and used in the writer's thread.
    arguments = {"check_same_thread": False, "cached_statements": PREPARED}
    engine = create_engine(url, connect_args=arguments, hide_parameters=True, **memory)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 -- the driver's own
        durable = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")
        _prepare(connection, busy_ms, *durable, f"PRAGMA cache_size = {CACHE}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def serving(text: str, *, connections: int = WRITERS) -> "AsyncEngine":
    """Make the engine of PostgreSQL; READ COMMITTED is enough, versions guard what is saved."""
    return _server(address(text), connections, isolation_level="READ COMMITTED")


def beside(text: str, *, readers: int, busy_ms: int = BUSY_MS) -> Engine:
    """Make the read-only engine of a SQLite file; WrongAddress if the database is in memory."""
    url = address(text).set(drivername="sqlite")
    if in_memory(url):
        raise WrongAddress("A database in memory has no second door; reading beside needs a file")
    arguments = {"check_same_thread": False, "cached_statements": PREPARED}
    pool: dict[str, Any] = {"pool_size": readers, "max_overflow": 0}
    engine = create_engine(url, connect_args=arguments, hide_parameters=True, **pool)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 -- the driver's own
        cache = f"PRAGMA cache_size = {READING_CACHE}"
        _prepare(connection, busy_ms, "PRAGMA query_only = ON", cache)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def reading(text: str, *, readers: int) -> "AsyncEngine":
    """Make the read-only engine of PostgreSQL; one look is one snapshot, as it is on SQLite."""
    only = {"postgresql_readonly": True}
    return _server(
        address(text), readers, isolation_level="REPEATABLE READ", execution_options=only
    )


def _server(url: URL, connections: int, **options: Any) -> "AsyncEngine":  # noqa: ANN401 -- the engine's own
    from sqlalchemy.ext.asyncio import create_async_engine  # large, and no file needs it

    return create_async_engine(
        url.set(drivername="postgresql+asyncpg"),
        pool_size=connections,
        max_overflow=0,
        hide_parameters=True,  # an error must not quote what people wrote
        connect_args={
            # the dialect prepares single statements, the driver those for many rows
            "prepared_statement_cache_size": PREPARED,
            "statement_cache_size": PREPARED,
            "timeout": PATIENCE,
            "server_settings": {"application_name": NAME, "jit": "off"},
        },
        **options,
    )


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
