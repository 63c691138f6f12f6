"""Supervision may let a project's stage go on before an earlier one was shown."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    """Add the leaves to the stages; none was given before."""
    with op.batch_alter_table("clause_showings") as showings:
        showings.add_column(
            sa.Column("aheads", sa.JSON(none_as_null=True), nullable=False, server_default="[]")
        )
    with op.batch_alter_table("clause_showings") as showings:
        showings.alter_column("aheads", server_default=None)
