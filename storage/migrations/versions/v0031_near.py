"""A topic may be of one building or one grid, opened by its head; and which classes spoke."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """Add node and theme: what was is for everybody."""
    with op.batch_alter_table("topics") as topics:
        topics.add_column(sa.Column("node", sa.Text(), nullable=False, server_default=""))
        topics.add_column(
            sa.Column("heard", sa.JSON(none_as_null=True), nullable=False, server_default="[]")
        )
        topics.add_column(sa.Column("theme", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("topics") as topics:
        topics.alter_column("node", server_default=None)
        topics.alter_column("theme", server_default=None)
        topics.alter_column("heard", server_default=None)
    with op.batch_alter_table("fourstep_records") as records:
        records.add_column(sa.Column("quorum", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("fourstep_records") as records:
        records.alter_column("quorum", server_default=None)
