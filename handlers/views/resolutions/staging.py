"""How the three stages of a project are led to their editions, and what was shown before (G05)."""

from collections.abc import Iterator

from governance.powers import Verb, may
from governance.resolutions import prices, stages
from governance.resolutions.clauses import Clause
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import Stage
from handlers.views.resolutions import parts
from handlers.views.shown import LONGEST, Button, Page, Shown
from services.disclosures.staging import SHOWABLE


def button(page: Page, resolution: Resolution, clause: Clause, wanted: Stage) -> Button:
    """Return the button that leads to the edition of a stage."""
    return parts.button(
        page,
        resolution.id,
        "resolution-show",
        f"stage={clause.id}-{tuple(Stage).index(wanted)}",
        count=clause.number,
        stage=wanted,
    )


def taps(page: Page, resolution: Resolution) -> Iterator[Button]:
    """Yield what this reader may write now: each promise's next stage, once it can be shown."""
    viewer = page.shelf.actor(page.delivery.reader)
    if resolution.status not in SHOWABLE:
        return
    for clause in resolution.clauses:
        wanted = stages.next_of(clause.stages)
        mine = may(viewer, Verb.LEAD_TOPIC) or (viewer.officer and viewer.officer == clause.who)
        if not wanted or not mine:
            continue
        yield button(page, resolution, clause, wanted)
        if clause.settled and wanted is not Stage.SETTLED:  # it is reached, and waits
            yield button(page, resolution, clause, Stage.SETTLED)


def shown(page: Page) -> Shown:
    """Show everybody what was said of a stage before stages were editions, with its photo."""
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
