"""Whatever is changed in what was sealed is found, and the first day that does not fit named."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError

from governance import anchors, chain
from storage import audit, directory
from storage.anchors import ANCHORS, Anchors
from storage.audit import AUDIT, DETAILS, SEALS
from storage.database import METADATA, writing
from storage.directory import COMMUNITIES
from tests.storage.test_audit import AT, HERE, flipped, noted

DAYS = [date(2026, 11, 1) + timedelta(days=n) for n in range(3)]
NUMBERS = {"id", "community", "seq", "audit_id"}
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def file():
    """Three days of two entries each, as whoever holds the file has them: without triggers."""
    engine = writing("sqlite+aiosqlite://")
    METADATA.create_all(engine, tables=[COMMUNITIES, AUDIT, DETAILS, SEALS, ANCHORS])
    with engine.begin() as connection:
        here = directory.community(connection, "here")
        assert here == HERE
        for n, day in enumerate(DAYS):
            for entry in (2 * n + 1, 2 * n + 2):
                audit.note(connection, noted(entry))
            audit.seal(connection, HERE, AT + n)
            Anchors(connection, HERE).drop(day, NOON)
    with engine.connect() as connection:
        connection.connection.dbapi_connection.execute("PRAGMA foreign_keys = OFF")
        for (name,) in connection.execute(
            text("SELECT name FROM sqlite_master WHERE sql LIKE '%RAISE%'")
        ):
            connection.execute(text(f"DROP TRIGGER {name}"))
        connection.commit()
        yield connection
    engine.dispose()


def judged(connection):
    held = Anchors(connection, HERE).held()
    return anchors.judge(audit.verify(connection, HERE), held)


@settings(deadline=None, max_examples=30)
@given(entry=st.integers(1, 6), place=st.integers(0, 99), bit=st.integers(0, 62))
@pytest.mark.parametrize(
    "column", [*AUDIT.c, *SEALS.c], ids=lambda column: f"{column.table.name}.{column.name}"
)
def test_a_flipped_bit_of_history_is_found_on_its_day(file, column, entry, place, bit):
    key = AUDIT.c.id if column.table is AUDIT else SEALS.c.audit_id
    with file.begin() as transaction:
        before = file.scalar(select(column).where(key == entry))
        try:
            file.execute(
                update(column.table)
                .where(key == entry)
                .values({column.name: flipped(before, place, bit)})
            )
        except IntegrityError:  # another row has that key
            transaction.rollback()
            reject()
        found = judged(file)
        transaction.rollback()

    assert not found.whole
    assert found.misfit is not None
    assert found.misfit <= DAYS[(entry - 1) // 2]
    if column.name not in NUMBERS:  # where a number moved, an earlier place may be what is amiss
        assert found.misfit == DAYS[(entry - 1) // 2]


@settings(deadline=None, max_examples=50)
@given(entry=st.integers(1, 6), place=st.integers(0, 99), bit=st.integers(0, 7))
@pytest.mark.parametrize("name", ["salt", "detail"])
def test_a_flipped_bit_of_a_detail_is_found_on_its_day(file, name, entry, place, bit):
    here = {"entry": entry}
    with file.begin() as transaction:
        was = text(f"SELECT CAST({name} AS BLOB) FROM audit_details WHERE audit_id = :entry")
        now = bytearray(file.scalar(was, here))
        before, now[place % len(now)] = bytes(now), now[place % len(now)] ^ 1 << bit
        if name == "detail" and bytes(now).lower() == before.lower() and b"\\u" in now:
            transaction.rollback()
            reject()  # the same letter, written otherwise
        as_kept = "CAST(:now AS TEXT)" if name == "detail" else ":now"
        change = f"UPDATE audit_details SET {name} = {as_kept} WHERE audit_id = :entry"
        file.execute(text(change), {**here, "now": bytes(now)})
        found = judged(file)
        transaction.rollback()

    assert found.misfit == DAYS[(entry - 1) // 2]


@pytest.mark.parametrize("entry", [1, 3, 6])
def test_a_chain_written_anew_from_an_entry_on_is_found_though_it_holds(file, entry):
    """Whoever alters an entry can seal all anew; the days that were told give it away."""
    with file.begin() as transaction:
        file.execute(update(AUDIT).where(AUDIT.c.id == entry).values(actor="somebody"))
        rest = [chain.Entry(**row._asdict()) for row in file.execute(select(AUDIT))]
        after = None
        for n in range(3):  # at the times at which it was sealed, so that all before stays
            day = list(chain.seals(rest[2 * n : 2 * n + 2], after=after, at=AT + n))
            for seal in day:
                here = SEALS.c.seq == seal.seq
                file.execute(update(SEALS).where(here).values(hash=seal.hash))
            after = day[-1]
        file.execute(DETAILS.delete())
        verdict, found = audit.verify(file, HERE), judged(file)
        transaction.rollback()

    assert verdict.broken is None
    assert found.misfit == DAYS[(entry - 1) // 2]


def test_what_was_not_touched_fits_and_what_was_cut_off_does_not(file):
    with file.begin() as transaction:
        before = judged(file)
        file.execute(SEALS.delete().where(SEALS.c.audit_id > 4))
        file.execute(DETAILS.delete().where(DETAILS.c.audit_id > 4))
        file.execute(AUDIT.delete().where(AUDIT.c.id > 4))
        after = judged(file)
        transaction.rollback()

    assert before.whole
    assert (before.fits, before.misfit) == (DAYS[2], None)
    assert (after.fits, after.misfit) == (DAYS[1], DAYS[2])


@pytest.mark.parametrize("most", [1, 2, 4, 6, 7])
def test_a_chain_followed_in_parts_comes_to_what_it_comes_to_at_once(file, most):
    with file.begin() as transaction:
        for detail in ("", "{}"):
            if detail:
                file.execute(text("UPDATE audit_details SET detail = '{}' WHERE audit_id = 5"))
            followed = audit.BEGUN
            while not followed.done:
                followed = audit.follow(file, HERE, followed, most)
            assert followed.verdict == audit.verify(file, HERE)
        transaction.rollback()


def test_a_day_has_one_anchor_and_none_where_nothing_is_sealed(connection):
    here = directory.community(connection, "here")
    shelf = Anchors(connection, here)
    assert shelf.drop(DAYS[0], NOON) is None
    audit.note(connection, noted(1, community=here))
    audit.seal(connection, here, AT)
    first = shelf.drop(DAYS[0], NOON)

    assert first is not None
    assert shelf.drop(DAYS[0], NOON) is None
    assert shelf.of(DAYS[1]) is None
    assert [held.anchor for held in shelf.like(first.hash[:8])] == [first]
    assert shelf.like("0" * 9) == []
