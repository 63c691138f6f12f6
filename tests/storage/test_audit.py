import tracemalloc
from functools import partial

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import IntegrityError

from governance import chain
from governance.chain import Break, Fault
from storage import audit
from storage.audit import AUDIT, DETAILS, SEALS, TRIGGERS, Note
from storage.database import METADATA, writing
from storage.driving import drive
from storage.reader import Reader

AT = 1_790_000_000_000
HERE, THERE = 1, 2


def noted(n, community=HERE, **changes):
    said = {"said": "电梯坏了", "n": n}
    fields = {"unit": f"update:{n}", "actor": "p-1", "verb": "report", "object": "case:1"}
    return Note(community=community, at=AT + n, **{**fields, "detail": said, **changes})


def fill(connection):
    """Note 1..12, odd ones here and even ones there, and seal the first eight in two goes."""
    for first in (1, 5):
        for n in range(first, first + 4):
            audit.note(connection, noted(n, community=2 - n % 2))
        for community in (HERE, THERE):
            audit.seal(connection, community, AT + first)
    for n in range(9, 13):
        audit.note(connection, noted(n, community=2 - n % 2))


@pytest.fixture
def filled(connection):
    fill(connection)
    return connection


@pytest.fixture
def kept(served):
    """The address of a database where all that was committed."""

    def once():
        engine = writing(served)
        with engine.begin() as connection:
            fill(connection)
        engine.dispose()

    drive(once)
    return served


@pytest.fixture(scope="module")
def unguarded():
    """What somebody has who holds the file: no triggers and no checked references."""
    engine = writing("sqlite+aiosqlite://")
    METADATA.create_all(engine, tables=[AUDIT, DETAILS, SEALS])
    with engine.begin() as connection:
        fill(connection)
    with engine.connect() as connection:
        connection.connection.dbapi_connection.execute("PRAGMA foreign_keys = OFF")
        for (name,) in connection.execute(
            text("SELECT name FROM sqlite_master WHERE sql LIKE '%RAISE%'")
        ):
            connection.execute(text(f"DROP TRIGGER {name}"))
        connection.commit()
        yield connection
    engine.dispose()


@pytest.fixture
def tampered(unguarded):
    with unguarded.begin():
        yield unguarded
        unguarded.rollback()


def test_a_whole_chain_names_its_head_and_its_tail(filled):
    head = filled.scalar(select(SEALS.c.hash).filter_by(community=HERE, seq=4))

    assert audit.verify(filled, HERE) == chain.Verdict(sealed=4, head=head, tail=2)


def test_a_note_is_kept_as_it_was_given(filled):
    kept = audit.note(filled, noted(13))

    row = filled.execute(select(AUDIT, DETAILS).join(DETAILS).filter_by(id=kept)).one()
    assert row[:7] == (13, HERE, AT + 13, "update:13", "p-1", "report", "case:1")
    assert row.detail == {"said": "电梯坏了", "n": 13}
    assert row.commitment == chain.commitment(row.detail, row.salt)


def test_equal_details_have_different_commitments(filled):
    one, two = (audit.note(filled, noted(13)) for _ in range(2))

    commitments = filled.scalars(select(AUDIT.c.commitment).where(AUDIT.c.id.in_([one, two])))
    assert len(set(commitments)) == 2


def test_a_detail_with_a_float_is_refused_whole(filled):
    with pytest.raises(chain.NotCanonical):
        audit.note(filled, noted(13, detail={"fen": 0.1}))

    assert filled.scalar(select(func.max(AUDIT.c.id))) == 12


def test_sealing_seals_the_tail_of_one_community_once(filled):
    assert audit.seal(filled, HERE, AT) == 2
    assert audit.seal(filled, HERE, AT) == 0

    assert audit.verify(filled, HERE).tail == 0
    assert audit.verify(filled, THERE).tail == 2


def test_sealing_in_chunks_is_sealing_at_once(filled, monkeypatch):
    for n in range(13, 30):
        audit.note(filled, noted(n))

    monkeypatch.setattr(audit, "CHUNK", 4)

    assert audit.seal(filled, HERE, AT) == 19
    assert audit.verify(filled, HERE).sealed == 23
    assert audit.verify(filled, HERE).broken is None


def test_a_community_without_entries_is_whole(filled):
    assert audit.seal(filled, 404, AT) == 0
    assert audit.verify(filled, 404) == chain.Verdict(sealed=0, head=chain.GENESIS, tail=0)


def test_forgetting_details_and_salts_leaves_the_chain_whole(filled):
    before = audit.verify(filled, HERE)

    audit.forget(filled, [1, 3, 9])
    audit.forget(filled, [])

    assert filled.scalars(select(DETAILS.c.audit_id).filter(DETAILS.c.audit_id < 6)).all() == [
        2,
        4,
        5,
    ]
    assert audit.verify(filled, HERE) == before


@pytest.mark.parametrize("table", [AUDIT, SEALS])
@pytest.mark.parametrize("statement", ["UPDATE {} SET community = 1", "DELETE FROM {}"])
def test_entries_and_seals_cannot_be_changed(filled, table, statement):
    with (
        pytest.raises(IntegrityError, match=f"{table.name} is append-only"),
        filled.begin_nested(),
    ):
        filled.execute(text(statement.format(table.name)))

    assert audit.verify(filled, HERE).broken is None


