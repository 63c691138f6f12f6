"""What was reported just now is found without a look at all that its author ever reported."""

from alembic import op

revision = "0035"
down_revision = "0034"

BY_REPORTER = "ix_cases_community_id_cases_reporter"


def upgrade() -> None:
    """Let the index of a reporter's cases know when each was reported."""
    op.drop_index(op.f(BY_REPORTER), "cases")
    op.create_index(op.f(f"{BY_REPORTER}_cases_at"), "cases", ["community_id", "reporter", "at"])
