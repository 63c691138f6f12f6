"""A town in a storm: its weather, its people, and one quiet neighbour who now and then asks."""

import random
import threading
import time
from contextlib import suppress

from sandbox.wire import Refused, Wire
from tests.crash.crowd import GROUP, STAFF, Crowd, people

QUIET = 1004  # reports nothing, is told nothing: a resident who asks for help now and then
SECRETARY = 3001
TOPICS = ("电梯", "停车", "垃圾", "绿化")
FEW = 0.12  # of what is said to the group; a group takes twenty messages a minute
ALL_OVER = ("apply-then-drop", "drop-before-apply", "slow", "502", "429")
LASTING = {"kick": STAFF, "mute": GROUP, "block": None}
AROUND = (
    *LASTING,
    "deleted-topic",
    "clock-jump",
    "poison",
    "hostile",
    "duplicate",
    "swapped-lanes",
)
ALWAYS = {*ALL_OVER, "deleted-topic", "clock-jump", "poison", "hostile"}  # need no lucky moment
# in a long one these have their moment, too; the last by one way of hearing each
LONG_OVER = {*ALWAYS, *LASTING, "duplicate"}
HEARD_BY = {"polling": {"second-poller"}, "webhook": {"swapped-lanes"}}
# a second; with more of them nobody would poll (second pollers a storm keeps apart by itself)
ROUGH, RIVAL = 1.5, 0.15
TWICE = 0.3  # the share of the updates that are given a second time
LOOK = 0.05  # seconds
GIVEN_UP = 60.0


def town(folder):
    """Write the crowd's town with a forum for its residents and a plain group for its staff."""
    file = people(folder)
    told = file.read_text(encoding="utf-8")
    forum = f"id = {GROUP}\nforum = true\ntopics = {list(TOPICS)}\n".replace("'", '"')
    told = told.replace(f"id = {GROUP}\n", forum, 1)
    staff = f'id = {STAFF}\ntype = "supergroup"\n'
    assert staff in told
    file.write_text(told.replace(staff, f'id = {STAFF}\ntype = "group"\n'), encoding="utf-8")
    return file


class Townsfolk(Crowd):
    """A crowd that reports in private, in the group, and in the topics of its forum."""

    def __init__(self, address, seed):
        super().__init__(address, seed)
        self._where = random.Random(seed)

    def _says(self, who, chat, text):
        with self._lock:
            dice, topics = self._where.random(), self._open()
            topic = self._where.choice(topics) if topics and dice < FEW / 2 else None
        where = chat if dice < FEW else "private"
        self.wire.post(f"/people/{who}/say", chat=where, text=text, topic=topic)

    def _open(self):
        groups = {chat["id"]: chat for chat in self.wire.world()["chats"]}
        return [topic["id"] for topic in groups[GROUP]["topics"]]


