"""What was last shown of an opinion map: it changes by five people at a time."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "opinion_cells",
        sa.Column("topic_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("whose", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("answered", sa.BigInteger(), nullable=False),
        sa.Column("leaning", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["topics.id"], name=op.f("fk_opinion_cells_topic_id_topics")
        ),
        sa.PrimaryKeyConstraint("topic_id", "number", "whose", name=op.f("pk_opinion_cells")),
    )
