"""The search for secrets finds one wherever it is, and fails the session that wrote it."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests import leaks
from tests import postgres as servers
from tests.bases import change

ROOT = Path(__file__).parents[2]
TOKEN = "7000000001:" + leaks.SECRETS[0].decode()


@pytest.fixture
def folder():
    """A folder outside of what this session itself is searched for."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.mark.parametrize(
    "name", ["bot.log", "bot.log.1", "linli.db", "linli.db-wal", "metrics.txt", "a/b/trace"]
)
@pytest.mark.parametrize("before", [0, leaks.PIECE - 10])
def test_a_secret_is_found_in_whatever_was_written(folder, name, before):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\0" * before + TOKEN.encode() + b"\xff")

    assert list(leaks.leaks(folder)) == [path]


def test_what_tells_the_bot_its_token_is_no_leak(folder):
    for name in (".env", "town.toml"):
        (folder / name).write_text(TOKEN)
    (folder / "bot.log").write_text("<redacted>")

    assert list(leaks.leaks(folder)) == []


# each place where the bot may let a secret slip, and a test that lets it
PLACES = {
    "base/test_writes": """
def test_writes(tmp_path):
    (tmp_path / "bot.log").write_text(TOKEN)""",
    "linli-postgres-": """
def test_tells_the_server():
    server = postgres.start()
    server.server.psql(f"CREATE TABLE told AS SELECT '{TOKEN}' AS it")
    server.close()""",
    "Captured stdout call": "def test_prints():\n    print(TOKEN)",
    "Captured stderr setup": """
@pytest.fixture
def warned():
    print(TOKEN, file=sys.stderr)

def test_warns_before(warned):
    pass""",
    "::test_reads_what_it_printed: printed": """
def test_reads_what_it_printed(capsys):
    print(TOKEN)
    capsys.readouterr()""",
    "::test_asks_a_program (call): a program": """
def test_asks_a_program():
    told = "import sys; sys.stderr.write(sys.argv[1])"
    subprocess.run([sys.executable, "-c", told, TOKEN], capture_output=True, check=True)""",
    "::test_runs_a_command (call): a command": """
def test_runs_a_command():
    CliRunner().invoke(click.Command("says", callback=lambda: click.echo(TOKEN, err=True)))""",
    "packed.zip": """
def test_packs(tmp_path):
    with zipfile.ZipFile(tmp_path / "packed.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.jsonl", 99 * TOKEN)""",
    "hostile-": """
async def test_lives_through():
    update = {"message": {"message_id": "?", "chat": 7, "text": TOKEN}}
    await test_hostile.live_through([update])""",
    "stage-": """
def test_stage():
    stage = Stage()
    stage.ask(partial(stage.arrive, heard=False), [doors.arrival(1, doors.message(TOKEN))])
    stage.close()""",
    "\n/metrics": """
async def test_counts(tmp_path):
    async with doors.opened(tmp_path) as town:
        town.house.counts.hooks[TOKEN] += 1
        await scraped(town.house)""",
    "/bot/metrics": """
def test_asks():
    with telegram() as server:
        server.says["metrics"] = lambda _: (200, {"told": TOKEN})
        test_web.asked(server.address, "/bot/metrics", b"")""",
}
PLANTED = """import subprocess
import sys
import zipfile
from functools import partial

import click
import pytest
from click.testing import CliRunner

from tests import postgres
from tests.bot import doors, test_hostile, test_web
from tests.bot.scraping import scraped
from tests.bot.stage import Stage
from tests.bot.telegram import telegram

TOKEN = {token!r}
"""


def session(folder, *tests):
    """Let a session of its own run these tests; return its exit code and what it said."""
    file = folder / "test_planted.py"
    file.write_text("\n\n".join(tests) + "\n")
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", str(file), "-p", "tests.leaks"),
            *("-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder)),
            *("--basetemp", str(folder / "base")),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout + ran.stderr


def test_a_session_that_let_a_secret_slip_fails_and_names_each_place(folder):
    code, told = session(folder, PLANTED.format(token=TOKEN), *PLACES.values())

    assert code == 1, told
    assert f"{len(PLACES)} passed, 1 error" in told
    _, _, found = told.partition("a secret was written down:")
    assert [place for place in PLACES if place not in found] == []


def test_a_session_that_let_nothing_slip_passes(folder):
    code, told = session(
        folder, "def test_writes(tmp_path):\n    (tmp_path / 'a').write_text('b')"
    )

    assert code == 0, told
    assert "a secret was written down" not in told


def test_a_database_is_looked_through_before_it_is_dropped(postgres, monkeypatch):
    monkeypatch.setattr(servers, "MANY", 1)
    postgres.sweep()
    monkeypatch.setattr(leaks, "FOUND", set())
    monkeypatch.setattr(leaks, "SECRETS", (b"only-this-test-knows-it",))
    address = postgres.empty()
    change(address, "CREATE TABLE told AS SELECT 'only-this-test-knows-it' AS it")

    postgres.sweep()

    assert len(leaks.FOUND) == 1
    assert not Path(*leaks.FOUND).exists()


def test_no_test_throws_away_what_nobody_looked_through():
    """What is here is looked through, is this search's own, or holds no bot."""
    asks = "TemporaryDirectory", "mkdtemp"
    told = {
        str(path.relative_to(ROOT / "tests"))
        for path in (ROOT / "tests").rglob("*.py")
        if any(each in path.read_text(encoding="utf-8") for each in asks)
    }

    assert told == {"leaks.py", "postgres.py", "nursery.py", "house/test_leaks.py"}
