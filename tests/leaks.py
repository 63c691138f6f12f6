"""No secret stands in anything that a session of tests wrote: logs, databases, metrics, traces."""

from collections.abc import Iterator
from pathlib import Path

import pytest

# the tokens, the webhook's secret and the proxy's password that the tests use
SECRETS = (
    b"AAsandbox-token-opens-no-real-door0",
    b"AAexampleexampleexampleexampleexam",
    b"s3cr3t-of-the-webhook",
    b"s3cr3t-of-the-proxy",
)
# what tests write to tell the bot a secret, not what the bot writes
TOLD = {".env", ".toml", ".py", ".pyc"}
LONGEST = max(map(len, SECRETS))
PIECE = 1 << 20


def leaks(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder that hold a secret, but for those that tell it to the bot."""
    for path in folder.rglob("*"):
        told = TOLD & {path.suffix, path.name}
        if not told and path.is_file() and not path.is_symlink() and _holds(path):
            yield path


def _holds(path: Path) -> bool:
    before = b""
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                window = before + piece
                if any(secret in window for secret in SECRETS):
                    return True
                before = window[-LONGEST:]
    except FileNotFoundError:
        return False  # a process that is ending takes its files away
    return False


@pytest.fixture(scope="session", autouse=True)
def no_secret_is_written(tmp_path_factory):
    """Look at all that was written, when the last test of this process is done."""
    yield
    found = sorted(str(path) for path in leaks(tmp_path_factory.getbasetemp()))
    assert found == [], "a secret was written down"
