"""Cases, their assignments, the steps they took and the texts as edited."""

from storage.cases.shelf import Cases
from storage.cases.tables import ASSIGNMENTS, CASES, PASSAGES, REVISIONS

__all__ = ["ASSIGNMENTS", "CASES", "PASSAGES", "REVISIONS", "Cases"]
