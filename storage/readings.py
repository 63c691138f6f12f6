"""What readers make of the editions, and what they ask about a line (G11, G17)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Row,
    Table,
    Text,
    bindparam,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as upsert

from governance.disclosures.readers import Question, Understood
from governance.refusals import Unknown
from storage.database import METADATA, key, number
from storage.rows import moment, ms

READERS = Table(
    "disclosure_readers",
    METADATA,
    number("disclosure_id", ForeignKey("disclosures.id"), primary_key=True),
    number("person", primary_key=True),
    Column("said", Text, nullable=False),
    number("at"),
)
QUESTIONS = Table(
    "disclosure_questions",
    METADATA,
    key(),
    number("disclosure_id", ForeignKey("disclosures.id"), index=True),
    number("line"),
    number("person"),
    number("at"),
    number("due"),
    Column("text", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("answered_by", Text, nullable=False),
    number("answered_at", nullable=True),
)

_READ = upsert(READERS)
_READ = _READ.on_conflict_do_update(
    index_elements=["disclosure_id", "person"],
    set_={"said": _READ.excluded.said, "at": _READ.excluded.at},
)
_SAID = (
    select(READERS.c.said, func.count())
    .where(READERS.c.disclosure_id == bindparam("wanted"))
    .group_by(READERS.c.said)
)
_WITHIN = _SAID.where(READERS.c.at >= bindparam("since"), READERS.c.at < bindparam("until"))
_ASK = insert(QUESTIONS).returning(QUESTIONS.c.id)
_QUESTION = select(QUESTIONS).where(QUESTIONS.c.id == bindparam("wanted"))
_ASKED = (
    select(QUESTIONS)
    .where(QUESTIONS.c.disclosure_id == bindparam("wanted"))
    .order_by(QUESTIONS.c.id)
)
_ANSWER = (
    update(QUESTIONS)
    .where(QUESTIONS.c.id == bindparam("b_id"))
    .values(
        answer=bindparam("b_answer"), answered_by=bindparam("b_by"), answered_at=bindparam("b_at")
    )
)


class Readings:
    """What the readers of all editions said and asked."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def read(self, edition: int, person: int, said: Understood, at: datetime) -> None:
        """Write down what a reader made of it; the newest answer counts."""
        self._db.execute(
            _READ, {"disclosure_id": edition, "person": person, "said": said, "at": ms(at)}
        )

    def understood(self, edition: int) -> Mapping[Understood, int]:
        """Return how many readers said what."""
        found = self._db.execute(_SAID, {"wanted": edition})
        return {Understood(said): count for said, count in found}

    def said(self, edition: int, since: datetime, until: datetime) -> Mapping[Understood, int]:
        """Return how many readers said what within a time."""
        asked = {"wanted": edition, "since": ms(since), "until": ms(until)}
        return {Understood(said): count for said, count in self._db.execute(_WITHIN, asked)}

    def ask(self, question: Question) -> Question:
        """Write a question down; return it with its id."""
        row = {
            "disclosure_id": question.edition,
            "line": question.line,
            "person": question.person,
            "at": ms(question.at),
            "due": ms(question.due),
            "text": question.text,
            "answer": "",
            "answered_by": "",
            "answered_at": None,
        }
        return replace(question, id=self._db.execute(_ASK, row).scalar_one())

    def question(self, question: int) -> Question:
        """Return a question; Unknown if there is none."""
        row = self._db.execute(_QUESTION, {"wanted": question}).first()
        if row is None:
            raise Unknown("refusal-no-edition")
        return _question(row)

    def questions(self, edition: int) -> Sequence[Question]:
        """Return what was asked about an edition, oldest first."""
        return [_question(row) for row in self._db.execute(_ASKED, {"wanted": edition}).all()]

    def answer(self, question: Question) -> None:
        """Write an answer down."""
        row = {
            "b_id": question.id,
            "b_answer": question.answer,
            "b_by": question.answered_by,
            "b_at": ms(question.answered_at) if question.answered_at else None,
        }
        self._db.execute(_ANSWER, row)


def _question(row: Row[Any]) -> Question:
    return Question(
        id=row.id,
        edition=row.disclosure_id,
        line=row.line,
        person=row.person,
        at=moment(row.at),
        due=moment(row.due),
        text=row.text,
        answer=row.answer,
        answered_by=row.answered_by,
        answered_at=moment(row.answered_at) if row.answered_at else None,
    )
