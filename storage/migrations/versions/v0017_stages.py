"""What is shown of a project at its three stages."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "clause_showings",
        sa.Column("clause_id", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=True),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("day", "officer", "text", "photo")
        ),
        sa.Column("missed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["clause_id"],
            ["resolution_clauses.id"],
            name=op.f("fk_clause_showings_clause_id_resolution_clauses"),
        ),
        sa.PrimaryKeyConstraint("clause_id", "stage", name=op.f("pk_clause_showings")),
    )
