import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import delete, insert, select, text

from governance.ballots.batches import Batch, BatchStatus
from governance.refusals import Conflict, Unknown
from storage import directory, driving, shredding, upgrade
from storage.ballots import Ballots
from storage.database import path_of, writing
from storage.sealed import MARKS, SEALED, SLIPS, Sealed
from storage.topics import Topics
from tests.bases import lay, migrate
from tests.governance.ballots.town import BALLOT
from tests.governance.deliberations.matters import AT, TOPIC

BLOB = bytes(range(200, 240)) * 3
COUNTED, HANDED = bytes(range(160, 200)) * 3, b"handed-out"


def begun(connection):
    """Return a store with a secret ballot whose key is known, and the ballot by id."""
    community = directory.community(connection, "xingfuli")
    topic = Topics(connection, community).add(replace(TOPIC, at=AT)).id
    made = Ballots(connection, community).add(replace(BALLOT, id=0, topic=topic, secret=True)).id
    store = Sealed(connection)
    store.begin(made, "ab12")
    return store, made


@pytest.fixture
def held(connection):
    return begun(connection)


def test_a_unit_has_one_envelope_and_the_last_in_the_order_of_the_inbox_stands(held):
    store, ballot = held

    assert store.public(ballot) == "ab12"
    assert store.put(ballot, "b3/101", b"first", 7)
    assert store.put(ballot, "b3/101", b"second", 9)
    assert not store.put(ballot, "b3/101", b"between", 8)
    assert store.put(ballot, "b3/102", b"", 3)

    assert store.envelope(ballot, "b3/101") == b"second"
    assert store.envelope(ballot, "b3/102") == b""
    assert store.envelope(ballot, "b3/103") is None
    assert store.units(ballot) == {"b3/101", "b3/102"}
    assert sorted(store.envelopes(ballot)) == [("b3/101", b"second"), ("b3/102", b"")]


def test_a_paper_that_is_taken_back_leaves_nothing_and_a_vote_is_not_taken(held):
    store, ballot = held
    for unit, envelope in (("b3/103", b""), ("b3/101", b"vote"), ("b3/102", b"")):
        store.put(ballot, unit, envelope, 7)
    store.alone(ballot)
    assert store.handed(ballot) == ["b3/102", "b3/103"]

    for unit in ("b3/101", "b3/102"):
        store.take(ballot, unit)

    assert store.handed(ballot) == ["b3/103"]
    assert store.envelope(ballot, "b3/102") is None
    assert store.envelope(ballot, "b3/101") == b"vote"
    assert store.put(ballot, "b3/102", b"later", 8)


def test_a_ballot_without_a_key_is_unknown(held):
    with pytest.raises(Unknown):
        held[0].public(99)


def test_what_is_spilled_stands_in_two_tables_as_it_was_given_and_the_rows_are_gone(
    connection, held
):
    store, ballot = held
    store.put(ballot, "b3/101", b"x", 1)
    assert store.owed() == []

    store.spill(ballot, [{"for": 1}, {}], ["ZZ", "AA"])

    assert store.units(ballot) == frozenset()
    assert store.marks(ballot) == [{"for": 1}, {}]
    assert store.slips(ballot) == ["AA", "ZZ"]
    assert connection.execute(select(SLIPS.c.slip).order_by(SLIPS.c.id)).scalars().all() == [
        "ZZ",
        "AA",
    ]
    assert set(MARKS.c.keys()) == {"id", "ballot_id", "marks"}
    assert set(SLIPS.c.keys()) == {"id", "ballot_id", "slip"}
    assert store.owed() == [(ballot, "ab12")]
    store.shredded(ballot)
    assert store.owed() == []


def test_an_empty_box_is_spilled_too(held):
    store, ballot = held

    store.spill(ballot, [], [])

    assert (store.marks(ballot), store.slips(ballot)) == ([], [])
    assert store.owed() == [(ballot, "ab12")]


def test_a_count_of_papers_is_settled_once(held):
    store, ballot = held
    made = store.enter(
        Batch(ballot=ballot, papers=3, envelope=b"x", entered_by="wang", entrant=2001)
    )

    assert store.batches(ballot) == [made] == [store.batch(made.id)]
    done = replace(made, status=BatchStatus.COUNTED, confirmed_by="liu")
    store.settle(done, BatchStatus.ENTERED)
    assert store.batch(made.id) == done
    assert store.batch(made.id).envelope == b"x"
    store.clear(ballot)
    assert store.batch(made.id) == replace(done, envelope=b"")
    with pytest.raises(Conflict):
        store.settle(done, BatchStatus.ENTERED)
    with pytest.raises(Unknown):
        store.batch(99)


