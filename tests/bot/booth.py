"""A secret ballot in a whole house on a file: who votes what, the close, and what is left lying.

As a program it closes the ballot in a house that another began, and dies where it is told to.
"""

import asyncio
import os
import random
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from bot import shredding
from bot.envelopes import Envelopes
from bot.overhearing import Ear
from bot.receiving import arrived
from bot.shredding import Shredding
from bot.ticks import Ticks
from governance.ballots.ballot import Ballot
from governance.ballots.bodies import BODIES
from governance.ballots.motion import MOTION
from governance.ballots.roll import Scope
from governance.ballots.states import BallotAction, Instrument
from governance.deliberations.states import TopicStatus
from governance.directory import Person
from governance.residents import Residency, Resident, ResidentStatus
from services.ballots import acting, sealing
from storage.further import asked
from storage.rows import ms
from storage.sealed import Sealed
from tests.bot import doors
from tests.bot.doors import BOT, MONDAY, NAME
from tests.governance.deliberations.matters import TALKED

CHEN = 3001
DAY = timedelta(days=1)
VOTERS = tuple(range(6001, 6041))
OPTIONS = ("for", "against")
LABELS = ("赞成", "反对")


async def polled(town):
    """Let Telegram be asked once more, and hold nothing."""
    at = ms(town.house.clock.now())
    await town.unit(lambda c: asked(c, at))


def choices(seed=5):
    """Return what each votes: half and half, in an order of its own."""
    each = [0, 1] * (len(VOTERS) // 2)
    random.Random(seed).shuffle(each)
    return dict(zip(VOTERS, each, strict=True))


@dataclass(frozen=True)
class Booth:
    """A house with a ballot, its folder of keys and its file."""

    town: doors.Town
    folder: Path
    keys: Envelopes
    address: str

    @property
    def house(self):
        return self.town.house

    async def unit(self, person, verb, *given):
        def unit(connection):
            name = f"b{self.house.clock.now()}{person}{verb.__name__}"
            work = self.house.work(connection, name, person, self.house.clock.now())
            return verb(work, *given)

        return await self.town.unit(unit)

    async def codes(self, person):
        def read(connection):
            shelf = self.house.shelf(connection)
            return sealing.codes(shelf, shelf.ballots.get(1), person)

        return await self.house.reader.run(read)

    async def arrival(self, number, person, option):
        """Return a press as it comes: the message above bears the buttons and their words."""
        codes = await self.codes(person)
        taps = [
            {"text": label, "callback_data": f"b:1:tap={code}"}
            for label, code in zip(LABELS, codes, strict=False)
        ]
        update = doors.press(f"b:1:tap={codes[option]}", chat=person, sender=person)
        update["callback_query"]["message"]["reply_markup"] = {"inline_keyboard": [taps]}
        return arrived({"update_id": number, **update}, Ear(BOT, NAME))

    async def vote(self, votes):
        """Let each press; return the toasts by person."""
        arrivals = [
            await self.arrival(100 + n, person, option)
            for n, (person, option) in enumerate(votes.items())
        ]
        made = await doors.walk(self.town, *arrivals)
        return {p: t for p, (_, t) in zip(votes, made.answers, strict=True)}

    async def close(self):
        """Let the time run out, and all that is due be done."""
        ticks = Ticks(self.house)
        self.house.clock.at = MONDAY + 8 * DAY
        for _ in range(4):
            await ticks.look()
            await polled(self.town)
            self.house.clock.at += timedelta(seconds=5)

    async def shred(self):
        await Shredding(self.house, self.address, self.keys).look()

    async def ballot(self):
        return await self.house.reader.run(lambda c: self.house.shelf(c).ballots.get(1))

    async def sealed(self, ask):
        return await self.house.reader.run(lambda c: ask(Sealed(c)))


@asynccontextmanager
async def open_house(folder, *, again=False, address=None):
    """Open a house on the file in a folder, or on a server that was laid out; `again` as it is."""
    keys = Envelopes(folder / "keys")
    where = address or f"sqlite+aiosqlite:///{folder / 'linli.db'}"
    async with doors.opened(folder, where if again or address else None) as town:
        house = replace(town.house, envelopes=keys)
        yield Booth(replace(town, house=house), folder, keys, where)


async def begin(booth):
    """Let everybody be registered and a secret ballot of the households be open for a week."""
    await booth.unit(0, _settle)
    await booth.unit(CHEN, acting.press, 1, BallotAction.SCHEDULE)
    await Ticks(booth.house).look()


def _settle(work):
    for n, person in enumerate(VOTERS):
        work.people.greet(Person(id=person, name=f"p{person}", language="zh-CN"))
        work.residents.save(
            Resident(
                person=person,
                building="b3",
                door=f"{100 + n}",
                residency=Residency.SETTLED,
                status=ResidentStatus.VERIFIED,
                adult=True,
                asked_at=MONDAY,
            )
        )
    since = {"discussed_from": MONDAY - 4 * DAY, "summarised_at": MONDAY - 3 * DAY}
    topic = replace(TALKED, status=TopicStatus.POLLING, at=MONDAY, **since)
    body = BODIES["residents-households"]
    work.ballots.add(
        Ballot(
            topic=work.topics.add(topic).id,
            question="电梯要不要装刷卡？",
            instrument=Instrument.DELIBERATIVE,
            method="motion",
            paper=MOTION,
            body=body.key,
            rule=body.rule,
            scope=Scope(kind=body.kind, buildings=frozenset({"b3"})),
            opens=MONDAY,
            closes=MONDAY + 7 * DAY,
            drafted_by="chen",
            secret=True,
        )
    )


async def _die(folder, where):
    """Close the ballot in this folder, and die as by a power cut."""
    async with open_house(Path(folder), again=True) as booth:
        if where == "before":
            spill = Sealed.spill

            def dying(self, *given):
                spill(self, *given)
                os._exit(9)

            Sealed.spill = dying
        await booth.close()
        if where == "between":
            shredding.rewrite = _exit
        if where != "after":
            await booth.shred()
        os._exit(9)


async def _exit(_address):
    os._exit(9)


if __name__ == "__main__":
    asyncio.run(_die(*sys.argv[1:]))
