"""How many of a roll have voted: counted by the database, however long the roll is."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, exists, func, or_, select

from governance.ballots.result import Bloc
from governance.ballots.roll import Participant
from governance.ballots.states import COUNTING
from storage.votes import ENTERED, UNITS, VOTES

_COUNTS = sorted(COUNTING)
_VOTED = or_(
    exists().where(
        VOTES.c.ballot_id == UNITS.c.ballot_id,
        VOTES.c.unit == UNITS.c.unit,
        VOTES.c.status.in_(_COUNTS),
    ),
    exists().where(
        ENTERED.c.ballot_id == UNITS.c.ballot_id,
        ENTERED.c.unit == UNITS.c.unit,
        ENTERED.c.status.in_(_COUNTS),
    ),
).label("voted")
_ALIKE = (UNITS.c.participant, UNITS.c.area, _VOTED)
_TURNOUT = (
    select(*_ALIKE, func.count().label("units"))
    .where(UNITS.c.ballot_id == bindparam("ballot"))
    .group_by(*_ALIKE)
)


def turnout(connection: Connection, ballot: int) -> Sequence[Bloc]:
    """Return the roll in blocs of units that count alike, by whether they voted."""
    return [
        Bloc(
            participant=Participant(row.participant),
            area=row.area,
            voted=bool(row.voted),
            count=row.units,
        )
        for row in connection.execute(_TURNOUT, {"ballot": ballot}).all()
    ]
