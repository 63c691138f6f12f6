"""`linli forget`, and what a restored backup brings back."""

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from bot import restored
from bot.__main__ import main
from config.settings import Settings
from storage import audit
from storage.audit import AUDIT
from storage.cases import CASES
from storage.database import writing
from storage.directory import PEOPLE
from storage.forgetting import FORGOTTEN, Traces
from tests.bases import migrate
from tests.bot.doors import COMMUNITY, LI, ROOT, WANG, opened
from tests.services.town import Town

TOKEN = "7000000001:AAsandbox-token-opens-no-real-door0"


@pytest.fixture
def town(tmp_path, monkeypatch):
    """A database on disk in which 李婶 reported a lift; the commands work on the same one."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"LINLI_{name.upper()}", raising=False)
    address = f"sqlite+aiosqlite:///{tmp_path / 'linli.db'}"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LINLI_TOKEN", TOKEN)
    monkeypatch.setenv("LINLI_STATE", str(tmp_path))
    monkeypatch.setenv("LINLI_COMMUNITY", str(ROOT / "config" / "community.example.toml"))
    monkeypatch.setenv("LINLI_DATABASE_URL", address)
    migrate(address)
    engine = writing(address)
    made = Town(engine, COMMUNITY)
    made.report(LI)
    yield made
    engine.dispose()


def linli(*words):
    ran = CliRunner().invoke(main, words, catch_exceptions=False)
    return ran.exit_code, ran.stdout, ran.stderr


def people(town):
    with town.engine.begin() as connection:
        return set(connection.execute(select(PEOPLE.c.id)).scalars())


def status(town):
    with town.engine.begin() as connection:
        return connection.execute(select(CASES.c.status)).scalar_one()


def test_without_yes_it_is_a_dry_run_that_says_what_would_happen_and_why(town):
    code, out, _ = linli("forget", str(LI))

    assert code == 0
    assert "会删除：\n· " in out
    assert out.index("会删除：\n· ") < out.index("Deleted:\n· ")
    assert "您的原话和照片（1）：是您说的话" in out
    assert "备份：" in out
    assert "--yes" in out
    assert LI in people(town)


def test_an_open_case_stops_it_and_says_which(town):
    code, out, err = linli("forget", str(LI), "--yes")

    assert (code, out) == (1, "")
    assert "#1" in err
    assert (status(town), LI in people(town)) == ("dispatched", True)


def test_open_cases_are_taken_back_where_the_person_asked_for_it(town, tmp_path):
    with town.engine.begin() as connection:
        pseudonym = Traces(connection).pseudonym(LI)

    code, out, _ = linli("forget", str(LI), "--yes", "--withdraw")

    assert code == 0
    assert "存证链完好" in out
    assert (status(town), LI in people(town)) == ("withdrawn", False)
    assert (tmp_path / "forgotten").read_text() == f"{pseudonym}\n"
    with town.engine.begin() as connection:
        verdict = audit.verify(connection, town.id)
        done = connection.execute(select(AUDIT.c.actor, AUDIT.c.verb, AUDIT.c.object)).all()
    assert (verdict.broken, verdict.tail) == (None, 0)
    assert ("operator", "forget", f"person:{pseudonym}") in done


def test_whoever_was_never_met_is_named(town):
    code, _, err = linli("forget", "77", "--yes")

    assert code == 2
    assert "77" in err


def test_who_holds_an_office_is_not_forgotten(town):
    with town.work(WANG):
        pass

    code, _, err = linli("forget", str(WANG), "--yes")

    assert code == 1
    assert "卸任" in err
    assert WANG in people(town)


def test_without_a_database_it_says_so(town, monkeypatch, tmp_path):
    monkeypatch.setenv("LINLI_DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path / 'none.db'}")

    code, _, err = linli("forget", str(LI))

    assert code == 2
    assert "No database" in err


async def test_whom_a_restored_backup_brings_back_is_forgotten_again(tmp_path):
    async with opened(tmp_path) as town:
        await town.report()
        [pseudonym] = [w for p, w in await town.rows(PEOPLE.c.id, PEOPLE.c.pseudonym) if p == LI]
        (tmp_path / "forgotten").write_text(f"{pseudonym}\n", encoding="ascii")

        await town.house.writer.submit(restored.again(town.house, tmp_path))
        await town.house.writer.submit(restored.again(town.house, tmp_path))

        assert LI not in {p for (p,) in await town.rows(PEOPLE.c.id)}
        assert await town.rows(FORGOTTEN.c.pseudonym) == [(pseudonym,)]
        told = await town.rows(AUDIT.c.id, AUDIT.c.verb, AUDIT.c.actor)
        assert [actor for _, verb, actor in told if verb == "forget"] == ["operator"]


async def test_the_list_outlives_the_database_and_is_written_only_when_it_grows(tmp_path):
    async with opened(tmp_path) as town:
        file = tmp_path / "forgotten"
        file.write_text("older\n", encoding="ascii")

        def forget(connection):
            connection.execute(FORGOTTEN.insert().values(pseudonym="newer", at=1))

        await town.unit(forget)
        await town.house.writer.submit(lambda c: restored.keep(tmp_path, c))
        first = (file.read_text(encoding="ascii"), file.stat().st_mtime_ns)
        await town.house.writer.submit(lambda c: restored.keep(tmp_path, c))

        assert first == ("older\nnewer\n", file.stat().st_mtime_ns)


def test_nothing_is_written_where_nobody_was_forgotten(town, tmp_path):
    with town.engine.begin() as connection:
        assert restored.keep(tmp_path, connection) == []

    assert not (tmp_path / "forgotten").exists()
