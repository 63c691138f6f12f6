"""Editions of what is disclosed, and their steps (8.12)."""

from collections.abc import Mapping, Sequence
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
    UniqueConstraint,
    bindparam,
    func,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as upsert

from governance.disclosures.edition import Edition
from governance.disclosures.periods import Period
from governance.disclosures.readers import Passage
from governance.disclosures.states import EditionAction, EditionStatus
from governance.refusals import Conflict, Unknown
from storage.database import METADATA, document, key, number
from storage.rows import moment, ms
from storage.steps import Steps

WORDS = ("serial", "digest", "approved_by", "signed", "countersigned_by", "why")
MOVING = (*WORDS, "status", "drafters", "checked_until", "published_at")

DISCLOSURES = Table(
    "disclosures",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    Column("item", Text, nullable=False),
    Column("starts", Text, nullable=False),  # both empty where an event or a stage made it due
    Column("ends", Text, nullable=False),
    Column("occasion", Text, nullable=False),
    Column("due", Text, nullable=True),
    number("version"),
    number("follows"),
    number("revision"),
    Column("status", Text, nullable=False),
    *(Column(name, Text, nullable=False) for name in WORDS),
    document("drafters"),
    number("checked_until", nullable=True),
    number("published_at", nullable=True),
    number("absent_at", nullable=True),  # when it was told that it was not shown
    document("content", nullable=True),
    UniqueConstraint("community_id", "item", "starts", "occasion", "version"),
    Index(None, "community_id", "status"),
)
PASSAGES = Table(
    "disclosure_passages",
    METADATA,
    key(),
    number("disclosure_id", ForeignKey("disclosures.id"), index=True),
    Column("action", Text, nullable=False),
    Column("officer", Text, nullable=False),
    number("at"),
    Column("note", Text, nullable=False),
)
_HERE = DISCLOSURES.c.community_id == bindparam("community")
_ADD = upsert(DISCLOSURES).on_conflict_do_nothing(
    index_elements=["community_id", "item", "starts", "occasion", "version"]
)
_GET = select(DISCLOSURES).where(_HERE, DISCLOSURES.c.id == bindparam("wanted"))
_SAME = select(DISCLOSURES).where(
    _HERE,
    DISCLOSURES.c.item == bindparam("item"),
    DISCLOSURES.c.starts == bindparam("starts"),
    DISCLOSURES.c.occasion == bindparam("occasion"),
    DISCLOSURES.c.version == bindparam("version"),
)
_OF = (
    select(DISCLOSURES)
    .where(_HERE, DISCLOSURES.c.item == bindparam("item"))
    .order_by(DISCLOSURES.c.starts, DISCLOSURES.c.id)
)
_IN = (
    select(DISCLOSURES)
    .where(_HERE, DISCLOSURES.c.status.in_(bindparam("statuses", expanding=True)))
    .order_by(DISCLOSURES.c.due, DISCLOSURES.c.id)
)
_COVERED = select(func.max(DISCLOSURES.c.ends)).where(
    _HERE, DISCLOSURES.c.item == bindparam("item")
)
_SERIALS = select(func.count(DISCLOSURES.c.serial.distinct())).where(
    _HERE, DISCLOSURES.c.serial.startswith(bindparam("year"))
)
_SAVE = (
    update(DISCLOSURES)
    .where(
        DISCLOSURES.c.id == bindparam("b_id"), DISCLOSURES.c.revision == bindparam("b_revision")
    )
    .values({n: bindparam(f"b_{n}") for n in MOVING} | {"revision": DISCLOSURES.c.revision + 1})
)
_CONTENT = select(DISCLOSURES.c.content).where(DISCLOSURES.c.id == bindparam("wanted"))
_WRITE = (
    update(DISCLOSURES)
    .where(DISCLOSURES.c.id == bindparam("b_id"))
    .values(content=bindparam("b_content"))
)
_UNTOLD = _IN.where(DISCLOSURES.c.absent_at.is_(None))
_TELL = (
    update(DISCLOSURES)
    .where(DISCLOSURES.c.id == bindparam("b_id"))
    .values(absent_at=bindparam("b_at"))
)
_STEPS = Steps(PASSAGES, "disclosure_id", Passage, EditionAction)


