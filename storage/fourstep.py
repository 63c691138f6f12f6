"""The ways of topics through the six steps, with each step as it was recorded (E13)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
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
    insert,
    select,
    update,
)

from governance.fourstep import FourStep, Minuted, Stage, Track
from governance.refusals import Conflict
from storage.database import METADATA, key, number
from storage.rows import moment, ms

WORDS = ("step", "result", "photo", "by", "quorum")

TRACKS = Table(
    "fourstep_tracks",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    number("topic_id", ForeignKey("topics.id")),
    Column("reached", Text, nullable=False),
    number("version"),
    UniqueConstraint("topic_id"),
)
RECORDS = Table(
    "fourstep_records",
    METADATA,
    key(),
    number("track_id", ForeignKey("fourstep_tracks.id"), index=True),
    Column("step", Text, nullable=False),
    Column("on", Text, nullable=False),
    number("expected"),
    number("present"),
    Column("passed", Boolean, nullable=False),
    Column("result", Text, nullable=False),
    Column("photo", Text, nullable=False),
    Column("by", Text, nullable=False),
    number("at"),
    Column("quorum", Text, nullable=False),
)

_HERE = TRACKS.c.community_id == bindparam("community")
_ADD = insert(TRACKS).returning(TRACKS.c.id)
_OF = select(TRACKS).where(_HERE, TRACKS.c.topic_id == bindparam("wanted"))
_ALL = select(TRACKS).where(_HERE).order_by(TRACKS.c.id)
_SAVE = (
    update(TRACKS)
    .where(TRACKS.c.id == bindparam("b_id"), TRACKS.c.version == bindparam("b_version"))
    .values(reached=bindparam("b_reached"), version=TRACKS.c.version + 1)
)
_RECORD = insert(RECORDS).returning(RECORDS.c.id)
_RECORDED = select(RECORDS).where(RECORDS.c.track_id == bindparam("wanted")).order_by(RECORDS.c.id)


class Tracks:
    """Every way of one community's topics."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._community = community

    def of(self, topic: int) -> Track | None:
        """Return the way of a topic, if it was begun."""
        wanted = {"community": self._community, "wanted": topic}
        row = self._db.execute(_OF, wanted).first()
        return self._track(row) if row else None

    def all(self) -> Sequence[Track]:
        """Return every way, the oldest first."""
        rows = self._db.execute(_ALL, {"community": self._community}).all()
        return [self._track(row) for row in rows]

    def save(self, track: Track) -> Track:
        """Write a way and what is new in it, unless somebody else did (then Conflict)."""
        saved = self._moved(track) if track.id else self._begun(track)
        records = tuple(r if r.id else self._record(saved.id, r) for r in track.records)
        return replace(saved, records=records)

    def _begun(self, track: Track) -> Track:
        row = {
            "community_id": self._community,
            "topic_id": track.topic,
            "reached": track.stage,
            "version": 0,
        }
        return replace(track, id=self._db.execute(_ADD, row).scalar_one())

    def _moved(self, track: Track) -> Track:
        row = {"b_id": track.id, "b_version": track.version, "b_reached": track.stage}
        if self._db.execute(_SAVE, row).rowcount != 1:
            raise Conflict
        return replace(track, version=track.version + 1)

    def _record(self, track: int, minuted: Minuted) -> Minuted:
        row = {
            "track_id": track,
            "on": minuted.on.isoformat(),
            "expected": minuted.expected,
            "present": minuted.present,
            "passed": minuted.passed,
            "at": ms(minuted.at),
            **{name: getattr(minuted, name) for name in WORDS},
        }
        return replace(minuted, id=self._db.execute(_RECORD, row).scalar_one())

    def _track(self, row: Row[Any]) -> Track:
        records = self._db.execute(_RECORDED, {"wanted": row.id})
        return Track(
            id=row.id,
            topic=row.topic_id,
            stage=Stage(row.reached),
            version=row.version,
            records=tuple(_minuted(r) for r in records),
        )


def _minuted(row: Row[Any]) -> Minuted:
    return Minuted(
        id=row.id,
        step=FourStep(row.step),
        on=date.fromisoformat(row.on),
        expected=row.expected,
        present=row.present,
        passed=row.passed,
        result=row.result,
        photo=row.photo,
        quorum=row.quorum,
        by=row.by,
        at=moment(row.at),
    )
