"""The house's tables on every engine; a writer on a database of rows and leaves."""

import pytest

from storage.database import writing
from tests.bases import lay, migrate
from tests.storage.twice import Twice
from tests.storage.units import TABLES, Store, hold

ENGINES = ["sqlite-memory", "sqlite-disk", "postgres"]


@pytest.fixture(params=ENGINES)
def connection(request, tmp_path):
    """A transaction on a database without rows, whose numbers begin at 1; nothing is kept.

    On SQLite every statement is run both ways: by SQLAlchemy, and as the writer runs it.
    """
    if request.param == "postgres":
        with request.getfixturevalue("postgres").transaction() as connection:
            yield connection
        return
    engine = writing(
        "sqlite://" if request.param == "sqlite-memory" else f"sqlite:///{tmp_path}/a.db"
    )
    lay(engine)
    with Twice(engine) as connection, connection.begin():
        yield connection
    engine.dispose()


@pytest.fixture(params=["sqlite-disk", "postgres"])
def served(request, tmp_path):
    """The address of a database that was migrated and can be opened from two sides."""
    if request.param == "postgres":
        return request.getfixturevalue("postgres").fresh()
    address = f"sqlite+aiosqlite:///{tmp_path}/served.db"
    migrate(address)
    return address


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.db"


@pytest.fixture
def engine(path):
    engine = writing(f"sqlite+aiosqlite:///{path}", busy_ms=1)
    TABLES.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite-disk", "postgres"])
def store(request, tmp_path):
    """A database of rows and leaves, to write into and to look at from beside."""
    if request.param == "postgres":
        return Store(request.getfixturevalue("postgres").empty())
    return Store(f"sqlite+aiosqlite:///{tmp_path}/a.db")


@pytest.fixture
async def writer(store):
    writer = store.writer()
    yield writer
    await writer.close()


@pytest.fixture
def gate(writer):
    return hold(writer)
