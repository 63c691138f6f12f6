"""The two doors to a database, on a file and on a server."""

import threading
from contextlib import contextmanager

import pytest
from sqlalchemy import (
    Column,
    ForeignKey,
    MetaData,
    Table,
    Text,
    bindparam,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.exc import DBAPIError, IntegrityError

from storage import database
from storage.database import (
    WrongAddress,
    address,
    document,
    key,
    number,
    within,
    writing,
)
from storage.driving import drive
from storage.reader import Reader

TABLES = MetaData(naming_convention=database.METADATA.naming_convention)
ROWS = Table("rows", TABLES, key(), number("n"), document("extra", nullable=True))
LEAVES = Table("leaves", TABLES, key(), number("row", ForeignKey(ROWS.c.id)))
PUT = insert(ROWS)
LARGER = select(ROWS.c.n).where(ROWS.c.n > bindparam("n")).order_by(ROWS.c.n)
PATIENCE = 20


@pytest.fixture(params=["sqlite-disk", "postgres"])
def here(request, tmp_path):
    """The address of a database with the two tables."""
    url = f"sqlite+aiosqlite:///{tmp_path / '九月 100%.db'}"
    if request.param == "postgres":
        url = request.getfixturevalue("postgres").empty()

    def make():
        with opened(url) as engine:
            TABLES.create_all(engine)

    drive(make)
    return url


@pytest.fixture
def engine(here):
    with opened(here) as engine:
        yield engine


@pytest.fixture
async def reader(here):
    async with Reader(here) as reader:
        yield reader


@contextmanager
def opened(url):
    engine = writing(url)
    yield engine
    engine.dispose()


def put(url, *rows):
    def once():
        with opened(url) as engine, engine.begin() as connection:
            connection.execute(PUT, list(rows))

    drive(once)


@contextmanager
def being_put(url, *rows):
    """Let somebody else put rows meanwhile, and commit them at the end."""
    begun, end = threading.Event(), threading.Event()

    def slowly():
        with opened(url) as engine, engine.begin() as connection:
            connection.execute(PUT, list(rows))
            begun.set()
            end.wait(PATIENCE)

    other = threading.Thread(target=drive, args=(slowly,))
    other.start()
    assert begun.wait(PATIENCE)
    yield
    end.set()
    other.join(PATIENCE)


def test_a_rollback_takes_changed_tables_back_too(engine):
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE late (n integer)")
        connection.rollback()

        assert not inspect(connection).has_table("late")


def test_a_reference_to_nothing_is_refused(engine):
    with engine.begin() as connection, pytest.raises(IntegrityError), connection.begin_nested():
        connection.execute(insert(LEAVES), {"row": 404})


def test_an_error_quotes_nothing_of_what_was_to_be_written(engine):
    with engine.begin() as connection, pytest.raises(DBAPIError) as error:
        connection.execute(text("INSERT INTO nowhere VALUES (:said)"), {"said": "电梯坏了"})

    assert "电梯" not in str(error.value)


async def test_nor_does_an_error_of_reading(reader):
    with pytest.raises(DBAPIError) as error:
        await reader.all(text("SELECT * FROM nowhere WHERE said = :said"), {"said": "电梯坏了"})

    assert "电梯" not in str(error.value)


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


def test_a_document_keeps_the_order_of_its_names(engine):
    written = {"b": 1, "a": 2, "": 3, "aa": 4}
    with engine.begin() as connection:
        connection.execute(PUT, {"n": 1, "extra": written})

        found = connection.execute(select(ROWS.c.extra)).scalar_one()

    assert list(found) == list(written)


def test_what_a_document_holds_is_found_by_its_digits_whatever_others_hold(engine):
    others = [{"which": "seven"}, {"which": None}, {}, [7], {"which": {"which": 7}}]
    wanted = [{"which": 7}, {"which": "7"}, {"which": 2**60}]
    with engine.begin() as connection:
        rows = [{"n": n, "extra": each} for n, each in enumerate((*others, *wanted))]
        connection.execute(PUT, rows)

        sevens = select(ROWS.c.n).where(within(ROWS.c.extra, "which").in_(["7", str(2**60)]))
        found = connection.execute(sevens.order_by(ROWS.c.n)).scalars().all()

    assert found == [5, 6, 7]


def test_constraints_have_names():
    table = Table(
        "a", TABLES, key(), Column("b", Text, unique=True), Column("c", Text, index=True)
    )

    names = {each.name for each in table.constraints}, {each.name for each in table.indexes}
    TABLES.remove(table)

    assert names == ({"pk_a", "uq_a_b"}, {"ix_a_c"})


async def test_a_reader_sees_what_was_committed(here, reader):
    with being_put(here, *({"n": n} for n in range(4))):
        assert await reader.all(LARGER, {"n": 1}) == []

    assert await reader.all(LARGER, {"n": 1}) == [(2,), (3,)]
    assert await reader.first(LARGER, {"n": 1}) == (2,)
    assert await reader.scalar(LARGER, {"n": 1}) == 2


async def test_a_reader_of_nothing_gets_none(reader):
    assert await reader.first(LARGER, {"n": 1}) is None
    assert await reader.scalar(LARGER, {"n": 1}) is None


async def test_a_reader_cannot_write(reader):
    with pytest.raises(DBAPIError, match=r"readonly|read-only"):
        await reader.all(text("INSERT INTO rows (n) VALUES (1) RETURNING id"))


async def test_a_look_is_one_snapshot(here, reader):
    def look(connection):
        before = connection.execute(LARGER, {"n": 0}).all()
        beside = threading.Thread(target=put, args=(here, {"n": 1}))
        beside.start()
        beside.join(PATIENCE)
        return before, connection.execute(LARGER, {"n": 0}).all()

    assert await reader.run(look) == ([], [])
    assert await reader.all(LARGER, {"n": 0}) == [(1,)]


async def test_readers_do_not_wait_for_the_writer(here, reader):
    with being_put(here, {"n": 1}):
        assert await reader.scalar(text("SELECT count(*) FROM rows")) == 0


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("mysql+asyncmy://here/linli", "'mysql' is not supported"),
        ("postgresql+asyncpg://here", "no database in it"),
        ("linli.db", "cannot be read"),
        ("postgresql+asyncpg://here:99999/linli", "cannot be read"),
    ],
)
def test_an_address_of_another_kind_is_told_in_one_sentence(wrong, says):
    with pytest.raises(WrongAddress, match=says) as told:
        writing(wrong)

    assert "sqlite+aiosqlite:///state/linli.db or postgresql+asyncpg://" in str(told.value)


def test_the_name_of_a_file_may_hold_what_ends_a_password():
    assert address("sqlite+aiosqlite:////srv/li@home/linli.db").database == "/srv/li@home/linli.db"


def test_an_address_of_a_server_is_read_whatever_its_driver():
    for scheme in ("postgresql", "postgresql+asyncpg"):
        assert database.on_server(address(f"{scheme}://linli@db/linli"))
