"""How the items of the programme were changed, and who reads their editions in private."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "programme_changes",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        *_texts("item", "action", "why", "side", "asked_by"),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        *_texts("status", "decided_by"),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        _of_community("programme_changes"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_changes")),
    )
    name = op.f("ix_programme_changes_community_id")
    op.create_index(name, "programme_changes", ["community_id"])
    op.create_table(
        "disclosure_subscribers",
        sa.Column("community_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        _of_community("disclosure_subscribers"),
        sa.PrimaryKeyConstraint("community_id", "person", name=op.f("pk_disclosure_subscribers")),
    )


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _of_community(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_community_id_communities")
    return sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=name)
