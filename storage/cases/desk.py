"""The heaps of cases: what lies at the committee's desk, what an officer holds; and his place."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    PrimaryKeyConstraint,
    Table,
    Text,
    and_,
    bindparam,
    func,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import insert

from governance.cases import OPEN, AssignmentStatus, Case, CaseStatus, Urgency
from storage.cases.shelf import Cases
from storage.cases.tables import ASSIGNMENTS, CASES
from storage.database import METADATA, number
from storage.relays import RELAYS
from storage.rows import ms

MOST = 200  # cases in a heap; a desk that holds more is worked off from the oldest
DESKS = Table(
    "desks",
    METADATA,
    number("community_id", ForeignKey("communities.id")),
    Column("officer", Text, nullable=False),
    number("shown"),
    Column("quiet", Boolean, nullable=False),
    PrimaryKeyConstraint("community_id", "officer"),
)

_HERE = CASES.c.community_id == bindparam("community")
_ASKING = select(RELAYS.c.case_id).where(RELAYS.c.dealt.is_(False), RELAYS.c.officer == "")
_LYING = (
    select(CASES.c.id)
    .where(
        _HERE,
        or_(
            CASES.c.status.in_(bindparam("lying", expanding=True)),
            and_(
                CASES.c.status.in_(sorted(OPEN)),
                or_(CASES.c.leaving.is_(True), CASES.c.id.in_(_ASKING)),
            ),
        ),
    )
    .order_by(CASES.c.at, CASES.c.id)
    .limit(MOST)
)
_FILED = (
    select(CASES.c.id)
    .where(_HERE, CASES.c.at >= bindparam("since"), CASES.c.at < bindparam("until"))
    .order_by(CASES.c.at, CASES.c.id)
)
_LATER = ASSIGNMENTS.alias()
_NEWEST = (
    select(func.max(_LATER.c.seq)).where(_LATER.c.case_id == CASES.c.id).correlate(CASES)
).scalar_subquery()
_T = AssignmentStatus
_ANSWERING = (_T.OFFERED, _T.ACCEPTED, _T.TRANSFER_PENDING)
_HELD = (
    select(CASES.c.id)
    .join(ASSIGNMENTS, ASSIGNMENTS.c.case_id == CASES.c.id)
    .where(
        _HERE,
        ASSIGNMENTS.c.seq == _NEWEST,
        ASSIGNMENTS.c.status.in_(_ANSWERING),
        or_(
            ASSIGNMENTS.c.officer == bindparam("who"),
            and_(
                ASSIGNMENTS.c.receiver == bindparam("who"),
                ASSIGNMENTS.c.status == AssignmentStatus.TRANSFER_PENDING,
            ),
        ),
    )
    .order_by(CASES.c.finish_by, CASES.c.id)
    .limit(MOST)
)
_GIVEN_UP = (
    select(CASES.c.id)
    .join(ASSIGNMENTS, ASSIGNMENTS.c.case_id == CASES.c.id)
    .where(
        _HERE,
        ASSIGNMENTS.c.officer == bindparam("who"),
        ASSIGNMENTS.c.at >= bindparam("since"),
        ASSIGNMENTS.c.status.in_((_T.TIMED_OUT, _T.TRANSFERRED, _T.ESCALATED)),
    )
    .distinct()
    .order_by(CASES.c.id)
    .limit(MOST)
)
_WATCHED = (
    select(CASES.c.id)
    .where(_HERE, CASES.c.status.in_(sorted(OPEN)), CASES.c.urgency == Urgency.PAINFUL)
    .order_by(CASES.c.at, CASES.c.id)
    .limit(MOST)
)
_PLACE = select(DESKS).where(
    DESKS.c.community_id == bindparam("community"), DESKS.c.officer == bindparam("who")
)
_PUT = insert(DESKS)
_TURN = _PUT.on_conflict_do_update(
    index_elements=["community_id", "officer"], set_={"shown": _PUT.excluded.shown}
)
_QUIET = _PUT.on_conflict_do_update(
    index_elements=["community_id", "officer"], set_={"quiet": _PUT.excluded.quiet}
)


class Desks:
    """What lies at the desk, what officers hold, and where each of them is reading."""

    def __init__(self, connection: Connection, community: int, cases: Cases) -> None:
        self._db = connection
        self._community = community
        self._cases = cases

    def lying(self, statuses: Sequence[CaseStatus]) -> Sequence[Case]:
        """Return what waits in these statuses or asks something of the desk, oldest first."""
        where = {"community": self._community, "lying": list(statuses)}
        return [self._cases.get(each) for each in self._db.execute(_LYING, where).scalars().all()]

    def held_by(self, officer: str) -> Sequence[Case]:
        """Return what an officer answers for or is asked to take over, the first due first."""
        where = {"community": self._community, "who": officer}
        return [self._cases.get(each) for each in self._db.execute(_HELD, where).scalars().all()]

    def filed(self, since: datetime, until: datetime) -> Sequence[Case]:
        """Return what was reported from one moment on and before another, oldest first."""
        where = {"community": self._community, "since": ms(since), "until": ms(until)}
        return [self._cases.get(each) for each in self._db.execute(_FILED, where).scalars().all()]

    def given_up(self, officer: str, since: datetime) -> Sequence[Case]:
        """Return what went from an officer to somebody else since then, oldest first."""
        where = {"community": self._community, "who": officer, "since": ms(since)}
        return [self._cases.get(each) for each in self._db.execute(_GIVEN_UP, where).scalars()]

    def watched(self) -> Sequence[int]:
        """Return the open cases that lastingly pain somebody, by id, oldest first (B02)."""
        return self._db.execute(_WATCHED, {"community": self._community}).scalars().all()

    def shown(self, officer: str) -> int:
        """Return the case at which an officer's desk is open, 0 where it is at the beginning."""
        row = self._db.execute(_PLACE, self._whose(officer)).first()
        return row.shown if row else 0

    def turn(self, officer: str, case: int) -> None:
        """Open an officer's desk at a case."""
        self._db.execute(_TURN, {**self._row(officer), "shown": case})

    def quiet(self, officer: str) -> bool:
        """Whether an officer wants no daily digest."""
        row = self._db.execute(_PLACE, self._whose(officer)).first()
        return bool(row and row.quiet)

    def hush(self, officer: str, *, quiet: bool) -> None:
        """Remember whether an officer wants no daily digest."""
        self._db.execute(_QUIET, {**self._row(officer), "quiet": quiet})

    def _whose(self, officer: str) -> dict[str, int | str]:
        return {"community": self._community, "who": officer}

    def _row(self, officer: str) -> dict[str, int | str | bool]:
        return {"community_id": self._community, "officer": officer, "shown": 0, "quiet": False}
