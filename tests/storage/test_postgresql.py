"""PostgreSQL alone: what it refuses and how that is told, one migration for many copies."""

import shutil
import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage import health, postgresql, upgrade
from storage.database import WrongAddress, writing
from storage.driving import drive
from storage.migrations import HEAD
from storage.postgresql import Unreachable
from storage.reader import Reader
from storage.upgrade import MIGRATIONS, UnknownRevision, Upgrade
from tests.postgres import GUARDED

PATIENCE = 30
HALF = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "0001", None
def upgrade():
    op.create_table("half", sa.Column("n", sa.Integer), sa.Column("said", sa.Text))
    {}
"""


def roads(folder, body):
    (folder / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako"):
        shutil.copy(MIGRATIONS / name, folder)
    (folder / "versions" / "0001.py").write_text(HALF.format(body), encoding="utf-8")
    return folder


def ask(url, question):
    def look():
        engine = writing(url)
        with engine.begin() as connection:
            found = connection.execute(text(question))
            rows = found.all() if found.returns_rows else []
        engine.dispose()
        return rows

    return drive(look)


def named(url):
    return {
        name for (name,) in ask(url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    }


def test_a_new_database_is_made_and_then_left_alone(postgres):
    url = postgres.empty()

    assert upgrade.upgrade(url) == Upgrade(None, HEAD)
    assert upgrade.upgrade(url) == Upgrade(HEAD, HEAD)
    assert {"cases", "audit", "alembic_version"} < named(url)


def test_a_migration_that_fails_leaves_nothing(postgres, tmp_path):
    url = postgres.empty()

    with pytest.raises(DBAPIError, match="nonsense"):
        upgrade.upgrade(
            url, head="0001", migrations=roads(tmp_path / "m", 'op.execute("nonsense")')
        )

    assert named(url) == set()


def test_an_older_revision_goes_on_from_where_it_is(postgres):
    url = postgres.empty()

    assert upgrade.upgrade(url, head="0003").after == "0003"
    assert upgrade.upgrade(url) == Upgrade("0003", HEAD)


def test_a_newer_database_is_not_touched(postgres):
    url = postgres.fresh()
    ask(url, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(UnknownRevision, match="at revision 9999, which this version does not"):
        upgrade.upgrade(url)


def test_two_copies_that_start_together_migrate_once(postgres, tmp_path):
    """The first is held in the midst of its migration; the second waits, and finds it done."""
    url, other = postgres.empty(), postgres.empty()
    slowly = roads(tmp_path / "m", 'op.execute("SELECT pg_advisory_xact_lock(7)")')
    ends, begun = [], threading.Event()

    def run():
        ends.append(upgrade.upgrade(url, head="0001", migrations=slowly))

    copies = [threading.Thread(target=run) for _ in range(2)]
    engine = writing(url)
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(7)"))
        for copy in copies:
            copy.start()
        waiting = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        for _ in range(PATIENCE * 20):
            if connection.execute(waiting).scalar() == 2:
                break
            begun.wait(0.05)
        else:
            pytest.fail("the copies do not wait for each other")
        assert ends == []
    for copy in copies:
        copy.join(PATIENCE)
    engine.dispose()

    assert sorted(end.changed for end in ends) == [False, True]
    assert named(url) == {"alembic_version", "half"}
    assert named(other) == set()


def test_every_text_is_made_to_sort_by_its_letters(postgres, tmp_path):
    url = postgres.empty()
    upgrade.upgrade(url, head="0001", migrations=roads(tmp_path / "m", "pass"))

    collation = "SELECT collation_name FROM information_schema.columns WHERE column_name = 'said'"
    assert ask(url, collation) == [("C",)]


@pytest.fixture
def wrong(postgres, tmp_path):
    """Return addresses by the fault that is to be told of them."""

    def foreign():
        url = postgres.empty()
        ask(url, "CREATE TABLE strange (n integer)")
        return url

    makers = {
        "password": lambda: postgres.url("postgres", f"{GUARDED}:wrong"),
        "missing": lambda: postgres.url("nowhere"),
        "silent": lambda: f"postgresql+asyncpg://linli:secret@/linli?host={tmp_path}",
        "refused": lambda: "postgresql+asyncpg://linli:secret@127.0.0.1:1/linli",
        "encoding": lambda: postgres.empty("TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'"),
        "forbidden": lambda: postgres.empty(user=f"{GUARDED}:right"),
        "foreign": foreign,
    }
    return lambda fault: makers[fault]()


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("password", "does not take this user and password"),
        ("missing", "has no database 'nowhere': make it with createdb"),
        ("silent", "No PostgreSQL answers at"),
        ("refused", "No PostgreSQL answers at 127.0.0.1:1: start it"),
        ("encoding", "is not in UTF8"),
        ("foreign", "holds tables of something else"),
        ("forbidden", "make the user its owner"),
    ],
)
def test_what_a_server_answers_is_told_in_one_sentence(wrong, fault, says):
    with pytest.raises(Unreachable, match=says) as told:
        upgrade.upgrade(wrong(fault))

    assert isinstance(told.value, WrongAddress)
    assert "secret" not in str(told.value) + str(told.value.facts)


@pytest.mark.parametrize("fault", ["password", "missing", "silent", "encoding", "foreign"])
def test_a_look_tells_the_same(wrong, fault):
    with pytest.raises(Unreachable) as told:
        health.look(wrong(fault))

    assert told.value.fault == fault


def test_a_server_too_old_is_told_by_its_number(postgres, monkeypatch):
    url = postgres.empty()
    monkeypatch.setattr(postgresql, "OLDEST", 99)

    with pytest.raises(Unreachable, match=r"is version 18\.\d+: Linli needs"):
        upgrade.upgrade(url)


def test_a_look_names_the_place_and_the_revision(postgres):
    url = postgres.empty()
    before = health.look(url)
    upgrade.upgrade(url, head="0001")
    midway = health.look(url)
    upgrade.upgrade(url)
    after = health.look(url)

    assert [each.there for each in (before, midway, after)] == [False, True, True]
    assert [each.revision for each in (before, midway, after)] == ["", "0001", HEAD]
    assert (midway.current, after.current) == (False, True)
    assert before.where.endswith(url.split("/")[3].split("?")[0])


async def test_a_reader_comes_back_when_the_server_forgot_it(postgres):
    url = postgres.fresh()
    others = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
        "current_database() AND pid != pg_backend_pid()"
    )

    async with Reader(url, readers=1) as reader:
        assert await reader.scalar(text("SELECT 1")) == 1
        ask(url, others.text)

        assert await reader.scalar(text("SELECT 2")) == 2


async def test_a_migration_asked_for_within_a_loop_is_done(postgres):
    assert upgrade.upgrade(postgres.empty(), head="0001").changed
