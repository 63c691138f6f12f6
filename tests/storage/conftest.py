"""The house's tables in memory and on disk; a writer on a database of rows and leaves."""

import pytest

from storage.database import METADATA, writing
from storage.writer import Writer
from tests.storage.twice import Twice
from tests.storage.units import TABLES, hold


@pytest.fixture(params=["memory", "disk"])
def connection(request, tmp_path):
    """Every statement is run both ways: by SQLAlchemy, and as the writer runs it."""
    engine = writing("sqlite://" if request.param == "memory" else f"sqlite:///{tmp_path}/a.db")
    METADATA.create_all(engine)
    with Twice(engine) as connection, connection.begin():
        yield connection
    engine.dispose()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.db"


@pytest.fixture
def engine(path):
    engine = writing(f"sqlite+aiosqlite:///{path}", busy_ms=1)
    TABLES.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
async def writer(engine):
    writer = Writer(engine)
    yield writer
    await writer.close()


@pytest.fixture
def gate(writer):
    return hold(writer)
