"""The roster of households and owners as imported (A02)."""

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables."""
