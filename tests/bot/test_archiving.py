"""A community can be taken away whole, and let go of whole; its neighbours notice nothing."""

import json
import stat
import zipfile

import pytest
from sqlalchemy import func, insert, select, text

from storage import audit, belongings, directory, inbox, locks
from storage.attachments import ATTACHMENTS
from storage.audit import AUDIT, Note
from storage.belongings import OWN
from storage.cases import CASES
from storage.chats import CHATS
from storage.database import METADATA, is_sqlite, within
from storage.dialogues import DIALOGUES
from storage.directory import COMMUNITIES
from storage.inbox import DUES
from storage.outbox import OUTBOX
from storage.upgrade import upgrade
from tests.bot.copies import filled, path
from tests.bot.doors import COMMUNITY, GROUP, LI
from tests.bot.test_commands import address, elsewhere, linli
from tests.services.town import Town

__all__ = ["elsewhere", "path"]  # the fixtures work here too
OTHER, ITS_GROUP = "neighbours", -100777


@pytest.fixture(params=["sqlite", "postgres"])
def url(request, tmp_path, monkeypatch):
    if request.param == "postgres":
        found = request.getfixturevalue("postgres").fresh()
    else:
        upgrade(found := address(tmp_path))
    monkeypatch.setenv("LINLI_DATABASE_URL", found)
    return found


@pytest.fixture
def engine(url):
    engine = filled(url)
    yield engine
    engine.dispose()


@pytest.fixture
def town(engine):
    made = Town(engine, COMMUNITY)
    made.report()
    with engine.begin() as connection:
        talk = {"kind": "report", "person": LI, "chat": GROUP, "data": {}, "version": 1}
        connection.execute(
            insert(DIALOGUES).values(id=50, token="t", status="open", expires=1, **talk)
        )
        file = {"kind": "photo", "file": "f", "by": LI, "at": 1, "album": ""}
        connection.execute(insert(ATTACHMENTS).values(dialogue_id=50, **file))
    engine.dispose()
    return made


@pytest.fixture
def both(town, engine):
    """A second community in the same database: a group, a case, an entry, a due row."""
    with engine.begin() as connection:
        number = directory.community(connection, OTHER)
        group = connection.execute(select(CHATS).limit(1)).one()._asdict()
        connection.execute(
            insert(CHATS).values(**group | {"id": ITS_GROUP, "community_id": number})
        )
        case = connection.execute(select(CASES).limit(1)).one()._asdict()
        case |= {"id": 900, "community_id": number, "number": 1, "chat": ITS_GROUP}
        connection.execute(insert(CASES).values(**case))
        entry = {"at": 1, "unit": "o", "actor": "a", "verb": "report", "object": "case:900"}
        audit.note(connection, Note(community=number, detail={"text": "x"}, **entry))
        audit.seal(connection, number, 1)
        inbox.ask(connection, 1, "overdue", "other", {"case": 900})
    engine.dispose()
    return number


def everything(engine, community):
    """Return the rows of a community in every table that bears its number or hangs on one."""
    with engine.connect() as connection:
        return {t.name: sorted(belongings.rows(connection, t, community)) for t in hanging()}


def hanging():
    """Walk the tables: with a column of the community, or with a foreign key to one that has."""
    found = {t for t in METADATA.sorted_tables if t is COMMUNITIES or set(OWN) & set(t.c.keys())}
    while more := {
        t
        for t in METADATA.sorted_tables
        if t not in found and any(k.column.table in found for k in t.foreign_keys)
    }:
        found |= more
    return found


def total(engine, table):
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_an_archive_holds_every_row_and_says_what_the_columns_mean(town, engine, tmp_path):
    code, out, err = linli("community", "archive", str(tmp_path / "all.zip"))

    assert (code, err) == (0, "")
    assert stat.S_IMODE((tmp_path / "all.zip").stat().st_mode) == 0o600
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        lines = {
            t.name: [json.loads(line) for line in archive.open(f"tables/{t.name}.jsonl")]
            for t in METADATA.sorted_tables
        }
        chain, readme = json.loads(archive.read("chain.json")), archive.read("README.md").decode()
    assert {n: len(r) for n, r in lines.items()} == {
        t.name: total(engine, t) for t in METADATA.sorted_tables
    }
    assert sum(map(len, lines.values())) > 300
    assert str(sum(map(len, lines.values()))) in out
    assert lines["cases"][0]["text"] == "三号楼电梯坏了两天没人修"
    assert (chain["broken"], chain["sealed"] + chain["tail"]) == (None, total(engine, AUDIT))
    assert [
        c.name for t in METADATA.sorted_tables for c in t.c if f"- {c.name}: " not in readme
    ] == []
    assert "case_id: bigint → cases.id" in readme


