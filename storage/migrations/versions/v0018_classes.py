"""Who was seen to be of age, whom a topic concerns, for which office somebody spoke (E09, E23).

Whoever was verified before counted as of age, and still does.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

HERE = ("verified", "suspended")


def upgrade() -> None:
    """Add the columns."""
    op.add_column("residents", _whether("adult"))
    residents = sa.table("residents", sa.column("adult"), sa.column("status"))
    op.execute(residents.update().where(residents.c.status.in_(HERE)).values({"adult": sa.true()}))
    office = sa.Column("office", sa.Text(), server_default="", nullable=False)
    op.add_column("statements", office)
    op.add_column("statements", _whether("guest"))
    concerned = sa.Column("concerned", sa.Text(), server_default="", nullable=False)
    op.add_column("topics", concerned)


def _whether(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)
