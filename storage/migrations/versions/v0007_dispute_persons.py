"""Who held the posts that were named as a party or kin of a dispute (A09, C06)."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column."""
    op.add_column("disputes", sa.Column("persons", sa.Text(), server_default="", nullable=False))
