"""What people answer about a resolution, and what came of referrals (E08, E14, F04)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Table,
    Text,
    bindparam,
    insert,
    select,
)
from sqlalchemy.dialects.postgresql import insert as upsert

from governance.resolutions.fulfilment import Said
from governance.resolutions.referral import Referral
from governance.resolutions.states import Outcome, Question, Reply
from storage.database import METADATA, key, number
from storage.rows import moment, ms

ASKED = Table(
    "resolution_asked",
    METADATA,
    number("resolution_id", ForeignKey("resolutions.id"), primary_key=True),
    number("person", primary_key=True),
    Column("voted", Boolean, nullable=False),
)
REPLIES = Table(
    "resolution_replies",
    METADATA,
    number("resolution_id", ForeignKey("resolutions.id"), primary_key=True),
    number("person", primary_key=True),
    Column("question", Text, primary_key=True),
    Column("reply", Text, nullable=False),
    number("at"),
)
REFERRALS = Table(
    "topic_referrals",
    METADATA,
    key(),
    number("topic_id", ForeignKey("topics.id"), index=True),
    Column("outcome", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("officer", Text, nullable=False),
    number("at"),
)

_ASK = upsert(ASKED).on_conflict_do_nothing(index_elements=["resolution_id", "person"])
_ASKED = (
    select(ASKED.c.person, ASKED.c.voted)
    .where(ASKED.c.resolution_id == bindparam("wanted"))
    .order_by(ASKED.c.person)
)
_ANSWER = upsert(REPLIES)
_ANSWER = _ANSWER.on_conflict_do_update(
    index_elements=["resolution_id", "person", "question"],
    set_={"reply": _ANSWER.excluded.reply, "at": _ANSWER.excluded.at},
)
_SAID = select(REPLIES).where(REPLIES.c.resolution_id == bindparam("wanted"))
_REFER = insert(REFERRALS)
_REFERRED = (
    select(REFERRALS).where(REFERRALS.c.topic_id == bindparam("wanted")).order_by(REFERRALS.c.id)
)


class Replies:
    """Who is asked about a resolution, and what each answers."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def ask(self, resolution: int, people: Mapping[int, bool]) -> None:
        """Write down who is asked, and of each whether he voted; once a person."""
        for person, voted in people.items():
            row = {"resolution_id": resolution, "person": person, "voted": voted}
            self._db.execute(_ASK, row)

    def asked(self, resolution: int) -> Mapping[int, bool]:
        """Return who was asked, and of each whether he voted."""
        rows = self._db.execute(_ASKED, {"wanted": resolution})
        return {row.person: row.voted for row in rows}

    def answer(
        self, resolution: int, person: int, question: Question, reply: Reply, at: datetime
    ) -> None:
        """Write down what somebody answers; the newest answer counts."""
        row = {"resolution_id": resolution, "person": person, "at": ms(at)}
        self._db.execute(_ANSWER, {**row, "question": question, "reply": reply})

    def said(self, resolution: int) -> Said:
        """Return the last answer of each person to each question."""
        rows = self._db.execute(_SAID, {"wanted": resolution})
        return {(row.person, Question(row.question)): Reply(row.reply) for row in rows}


class Referrals:
    """What came of matters that were referred."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, referral: Referral) -> None:
        """Write an outcome down."""
        row = {
            "topic_id": referral.topic,
            "outcome": referral.outcome,
            "day": referral.day.isoformat(),
            "basis": referral.basis,
            "officer": referral.officer,
            "at": ms(referral.at),
        }
        self._db.execute(_REFER, row)

    def of(self, topic: int) -> Sequence[Referral]:
        """Return the outcomes of a topic's referrals, oldest first."""
        return [
            Referral(
                topic=row.topic_id,
                outcome=Outcome(row.outcome),
                day=date.fromisoformat(row.day),
                basis=row.basis,
                officer=row.officer,
                at=moment(row.at),
            )
            for row in self._db.execute(_REFERRED, {"wanted": topic})
        ]
