"""What became of an edition in each group, and at the head of which groups it stands."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Boolean, Column, Connection, ForeignKey, Table, bindparam, select
from sqlalchemy.dialects.postgresql import insert

from governance.disclosures.reach import Carried
from governance.notices import Fate
from storage.cards import CARDS
from storage.database import METADATA, number
from storage.outbox import OUTBOX, PARKED
from storage.rows import ms, padded

PINS = Table(
    "disclosure_pins",
    METADATA,
    number("disclosure_id", ForeignKey("disclosures.id"), primary_key=True),
    number("chat", primary_key=True),
    number("at"),
    Column("done", Boolean, nullable=False),
)
_CARDS = (
    select(CARDS.c.subject, CARDS.c.chat, CARDS.c.message)
    .where(CARDS.c.subject.between(bindparam("first"), bindparam("last")))
    .order_by(CARDS.c.subject)
)
_OPEN = (
    select(OUTBOX.c.subject, OUTBOX.c.status, OUTBOX.c.error, PARKED.label("shut"))
    .where(OUTBOX.c.subject.in_(bindparam("subjects", expanding=True)))
    .order_by(OUTBOX.c.id)
)
_PINNED = insert(PINS)
_PIN = _PINNED.on_conflict_do_update(
    index_elements=["disclosure_id", "chat"],
    set_={"at": _PINNED.excluded.at, "done": _PINNED.excluded.done},
)
_PINS = (
    select(PINS.c.chat, PINS.c.done)
    .where(PINS.c.disclosure_id == bindparam("wanted"))
    .order_by(PINS.c.chat)
)


class Reach:
    """How far the editions came."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def carried(self, edition: int) -> Sequence[Carried]:
        """Return what became of an edition in each group that it is for, in one order."""
        key = f"disclosure:{edition}:0:"
        cards = self._db.execute(_CARDS, {"first": key, "last": f"{key}~"}).all()
        missing = [card.subject for card in cards if card.message is None]
        ends = self._ends(missing) if missing else {}
        there, gone = (Fate.SENT, "", False), (Fate.UNDELIVERABLE, "", False)
        return [
            Carried(chat=card.chat, fate=fate, why=why, shut=shut)
            for card in cards
            for fate, why, shut in [there if card.message else ends.get(card.subject, gone)]
        ]

    def _ends(self, subjects: Sequence[str]) -> Mapping[str, tuple[Fate, str, bool]]:
        """Return what became of each card that does not stand; whether its group is shut.

        What is on its way counts first; else what arrived once, before its group moved.
        """
        rows = self._db.execute(_OPEN, {"subjects": padded(subjects)})
        open_yet = {Fate.WAITING, Fate.CLAIMED}
        found: dict[str, tuple[Fate, str, bool]] = {}
        for row in rows:
            fate, before = Fate(row.status), found.get(row.subject)
            if fate in open_yet or before is None or before[0] is not Fate.SENT:
                shut = fate in open_yet and bool(row.shut)
                found[row.subject] = fate, row.error or "", shut
        return found

    def pinned(self, edition: int, chat: int, at: datetime, *, done: bool) -> None:
        """Write down whether an edition stands at the head of a group, the newest in place."""
        row = {"disclosure_id": edition, "chat": chat, "at": ms(at), "done": done}
        self._db.execute(_PIN, row)

    def pins(self, edition: int) -> Mapping[int, bool]:
        """Return the groups in which an edition was to stand at the head, and whether it does."""
        return {r.chat: bool(r.done) for r in self._db.execute(_PINS, {"wanted": edition})}
