"""From a paper to what stands on it: one function a sheet, in the language of the paper."""

from collections.abc import Callable, Mapping

from governance.papers import Book, Sheet
from handlers.sheets import ballots, drafting, editions, monthly
from handlers.sheets.printing import Print
from services.disclosures import monthly as monthly_ledger

__all__ = ["SHEETS", "Print", "Written", "write"]

Written = Sheet | Book | str

SHEETS: Mapping[str, Callable[[Print], Written]] = {
    "ballot_result": ballots.result,
    "edition_text": editions.text,
    "edition_picture": editions.picture,
    "edition_a4": editions.paper,
    "edition_a3": editions.paper,
    "edition_book": editions.book,
    **drafting.SHEETS,
    monthly_ledger.SHEET: monthly.book,
}


def write(given: Print) -> Written:
    """Return what stands on a paper; KeyError for a sheet that nobody writes."""
    return SHEETS[given.paper.sheet](given)
