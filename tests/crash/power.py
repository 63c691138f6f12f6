"""The power supply: bots that are cut off at seeded moments and started again."""

import random
import socket
import threading
from dataclasses import dataclass
from pathlib import Path

from bot import demo
from sandbox.wire import Wire

EARLY = 0.2  # the share of the cuts that strike a bot on its way up
AT_WORK, ON_THE_WAY = 1.0, 0.6  # seconds, at most
UP = b"bot.up"
HOOK = "/linli"


@dataclass(frozen=True)
class Site:
    """Where the bots live, the ports where they hear by hooks, and that which Telegram is told."""

    folder: Path
    address: str
    database: str
    ports: tuple[int, ...] = ()
    told: int | None = None
    pace: str = "unlimited"

    def start(self, number):
        """Start one copy."""
        home = self.folder / f"copy-{number}"
        home.mkdir(exist_ok=True)
        env = demo.environment(
            home,
            self.address,
            pace=self.pace,
            api=self.address,
            community=demo.COMMUNITY,
        )
        more = {"LINLI_DATABASE_URL": self.database, "LINLI_LEASE_SECONDS": "2"}
        if self.ports:
            more["LINLI_WEBHOOK_URL"] = f"http://127.0.0.1:{self.told or self.ports[0]}{HOOK}"
            more["LINLI_LISTEN"] = f"127.0.0.1:{self.ports[number]}"
        return demo.Process("bot", "run", env=env | more, log=home / "bot.log")


def free_ports(count):
    """Return ports that nobody listens on."""
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = tuple(each.getsockname()[1] for each in held)
    for each in held:
        each.close()
    return ports


class Power:
    """Keeps copies of a bot running, and cuts one off whenever its time has come."""

    def __init__(self, site, seed, *, kills, copies=1):
        self.kills = self._seen = 0
        self.cuts = []  # by the clock of the town, in ms
        self._fallen = []  # what had ended by itself before its time had come
        self._site, self._most = site, kills
        self._chance = random.Random(seed)
        self._wire = Wire(site.address)
        self._bots = [site.start(number) for number in range(copies)]
        self._over = threading.Event()
        self._cutting = threading.Thread(target=self._cut, name="power", daemon=True)

    def __enter__(self):
        self._cutting.start()
        return self

    def __exit__(self, *_):
        self.quiet()
        for bot in self._bots:
            bot.stop()

    @property
    def spent(self):
        """Whether every cut was made."""
        return self.kills >= self._most

    @property
    def cutting(self):
        """Whether more cuts will come; where they ended early nobody may wait for them."""
        return self._cutting.is_alive()

    def quiet(self):
        """Cut nothing off any more."""
        self._over.set()
        self._cutting.join()

    def dead(self):
        """Return the copies that ended by themselves, with which code and last words."""
        return self._fallen + [self._end(n) for n in range(len(self._bots)) if self._ended(n)]

    def _ended(self, number):
        return self._bots[number].child.poll() is not None

    def _end(self, number):
        bot = self._bots[number]
        return number, bot.child.returncode, bot.ended(0)

    def _cut(self):
        while not self.spent and self._moment():
            number = self._chance.randrange(len(self._bots))
            if self._ended(number):  # this is no cut: the test fails in the end
                self._fallen.append(self._end(number))
            self._bots[number].kill()
            self.cuts.append(self._wire.get("/clock")["now"])
            self.kills += 1
            self._bots[number] = self._site.start(number)

    def _moment(self):
        """Wait for the seeded moment of the next cut; False where all is over before."""
        if self._chance.random() < EARLY:
            return not self._over.wait(self._chance.uniform(0, ON_THE_WAY))
        while not self._ups() > self._seen:
            if self._over.wait(0.02):
                return False
        self._seen = self._ups()
        return not self._over.wait(self._chance.uniform(0, AT_WORK))

    def _ups(self):
        """Count how often a copy came up, by its own log."""
        logs = self._site.folder.glob("copy-*/bot.log")
        return sum(log.read_bytes().count(UP) for log in logs)
