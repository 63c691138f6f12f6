"""No secret stands in anything that a session of tests wrote, printed, or told over the web."""

import os
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import pytest
from click.testing import CliRunner

# the tokens, the webhook's secret and the proxy's password that the tests use
SECRETS = (
    b"AAsandbox-token-opens-no-real-door0",
    b"AAexampleexampleexampleexampleexam",
    b"s3cr3t-of-the-webhook",
    b"s3cr3t-of-the-proxy",
)
# what tests write to tell the bot a secret, not what the bot writes
TOLD = {".env", ".toml", ".py", ".pyc"}
PACKED = {".zip", ".xlsx"}  # nothing can be read in them as they lie there
LONGEST = max(map(len, SECRETS))
PIECE = 1 << 20
FOUND: set[str] = set()  # where a secret stood in what is gone when the session ends


class Passing(TemporaryDirectory[str]):
    """A temporary folder that is looked through before it is thrown away."""

    def cleanup(self) -> None:
        """Look through it, and throw it away."""
        look_through(Path(self.name))
        super().cleanup()


def look_through(folder: Path) -> None:
    """Remember which files of a folder that will be gone hold a secret."""
    FOUND.update(map(str, leaks(folder)))


def look(where: str, told: str | bytes) -> None:
    """Remember that a secret was told there, if one was."""
    said = told if isinstance(told, bytes) else told.encode("utf-8", "replace")
    if any(secret in said for secret in SECRETS):
        FOUND.add(where)


def leaks(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder that hold a secret, but for those that tell it to the bot."""
    for path in folder.rglob("*"):
        told = TOLD & {path.suffix, path.name}
        if not told and path.is_file() and not path.is_symlink() and _holds(path):
            yield path


def _holds(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            if _stands_in(file):
                return True
            if path.suffix not in PACKED or not zipfile.is_zipfile(file):
                return False
            with zipfile.ZipFile(file) as packed:
                return any(_stands_in(packed.open(name)) for name in packed.namelist())
    except FileNotFoundError:
        return False  # a process that is ending takes its files away


def _stands_in(file: IO[bytes]) -> bool:
    before = b""
    while piece := file.read(PIECE):
        window = before + piece
        if any(secret in window for secret in SECRETS):
            return True
        before = window[-LONGEST:]
    return False


def pytest_runtest_logreport(report):
    """Look at what a test has printed and nobody has read."""
    for name, printed in report.sections:
        if name.startswith("Captured std"):  # what was logged is kept as it was before redaction
            look(f"{report.nodeid}: {name}", printed)


def _listening(read):
    """Return how what was printed is read, so that it is looked at as well."""

    def readouterr(printed):
        told = read(printed)
        for each in told:
            look(f"{printed.request.node.nodeid}: printed", each)
        return told

    return readouterr


def _ending(communicate):
    """Return how a program is waited for, so that what it said is looked at as well."""

    def communicated(*given, **how):
        told = communicate(*given, **how)
        for each in filter(None, told):
            look(f"{os.environ.get('PYTEST_CURRENT_TEST', '')}: a program", each)
        return told

    return communicated


def _invoking(invoke):
    """Return how a command of ours is run in this process, as above."""

    def invoked(*given, **how):
        ran = invoke(*given, **how)
        look(f"{os.environ.get('PYTEST_CURRENT_TEST', '')}: a command", ran.output)
        return ran

    return invoked


@pytest.fixture(scope="session", autouse=True)
def no_secret_is_written(tmp_path_factory):
    """Look at all that was written, when the last test of this process is done."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            pytest.CaptureFixture, "readouterr", _listening(pytest.CaptureFixture.readouterr)
        )
        patch.setattr(subprocess.Popen, "communicate", _ending(subprocess.Popen.communicate))
        patch.setattr(CliRunner, "invoke", _invoking(CliRunner.invoke))
        yield
    look_through(tmp_path_factory.getbasetemp())
    if FOUND:
        pytest.fail("\n".join(["a secret was written down:", *sorted(FOUND)]), pytrace=False)