@pytest.mark.parametrize("table", [AUDIT, SEALS])
def test_on_a_server_they_cannot_be_emptied_either(postgres, table):
    with (
        postgres.transaction() as connection,
        pytest.raises(IntegrityError, match="is append-only"),
        connection.begin_nested(),
    ):
        connection.execute(text(f"TRUNCATE {table.name} CASCADE"))


def test_the_statements_for_the_migration_are_those_of_the_tables():
    engine = writing("sqlite://")
    METADATA.create_all(engine)
    with engine.begin() as connection:
        found = connection.scalars(text("SELECT sql FROM sqlite_master WHERE type = 'trigger'"))

        assert sorted(found) == sorted(TRIGGERS["sqlite"])
    engine.dispose()


async def test_a_reader_can_verify_beside_the_writer(kept):
    async with Reader(kept) as reader:
        verdict = await reader.run(partial(audit.verify, community=HERE))

    assert (verdict.sealed, verdict.tail, verdict.broken) == (4, 2, None)


def flipped(value, place, bit):
    if isinstance(value, int):
        return value ^ 1 << bit
    letter = place % len(value)
    return value[:letter] + chr(ord(value[letter]) ^ 1 << bit % 7) + value[letter + 1 :]


@settings(deadline=None)  # a busy machine is no bug
@given(st.integers(1, 4), st.integers(0, 99), st.integers(0, 62))
@pytest.mark.parametrize(
    "column", [*AUDIT.c, *SEALS.c], ids=lambda column: f"{column.table.name}.{column.name}"
)
def test_a_flipped_bit_is_found_and_named(unguarded, column, seq, place, bit):
    entry = 2 * seq - 1  # here are the odd ones
    key = AUDIT.c.id if column.table is AUDIT else SEALS.c.audit_id
    with unguarded.begin() as transaction:
        before = unguarded.scalar(select(column).where(key == entry))
        after = flipped(before, place, bit)
        change = column.table.update().where(key == entry).values({column.name: after})
        try:
            unguarded.execute(change)
        except IntegrityError:  # another row has that key
            transaction.rollback()
            reject()
        verdict = audit.verify(unguarded, HERE)
        transaction.rollback()

    named = {entry} | ({after} if column is AUDIT.c.id else set())
    assert verdict.broken is not None
    assert verdict.broken.entry in named
    assert verdict.broken.seq in {seq, None}


@pytest.mark.parametrize(
    ("deed", "broken"),
    [
        ("DELETE FROM audit WHERE id = 3", Break(Fault.ENTRY_MISSING, 3, 2)),
        ("DELETE FROM audit WHERE id = 7", Break(Fault.ENTRY_MISSING, 7, 4)),
        ("DELETE FROM seals WHERE audit_id = 3", Break(Fault.SEAL_MISSING, 3, 2)),
        ("UPDATE audit SET community = 1 WHERE id = 2", Break(Fault.OUT_OF_ORDER, 2, 2)),
        ("UPDATE audit SET verb = 'x' WHERE id = 9", None),
        ("UPDATE seals SET seq = -seq WHERE community = 1", Break(Fault.ALTERED, 7)),
        (
            "UPDATE audit_details SET detail = '{}' WHERE audit_id = 3",
            Break(Fault.DETAIL_ALTERED, 3),
        ),
        (
            "UPDATE audit_details SET detail = '{' WHERE audit_id = 3",
            Break(Fault.DETAIL_ALTERED, 3),
        ),
        (
            "UPDATE audit_details SET detail = '1.5' WHERE audit_id = 3",
            Break(Fault.DETAIL_ALTERED, 3),
        ),
        (
            "UPDATE audit_details SET salt = x'00' WHERE audit_id = 9",
            Break(Fault.DETAIL_ALTERED, 9),
        ),
        ("UPDATE audit SET commitment = 'x' WHERE id = 9", Break(Fault.DETAIL_ALTERED, 9)),
    ],
)
def test_a_deed_is_named(tampered, deed, broken):
    tampered.execute(text(deed))

    assert audit.verify(tampered, HERE).broken == broken


def test_an_entry_slipped_in_is_named_and_not_sealed(tampered):
    slipped = {"id": -5, "community": HERE, "at": AT, "unit": "", "actor": "", "verb": ""}
    tampered.execute(insert(AUDIT), {**slipped, "object": "", "commitment": ""})

    assert audit.seal(tampered, HERE, AT) == 2
    assert audit.verify(tampered, HERE).broken == Break(Fault.OUT_OF_ORDER, -5, 1)


async def test_verifying_holds_few_rows_at_once(served, monkeypatch):
    monkeypatch.setattr(audit, "CHUNK", 20)

    def much():
        engine = writing(served)
        with engine.begin() as connection:
            for n in range(1_500):
                audit.note(connection, noted(n, detail={"said": "啊" * 1_000}))
            audit.seal(connection, HERE, AT)
        engine.dispose()

    drive(much)
    whole = 1_500 * 1_000 * 2  # bytes of such a letter in memory

    async with Reader(served) as reader:
        await reader.run(partial(audit.verify, community=404))  # what is prepared once
        tracemalloc.start()
        verdict = await reader.run(partial(audit.verify, community=HERE))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert verdict.sealed == 1_500
    assert peak < whole / 2
