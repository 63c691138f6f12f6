"""Meetings and who comes, notices and surveys, each in a number series of its own (E17, E18)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
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
    insert,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as upsert

from governance.deliberations.states import Consultation
from governance.meetings.meeting import Meeting
from governance.meetings.sounding import Sounding
from governance.meetings.states import Coming, MeetingKind, MeetingStatus, SoundingStatus
from governance.refusals import Conflict, Unknown
from storage.database import METADATA, document, key, number
from storage.rows import moment, ms

MOVING = ("place", "opens", "status", "attendance", "minutes", "photo", "note")
CHANGING = ("status", "note", "chat", "message", "poll", "counts", "answered")

MEETINGS = Table(
    "meetings",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    number("number"),
    Column("kind", Text, nullable=False),
    document("agenda"),
    Column("place", Text, nullable=False),
    number("opens"),
    Column("called_by", Text, nullable=False),
    number("at"),
    Column("status", Text, nullable=False),
    number("attendance"),
    Column("minutes", Text, nullable=False),
    Column("photo", Text, nullable=False),
    Column("note", Text, nullable=False),
    number("version"),
    UniqueConstraint("community_id", "number"),
    Index(None, "community_id", "status"),
)
COMING = Table(
    "meeting_answers",
    METADATA,
    number("meeting_id", ForeignKey("meetings.id"), primary_key=True),
    number("person", primary_key=True),
    number("at"),
    Column("answer", Text, nullable=False),
)
SOUNDINGS = Table(
    "soundings",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    number("number"),
    number("topic_id", ForeignKey("topics.id"), index=True, nullable=True),
    number("edition_id", ForeignKey("disclosures.id"), index=True, nullable=True),
    number("roster"),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    document("options"),
    Column("by", Text, nullable=False),
    number("at"),
    number("until"),
    Column("status", Text, nullable=False),
    Column("note", Text, nullable=False),
    number("chat"),
    number("message"),
    Column("poll", Text, nullable=False),
    document("counts", nullable=True),
    number("answered"),
    number("version"),
    UniqueConstraint("community_id", "number"),
    Index(None, "community_id", "status"),
    Index(None, "poll"),
)


def _series(table: Table) -> Any:  # noqa: ANN401 -- a Select of one column
    here = table.c.community_id == bindparam("community")
    return select(func.coalesce(func.max(table.c.number), 0) + 1).where(here)


def _one(table: Table, column: str = "id") -> Any:  # noqa: ANN401 -- a Select
    here = table.c.community_id == bindparam("community")
    return select(table).where(here, table.c[column] == bindparam("wanted"))


def _standing(table: Table) -> Any:  # noqa: ANN401 -- as above
    here = table.c.community_id == bindparam("community")
    among = table.c.status.in_(bindparam("statuses", expanding=True))
    return select(table).where(here, among).order_by(table.c.id)


def _save(table: Table, columns: Sequence[str]) -> Any:  # noqa: ANN401 -- an Update
    values: dict[str, Any] = {name: bindparam(f"b_{name}") for name in columns}
    same = table.c.id == bindparam("b_id"), table.c.version == bindparam("b_version")
    return update(table).where(*same).values(values | {"version": table.c.version + 1})


_NEXT_MEETING, _NEXT_SOUNDING = _series(MEETINGS), _series(SOUNDINGS)
_ADD_MEETING = insert(MEETINGS).returning(MEETINGS.c.id)
_ADD_SOUNDING = insert(SOUNDINGS).returning(SOUNDINGS.c.id)
_MEETING, _SOUNDING = _one(MEETINGS), _one(SOUNDINGS)
_POLLED = _one(SOUNDINGS, "poll")
_ABOUT = _one(SOUNDINGS, "edition_id")
_MEETINGS, _SOUNDINGS = _standing(MEETINGS), _standing(SOUNDINGS)
_SAVE_MEETING, _SAVE_SOUNDING = _save(MEETINGS, MOVING), _save(SOUNDINGS, CHANGING)
_COME = upsert(COMING)
_COME = _COME.on_conflict_do_update(
    index_elements=["meeting_id", "person"],
    set_={"answer": _COME.excluded.answer, "at": _COME.excluded.at},
)
_ANSWERED = (
    select(COMING)
    .where(COMING.c.meeting_id == bindparam("wanted"))
    .order_by(COMING.c.at, COMING.c.person)
)


class Meetings:
    """Every meeting of one community, with who comes."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._community = community

    def add(self, meeting: Meeting) -> Meeting:
        """Write a new meeting; return it with its id and number."""
        turn = self._db.execute(_NEXT_MEETING, {"community": self._community}).scalar_one()
        row = _moving(meeting) | {
            "community_id": self._community,
            "number": turn,
            "kind": meeting.kind,
            "agenda": list(meeting.agenda),
            "called_by": meeting.called_by,
            "at": ms(meeting.at),
            "version": 0,
        }
        made: int = self._db.execute(_ADD_MEETING, row).scalar_one()
        return replace(meeting, id=made, number=turn)

    def get(self, meeting: int) -> Meeting:
        """Return a meeting; Unknown if there is none."""
        wanted = {"community": self._community, "wanted": meeting}
        return _meeting(_known(self._db.execute(_MEETING, wanted).first()))

    def standing(self, statuses: Sequence[MeetingStatus]) -> Sequence[Meeting]:
        """Return the meetings that stand in one of these statuses, oldest first."""
        asked = {"community": self._community, "statuses": [str(s) for s in statuses]}
        return [_meeting(row) for row in self._db.execute(_MEETINGS, asked).all()]

    def save(self, meeting: Meeting) -> Meeting:
        """Write the meeting unless somebody else did since it was read (then Conflict)."""
        row = {f"b_{name}": value for name, value in _moving(meeting).items()}
        row |= {"b_id": meeting.id, "b_version": meeting.version}
        if self._db.execute(_SAVE_MEETING, row).rowcount != 1:
            raise Conflict
        return replace(meeting, version=meeting.version + 1)

    def answer(self, meeting: int, person: int, coming: Coming, at: datetime) -> None:
        """Write down whether somebody comes; the newest answer counts."""
        row = {"meeting_id": meeting, "person": person, "answer": coming, "at": ms(at)}
        self._db.execute(_COME, row)

    def answers(self, meeting: int) -> Mapping[int, Coming]:
        """Return who answered what, in the order of the answers."""
        rows = self._db.execute(_ANSWERED, {"wanted": meeting})
        return {row.person: Coming(row.answer) for row in rows}


