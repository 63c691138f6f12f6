"""What a week begins with: one question to the grid workers, one line to the desk."""

from services.cases import watching
from services.mediation import screening
from services.ports import Work


def begin(work: Work) -> None:
    """Ask the workers, tell the desk what it watches; the next week is arranged (C01, B02)."""
    screening.screen(work)
    watching.weekly(work)
