"""What a case may hold besides: kind, urgency, attachments, words with its handler (B02, B04)."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    with op.batch_alter_table("cases") as cases:
        for name, default in (
            ("kind", "service"),
            ("urgency", "painful"),
            ("summary", ""),
            ("behalf", ""),
        ):
            column = sa.Column(name, sa.Text(), server_default=default, nullable=False)
            cases.add_column(column)
        cases.add_column(
            sa.Column("entered_by", sa.BigInteger(), server_default="0", nullable=False)
        )
        cases.add_column(
            sa.Column("muted", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        cases.add_column(sa.Column("merged_into", sa.BigInteger(), nullable=True))
        cases.create_foreign_key(
            op.f("fk_cases_merged_into_cases"), "cases", ["merged_into"], ["id"]
        )
