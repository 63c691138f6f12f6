"""How the three stages of a project are asked for, and shown to everybody (G05)."""

from collections.abc import Iterator

from governance.powers import Verb, may
from governance.resolutions import prices, stages
from governance.resolutions.clauses import Clause
from governance.resolutions.resolution import Resolution
from governance.resolutions.stages import Showing
from governance.resolutions.states import Stage
from handlers.views.resolutions import parts
from handlers.views.shown import LONGEST, Button, Page, Shown
from services.resolutions.disclosing import SHOWABLE


def stage(page: Page) -> Shown:
    """Ask whoever is responsible to show a stage."""
    _, resolution_id, clause_id, index = page.delivery.subject.split(":")
    resolution = page.shelf.resolutions.get(int(resolution_id))
    found = resolution.clause(int(clause_id))
    wanted = tuple(Stage)[int(index)]
    showing = found.stage(wanted) if found else None
    if found is None or showing is None:
        return Shown(text=page.texts("resolution-checkin-gone", number=resolution.number))
    standing = _stands(resolution, showing)
    lines = [
        page.texts(
            "resolution-stage",
            number=resolution.number,
            count=found.number,
            stage=wanted,
            day=parts.day(showing.day),
        ),
        *parts.clause(page, found),
        page.texts(f"resolution-stage-{standing}"),
    ]
    asked = standing in {"wanted", "missed"}
    rows = [[button(page, resolution, found, wanted)]] if asked else []
    return Shown(text="\n".join(lines), buttons=rows)


def _stands(resolution: Resolution, showing: Showing) -> str:
    if showing.at:
        return "there"
    if resolution.status not in SHOWABLE:
        return "over"
    return "missed" if showing.missed else "wanted"


def button(page: Page, resolution: Resolution, clause: Clause, wanted: Stage) -> Button:
    """Return the button that begins to show a stage."""
    return parts.button(
        page,
        resolution.id,
        "resolution-show",
        f"stage={clause.id}-{tuple(Stage).index(wanted)}",
        count=clause.number,
        stage=wanted,
    )


def taps(page: Page, resolution: Resolution) -> Iterator[Button]:
    """Yield what this reader may show now: each promise's next stage, once it can be shown."""
    viewer = page.shelf.actor(page.delivery.reader)
    if resolution.status not in SHOWABLE:
        return
    for clause in resolution.clauses:
        wanted = stages.next_of(clause.stages)
        mine = may(viewer, Verb.LEAD_TOPIC) or (viewer.officer and viewer.officer == clause.who)
        if wanted and mine and (clause.settled or wanted is not Stage.SETTLED):
            yield button(page, resolution, clause, wanted)


def shown(page: Page) -> Shown:
    """Show everybody what was said of a project at a stage, with its photo."""
    facts = page.delivery.facts
    resolution = page.shelf.resolutions.get(int(facts["resolution"] or 0))
    found = resolution.clause(int(facts["clause"] or 0))
    showing = found.stage(Stage(str(facts["stage"]))) if found else None
    if found is None or showing is None:
        return Shown(text=page.texts("resolution-checkin-gone", number=resolution.number))
    text = page.texts(
        "resolution-shown",
        number=resolution.number,
        count=found.number,
        what=parts.published(page, found.what),
        stage=showing.stage,
        who=page.community.called(showing.by),
        text=parts.published(page, showing.text, LONGEST // 2),
    )
    if showing.stage is Stage.SETTLED and found.money:
        text += "\n" + page.texts("resolution-shown-planned", money=prices.yuan(found.money))
    return Shown(text=text, photo=showing.photo)
