"""Leases; and each inbox row knows the shard of its lane."""

from zlib import crc32

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

SHARDS = 64


def upgrade() -> None:
    """Make the table and the column; what is open gets the shard of its lane."""
    op.create_table(
        "leases",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_leases")),
    )
    shard = sa.Column("shard", sa.BigInteger(), nullable=False, server_default="0")
    op.add_column("inbox", shard)
    connection = op.get_bind()
    inbox = sa.table("inbox", *map(sa.column, ("bot", "update_id", "lane", "shard", "status")))
    rows = connection.execute(
        sa.select(inbox.c.bot, inbox.c.update_id, inbox.c.lane).where(inbox.c.status == "open")
    ).all()
    for row in rows:
        connection.execute(
            sa.update(inbox)
            .where(inbox.c.bot == row.bot, inbox.c.update_id == row.update_id)
            .values(shard=crc32(row.lane.encode()) % SHARDS)
        )