class Disclosures:
    """Every edition of one community."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._community = community

    def add(self, edition: Edition) -> Edition:
        """Write a new edition, once for each item, period or occasion, and version; return it."""
        fixed = _fixed(edition)
        row = {**fixed, **_moving(edition), "community_id": self._community, "revision": 0}
        self._db.execute(_ADD, row)
        same = {name: fixed[name] for name in ("item", "starts", "occasion", "version")}
        return _edition(self._db.execute(_SAME, self._here(**same)).one())

    def get(self, edition: int) -> Edition:
        """Return an edition; Unknown if there is none."""
        row = self._db.execute(_GET, self._here(wanted=edition)).first()
        if row is None:
            raise Unknown("refusal-no-edition")
        return _edition(row)

    def of(self, item: str) -> Sequence[Edition]:
        """Return every edition and version of an item, in the order of the periods."""
        found = self._db.execute(_OF, self._here(item=item))
        return [_edition(row) for row in found.all()]

    def standing(self, statuses: Sequence[EditionStatus]) -> Sequence[Edition]:
        """Return the editions that stand in one of these statuses, the first due first."""
        asked = self._here(statuses=[str(s) for s in statuses])
        return [_edition(row) for row in self._db.execute(_IN, asked).all()]

    def untold(self, statuses: Sequence[EditionStatus]) -> Sequence[Edition]:
        """Return those of them of which it was never told that they are absent."""
        asked = self._here(statuses=[str(s) for s in statuses])
        return [_edition(row) for row in self._db.execute(_UNTOLD, asked).all()]

    def told_absent(self, edition: int, at: datetime) -> None:
        """Write down that it was told: that is done once."""
        self._db.execute(_TELL, {"b_id": edition, "b_at": ms(at)})

    def covered(self, item: str) -> date | None:
        """Return up to which day the known periods of an item reach; None before the first."""
        found = self._db.execute(_COVERED, self._here(item=item)).scalar()
        return date.fromisoformat(found) if found else None

    def serial(self, year: int) -> str:
        """Return the next serial number of a year, like 2026-031."""
        asked = self._here(year=f"{year}-")
        return f"{year}-{self._db.execute(_SERIALS, asked).scalar_one() + 1:03}"

    def save(self, edition: Edition) -> Edition:
        """Write the edition unless somebody else did since it was read (then Conflict)."""
        row = {f"b_{name}": value for name, value in _moving(edition).items()}
        row |= {"b_id": edition.id, "b_revision": edition.revision}
        if self._db.execute(_SAVE, row).rowcount != 1:
            raise Conflict
        return replace(edition, revision=edition.revision + 1)

    def content(self, edition: int) -> Mapping[str, Any] | None:
        """Return what stands in an edition, as it was written; None while nothing does."""
        found: Mapping[str, Any] | None = self._db.execute(_CONTENT, {"wanted": edition}).scalar()
        return found

    def write(self, edition: int, content: Mapping[str, Any]) -> None:
        """Put into an edition what is to stand there; what was shown is never written over."""
        if self.get(edition).published_at is not None:
            raise Conflict
        self._db.execute(_WRITE, {"b_id": edition, "b_content": dict(content)})

    def passed(self, edition: int, passage: Passage) -> None:
        """Write down a step taken."""
        _STEPS.write(self._db, edition, passage)

    def passages(self, edition: int) -> Sequence[Passage]:
        """Return the steps taken, oldest first."""
        return _STEPS.read(self._db, edition)

    def _here(self, **asked: object) -> dict[str, object]:
        return {"community": self._community, **asked}


def _fixed(edition: Edition) -> dict[str, Any]:
    period = edition.period
    return {
        "item": edition.item,
        "starts": period.start.isoformat() if period else "",
        "ends": period.end.isoformat() if period else "",
        "occasion": edition.occasion,
        "due": edition.due.isoformat() if edition.due else None,
        "version": edition.version,
        "follows": edition.follows,
        "content": None,
    }


def _moving(edition: Edition) -> dict[str, Any]:
    row = {name: getattr(edition, name) for name in (*WORDS, "status")}
    row["drafters"] = list(edition.drafters)
    for name in ("checked_until", "published_at"):
        at = getattr(edition, name)
        row[name] = ms(at) if at else None
    return row


def _edition(row: Row[Any]) -> Edition:
    found = row._mapping  # noqa: SLF001 -- SQLAlchemy's public name for it
    return Edition(
        id=row.id,
        item=row.item,
        period=_period(row),
        occasion=row.occasion,
        due=date.fromisoformat(row.due) if row.due else None,
        version=row.version,
        status=EditionStatus(row.status),
        drafters=tuple(row.drafters),
        checked_until=moment(row.checked_until) if row.checked_until else None,
        published_at=moment(row.published_at) if row.published_at else None,
        follows=row.follows,
        revision=row.revision,
        **{name: found[name] for name in WORDS},
    )


def _period(row: Row[Any]) -> Period | None:
    if not row.starts:
        return None
    return Period(date.fromisoformat(row.starts), date.fromisoformat(row.ends))
