"""At the head of which groups an edition stands."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0021"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "disclosure_pins",
        sa.Column("disclosure_id", sa.BigInteger(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["disclosure_id"],
            ["disclosures.id"],
            name=op.f("fk_disclosure_pins_disclosure_id_disclosures"),
        ),
        sa.PrimaryKeyConstraint("disclosure_id", "chat", name=op.f("pk_disclosure_pins")),
    )
