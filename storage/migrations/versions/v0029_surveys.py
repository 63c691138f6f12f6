"""A survey may be about a duty report instead of a topic, and says of how many residents."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0026"


def upgrade() -> None:
    """Add the columns; a survey of a report has no topic."""
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
