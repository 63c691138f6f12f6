from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Column, ForeignKey, MetaData, Table, Text, bindparam, insert, select, text
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from storage import database
from storage.database import Reader, WrongAddress, document, key, number, writing

TABLES = MetaData(naming_convention=database.METADATA.naming_convention)
ROWS = Table("rows", TABLES, key(), number("n"), document("extra", nullable=True))
LEAVES = Table("leaves", TABLES, key(), number("row", ForeignKey(ROWS.c.id)))
PUT = insert(ROWS)
LARGER = select(ROWS.c.n).where(ROWS.c.n > bindparam("n")).order_by(ROWS.c.n)


@pytest.fixture
def address(tmp_path):
    return f"sqlite+aiosqlite:///{tmp_path / '九月 100%.db'}"


@pytest.fixture
def engine(address):
    engine = writing(address)
    TABLES.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
async def reader(address, engine):
    async with Reader(address) as reader:
        yield reader


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


def test_a_rollback_takes_changed_tables_back_too(engine):
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE late (n)")
        connection.rollback()

        assert not engine.dialect.has_table(connection, "late")


def test_a_reference_to_nothing_is_refused(engine):
    with engine.begin() as connection, pytest.raises(IntegrityError):
        connection.execute(insert(LEAVES), {"row": 404})


def test_keys_count_up_and_numbers_have_64_bits(engine):
    with engine.begin() as connection:
        for n in (-(2**63), 2**63 - 1):
            connection.execute(PUT, {"n": n})

        assert connection.execute(select(ROWS.c.id, ROWS.c.n)).all() == [
            (1, -(2**63)),
            (2, 2**63 - 1),
        ]


def test_a_document_of_none_is_null(engine):
    with engine.begin() as connection:
        connection.execute(PUT, [{"n": 1, "extra": None}, {"n": 2, "extra": {"门": [1, None]}}])

        empty = connection.execute(select(ROWS.c.n).where(ROWS.c.extra.is_(None))).scalars().all()
        full = connection.execute(select(ROWS.c.extra).where(ROWS.c.n == 2)).scalar()

    assert (empty, full) == ([1], {"门": [1, None]})


def test_constraints_have_names():
    table = Table(
        "a", TABLES, key(), Column("b", Text, unique=True), Column("c", Text, index=True)
    )

    assert {each.name for each in table.constraints} == {"pk_a", "uq_a_b"}
    assert {each.name for each in table.indexes} == {"ix_a_c"}


async def test_a_reader_sees_what_was_committed(engine, reader):
    with engine.begin() as connection:
        connection.execute(PUT, [{"n": n} for n in range(4)])

        assert await reader.all(LARGER, {"n": 1}) == []

    assert await reader.all(LARGER, {"n": 1}) == [(2,), (3,)]
    assert await reader.first(LARGER, {"n": 1}) == (2,)
    assert await reader.scalar(LARGER, {"n": 1}) == 2


async def test_a_reader_of_nothing_gets_none(reader):
    assert await reader.first(LARGER, {"n": 1}) is None
    assert await reader.scalar(LARGER, {"n": 1}) is None


async def test_a_reader_cannot_write(reader):
    with pytest.raises(OperationalError, match="readonly"):
        await reader.all(text("INSERT INTO rows (n) VALUES (1) RETURNING id"))


async def test_a_look_is_one_snapshot(engine, reader):
    def look(connection):
        before = connection.execute(LARGER, {"n": 0}).all()
        with engine.begin() as other:
            other.execute(PUT, {"n": 1})
        return before, connection.execute(LARGER, {"n": 0}).all()

    assert await reader.run(look) == ([], [])
    assert await reader.all(LARGER, {"n": 0}) == [(1,)]


async def test_readers_do_not_wait_for_the_writer(engine, reader):
    with engine.begin() as connection:
        connection.execute(PUT, {"n": 1})

        assert await reader.scalar(text("SELECT count(*) FROM rows")) == 0


async def test_a_closed_reader_lets_the_last_one_fold_the_log(address, engine, tmp_path):
    async with Reader(address) as reader:
        await reader.all(LARGER, {"n": 0})
    engine.dispose()

    assert list(tmp_path.glob("*-wal")) == []


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("postgresql+asyncpg://here/linli", "'postgresql' is not supported yet"),
        ("linli.db", "cannot be read"),
    ],
)
def test_an_address_of_another_kind_is_told_in_one_sentence(wrong, says):
    with pytest.raises(WrongAddress, match=says):
        writing(wrong)


def test_a_reader_in_memory_is_refused():
    with pytest.raises(WrongAddress, match="needs a file"):
        Reader("sqlite+aiosqlite:///:memory:")


def test_a_database_in_memory_is_one_for_all_threads():
    engine = writing("sqlite+aiosqlite://")
    TABLES.create_all(engine)
    with engine.begin() as connection:
        connection.execute(PUT, {"n": 1})

    def look():
        with engine.begin() as connection:
            return connection.execute(LARGER, {"n": 0}).all()

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(look).result() == [(1,)]

    engine.dispose()


def test_a_file_that_is_no_database_is_an_error_when_it_is_opened(tmp_path):
    (tmp_path / "a.db").write_text("no database at all, but long enough to be looked at" * 20)
    engine = writing(f"sqlite:///{tmp_path / 'a.db'}")

    with pytest.raises(DatabaseError), engine.connect():
        pass
