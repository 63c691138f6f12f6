"""All of a SQLite database on PostgreSQL: every row, every number, the audit; or nothing."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text, update

from config.community import read
from storage import audit, copying, locks, upgrade
from storage.cases import CASES
from storage.copying import NotCopied, copy, tables
from storage.database import writing
from storage.driving import drive
from storage.outbox import OUTBOX
from tests.services.town import LI, ZHANG, Town
from tests.services.traced import lived

COMMUNITY = read(Path(__file__).parents[2] / "config" / "community.example.toml")


@pytest.fixture(scope="module")
def town_as_lived(tmp_path_factory):
    """The file of a database in which people lived: every store holds something."""
    file = tmp_path_factory.mktemp("lived") / "linli.db"
    url = f"sqlite+aiosqlite:///{file}"
    upgrade.upgrade(url)
    engine = writing(url)
    town = Town(engine, COMMUNITY)
    lived(town)
    town.report(ZHANG, text="二号楼门口垃圾堆了三天没人清", message=9)
    with engine.begin() as connection:  # the first case points at a later one
        connection.execute(update(CASES).where(CASES.c.id == 1).values(merged_into=2))
    with engine.begin() as connection:
        audit.seal(connection, town.id, 1)
    engine.dispose()
    assert not Path(f"{file}-wal").exists()  # all of it is in the file
    return file


@pytest.fixture
def source(town_as_lived, tmp_path):
    """A database of its own for each test, as people left theirs."""
    shutil.copy(town_as_lived, tmp_path / "linli.db")
    return f"sqlite+aiosqlite:///{tmp_path}/linli.db"


@pytest.fixture
def target(postgres):
    return postgres.empty()


def within(url, look):
    def once():
        engine = writing(url)
        try:
            with engine.begin() as connection:
                return look(connection)
        finally:
            engine.dispose()

    return drive(once)


def everything(url):
    def look(connection):
        return {
            t.name: [tuple(row) for row in connection.execute(select(t).order_by(*t.primary_key))]
            for t in tables()
        }

    return within(url, look)


def nothing(url):
    found = within(
        url,
        lambda c: c.execute(
            text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        ).all(),
    )
    return found == []


def test_every_row_stands_in_the_copy_as_it_was(source, target):
    told = []

    copied = copy(source, target, lambda *at: told.append(at))

    assert everything(target) == everything(source)
    filled = {name for name, rows in everything(source).items() if rows}
    assert filled >= {"cases", "audit", "audit_details", "seals", "outbox", "people", "disputes"}
    assert {name for name, done, whole in told if whole and done == whole} == filled
    [verdict] = copied.audits.values()
    assert (verdict.broken, verdict.sealed > 10) == (None, True)


def test_the_house_goes_on_where_it_was(source, target):
    copy(source, target)
    before = everything(target)["cases"][-1][0]

    def go_on():
        engine = writing(target)
        town = Town(engine, COMMUNITY)
        town._units = 900  # units have names of their own
        town.report(LI, text="三号楼电梯又坏了两天没人修", message=99)
        with engine.begin() as connection:
            audit.seal(connection, town.id, 2)
            verdict = audit.verify(connection, town.id)
        engine.dispose()
        return verdict

    verdict = drive(go_on)

    assert everything(target)["cases"][-1][0] == before + 1
    assert (verdict.broken, verdict.tail) == (None, 0)


def test_many_rows_go_in_batches(source, target, monkeypatch):
    monkeypatch.setattr(copying, "BATCH", 3)
    told = []

    copy(source, target, lambda *at: told.append(at))

    steps = [done for name, done, _ in told if name == "audit"]
    assert steps[:3] == [0, 3, 6]
    assert everything(target) == everything(source)


def test_a_text_with_a_nul_arrives_without_it_also_within_a_document(source, target):
    facts = {"a\0": ["灯\0亮", {"b": "\0", "n": 1}]}
    within(source, lambda c: c.execute(update(CASES).values(summary="灯\0亮")))
    within(source, lambda c: c.execute(update(OUTBOX).values(facts=facts)))

    copy(source, target)

    assert set(within(target, lambda c: c.scalars(select(CASES.c.summary)).all())) == {"灯亮"}
    held = select(func.count()).where(OUTBOX.c.facts["a"][0].as_string() == "灯亮")
    assert within(target, lambda c: c.scalar(held)) == len(everything(source)["outbox"]) > 0


def refused(source, target):
    with pytest.raises(NotCopied) as reason:
        copy(source, target)
    return reason.value.key, reason.value.facts


def test_a_database_that_somebody_has_open_is_not_copied(source, target):
    with closing(sqlite3.connect(source.split(":///")[1])) as bot:
        bot.execute("SELECT count(*) FROM cases").fetchall()

        assert refused(source, target) == ("copy-running", {})

    assert nothing(target)
    assert copy(source, target).rows["cases"] == 2


def test_nor_one_that_a_bot_at_work_has_not_opened_yet(source, target):
    with locks.using(source):
        assert refused(source, target) == ("copy-running", {})

    assert nothing(target)


def test_a_copy_goes_nowhere_where_rows_are(source, postgres):
    target = postgres.fresh()
    people = copying.METADATA.tables["communities"]
    within(target, lambda c: c.execute(insert(people), {"key": "other"}))

    assert refused(source, target) == ("copy-full", {"table": "communities"})
    assert len(everything(target)["communities"]) == 1


@pytest.mark.parametrize("broken", ["rows", "audit", "batch"])
def test_what_goes_wrong_at_the_end_leaves_nothing(source, target, monkeypatch, broken):
    """A row is lost on the way, the audit differs, or the server says no in the midst of it."""
    count, audits, rows = copying._count, copying._audits, copying._rows

    def fewer(connection, table):
        lost = table.name == "passages" and connection.dialect.name == "sqlite"
        return count(connection, table) + lost

    def other(connection):
        return audits(connection) if connection.dialect.name == "sqlite" else {}

    def refusing(old, new, table, told):
        rows(old, new, table, told)
        if table.name == "cases":
            new.execute(text("SELECT 1 / 0"))

    name, changed = {
        "rows": ("_count", fewer),
        "audit": ("_audits", other),
        "batch": ("_rows", refusing),
    }[broken]
    monkeypatch.setattr(copying, name, changed)

    with pytest.raises(Exception, match=r"copy-counts|copy-audit|division by zero"):
        copy(source, target)

    assert nothing(target)


def test_a_broken_audit_is_not_carried_on(source, target):
    within(source, lambda c: c.execute(text("DROP TRIGGER audit_never_update")))
    within(source, lambda c: c.execute(text("UPDATE audit SET verb = 'x' WHERE id = 3")))

    assert refused(source, target) == ("copy-audit", {"entry": 3})
    assert nothing(target)


def test_from_and_to_must_be_what_they_are(source, target, tmp_path):
    assert refused(target, target) == ("copy-source", {})
    assert refused(source, source) == ("copy-target", {})
    none = f"{tmp_path}/none.db"
    assert refused(f"sqlite:///{none}", target) == ("copy-nothing", {"file": none})
