"""Cases as the services' port wants them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from governance.cases import (
    CLOSED,
    OPEN,
    Assignment,
    AssignmentStatus,
    Case,
    CaseAction,
    CaseKind,
    CaseStatus,
    Passage,
    Urgency,
)
from governance.refusals import Conflict, Unknown
from storage.cases.tables import ASSIGNMENTS, CASES, PASSAGES, REVISIONS
from storage.rows import moment, ms
from storage.steps import Steps

PLAIN: tuple[str, ...] = (
    "number",
    "reporter",
    "chat",
    "message",
    "text",
    "photo",
    "category",
    "building",
)
PLAIN += ("grid", "calendar_known", "desk", "first_responsible", "reopened", "bounces", "parent")
PLAIN += ("topic", "summary", "behalf", "entered_by", "recorder", "muted", "merged_into")
PLAIN += ("appealed", "leaving")
MOVING: tuple[str, ...] = ("status", "desk", "first_responsible", "reopened", "bounces")
MOVING += ("category", "building", "grid", "finish_by", "kind", "urgency", "summary")
MOVING += ("recorder", "muted", "merged_into", "appealed", "leaving")

_HERE = CASES.c.community_id == bindparam("community")
_NEXT = select(func.coalesce(func.max(CASES.c.number), 0) + 1).where(_HERE)
_ADD = insert(CASES).returning(CASES.c.id)
_GET = select(CASES).where(_HERE, CASES.c.id == bindparam("wanted"))
_NUMBERED = select(CASES).where(_HERE, CASES.c.number == bindparam("wanted"))
_MESSAGE = select(CASES).where(
    _HERE, CASES.c.chat == bindparam("chat"), CASES.c.message == bindparam("message")
)
_OWN = (
    select(CASES)
    .where(_HERE, CASES.c.reporter == bindparam("person"))
    .order_by(CASES.c.status.in_(sorted(CLOSED)), CASES.c.id.desc())
    .limit(10)
)
_TWIN = (
    select(CASES)
    .where(
        _HERE,
        CASES.c.reporter == bindparam("person"),
        CASES.c.chat == bindparam("where"),
        CASES.c.text == bindparam("said"),
        CASES.c.at >= bindparam("since"),
    )
    .order_by(CASES.c.id)
    .limit(1)
)
_INTO = (
    select(CASES.c.id, CASES.c.reporter)
    .where(CASES.c.merged_into == bindparam("wanted"))
    .cte("merged", recursive=True)
)
_INTO = _INTO.union(
    select(CASES.c.id, CASES.c.reporter).join(_INTO, CASES.c.merged_into == _INTO.c.id)
)
_MERGED = select(_INTO.c.id, _INTO.c.reporter).order_by(_INTO.c.id)
_ALIKE = (
    select(CASES.c.id, CASES.c.reporter)
    .where(
        _HERE,
        CASES.c.category == bindparam("sort"),
        CASES.c.building == bindparam("place"),
        CASES.c.at >= bindparam("since"),
        CASES.c.status != CaseStatus.WITHDRAWN,
        CASES.c.behalf == "",  # whoever enters for others is not who says it
    )
    .order_by(CASES.c.id)
)
_STILL_OPEN = (
    select(CASES)
    .where(_HERE, CASES.c.kind == bindparam("sort"), CASES.c.status.in_(sorted(OPEN)))
    .order_by(CASES.c.id)
)
_SAVE = (
    update(CASES)
    .where(CASES.c.id == bindparam("b_id"), CASES.c.version == bindparam("b_version"))
    .values({name: bindparam(f"b_{name}") for name in MOVING} | {"version": CASES.c.version + 1})
)
_INSERTED = upsert(ASSIGNMENTS)
_ASSIGN = _INSERTED.on_conflict_do_update(
    index_elements=["case_id", "seq"],
    set_={
        name: _INSERTED.excluded[name]
        for name in ("status", "at", "until", "receiver", "note", "proof")
    },
)
_ASSIGNED = (
    select(ASSIGNMENTS)
    .where(ASSIGNMENTS.c.case_id == bindparam("wanted"))
    .order_by(ASSIGNMENTS.c.seq)
)
_STEPS = Steps(PASSAGES, "case_id", Passage, CaseAction, to="receiver")
_REVISE = insert(REVISIONS)
_REVISED = (
    select(REVISIONS.c.text)
    .where(REVISIONS.c.case_id == bindparam("wanted"))
    .order_by(REVISIONS.c.id)
)


class Cases:
    """Every case of one community."""

    def __init__(self, connection: Connection, community: int, key: str) -> None:
        self._db = connection
        self._community = community
        self._key = key
        self._written: dict[int, tuple[Assignment, ...]] = {}  # of each case, as last read

    def add(self, case: Case) -> Case:
        """Write a new case; return it with its id and number."""
        count = self._db.execute(_NEXT, {"community": self._community}).scalar_one()
        row = {name: getattr(case, name) for name in PLAIN} | {
            "number": count,
            "community_id": self._community,
            "status": case.status,
            "kind": case.kind,
            "urgency": case.urgency,
            "at": ms(case.at),
            "finish_by": ms(case.finish_by),
            "version": 0,
        }
        added = replace(case, number=count, id=self._db.execute(_ADD, row).scalar_one())
        self._assign(added)
        return added

    def get(self, case: int) -> Case:
        """Return a case; Unknown if there is none."""
        return self._known(self._db.execute(_GET, self._wanted(case)).first())

    def numbered(self, number: int) -> Case:
        """Return the case of that number in the community; Unknown if there is none."""
        return self._known(self._db.execute(_NUMBERED, self._wanted(number)).first())

    def save(self, case: Case) -> Case:
        """Write the case unless somebody else did since it was read (then Conflict)."""
        row: dict[str, Any] = {f"b_{name}": getattr(case, name) for name in MOVING}
        row |= {"b_id": case.id, "b_version": case.version, "b_finish_by": ms(case.finish_by)}
        if self._db.execute(_SAVE, row).rowcount != 1:
            raise Conflict
        self._assign(case)
        return replace(case, version=case.version + 1)

    def of_reporter(self, person: int) -> Sequence[Case]:
        """Return the newest cases of a person, open ones first, at most ten."""
        rows = self._db.execute(_OWN, {"community": self._community, "person": person})
        return [self._case(row) for row in rows.all()]

    def from_message(self, chat: int, message: int) -> Case | None:
        """Return the case that a message opened, if one did."""
        where = {"community": self._community, "chat": chat, "message": message}
        row = self._db.execute(_MESSAGE, where).first()
        return self._case(row) if row else None

    def same(self, person: int, chat: int, text: str, since: datetime) -> Case | None:
        """Return the first case that a person reported here in the same words since then."""
        where = {"person": person, "where": chat, "said": text, "since": ms(since)}
        row = self._db.execute(_TWIN, {"community": self._community, **where}).first()
        return self._case(row) if row else None

    def open_of_kind(self, kind: CaseKind) -> Sequence[Case]:
        """Return the open cases of a kind, oldest first."""
        rows = self._db.execute(_STILL_OPEN, {"community": self._community, "sort": kind})
        return [self._case(row) for row in rows.all()]

    def alike(self, category: str, building: str, since: datetime) -> Sequence[tuple[int, int]]:
        """Return case and reporter of what was reported alike since then, oldest first."""
        where = {"sort": category, "place": building, "since": ms(since)}
        rows = self._db.execute(_ALIKE, {"community": self._community, **where}).all()
        return [(row.id, row.reporter) for row in rows]

    def merged_into(self, case: int) -> Sequence[Case]:
        """Return every case merged into one, and into those, oldest first."""
        rows = self._db.execute(_MERGED, {"wanted": case}).all()
        return [self.get(row.id) for row in rows]

    def passed(self, case: int, passage: Passage) -> None:
        """Write down a step taken."""
        _STEPS.write(self._db, case, passage)

    def passages(self, case: int) -> Sequence[Passage]:
        """Return the steps taken, oldest first."""
        return _STEPS.read(self._db, case)

    def revise(self, case: int, at: datetime, text: str) -> None:
        """Keep an edited text beside the one first sent."""
        self._db.execute(_REVISE, {"case_id": case, "at": ms(at), "text": text})

    def revisions(self, case: int) -> Sequence[str]:
        """Return the edited texts, oldest first."""
        return self._db.execute(_REVISED, {"wanted": case}).scalars().all()

    def _wanted(self, wanted: int) -> dict[str, int]:
        return {"community": self._community, "wanted": wanted}

    def _known(self, row: Row[Any] | None) -> Case:
        if row is None:
            raise Unknown("refusal-no-case")
        return self._case(row)

    def _case(self, row: Row[Any]) -> Case:
        found = row._mapping  # noqa: SLF001 -- SQLAlchemy's public name for it
        assigned = self._db.execute(_ASSIGNED, {"wanted": row.id}).all()
        self._written[row.id] = assignments = tuple(map(_assignment, assigned))
        return Case(
            **{name: found[name] for name in PLAIN},
            id=row.id,
            community=self._key,
            status=CaseStatus(row.status),
            kind=CaseKind(row.kind),
            urgency=Urgency(row.urgency),
            at=moment(row.at),
            finish_by=moment(row.finish_by),
            version=row.version,
            followers=tuple(
                merged.reporter for merged in self._db.execute(_MERGED, {"wanted": row.id})
            ),
            assignments=assignments,
        )

    def _assign(self, case: Case) -> None:
        """Write what changed in the assignments: the case's version guards the others."""
        known = self._written.get(case.id, ())
        self._written[case.id] = case.assignments
        rows = [
            {
                "case_id": case.id,
                "seq": seq,
                "officer": a.officer,
                "status": a.status,
                "at": ms(a.at),
                "until": ms(a.until),
                "receiver": a.receiver,
                "note": a.note,
                "proof": a.proof,
            }
            for seq, a in enumerate(case.assignments, start=1)
            if a not in known[seq - 1 : seq]
        ]
        if rows:
            self._db.execute(_ASSIGN, rows)


def _assignment(row: Row[Any]) -> Assignment:
    return Assignment(
        officer=row.officer,
        status=AssignmentStatus(row.status),
        at=moment(row.at),
        until=moment(row.until),
        receiver=row.receiver,
        note=row.note,
        proof=row.proof,
    )
