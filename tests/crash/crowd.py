"""A seeded crowd: residents report, officers press what stands under their messages."""

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPException

from bot import demo
from sandbox.wire import Refused, Wire

GROUP, STAFF = -1001000000001, -1001000000002
OFFICERS = (2001, 2002, 2003, 2004, 3001, 3002)
BUSY = (2001, 2002) * 4  # who has most of the cases has most to press
RESIDENTS = tuple(range(1101, 1141))
MATTERS = {  # what is said, and the category that it is
    "{n}号楼电梯坏了两天没人修": "lift",
    "{n}号楼门口垃圾桶旁边堆满垃圾没人清运": "rubbish",
    "{n}号楼楼道灯不亮晚上看不清路": "street-light",
    "{n}号楼下水道堵塞污水返上来了": "drains",
    "{n}号楼前面乱停车把路都堵了": "parking",
    "{n}号楼旁边的树枝太长该修剪了": "greenery",
}
PICTURES = ("lift-broken", "garbage-pile", "dark-stairwell")
DIGITS = "甲乙丙丁戊己庚辛壬癸"
LIKED = {
    "接单": 12,
    "办结": 12,
    "转派": 9,
    "接收": 12,
    "不接": 6,
    "退单": 3,
    "看全部照片": 12,
    "提交": 4,
    "解决了": 8,
    "没有": 6,
    "部分": 3,
}
RECENT = 30
ANSWERS = ("to", "note", "bare")  # by which a talk about a step goes on
HANDS = 4
BREATH = 0.2  # seconds at most before a deed: who presses has read what came of the last
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
        time.sleep(chance.uniform(0, BREATH))
        deeds = (self._report, self._album, self._press, self._go_on, self._line)
        deed = chance.choices(deeds, (4, 1, 11, 5, 1))[0]
        # what the town refuses (a button gone meanwhile) is no deed; a press outlives a dead bot
        with suppress(Refused, HTTPException, TimeoutError):
            deed(chance)
            with self._lock:
                self.done += 1

    def mark(self):
        """Return what tells a text from all others that are said."""
        with self._lock:
            self.said += 1
            return f"记作{_word(self.said)}"

    def _report(self, chance):
        matter = chance.choice(list(MATTERS)).format(n=chance.randint(1, 6))
        self._says(chance.choice(RESIDENTS), GROUP, f"/report {matter}，{self.mark()}")

    def _album(self, chance):
        matter = chance.choice(list(MATTERS)).format(n=chance.randint(1, 6))
        self.shows(chance.choice(RESIDENTS), matter, self.mark())

    def shows(self, who, matter, mark):
        """Report in private with some photos at once, which Telegram gives out one by one."""
        for photo, text in zip(PICTURES, (f"/report {matter}，{mark}", "", ""), strict=True):
            told = {"text": text, "photo": photo, "album": mark}
            self.wire.post(f"/people/{who}/say", chat="private", **told)

    def _line(self, chance):
        """An officer writes a line: what was asked for, or a draft of his own."""
        self._writes(chance.choice(OFFICERS + BUSY))

    def _writes(self, who):
        self._says(who, "private", f"换好了，试过没有问题，{self.mark()}")

    def _press(self, chance):
        who = chance.choice(OFFICERS + BUSY + RESIDENTS[:16])
        buttons = self.buttons(who)
        if not buttons:
            self._report(chance)
            return
        weights = [LIKED.get(label, 1) for _, _, label, _ in buttons]
        message, data, *_ = chance.choices(buttons, weights)[0]
        self.presses(who, message, data)

    def _go_on(self, chance):
        """An officer who was asked something under his newest talk answers it."""
        who = chance.choice(OFFICERS + BUSY)
        asked = [each for each in self.buttons(who) if each[1].startswith("d:")]
        here = [each for each in asked if each[0] == asked[-1][0]]
        taps = [each for each in here if each[1].split(":")[2] in ANSWERS]
        if taps:
            self.presses(who, *chance.choice(taps)[:2])
        elif here:
            self._writes(who)
        else:
            self._press(chance)

    def buttons(self, who, mark=""):
        """Return what somebody may press in private: its message, what it carries, both texts."""
        found = self.wire.get(f"/people/{who}/chats/private/messages")["messages"][-RECENT:]
        return [
            (m["id"], b["data"], b["text"], m["text"])
            for m in found
            if mark in (m["text"] or "")
            for row in m["buttons"] or []
            for b in row
            if "data" in b
        ]

    def presses(self, who, message, data):
        """Press a button in private, and do not wait for what comes of it."""
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

    def newest(self):
        """Return the number of the newest update."""
        return self.wire.get("/updates")["updates"][-1]["id"]

    def unheard(self):
        """Count the updates that no bot has taken over yet."""
        told = self.wire.get("/updates")["updates"]
        return sum(each["fate"] == "waiting" for each in told)
