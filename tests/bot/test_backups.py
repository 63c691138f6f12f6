"""`linli backup` and `linli restore`: whole, verified, and never over what somebody needs."""

import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing

import pytest

from storage import audit, backups, directory, locks, upgrade
from storage.audit import Note
from storage.database import writing
from tests.bot.doors import COMMUNITY, ROOT
from tests.bot.test_commands import address, elsewhere, linli

__all__ = ["elsewhere"]  # the fixture works here too


def note(connection, number, unit):
    noted = Note(
        community=number,
        at=1,
        unit=unit,
        actor="a",
        verb="report",
        object="case:1",
        detail={"text": "灯坏了" * 200},
    )
    audit.note(connection, noted)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "linli.db"


@pytest.fixture
def engine(tmp_path):
    upgrade.upgrade(address(tmp_path))
    engine = writing(address(tmp_path))
    with engine.begin() as connection:
        number = directory.community(connection, COMMUNITY.key)
        for each in range(300):
            note(connection, number, f"u{each}")
        audit.seal(connection, number, 1)
    yield engine
    engine.dispose()


def count(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(*) FROM audit").fetchone()[0]


def test_a_backup_is_whole_though_somebody_writes_all_the_while(engine, tmp_path):
    """Each unit writes two entries: a copy that tore one apart would hold an odd number."""
    stop, written = threading.Event(), threading.Event()

    def write():
        each = 0
        while not stop.is_set():
            with engine.begin() as connection:
                number = directory.community(connection, COMMUNITY.key)
                note(connection, number, f"w{each}")
                note(connection, number, f"w{each}")
                if each % 5 == 0:
                    audit.seal(connection, number, 1)
            each += 1
            written.set()

    during = []

    def breathe():
        written.clear()
        assert written.wait(10)  # the writer goes on between two steps of the copy
        during.append(count(tmp_path / "linli.db"))

    writer = threading.Thread(target=write)
    writer.start()
    assert written.wait(10)
    try:
        backups.copy(tmp_path / "linli.db", tmp_path / "copy.db", breathe=breathe)
        code, out, err = linli("backup", str(tmp_path / "by-hand.db"))
    finally:
        stop.set()
        writer.join()

    found = backups.look_through(tmp_path / "copy.db").entries[COMMUNITY.key]
    assert (code, err) == (0, "")
    assert "looked through" in out
    assert len(during) > 0
    assert 300 < found <= during[0]
    assert found % 2 == 0
    assert during[-1] < count(tmp_path / "linli.db")


def test_a_backup_is_its_owners_alone_and_leaves_nothing_beside(engine, tmp_path):
    linli("backup", str(tmp_path / "b" / ".." / "copy.db"))
    code, _, _ = linli("backup", str(tmp_path / "copy.db"))

    assert code == 0
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.glob("copy*")] == ["copy.db"]


def test_a_file_that_is_there_is_replaced_only_with_yes_and_the_database_never(engine, tmp_path):
    there = tmp_path / "copy.db"
    there.write_text("precious")

    code, _, err = linli("backup", str(there))
    same, _, _ = linli("backup", str(tmp_path / "linli.db"), "--yes")

    assert (code, same, there.read_text()) == (2, 2, "precious")
    assert "--yes" in err
    assert linli("backup", str(there), "--yes")[0] == 0
    assert count(there) == 300


def test_a_backup_of_an_altered_audit_is_refused_and_replaces_nothing(engine, tmp_path):
    (tmp_path / "copy.db").write_text("precious")
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_never_update")
        connection.exec_driver_sql("UPDATE audit SET actor = 'b' WHERE id = 7")

    code, _, err = linli("backup", str(tmp_path / "copy.db"), "--yes")

    assert (code, (tmp_path / "copy.db").read_text()) == (1, "precious")
    assert "7 (altered)" in err


def test_a_copy_that_is_given_up_leaves_nothing(engine, path, tmp_path):
    def breathe():
        raise InterruptedError

    with pytest.raises(InterruptedError):
        backups.copy(path, tmp_path / "copy.db", breathe=breathe)

    assert list(tmp_path.glob("copy*")) == []


def test_postgresql_has_its_own_tools(monkeypatch, tmp_path):
    monkeypatch.setenv("LINLI_DATABASE_URL", "postgresql+asyncpg://127.0.0.1/linli")

    told = [linli("backup", str(tmp_path / "c")), linli("restore", str(tmp_path / "c"))]

    assert [code for code, _, _ in told] == [2, 2]
    assert all("pg_dump" in err and "pg_restore" in err for _, _, err in told)


