"""A seeded crowd: residents report, officers press what stands under their messages."""

import random
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPException

from bot import demo
from sandbox.wire import Refused, Wire

GROUP, STAFF = -1001000000001, -1001000000002
OFFICERS = (2001, 2002, 2003, 2004, 3001, 3002)
BUSY = (2001, 2002) * 4  # who has most of the cases has most to press
RESIDENTS = tuple(range(1101, 1141))
MATTERS = (
    "{n}号楼电梯坏了两天没人修",
    "{n}号楼门口垃圾桶旁边堆满垃圾没人清运",
    "{n}号楼楼道灯不亮晚上看不清路",
    "{n}号楼下水道堵塞污水返上来了",
    "{n}号楼前面乱停车把路都堵了",
    "{n}号楼旁边的树枝太长该修剪了",
)
DIGITS = "甲乙丙丁戊己庚辛壬癸"
LIKED = {"接单": 12, "办结": 12, "提交": 4, "解决了": 8, "没有": 6, "部分": 3}
RECENT = 30
HANDS = 4
PATIENCE = 60


def people(folder):
    """Write the example town with forty more residents; return its file."""
    told = demo.TOWN.read_text(encoding="utf-8")
    told = told.replace(
        "members = [1001,", f"members = [{', '.join(map(str, RESIDENTS))}, 1001,", 1
    )
    extra = (
        f'[[people]]\nid = {each}\nname = "居民{_word(each)}"\nrole = "居民"\n'
        'language = "zh-CN"\nstarted = true\n'
        for each in RESIDENTS
    )
    file = folder / "crowd.toml"
    file.write_text("\n".join([told, *extra]), encoding="utf-8")
    return file


def _word(number):
    """Write a number so that nobody takes it for a flat, a phone or a plate."""
    return "".join(DIGITS[int(digit)] for digit in str(number))


class Crowd:
    """Everybody in town, each deed drawn from a seed; `said` counts the reports that were made."""

    def __init__(self, address, seed):
        self.wire = Wire(address)
        self.chance = random.Random(seed)
        self.said = self.done = 0
        self._lock = threading.Lock()

    def live(self, deeds):
        """Do so many things, several people at once; return when the last is done."""
        seeds = [self.chance.getrandbits(32) for _ in range(deeds)]
        with ThreadPoolExecutor(HANDS) as hands:
            list(hands.map(self._deed, seeds))

    def _deed(self, seed):
        chance = random.Random(seed)
        deed = chance.choices((self._report, self._press, self._line), (5, 10, 2))[0]
        # what the town refuses (a button gone meanwhile) is no deed; a press outlives a dead bot
        with suppress(Refused, HTTPException, TimeoutError):
            deed(chance)
            with self._lock:
                self.done += 1

    def _report(self, chance):
        with self._lock:
            self.said += 1
            mark = _word(self.said)
        matter = chance.choice(MATTERS).format(n=chance.randint(1, 6))
        self._says(chance.choice(RESIDENTS), GROUP, f"/report {matter}，记作{mark}")

    def _line(self, chance):
        """An officer writes a line: what was asked for, or a draft of his own."""
        with self._lock:
            self.said += 1
            mark = _word(self.said)
        self._says(chance.choice(OFFICERS + BUSY), "private", f"换好了，试过没有问题，记作{mark}")

    def _press(self, chance):
        who = chance.choice(OFFICERS + BUSY + RESIDENTS[:16])
        found = self.wire.get(f"/people/{who}/chats/private/messages")["messages"][-RECENT:]
        buttons = [
            (m["id"], b["data"], b["text"])
            for m in found
            for row in m["buttons"] or []
            for b in row
            if "data" in b
        ]
        if not buttons:
            raise Refused("nothing to press")
        weights = [LIKED.get(label, 1) for _, _, label in buttons]
        message, data, _ = chance.choices(buttons, weights)[0]
        body = {"chat": "private", "message": message, "button": data, "wait": False}
        self.wire.post(f"/people/{who}/press", **body)

    def _says(self, who, chat, text):
        self.wire.post(f"/people/{who}/say", chat=chat, text=text)

    def rest(self):
        """Wait until the bot says that it has nothing left to do."""
        return bool(self.wire.get(f"/idle?timeout={PATIENCE}")["idle"])

    def later(self, hours):
        """Let it be later at once, whatever the bot is doing: what is due by then falls due."""
        self.wire.post("/faults", kind="clock-jump", jump=int(3600 * hours))

    @property
    def now(self):
        """The civil time, in UTC ms."""
        return self.wire.get("/clock")["now"]

    def unheard(self):
        """Count the updates that no bot has taken over yet."""
        told = self.wire.get("/updates")["updates"]
        return sum(each["fate"] == "waiting" for each in told)
