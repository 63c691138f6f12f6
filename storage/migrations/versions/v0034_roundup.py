"""A topic knows how far the last roundup of a day went; what was said before is no news."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"

_SAID = "SELECT COALESCE(MAX(number), 0) FROM statements WHERE topic_id = topics.id AND number > 0"
_REPLIED = "SELECT COUNT(*) FROM statements WHERE topic_id = topics.id AND reply <> ''"


def upgrade() -> None:
    """Add the two numbers, and begin behind what stands there already."""
    with op.batch_alter_table("topics") as topics:
        for name in ("roundup", "replied"):
            topics.add_column(sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
    with op.batch_alter_table("topics") as topics:
        for name in ("roundup", "replied"):
            topics.alter_column(name, server_default=None)
    op.execute(f"UPDATE topics SET roundup = ({_SAID}), replied = ({_REPLIED})")  # noqa: S608
