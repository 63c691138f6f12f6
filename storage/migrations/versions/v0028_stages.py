"""A project's stage is shown by an edition, whose number stands with the project."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0026"


def upgrade() -> None:
    """Add the number; let go of alarms and talks that editions have taken the place of."""
    with op.batch_alter_table("clause_showings") as showings:
        showings.add_column(sa.Column("serial", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("clause_showings") as showings:
        showings.alter_column("serial", server_default=None)
    # the clock looks for the editions of stages each morning, and tells their absence by itself
    op.execute("DELETE FROM dues WHERE verb = 'stage_missed'")
    op.execute("UPDATE dialogues SET kind = 'project', status = 'expired' WHERE kind = 'stage'")
