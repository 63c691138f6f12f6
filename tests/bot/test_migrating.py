"""`linli migrate-to`, of a town in which a story was played to its end."""

import pytest

from bot import demo, migrating
from sandbox import player
from sandbox.client import Town
from storage import audit, copying, directory
from storage.cases import CASES
from storage.copying import NotCopied
from storage.database import writing
from storage.driving import drive
from tests.bot.office import NOWHERE, address, linli, settle


@pytest.fixture
def played(tmp_path, monkeypatch):
    """Play a report to its verdict with the real bot, and stop the bot."""
    story = player.find("report")
    with demo.sandbox(tmp_path, start=story.start.isoformat()) as town:
        bot = demo.bot(tmp_path, town, pace="unlimited")
        try:
            player.play(story, Town(town), lambda _: None)
        finally:
            bot.stop()
    settle(tmp_path, monkeypatch, NOWHERE)
    return address(tmp_path)


def head(url):
    def look():
        engine = writing(url)
        with engine.begin() as connection:
            number = directory.community(connection, "xingfuli")
            verdict = audit.verify(connection, number)
            found = connection.execute(CASES.select().order_by(CASES.c.id)).all()
        engine.dispose()
        return verdict, [tuple(row) for row in found]

    return drive(look)


def test_a_played_story_moves_and_its_audit_holds(played, postgres):
    target = postgres.empty(user="postgres:secret")

    code, told, err = linli("migrate-to", target)

    assert (code, "Traceback" in err) == (0, False)
    assert head(target) == head(played)
    verdict, cases = head(target)
    assert (verdict.broken, verdict.sealed > 5, len(cases) > 0) == (None, True, True)
    assert f"末端 {verdict.head[:12]}" in told
    assert f"head {verdict.head[:12]}" in told
    assert told.count("LINLI_DATABASE_URL=postgresql+asyncpg://postgres:***@/") == 2
    assert "secret" not in told + err

    again = linli("migrate-to", target)

    assert again[0] == 1
    assert "请给一个空库" in again[2]
    assert "give an empty one" in again[2]


def test_the_bar_names_the_table_at_work_and_how_far_it_is(tmp_path, monkeypatch):
    settle(tmp_path, monkeypatch, NOWHERE)
    seen, bar = [], migrating._bar()

    def copied(_source, _target, told):
        for done in (0, 1000, 1200):
            told("outbox", done, 1200)
            [task] = bar.tasks
            seen.append((task.description, task.completed, task.total))
        raise NotCopied("copy-full", table="outbox")

    monkeypatch.setattr(migrating, "_bar", lambda: bar)
    monkeypatch.setattr(copying, "copy", copied)
    linli("migrate-to", "postgresql+asyncpg://nobody@127.0.0.1:1/b")

    assert seen == [("outbox", done, 1200) for done in (0, 1000, 1200)]


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("sqlite:///other.db", "The copy goes to PostgreSQL"),
        ("postgresql+asyncpg://a:secret@127.0.0.1:1/b", "127.0.0.1:1 上的 PostgreSQL 没有回应"),
    ],
)
def test_what_is_no_target_is_told(tmp_path, monkeypatch, target, says):
    settle(tmp_path, monkeypatch, NOWHERE)
    (tmp_path / "linli.db").touch()

    ended, _, err = linli("migrate-to", target)

    assert (ended, says in err, "secret" in err) == (1, True, False)


@pytest.mark.parametrize(
    "target",
    [
        "nonsense",
        "",
        "a:secret@host/linli",
        "mysql://a:secret@here/linli",
        "postgresql+asyncpg://a:secret@here",
        "postgresql+asyncpg://a:secret@here:secret/linli",
        "postgresql+asyncpg://a:secret@here:99999/linli",
        "postgresql+asyncpg://a:se@secret@127.0.0.1:1/linli",
    ],
)
def test_what_is_no_address_is_told_with_one_that_is_and_never_shown(
    tmp_path, monkeypatch, target
):
    settle(tmp_path, monkeypatch, NOWHERE)

    code, out, err = linli("migrate-to", target)

    assert (code, out, "secret" in err) == (2, "", False)
    chinese, english = err.splitlines()
    assert chinese.startswith(
        "migrate-to 后面的不是 PostgreSQL 的地址：请写成 postgresql+asyncpg://"
    )
    assert (
        "is no address of a PostgreSQL database: write one like postgresql+asyncpg://" in english
    )
    assert list(tmp_path.glob("linli.db*")) == []


def test_the_address_of_the_settings_may_be_a_relative_one_as_it_is_by_itself(
    tmp_path, monkeypatch
):
    settle(tmp_path, monkeypatch, NOWHERE)
    monkeypatch.setenv("LINLI_DATABASE_URL", "sqlite+aiosqlite:///linli.db")
    (tmp_path / "linli.db").touch()

    code, _, err = linli("migrate-to", "postgresql+asyncpg://a:secret@127.0.0.1:1/b")

    assert (code, "127.0.0.1:1 上的 PostgreSQL 没有回应" in err) == (1, True)


def test_a_database_of_the_settings_that_is_none_is_told(tmp_path, monkeypatch):
    settle(tmp_path, monkeypatch, NOWHERE)
    (tmp_path / "linli.db").write_bytes(b"words" * 999)

    code, _, err = linli("migrate-to", "postgresql+asyncpg://a:secret@127.0.0.1:1/b")

    assert (code, [line[:15] for line in err.splitlines()]) == (1, ["linli: database"] * 2)
