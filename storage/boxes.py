"""What a second count reads, and nothing else: the roll of a ballot and the votes in its box."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Boolean, Connection, text

from storage.database import DOCUMENT

_BALLOT = text("""
    SELECT id, instrument, method, status, secret, paper, rule, result FROM ballots
    WHERE community_id = :community AND number = :number
""").columns(secret=Boolean, paper=DOCUMENT, rule=DOCUMENT, result=DOCUMENT)
_UNITS = text("SELECT unit, participant, area FROM ballot_units WHERE ballot_id = :ballot")
_PRESSES = text("""
    SELECT unit, marks FROM votes WHERE ballot_id = :ballot AND status = 'locked'
""").columns(marks=DOCUMENT)
_ENTERED = text("""
    SELECT unit, marks FROM entered_votes WHERE ballot_id = :ballot AND status = 'locked'
    ORDER BY "order", id
""").columns(marks=DOCUMENT)
_PAPERS = text("""
    SELECT COALESCE(SUM(papers), 0) FROM paper_batches
    WHERE ballot_id = :ballot AND status = 'counted'
""")
_LOOSE = text("SELECT marks FROM box_marks WHERE ballot_id = :ballot").columns(marks=DOCUMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A ballot as it lies in the database; weights are by unit, of entered votes the last.

    `entered` is how many of the votes that count were entered, or counted on paper by two persons.
    In a secret one no mark is any unit's: each is put to whichever comes, which changes no sum.
    """

    secret: bool
    instrument: str
    method: str
    paper: Mapping[str, Any]
    rule: Mapping[str, Any]
    published: Mapping[str, Any] | None
    heads: Mapping[str, int]
    area: Mapping[str, int]
    classes: Mapping[str, str]
    marks: Mapping[str, Mapping[str, int]]
    entered: int


def box(connection: Connection, community: int, number: int) -> Box | None:
    """Return the box of the ballot of this number; None where there is none."""
    asked = {"community": community, "number": number}
    ballot = connection.execute(_BALLOT, asked).first()
    if ballot is None:
        return None
    units = connection.execute(_UNITS, {"ballot": ballot.id}).all()
    marks: dict[str, Mapping[str, int]] = {}
    if ballot.secret:
        loose = connection.execute(_LOOSE, {"ballot": ballot.id}).scalars().all()
        places = [*(u.unit for u in units), *(f"?{n}" for n, _ in enumerate(loose))]
        marks = dict(zip(places, loose, strict=False))
    # the voter's own press stands before what was entered for him
    entered, pressed = (
        {row.unit: row.marks for row in connection.execute(lying, {"ballot": ballot.id})}
        for lying in (_ENTERED, _PRESSES)
    )
    marks |= entered | pressed
    papers = int(connection.execute(_PAPERS, {"ballot": ballot.id}).scalar_one())
    return Box(
        secret=ballot.secret,
        instrument=ballot.instrument,
        method=ballot.method,
        paper=ballot.paper,
        rule=ballot.rule,
        published=ballot.result,
        heads={u.unit: 1 for u in units},
        area={u.unit: u.area for u in units},
        classes={u.unit: u.participant for u in units},
        marks=marks,
        entered=papers if ballot.secret else len(entered.keys() - pressed.keys()),
    )
