"""A survey may be about a duty report, and says of how many residents; an absence is told once."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def upgrade() -> None:
    """Add the columns; a survey of a report has no topic.

    What is late already was told of on the morning after its day.
    """
    with op.batch_alter_table("soundings") as soundings:
        soundings.alter_column("topic_id", existing_type=sa.BigInteger(), nullable=True)
        soundings.add_column(sa.Column("edition_id", sa.BigInteger(), nullable=True))
        soundings.add_column(
            sa.Column("roster", sa.BigInteger(), nullable=False, server_default="0")
        )
        soundings.create_foreign_key(
            op.f("fk_soundings_edition_id_disclosures"), "disclosures", ["edition_id"], ["id"]
        )
        soundings.create_index(op.f("ix_soundings_edition_id"), ["edition_id"])
    with op.batch_alter_table("soundings") as soundings:
        soundings.alter_column("roster", server_default=None)
    op.add_column("disclosures", sa.Column("absent_at", sa.BigInteger(), nullable=True))
    last = op.get_bind().execute(sa.text("SELECT max(at) FROM dues WHERE status <> 'open'"))
    rang = last.scalar() or 0  # the last time at which anything rang: by then it was told
    late = sa.text(
        "UPDATE disclosures SET absent_at = 0 WHERE due < :today AND NOT EXISTS"
        " (SELECT 1 FROM dues WHERE dues.status = 'open'"
        " AND dues.key = 'absent:' || disclosures.id || ':' || disclosures.due)"
    )
    today = (EPOCH + timedelta(milliseconds=rang)).date().isoformat()
    op.execute(late.bindparams(today=today))
