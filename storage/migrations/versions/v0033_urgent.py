"""A message that would wait may be told at once, with a reason that is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    """Add the urgent messages; there were none before."""
    op.create_table(
        "urgent_messages",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_urgent_messages_community_id_communities"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_urgent_messages")),
    )
    with op.batch_alter_table("urgent_messages") as messages:
        messages.create_index(
            op.f("ix_urgent_messages_community_id_urgent_messages_month"),
            ["community_id", "month"],
        )
