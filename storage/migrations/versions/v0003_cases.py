"""What a case may hold besides: kind, urgency, attachments, words with its handler (B02, B04)."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    with op.batch_alter_table("cases") as cases:
        for name, default in (
            ("kind", "service"),
            ("urgency", "painful"),
            ("summary", ""),
            ("behalf", ""),
            ("recorder", ""),
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
        cases.add_column(sa.Column("topic", sa.BigInteger(), nullable=True))
        cases.create_foreign_key(
            op.f("fk_cases_merged_into_cases"), "cases", ["merged_into"], ["id"]
        )
        for name in ("appealed", "leaving"):
            cases.add_column(
                sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)
            )
        cases.create_index(op.f("ix_cases_merged_into"), ["merged_into"], unique=False)
    _attachments()
    _relays()
    _absences()


def _attachments() -> None:
    op.create_table(
        "attachments",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=True),
        sa.Column("dialogue_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("album", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_attachments_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogues.id"], name=op.f("fk_attachments_dialogue_id_dialogues")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
    )
    for columns in (["case_id"], ["dialogue_id"], ["by", "album"]):
        named = "_".join(f"attachments_{column}" for column in columns)
        op.create_index(op.f(f"ix_{named}"), "attachments", columns, unique=False)


def _relays() -> None:
    op.create_table(
        "relays",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sender", sa.BigInteger(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("photo", sa.Text(), nullable=False),
        sa.Column("voice", sa.Text(), nullable=False),
        sa.Column("dealt", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_relays_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relays")),
    )
    op.create_index(op.f("ix_relays_case_id"), "relays", ["case_id"], unique=False)
    op.create_index(op.f("ix_relays_sender_relays_at"), "relays", ["sender", "at"], unique=False)


def _absences() -> None:
    op.create_table(
        "absences",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("starts", sa.BigInteger(), nullable=False),
        sa.Column("ends", sa.BigInteger(), nullable=True),
        sa.Column("substitute", sa.Text(), nullable=False),
        sa.Column("held", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_absences_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    op.create_index(
        op.f("ix_absences_community_id_absences_status"),
        "absences",
        ["community_id", "status"],
        unique=False,
    )
    op.create_table(
        "desks",
        sa.Column("community_id", sa.BigInteger(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("shown", sa.BigInteger(), nullable=False),
        sa.Column("quiet", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_desks_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "officer", name=op.f("pk_desks")),
    )
