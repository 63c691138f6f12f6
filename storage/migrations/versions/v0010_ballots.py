"""Ballots, their frozen rolls, their votes and steps; and owners' accounts (8.9, 8.10)."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORDS = ("method", "question", "body", "drafted_by", "void_asked_by")
DOCUMENTS = ("paper", "rule", "scope", "carried_by", "offline")
ENTERED = ("channel", "status", "entered_by", "photo", "confirmed_by", "note")


def upgrade() -> None:
    """Make the tables."""
    _ballots()
    _roll()
    _votes()
    _accounts()


def _numbers(*names: str, nullable: bool = False) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.BigInteger(), nullable=nullable) for name in names]


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _documents(*names: str, nullable: bool = False) -> list[sa.Column[object]]:
    kind = sa.JSON(none_as_null=True)
    return [sa.Column(name, kind, nullable=nullable) for name in names]


def _of(table: str, other: str, column: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)


def _ballots() -> None:
    op.create_table(
        "ballots",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        *_numbers("community_id", "number", "topic_id", "version"),
        *_texts("status", "instrument", *WORDS),
        sa.Column("secret", sa.Boolean(), nullable=False),
        *_numbers("opens", "closes"),
        *_numbers("contest_until", nullable=True),
        *_documents(*DOCUMENTS),
        *_texts("persons"),
        *_documents("result", nullable=True),
        _of("ballots", "communities", "community_id"),
        _of("ballots", "topics", "topic_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballots")),
        sa.UniqueConstraint("community_id", "number", name=op.f("uq_ballots_community_id_number")),
    )
    op.create_index(op.f("ix_ballots_topic_id"), "ballots", ["topic_id"])
    op.create_index(
        op.f("ix_ballots_community_id_ballots_status"), "ballots", ["community_id", "status"]
    )
    op.create_table(
        "ballot_passages",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        *_numbers("ballot_id"),
        *_texts("action", "officer"),
        *_numbers("person", "at"),
        *_texts("note"),
        _of("ballot_passages", "ballots", "ballot_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot_passages")),
    )
    op.create_index(op.f("ix_ballot_passages_ballot_id"), "ballot_passages", ["ballot_id"])


def _roll() -> None:
    op.create_table(
        "ballot_units",
        *_numbers("ballot_id"),
        *_texts("unit", "participant"),
        *_numbers("area"),
        _of("ballot_units", "ballots", "ballot_id"),
        sa.PrimaryKeyConstraint("ballot_id", "unit", name=op.f("pk_ballot_units")),
    )
    op.create_table(
        "ballot_voters",
        *_numbers("ballot_id"),
        *_texts("person", "unit"),
        _of("ballot_voters", "ballots", "ballot_id"),
        sa.PrimaryKeyConstraint("ballot_id", "person", "unit", name=op.f("pk_ballot_voters")),
    )
    op.create_index(op.f("ix_ballot_voters_person"), "ballot_voters", ["person"])


def _votes() -> None:
    op.create_table(
        "votes",
        *_numbers("ballot_id"),
        *_texts("unit"),
        *_documents("marks"),
        *_numbers("order", "at"),
        *_texts("status", "note"),
        _of("votes", "ballots", "ballot_id"),
        sa.PrimaryKeyConstraint("ballot_id", "unit", name=op.f("pk_votes")),
    )
    op.create_table(
        "entered_votes",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        *_numbers("ballot_id"),
        *_texts("unit"),
        *_documents("marks"),
        *_numbers("order", "at", "entrant"),
        *_texts(*ENTERED),
        _of("entered_votes", "ballots", "ballot_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entered_votes")),
    )
    op.create_index(
        op.f("ix_entered_votes_ballot_id_entered_votes_unit"),
        "entered_votes",
        ["ballot_id", "unit"],
    )


def _accounts() -> None:
    op.create_table(
        "owner_accounts",
        *_numbers("community_id"),
        *_texts("owner"),
        *_numbers("person", "at"),
        *_texts("by"),
        _of("owner_accounts", "communities", "community_id"),
        sa.PrimaryKeyConstraint("community_id", "owner", "person", name=op.f("pk_owner_accounts")),
    )
