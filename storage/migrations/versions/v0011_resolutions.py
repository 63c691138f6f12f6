"""Resolutions with their promises, what people say of them, and outcomes of referrals (8.11)."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENTS = ("published_at", "window_until", "in_force_at", "disclosed_at", "asked_until")


def upgrade() -> None:
    """Make the tables."""
    _resolutions()
    _clauses()
    _against()
    _asked()


def _id() -> sa.Column[int]:
    return sa.Column("id", KEY, autoincrement=True, nullable=False)


def _numbers(*names: str, nullable: bool = False) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.BigInteger(), nullable=nullable) for name in names]


def _texts(*names: str, nullable: bool = False) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=nullable) for name in names]


def _documents(*names: str, nullable: bool = False) -> list[sa.Column[object]]:
    kind = sa.JSON(none_as_null=True)
    return [sa.Column(name, kind, nullable=nullable) for name in names]


def _whether(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _of(table: str, other: str, column: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)


def _pk(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*(columns or ("id",)), name=op.f(f"pk_{table}"))


def _index(table: str, column: str) -> None:
    op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _resolutions() -> None:
    op.create_table(
        "resolutions",
        _id(),
        *_numbers("community_id", "number", "topic_id", "at", "version"),
        *_texts("status", "kind", "drafted_by", "text", "checked_by", "result"),
        _whether("submitted"),
        *_numbers(*MOMENTS, nullable=True),
        *_documents("earlier", "final"),
        *_documents("basis", nullable=True),
        _of("resolutions", "communities", "community_id"),
        _of("resolutions", "topics", "topic_id"),
        _pk("resolutions"),
        sa.UniqueConstraint(
            "community_id", "number", name=op.f("uq_resolutions_community_id_number")
        ),
    )
    _index("resolutions", "topic_id")
    op.create_index(
        op.f("ix_resolutions_community_id_resolutions_status"),
        "resolutions",
        ["community_id", "status"],
    )


def _clauses() -> None:
    op.create_table(
        "resolution_clauses",
        _id(),
        *_numbers("resolution_id"),
        *_texts("who", "what", "proof", "finish_by", "disclose_by"),
        *_texts("until", "settled_on", nullable=True),
        *_numbers("number", "money", "progress"),
        *_texts("rhythm", "status"),
        *_numbers("case_id", nullable=True),
        _of("resolution_clauses", "resolutions", "resolution_id"),
        _of("resolution_clauses", "cases", "case_id"),
        _pk("resolution_clauses"),
    )
    _index("resolution_clauses", "resolution_id")
    _index("resolution_clauses", "case_id")
    op.create_table(
        "clause_checkins",
        *_numbers("clause_id"),
        *_texts("day"),
        *_numbers("at", nullable=True),
        *_texts("text", "photo"),
        *_numbers("progress"),
        _whether("missed"),
        _of("clause_checkins", "resolution_clauses", "clause_id"),
        _pk("clause_checkins", "clause_id", "day"),
    )


def _against() -> None:
    said: dict[str, tuple[list[sa.Column[int]], list[sa.Column[str]]]] = {
        "contests": (_numbers("person", "at"), _texts("text", "answer", "answered_by")),
        "corrections": (_numbers("at"), _texts("officer", "note", "basis")),
        "passages": (_numbers("at"), _texts("action", "officer", "note")),
    }
    for what, (numbers, texts) in said.items():
        table = f"resolution_{what}"
        op.create_table(
            table,
            _id(),
            *_numbers("resolution_id"),
            *numbers,
            *texts,
            _of(table, "resolutions", "resolution_id"),
            _pk(table),
        )
        _index(table, "resolution_id")


def _asked() -> None:
    op.create_table(
        "resolution_asked",
        *_numbers("resolution_id", "person"),
        _whether("voted"),
        _of("resolution_asked", "resolutions", "resolution_id"),
        _pk("resolution_asked", "resolution_id", "person"),
    )
    op.create_table(
        "resolution_replies",
        *_numbers("resolution_id", "person"),
        *_texts("question", "reply"),
        *_numbers("at"),
        _of("resolution_replies", "resolutions", "resolution_id"),
        _pk("resolution_replies", "resolution_id", "person", "question"),
    )
    op.create_table(
        "topic_referrals",
        _id(),
        *_numbers("topic_id"),
        *_texts("outcome", "day", "basis", "officer"),
        *_numbers("at"),
        _of("topic_referrals", "topics", "topic_id"),
        _pk("topic_referrals"),
    )
    _index("topic_referrals", "topic_id")
