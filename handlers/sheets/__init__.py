"""From a paper to what stands on it: one function a sheet, in the language of the paper."""

from collections.abc import Callable, Mapping

from governance.papers import Sheet
from handlers.sheets import ballots
from handlers.sheets.printing import Print

__all__ = ["SHEETS", "Print", "write"]

SHEETS: Mapping[str, Callable[[Print], Sheet]] = {"ballot_result": ballots.result}


def write(given: Print) -> Sheet:
    """Return what stands on a paper; KeyError for a sheet that nobody writes."""
    return SHEETS[given.paper.sheet](given)
