"""One unit of work over one connection: it satisfies the services' ports."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

from governance import delegates
from governance.ballots.envelope import Envelopes, NoEnvelopes
from governance.directory import THE_CLOCK, THE_OPERATOR, Actor, Community
from governance.notices import Address, Delivery
from storage import alarms, audit, cards, further, inbox, moving, outbox, roll
from storage.absences import Absences
from storage.anchors import Anchors
from storage.attachments import Attachments
from storage.attention import Attention
from storage.ballots import Ballots
from storage.cases import Cases, Desks
from storage.chats import Chats
from storage.dialogues import Dialogues
from storage.directory import People
from storage.disclosures import Disclosures
from storage.flats import Flats
from storage.forgetting import Traces
from storage.fourstep import Tracks
from storage.grants import Grants
from storage.mediation import Disputes
from storage.meetings import Meetings, Soundings
from storage.papers import Papers
from storage.programme import Programme
from storage.reach import Reach
from storage.readings import Readings
from storage.relays import Relays
from storage.reminders import Reminders
from storage.replies import Referrals, Replies
from storage.residents import Residents
from storage.resolutions import Resolutions
from storage.roll import Roll
from storage.rows import ms
from storage.sealed import Sealed
from storage.statements import Statements
from storage.supervision import Measures
from storage.topics import Topics
from storage.trail import Trail
from storage.urgent import Urgents

T = TypeVar("T")
NAMELESS = {THE_CLOCK.id: THE_CLOCK, THE_OPERATOR.id: THE_OPERATOR}
NOWHERE = NoEnvelopes()
PSEUDONYMS = {THE_CLOCK.id: "clock", THE_OPERATOR.id: "operator"}


class Part(Generic[T]):
    """One part of a shelf, made when it is first asked for: a unit asks for few of them.

    As functools.cached_property, which takes a lock each time before Python 3.12.
    """

    def __init__(self, make: Callable[["Shelf"], T]) -> None:
        self._make = make
        self._name = ""

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, shelf: "Shelf", _owner: type) -> T:
        made = shelf.__dict__[self._name] = self._make(shelf)
        return made


class Shelf:
    """What can be read, of one community."""

    connection: Connection
    roll: Roll

    people = Part(lambda s: People(s.connection))
    cases = Part(lambda s: Cases(s.connection, s.roll.id, s.roll.plan.key))
    desks = Part(lambda s: Desks(s.connection, s.roll.id, s.cases))
    relays = Part(lambda s: Relays(s.connection))
    absences = Part(lambda s: Absences(s.connection, s.roll.id))
    dialogues = Part(lambda s: Dialogues(s.connection))
    disputes = Part(lambda s: Disputes(s.connection, s.roll.id, s.roll.plan.key))
    topics = Part(lambda s: Topics(s.connection, s.roll.id))
    statements = Part(lambda s: Statements(s.connection))
    ballots = Part(lambda s: Ballots(s.connection, s.roll.id))
    sealed = Part(lambda s: Sealed(s.connection))
    flats = Part(lambda s: Flats(s.connection, s.roll.id))
    attention = Part(lambda s: Attention(s.connection, s.roll.id))
    urgents = Part(lambda s: Urgents(s.connection, s.roll.id))
    meetings = Part(lambda s: Meetings(s.connection, s.roll.id))
    soundings = Part(lambda s: Soundings(s.connection, s.roll.id))
    tracks = Part(lambda s: Tracks(s.connection, s.roll.id))
    resolutions = Part(lambda s: Resolutions(s.connection, s.roll.id))
    replies = Part(lambda s: Replies(s.connection))
    reminders = Part(lambda s: Reminders(s.connection))
    referrals = Part(lambda s: Referrals(s.connection))
    disclosures = Part(lambda s: Disclosures(s.connection, s.roll.id))
    programme = Part(lambda s: Programme(s.connection, s.roll.id))
    readings = Part(lambda s: Readings(s.connection))
    reach = Part(lambda s: Reach(s.connection))
    anchors = Part(lambda s: Anchors(s.connection, s.roll.id))
    measures = Part(lambda s: Measures(s.connection, s.roll.id))
    papers = Part(lambda s: Papers(s.connection, s.roll.id))
    attachments = Part(lambda s: Attachments(s.connection))
    chats = Part(lambda s: Chats(s.connection, s.roll.id))
    grants = Part(lambda s: Grants(s.connection, s.roll.id))
    residents = Part(lambda s: Residents(s.connection, s.roll.id))
    traces = Part(lambda s: Traces(s.connection))
    trail = Part(lambda s: Trail(s.connection, s.roll.id))

    def __init__(self, connection: Connection, roll: Roll, envelopes: Envelopes = NOWHERE) -> None:
        self.connection = connection
        self.envelopes = envelopes
        self.roll = roll
        self.community_id = roll.id
        self._community: Community | None = None

    @property
    def community(self) -> Community:
        """The community as this transaction sees it."""
        if self._community is None:
            self._community = self.roll.read(self.connection)
        return self._community

    def actor(self, person: int) -> Actor:
        """Recognise a person by the post that was taken up (8.2)."""
        if person in NAMELESS:
            return NAMELESS[person]
        return delegates.acting(self.community, person)


class Work(Shelf):
    """What a verb may read, change and tell, all in one commit; `unit` keys all that it writes.

    `heard` is when what is done now was written down in the inbox, `order` its place there.
    """

    def __init__(  # noqa: PLR0913 -- what a unit is begun with
        self,
        connection: Connection,
        roll: Roll,
        envelopes: Envelopes = NOWHERE,
        *,
        unit: str,
        person: int,
        now: datetime,
    ) -> None:
        super().__init__(connection, roll, envelopes)
        self.unit = unit
        self.now = now
        self.heard = now
        self.order = 0
        self.by = self.actor(person)
        self._told = 0

    def changed(self) -> None:
        """Say that posts or chats changed: the community is read anew, here and elsewhere."""
        roll.changed(self.connection, self.community_id)
        self._community = None

    def card_at(self, chat: int, message: int) -> str:
        """Return the subject of the card that is this message, or nothing."""
        return cards.stands(self.connection, chat, message)

    def placed(self, subject: str) -> Address | None:
        """Return where a card stands, to answer under it; None where it does not stand yet."""
        found = cards.card(self.connection, subject)
        if found is None or found.message is None:
            return None
        return Address(chat=found.chat, reply_to=found.message, topic=found.topic)

    def move_chat(self, old: int, new: int) -> tuple[bool, Sequence[Delivery]]:
        """Put a group's new id in the place of the old; return the cards to be shown anew."""
        return moving.move(self.connection, old, new)

    def let_go(self, subjects: Sequence[str]) -> None:
        """Draw these cards no more where they are not shown anew."""
        moving.let_go(self.connection, subjects)

    def alarm(self, key: str, what: str) -> None:
        """Let the operator know, in ids and keys alone."""
        alarms.sound(self.connection, ms(self.now), key, what)

    def token(self) -> str:
        """Return a fresh opaque word for a link."""
        return secrets.token_hex(12)  # no underscore: what a link carries begins with its kind

    def tell(self, delivery: Delivery) -> None:
        """Put a delivery into the outbox."""
        self._told += 1
        outbox.put(self.connection, delivery, dedupe=f"{self.unit}:{self._told}", at=ms(self.now))

    def redraw(self, subjects: str) -> None:
        """Ask for each reader's newest card whose subject begins so to be drawn anew."""
        shown = sorted(cards.cards(self.connection, subjects), key=_round)
        for each in {card.reader: card for card in shown}.values():
            self.tell(each)

    def redraw_all(self, subjects: str) -> None:
        """Ask for every card whose subject begins so to be drawn anew, wherever it stands.

        One that stood in a group before it moved, and was not shown again, is not posted by that.
        """
        left = outbox.left(self.connection, subjects)
        for each in cards.cards(self.connection, subjects):
            if each.subject not in left:
                self.tell(each)

    def afresh(self, subject: str) -> None:
        """Let a card be shown anew at the end of its chat, and no longer where it stands."""
        if found := cards.card(self.connection, subject):
            cards.post(self.connection, subject, found.chat, None, photo=False)

    def due(self, at: datetime, verb: str, key: str, **words: int | str) -> None:
        """Ask to be woken for a verb; the same key is asked only once."""
        inbox.ask(self.connection, ms(at), verb, key, words, now=at <= self.now)

    def wake(self, at: datetime, verb: str, key: str, **words: int | str) -> None:
        """Ask to be woken for a verb; the same key is asked anew once it has rung."""
        inbox.wake(self.connection, ms(at), verb, key, words)

    def due_after(self, verb: str, key: str, **words: int | str) -> None:
        """Ask to be woken for a verb once Telegram gave all that it holds by now."""
        further.wait(self.connection, ms(self.now), verb, key, words)

    def unheard(self, since: datetime, until: datetime) -> bool:
        """Whether anything that was written down in this time is not yet done."""
        return inbox.unheard(self.connection, ms(since), ms(until))

    def note(
        self, verb: str, subject: str, detail: Mapping[str, Any], *, by: Actor | None = None
    ) -> None:
        """Write an audit entry under the pseudonym of the actor, or of whom he acts for."""
        who = (by or self.by).id
        actor = PSEUDONYMS.get(who) or self.people.pseudonym(who)
        noted = audit.Note(
            community=self.community_id,
            at=ms(self.now),
            unit=self.unit,
            actor=actor,
            verb=verb,
            object=subject,
            detail=detail,
        )
        audit.note(self.connection, noted)

    def forget(self, person: int) -> None:
        """Delete or pseudonymise what is stored of a person, as the table of stores says."""
        self.note("forget", f"person:{self.people.pseudonym(person)}", {})
        self.traces.forget(person, ms(self.now))


def _round(card: Delivery) -> int:
    return int(card.subject.rsplit(":", 1)[1])
