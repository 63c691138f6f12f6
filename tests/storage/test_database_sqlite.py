"""What only SQLite is told: pragmas, its lock, its log, its life in memory."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import DatabaseError, OperationalError

from storage import database
from storage.database import WrongAddress, writing
from storage.reader import Reader
from tests.storage.units import ROWS, TABLES

ALL = select(ROWS.c.n)


@pytest.fixture
def address(tmp_path):
    return f"sqlite+aiosqlite:///{tmp_path / '九月 100%.db'}"


@pytest.fixture
def engine(address):
    engine = writing(address)
    TABLES.create_all(engine)
    yield engine
    engine.dispose()


def pragma(connection, name):
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_a_written_transaction_is_durable_and_checked(engine):
    with engine.connect() as connection:
        assert pragma(connection, "journal_mode") == "wal"
        assert pragma(connection, "synchronous") == 2  # FULL
        assert pragma(connection, "foreign_keys") == 1
        assert pragma(connection, "busy_timeout") == database.BUSY_MS


def test_a_transaction_takes_the_write_lock_as_it_begins(engine, address):
    other = writing(address, busy_ms=1)

    with engine.begin(), pytest.raises(OperationalError, match="locked"), other.begin():
        pass

    other.dispose()


async def test_a_closed_reader_lets_the_last_one_fold_the_log(address, engine, tmp_path):
    async with Reader(address) as reader:
        await reader.all(ALL)
    engine.dispose()

    assert list(tmp_path.glob("*-wal")) == []


def test_a_reader_in_memory_is_refused():
    with pytest.raises(WrongAddress, match="needs a file"):
        Reader("sqlite+aiosqlite:///:memory:")


def test_a_database_in_memory_is_one_for_all_threads():
    engine = writing("sqlite+aiosqlite://")
    TABLES.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(ROWS), {"n": 1})

    def look():
        with engine.begin() as connection:
            return connection.execute(ALL).all()

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(look).result() == [(1,)]

    engine.dispose()


def test_a_file_that_is_no_database_is_an_error_when_it_is_opened(tmp_path):
    (tmp_path / "a.db").write_text("no database at all, but long enough to be looked at" * 20)
    engine = writing(f"sqlite:///{tmp_path / 'a.db'}")

    with pytest.raises(DatabaseError), engine.connect():
        pass
