"""A house on a real SQLite file, with a scripted Telegram outside its doors."""

import asyncio
import json
from collections import deque
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import delete, select, update

from bot.clock import CivilClock
from bot.house import House
from bot.lanes import Lanes
from bot.pacing import Pace, Pacer
from bot.sending import Sender
from config.community import read
from governance.categories import Reading
from governance.directory import Person
from governance.notices import Address, Delivery, Kind
from handlers.texts import Library
from services.cases import reporting
from services.hearing import Heard
from storage import audit, dialogues, directory, inbox, outbox, roll
from storage.cards import CARDS
from storage.database import writing
from storage.outbox import OUTBOX
from storage.reader import Reader
from storage.roll import Roll
from storage.rows import ms
from storage.writer import Writer
from tests.bases import lay_out

ROOT = Path(__file__).parents[2]
COMMUNITY = read(ROOT / "config" / "community.example.toml")
LIBRARY = Library(ROOT / "config" / "locales")
MONDAY = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)  # 09:00 in Shanghai
BOT, NAME = 7000000001, "linli_bot"
GROUP, STAFF = -1001000000001, -1001000000002
LI, ZHANG, WANG = 5001, 5002, 2001
PUT = ms(MONDAY)
SAID = "三号楼电梯坏了两天没人修"
NOTHING = Reading(category=None, building=None)
LIFT = Reading(category="lift", building="b3")
SHEET = "worksheet:1:wang:1"
TABLES = (audit.AUDIT, dialogues.DIALOGUES, directory.PEOPLE, inbox.DUES, inbox.INBOX, OUTBOX)


class Still(CivilClock):
    """A clock that stands where it is put."""

    def __init__(self):
        super().__init__()
        self.at = MONDAY

    def now(self):
        return self.at


class Caller:
    """Answers each call by the next line of its script; then as Telegram does when all is well."""

    def __init__(self):
        self.calls, self.script, self.count = [], deque(), 100
        self.most, self.now = 0, 0
        self.open, self.called = asyncio.Event(), asyncio.Event()
        self.open.set()

    async def call(self, method, params):
        self.calls.append((method, dict(params)))
        self.now += 1
        self.most = max(self.most, self.now)
        self.called.set()
        try:
            await self.open.wait()
        finally:
            self.now -= 1
        told = self.script.popleft() if self.script else None
        if isinstance(told, Exception):
            raise told
        self.count += 1
        message = params.get("message_id", self.count)
        return {"message_id": message, "chat": {"id": params.get("chat_id")}}

    async def asked(self, times):
        """Wait until so many calls were made."""
        while len(self.calls) < times:
            self.called.clear()
            await self.called.wait()


@dataclass(frozen=True)
class Town:
    """A house, and ways to put something into it and to look at what became of it."""

    house: House
    stirred: asyncio.Event
    listeners: list

    async def unit(self, verb):
        return await self.house.writer.submit(verb)

    async def put(self, *deliveries, at=PUT):
        def all_of_them(connection):
            for number, each in enumerate(deliveries):
                key = f"t{len(outbox_rows(connection))}:{number}"
                outbox.put(connection, each, dedupe=key, at=at)

        await self.unit(all_of_them)

    async def met(self, *people):
        def greet(connection):
            for person in people:
                directory.People(connection).greet(Person(id=person, name="", language="zh-CN"))

        await self.unit(greet)

    async def report(self):
        """File a case by its verb; of what it tells only the worksheet is left waiting."""

        def verb(connection):
            work = self.house.work(connection, "report", LI, self.house.clock.now())
            work.people.greet(Person(id=LI, name="李秀芬", language="zh-CN"))
            heard = Heard(text=SAID, photo="", chat=GROUP, message=7, reading=LIFT)
            case = reporting.report(work, heard)
            receipt = OUTBOX.c.words == "receipt"
            connection.execute(update(OUTBOX).where(receipt).values(status="sent"))
            connection.execute(delete(CARDS).where(CARDS.c.subject.startswith("receipt")))
            return case

        return await self.unit(verb)

    async def alter(self, table, **values):
        await self.unit(lambda c: c.execute(update(table).values(**values)))

    async def rows(self, *columns):
        question = select(*columns).order_by(columns[0].table.primary_key.columns[0])
        return [tuple(row) for row in await self.house.reader.all(question)]

    async def fates(self):
        return await self.rows(OUTBOX.c.words, OUTBOX.c.status)

    async def cards(self):
        return await self.rows(CARDS.c.subject, CARDS.c.chat, CARDS.c.message)

    async def until(self, question):
        """Wait until rows are as asked: looked at again after every commit."""
        async with asyncio.timeout(5):
            while True:
                self.stirred.clear()
                if await self.house.reader.run(question):
                    return
                await self.stirred.wait()

    async def settled(self):
        await self.until(lambda c: outbox.open_count(c) == 0)

    async def tried(self, times=1):
        await self.until(lambda c: max(row.tries for row in outbox_rows(c)) >= times)


