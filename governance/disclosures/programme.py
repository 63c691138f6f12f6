"""The programme, where the rules of disclosures look for it; the community's file names it too."""

from governance.programme import (
    Content,
    Counted,
    Disclosing,
    DueDay,
    Item,
    Kind,
    Occasion,
    Privacy,
    Template,
    recurring,
)

__all__ = [
    "Content",
    "Counted",
    "Disclosing",
    "DueDay",
    "Item",
    "Kind",
    "Occasion",
    "Privacy",
    "Template",
    "recurring",
]
