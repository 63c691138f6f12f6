"""Meetings, notices and surveys, and the six steps of the six steps (E13, E17, E18)."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    _meetings()
    _soundings()
    _fourstep()


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.BigInteger(), nullable=False) for name in names]


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _document(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(none_as_null=True), nullable=nullable)


def _key() -> sa.Column[int]:
    return sa.Column("id", KEY, autoincrement=True, nullable=False)


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)


def _meetings() -> None:
    op.create_table(
        "meetings",
        _key(),
        *_numbers("community_id", "number"),
        *_texts("kind"),
        _document("agenda"),
        *_texts("place"),
        *_numbers("opens"),
        *_texts("called_by"),
        *_numbers("at"),
        *_texts("status"),
        *_numbers("attendance"),
        *_texts("minutes", "photo", "note"),
        *_numbers("version"),
        _to("meetings", "community_id", "communities"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        sa.UniqueConstraint(
            "community_id", "number", name=op.f("uq_meetings_community_id_number")
        ),
    )
    op.create_index(
        op.f("ix_meetings_community_id_meetings_status"), "meetings", ["community_id", "status"]
    )
    op.create_table(
        "meeting_answers",
        *_numbers("meeting_id", "person", "at"),
        *_texts("answer"),
        _to("meeting_answers", "meeting_id", "meetings"),
        sa.PrimaryKeyConstraint("meeting_id", "person", name=op.f("pk_meeting_answers")),
    )


def _soundings() -> None:
    op.create_table(
        "soundings",
        _key(),
        *_numbers("community_id", "number", "topic_id"),
        *_texts("kind", "text"),
        _document("options"),
        *_texts("by"),
        *_numbers("at", "until"),
        *_texts("status", "note"),
        *_numbers("chat", "message"),
        *_texts("poll"),
        _document("counts", nullable=True),
        *_numbers("answered", "version"),
        _to("soundings", "community_id", "communities"),
        _to("soundings", "topic_id", "topics"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_soundings")),
        sa.UniqueConstraint(
            "community_id", "number", name=op.f("uq_soundings_community_id_number")
        ),
    )
    op.create_index(
        op.f("ix_soundings_community_id_soundings_status"), "soundings", ["community_id", "status"]
    )
    op.create_index(op.f("ix_soundings_poll"), "soundings", ["poll"])
    op.create_index(op.f("ix_soundings_topic_id"), "soundings", ["topic_id"])


def _fourstep() -> None:
    op.create_table(
        "fourstep_tracks",
        _key(),
        *_numbers("community_id", "topic_id"),
        *_texts("reached"),
        *_numbers("version"),
        _to("fourstep_tracks", "community_id", "communities"),
        _to("fourstep_tracks", "topic_id", "topics"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fourstep_tracks")),
        sa.UniqueConstraint("topic_id", name=op.f("uq_fourstep_tracks_topic_id")),
    )
    op.create_table(
        "fourstep_records",
        _key(),
        *_numbers("track_id"),
        *_texts("step", "on"),
        *_numbers("expected", "present"),
        sa.Column("passed", sa.Boolean(), nullable=False),
        *_texts("result", "photo", "by"),
        *_numbers("at"),
        _to("fourstep_records", "track_id", "fourstep_tracks"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fourstep_records")),
    )
    op.create_index(op.f("ix_fourstep_records_track_id"), "fourstep_records", ["track_id"])
