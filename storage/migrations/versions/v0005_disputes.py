"""Disputes and their road to a mediator (8.4, C01)."""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