class Weather:
    """Storms of every kind, from one seed; and the day that goes by under them."""

    def __init__(self, address, seed, *, seconds, rate):
        self.wire = Wire(address)
        self.seconds, self._rate = seconds, rate  # of one burst; faults a second
        self._chance = random.Random(seed)
        self.began = self.now()

    def now(self):
        """Return the civil time of the town, in hours."""
        return self.wire.get("/clock")["now"] / 3_600_000

    def rise(self):
        """Let everything befall the town for so long: the calls, the updates, the people."""
        self._storm(AROUND, self._rate)
        self._storm(ALL_OVER, ROUGH)
        self._storm(("second-poller",), RIVAL)
        for kind in ALL_OVER:
            odds = {"probability": 0.05, "seconds": self.seconds, "seed": self._seed()}
            self.wire.post("/faults", kind=kind, retry_after=1, delay=0.5, applied=True, **odds)

        again = {"probability": TWICE, "seconds": self.seconds, "seed": self._seed()}
        self.wire.post("/faults", kind="duplicate", **again)
        for kind, chat in LASTING.items():
            with suppress(Refused):  # is out, or silent, already
                self.wire.post("/faults", kind=kind, chat=chat, seconds=self.seconds / 3)

    def _storm(self, kinds, rate):
        told = {"seed": self._seed(), "kinds": list(kinds), "rate": rate}
        self.wire.post("/storm", **told, seconds=self.seconds)

    def hours_go_by(self, hours):
        """Push civil time on at once, whatever the bot is about; deleted topics grow anew.

        Only what was given to nobody is waited for: Telegram keeps it for a day, and no longer.
        """
        end = time.monotonic() + GIVEN_UP
        while self._ungiven() and time.monotonic() < end:
            time.sleep(LOOK)
        self.wire.post("/faults", kind="clock-jump", jump=int(3600 * hours))
        with suppress(Refused):
            self.wire.post(
                f"/chats/{GROUP}/topics", name=self._chance.choice(TOPICS), by=SECRETARY
            )

    def _ungiven(self):
        return any(one["fate"] == "waiting" for one in self.wire.get("/updates")["updates"])

    def calm(self):
        """End all of it."""
        self.wire.delete("/faults")

    def met(self):
        """Return how often each kind befell something."""
        return self.wire.get("/faults")["met"]

    def _seed(self):
        return self._chance.randrange(1, 1 << 31)


class Neighbour:
    """Asks, waits for the answer, asks again; `waits` are real seconds since Telegram gave it."""

    def __init__(self, address, pause):
        self.asked = 0
        self.waits = []  # where nothing was aimed at this chat
        self.troubled = []  # where a fault met it
        self._seen = {"calls": 0, "updates": 0}
        self._wire = Wire(address)
        self._pause = pause
        self._over = threading.Event()
        self._asking = threading.Thread(target=self._ask_on, name="neighbour", daemon=True)

    def __enter__(self):
        self._asking.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._asking.join()

    def _ask_on(self):
        while not self._over.wait(self._pause):
            with suppress(Refused):  # has blocked the bot, for the moment
                self._ask()

    def _ask(self):
        after, known = self._newest("calls"), self._newest("updates")
        told = self._wire.post(f"/people/{QUIET}/say", chat="private", text="/help")
        self.asked += 1
        given, end = None, time.monotonic() + GIVEN_UP
        while given is None and time.monotonic() < end:
            found = self._wire.get(f"/updates?after={known}")["updates"]
            mine = [one for one in found if _is(one["update"], told["message"])]
            if any(one["given"] for one in mine):
                given = time.monotonic()
            elif any(one["fate"] == "expired" for one in mine):
                return  # a day went by before anybody fetched it
            time.sleep(LOOK)
        if given is None:  # the bot has long ceased to ask
            self.waits.append(GIVEN_UP)
            return
        wait, calls = None, []
        while not _heard(calls) and time.monotonic() < given + GIVEN_UP:
            time.sleep(LOOK)
            new = self._wire.get(f"/calls?after={after}")["calls"]
            calls = [one for one in new if one["params"].get("chat_id") == QUIET]
            if wait is None and any(one["ok"] for one in calls):
                wait = time.monotonic() - given
        aimed = any(one["fault"] or _shut(one) for one in calls)
        (self.troubled if aimed else self.waits).append(GIVEN_UP if wait is None else wait)

    def _newest(self, name):
        new = self._wire.get(f"/{name}?after={self._seen[name]}")[name]
        self._seen[name] = max((one["id"] for one in new), default=self._seen[name])
        return self._seen[name]


def _is(update, message):
    told = update.get("message", {})
    return told.get("message_id") == message and told.get("chat", {}).get("id") == QUIET


def _heard(calls):
    """Tell whether the answer arrived and the bot knows it, or the door is shut."""
    return any((one["ok"] and one["answered"]) or _shut(one) for one in calls)


def _shut(call):
    return not call["ok"] and "blocked" in str(call["error"])
