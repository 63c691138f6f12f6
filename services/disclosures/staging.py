"""A project's stage as an edition: which promise it shows, what is known of it (G05)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from governance.directory import Officer
from governance.disclosures.checking import Project
from governance.disclosures.contents import Report, read
from governance.disclosures.edition import DRAFTERS, Edition
from governance.disclosures.periods import READY
from governance.disclosures.states import UNPUBLISHED
from governance.disclosures.telling import yuan
from governance.programme import Item, Template
from governance.refusals import Unknown
from governance.resolutions import stages
from governance.resolutions.clauses import Clause
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import WORKING, ResolutionStatus, Stage
from services.ports import Shelf, Work

SHOWABLE = WORKING | {ResolutionStatus.IMPLEMENTED}
# which resolution, which of its promises, which stage, and where it is settled anew which time
OCCASION = re.compile(r"(\d{1,18}):(\d{1,18}):(before|halfway|settled)(?::\d{1,9})?")
Promised = tuple[Resolution, Clause, Stage]


def occasion(resolution: int, clause: int, stage: Stage, turn: int = 1) -> str:
    """Return how the edition of a stage is told from all others of its item."""
    again = f":{turn}" if turn > 1 else ""
    return f"{resolution}:{clause}:{stage}{again}"


def staged(edition: Edition) -> tuple[int, int, Stage] | None:
    """Return resolution, promise and stage of an edition; None for one of no project."""
    found = OCCASION.fullmatch(edition.occasion)
    return (int(found[1]), int(found[2]), Stage(found[3])) if found else None


def item(shelf: Shelf) -> Item | None:
    """Return the item under which projects are shown; None where the file has none."""
    every = shelf.community.disclosures
    return next((each for each in every if each.template is Template.STAGE), None)


def promised(shelf: Shelf, edition: Edition) -> Promised | None:
    """Return resolution, promise and stage that an edition shows, if they are there."""
    if (found := staged(edition)) is None:
        return None
    try:
        resolution = shelf.resolutions.get(found[0])
    except Unknown:
        return None
    clause = resolution.clause(found[1])
    return (resolution, clause, found[2]) if clause else None


def dropped(shelf: Shelf, edition: Edition) -> bool:
    """Whether a stage is owed no more, or not now: its promise is gone, corrected, or shown."""
    if staged(edition) is None or edition.follows:
        return False
    found = promised(shelf, edition)
    if found is None:
        return True
    resolution, clause, stage = found
    showing = clause.stage(stage)
    return showing is None or showing.at is not None or resolution.status not in SHOWABLE


def unshown(shelf: Shelf, edition: Edition) -> Stage | None:
    """Return the first earlier stage of the same project that nobody was shown yet (G05)."""
    if (found := promised(shelf, edition)) is None:
        return None
    _, clause, stage = found
    return stages.earlier(clause.stages, stage)


def editions(shelf: Shelf, resolution: int, clause: int, stage: Stage) -> Sequence[Edition]:
    """Return every edition of a stage, and every version, oldest first."""
    key, wanted = item(shelf), (resolution, clause, stage)
    return [e for e in shelf.disclosures.of(key.key) if staged(e) == wanted] if key else []


def waiting(shelf: Shelf, resolution: int, clause: int, stage: Stage) -> Edition | None:
    """Return the edition in which a stage is written now; None where none was begun."""
    found = editions(shelf, resolution, clause, stage)
    return next((e for e in found if e.status in UNPUBLISHED and not e.follows), None)


def begun(shelf: Shelf) -> frozenset[tuple[int, int, Stage]]:
    """Return of which resolution, which promise, which stages are being written now."""
    standing = shelf.disclosures.standing(sorted(UNPUBLISHED))
    return frozenset(found for e in standing if not e.follows and (found := staged(e)))


def owed(shelf: Shelf, resolution: Resolution, clause: Clause, stage: Stage) -> Edition | None:
    """Return the edition of a stage as it begins, owed by its day; None where there is one.

    Whoever carries the promise out has a hand in it from the beginning, and never signs it (A09).
    """
    showing, key = clause.stage(stage), item(shelf)
    if key is None or showing is None or showing.at is not None:
        return None
    if resolution.status not in SHOWABLE or waiting(shelf, resolution.id, clause.id, stage):
        return None
    turn = len({e.occasion for e in editions(shelf, resolution.id, clause.id, stage)}) + 1
    return Edition(
        item=key.key,
        occasion=occasion(resolution.id, clause.id, stage, turn),
        due=showing.day,
        drafters=(clause.who,),
    )


def due(shelf: Shelf, today: date) -> Iterator[Edition]:
    """Yield the editions of stages that must exist by today, and do not."""
    for resolution in shelf.resolutions.standing(sorted(SHOWABLE)):
        for clause in resolution.clauses:
            for showing in clause.stages:
                ready = showing.day - timedelta(days=READY) <= today
                found = owed(shelf, resolution, clause, showing.stage) if ready else None
                if found:
                    yield found


def owner(shelf: Shelf, edition: Edition) -> Officer | None:
    """Return who carries out what a stage shows, if he may write: he knows it best."""
    found = promised(shelf, edition)
    known = shelf.community.known(found[1].who) if found else None
    return known if known and known.seated and known.offices & DRAFTERS else None


def project(shelf: Shelf, edition: Edition) -> Project | None:
    """Return what the sums of a stage are held against; None for an edition of no project."""
    if (found := promised(shelf, edition)) is None:
        return None
    resolution, clause, _ = found
    before, halfway = (
        _shown(shelf, resolution, clause, stage) for stage in (Stage.BEFORE, Stage.HALFWAY)
    )
    return Project(
        planned=clause.money or (before.budget if before else None),
        halfway=halfway.paid if halfway else None,
        over=clause.settled,
    )


def _shown(shelf: Shelf, resolution: Resolution, clause: Clause, stage: Stage) -> Report | None:
    """Return what stands shown of a stage, in its newest version."""
    every = editions(shelf, resolution.id, clause.id, stage)
    shown = [e for e in every if e.status not in UNPUBLISHED]
    document = shelf.disclosures.content(shown[-1].id) if shown else None
    report = read(Template.STAGE, document, None) if document else None
    return report if isinstance(report, Report) else None


def asked(shelf: Shelf, edition: Edition) -> dict[str, str | int | None]:
    """Return what the talk about a stage knows beforehand, out of the promise it shows."""
    if (found := promised(shelf, edition)) is None:
        return {"stage": Stage.BEFORE}
    resolution, clause, stage = found
    known: dict[str, str | int | None] = {
        "resolution": resolution.number,
        "clause": clause.number,
        "stage": stage,
        "title": clause.what,
    }
    held = project(shelf, edition)
    planned, halfway = (held.planned, held.halfway) if held else (None, None)
    known["planned"] = planned or 0
    if stage is Stage.SETTLED and halfway is not None:
        known["halfway"] = yuan(halfway)
    if stage is Stage.BEFORE:
        known |= _begun(shelf, resolution, clause, planned)
    return known


def _begun(
    shelf: Shelf, resolution: Resolution, clause: Clause, planned: int | None
) -> dict[str, str | int | None]:
    """Return what the resolution says of a project before it begins: money, days, who."""
    begins = resolution.in_force_at and resolution.in_force_at.astimezone(
        shelf.community.calendar.zone
    )
    return {
        "contact": shelf.community.called(clause.who),
        **({"budget": yuan(planned)} if planned is not None else {}),
        **({"dates": f"{begins:%Y-%m-%d} – {clause.finish_by}"} if begins else {}),
    }


def shown(work: Work, edition: Edition) -> None:
    """Mark the stage as shown, with the number of the edition that was published just now."""
    if (found := promised(work, edition)) is None or edition.published_at is None:
        return
    _, clause, stage = found
    writer = edition.drafters[-1] if edition.drafters else ""
    marked = stages.shown(clause.stages, stage, edition.published_at, writer, edition.serial)
    _mark(work, found, marked)


def missed(work: Work, edition: Edition) -> None:
    """Write down that a stage was not shown on its day: that stays, whatever follows."""
    if found := promised(work, edition):
        _mark(work, found, stages.missed(found[1].stages, found[2]))


def _mark(work: Work, found: Promised, marked: stages.Showings) -> None:
    resolution, clause, _ = found
    changed = tuple(
        replace(c, stages=marked) if c.id == clause.id else c for c in resolution.clauses
    )
    work.resolutions.save(replace(resolution, clauses=changed))
    work.redraw(f"resolution:{resolution.id}:")