def test_an_archive_holds_nothing_of_another_community(town, both, tmp_path):
    linli("community", "archive", str(tmp_path / "all.zip"))

    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        texts = [archive.read(name).decode() for name in archive.namelist()]
    assert [text for text in texts if OTHER in text or str(ITS_GROUP) in text] == []
    assert [text for text in texts if "case:900" in text] == []


def test_an_archive_that_lost_a_row_is_not_kept(town, tmp_path, monkeypatch):
    real = belongings.rows
    monkeypatch.setattr(belongings, "rows", lambda c, t, n: list(real(c, t, n))[1:])

    code, _, err = linli("community", "archive", str(tmp_path / "all.zip"))

    assert code == 1
    assert "not whole" in err
    assert list(tmp_path.glob("all*")) == []


def test_an_archive_replaces_a_file_only_with_yes(town, tmp_path):
    (tmp_path / "all.zip").write_text("precious")

    assert linli("community", "archive", str(tmp_path / "all.zip"))[0] == 2
    assert (tmp_path / "all.zip").read_text() == "precious"


def test_a_rehearsal_and_a_no_change_nothing(town, engine):
    before = {t.name: total(engine, t) for t in METADATA.sorted_tables}
    engine.dispose()

    code, out, _ = linli("community", "remove", COMMUNITY.key, "--dry-run")
    asked, _, _ = linli("community", "remove", COMMUNITY.key)

    assert (code, asked) == (0, 1)
    assert f"{before['audit']:8} audit\n" in out
    assert {t.name: total(engine, t) for t in METADATA.sorted_tables} == before


def test_the_only_community_leaves_no_row_in_any_table(town, engine, url, path):
    code, _, err = linli("community", "remove", COMMUNITY.key, "--yes")

    assert (code, err) == (0, "")
    assert {t.name: n for t in METADATA.sorted_tables if (n := total(engine, t))} == {}
    with engine.connect() as connection:
        if is_sqlite(url):
            assert connection.exec_driver_sql("PRAGMA freelist_count").scalar() == 0
        else:
            sizes = "SELECT sum(pg_relation_size(oid)) FROM pg_class WHERE relname = :name"
            for table in METADATA.sorted_tables:
                assert connection.execute(text(sizes), {"name": table.name}).scalar() == 0
    engine.dispose()
    if is_sqlite(url):
        assert "电梯坏了".encode() not in path.read_bytes()


def test_one_of_two_leaves_nothing_and_the_other_all(town, both, engine, url):
    before = everything(engine, both)
    engine.dispose()

    assert linli("community", "remove", COMMUNITY.key, "--yes")[0] == 0

    assert {name: rows for name, rows in everything(engine, town.id).items() if rows} == {}
    assert everything(engine, both) == before
    # counted without the code that is tried here: what is left is the other's, and no more
    assert {t.name: total(engine, t) for t in hanging()} == {n: len(r) for n, r in before.items()}
    assert before["cases"]
    assert before["audit_details"]
    with engine.connect() as connection:
        assert connection.execute(select(COMMUNITIES.c.key)).scalars().all() == [OTHER]
        dues = connection.execute(select(DUES.c.key, DUES.c.words)).all()
        assert [key for key, words in dues if "case" in words] == ["other"]
        if is_sqlite(url):  # PostgreSQL lets nothing point at nothing
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        cases = within(OUTBOX.c.facts, "case")
        assert connection.execute(select(cases).where(cases == "1")).all() == []
        assert connection.execute(select(DIALOGUES.c.id)).all() == []
        assert audit.verify(connection, both).broken is None


def test_the_audit_is_guarded_again_after_a_removal(town, both, engine):
    linli("community", "remove", COMMUNITY.key, "--yes")

    with engine.connect() as connection, pytest.raises(Exception, match="append-only"):
        connection.execute(AUDIT.delete())


def test_nothing_is_removed_while_somebody_uses_the_database(town, engine, url):
    with locks.using(url), engine.connect() as connection:
        connection.execute(select(1))
        connection.rollback()
        code, _, err = linli("community", "remove", COMMUNITY.key, "--yes")

    assert code == 1
    assert "stop it first" in err
    assert total(engine, CASES) == 1


def test_a_community_that_is_not_there_is_named(town):
    code, _, err = linli("community", "remove", "nowhere", "--yes")

    assert code == 2
    assert "nowhere" in err
