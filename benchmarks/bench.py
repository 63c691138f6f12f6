"""Starting the two processes of a run, asking the server, and reading what a run cost."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

ROOT = Path(__file__).parents[1]
PATIENCE = 60.0
TICKS = os.sysconf("SC_CLK_TCK")


class Failed(Exception):
    """A run did not end as it must; the message says how."""


@dataclass(frozen=True, slots=True)
class Load:
    """What one load gave: answered a second, CPU of the bot per update, latencies in ms."""

    rate: float
    cpu_us: float
    p50: float
    p99: float
    rss_mb: float
    seconds: float


class Measured(Protocol):
    """What a load is brought to: a bot, or several that share it."""

    name: str

    def cpu(self) -> float:
        """Return the seconds of processor that it took so far."""

    def rss(self) -> float:
        """Return the memory that it holds, in MB."""

    def log(self) -> str:
        """Return its last words."""


class Server:
    """The fake Bot API, as the harness sees it."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._next = 1

    def ask(self, what: str, **words: object) -> Any:  # noqa: ANN401 -- JSON
        """Ask the server something."""
        request = urllib.request.Request(f"{self.base}/bench/{what}", json.dumps(words).encode())  # noqa: S310 -- our own
        with urllib.request.urlopen(request, timeout=300) as answer:  # noqa: S310 -- our own
            return json.loads(answer.read())

    def ready(self) -> float:
        """Wait for the first getUpdates; return when it came, as time.monotonic() has it."""
        at: float = self.ask("ready", patience=PATIENCE)
        return at

    def load(  # noqa: PLR0913 -- each names a part of the load
        self,
        bot: Measured,
        kind: str,
        count: int,
        *,
        rate: float = 0,
        sends: int = 0,
        patience: float = PATIENCE,
        whole: bool = True,
    ) -> Load:
        """Bring a load and wait for it; Failed if it does not come back whole and must."""
        first, self._next = self._next, self._next + count
        before = bot.cpu()
        told = self.ask(
            "load",
            kind=kind,
            first=first,
            count=count,
            rate=rate,
            sends=sends,
            patience=patience,
        )
        cost = bot.cpu() - before
        if whole and told["seconds"] is None:
            held = {k: told[k] for k in ("answered", "messages")}
            raise Failed(f"{bot.name}: {kind} × {count} did not come back: {held}\n{bot.log()}")
        late, seconds = told["latencies"] or [patience], told["seconds"] or patience
        lost = [patience] * (count - len(late))
        late = [*late, *lost]
        return Load(
            rate=count / seconds,
            cpu_us=cost / count * 1e6,
            p50=late[len(late) // 2] * 1000,
            p99=late[min(int(len(late) * 0.99), len(late) - 1)] * 1000,
            rss_mb=bot.rss(),
            seconds=seconds,
        )


class Bot:
    """A bot's process; what it says goes into a file."""

    def __init__(
        self, name: str, arguments: list[str], log: Path, env: Mapping[str, str] | None = None
    ) -> None:
        self.name, self.folder, self._log = name, log.parent, log
        self.started = time.monotonic()
        with log.open("wb") as out:
            self._child = subprocess.Popen(  # noqa: S603 -- our own modules, no shell
                arguments,
                cwd=ROOT,
                env={**os.environ, **(env or {})},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
            )
        self.pid = self._child.pid

    def cpu(self) -> float:
        """Return the seconds of processor that it took so far, its threads included."""
        text = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8")
        fields = text.rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def rss(self) -> float:
        """Return the memory that it holds, in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found[1]) / 1024 if found else 0.0

    def log(self) -> str:
        """Return its last words."""
        return self._log.read_text(encoding="utf-8", errors="replace")[-2_000:]

    def stop(self) -> None:
        """End it, kindly at first."""
        if self._child.poll() is None:
            self._child.send_signal(signal.SIGTERM)
            try:
                self._child.wait(20)
            except subprocess.TimeoutExpired:
                self._child.kill()
                self._child.wait()


@contextmanager
def server() -> Iterator[Server]:
    """Run the fake Bot API."""
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.server"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        line = child.stdout.readline().strip() if child.stdout else ""
        try:
            yield Server(line)
        finally:
            child.kill()


@contextmanager
def running(
    name: str, arguments: list[str], log: Path, env: Mapping[str, str] | None = None
) -> Iterator[Bot]:
    """Run a bot; end it when it is left."""
    bot = Bot(name, arguments, log, env)
    try:
        yield bot
    finally:
        bot.stop()
