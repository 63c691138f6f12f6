"""The search for secrets finds one wherever it is, and fails the session that wrote it."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests import leaks

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


@pytest.mark.parametrize(("written", "code"), [("TOKEN", 1), ("'nothing'", 0)])
def test_a_session_that_wrote_a_secret_down_fails(folder, written, code):
    test = folder / "test_planted.py"
    test.write_text(
        f"TOKEN = {TOKEN!r}\n\n"
        f"def test_writes(tmp_path):\n    (tmp_path / 'bot.log').write_text({written})\n"
    )
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", str(test), "-p", "tests.leaks"),
            *("-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder)),
            *("--basetemp", str(folder / "base")),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == code, ran.stdout + ran.stderr
    assert ("a secret was written down" in ran.stdout) == bool(code)
