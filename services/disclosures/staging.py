"""A project's stage as an edition: which promise it shows, which stage must stand before it."""

import re

from governance.disclosures.edition import Edition
from governance.disclosures.states import UNPUBLISHED, Stage
from governance.refusals import Unknown
from services.ports import Shelf

# which resolution, which of its promises, which stage
OCCASION = re.compile(r"(\d{1,18}):(\d{1,18}):(before|halfway|settled)")


def occasion(resolution: int, clause: int, stage: Stage) -> str:
    """Return how the edition of a stage is told from all others of its item."""
    return f"{resolution}:{clause}:{stage}"


def staged(edition: Edition) -> tuple[int, int, Stage] | None:
    """Return resolution, promise and stage of an edition; None for one of no project."""
    found = OCCASION.fullmatch(edition.occasion)
    return (int(found[1]), int(found[2]), Stage(found[3])) if found else None


def unshown(shelf: Shelf, edition: Edition) -> Stage | None:
    """Return the first earlier stage of the same project that nobody was shown yet (G05)."""
    found = staged(edition)
    if found is None:
        return None
    resolution, clause, stage = found
    known = {
        each.occasion
        for each in shelf.disclosures.of(edition.item)
        if each.status not in UNPUBLISHED
    }
    for earlier in tuple(Stage)[: tuple(Stage).index(stage)]:
        if occasion(resolution, clause, earlier) not in known:
            return earlier
    return None


def asked(shelf: Shelf, edition: Edition) -> dict[str, str | int | None]:
    """Return what the talk about a stage knows beforehand, out of the promise it shows."""
    found = staged(edition)
    if found is None:
        return {"stage": Stage.BEFORE}
    number, clause, stage = found
    known: dict[str, str | int | None] = {
        "resolution": number,
        "clause": clause,
        "stage": stage,
    }
    try:
        resolution = shelf.resolutions.get(number)
    except Unknown:
        return known
    promise = resolution.clause(clause)
    if promise is not None:
        known |= {"title": promise.what, "planned": promise.money}
    return known
