"""A project in a test: in force, and its stages written, signed and published as editions."""

from governance.cases import CaseAction
from governance.disclosures.states import EditionAction
from governance.resolutions.states import ResolutionStatus, Stage
from services.disclosures import drafting, projects, signing, staging
from services.resolutions import drafting as resolving
from tests.services.disclosures.accounts import draw
from tests.services.resolutions.promises import agreed, clause, press, resolution, word
from tests.services.town import CHEN, WANG, WU

A = EditionAction
B, H, Z = Stage
# what is asked beside what the resolution says already
ANSWERS = {
    B: ("夜里有外人进来", "安心门业", "三家比价选最低"),
    H: ("门装好了，在接线", "600", "没有变动"),
    Z: ("1180", "省了一点线", "吴老验收合格", "两年，找物业"),
}


def in_force(town, **answers):
    """Let a project be in force since 2026-11-05: one promise, until 2026-11-30."""
    begun = town.do(CHEN, resolving.begin, agreed(town)).id
    word(town, CHEN, begun, form="project")
    clause(town, **answers)
    press(town, CHEN, "hand-in")
    press(town, WU, "check")
    press(town, CHEN, "publish")
    town.ring("resolution_look")
    assert resolution(town).status is ResolutionStatus.IMPLEMENTING
    town.act(WANG, CaseAction.ACCEPT, resolution(town).clauses[0].case)
    return resolution(town)


def stages(town):
    """Return of each stage which edition showed it, and whether it was missed."""
    return [(s.stage, s.serial, s.missed) for s in resolution(town).clauses[0].stages]


def waiting(town, stage):
    """Return the edition in which a stage is written, if there is one."""
    with town.work(0) as work:
        return staging.waiting(work, 1, 1, stage)


def opened(town, stage, by=WANG):
    return town.do(by, projects.open_, 1, 1, stage)


def content(town, edition):
    """Return what is written in an edition, by its number."""
    with town.work(0) as work:
        return work.disclosures.content(edition)


def problems(town, edition):
    """Return what is wrong in an edition, and where, by its number."""
    with town.work(0) as work:
        found = drafting.problems(work, work.disclosures.get(edition))
    return [(str(p.wrong), p.place) for p in found]


def written(town, stage, *said, by=WANG, photo=""):
    """Answer what is asked of a stage; return its edition."""
    edition = waiting(town, stage)
    talk = town.do(by, drafting.begin, edition.id)
    for text in said or ANSWERS[stage]:
        town.say(by, text, photo=photo)
        photo = ""
    town.answer(by, "submit", dialogue_id=talk.id)
    return edition


def signed(town, edition, by=WANG, signer=CHEN):
    """Let an edition be submitted, drawn, and signed."""
    town.do(by, signing.press, edition.id, A.SUBMIT)
    draw(town)
    for _ in range(5):
        town.ring("edition_drawn")
    return town.do(signer, signing.press, edition.id, A.APPROVE)


def show(town, stage, *said, **more):
    """Let a stage go the whole road to the groups."""
    edition = signed(town, written(town, stage, *said, **more))
    town.ring("edition_publish")
    return edition.id
