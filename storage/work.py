"""One unit of work over one connection: it satisfies the services' ports."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from governance.directory import THE_CLOCK, Actor, Community
from governance.notices import Delivery
from storage import audit, inbox, outbox
from storage.cases import Cases
from storage.dialogues import Dialogues
from storage.directory import People
from storage.rows import ms


class Shelf:
    """What can be read, of one community."""

    def __init__(self, connection: Connection, community: Community, community_id: int) -> None:
        self.connection = connection
        self.community = community
        self.community_id = community_id
        self.people = People(connection)
        self.cases = Cases(connection, community_id, community.key)
        self.dialogues = Dialogues(connection)

    def actor(self, person: int) -> Actor:
        """Recognise a person by the offices that the community's file gives."""
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
        self, shelf: tuple[Connection, Community, int], *, unit: str, person: int, now: datetime
    ) -> None:
        super().__init__(*shelf)
        self.unit = unit
        self.now = now
        self.by = self.actor(person)
        self._told = 0

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
