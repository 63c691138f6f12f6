from datetime import timedelta

import pytest

from governance.deliberations.states import TopicStatus
from governance.refusals import NotAllowed, Refusal
from governance.resolutions.states import ResolutionStatus
from tests.services.joining import verified
from tests.services.resolutions.promises import (
    LIANG,
    drafted,
    empty,
    facts,
    in_force,
    press,
    public,
    resolution,
    sounded,
    step,
    topic,
)
from tests.services.town import AT, CHEN, GROUP, HE, LI, WANG, WU, ZHANG

S = ResolutionStatus


def passages(town):
    with town.work(0) as work:
        return [(p.action, p.officer, p.note) for p in work.resolutions.passages(1)]


def test_supervision_is_asked_to_check_what_is_handed_in(town):
    drafted(town)
    press(town, CHEN, "hand-in")

    assert ("resolution:1:4001:0", WU) in town.fresh()
    assert ("resolution-told-supervision-hand-in", WU) in town.told()
    made = press(town, WU, "check")
    assert (made.status, made.checked_by) == (S.LEGAL_CHECKED, "wu")
    assert ("resolution-told-committee-check", HE) in town.told()
    assert passages(town) == [("hand-in", "chen", ""), ("check", "wu", "")]


def test_what_is_not_lawful_goes_back_with_a_reason(town):
    drafted(town)
    press(town, CHEN, "hand-in")
    empty(town, "he")
    made = step(town, WU, "return", "收费要有依据")

    assert (made.status, made.submitted) == (S.DRAFTED, False)
    assert facts(town, "resolution-told-committee-return")["note"] == "收费要有依据"
    assert ("resolution:1:3001:0", CHEN) in town.fresh()


def test_where_nobody_may_check_the_operator_hears(town):
    drafted(town)
    empty(town, "wu", "liang")
    press(town, CHEN, "hand-in")

    assert ("unheld", "resolution:1") in sounded(town)


def test_it_is_public_with_its_ground_and_can_be_objected_to(town):
    verified(town, LI)
    made = public(town)

    assert made.status is S.OBJECTION_WINDOW
    assert ("resolution:1:0:0", GROUP) in town.fresh()
    assert (made.basis.statements, made.basis.counts) == (5, ())
    assert made.window_until == AT + timedelta(days=3)
    assert topic(town).status is TopicStatus.RESOLVING
    step(town, LI, "object", "太贵")
    assert resolution(town).contests[0].text == "太贵"
    assert ("resolution-told-supervision-object", WU) in town.told()
    # the words stand with the objection alone: nobody else reads them in the steps
    assert passages(town)[-1] == ("object", "", "")
    assert facts(town, "resolution-told-supervision-object")["note"] == ""


def test_a_stranger_does_not_object(town):
    public(town)

    with pytest.raises(NotAllowed, match="refusal-resolution-resident"):
        press(town, ZHANG, "object")


def test_an_unanswered_objection_holds_it_up_and_supervision_is_reminded(town):
    verified(town, LI)
    public(town)
    step(town, LI, "object", "太贵")
    town.ring("resolution_look")

    assert resolution(town).status is S.OBJECTION_WINDOW
    assert ("resolution:1:4001:0", WU) in town.fresh()
    town.ring("resolution_look")
    assert resolution(town).status is S.OBJECTION_WINDOW
    made = step(town, WU, "answer", "三家比过价")
    assert made.status is S.IMPLEMENTING
    assert made.contests[0].answer == "三家比过价"


def test_an_objection_that_is_right_takes_it_back(town):
    verified(town, LI)
    public(town)
    step(town, LI, "object", "太贵")
    made = step(town, WU, "uphold", "先比价")

    assert made.status is S.UNDER_CORRECTION
    assert ("resolution-told-resident-uphold", GROUP) in town.told()
    assert ("resolution:1:3001:0", CHEN) in town.fresh()


def test_in_force_it_concludes_its_topic(town):
    made = in_force(town)

    assert made.status is S.IMPLEMENTING
    assert topic(town).status is TopicStatus.RESOLVED
    with town.work(0) as work:
        last = work.topics.passages(1)[-1]
    assert (last.action, last.proof, last.officer) == ("conclude", "resolution:1", "chen")
    assert [a for a, _, _ in passages(town)][-3:] == ["open", "enter", "begin"]
    assert ("resolution-told-resident-enter", GROUP) in town.told()


def test_where_the_committee_left_nobody_concludes_and_the_operator_hears(town):
    public(town)
    empty(town, "chen", "he")
    town.ring("resolution_look")

    assert resolution(town).status is S.IMPLEMENTING
    assert topic(town).status is TopicStatus.RESOLVING
    assert ("unheld", "resolution:1") in sounded(town)


def test_the_township_asks_for_a_correction_and_changes_nothing(town):
    before = in_force(town)
    made = step(town, LIANG, "correct", "收费没有依据", "物业管理条例第27条")

    assert made.status is S.UNDER_CORRECTION
    assert made.corrections[0].basis == "物业管理条例第27条"
    assert (made.text, made.clauses, made.basis) == (before.text, before.clauses, before.basis)
    assert facts(town, "resolution-told-resident-correct")["law"] == "物业管理条例第27条"
    for action in ("redraft", "edit", "publish", "check", "answer", "close"):
        with pytest.raises(NotAllowed):
            press(town, LIANG, action)


def test_after_a_correction_it_is_written_checked_and_public_anew(town):
    in_force(town)
    step(town, LIANG, "correct", "收费没有依据", "第27条")
    step(town, CHEN, "redraft", "改用公共收益")
    press(town, CHEN, "hand-in")
    press(town, WU, "check")
    made = press(town, CHEN, "publish")
    [running] = made.clauses

    assert made.status is S.OBJECTION_WINDOW
    assert made.earlier[0].text == made.text
    town.ring("resolution_look")
    made = resolution(town)
    assert made.status is S.IMPLEMENTING
    assert made.clauses == (running,)  # its case goes on; it is not filed twice
    assert topic(town).status is TopicStatus.RESOLVED


@pytest.mark.parametrize("by", [LI, WANG, WU, LIANG])
def test_nobody_else_takes_the_committees_steps(town, by):
    drafted(town)

    with pytest.raises(NotAllowed):
        press(town, by, "hand-in")


def test_a_step_without_its_words_is_refused_before_they_are_asked_for(town):
    drafted(town)

    with pytest.raises(Refusal):
        press(town, WU, "return")  # it was not handed in
    with pytest.raises(NotAllowed):
        press(town, CHEN, "disclose")


def test_two_at_once_is_a_conflict_that_one_of_them_hears_of(town):
    drafted(town)
    read_by_both = resolution(town)
    with town.work(CHEN) as work:
        work.resolutions.save(read_by_both)
        with pytest.raises(Refusal, match="refusal-conflict"):
            work.resolutions.save(read_by_both)
