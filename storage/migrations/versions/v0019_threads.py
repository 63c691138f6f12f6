"""Ideas, threads and summaries of topics; who wants to be reminded of a ballot."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Add the columns, and make the table."""
    with op.batch_alter_table("topics") as topics:
        for name in ("idea", "signed"):
            topics.add_column(
                sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())
            )
        topics.add_column(sa.Column("thread", sa.BigInteger(), nullable=False, server_default="0"))
        topics.add_column(
            sa.Column(
                "summing",
                sa.JSON(none_as_null=True),
                nullable=False,
                server_default=sa.text("'{}'"),
            )
        )
    with op.batch_alter_table("topics") as topics:
        for name in ("idea", "signed", "thread", "summing"):
            topics.alter_column(name, server_default=None)
    op.create_table(
        "ballot_reminders",
        sa.Column("ballot_id", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ballot_id"], ["ballots.id"], name=op.f("fk_ballot_reminders_ballot_id_ballots")
        ),
        sa.PrimaryKeyConstraint("ballot_id", "person", name=op.f("pk_ballot_reminders")),
    )
