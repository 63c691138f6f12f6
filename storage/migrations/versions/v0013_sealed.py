"""Secret ballots: keys, sealed votes, the box, and counts of papers (8.10)."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "ballot_keys",
        _ballot(),
        sa.Column("public", sa.Text(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("shredded", sa.Boolean(), nullable=False),
        _of("ballot_keys"),
        sa.PrimaryKeyConstraint("ballot_id", name=op.f("pk_ballot_keys")),
    )
    op.create_table(
        "sealed_votes",
        _ballot(),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("envelope", sa.LargeBinary(), nullable=False),
        sa.Column("order", sa.BigInteger(), nullable=False),
        _of("sealed_votes"),
        sa.PrimaryKeyConstraint("ballot_id", "unit", name=op.f("pk_sealed_votes")),
    )
    _listed("box_marks", sa.Column("marks", sa.JSON(none_as_null=True), nullable=False))
    _listed("box_slips", sa.Column("slip", sa.Text(), nullable=False))
    _listed(
        "paper_batches",
        sa.Column("papers", sa.BigInteger(), nullable=False),
        sa.Column("envelope", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("entered_by", sa.Text(), nullable=False),
        sa.Column("entrant", sa.BigInteger(), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=False),
    )


def _ballot() -> sa.Column[int]:
    return sa.Column("ballot_id", sa.BigInteger(), nullable=False)


def _of(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_ballot_id_ballots")
    return sa.ForeignKeyConstraint(["ballot_id"], ["ballots.id"], name=name)


def _listed(table: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        table,
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        _ballot(),
        *columns,
        _of(table),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(op.f(f"ix_{table}_ballot_id"), table, ["ballot_id"])
