"""What waits until Telegram was asked once more is found at once."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Make the index."""
    unasked = sa.text("status = 'unasked'")
    op.create_index(
        "ix_dues_unasked", "dues", ["at"], sqlite_where=unasked, postgresql_where=unasked
    )
