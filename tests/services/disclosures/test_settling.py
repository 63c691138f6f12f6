"""What a project cost is held against its budget and what was shown of it (G05)."""

import pytest

from governance.disclosures.states import EditionAction
from governance.refusals import Refusal
from governance.resolutions.states import ResolutionStatus, Stage
from services.disclosures import drafting, signing, staging
from tests.services.disclosures.accounts import draw
from tests.services.disclosures.projecting import (
    ANSWERS,
    content,
    in_force,
    opened,
    problems,
    show,
    signed,
    stages,
    waiting,
    written,
)
from tests.services.joining import verified
from tests.services.resolutions.promises import (
    carried_out,
    facts,
    heard,
    press,
    step,
    watch,
)
from tests.services.town import CHEN, GROUP, LI, WANG, WU

B, H, Z = Stage


@pytest.fixture
def project(town):
    return in_force(town)


def settled(town):
    """Let a project come to its settlement: two stages shown, the work accepted."""
    opened(town, B)
    show(town, B)
    opened(town, H)
    show(town, H)
    with pytest.raises(Refusal, match="refusal-resolution-unsettled"):
        opened(town, Z)
    carried_out(town)
    town.ring("stage")
    return waiting(town, Z)


def test_what_was_spent_is_held_against_the_budget_and_what_was_shown_halfway(town, project):
    edition = settled(town)
    talk = town.do(WANG, drafting.begin, edition.id)
    assert (talk.text("halfway"), talk.whole("planned")) == ("600.00", 120_050)
    made = town.say(WANG, "1180")
    assert "compared" in [q.field for q in drafting.answers.PROJECT.asked(made)]
    for text in ANSWERS[Z][1:]:
        town.say(WANG, text)
    town.answer(WANG, "submit", dialogue_id=talk.id)
    found = content(town, edition.id)
    assert (found["budget"], found["paid"]) == (120_050, 118_000)
    assert {f["name"]: f["text"] for f in found["facts"]}["compared"] == "省了一点线"
    with pytest.raises(Refusal, match="refusal-resolution-unshown"):
        press(town, CHEN, "disclose")
    signed(town, edition)
    town.ring("edition_publish")
    assert step(town, CHEN, "disclose", "装好了").status is ResolutionStatus.RESULT_PUBLISHED


def test_what_cost_as_much_as_planned_needs_no_reason(town, project):
    edition = settled(town)
    written(town, Z, "1200.5", "合格", "两年")
    assert problems(town, edition.id) == []


def test_the_work_that_is_over_before_it_was_shown_halfway_is_told_to_supervision(town, project):
    opened(town, B)
    show(town, B)
    carried_out(town)
    town.ring("stage_early")
    assert heard(town, "resolution-early") == [WU]
    assert facts(town, "resolution-early")["missing"] == "halfway"
    assert waiting(town, Z) is not None


def test_a_settlement_is_not_written_to_its_end_while_the_work_goes_on(town, project):
    for _ in range(3):
        town.ring("stage")
    edition = written(town, Z, "600", "1200.5", "合格", "两年")
    assert ("unsettled", "") in problems(town, edition.id)


def test_a_missing_settlement_is_told_once(town, project):
    settled(town)
    town.ring("undisclosed")
    assert heard(town, "resolution-undisclosed") == []
    town.ring("disclosure_absent")
    town.ring("disclosure_absences")
    assert heard(town, "programme-absent") == sorted([GROUP, WU])


def test_what_is_carried_out_anew_is_settled_anew(town, project):
    verified(town, LI)
    edition = settled(town)
    written(town, Z)
    signed(town, edition)
    town.ring("edition_publish")
    step(town, CHEN, "disclose", "装好了")
    watch(town, LI, "no")
    step(town, WU, "resume", "有两盏不亮")
    assert [serial for _, serial, _ in stages(town)] == ["2026-001", "2026-002", ""]
    with town.work(0) as work:
        found = work.resolutions.get(1)
        anew = staging.owed(work, found, found.clauses[0], Z)
    assert anew.occasion == "1:1:settled:2"


def test_a_photo_stands_beside_the_words_and_alone_is_no_answer(town, project):
    opened(town, B)
    show(town, B)
    opened(town, H)
    talk = town.do(WANG, drafting.begin, waiting(town, H).id)
    made = town.say(WANG, photo="photo-1")
    assert (made.text("photo"), "done" in made.data) == ("photo-1", False)
    made = town.say(WANG, "做了一半", photo="photo-2")
    assert (made.text("photo"), made.text("done")) == ("photo-2", "做了一半")
    assert made.id == talk.id


def test_a_promise_without_money_has_the_budget_that_was_shown(town):
    in_force(town, money="")
    opened(town, B)
    show(town, B, "夜里有外人", "0.01", "安心门业", "比价")
    opened(town, H)
    talk = town.do(WANG, drafting.begin, waiting(town, H).id)
    assert talk.whole("planned") == 1


def test_the_photo_of_a_stage_is_shown_to_whoever_signs_it_and_to_the_groups(town, project):
    opened(town, B)
    edition = written(town, B, photo="photo-1")
    town.do(WANG, signing.press, edition.id, EditionAction.SUBMIT)
    draw(town)
    seen = []
    for _ in range(5):
        town.ring("edition_drawn")
        seen += heard(town, "edition-photo")
    assert CHEN in seen
    town.do(CHEN, signing.press, edition.id, EditionAction.APPROVE)
    town.ring("edition_publish")
    assert heard(town, "edition-photo") == [GROUP]
