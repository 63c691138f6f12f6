from dataclasses import replace
from datetime import date, timedelta

import pytest

from governance.deliberations.states import TopicStatus
from governance.directory import THE_CLOCK
from governance.procedure import Requirements
from governance.resolutions.advance import automatic, judges
from governance.resolutions.resolution import Basis, Edition
from governance.resolutions.states import WORKING
from tests.governance.resolutions.promises import (
    AT,
    BASIS,
    CHEN,
    CLAUSE,
    COMMUNITY,
    CONTEST,
    DAY,
    DRAFT,
    HE,
    LI,
    LIANG,
    TODAY,
    WANG,
    WU,
    A,
    C,
    S,
    at,
    given,
    refused,
    step,
)

NEED = Requirements()
LATE = CLAUSE.finish_by + DAY
DONE = replace(CLAUSE, status=C.KEPT, settled_on=TODAY)
SUBMITTED = replace(DRAFT, submitted=True)


def test_a_resolution_from_its_draft_to_its_end():
    made = step(DRAFT, A.HAND_IN)
    made = step(made, A.CHECK, WU)
    made = step(made, A.PUBLISH)
    made = step(made, A.OPEN, THE_CLOCK)
    over = AT + NEED.objection_days * DAY
    made = step(made, A.ENTER, THE_CLOCK, at=over)
    made = step(made, A.BEGIN, THE_CLOCK)
    made = step(replace(made, clauses=(DONE,)), A.FINISH, THE_CLOCK)
    made = step(made, A.DISCLOSE, note="装好了，用了1200.50元")
    assert (made.checked_by, made.basis, made.published_at) == ("wu", BASIS, AT)
    assert (made.window_until, made.in_force_at, made.disclosed_at) == (over, over, AT)
    assert made.result == "装好了，用了1200.50元"
    asked = AT + NEED.contest_days * DAY
    assert made.asked_until == asked

    assert step(made, A.CLOSE, THE_CLOCK, at=asked).status is S.CLOSED


# ── checked by somebody else, then public ──


def test_what_is_not_handed_in_is_neither_checked_nor_returned():
    assert refused(DRAFT, A.CHECK, WU) == "not-allowed"
    assert refused(DRAFT, A.RETURN, WU) == "not-allowed"
    assert refused(SUBMITTED, A.HAND_IN) == "not-allowed"
    assert refused(replace(SUBMITTED, clauses=()), A.CHECK, WU) == "not-allowed"
    assert not step(SUBMITTED, A.RETURN, WU).submitted


def test_a_draft_without_words_or_promises_is_not_handed_in():
    assert refused(replace(DRAFT, clauses=()), A.HAND_IN) == "resolution-incomplete"
    assert refused(replace(DRAFT, text=""), A.HAND_IN) == "resolution-incomplete"
    assert refused(DRAFT, A.HAND_IN, today=CLAUSE.finish_by) == "resolution-date"


@pytest.mark.parametrize("by", [CHEN, HE, LI, WANG])
def test_whoever_drafts_or_carries_out_does_not_check(by):
    assert refused(SUBMITTED, A.CHECK, by, resident=True) == "not-yours"


def test_where_supervision_is_involved_the_township_checks():
    own = replace(SUBMITTED, clauses=(replace(CLAUSE, who="wu"),))

    assert judges(COMMUNITY, SUBMITTED) == {"wu"}
    assert judges(COMMUNITY, own) == {"liang"}
    assert refused(own, A.CHECK, WU) == "not-yours"
    assert step(own, A.CHECK, LIANG).checked_by == "liang"
    assert refused(SUBMITTED, A.CHECK, LIANG) == "not-yours"


def test_nothing_is_public_before_a_human_checked_it():
    assert refused(SUBMITTED, A.PUBLISH) == "not-allowed"


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"topic": TopicStatus.CONSENSUS}, "topic"),
        ({"topic": TopicStatus.MEETING_PASSED}, "topic"),  # its minutes are not checked yet
        ({"topic": None}, "topic"),
        ({"basis": None}, "basis"),
        ({"basis": Basis()}, "basis"),
        ({"today": date(2026, 3, 29)}, "date"),  # over before it is in force
        ({"today": date(2026, 3, 28)}, None),
        ({"basis": Basis(minutes="m")}, None),
        ({"basis": Basis(meetings=1)}, None),
        ({"basis": Basis(directed="studied")}, None),
    ],
)
def test_it_is_published_with_its_ground_once_the_topic_is_ready(more, key):
    checked = at(S.LEGAL_CHECKED)
    if key is None:
        assert step(checked, A.PUBLISH, **more).status is S.PUBLISHED
    else:
        assert refused(checked, A.PUBLISH, **more) == f"resolution-{key}"


def test_what_was_in_force_before_may_be_published_anew():
    anew = at(S.LEGAL_CHECKED, earlier=(Edition(text="旧文"),))
    more = {"topic": TopicStatus.RESOLVED}

    assert step(anew, A.PUBLISH, **more).status is S.PUBLISHED
    assert refused(at(S.LEGAL_CHECKED), A.PUBLISH, **more) == "resolution-topic"


# ── the window (E21) ──


