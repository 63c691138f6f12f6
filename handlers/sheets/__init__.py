"""From a paper to what stands on it: one function a sheet, in the language of the paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from governance.papers import Paper, Sheet
from handlers.texts import Texts
from services.ports import Shelf

__all__ = ["SHEETS", "Print", "write"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """All that a sheet needs: the paper, what can be read, the words."""

    paper: Paper
    shelf: Shelf
    texts: Texts


SHEETS: Mapping[str, Callable[[Print], Sheet]] = {}


def write(given: Print) -> Sheet:
    """Return what stands on a paper; KeyError for a sheet that nobody writes."""
    return SHEETS[given.paper.sheet](given)
