"""Each day's line with the head of the audit chain, and what a verification came to (F10)."""

from collections.abc import Callable, Mapping
from datetime import date

from governance import anchors
from handlers.views.shown import Page, Shown

LETTERS: Mapping[str, str] = {
    "fits": "verify-letters-fits",
    "altered": "verify-letters-altered",
    "none": "verify-letters-none",
}


def line(page: Page) -> Shown:
    """Show a day's line: how many entries, and the first letters of the last one's hash.

    Of letters as they were kept: what was altered since is not passed off as told then.
    """
    day = str(page.delivery.facts["day"])
    held = page.shelf.anchors.of(date.fromisoformat(day))
    count = held.anchor.count if held else 0
    letters = anchors.told(held.anchor.hash) if held else "—"
    return Shown(text=page.texts("anchor", day=day, count=count, letters=letters))


def letters(page: Page) -> Shown:
    """Say whether letters that somebody saw in a group were told, and stand in the chain still."""
    facts = page.delivery.facts
    key = LETTERS[str(facts["found"])]
    return Shown(text=page.texts(key, day=facts["day"], count=facts["count"]))


def whole(page: Page) -> Shown:
    """Say that all fits, or on which day it does not."""
    facts = page.delivery.facts
    if "whole" not in facts:
        return Shown(text=page.texts("verify-given-up"))
    if facts["whole"]:
        key = "verify-fits" if facts["first"] else "verify-fits-untold"
    elif facts["misfit"]:
        key = "verify-misfit" if facts["fits"] else "verify-misfit-first"
    else:
        key = "verify-misfit-since" if facts["fits"] else "verify-misfit-untold"
    return Shown(text=page.texts(key, **facts))


NOTICES: Mapping[str, Callable[[Page], Shown]] = {
    "anchor": line,
    "verify-letters": letters,
    "verify-whole": whole,
}
