"""`linli restore`: a backup that can be trusted takes the place of what nobody uses."""

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing

import pytest

from storage import backups, locks
from tests.bot.copies import count, engine, note, path
from tests.bot.doors import ROOT
from tests.bot.test_commands import address, elsewhere, linli

__all__ = ["elsewhere", "engine", "path"]  # the fixtures work here too


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

    code, out, _ = linli("restore", str(copy), "--yes")

    assert (code, len(out.splitlines())) == (0, 2)  # and no word of one that was replaced
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


def loose(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE loose (n REFERENCES communities (id))")
        connection.execute("INSERT INTO loose VALUES (404)")
        connection.commit()


def altered(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER audit_never_update")
        connection.execute("UPDATE audit SET verb = 'x' WHERE id = 5")
        connection.commit()


SPOILT = {
    "damaged": (damage, "is damaged"),
    "no database": (lambda path: path.write_bytes(b"words" * 999), "no backup of Linli"),
    "empty": (lambda path: path.write_bytes(b""), "no backup of Linli"),
    "foreign": (foreign, "no backup of Linli"),
    "newer": (newer, "9999"),
    "pointing at nothing": (loose, "foreign keys"),
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


@pytest.mark.parametrize("yes", [[], ["--yes"]])
def test_what_is_no_backup_is_told_before_anything_is_asked_or_made(tmp_path, yes):
    (tmp_path / "README.md").write_text("# 邻里")

    code, out, err = linli("restore", "README.md", *yes)

    assert (code, out) == (1, "")
    assert [line.partition(":")[0] for line in err.splitlines()] == [
        "README.md 不是邻里的备份：请填写 linli backup 或夜间备份写出的文件。没有改动任何东西。",
        "README.md is no backup of Linli",
    ]
    assert [each.name for each in tmp_path.iterdir()] == ["README.md"]


def test_a_damaged_database_is_kept_byte_by_byte_and_replaced(copy, engine, path, tmp_path):
    engine.dispose()
    path.write_bytes(b"not a database at all" * 500)
    before = path.read_bytes()

    assert linli("restore", str(copy), "--yes")[0] == 0

    assert count(path) == 300
    assert [each.read_bytes() for each in replaced(tmp_path)] == [before]


def test_the_log_of_a_damaged_database_is_kept_with_it_and_taken_away(copy, engine, path):
    log = path.with_name("linli.db-wal").read_bytes()
    engine.dispose()
    path.write_bytes(b"not a database at all" * 500)
    path.with_name("linli.db-wal").write_bytes(log)
    kept = path.with_name("kept")

    backups.restore(copy, path, kept)

    assert not path.with_name("linli.db-wal").exists()
    assert path.with_name("kept-wal").read_bytes() == log
    assert stat.S_IMODE(path.with_name("kept-wal").stat().st_mode) == 0o600
    assert count(path) == 300


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


@pytest.mark.parametrize("work", ["BEGIN IMMEDIATE", "BEGIN; SELECT * FROM audit"])
def test_who_works_on_one_that_was_just_restored_keeps_the_next_restore_away(
    copy, engine, path, work
):
    engine.dispose()
    assert linli("restore", str(copy), "--yes")[0] == 0
    with closing(sqlite3.connect(path)) as foreign:
        foreign.isolation_level = None
        for each in work.split("; "):
            foreign.execute(each).fetchone()

        code, _, err = linli("restore", str(copy), "--yes")

    assert (code, "停" in err) == (1, True)
    assert linli("restore", str(copy), "--yes")[0] == 0


def test_nobody_begins_while_somebody_has_it_alone(engine, path, tmp_path):
    engine.dispose()
    with locks.alone(path):
        code, _, err = linli("audit", "verify")

    assert code == 2
    assert "wait until it is finished" in err
