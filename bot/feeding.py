"""Between the doors in and the lanes: a bounded window of raw updates, the rest in the inbox.

Within a lane nothing overtakes. A lane that has more than fits leaves the numbers of its updates
here, eight bytes each, and their texts in the inbox; the lanes with something left take turns, so
that a quiet one never stands behind a flood.

On SQLite one copy of the house does everything, and what comes in at its own door goes to the
lanes at once. On PostgreSQL other copies have doors too, so each looks into the inbox for what is
its own: a notice from the others only says when.
"""

import asyncio
from array import array
from collections import Counter, OrderedDict
from collections.abc import Iterable

import structlog

from bot.house import House
from bot.lanes import Lanes
from bot.rights import UNSHARED, Held, Rights
from storage import inbox
from storage.inbox import Arrival
from storage.leases import Lease
from storage.waits import came
from storage.writer import Lost, Overtaken

log = structlog.get_logger(__name__)
WINDOW = 256  # updates in the lanes
RESERVE = 128  # and so many presses more: who presses a button is waiting
EACH = 16  # of one lane
CHUNK = 64  # fetched at a time
KNOWN = 500  # of what a look brings
SECONDS = 1.0  # between two looks that nobody asked for
NUMBERS = 100_000  # left behind at most; beyond that the inbox alone knows
PRESS = '"callback_query"'
BEGINNING = 60  # characters of a raw update that hold its number and its kind


class Feed:
    """Hands updates to the lanes as they have room; `left` counts those that wait here."""

    def __init__(self, house: House, lanes: Lanes, rights: Rights = UNSHARED) -> None:
        self.left = 0
        self._house = house
        self._lanes = lanes
        self._rights = rights
        self._under: Lease | None = None
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
        if not self._rights.stand(self._under):
            return  # whoever takes the lanes over finds them in the inbox
        fitting: list[Arrival] = []
        for each in arrivals:
            if not self._stopped and self._fits(each):
                self._held += 1
                self._inside[each.lane] += 1
                fitting.append(each)
            else:
                self._leave(each.update_id, each.lane)
        self._lanes.arrive(fitting)

    def heard(self, arrivals: Iterable[Arrival]) -> None:
        """Take in what was kept already."""
        self.arrive(arrivals)
        self.kept()

    def kept(self) -> None:
        """Need nothing more once what arrived is kept: it went to the lanes before that."""

    async def resume(self) -> None:
        """Take up what the inbox holds from before, if the lanes are ours."""
        self._under = self._rights.of("")
        if not self._rights.stand(self._under):
            return
        self.left, self._meanwhile = 0, []
        self._behind.clear()
        try:
            # by the writer: what was to be kept before this is asked is there when it is answered
            found = await self._house.writer.submit(
                lambda c: inbox.waiting(c, self._house.bot_id, NUMBERS), under=self._under
            )
        finally:
            later, self._meanwhile = self._meanwhile, None
        self._beyond = False
        for number, lane in (*found, *later):
            self._leave(number, lane)
        self._beyond |= len(found) == NUMBERS

    def change(self) -> None:
        """Look whether the lanes are still ours, or have come to us."""
        self._wake.set()

    async def run(self) -> None:
        """Fetch what was left behind, a chunk at a time, until stopped."""
        while not self._stopped:
            self._wake.clear()
            try:
                await self._step()
            except Overtaken:
                continue  # the next step sees what is ours now
            except Lost:
                return  # the inbox keeps it for the next start

    def stop(self) -> None:
        """Hand over nothing more; what is left stays in the inbox."""
        self._stopped = True
        self._wake.set()

    async def _step(self) -> None:
        if not self._rights.stand(self._under):
            if self._rights.of("") is None:
                await self._wake.wait()
            else:
                await self.resume()
        elif self._beyond and not self.left and not self._held:
            await self.resume()
        elif chosen := self._choose():
            await self._fetch(chosen)
        else:
            await self._wake.wait()

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

    def _finished(self, held: Held) -> None:
        lane = held.arrival.lane
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
        numbers = [n for each in chosen.values() for n in each]
        self._held += len(numbers)
        found: list[Arrival] = []
        try:
            found = await self._read(numbers)
        finally:
            # what is not there any more was done meanwhile: it had come twice
            self._held -= len(numbers) - len(found)
        if self._stopped:
            return
        for lane, wanted in chosen.items():
            del self._behind[lane][: len(wanted)]
            self.left -= len(wanted)
            if not self._behind[lane]:
                del self._behind[lane]
        self._inside.update(each.lane for each in found)
        self._lanes.arrive(found)

    async def _read(self, numbers: list[int]) -> list[Arrival]:
        house = self._house
        return await house.writer.submit(
            lambda c: inbox.fetch(c, house.bot_id, numbers), under=self._under
        )


class Look(Feed):
    """Looks into the inbox for what is ours: the only way to it where other copies have doors."""

    def __init__(self, house: House, lanes: Lanes, rights: Rights) -> None:
        super().__init__(house, lanes, rights)
        self._known: dict[int, Lease] = {}  # what is in the lanes or waits here, and by what right
        self._due = True
        self._low = -1  # when so few are left, another look may find more

    def arrive(self, arrivals: Iterable[Arrival]) -> None:
        """Wait: what is not committed yet, no look can see."""

    def kept(self) -> None:
        """Look: what arrived is committed."""
        self.change()

    def change(self) -> None:
        """Look: something was kept, by us or by another copy, or is ours only now."""
        self._due = True
        self._wake.set()

    async def resume(self) -> None:
        """Take up what the inbox holds from before."""
        await self._look()

    async def _step(self) -> None:
        if self._due and len(self._known) < KNOWN:
            self._due = False
            await self._look()
        elif chosen := self._choose():
            await self._fetch(chosen)
        elif not await came(self._wake, SECONDS):
            self._due = True  # a notice may be lost: what is written is the truth

    async def _look(self) -> None:
        self._let_go()
        house, ours = self._house, self._rights.shards()
        if not ours:
            return
        known = list(self._known)
        found = await house.reader.run(
            lambda c: inbox.of_shards(
                c, house.bot_id, list(ours), known=known, each=2 * EACH, most=KNOWN
            )
        )
        for number, lane in found:
            lease = self._rights.of(lane)
            # one that came to us only now may have older updates that this look did not ask for
            if lease is not None and lease in ours.values():
                self._known[number] = lease
                self._leave(number, lane)
        self._low = len(self._known) // 2 if found else -1

    def _let_go(self) -> None:
        """Forget what waits here by a right that is no more."""
        for lane, numbers in list(self._behind.items()):
            if not all(self._rights.stand(self._known.get(n)) for n in numbers):
                del self._behind[lane]
                self.left -= len(numbers)
        self._known = {n: lease for n, lease in self._known.items() if self._rights.stand(lease)}

    def _finished(self, held: Held) -> None:
        number = held.arrival.update_id
        if self._known.get(number) == held.under:
            self._known.pop(number, None)
        super()._finished(held)
        if len(self._known) <= self._low:
            self.change()

    async def _read(self, numbers: list[int]) -> list[Arrival]:
        house = self._house
        found = await house.reader.run(lambda c: inbox.fetch(c, house.bot_id, numbers))
        for gone in set(numbers) - {each.update_id for each in found}:
            self._known.pop(gone, None)
        return found
