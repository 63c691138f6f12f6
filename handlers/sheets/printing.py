"""What a sheet is written from."""

from dataclasses import dataclass

from governance.papers import Paper
from handlers.texts import Texts
from services.ports import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """All that a sheet needs: the paper, what can be read, the words."""

    paper: Paper
    shelf: Shelf
    texts: Texts
