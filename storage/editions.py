"""Every edition of the community file that was applied; what its keys are still needed for."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    insert,
    select,
)

from governance.cases import OPEN
from governance.deliberations.states import OVER
from governance.disclosures.states import ChangeStatus, ProgrammeAction
from governance.editions import InUse
from governance.mediation import OPEN as UNSETTLED
from governance.mediation.dispute import THE_COMMITTEE, THE_PROPERTY
from storage import directory, grants
from storage.cases import CASES
from storage.database import METADATA, key, number
from storage.mediation import DISPUTES
from storage.programme import CHANGES
from storage.topics import TOPICS

EDITIONS = Table(
    "editions",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    number("seq"),
    number("at"),
    Column("applied_by", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("digest", Text, nullable=False),
    UniqueConstraint("community_id", "seq"),
)

_ALL = (
    select(EDITIONS)
    .where(EDITIONS.c.community_id == bindparam("community"))
    .order_by(EDITIONS.c.seq.desc())
)
_NEWEST = _ALL.limit(1)
_NEEDED = select(CASES.c.building, CASES.c.grid, CASES.c.category).where(
    CASES.c.community_id == bindparam("community"), CASES.c.status.in_(sorted(OPEN))
)

_UNSETTLED = select(
    DISPUTES.c.building, DISPUTES.c.mediator, DISPUTES.c.parties, DISPUTES.c.kin
).where(
    DISPUTES.c.community_id == bindparam("community"), DISPUTES.c.status.in_(sorted(UNSETTLED))
)
_TALKED_OVER = select(TOPICS.c.entry, TOPICS.c.lead).where(
    TOPICS.c.community_id == bindparam("community"), TOPICS.c.status.not_in(sorted(OVER))
)
_DISCLOSED = (
    select(CHANGES.c.item, CHANGES.c.action)
    .where(
        CHANGES.c.community_id == bindparam("community"),
        CHANGES.c.status == ChangeStatus.CONFIRMED,
    )
    .order_by(CHANGES.c.id)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One version of the file as it was applied: UTC ms, by whom, and its text."""

    seq: int
    at: int
    applied_by: str
    text: str
    digest: str


def newest(connection: Connection, community: int) -> Edition | None:
    """Return the edition in force, if one was ever applied."""
    row = connection.execute(_NEWEST, {"community": community}).first()
    return _edition(row) if row else None


def every(connection: Connection, community: int) -> Sequence[Edition]:
    """Return all editions, the newest first."""
    return [_edition(row) for row in connection.execute(_ALL, {"community": community})]


def put(connection: Connection, community: int, text: str, *, at: int, by: str) -> Edition:
    """Write the next edition."""
    last = newest(connection, community)
    edition = Edition(
        seq=last.seq + 1 if last else 1, at=at, applied_by=by, text=text, digest=digest(text)
    )
    row = {
        "community_id": community,
        "seq": edition.seq,
        "at": at,
        "applied_by": by,
        "text": text,
        "digest": edition.digest,
    }
    connection.execute(insert(EDITIONS), row)
    return edition


def digest(text: str) -> str:
    """Return the SHA-256 of a text, as hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def in_use(connection: Connection, community: int) -> InUse:
    """Return what open cases, open disputes, open topics and taken posts hold on to."""
    rows = connection.execute(_NEEDED, {"community": community}).all()
    disputes = connection.execute(_UNSETTLED, {"community": community}).all()
    topics = connection.execute(_TALKED_OVER, {"community": community}).all()
    concerned = {key for row in disputes for key in (row.mediator, *row.parties, *row.kin)}
    return InUse(
        officers={
            *directory.on_duty(connection, community),
            *((concerned | {row.lead for row in topics}) - {"", THE_COMMITTEE, THE_PROPERTY}),
        },
        grids={row.grid for row in rows if row.grid},
        buildings={row.building for row in (*rows, *disputes) if row.building},
        categories={row.category for row in rows},
        disclosures=_disclosed(connection, community),
        catalogue={row.entry for row in topics if row.entry},
        posts=set(grants.seated(connection, community)),
    )


def _disclosed(connection: Connection, community: int) -> set[str]:
    """Return the items that are still owed: what both sides did not retire."""
    found = connection.execute(_DISCLOSED, {"community": community}).all()
    last = {row.item: row.action for row in found}
    return {item for item, action in last.items() if action != ProgrammeAction.RETIRE}


def _edition(row: object) -> Edition:
    names = Edition.__dataclass_fields__
    return Edition(**{name: getattr(row, name) for name in names})
