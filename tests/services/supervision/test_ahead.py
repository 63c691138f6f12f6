"""Supervision lets a stage go on before an earlier one was shown: once, aloud, and still owed."""

from dataclasses import replace
from datetime import date

import pytest

from governance.refusals import NotAllowed, Refusal
from governance.resolutions.states import Stage
from services.disclosures import owing
from services.supervision import ahead, finding
from services.supervision.finding import List
from tests.services.disclosures.projecting import (
    in_force,
    opened,
    problems,
    show,
    stages,
    waiting,
    written,
)
from tests.services.resolutions.promises import facts, heard, report, resolution
from tests.services.town import CHEN, GROUP, HE, LI, WANG, WU

B, H, Z = Stage
WHY = "汛期前必须完工，材料月底补公开"


@pytest.fixture
def project(town):
    """A project in force whose beginning was shown to nobody by its day."""
    in_force(town)
    town.ring("stage")
    town.ring("stage")
    town.ring("disclosure_absent")
    town.ring("disclosure_absences")
    return resolution(town)


def let(town, stage=H, by=WU, why=WHY):
    talk = town.do(by, ahead.ask, 1, 1, stage)
    town.say(by, why)
    return town.answer(by, "submit", dialogue_id=talk.id)


def leave(town, stage=H):
    return resolution(town).clauses[0].stage(stage).ahead


def test_a_stage_goes_on_without_the_one_before_and_that_stays_overdue(town, project):
    assert problems(town, written(town, H).id) == [("stage", "")]
    let(town)
    given = leave(town)
    assert (given.by, given.why, given.without) == ("wu", WHY, (B,))
    assert problems(town, waiting(town, H).id) == []
    assert opened(town, H) is None
    show(town, H)
    assert [serial for _, serial, _ in stages(town)] == ["", "2026-001", ""]
    with town.work(0) as work:
        owed = owing.calendar(work, date(2026, 11, 9))
    assert next((o.stage, o.absent) for o in owed if o.resolution) == (B, True)
    show(town, B)  # and it can be shown afterwards
    assert stages(town)[0] == (B, "2026-002", True)


def test_half_the_work_can_be_reported_then(town, project):
    let(town)
    report(town, progress="50")
    assert resolution(town).clauses[0].progress == 50


def test_it_is_told_to_everybody_and_is_in_the_audit_and_on_the_desk(town, project):
    let(town)
    assert heard(town, "resolution-ahead-told") == sorted([GROUP, CHEN, HE, WANG])
    said = facts(town, "resolution-ahead-told")
    assert (said["note"], said["by"], said["missing"], said["stage"]) == (
        WHY, "wu", "before", "halfway",
    )  # fmt: skip
    assert "let-ahead" in town.audit()
    with town.work(0) as work:
        [point] = finding.POINTS[List.AHEAD](work, work.now)
        overdue = finding.POINTS[List.OVERDUE](work, work.now)
    assert (point.about, point.count) == (1, 1)
    assert waiting(town, B).id in {p.about for p in overdue}


@pytest.mark.parametrize("by", [CHEN, WANG, LI])
def test_nobody_but_supervision_lets_a_stage_go_on(town, project, by):
    with pytest.raises(NotAllowed):
        town.do(by, ahead.ask, 1, 1, H)
    talk = town.do(WU, ahead.ask, 1, 1, H)
    with pytest.raises(Refusal, match="refusal-not-author"):
        town.answer(by, "submit", dialogue_id=talk.id)
    assert leave(town) is None


def test_it_is_for_one_stage_and_names_all_that_is_missing(town, project):
    let(town)
    assert opened(town, Z) == B
    let(town, Z)
    assert leave(town, Z).without == (B, H)
    with pytest.raises(Refusal, match="refusal-resolution-unsettled"):
        opened(town, Z)  # the work is not over: no leave is given of that


def test_it_wants_a_reason_that_everybody_may_read(town, project):
    talk = town.do(WU, ahead.ask, 1, 1, H)
    town.say(WU, "问13812345678")
    with pytest.raises(Refusal, match="refusal-supervise-private"):
        town.answer(WU, "submit", dialogue_id=talk.id)
    town.answer(WU, "back", dialogue_id=talk.id)
    town.say(WU, "  ")
    with pytest.raises(Refusal):
        town.answer(WU, "submit", dialogue_id=talk.id)
    assert leave(town) is None


def test_where_nothing_is_missing_there_is_nothing_to_let(town, project):
    with pytest.raises(Refusal, match="refusal-resolution-free"):
        town.do(WU, ahead.ask, 1, 1, B)
    let(town)
    with pytest.raises(Refusal, match="refusal-resolution-free"):
        town.do(WU, ahead.ask, 1, 1, H)
    show(town, H)
    for gone in ((1, 1, H), (1, 9, H)):
        with pytest.raises(Refusal, match="refusal-closed"):
            town.do(WU, ahead.ask, *gone)


@pytest.mark.parametrize(("who", "told"), [("wu", None), ("chen", [GROUP, CHEN, HE])])
def test_who_has_a_hand_in_it_lets_nothing_go_on(town, project, who, told):
    with town.work(0) as work:
        found = work.resolutions.get(1)
        changed = tuple(replace(c, who=who) for c in found.clauses)
        work.resolutions.save(replace(found, clauses=changed))
    if told is None:
        with pytest.raises(NotAllowed, match="refusal-conflicted"):
            let(town)
        return
    let(town)
    assert heard(town, "resolution-ahead-told") == sorted(told)