def outbox_rows(connection):
    return connection.execute(select(OUTBOX)).all()


@asynccontextmanager
async def opened(folder, migrated=None):
    """Put a house together over the database there, or a fresh one; listeners hear commits."""
    address = migrated or f"sqlite+aiosqlite:///{folder / 'linli.db'}"
    engine, stirred, listeners = writing(address), asyncio.Event(), []
    if migrated is None:
        lay_out(engine)
    listeners.append(stirred.set)
    writer = Writer(engine, after_commit=lambda _: [hear() for hear in listeners])
    number = await writer.submit(lambda c: directory.community(c, COMMUNITY.key))
    await writer.submit(lambda c: roll.seed(c, number, COMMUNITY, 0))
    enrolled = Roll(COMMUNITY, number)
    await writer.submit(enrolled.read)
    reader = Reader(address, readers=2)
    house = House(
        bot_id=BOT,
        bot_name=NAME,
        roll=enrolled,
        library=LIBRARY,
        clock=Still(),
        writer=writer,
        reader=reader,
    )
    try:
        yield Town(house, stirred, listeners)
    finally:
        await writer.close()
        await reader.close()
        engine.dispose()


@asynccontextmanager
async def sending(town, caller):
    """Let a sender carry until the block ends."""
    async with asyncio.TaskGroup() as tasks:
        sender = Sender(town.house, caller, Pacer(Pace.unlimited()), tasks, town.stirred.set)
        sender._stir = lambda: (town.stirred.set(), sender.wake())
        town.listeners.append(sender.wake)
        running = tasks.create_task(sender.run())
        try:
            yield sender
        finally:
            town.listeners.remove(sender.wake)
            sender.stopping = True
            caller.open.set()
            sender.wake()
            await running
            await sender.landed()


def notice(key="nothing-to-stop", **more):
    given = {"key": key, "kind": Kind.NOTICE, "address": Address(chat=LI), "reader": LI} | more
    return Delivery(**given)


def sheet():
    """Return the worksheet of the case that Town.report files, to be drawn anew."""
    address = Address(chat=WANG, instead=Address(chat=STAFF))
    return notice("worksheet", kind=Kind.CARD, subject=SHEET, address=address, reader=WANG)


def elsewhere(delivery, chat, instead=None):
    return replace(delivery, address=Address(chat=chat, instead=instead and Address(chat=instead)))


def person(number=LI, **more):
    return {"id": number, "is_bot": False, "first_name": f"p{number}", **more}


def message(text="", *, chat=LI, sender=LI, number=7, **more):
    """Return a message as Telegram's JSON has it, a command marked as one."""
    kind = "private" if chat > 0 else "supergroup"
    told = {
        "message_id": number,
        "date": ms(MONDAY) // 1000,
        "chat": {"id": chat, "type": kind, "title": "群", "first_name": "p"},
        "from": person(sender),
    }
    field, marks = ("caption", "caption_entities") if "photo" in more else ("text", "entities")
    if text:
        told[field] = text
    if text.startswith("/"):
        length = len(text.split(maxsplit=1)[0])
        told[marks] = [{"type": "bot_command", "offset": 0, "length": length}]
    return told | more


def press(data, *, chat=LI, sender=LI, card=7):
    under = message("card", chat=chat, number=card) | {"from": person(BOT, is_bot=True)}
    query = {"id": "q1", "from": person(sender), "chat_instance": "1", "message": under}
    return {"callback_query": query | {"data": data}}


def arrival(number, update, lane="chat:1"):
    return inbox.Arrival(number, lane, json.dumps({"update_id": number, **update}))


async def keep(town, *arrivals):
    """Write updates down as the receiver does."""
    at = ms(town.house.clock.now())
    await town.unit(lambda c: inbox.keep(c, BOT, at, arrivals))
    return list(arrivals)


class Answers:
    """Remembers the toasts."""

    def __init__(self):
        self.given = []

    async def answer(self, query, toast):
        self.given.append((query, toast))


@asynccontextmanager
async def working(town, reading=NOTHING, patience=5):
    """Open the lanes, which understand every text so; at the end wait until they are quiet."""
    answers, stirred = Answers(), []
    async with asyncio.TaskGroup() as tasks:
        made = Lanes(
            town.house, tasks, answers, lambda _: reading, lambda: stirred.append(made.busy)
        )
        made.answers, made.stirred = answers.given, stirred
        yield made
        async with asyncio.timeout(patience):
            await made.quiet()


async def walk(town, *arrivals):
    """Keep updates, let the lanes do them, and return the lanes."""
    await keep(town, *arrivals)
    async with working(town) as made:
        made.arrive(list(arrivals))
    return made