async def test_no_page_holds_what_was_deleted_once_it_is_written_anew(served):
    await asked(served, _filled)
    await asked(served, _spilled)

    if served.startswith("sqlite"):
        assert any(BLOB in each for each in _bytes(served))
    await shredding.rewrite(served)

    if served.startswith("sqlite"):
        assert not any(BLOB in each for each in _bytes(served))
        wal = path_of(served).with_name(path_of(served).name + "-wal")
        assert not wal.exists() or wal.stat().st_size == 0
    else:
        assert await asked(served, _size) == 0
    assert await asked(served, _left) == [{"for": 1}]


async def test_what_lies_in_a_free_page_goes_when_all_is_written_anew(tmp_path):
    """As a page does that was split, or one of before zeros were written."""
    served = f"sqlite+aiosqlite:///{tmp_path}/a.db"
    migrate(served)
    await asked(served, _filled)

    def carelessly(connection):
        connection.exec_driver_sql("PRAGMA secure_delete = 0")
        connection.execute(delete(SEALED))

    await asked(served, carelessly)
    assert any(BLOB in each for each in _bytes(served))
    await shredding.rewrite(served)

    assert not any(BLOB in each for each in _bytes(served))


async def asked(address, unit):
    return await asyncio.to_thread(driving.drive, _within, address, unit)


def _within(address, unit):
    engine = writing(address)
    try:
        with engine.begin() as connection:
            return unit(connection)
    finally:
        if engine.dialect.name != "sqlite":
            engine.dispose()


def _filled(connection):
    _, ballot = begun(connection)
    for n in range(300):
        row = {"ballot_id": ballot, "unit": f"b3/{n}", "envelope": BLOB, "order": n}
        connection.execute(insert(SEALED), row)


def _spilled(connection):
    Sealed(connection).spill(1, [{"for": 1}], ["AA"])


def _size(connection):
    return connection.execute(text("SELECT pg_relation_size('sealed_votes')")).scalar_one()


def _left(connection):
    return list(Sealed(connection).marks(1))


def _bytes(address):
    path = path_of(address)
    return [f.read_bytes() for f in path.parent.glob(f"{path.name}*")]


def _cleared(store, ballot):
    store.clear(ballot)


def _spilled_of(store, ballot):
    store.spill(ballot, [{"for": 1}], ["AA"])


def _taken(store, ballot):
    for unit in store.handed(ballot):
        store.take(ballot, unit)


@pytest.mark.parametrize(
    ("let_go", "gone"),
    [(_cleared, (BLOB, COUNTED, HANDED)), (_spilled_of, (BLOB, COUNTED)), (_taken, (HANDED,))],
)
def test_zeros_stand_over_what_was_let_go_though_nothing_is_written_anew_yet(
    tmp_path, let_go, gone
):
    """Also where SQLite was built to leave it lying: then it is asked not to, and only then."""
    engine, path = writing(f"sqlite:///{tmp_path}/a.db"), tmp_path / "a.db"
    lay(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA secure_delete = 0")
        store, ballot = begun(connection)
        for n in range(3):  # no page is split: what that leaves goes when all is written anew
            store.put(ballot, f"b3/{n}", BLOB, n)
            store.put(ballot, f"{HANDED.decode()}/{n}", b"", n)
        store.enter(
            Batch(ballot=ballot, papers=3, envelope=COUNTED, entered_by="wang", entrant=2001)
        )
    _into_the_file(engine)
    assert all(each in path.read_bytes() for each in gone)

    with engine.begin() as connection:
        let_go(Sealed(connection), ballot)
        after = connection.exec_driver_sql("PRAGMA secure_delete").scalar_one()
    _into_the_file(engine)

    assert [each for each in gone if each in path.read_bytes()] == []
    assert after == 0
    engine.dispose()


def _into_the_file(engine):
    """Let the log be empty: what is left stands in the file."""
    with engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0


async def test_where_somebody_reads_what_was_there_it_is_to_be_done_again(tmp_path, monkeypatch):
    address = f"sqlite+aiosqlite:///{tmp_path}/a.db"
    upgrade.upgrade(address)
    monkeypatch.setattr(shredding, "PATIENCE", 1)
    engine = writing(address)
    with engine.begin() as connection:
        begun(connection)
    reader = engine.connect()
    raw = reader.connection.dbapi_connection
    raw.execute("BEGIN")
    raw.execute("SELECT count(*) FROM ballots").fetchone()

    with pytest.raises(shredding.Later, match="read"):
        await shredding.rewrite(address)

    raw.execute("COMMIT")
    reader.close()
    await shredding.rewrite(address)
    engine.dispose()


async def test_where_the_database_refuses_it_is_to_be_done_again(tmp_path):
    missing = f"sqlite+aiosqlite:///{tmp_path}/none/a.db"

    with pytest.raises(shredding.Later, match="OperationalError"):
        await shredding.rewrite(missing)