def test_a_resident_objects_and_supervision_answers():
    window = step(at(S.OBJECTION_WINDOW), A.OBJECT, LI, resident=True, note="太贵")

    [said] = window.contests
    assert (said.person, said.text, said.answer) == (5001, "太贵", "")
    over = {"at": AT + 3 * DAY}
    assert refused(window, A.ENTER, THE_CLOCK, **over) == "not-allowed"
    answered = step(window, A.ANSWER, WU, note="三家比过价")
    assert answered.contests[0].answer == "三家比过价"
    assert answered.contests[0].answered_by == "wu"
    assert step(answered, A.ENTER, THE_CLOCK, **over).status is S.IN_FORCE
    assert refused(answered, A.ANSWER, WU) == "not-allowed"
    assert refused(answered, A.UPHOLD, WU) == "not-allowed"


def test_one_objection_is_answered_and_the_others_stay():
    other = replace(CONTEST, id=2, person=5003)
    window = at(S.OBJECTION_WINDOW, contests=(CONTEST, other))

    one = step(window, A.ANSWER, WU, contest=2)
    assert [c.id for c in one.unanswered] == [1]
    assert refused(one, A.ANSWER, WU, contest=2) == "not-allowed"
    both = step(one, A.UPHOLD, WU, note="改价", contest=1)
    assert (both.status, both.unanswered) == (S.UNDER_CORRECTION, ())
    assert both.contests[1].answer == "说明"


def test_before_its_end_the_window_stays_open_and_strangers_do_not_object():
    window = at(S.OBJECTION_WINDOW)

    assert refused(window, A.ENTER, THE_CLOCK, at=AT + 3 * DAY - timedelta(seconds=1)) == (
        "not-allowed"
    )
    assert refused(replace(window, window_until=None), A.ENTER, THE_CLOCK) == "not-allowed"
    assert refused(window, A.OBJECT, LI) == "not-yours"
    assert refused(window, A.OBJECT, LI, resident=True, note="") == "reason"


def test_whoever_objected_does_not_judge():
    window = at(S.OBJECTION_WINDOW, contests=(replace(CONTEST, person=WU.id),))

    assert refused(window, A.ANSWER, WU) == "not-yours"
    assert step(window, A.ANSWER, LIANG).unanswered == ()


# ── carried out ──


def test_it_is_overdue_while_a_promise_is():
    assert refused(at(S.IMPLEMENTING), A.LATE, THE_CLOCK) == "not-allowed"
    late = step(at(S.IMPLEMENTING), A.LATE, THE_CLOCK, today=LATE)
    assert late.status is S.OVERDUE
    assert refused(late, A.CATCH_UP, THE_CLOCK, today=LATE) == "not-allowed"
    moved = replace(late, clauses=(replace(CLAUSE, until=LATE),))
    assert step(moved, A.CATCH_UP, THE_CLOCK, today=LATE).status is S.IMPLEMENTING


@pytest.mark.parametrize("status", sorted(WORKING))
def test_it_is_carried_out_when_every_promise_is_settled(status):
    assert refused(at(status), A.FINISH, THE_CLOCK) == "not-allowed"
    assert refused(at(status, clauses=(DONE, CLAUSE)), A.FINISH, THE_CLOCK) == "not-allowed"
    assert refused(at(status, clauses=()), A.FINISH, THE_CLOCK) == "not-allowed"
    broken = replace(CLAUSE, status=C.BROKEN)
    assert step(at(status, clauses=(DONE, broken)), A.FINISH, THE_CLOCK).status is S.IMPLEMENTED


@pytest.mark.parametrize(
    ("resolution", "more", "action"),
    [
        (DRAFT, {}, None),
        (at(S.PUBLISHED), {}, A.OPEN),
        (at(S.OBJECTION_WINDOW), {}, None),
        (at(S.OBJECTION_WINDOW), {"at": AT + 3 * DAY}, A.ENTER),
        (at(S.OBJECTION_WINDOW, contests=(CONTEST,)), {"at": AT + 3 * DAY}, None),
        (at(S.IN_FORCE), {}, A.BEGIN),
        (at(S.IMPLEMENTING), {}, None),
        (at(S.IMPLEMENTING), {"today": LATE}, A.LATE),
        (at(S.IMPLEMENTING, clauses=(DONE,)), {"today": LATE}, A.FINISH),
        (at(S.OVERDUE), {"today": LATE}, None),
        (at(S.OVERDUE), {}, A.CATCH_UP),
        (at(S.OVERDUE, clauses=(DONE,)), {"today": LATE}, A.FINISH),
        (at(S.IMPLEMENTED), {}, None),
        (at(S.RESULT_PUBLISHED, asked_until=AT + DAY), {}, None),
        (at(S.RESULT_PUBLISHED, asked_until=AT), {}, A.CLOSE),
        (at(S.RESULT_PUBLISHED), {}, None),
        (at(S.DISPUTED, asked_until=AT), {}, None),
        (at(S.UNDER_CORRECTION), {}, None),
    ],
)
def test_what_follows_by_rule_alone(resolution, more, action):
    assert automatic(COMMUNITY, resolution, given(CHEN, resident=True, **more)) is action
