"""Posts and who took them up: invitations, claims, terms (8.2)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Row,
    Table,
    Text,
    bindparam,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from governance.cases import OPEN
from governance.grants import IN_OFFICE, WAITING, Grant, GrantStatus
from governance.refusals import Conflict, Unknown
from storage.cases.tables import ASSIGNMENTS, CASES
from storage.database import METADATA, key, number
from storage.rows import moment, ms

SEATED = text("status in ('active', 'revoke-asked')")
GRANTS = Table(
    "grants",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    Column("officer", Text, nullable=False),
    Column("status", Text, nullable=False),
    number("person"),
    Column("token_hash", Text, nullable=True, unique=True),
    number("invited_at"),
    number("expires"),
    number("claimed_at", nullable=True),
    Column("confirmed_by", Text, nullable=False),
    number("confirmed_at", nullable=True),
    Column("ends", Text, nullable=True),
    number("ended_at", nullable=True),
    Column("asked_by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    number("version"),
    Index(
        "uq_grants_officer_in_office",
        "community_id",
        "officer",
        unique=True,
        sqlite_where=SEATED,
        postgresql_where=SEATED,
    ),
    Index(
        "uq_grants_person_in_office",
        "community_id",
        "person",
        unique=True,
        sqlite_where=SEATED,
        postgresql_where=SEATED,
    ),
)

_HERE = select(GRANTS).where(GRANTS.c.community_id == bindparam("community"))
_SEATED = _HERE.where(GRANTS.c.status.in_(sorted(IN_OFFICE)))
_GET = _HERE.where(GRANTS.c.id == bindparam("wanted"))
_TOKEN = _HERE.where(GRANTS.c.token_hash == bindparam("wanted"))
_OF = _HERE.where(GRANTS.c.officer == bindparam("whose")).order_by(GRANTS.c.id.desc())
_GOING_ON = _HERE.where(GRANTS.c.status.in_(sorted(IN_OFFICE | WAITING))).order_by(GRANTS.c.id)
_EVER = (
    select(GRANTS.c.officer)
    .where(GRANTS.c.community_id == bindparam("community"), GRANTS.c.confirmed_at.is_not(None))
    .distinct()
)
_POSTS = select(GRANTS.c.officer).where(GRANTS.c.community_id == bindparam("community")).distinct()
_LATER = ASSIGNMENTS.alias()
_NEWEST = (
    select(func.max(_LATER.c.seq)).where(_LATER.c.case_id == CASES.c.id).correlate(CASES)
).scalar_subquery()
_WHO: Any = bindparam("whose")
_ANSWERS = (
    select(ASSIGNMENTS.c.case_id)
    .where(
        ASSIGNMENTS.c.case_id == CASES.c.id,
        ASSIGNMENTS.c.seq == _NEWEST,
        or_(ASSIGNMENTS.c.officer == _WHO, ASSIGNMENTS.c.receiver == _WHO),
    )
    .exists()
)
_DUTIES = (
    select(CASES.c.id)
    .where(
        CASES.c.community_id == bindparam("community"),
        CASES.c.status.in_(sorted(OPEN)),
        or_(CASES.c.desk == _WHO, _ANSWERS),
    )
    .order_by(CASES.c.id)
)
_ADD = insert(GRANTS).returning(GRANTS.c.id)
_SAVE = update(GRANTS).where(
    GRANTS.c.id == bindparam("b_id"), GRANTS.c.version == bindparam("b_version")
)


def seated(connection: Connection, community: int) -> dict[str, int]:
    """Return the account behind each post that is taken up, by the officer's key."""
    rows = connection.execute(_SEATED, {"community": community}).all()
    return {row.officer: row.person for row in rows}


def posts(connection: Connection, community: int) -> frozenset[str]:
    """Return every post for which a link was ever made, by the officer's key."""
    return frozenset(connection.execute(_POSTS, {"community": community}).scalars())


class Grants:
    """The posts of one community."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._here = {"community": community}

    def add(self, grant: Grant) -> Grant:
        """Write a new invitation; return it with its id."""
        row = {"community_id": self._here["community"], **_row(grant), "version": 0}
        return replace(grant, id=self._db.execute(_ADD, row).scalar_one())

    def get(self, grant: int) -> Grant:
        """Return a grant; Unknown if there is none."""
        return _known(self._db.execute(_GET, {**self._here, "wanted": grant}).first())

    def by_token(self, digest: str) -> Grant:
        """Return the grant whose link has this digest; Unknown if there is none."""
        return _known(self._db.execute(_TOKEN, {**self._here, "wanted": digest}).first())

    def save(self, grant: Grant) -> Grant:
        """Write the grant unless somebody else did since it was read (then Conflict)."""
        guard = {"b_id": grant.id, "b_version": grant.version}
        changed = _SAVE.values(**_row(grant), version=grant.version + 1)
        if self._db.execute(changed, guard).rowcount != 1:
            raise Conflict
        return replace(grant, version=grant.version + 1)

    def of(self, officer: str) -> Sequence[Grant]:
        """Return every grant of a post, the newest first."""
        return self._all(_OF, whose=officer)

    def going_on(self) -> Sequence[Grant]:
        """Return every grant that waits or is in office, oldest first."""
        return self._all(_GOING_ON)

    def ever(self) -> frozenset[str]:
        """Return every post that was ever confirmed, by the officer's key."""
        return frozenset(self._db.execute(_EVER, self._here).scalars())

    def duties(self, officer: str) -> Sequence[int]:
        """Return every open case that an officer has to do with, by id, oldest first."""
        return self._db.execute(_DUTIES, {**self._here, "whose": officer}).scalars().all()

    def _all(self, query: Any, **words: str) -> Sequence[Grant]:  # noqa: ANN401 -- a Select
        return [_grant(row) for row in self._db.execute(query, {**self._here, **words}).all()]


def _row(grant: Grant) -> dict[str, Any]:
    return {
        "officer": grant.officer,
        "status": grant.status,
        "person": grant.person,
        "token_hash": grant.token or None,
        "invited_at": ms(grant.invited_at),
        "expires": ms(grant.expires),
        "claimed_at": _maybe_ms(grant.claimed_at),
        "confirmed_by": grant.confirmed_by,
        "confirmed_at": _maybe_ms(grant.confirmed_at),
        "ends": grant.ends.isoformat() if grant.ends else None,
        "ended_at": _maybe_ms(grant.ended_at),
        "asked_by": grant.asked_by,
        "reason": grant.reason,
    }


def _known(row: Row[Any] | None) -> Grant:
    if row is None:
        raise Unknown("refusal-seat-link")
    return _grant(row)


def _grant(row: Row[Any]) -> Grant:
    return Grant(
        id=row.id,
        officer=row.officer,
        status=GrantStatus(row.status),
        person=row.person,
        token=row.token_hash or "",  # a drill seats people without links
        invited_at=moment(row.invited_at),
        expires=moment(row.expires),
        claimed_at=_maybe_moment(row.claimed_at),
        confirmed_by=row.confirmed_by,
        confirmed_at=_maybe_moment(row.confirmed_at),
        ends=date.fromisoformat(row.ends) if row.ends else None,
        ended_at=_maybe_moment(row.ended_at),
        asked_by=row.asked_by,
        reason=row.reason,
        version=row.version,
    )


def _maybe_ms(at: datetime | None) -> int | None:
    return None if at is None else ms(at)


def _maybe_moment(at: int | None) -> datetime | None:
    return None if at is None else moment(at)
