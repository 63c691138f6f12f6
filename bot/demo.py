"""A town on this machine: the sandbox and the bot, each a process of its own."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot import errands
from bot.exits import LATER
from bot.interrupts import held_back
from config import presets
from sandbox import crowds
from sandbox.wire import Refused, Wire
from sandbox.words import KILL

ROOT = Path(__file__).parent.parent
TOWNS = ROOT / "sandbox" / "towns"
TOWN = TOWNS / "example.toml"
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


class Keeper:
    """Keeps a bot behind a sandbox: a fresh one for each run, and the operator's hands."""

    bot: Process

    def __init__(
        self, folder: Path, address: str, people: Path, pace: str, first: Mapping[str, Any]
    ) -> None:
        self._folder = folder
        self._address = address
        self._people = people
        self._pace = pace
        self._wire = Wire(address)
        self._run = 0
        self._stopped = False
        self._lock = threading.Lock()
        self._begin(first)
        self._watching = threading.Thread(target=self._watch, name="operator", daemon=True)
        self._watching.start()

    def ended(self, within: float) -> str | None:
        """Wait at most so many seconds for the bot's end; None if it, or its follower, lives.

        One whose code says that a new start may help is started again, as a supervisor would.
        """
        bot = self.bot
        last = bot.ended(within)
        with self._lock:
            if bot is self.bot and bot.child.returncode == LATER and not self._stopped:
                bot.stop()  # what it said is heard no more
                with held_back():
                    self.bot = self._bot()
            return last if bot is self.bot else None

    def stop(self) -> None:
        """End the bot; no other follows."""
        with self._lock:
            self._stopped = True
            self.bot.stop()

    def join(self) -> None:
        """Wait until nothing is watched any more; the sandbox must have ended."""
        self._watching.join()

    def _watch(self) -> None:
        after = 0
        with suppress(OSError, ValueError, Refused):  # the sandbox has ended
            while not self._stopped:
                told = self._wire.get(f"/operator?after={after}&run={self._run}")
                if told["run"] != self._run:
                    with self._lock:
                        if not self._stopped:
                            self.bot.kill()
                            self._begin(told)
                for asked in told["asked"]:
                    after = asked["id"]
                    code, output = self._do(asked["command"])
                    self._wire.post(f"/operator/{after}", code=code, output=output)

    def _do(self, command: str) -> tuple[int, str]:
        if command != KILL:
            return errands.run(command, self._home, self._env, lambda: self._stopped)
        with self._lock:
            if self._stopped:
                return errands.MISTAKE, ""
            killed = self.bot.child.pid
            self.bot.kill()
            self.bot = self._bot()
        return 0, f"{killed} → {self.bot.child.pid}"

    def _bot(self) -> Process:
        return Process("bot", "run", env=self._env, log=self._home / "bot.log")

    def _begin(self, told: Mapping[str, Any]) -> None:
        """Start a fresh bot in a folder of its own; what belongs to the town lies in it."""
        self._run = int(told["run"])
        people = self._people if told["town"] == self._people.stem else town_file(told["town"])
        self._home = self._folder / f"run-{self._run}"
        self._home.mkdir()
        community = furnish(self._home, people)
        api = f"{self._address}/run/{self._run}"
        self._env = environment(
            self._home, self._address, pace=self._pace, api=api, community=community, people=people
        )
        self.bot = self._bot()


def town_file(name: str) -> Path:
    """Return the file of a town of the house; NotUp where there is none."""
    path = TOWNS / f"{name}.toml"
    if not path.is_file():
        raise NotUp(f"There is no town {name!r} in {TOWNS}")
    return path


def furnish(home: Path, people: Path) -> Path:
    """Copy what belongs to a town (TOWN.NAME as NAME) and return its community file there.

    A town that is like another has what belongs to that, and its crowds are bound from the start.
    """
    model = crowds.model(people)
    for path in model.parent.glob(f"{model.stem}.*"):
        if path != model:
            shutil.copy(path, home / path.name.removeprefix(f"{model.stem}."))
    community = home / "community.toml"
    if model == TOWN:
        shutil.copy(COMMUNITY, community)
    elif not community.exists():
        # elsewhere nobody is at his post yet: a drill seats whomever the file numbers
        community.write_text(presets.preset("urban"), encoding="utf-8")
    with community.open("a", encoding="utf-8") as file:
        for group in crowds.groups(people):
            file.write(
                '\n[[chats]]\nid = {id}\nkind = "{kind}"\nname = "{title}"\n'.format(**group)
            )
    return community


def resized(people: Path, groups: int, folder: Path) -> Path:
    """Write a town's file anew, with so many groups in its crowds."""
    path = folder / people.name
    path.write_text(crowds.resized(people, groups), encoding="utf-8")
    return path


@contextmanager
def sandbox(
    folder: Path,
    *,
    port: int = 0,
    start: str | None = None,
    people: Path = TOWN,
    limits: bool = False,
) -> Iterator[str]:
    """Run a sandbox; yield its address."""
    options = ["--start", start] if start else []
    options += ["--limits"] if limits else []
    arguments = ["--port", str(port), "--town", str(people), *options]
    with ExitStack() as held:
        with held_back():
            process = held.enter_context(
                Process("sandbox", *arguments, log=folder / "sandbox.log")
            )
        yield process.first_line().removeprefix("sandbox ")


def environment(  # noqa: PLR0913 -- one parameter a setting
    folder: Path, address: str, *, pace: str, api: str, community: Path, people: Path = TOWN
) -> dict[str, str]:
    """Return the settings of a bot that takes part in the drill of a sandbox."""
    return {
        "LINLI_TOKEN": crowds.told(people)["bot"]["token"],
        "LINLI_API_BASE": api,
        "LINLI_DRILL_URL": f"{address}/sandbox/v1",
        "LINLI_DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'linli.db'}",
        "LINLI_STATE": str(folder),
        "LINLI_COMMUNITY": str(community),
        "LINLI_PACE": pace,
    }


def bot(
    folder: Path,
    address: str,
    *,
    pace: str = "telegram",
    api: str | None = None,
    community: Path = COMMUNITY,
) -> Process:
    """Start a bot that takes part in the drill of a sandbox; `api` if its Bot API is elsewhere."""
    env = environment(folder, address, pace=pace, api=api or address, community=community)
    return Process("bot", "run", env=env, log=folder / "bot.log")


@contextmanager
def town(
    *,
    port: int = 0,
    start: str | None = None,
    pace: str = "telegram",
    people: Path = TOWN,
    groups: int | None = None,
) -> Iterator[tuple[str, Keeper]]:
    """Run sandbox and bot on a fresh database; yield the address to open, and the bot's keeper.

    A bot that keeps to Telegram's pace meets Telegram's limits. `groups`: so many in its crowds.
    """
    with tempfile.TemporaryDirectory(prefix="linli-") as name:
        folder, limits = Path(name), pace == "telegram"
        people = resized(people, groups, folder) if groups else people
        running = sandbox(folder, port=port, start=start, people=people, limits=limits)
        with running as address, ExitStack() as held:
            first = Wire(address).get("/operator?run=0")
            with held_back():
                keeper = Keeper(folder, address, people, pace, first)
                held.callback(keeper.stop)
            yield address, keeper
        keeper.join()
