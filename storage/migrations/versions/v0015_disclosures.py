"""Editions of what is disclosed, and what readers say and ask (8.12)."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)
WORDS = ("serial", "digest", "approved_by", "signed", "countersigned_by", "why")


def upgrade() -> None:
    """Make the tables."""
    _disclosures()
    op.create_table(
        "disclosure_passages",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        *_numbers("disclosure_id"),
        *_texts("action", "officer"),
        *_numbers("at"),
        *_texts("note"),
        _of_disclosure("disclosure_passages"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosure_passages")),
    )
    op.create_table(
        "disclosure_readers",
        *_numbers("disclosure_id", "person"),
        *_texts("said"),
        *_numbers("at"),
        _of_disclosure("disclosure_readers"),
        sa.PrimaryKeyConstraint("disclosure_id", "person", name=op.f("pk_disclosure_readers")),
    )
    op.create_table(
        "disclosure_questions",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        *_numbers("disclosure_id", "line", "person", "at", "due"),
        *_texts("text", "answer", "answered_by"),
        *_numbers("answered_at", nullable=True),
        _of_disclosure("disclosure_questions"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosure_questions")),
    )
    for table in ("disclosure_passages", "disclosure_questions"):
        op.create_index(op.f(f"ix_{table}_disclosure_id"), table, ["disclosure_id"])


def _numbers(*names: str, nullable: bool = False) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.BigInteger(), nullable=nullable) for name in names]


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _of_disclosure(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_disclosure_id_disclosures")
    return sa.ForeignKeyConstraint(["disclosure_id"], ["disclosures.id"], name=name)


def _disclosures() -> None:
    unique = ["community_id", "item", "starts", "occasion", "version"]
    op.create_table(
        "disclosures",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        *_numbers("community_id"),
        *_texts("item", "starts", "ends", "occasion"),
        sa.Column("due", sa.Text(), nullable=True),
        *_numbers("version", "follows", "revision"),
        *_texts("status", *WORDS),
        sa.Column("drafters", JSON, nullable=False),
        *_numbers("checked_until", "published_at", nullable=True),
        sa.Column("content", JSON, nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_disclosures_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosures")),
        sa.UniqueConstraint(*unique, name=op.f("uq_disclosures_" + "_".join(unique))),
    )
    op.create_index(
        op.f("ix_disclosures_community_id_disclosures_status"),
        "disclosures",
        ["community_id", "status"],
    )
