import shutil
import sqlite3
import subprocess
import sys
from argparse import Namespace
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy.exc import OperationalError

from storage import audit, upgrade
from storage.database import WrongAddress
from storage.upgrade import MIGRATIONS, BrokenReferences, UnknownRevision, Upgrade

ROOT = Path(__file__).parents[2]
FIRST = """
op.execute("CREATE TABLE parents (id INTEGER PRIMARY KEY, n INTEGER)")
op.execute("CREATE TABLE children (parent INTEGER REFERENCES parents (id) ON DELETE CASCADE)")
op.execute("INSERT INTO parents VALUES (1, 1)")
op.execute("INSERT INTO children VALUES (1)")
"""
SECOND = """
with op.batch_alter_table("parents") as table:
    table.alter_column("n", nullable=False)
"""


@pytest.fixture
def roads(tmp_path):
    """A migrations folder with Linli's own way in, and no revisions yet."""
    folder = tmp_path / "migrations %"
    (folder / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako"):
        shutil.copy(MIGRATIONS / name, folder)
    revise(folder, "0001", FIRST)
    return folder


def revise(roads, revision, body, imports=""):
    before = f"{int(revision) - 1:04}"
    lines = "\n".join(f"    {each}" for each in body.strip().splitlines())
    (roads / "versions" / f"{revision}.py").write_text(
        f"import sqlalchemy as sa\nfrom alembic import op\n{imports}\n"
        f"revision = {revision!r}\ndown_revision = {before if before != '0000' else None!r}\n"
        f"def upgrade():\n{lines}\n",
        encoding="utf-8",
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "邻里 %.db"


@pytest.fixture
def address(path):
    return f"sqlite+aiosqlite:///{path}"


def ask(path, question):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def tables(path):
    return {name for (name,) in ask(path, "SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_a_new_database_is_made_without_a_backup(address, roads, path):
    done = upgrade.upgrade(address, head="0001", migrations=roads)

    assert done == Upgrade(None, "0001", None)
    assert done.changed
    assert tables(path) == {"alembic_version", "parents", "children"}


def test_a_database_at_its_head_is_left_alone(address, roads, path):
    upgrade.upgrade(address, head="0001", migrations=roads)

    done = upgrade.upgrade(address, head="0001", migrations=roads / "nowhere")

    assert done == Upgrade("0001", "0001", None)
    assert not done.changed
    assert list(path.parent.glob("*.backup*")) == []


def test_a_start_with_nothing_to_do_does_not_load_alembic(address, roads):
    upgrade.upgrade(address, head="0001", migrations=roads)
    script = (
        "import sys; from storage import upgrade; upgrade.upgrade(sys.argv[1], head='0001'); "
        "print('alembic' in sys.modules)"
    )

    told = subprocess.run(
        [sys.executable, "-c", script, address], cwd=ROOT, capture_output=True, check=True
    )

    assert told.stdout.split() == [b"False"]


def test_an_upgrade_keeps_what_points_at_a_rebuilt_table(address, roads, path):
    upgrade.upgrade(address, head="0001", migrations=roads)
    revise(roads, "0002", SECOND)

    done = upgrade.upgrade(address, head="0002", migrations=roads)

    assert (done.before, done.after) == ("0001", "0002")
    assert ask(path, "SELECT * FROM children") == [(1,)]


def test_a_backup_holds_what_was_there_before(address, roads, path):
    upgrade.upgrade(address, head="0001", migrations=roads)
    revise(roads, "0002", "op.drop_table('children')")
    with closing(sqlite3.connect(path)) as running:  # its rows are in the log, not in the file
        running.execute("PRAGMA wal_autocheckpoint = 0")
        running.execute("INSERT INTO parents VALUES (2, 22)")
        running.commit()
        done = upgrade.upgrade(address, head="0002", migrations=roads)

    assert done.backup == path.with_name(f"{path.name}.before-0002.backup")
    assert ask(done.backup, "PRAGMA integrity_check") == [("ok",)]
    assert ask(done.backup, "SELECT n FROM parents") == [(1,), (22,)]
    assert tables(path) == {"alembic_version", "parents"}

    shutil.copy(done.backup, path)  # put back
    again = upgrade.upgrade(address, head="0002", migrations=roads)

    assert (again.before, again.after) == ("0001", "0002")
    assert ask(path, "SELECT n FROM parents") == [(1,), (22,)]


def test_a_database_that_is_not_ours_yet_is_backed_up_too(address, roads, path):
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE strange (n)")

    done = upgrade.upgrade(address, head="0001", migrations=roads)

    assert tables(done.backup) == {"strange"}


def test_a_migration_that_fails_leaves_everything_as_it_was(address, roads, path):
    upgrade.upgrade(address, head="0001", migrations=roads)
    revise(roads, "0002", "op.create_table('half', sa.Column('n', sa.Integer))")
    revise(roads, "0003", "op.drop_table('children')\nop.execute('nonsense')")

    with pytest.raises(OperationalError):
        upgrade.upgrade(address, head="0003", migrations=roads)

    assert tables(path) == {"alembic_version", "parents", "children"}
    assert ask(path, "SELECT * FROM alembic_version") == [("0001",)]


def test_a_migration_that_leaves_loose_ends_is_rolled_back(address, roads, path):
    upgrade.upgrade(address, head="0001", migrations=roads)
    revise(roads, "0002", "op.execute('DELETE FROM parents')")

    with pytest.raises(BrokenReferences, match="A row of children points at no parents"):
        upgrade.upgrade(address, head="0002", migrations=roads)

    assert ask(path, "SELECT n FROM parents") == [(1,)]


@pytest.mark.parametrize("newer", ["0002", "9999"])
def test_a_newer_database_is_not_touched(address, roads, path, newer):
    upgrade.upgrade(address, head="0001", migrations=roads)
    revise(roads, "0002", SECOND)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (newer,))
        connection.commit()
    before = path.read_bytes()

    with pytest.raises(UnknownRevision, match=f"at revision {newer}, which this version does not"):
        upgrade.upgrade(address, head="0001", migrations=roads)

    assert path.read_bytes() == before
    assert list(path.parent.glob("*.backup*")) == []


def test_a_database_in_memory_is_refused():
    with pytest.raises(WrongAddress, match="cannot be upgraded"):
        upgrade.upgrade("sqlite+aiosqlite:///:memory:")


def test_two_processes_at_once_migrate_once(address, roads, path):
    fcntl = pytest.importorskip("fcntl")
    pause = "print('in the midst', flush=True)\nsys.stdin.readline()\n"
    revise(roads, "0001", pause + FIRST, imports="import sys")
    script = (
        "import sys, pathlib; from storage import upgrade; print('ready', flush=True); "
        "done = upgrade.upgrade(sys.argv[1], head='0001', migrations=pathlib.Path(sys.argv[2])); "
        "print(done.changed)"
    )

    def start():
        return subprocess.Popen(
            [sys.executable, "-c", script, address, str(roads)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    with start() as first:
        assert [first.stdout.readline() for _ in range(2)] == ["ready\n", "in the midst\n"]
        lock = path.with_name(f"{path.name}.lock")
        with lock.open("rb") as file, pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with start() as second:
            assert second.stdout.readline() == "ready\n"
            ends = [each.communicate("\n", timeout=20)[0] for each in (first, second)]

    assert ends == ["True\n", "False\n"]
    assert (first.returncode, second.returncode) == (0, 0)
    assert list(path.parent.glob("*.backup*")) == []


def test_the_lock_of_a_dead_process_is_free(address, roads, path):
    path.parent.mkdir()
    path.with_name(f"{path.name}.lock").touch()

    assert upgrade.upgrade(address, head="0001", migrations=roads).changed


def test_tables_and_triggers_come_back_from_a_generated_migration(address, roads, path):
    (roads / "versions" / "0001.py").unlink()
    path.parent.mkdir()
    config = Config()
    config.set_main_option("script_location", str(roads).replace("%", "%%"))
    config.cmd_opts = Namespace(x=[f"address={address}"])

    script = Path(command.revision(config, "first", autogenerate=True, rev_id="0001").path)
    made, rest = script.read_text(encoding="utf-8").split("def downgrade")
    guards = "\n".join(f"    op.execute({each!r})" for each in audit.TRIGGERS["sqlite"])
    script.write_text(f"{made.rstrip()}\n{guards}\n\n\ndef downgrade{rest}", encoding="utf-8")
    upgrade.upgrade(address, head="0001", migrations=roads)

    assert {"audit", "audit_details", "seals"} < tables(path)
    found = ask(path, "SELECT sql FROM sqlite_master WHERE type = 'trigger'")
    assert set(audit.TRIGGERS["sqlite"]) <= {each for (each,) in found}
    command.check(config)  # raises if a table is not as the code says
