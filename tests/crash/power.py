"""The power supply: bots that are cut off at seeded moments and started again."""

import random
import threading

from bot import demo

EARLY = 0.2  # the share of the cuts that strike a bot on its way up
AT_WORK, ON_THE_WAY = 1.5, 1.0  # seconds, at most
UP = b"bot.up"


class Power:
    """Keeps copies of a bot running, and cuts one off whenever its time has come."""

    def __init__(self, folder, address, seed, *, kills, copies=1, settings=None):
        self.kills = self._seen = 0
        self._folder, self._address, self._most = folder, address, kills
        self._settings = settings or {}
        self._chance = random.Random(seed)
        self._bots = [self._start(number) for number in range(copies)]
        self._over = threading.Event()
        self._cutting = threading.Thread(target=self._cut, name="power", daemon=True)

    def __enter__(self):
        self._cutting.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._cutting.join()
        for bot in self._bots:
            bot.stop()

    @property
    def spent(self):
        """Whether every cut was made."""
        return self.kills >= self._most

    def quiet(self):
        """Cut nothing off any more."""
        self._over.set()
        self._cutting.join()

    def dead(self):
        """Return what the bots said that ended by themselves."""
        return [said for bot in self._bots if (said := bot.ended(0)) is not None]

    def _cut(self):
        while not self.spent and self._moment():
            number = self._chance.randrange(len(self._bots))
            self._bots[number].kill()
            self.kills += 1
            self._bots[number] = self._start(number)

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
        logs = self._folder.glob("copy-*/bot.log")
        return sum(log.read_bytes().count(UP) for log in logs)

    def _start(self, number):
        home = self._folder / f"copy-{number}"
        home.mkdir(exist_ok=True)
        plain = demo.environment(
            self._folder,
            self._address,
            pace="unlimited",
            api=self._address,
            community=demo.COMMUNITY,
        )
        env = {**plain, "LINLI_STATE": str(home), **self._settings}
        return demo.Process("bot", "run", env=env, log=home / "bot.log")
