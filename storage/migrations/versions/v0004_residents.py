"""Residents, households and consent (8.1, A12, A14)."""

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
