"""Cases, their assignments, the steps they took and the texts as edited."""

from storage.cases.desk import DESKS, Desks
from storage.cases.shelf import Cases
from storage.cases.tables import ASSIGNMENTS, CASES, PASSAGES, REVISIONS

__all__ = ["ASSIGNMENTS", "CASES", "DESKS", "PASSAGES", "REVISIONS", "Cases", "Desks"]
