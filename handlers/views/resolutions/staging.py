"""How the three stages of a project are led to their editions, and what was shown before (G05)."""

from collections.abc import Iterator
from dataclasses import replace

from governance.powers import Verb, may
from governance.resolutions import prices, stages
from governance.resolutions.clauses import Clause
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import Stage
from handlers.views.resolutions import parts
from handlers.views.resolutions.lists import told
from handlers.views.shown import LONGEST, Button, Page, Shown
from services.disclosures.staging import SHOWABLE


def button(page: Page, resolution: Resolution, clause: Clause, wanted: Stage) -> Button:
    """Return the button that leads to the edition of a stage; what must wait is not offered."""
    waits = stages.earlier(clause.stages, wanted) is not None
    return parts.button(
        page,
        resolution.id,
        "resolution-show-waiting" if waits else "resolution-show",
        f"stage={clause.id}-{tuple(Stage).index(wanted)}",
        count=clause.number,
        stage=wanted,
    )


def let(page: Page, resolution: int, clause: Clause, stage: Stage) -> Button:
    """Return the button by which supervision lets a stage go on before what is missing."""
    return parts.button(
        page,
        resolution,
        "resolution-let",
        f"ahead={clause.id}-{tuple(Stage).index(stage)}",
        count=clause.number,
        stage=stage,
    )


def taps(page: Page, resolution: Resolution) -> Iterator[Button]:
    """Yield what this reader may write now: each promise's stages, once they can be shown.

    To supervision the stages that wait for one that was missed.
    """
    viewer = page.shelf.actor(page.delivery.reader)
    if resolution.status not in SHOWABLE:
        return
    for clause in resolution.clauses:
        if may(viewer, Verb.LEAD_TOPIC) or (viewer.officer and viewer.officer == clause.who):
            wanted = list(stages.open_stages(clause.stages))
            settled = clause.stage(Stage.SETTLED)
            if clause.settled and settled and not settled.at and Stage.SETTLED not in wanted:
                wanted.append(Stage.SETTLED)  # it is reached, and waits
            yield from (button(page, resolution, clause, each) for each in wanted)
        if may(viewer, Verb.LET_AHEAD):
            found = stages.blocked(clause.stages, over=clause.settled)
            yield from (let(page, resolution.id, clause, each) for each in found)


def warned(page: Page) -> Shown:
    """Warn that a stage was to be reached before another was shown; supervision may let it."""
    facts = page.delivery.facts
    shown = told(page)
    resolution = page.shelf.resolutions.get(int(facts["resolution"] or 0))
    stage = Stage(str(facts["stage"]))
    found = [c for c in resolution.clauses if c.number == facts["clause"]]
    lets = may(page.shelf.actor(page.delivery.reader), Verb.LET_AHEAD)
    rows = [
        [let(page, resolution.id, clause, stage)]
        for clause in found
        if lets and stages.earlier(clause.stages, stage)
    ]
    return replace(shown, buttons=[*shown.buttons, *rows])


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
