"""What the doors share: writer, reader, clock, and how a verb becomes a unit of work."""

import asyncio
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection
from telegram import Update, User

from bot.adopting import Doubles
from bot.clock import CivilClock
from bot.counting import Counts
from governance.ballots.envelope import Envelopes
from governance.directory import Community, Person
from governance.notices import Address
from governance.refusals import Refusal
from governance.sayings import Segmenter
from handlers.chats import ANSWER, OURS
from handlers.context import topic_of
from handlers.texts import DEFAULT, Library
from services import deliveries, meeting
from storage import inbox
from storage.leases import Lease
from storage.reader import Reader
from storage.roll import Roll
from storage.rows import moment
from storage.work import NOWHERE, Shelf, Work
from storage.writer import Writer, savepoint

R = TypeVar("R")
APOLOGY = "apology"
NOBODY = -1  # an update without a user; 0 is the clock


class Twice(Exception):
    """This update or alarm was done before; nothing is done again."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A verb was refused, and the commit holds the words of it."""

    refusal: Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who asks, and where a refusal is said; None where a toast says it."""

    person: Person
    answer: Address | None = None
    met: bool = True  # False where Telegram answers for somebody who asked before


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The parts that every door uses; only bot/app.py puts them together."""

    bot_id: int
    bot_name: str
    roll: Roll
    library: Library
    clock: CivilClock
    writer: Writer
    reader: Reader
    envelopes: Envelopes = NOWHERE
    operator: int | None = None
    segment: Segmenter = list
    counts: Counts = field(default_factory=Counts)
    doubles: Doubles = field(default_factory=Doubles)
    verifying: asyncio.Lock = field(default_factory=asyncio.Lock)  # one chain at a time

    @property
    def community(self) -> Community:
        """The community as it was last read."""
        return self.roll.newest

    @property
    def community_id(self) -> int:
        """The number of the community in this database."""
        return self.roll.id

    def who(self, update: Update) -> Who:
        """Recognise who asks; a pressed button is answered by a toast, all else by a message."""
        if update.update_id >= OURS:
            return _asker(update.api_kwargs[ANSWER])
        user = update.effective_user or User(id=NOBODY, first_name="", is_bot=False)
        language = self.library.known(user.language_code)
        person = Person(id=user.id, name=user.full_name, language=language)
        message = None if update.callback_query else update.effective_message
        if message is None:
            return Who(person=person)
        reply_to = message.message_id if message.chat_id < 0 else None
        topic = topic_of(message)
        here = Address(chat=message.chat_id, reply_to=reply_to, topic=topic)
        return Who(person=person, answer=here)

    def ask(
        self,
        update_id: int,
        who: Who,
        verb: Callable[..., R],
        words: Mapping[str, Any],
        *,
        under: Lease | None = None,
    ) -> asyncio.Future[R | Refused]:
        """Queue the unit of an update before returning; Twice if the update was done before.

        `under` is the lease of its lane's shard: Overtaken where that is somebody else's.
        """
        now = self.clock.now()

        def unit(connection: Connection) -> R | Refused:
            at = inbox.done(connection, self.bot_id, update_id)
            if at is None:
                raise Twice
            work = self.work(connection, f"u{update_id}", who.person.id, now)
            work.heard, work.order = moment(at), update_id
            if who.person.id != NOBODY and who.met:
                work.people.greet(who.person)
            if who.met and who.answer and who.answer.chat > 0:
                meeting.first(work, verb)
            return attempt(work, who, verb, words)

        return self.writer.submit(unit, under=under)

    def bury(
        self, update_id: int, who: Who | None, error: str, *, under: Lease | None = None
    ) -> asyncio.Future[None]:
        """Make an update a dead letter, and say sorry to whoever waits for an answer."""
        now = self.clock.now()

        def unit(connection: Connection) -> None:
            if not inbox.bury(connection, self.bot_id, update_id, error):
                return
            work = self.work(connection, f"u{update_id}", who.person.id if who else 0, now)
            work.alarm("dead-letter", f"update:{update_id}")
            if who and who.answer:
                deliveries.notice(work, APOLOGY, who.answer, reader=who.person.id)

        return self.writer.submit(unit, under=under)

    def work(self, connection: Connection, unit: str, person: int, now: datetime) -> Work:
        """Begin the work of one unit."""
        return Work(connection, self.roll, self.envelopes, unit=unit, person=person, now=now)

    def shelf(self, connection: Connection) -> Shelf:
        """Open what can be read."""
        return Shelf(connection, self.roll, self.envelopes)


def _asker(told: Mapping[str, Any]) -> Who:
    """Recognise on whose behalf Telegram was asked; what cannot stand in the group is private."""
    person = Person(id=told["by"], name="", language=DEFAULT)
    private = Address(chat=person.id) if person.id > 0 else None
    here = Address(
        chat=told["chat"], reply_to=told["message"], topic=told["topic"], instead=private
    )
    return Who(person=person, answer=here if private else None, met=False)


def attempt(work: Work, who: Who, verb: Callable[..., R], words: Mapping[str, Any]) -> R | Refused:
    """Do a verb; a refusal undoes it alone, and is told in the same commit."""
    try:
        with savepoint(work.connection):
            return verb(work, **words)
    except Refusal as refusal:
        if who.answer:
            deliveries.notice(
                work, refusal.key, who.answer, reader=who.person.id, facts=refusal.facts
            )
        return Refused(refusal)


def place(error: BaseException) -> str:
    """Name an error and where it arose; its words may hold what people wrote."""
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = f" at {last[0].filename}:{last[0].lineno}" if last else ""
    return f"{type(error).__name__}{where}"
