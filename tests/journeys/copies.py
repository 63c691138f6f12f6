"""Several copies of the bot over one database and one sandbox; any may be stopped or killed."""

import os
import signal
import time
from collections import Counter
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy.exc import OperationalError

from bot import demo
from sandbox.client import Town
from storage.database import writing
from tests.bases import change, look

LEASE = 4.0  # seconds: short, and a busy machine still renews it in time
PATIENCE = 30.0


class Copies(Town):
    """A town whose bot is many."""

    def __init__(self, address, folder, database):
        super().__init__(address)
        self.address, self.folder, self.database = address, folder, database
        self.bots = {}

    def start(self, name, lease=LEASE):
        """Start a copy of its own state, and wait until it is up."""
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        env = demo.environment(
            folder, self.address, pace="unlimited", api=self.address, community=demo.COMMUNITY
        )
        more = {"LINLI_DATABASE_URL": self.database, "LINLI_LEASE_SECONDS": f"{lease:g}"}
        log = folder / "bot.log"
        self.bots[name] = demo.Process("bot", "run", env=env | more, log=log)
        self.until(lambda: "bot.up" in log.read_text(encoding="utf-8"))

    def log(self, name):
        return (self.folder / name / "bot.log").read_text(encoding="utf-8")

    def freeze(self, name):
        """Stop a copy; of a file, not in the midst of a commit: nobody could stand in for it."""
        self.stop(name)
        while not self.free():
            self.thaw(name)
            time.sleep(0.01)
            self.stop(name)

    def stop(self, name):
        """Stop a copy, and wait until each of its threads stands: one may be in a system call."""
        pid = self.bots[name].child.pid
        os.kill(pid, signal.SIGSTOP)
        try:
            os.waitid(os.P_PID, pid, os.WSTOPPED)
        except ChildProcessError:  # forked by the nursery, whose child it is
            self.until(lambda: stands(pid))

    def free(self):
        """Whether the file of the database can be written to; a server sees to it by itself."""
        if not self.database.startswith("sqlite"):
            return True
        engine = writing(self.database, busy_ms=200)
        try:
            with engine.begin():
                return True
        except OperationalError:
            return False
        finally:
            engine.dispose()

    def thaw(self, name):
        os.kill(self.bots[name].child.pid, signal.SIGCONT)

    def kill(self, name):
        self.bots.pop(name).kill()

    def close(self):
        for name, bot in self.bots.items():
            with suppress(ProcessLookupError):
                self.thaw(name)
            bot.stop()

    def rows(self, question):
        return look(self.database, question)

    def hand(self, name):
        """Give every lease to a copy, as if it had taken them while their holder slept."""
        [holder] = {line.split("holder=")[1].split()[0] for line in self._changes(name)}
        held = f"update leases set holder='{holder}', epoch=epoch+1 where name not like 'copy:%'"
        change(self.database, held)

    def free_leases(self):
        """Give back what was handed to a copy that never knew of it, and so gave nothing back."""
        change(self.database, "update leases set holder='', until=0")

    def last(self, name):
        """Return the last line in which a copy says what it holds."""
        return self._changes(name)[-1]

    def _changes(self, name):
        return [line for line in self.log(name).splitlines() if "lease.changed" in line]

    def until(self, question):
        """Wait until something is so; the test fails where it never is."""
        end = time.monotonic() + PATIENCE
        while not question():
            assert time.monotonic() < end, "it did not come about"
            time.sleep(0.05)

    def settled(self, cases):
        """Whether so many cases are there and everything is done and told."""
        return (
            self.rows("select count(*) from cases") == [(cases,)]
            and self.rows("select count(*) from inbox where status = 'open'") == [(0,)]
            and self.rows("select count(*) from outbox where status in ('waiting', 'claimed')")
            == [(0,)]
        )

    def holder(self, kind):
        """Return who holds the lease of a kind, by the name of the copy."""
        [(holder,)] = self.rows(f"select holder from leases where name like '{kind}:%'")
        return next((n for n in self.bots if f"holder={holder}" in self.log(n)), None)

    def copies(self):
        """Count the copies that are known to live; one that slept is, from its next beat on."""
        [(count,)] = self.rows("select count(*) from leases where name like 'copy:%'")
        return count

    def told(self, method="sendMessage"):
        """Count what was sent, by chat and first line, as the sandbox itself heard it."""
        calls = self.get("/calls")["calls"]
        return Counter(
            (call["params"]["chat_id"], call["params"]["text"].split("\n", 1)[0])
            for call in calls
            if call["method"] == method and call["ok"]
        )


def stands(pid):
    """Whether each thread of a process is stopped (Linux)."""
    found = Path(f"/proc/{pid}/task").glob("*/stat")
    return all(each.read_text().rpartition(")")[2].split()[0] == "T" for each in found)


@contextmanager
def copies(folder, database, start):
    with demo.sandbox(folder, start=start) as address:
        town = Copies(address, folder, database)
        try:
            yield town
        finally:
            town.close()
