"""What somebody in the crowd does on purpose, so that it surely happens under fire."""

import re
import threading
import time
from collections import Counter
from contextlib import suppress
from http.client import HTTPException

from sandbox.wire import Refused
from tests.crash.crowd import GROUP, RESIDENTS

WORKER, OTHER, CHAIR, RESIDENT = 2001, 2003, 3001, RESIDENTS[0]
ROAD = (  # who presses what; a button of the case, or of the talk that was opened last
    (WORKER, "看全部照片"),
    (WORKER, "转派"),
    (WORKER, "周姐"),
    (WORKER, "我不在岗"),
    (OTHER, "接收"),
    (OTHER, "办结"),
    (OTHER, "没有照片"),
    (OTHER, ""),
    (RESIDENT, "解决了"),
)
RIGHTING = (  # the desk finds that it was another house, where another works
    (WORKER, "需支援"),
    (WORKER, ""),
    (CHAIR, "更正"),
    (CHAIR, "地点"),
    (CHAIR, "1号楼"),
    (CHAIR, ""),
)
NUMBER = re.compile(r"#\d+ ")
LOOK = 0.05  # seconds
PLACES = {"3号楼": WORKER, "1号楼": 2002}


class Errand:
    """One case after another, each seen from report to verdict and handed over on the way."""

    def __init__(self, crowd, patience=6.0, road=ROAD):
        self.done = 0
        self._crowd, self._patience, self._road = crowd, patience, road
        self._over = threading.Event()
        self._going = threading.Thread(target=self._go, name="errand", daemon=True)

    def __enter__(self):
        self._going.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._going.join()

    def _go(self):
        while not self._over.is_set():
            with suppress(Refused, HTTPException, TimeoutError):  # a button is gone meanwhile
                self.done += self.once() is None

    def once(self):
        """See one case through; where life came between return the button that never stood."""
        mark = self._crowd.mark()
        self._crowd.shows(RESIDENT, "3号楼电梯坏了两天没人修", mark)
        if not (sheet := self._await(WORKER, "接单", mark)):
            return WORKER, "接单"
        self._crowd.presses(WORKER, *sheet[:2])
        case, talk = sheet[2], set()
        for who, label in self._road:
            if not label and self._asked(who, case, talk):
                self._says(who, "private", f"门机换好了，{self._crowd.mark()}")
            elif label and (found := self._await(who, label, case)):
                talk = self._talk(who, case)
                self._crowd.presses(who, *found[:2])
            else:
                return who, label
        return None

    def _talk(self, who, case):
        """Return how the talks about a case stand before somebody."""
        return {each for each in self._crowd.buttons(who, case) if each[1].startswith("d:")}

    def _asked(self, who, case, before):
        """Wait for the question: a line that is written before it is asked for may overtake it."""
        end = time.monotonic() + self._patience
        while not (asked := self._talk(who, case) - before) and time.monotonic() < end:
            time.sleep(LOOK)
        return asked

    def _says(self, who, chat, text):
        self._crowd.wire.post(f"/people/{who}/say", chat=chat, text=text)

    def _await(self, who, label, mark):
        """Return where a button stands, what it carries, and of which case, as soon as it does."""
        end = time.monotonic() + self._patience
        while time.monotonic() < end and not self._over.is_set():
            for message, data, words, text in reversed(self._crowd.buttons(who, mark)):
                if words == label:
                    return message, data, NUMBER.search(text)[0]
            time.sleep(LOOK)
        return None


def twice(crowd, settle):
    """Let a worksheet of each worker arrive unheard, so that it comes again; press the first.

    `settle` waits until both have come.
    """
    for place, worker in PLACES.items():
        crowd.wire.post("/faults", kind="apply-then-drop", method="sendMessage", chat=worker)
        text = f"/report {place}前面乱停车把路都堵了，{crowd.mark()}"
        crowd.wire.post(f"/people/{RESIDENT}/say", chat=GROUP, text=text)
    settle()
    for worker in PLACES.values():
        known = Counter(data for _, data, *_ in crowd.buttons(worker))
        for message, data, *_ in crowd.buttons(worker):
            if data.endswith(":accept") and known.pop(data, 0) > 1:
                crowd.presses(worker, message, data)
