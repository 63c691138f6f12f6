"""One unit of work over one connection: it satisfies the services' ports."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from governance.directory import THE_CLOCK, Actor, Community
from governance.notices import Delivery
from storage import audit, inbox, outbox, roll
from storage.cases import Cases
from storage.dialogues import Dialogues
from storage.directory import People
from storage.roll import Roll
from storage.rows import ms


class Shelf:
    """What can be read, of one community."""

    def __init__(self, connection: Connection, roll: Roll) -> None:
        self.connection = connection
        self.roll = roll
        self.community_id = roll.id
        self.people = People(connection)
        self.cases = Cases(connection, roll.id, roll.plan.key)
        self.dialogues = Dialogues(connection)
        self._community: Community | None = None

    @property
    def community(self) -> Community:
        """The community as this transaction sees it."""
        if self._community is None:
            self._community = self.roll.read(self.connection)
        return self._community

    def actor(self, person: int) -> Actor:
        """Recognise a person by the post that was taken up (8.2)."""
        if person == THE_CLOCK.id:
            return THE_CLOCK
        officer = self.community.by_telegram(person)
        return Actor(
            id=person,
            officer=officer.key if officer else "",
            offices=officer.offices if officer else frozenset(),
        )


class Work(Shelf):
    """What a verb may read, change and tell, all in one commit; `unit` keys all that it writes."""

    def __init__(
        self, connection: Connection, roll: Roll, *, unit: str, person: int, now: datetime
    ) -> None:
        super().__init__(connection, roll)
        self.unit = unit
        self.now = now
        self.by = self.actor(person)
        self._told = 0

    def changed(self) -> None:
        """Say that posts or chats changed: the community is read anew, here and elsewhere."""
        roll.changed(self.connection, self.community_id)
        self._community = None

    def card_at(self, chat: int, message: int) -> str:
        """Return the subject of the card that is this message, or nothing."""
        return outbox.stands(self.connection, chat, message)

    def token(self) -> str:
        """Return a fresh opaque word for a link."""
        return secrets.token_urlsafe(12)

    def tell(self, delivery: Delivery) -> None:
        """Put a delivery into the outbox."""
        self._told += 1
        outbox.put(self.connection, delivery, dedupe=f"{self.unit}:{self._told}", at=ms(self.now))

    def redraw(self, subjects: str) -> None:
        """Ask for each reader's newest card whose subject begins so to be drawn anew."""
        shown = sorted(outbox.cards(self.connection, subjects), key=_round)
        for each in {card.reader: card for card in shown}.values():
            self.tell(each)

    def due(self, at: datetime, verb: str, key: str, **words: int | str) -> None:
        """Ask to be woken for a verb; the same key is asked only once."""
        inbox.ask(self.connection, ms(at), verb, key, words)

    def note(self, verb: str, subject: str, detail: Mapping[str, Any]) -> None:
        """Write an audit entry under the actor's pseudonym."""
        actor = "clock" if self.by.id == 0 else self.people.pseudonym(self.by.id)
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


def _round(card: Delivery) -> int:
    return int(card.subject.rsplit(":", 1)[1])
