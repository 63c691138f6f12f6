"""Between the doors in and the lanes: a bounded window of raw updates, the rest in the inbox.

Within a lane nothing overtakes. A lane that has more than fits leaves the numbers of its updates
here, eight bytes each, and their texts in the inbox; the lanes with something left take turns, so
that a quiet one never stands behind a flood.
"""

import asyncio
from array import array
from collections import Counter, OrderedDict
from collections.abc import Iterable

import structlog

from bot.house import House
from bot.lanes import Lanes
from storage import inbox
from storage.inbox import Arrival
from storage.writer import Lost

log = structlog.get_logger(__name__)
WINDOW = 256  # updates in the lanes
RESERVE = 128  # and so many presses more: who presses a button is waiting
EACH = 16  # of one lane
CHUNK = 64  # fetched at a time
NUMBERS = 100_000  # left behind at most; beyond that the inbox alone knows
PRESS = '"callback_query"'
BEGINNING = 60  # characters of a raw update that hold its number and its kind


class Feed:
    """Hands updates to the lanes as they have room; `left` counts those that wait here."""

    def __init__(self, house: House, lanes: Lanes) -> None:
        self.left = 0
        self._house = house
        self._lanes = lanes
        self._held = 0  # in the lanes, or being fetched for them
        self._inside: Counter[str] = Counter()
        self._behind: OrderedDict[str, array[int]] = OrderedDict()  # in the order of their turns
        self._beyond = False
        self._meanwhile: list[tuple[int, str]] | None = None
        self._stopped = False
        self._wake = asyncio.Event()
        lanes.finished = self._finished

    def arrive(self, arrivals: Iterable[Arrival]) -> None:
        """Take updates in, in the order of arrival; each is kept, or its keeping is queued."""
        fitting: list[Arrival] = []
        for each in arrivals:
            if not self._stopped and self._fits(each):
                self._held += 1
                self._inside[each.lane] += 1
                fitting.append(each)
            else:
                self._leave(each.update_id, each.lane)
        self._lanes.arrive(fitting)

    async def resume(self) -> None:
        """Take up what the inbox holds from before."""
        self._beyond, self._meanwhile = False, []
        # by the writer: what was to be kept before this is asked is there when it is answered
        found = await self._house.writer.submit(
            lambda c: inbox.waiting(c, self._house.bot_id, NUMBERS)
        )
        later, self._meanwhile = self._meanwhile, None
        for number, lane in (*found, *later):
            self._leave(number, lane)
        self._beyond |= len(found) == NUMBERS

    async def run(self) -> None:
        """Fetch what was left behind, a chunk at a time, until stopped."""
        try:
            while not self._stopped:
                self._wake.clear()
                if self._beyond and not self.left and not self._held:
                    await self.resume()
                elif chosen := self._choose():
                    await self._fetch(chosen)
                else:
                    await self._wake.wait()
        except Lost:
            return  # the inbox keeps it for the next start

    def stop(self) -> None:
        """Hand over nothing more; what is left stays in the inbox."""
        self._stopped = True
        self._wake.set()

    def _fits(self, arrival: Arrival) -> bool:
        if self._beyond or self._meanwhile is not None or arrival.lane in self._behind:
            return False
        room = WINDOW + (RESERVE if PRESS in arrival.raw[:BEGINNING] else 0)
        return self._held < room and self._inside[arrival.lane] < EACH

    def _leave(self, number: int, lane: str) -> None:
        if self._meanwhile is not None:
            self._meanwhile.append((number, lane))
        elif self.left >= NUMBERS:
            self._beyond = True
        elif not self._beyond:
            self.left += 1
            self._behind.setdefault(lane, array("q")).append(number)
            self._wake.set()

    def _finished(self, lane: str) -> None:
        self._held -= 1
        self._inside[lane] -= 1
        if not self._inside[lane]:
            del self._inside[lane]
        if self.left or self._beyond:
            self._wake.set()

    def _choose(self) -> dict[str, list[int]]:
        """Choose what comes next, the lanes in turn, once there is room for a chunk of it."""
        room = WINDOW - self._held
        chosen: dict[str, list[int]] = {}
        if room < CHUNK:
            return chosen
        room = CHUNK
        for _ in range(len(self._behind)):
            lane = next(iter(self._behind))
            self._behind.move_to_end(lane)
            fits = min(EACH - self._inside[lane], room)
            if self._inside[lane] <= EACH // 2 and fits > 0:
                chosen[lane] = self._behind[lane][:fits].tolist()
                room -= len(chosen[lane])
            if not room:
                break
        return chosen

    async def _fetch(self, chosen: dict[str, list[int]]) -> None:
        """Hand chosen updates over; until then their lanes count as behind, in order."""
        house, numbers = self._house, [n for each in chosen.values() for n in each]
        self._held += len(numbers)
        found = await house.writer.submit(lambda c: inbox.fetch(c, house.bot_id, numbers))
        if self._stopped:
            return
        for lane, wanted in chosen.items():
            del self._behind[lane][: len(wanted)]
            self.left -= len(wanted)
            if not self._behind[lane]:
                del self._behind[lane]
        # what is not there any more was done meanwhile: it had come twice
        self._held -= len(numbers) - len(found)
        self._inside.update(each.lane for each in found)
        self._lanes.arrive(found)
