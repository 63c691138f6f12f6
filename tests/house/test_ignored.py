"""What must never be committed: the token, and what the running bot remembers."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """A repository with our own `.gitignore` and nothing of this machine's settings of git."""
    folder = tmp_path_factory.mktemp("fresh")
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    shutil.copy(ROOT / ".gitignore", folder)
    return folder


def ignored(folder, name):
    asked = ["git", "-c", "core.excludesFile=", "check-ignore", "--quiet", name]
    return subprocess.run(asked, cwd=folder, check=False).returncode == 0


@pytest.mark.parametrize("name", [".env", "state/linli.db", "state/linli.log", "linli.db-wal"])
def test_git_ignores_the_token_and_the_state(fresh, name):
    assert ignored(fresh, name)


@pytest.mark.parametrize("name", ["README.md", "bot/state.py", "storage/database.py"])
def test_git_ignores_nothing_of_ours(fresh, name):
    assert not ignored(fresh, name)
