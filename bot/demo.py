"""A town on this machine: the sandbox and the bot, each a process of its own."""

import os
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parent.parent
TOWN = ROOT / "sandbox" / "towns" / "example.toml"
COMMUNITY = ROOT / "config" / "community.example.toml"
PATIENCE = 20
WORDS = 500


class NotUp(Exception):
    """A process did not come up; the message is what it said."""


class Process:
    """A process of ours, ended when it is left."""

    def __init__(self, *arguments: str, env: Mapping[str, str] | None = None, log: Path) -> None:
        self._log = log
        with log.open("ab") as errors:
            self.child = subprocess.Popen(  # noqa: S603 -- our own modules, no shell
                [sys.executable, "-m", *arguments],
                cwd=ROOT,
                env={**os.environ, **(env or {})},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                start_new_session=True,  # Ctrl-C is ours to pass on, once and in order
            )

    def first_line(self) -> str:
        """Return the first line it prints; NotUp if it ends without one."""
        line = (self.child.stdout.readline() if self.child.stdout else "").strip()
        if not line:
            self.stop()
            raise NotUp(self._log.read_text(encoding="utf-8", errors="replace").strip())
        return line

    def ended(self, within: float) -> str | None:
        """Wait at most so many seconds for its end; return its last words, or None if it lives."""
        try:
            self.child.wait(within)
        except subprocess.TimeoutExpired:
            return None
        return self._log.read_text(encoding="utf-8", errors="replace").strip()[-WORDS:]

    def stop(self) -> None:
        """End it, kindly at first."""
        if self.child.poll() is None:
            self.child.send_signal(signal.SIGTERM)
            try:
                self.child.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.child.kill()
                self.child.wait()
        if self.child.stdout:
            self.child.stdout.close()

    def kill(self) -> None:
        """End it as a power cut would."""
        self.child.kill()
        self.child.wait()
        if self.child.stdout:
            self.child.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


@contextmanager
def sandbox(
    folder: Path, *, port: int = 0, start: str | None = None, people: Path = TOWN
) -> Iterator[str]:
    """Run a sandbox; yield its address."""
    begin = ["--start", start] if start else []
    arguments = ["--port", str(port), "--town", str(people), *begin]
    with Process("sandbox", *arguments, log=folder / "sandbox.log") as process:
        yield process.first_line().removeprefix("sandbox ")


def bot(
    folder: Path,
    address: str,
    *,
    pace: str = "telegram",
    api: str | None = None,
    community: Path = COMMUNITY,
) -> Process:
    """Start a bot that takes part in the drill of a sandbox; `api` if its Bot API is elsewhere."""
    env = {
        "LINLI_TOKEN": tomllib.loads(TOWN.read_text(encoding="utf-8"))["bot"]["token"],
        "LINLI_API_BASE": api or address,
        "LINLI_DRILL_URL": f"{address}/sandbox/v1",
        "LINLI_DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'linli.db'}",
        "LINLI_STATE": str(folder),
        "LINLI_COMMUNITY": str(community),
        "LINLI_PACE": pace,
    }
    return Process("bot", "run", env=env, log=folder / "bot.log")


@contextmanager
def town(
    *, port: int = 0, start: str | None = None, pace: str = "telegram"
) -> Iterator[tuple[str, Process]]:
    """Run sandbox and bot on a fresh database; yield the address to open, and the bot."""
    with (
        tempfile.TemporaryDirectory(prefix="linli-") as name,
        sandbox(Path(name), port=port, start=start) as address,
        bot(Path(name), address, pace=pace) as process,
    ):
        yield address, process
