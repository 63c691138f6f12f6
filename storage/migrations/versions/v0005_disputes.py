"""Disputes and their road to a mediator (8.4, C01)."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORDS = ("behalf", "since", "tried", "wishes", "text", "voice")
NAMES = ("acknowledged_by", "mediator", "office", "place", "phone")
WHETHER = ("named", "declared", "kin_named", "flagged", "anyone", "withdrawal_asked")
LISTS = ("parties", "kin", "called", "declined")
NUMBERS = ("entered_by", "raised", "rounds")


def upgrade() -> None:
    """Make the tables."""
    _disputes()
    op.create_table(
        "dispute_entries",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("dispute_id", sa.BigInteger(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["disputes.id"], name=op.f("fk_dispute_entries_dispute_id_disputes")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_entries")),
    )
    op.create_index(op.f("ix_dispute_entries_dispute_id"), "dispute_entries", ["dispute_id"])
    op.create_table(
        "screenings",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("grid", sa.Text(), nullable=False),
        sa.Column("week", sa.Text(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_screenings_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_screenings")),
        sa.UniqueConstraint(
            "community_id", "grid", "week", name=op.f("uq_screenings_community_id_grid_week")
        ),
    )


def _disputes() -> None:
    op.create_table(
        "disputes",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        *(
            sa.Column(name, sa.BigInteger(), nullable=False)
            for name in ("number", "reporter", "at", "version")
        ),
        sa.Column("status", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("type", "pair", "building")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in (*WORDS, *NAMES)),
        *(sa.Column(name, sa.Boolean(), nullable=False) for name in WHETHER),
        *(sa.Column(name, sa.JSON(none_as_null=True), nullable=False) for name in LISTS),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in NUMBERS),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_disputes_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disputes")),
        sa.UniqueConstraint(
            "community_id", "number", name=op.f("uq_disputes_community_id_number")
        ),
    )
    op.create_index(
        op.f("ix_disputes_community_id_disputes_reporter"),
        "disputes",
        ["community_id", "reporter"],
    )
