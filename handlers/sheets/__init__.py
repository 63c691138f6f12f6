"""From a paper to what stands on it: one function a sheet, in the language of the paper."""

from collections.abc import Callable, Mapping

from governance.papers import Book, Sheet
from handlers.sheets import ballots, drafting, monthly
from handlers.sheets.printing import Print
from services.disclosures import monthly as monthly_ledger

__all__ = ["SHEETS", "Print", "write"]

SHEETS: Mapping[str, Callable[[Print], Sheet | Book]] = {
    "ballot_result": ballots.result,
    **drafting.SHEETS,
    monthly_ledger.SHEET: monthly.book,
}


def write(given: Print) -> Sheet | Book:
    """Return what stands on a paper; KeyError for a sheet that nobody writes."""
    return SHEETS[given.paper.sheet](given)
