"""What was said against a resolution: objections in its window, and corrections asked for."""

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Table,
    Text,
    bindparam,
    insert,
    select,
    update,
)

from governance.resolutions.resolution import Contest, Correction, Resolution
from storage.database import METADATA, key, number
from storage.rows import moment, ms

CONTESTS = Table(
    "resolution_contests",
    METADATA,
    key(),
    number("resolution_id", ForeignKey("resolutions.id"), index=True),
    number("person"),
    number("at"),
    Column("text", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("answered_by", Text, nullable=False),
)
CORRECTIONS = Table(
    "resolution_corrections",
    METADATA,
    key(),
    number("resolution_id", ForeignKey("resolutions.id"), index=True),
    Column("officer", Text, nullable=False),
    number("at"),
    Column("note", Text, nullable=False),
    Column("basis", Text, nullable=False),
)
_CONTESTS = (
    select(CONTESTS).where(CONTESTS.c.resolution_id == bindparam("wanted")).order_by(CONTESTS.c.id)
)
_CONTEST = insert(CONTESTS)
_ANSWER = (
    update(CONTESTS)
    .where(CONTESTS.c.id == bindparam("b_id"))
    .values(answer=bindparam("b_answer"), answered_by=bindparam("b_by"))
)
_CORRECT = insert(CORRECTIONS)
_CORRECTIONS = (
    select(CORRECTIONS)
    .where(CORRECTIONS.c.resolution_id == bindparam("wanted"))
    .order_by(CORRECTIONS.c.id)
)


def write(connection: Connection, resolution: Resolution) -> None:
    """Write what is new, and the answers to what was there; nothing is ever taken away (N24)."""
    for contest in resolution.contests:
        if contest.id:
            said = {"b_answer": contest.answer, "b_by": contest.answered_by}
            connection.execute(_ANSWER, {"b_id": contest.id, **said})
            continue
        row = {
            "resolution_id": resolution.id,
            "person": contest.person,
            "at": ms(contest.at),
            "text": contest.text,
            "answer": contest.answer,
            "answered_by": contest.answered_by,
        }
        connection.execute(_CONTEST, row)
    known = len(corrections(connection, resolution.id))
    for asked in resolution.corrections[known:]:
        row = {
            "resolution_id": resolution.id,
            "officer": asked.officer,
            "at": ms(asked.at),
            "note": asked.note,
            "basis": asked.basis,
        }
        connection.execute(_CORRECT, row)


def contests(connection: Connection, resolution: int) -> tuple[Contest, ...]:
    """Return the objections to a resolution, oldest first."""
    return tuple(
        Contest(
            id=row.id,
            person=row.person,
            at=moment(row.at),
            text=row.text,
            answer=row.answer,
            answered_by=row.answered_by,
        )
        for row in connection.execute(_CONTESTS, {"wanted": resolution})
    )


def corrections(connection: Connection, resolution: int) -> tuple[Correction, ...]:
    """Return the corrections that were asked for, oldest first."""
    return tuple(
        Correction(officer=row.officer, at=moment(row.at), note=row.note, basis=row.basis)
        for row in connection.execute(_CORRECTIONS, {"wanted": resolution})
    )