@pytest.fixture
def copy(engine, path, tmp_path):
    """A backup of 300 entries; the database has one more since."""
    backups.copy(path, tmp_path / "copy.db")
    with engine.begin() as connection:
        note(connection, 1, "later")
    return tmp_path / "copy.db"


def replaced(tmp_path):
    return [p for p in tmp_path.glob("linli.db.*.replaced*") if not p.name.endswith(".part")]


def test_a_restore_puts_the_backup_in_place_and_keeps_what_was_there(copy, engine, path, tmp_path):
    engine.dispose()

    code, out, err = linli("restore", str(copy), "--yes")

    [kept] = replaced(tmp_path)
    assert (code, err) == (0, "")
    assert str(kept) in out
    assert (count(path), count(kept), count(copy)) == (300, 301, 300)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not (tmp_path / "linli.db-wal").exists()
    assert linli("audit", "verify")[0] == 0


def test_the_log_of_the_replaced_one_never_meets_the_new_one(copy, engine, path, tmp_path):
    """A process that died left its log behind: its rows are kept, and are not played back."""
    left = path.with_name("linli.db-wal").read_bytes()
    engine.dispose()
    path.with_name("linli.db-wal").write_bytes(left)

    assert linli("restore", str(copy), "--yes")[0] == 0

    assert not path.with_name("linli.db-wal").exists()
    assert count(path) == 300
    assert [count(each) for each in replaced(tmp_path)] == [301]


def test_a_restore_without_a_database_is_a_new_beginning(copy, engine, path, tmp_path):
    engine.dispose()
    path.unlink()

    assert linli("restore", str(copy), "--yes")[0] == 0
    assert (count(path), replaced(tmp_path)) == (300, [])


def test_nothing_is_restored_without_a_yes(copy, engine, path):
    engine.dispose()

    assert linli("restore", str(copy))[0] == 1
    assert count(path) == 301


def damage(path):
    """Overwrite the page where the audit begins."""
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'audit'"
        (page,) = connection.execute(sql).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def foreign(path):
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE strange (n)")


def newer(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def altered(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER audit_never_update")
        connection.execute("UPDATE audit SET verb = 'x' WHERE id = 5")
        connection.commit()


SPOILT = {
    "damaged": (damage, "is damaged"),
    "no database": (lambda path: path.write_bytes(b"words" * 999), "is damaged"),
    "foreign": (foreign, "no database of Linli"),
    "newer": (newer, "9999"),
    "altered": (altered, "entry 5 (altered)"),
}


@pytest.mark.parametrize(("spoil", "told"), SPOILT.values(), ids=SPOILT)
def test_a_backup_that_cannot_be_trusted_changes_nothing(copy, engine, path, spoil, told):
    engine.dispose()
    spoil(copy)

    code, _, err = linli("restore", str(copy), "--yes")

    assert code == 1
    assert told in err
    assert "没有改动任何东西" in err
    assert (count(path), replaced(path.parent)) == (301, [])
    assert list(path.parent.glob("*.restored*")) == []


def test_a_damaged_database_is_kept_byte_by_byte_and_replaced(copy, engine, path, tmp_path):
    engine.dispose()
    path.write_bytes(b"not a database at all" * 500)
    before = path.read_bytes()

    assert linli("restore", str(copy), "--yes")[0] == 0

    assert count(path) == 300
    assert [each.read_bytes() for each in replaced(tmp_path)] == [before]


def test_who_uses_the_database_keeps_a_restore_away(copy, engine, path, tmp_path):
    engine.dispose()
    script = (
        "import sys; from storage import locks\n"
        "with locks.using(sys.argv[1]): print('up', flush=True); sys.stdin.readline()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, address(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as bot:
        assert bot.stdout.readline() == "up\n"
        code, _, err = linli("restore", str(copy), "--yes")
        bot.kill()  # the lock dies with its process

    assert (code, count(path)) == (1, 301)
    assert "stop it first" in err
    assert linli("restore", str(copy), "--yes")[0] == 0


def test_a_foreign_program_that_has_it_open_keeps_a_restore_away(copy, engine, path):
    with engine.begin() as connection:
        note(connection, 1, "open")  # this engine's connection stays open, and holds no lock

    code, _, err = linli("restore", str(copy), "--yes")

    assert (code, count(path)) == (1, 302)
    assert "stop it first" in err


def test_nobody_begins_while_somebody_has_it_alone(engine, path, tmp_path):
    engine.dispose()
    with locks.alone(path):
        code, _, err = linli("audit", "verify")

    assert code == 2
    assert "wait until it is finished" in err
