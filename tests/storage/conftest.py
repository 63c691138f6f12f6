"""A writer on a database of rows and leaves; whoever needs another engine has their own."""

import pytest

from storage.database import writing
from storage.writer import Writer
from tests.storage.units import TABLES, hold


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
