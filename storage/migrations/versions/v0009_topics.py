"""Topics, what is said to them, and who stands behind them (8.8)."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORDS = ("text", "entry", "lead", "party_conclusion", "summary")
WHETHER = ("major", "vital", "reserved")
MOMENTS = ("admitted_at", "discussed_from", "summarised_at")
NUMBERS = ("statements", "meetings", "retried")
DOCUMENTS = ("criteria", "elements", "review", "consultations", "cases")


def upgrade() -> None:
    """Make the tables."""
    _topics()
    _beside()
    _statements()


def _numbers(*names: str, nullable: bool = False) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.BigInteger(), nullable=nullable) for name in names]


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _whether(*names: str) -> list[sa.Column[bool]]:
    return [sa.Column(name, sa.Boolean(), nullable=False) for name in names]


def _of_topic(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_topic_id_topics")
    return sa.ForeignKeyConstraint(["topic_id"], ["topics.id"], name=name)


def _topics() -> None:
    op.create_table(
        "topics",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        *_numbers("community_id", "number", "proposer", "at", "version"),
        *_texts("status", *WORDS),
        *_whether(*WHETHER),
        *_numbers(*MOMENTS, nullable=True),
        *_numbers(*NUMBERS),
        *(sa.Column(name, sa.JSON(none_as_null=True), nullable=False) for name in DOCUMENTS),
        sa.Column("party_studied", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_topics_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topics")),
        sa.UniqueConstraint("community_id", "number", name=op.f("uq_topics_community_id_number")),
    )
    op.create_index(
        op.f("ix_topics_community_id_topics_status"), "topics", ["community_id", "status"]
    )


def _beside() -> None:
    op.create_table(
        "topic_objections",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        *_numbers("topic_id", "person", "at"),
        *_whether("affected"),
        *_texts("text", "met"),
        *_whether("withdrawn"),
        _of_topic("topic_objections"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic_objections")),
    )
    op.create_index(op.f("ix_topic_objections_topic_id"), "topic_objections", ["topic_id"])
    op.create_table(
        "topic_seconds",
        *_numbers("topic_id"),
        *_texts("household"),
        *_numbers("person", "at"),
        _of_topic("topic_seconds"),
        sa.PrimaryKeyConstraint("topic_id", "household", name=op.f("pk_topic_seconds")),
    )
    op.create_table(
        "topic_passages",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        *_numbers("topic_id"),
        *_texts("action", "officer"),
        *_numbers("at"),
        *_texts("note", "proof"),
        _of_topic("topic_passages"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic_passages")),
    )
    op.create_index(op.f("ix_topic_passages_topic_id"), "topic_passages", ["topic_id"])


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        *_numbers("topic_id", "number", "person", "at"),
        *_texts("stance", "text", "voice"),
        *_whether("affected", "hidden", "shown"),
        *_texts("entered_by", "reply"),
        _of_topic("statements"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
        sa.UniqueConstraint("topic_id", "number", name=op.f("uq_statements_topic_id_number")),
    )
    op.create_table(
        "statement_answers",
        *_numbers("statement_id", "person", "at"),
        *_texts("answer"),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statements.id"],
            name=op.f("fk_statement_answers_statement_id_statements"),
        ),
        sa.PrimaryKeyConstraint("statement_id", "person", name=op.f("pk_statement_answers")),
    )
