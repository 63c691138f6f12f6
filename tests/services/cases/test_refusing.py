"""Refusing, reviewing, signing, answering: who decides, and who looks at it again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.cases import CaseStatus
from governance.refusals import Refusal
from services.cases import waiting
from tests.services.cases.desks import MORE, OTHER, QUESTION, declined
from tests.services.town import AT, CHEN, HE, LI, SUN, WANG, WU


def test_a_refusal_names_its_reason_and_opens_one_review(lying):
    case = declined(lying)

    assert (case.status, lying.fresh()) == (CaseStatus.DECLINED, [("told-reporter-decline", LI)])
    assert lying.facts("told-reporter-decline")["note"] == "不是社区的事"
    assert lying.passages()[-1] == ("decline", "chen", "不是社区的事")


def test_the_reporter_asks_supervision_and_it_sends_it_back(lying):
    declined(lying)

    asked = lying.press(LI, "appeal")
    heard = lying.fresh()
    back = lying.act(WU, "overrule", note="应当帮着问")

    assert (asked.status, asked.holder) == (CaseStatus.UNDER_REVIEW, "wu")
    assert heard == [
        ("told-committee-appeal", CHEN),
        ("told-committee-appeal", HE),
        ("worksheet:1:wu:0", WU),
    ]
    assert (back.status, back.holder) == (CaseStatus.SUBMITTED, "he")
    assert ("told-reporter-overrule", LI) in lying.fresh()


def test_supervision_upholds_with_a_reason_and_it_is_closed(lying):
    declined(lying)
    lying.press(LI, "appeal")

    case = lying.act(WU, "uphold", note="确实不归社区")

    assert (case.status, ("told-reporter-uphold", LI) in lying.fresh()) == (
        CaseStatus.CLOSED,
        True,
    )


def test_a_refusal_nobody_appeals_is_closed_after_a_week(lying):
    declined(lying)

    lying.ring("unreviewed")

    assert (lying.case().status, lying.now) == (CaseStatus.CLOSED, AT + timedelta(days=7))


def test_the_window_of_an_older_refusal_closes_nothing(lying):
    declined(lying)
    lying.press(LI, "appeal")
    lying.act(WU, "overrule", note="再看")
    declined(lying)

    lying.do(0, waiting.unreviewed, 1, 1)
    first = lying.case().status
    lying.do(0, waiting.unreviewed, 1, 2)

    assert (first, lying.case().status) == (CaseStatus.DECLINED, CaseStatus.CLOSED)


def test_without_anybody_to_review_the_refusal_says_where_else_to_go(lying):
    lying.report(WU, text=MORE, reading=OTHER, message=8)
    lying.act(CHEN, "decline", 2, note="不是")

    with pytest.raises(Refusal) as refused:
        lying.press(WU, "appeal", 2)

    assert refused.value.key == "refusal-no-reviewer"


@pytest.fixture
def alone(lying):
    """A town whose chair is its secretary as well (A15)."""
    lying.roll.plan = replace(
        lying.roll.plan,
        officers=tuple(replace(o, one_shoulder=o.key == "chen") for o in lying.roll.plan.officers),
    )
    with lying.work(0) as work:
        work.changed()
    return lying


def test_a_chair_who_is_secretary_too_only_proposes_a_refusal(alone):
    """A15: supervision signs, under the reason that was given."""
    proposed = declined(alone)
    signed = alone.press(WU, "countersign")

    assert (proposed.status, proposed.holder) == (CaseStatus.DECLINE_PROPOSED, "wu")
    assert signed.status is CaseStatus.DECLINED
    assert alone.facts("told-reporter-countersign")["note"] == "不是社区的事"


def test_what_supervision_does_not_sign_is_at_the_desk_again(alone):
    declined(alone)

    back = alone.act(WU, "overrule", note="要办")

    assert (back.status, back.holder) == (CaseStatus.SUBMITTED, "he")
    assert [t[0] for t in alone.fresh()] == ["told-committee-overrule"] * 2


def test_who_signed_a_refusal_does_not_review_it(alone):
    """A09: with one supervisor the review is for the township."""
    declined(alone)
    alone.press(WU, "countersign")

    with pytest.raises(Refusal) as refused:
        alone.press(LI, "appeal")

    assert refused.value.key == "refusal-no-reviewer"


def test_another_member_of_the_committee_refuses_alone(alone):
    assert declined(alone, HE).status is CaseStatus.DECLINED


def test_a_question_is_answered_from_the_desk(town):
    """B04."""
    town.report(text="什么时候交物业费，在哪里交？", reading=QUESTION, chat=LI)
    town.press(HE, "answer")

    case = town.say(HE, "每月5号，物业服务中心")

    assert (case.status, case.desk) == (CaseStatus.ANSWERED, "he")
    assert town.facts("told-reporter-answer")["note"] == "每月5号，物业服务中心"


def test_a_panel_that_is_silent_gives_way_to_the_committee(working):
    """D14."""
    working.act(WANG, "escalate", note="@money")

    working.ring("unraised")

    case = working.case()
    assert (case.status, case.holder) == (CaseStatus.ESCALATED, "he")
    assert working.fresh() == [("told-reporter-hand-up", LI), ("worksheet:1:he:1", HE)]


def test_a_panel_that_acted_is_left_alone(working):
    working.act(WANG, "escalate", note="@money")
    working.act(CHEN, "dispatch", to="sun")

    working.do(0, waiting.unraised, 1, 1)

    assert (working.case().holder, working.told()) == ("sun", [])


def test_what_lies_with_the_committee_is_not_handed_up_again(working):
    working.act(WANG, "escalate", note="@money")
    working.ring("unraised")

    working.do(0, waiting.unraised, 1, 1)

    assert (working.case().holder, working.told()) == ("he", [])


def test_a_panels_head_hands_up_with_a_reason(town):
    """A grid head who heads a panel is no committee: he gives it further."""
    town.roll.plan = replace(
        town.roll.plan,
        panels=tuple(replace(p, head="sun", substitute="chen") for p in town.roll.plan.panels),
    )
    with town.work(0) as work:
        work.changed()
    town.report()
    town.act(WANG, "accept")

    up = town.act(WANG, "escalate", note="@hands")
    further = town.act(SUN, "hand-up", note="要街道出面")

    assert (up.holder, further.holder, further.status) == ("sun", "he", CaseStatus.ESCALATED)
