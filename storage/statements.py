"""What was said to a topic, numbered, and who agrees with it (E06, E16)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Row,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    false,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as upsert

from governance.deliberations.opinions import Answer, Cell, Leaning
from governance.deliberations.statements import Stance, Statement
from governance.deliberations.steady import Shown, Spots
from governance.refusals import Unknown
from storage.database import METADATA, key, number
from storage.rows import moment, ms

STATEMENTS = Table(
    "statements",
    METADATA,
    key(),
    number("topic_id", ForeignKey("topics.id")),
    number("number"),
    number("person"),
    number("at"),
    Column("stance", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("voice", Text, nullable=False),
    Column("affected", Boolean, nullable=False),
    Column("hidden", Boolean, nullable=False),
    Column("shown", Boolean, nullable=False),
    Column("entered_by", Text, nullable=False),
    Column("reply", Text, nullable=False),
    Column("office", Text, nullable=False, server_default=""),
    Column("guest", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("topic_id", "number"),
)
ANSWERS = Table(
    "statement_answers",
    METADATA,
    number("statement_id", ForeignKey("statements.id"), primary_key=True),
    number("person", primary_key=True),
    number("at"),
    Column("answer", Text, nullable=False),
)

CELLS = Table(
    "opinion_cells",
    METADATA,
    number("topic_id", ForeignKey("topics.id"), primary_key=True),
    number("number", primary_key=True),
    Column("whose", Text, primary_key=True),
    number("at"),
    number("answered"),
    Column("leaning", Text, nullable=False),
)

_OF = STATEMENTS.c.topic_id == bindparam("wanted")
_NEXT = select(func.coalesce(func.max(STATEMENTS.c.number), 0) + 1).where(_OF)
_BEFORE = select(func.coalesce(func.min(STATEMENTS.c.number), 0)).where(_OF)
_ADD = insert(STATEMENTS).returning(STATEMENTS.c.id)
_NUMBERED = select(STATEMENTS).where(_OF, STATEMENTS.c.number == bindparam("number"))
_OF_TOPIC = select(STATEMENTS).where(_OF).order_by(STATEMENTS.c.number)
_SAVE = (
    update(STATEMENTS)
    .where(STATEMENTS.c.id == bindparam("b_id"))
    .values(number=bindparam("b_number"), shown=bindparam("b_shown"), reply=bindparam("b_reply"))
)
_ANSWER = upsert(ANSWERS)
_ANSWER = _ANSWER.on_conflict_do_update(
    index_elements=["statement_id", "person"],
    set_={"answer": _ANSWER.excluded.answer, "at": _ANSWER.excluded.at},
)
_SAID = (
    select(STATEMENTS.c.number, ANSWERS.c.person, ANSWERS.c.answer)
    .join(STATEMENTS, STATEMENTS.c.id == ANSWERS.c.statement_id)
    .where(_OF)
)
_MOMENTS = (
    select(STATEMENTS.c.number, ANSWERS.c.person, ANSWERS.c.at)
    .join(STATEMENTS, STATEMENTS.c.id == ANSWERS.c.statement_id)
    .where(_OF)
)
_CELLS = select(CELLS).where(CELLS.c.topic_id == bindparam("wanted"))
_STAND = upsert(CELLS)
_STAND = _STAND.on_conflict_do_update(
    index_elements=["topic_id", "number", "whose"],
    set_={name: _STAND.excluded[name] for name in ("at", "answered", "leaning")},
)
_ANSWERED = select(func.count()).where(
    ANSWERS.c.person == bindparam("person"),
    ANSWERS.c.at >= bindparam("since"),
    ANSWERS.c.statement_id == STATEMENTS.c.id,
    _OF,
)


class Statements:
    """What was said to the topics of one community."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, statement: Statement) -> Statement:
        """Write a statement; one that is shown at once gets the next number of its topic.

        One that waits for its batch bears a number below zero, lower than all that wait already:
        the order of writing, which nobody is shown. Its batch gives it another.
        """
        topic = statement.topic
        turn = self.next(topic) if statement.shown else self._before(topic)
        row = {
            "topic_id": topic,
            "number": turn,
            "person": statement.person,
            "at": ms(statement.at),
            "stance": statement.stance,
            "text": statement.text,
            "voice": statement.voice,
            "affected": statement.affected,
            "hidden": statement.hidden,
            "shown": statement.shown,
            "entered_by": statement.entered_by,
            "reply": statement.reply,
            "office": statement.office,
            "guest": statement.guest,
        }
        made = self._db.execute(_ADD, row).scalar_one()
        return replace(statement, id=made, number=turn)

    def next(self, topic: int) -> int:
        """Return the next free number of a topic, from 1."""
        found: int = self._db.execute(_NEXT, {"wanted": topic}).scalar_one()
        return max(found, 1)

    def _before(self, topic: int) -> int:
        found: int = self._db.execute(_BEFORE, {"wanted": topic}).scalar_one()
        return min(found, 0) - 1

    def numbered(self, topic: int, number: int) -> Statement:
        """Return the statement of a topic that bears a number; Unknown if none does."""
        row = self._db.execute(_NUMBERED, {"wanted": topic, "number": number}).first()
        if row is None:
            raise Unknown("refusal-no-topic")
        return _statement(row)

    def of(self, topic: int) -> Sequence[Statement]:
        """Return all that was said to a topic, in the order of the numbers."""
        return [_statement(row) for row in self._db.execute(_OF_TOPIC, {"wanted": topic})]

    def save(self, statement: Statement) -> None:
        """Write down a statement's number, whether it is shown, and the reply to it."""
        row = {
            "b_id": statement.id,
            "b_number": statement.number,
            "b_shown": statement.shown,
            "b_reply": statement.reply,
        }
        self._db.execute(_SAVE, row)

    def answer(self, statement: int, person: int, answer: Answer, at: datetime) -> None:
        """Write down what somebody says to a statement; the newest answer counts."""
        row = {"statement_id": statement, "person": person, "answer": answer, "at": ms(at)}
        self._db.execute(_ANSWER, row)

    def said(self, topic: int) -> Mapping[tuple[str, int], Answer]:
        """Return the last answer of each person to each statement of a topic, by its number."""
        rows = self._db.execute(_SAID, {"wanted": topic})
        return {(str(r.person), r.number): Answer(r.answer) for r in rows}

    def moments(self, topic: int) -> Mapping[tuple[str, int], datetime]:
        """Return when each person answered each statement of a topic last."""
        rows = self._db.execute(_MOMENTS, {"wanted": topic})
        return {(str(r.person), r.number): moment(r.at) for r in rows}

    def cells(self, topic: int) -> Spots:
        """Return what was last shown of a topic's map."""
        return {
            (r.number, r.whose): Shown(moment(r.at), Cell(r.answered, Leaning(r.leaning)))
            for r in self._db.execute(_CELLS, {"wanted": topic})
        }

    def stand(self, topic: int, cells: Spots) -> None:
        """Write down what is shown of a topic's map by now."""
        rows = [
            {
                "topic_id": topic,
                "number": n,
                "whose": whose,
                "at": ms(shown.at),
                "answered": shown.cell.answered,
                "leaning": shown.cell.leaning,
            }
            for (n, whose), shown in sorted(cells.items())
        ]
        if rows:
            self._db.execute(_STAND, rows)

    def answered(self, topic: int, person: int, since: datetime) -> int:
        """Return to how many statements of a topic somebody answered after a time."""
        asked = {"wanted": topic, "person": person, "since": ms(since)}
        return int(self._db.execute(_ANSWERED, asked).scalar_one())


def _statement(row: Row[Any]) -> Statement:
    return Statement(
        id=row.id,
        topic=row.topic_id,
        number=row.number,
        person=row.person,
        stance=Stance(row.stance),
        text=row.text,
        voice=row.voice,
        affected=row.affected,
        hidden=row.hidden,
        shown=row.shown,
        entered_by=row.entered_by,
        at=moment(row.at),
        reply=row.reply,
        office=row.office,
        guest=row.guest,
    )