class Soundings:
    """Every notice and survey of one community."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._community = community

    def add(self, sounding: Sounding) -> Sounding:
        """Write a new notice or survey; return it with its id and number."""
        turn = self._db.execute(_NEXT_SOUNDING, {"community": self._community}).scalar_one()
        row = _changing(sounding) | {
            "community_id": self._community,
            "number": turn,
            "topic_id": sounding.topic or None,
            "edition_id": sounding.edition or None,
            "roster": sounding.roster,
            "kind": sounding.kind,
            "text": sounding.text,
            "options": list(sounding.options),
            "by": sounding.by,
            "at": ms(sounding.at),
            "until": ms(sounding.until),
            "version": 0,
        }
        made: int = self._db.execute(_ADD_SOUNDING, row).scalar_one()
        return replace(sounding, id=made, number=turn)

    def get(self, sounding: int) -> Sounding:
        """Return a notice or survey; Unknown if there is none."""
        wanted = {"community": self._community, "wanted": sounding}
        return _sounding(_known(self._db.execute(_SOUNDING, wanted).first()))

    def polled(self, poll: str) -> Sounding | None:
        """Return the survey that Telegram asks as this poll, if one is."""
        wanted = {"community": self._community, "wanted": poll}
        row = self._db.execute(_POLLED, wanted).first()
        return _sounding(row) if row else None

    def about(self, edition: int) -> Sounding | None:
        """Return the survey about a duty report in this version, if there is one."""
        wanted = {"community": self._community, "wanted": edition}
        row = self._db.execute(_ABOUT, wanted).first()
        return _sounding(row) if row else None

    def standing(self, statuses: Sequence[SoundingStatus]) -> Sequence[Sounding]:
        """Return those that stand in one of these statuses, oldest first."""
        asked = {"community": self._community, "statuses": [str(s) for s in statuses]}
        return [_sounding(row) for row in self._db.execute(_SOUNDINGS, asked).all()]

    def save(self, sounding: Sounding) -> Sounding:
        """Write it unless somebody else did since it was read (then Conflict)."""
        row = {f"b_{name}": value for name, value in _changing(sounding).items()}
        row |= {"b_id": sounding.id, "b_version": sounding.version}
        if self._db.execute(_SAVE_SOUNDING, row).rowcount != 1:
            raise Conflict
        return replace(sounding, version=sounding.version + 1)


def _known(row: Row[Any] | None) -> Row[Any]:
    if row is None:
        raise Unknown("refusal-no-meeting")
    return row


def _moving(meeting: Meeting) -> dict[str, Any]:
    return {name: getattr(meeting, name) for name in MOVING} | {"opens": ms(meeting.opens)}


def _changing(sounding: Sounding) -> dict[str, Any]:
    counts = None if sounding.counts is None else list(sounding.counts)
    return {name: getattr(sounding, name) for name in CHANGING} | {"counts": counts}


def _meeting(row: Row[Any]) -> Meeting:
    found = row._mapping  # noqa: SLF001 -- SQLAlchemy's public name for it
    whole: dict[str, Any] = {name: found[name] for name in ("id", "number", "version", *MOVING)}
    whole |= {
        "agenda": tuple(row.agenda),
        "kind": MeetingKind(row.kind),
        "opens": moment(row.opens),
        "called_by": row.called_by,
        "at": moment(row.at),
        "status": MeetingStatus(row.status),
    }
    return Meeting(**whole)


def _sounding(row: Row[Any]) -> Sounding:
    found = row._mapping  # noqa: SLF001 -- as above
    plain = ("id", "number", "version", "text", "by", *CHANGING)
    whole: dict[str, Any] = {name: found[name] for name in plain}
    whole |= {
        "topic": row.topic_id or 0,
        "edition": row.edition_id or 0,
        "roster": row.roster,
        "kind": Consultation(row.kind),
        "options": tuple(row.options),
        "at": moment(row.at),
        "until": moment(row.until),
        "status": SoundingStatus(row.status),
        "counts": None if row.counts is None else tuple(row.counts),
    }
    return Sounding(**whole)
