"""The roster of households and owners as imported (A02)."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "rosters",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("applied_by", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_rosters_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rosters")),
        sa.UniqueConstraint("community_id", "seq", name=op.f("uq_rosters_community_id_seq")),
    )
    op.create_table(
        "roster_units",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("roster_id", sa.BigInteger(), nullable=False),
        sa.Column("building", sa.Text(), nullable=False),
        sa.Column("door", sa.Text(), nullable=False),
        sa.Column("area", sa.BigInteger(), nullable=False),
        sa.Column("vacant", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["roster_id"], ["rosters.id"], name=op.f("fk_roster_units_roster_id_rosters")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_units")),
        sa.UniqueConstraint(
            "roster_id", "building", "door", name=op.f("uq_roster_units_roster_id_building_door")
        ),
    )
    op.create_table(
        "roster_owners",
        sa.Column("unit_id", sa.BigInteger(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["roster_units.id"], name=op.f("fk_roster_owners_unit_id_roster_units")
        ),
        sa.PrimaryKeyConstraint("unit_id", "owner", name=op.f("pk_roster_owners")),
    )
