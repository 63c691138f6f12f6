from dataclasses import replace
from datetime import date, timedelta

import pytest

from governance.categories import OTHER
from governance.refusals import Conflict, Unknown
from governance.resolutions import clauses
from governance.resolutions.clauses import CheckIn
from governance.resolutions.fulfilment import Answers
from governance.resolutions.referral import Referral
from governance.resolutions.resolution import Correction, Edition, Passage
from governance.resolutions.stages import Ahead
from governance.resolutions.states import Outcome, Stage
from storage import directory
from storage.cases import Cases
from storage.replies import Referrals, Replies
from storage.resolutions import Resolutions
from storage.topics import Topics
from tests.governance.deliberations.matters import TALKED
from tests.governance.resolutions.promises import (
    AT,
    CLAUSE,
    CONTEST,
    DAY,
    DRAFT,
    TODAY,
    A,
    C,
    Q,
    R,
    S,
    at,
)
from tests.storage.test_cases import a_case

LATER = AT + DAY
SEEN = replace(CONTEST, id=0)
WHOLE = at(
    S.DISPUTED,
    in_force_at=LATER,
    disclosed_at=LATER,
    asked_until=LATER,
    result="装好了",
    earlier=(Edition(text="旧文", clauses=(("wang", "装", "0", "2026-04-01", "2026-04-10"),)),),
    final={"done": Answers(asked=9, yes=5, no=1, unsure=0)},
)
REPORT = CheckIn(day=date(2026, 3, 9), at=LATER, text="线已布好", photo="p1", progress=50)


@pytest.fixture
def community(connection):
    return directory.community(connection, "xingfuli")


@pytest.fixture
def topic(connection, community):
    return Topics(connection, community).add(replace(TALKED, at=AT)).id


@pytest.fixture
def resolutions(connection, community):
    return Resolutions(connection, community)


@pytest.fixture
def made(resolutions, topic):
    return resolutions.add(replace(WHOLE, topic=topic))


def test_a_resolution_comes_back_as_it_was_written(resolutions, topic, made):
    [clause] = made.clauses

    assert made == replace(WHOLE, id=1, number=1, topic=topic, clauses=(clause,))
    assert clause == replace(CLAUSE, id=clause.id)
    assert resolutions.get(made.id) == resolutions.numbered(1) == made
    bare = resolutions.add(replace(DRAFT, topic=topic, clauses=()))
    assert (bare.number, bare.basis, bare.clauses) == (2, None, ())
    assert resolutions.of_topic(topic) == bare
    assert resolutions.of_topic(99) is None
    assert resolutions.standing([S.DISPUTED]) == [made]
    assert resolutions.standing([S.CLOSED]) == []
    assert resolutions.standing(list(S)) == [bare, made]


def test_another_communitys_resolution_is_unknown(connection, resolutions, made):
    other = Resolutions(connection, directory.community(connection, "elsewhere"))

    for look in (
        lambda: other.get(made.id),
        lambda: other.numbered(1),
        lambda: resolutions.get(9),
    ):
        with pytest.raises(Unknown):
            look()
    assert other.of_topic(made.topic) is None
    assert other.standing(list(S)) == []


def test_a_resolution_that_somebody_else_saved_is_a_conflict(resolutions, made):
    resolutions.save(replace(made, status=S.CLOSED))

    with pytest.raises(Conflict):
        resolutions.save(made)
    assert resolutions.get(made.id).status is S.CLOSED


def test_promises_are_added_changed_and_dropped(resolutions, made):
    second = replace(CLAUSE, id=0, number=2, what="验收", until=TODAY)
    saved = resolutions.save(replace(made, clauses=(*made.clauses, second)))
    first, added = saved.clauses

    assert (first, added) == (made.clauses[0], replace(second, id=added.id))
    settled = clauses.settled(clauses.planned(first, TODAY), C.KEPT, "p", TODAY)
    again = resolutions.save(replace(saved, clauses=(settled,)))
    assert again.clauses == (settled,)
    assert resolutions.save(again) == replace(again, version=again.version + 1)


def test_what_was_reported_stands_by_its_day(resolutions, made):
    [clause] = made.clauses
    planned = resolutions.save(replace(made, clauses=(clauses.planned(clause, TODAY),)))
    [clause] = planned.clauses
    clause = clauses.reported(clauses.missed(clause, REPORT.day), REPORT)
    reported = resolutions.save(replace(planned, clauses=(clause,)))

    assert reported.clauses == (clause,)
    assert clause.checkin(REPORT.day) == replace(REPORT, missed=True)
    assert resolutions.save(replace(reported, clauses=())).clauses == ()


def test_a_promise_is_found_by_its_case(connection, community, resolutions, made):
    case = Cases(connection, community, "xingfuli").add(replace(a_case(), category=OTHER))
    [clause] = made.clauses
    saved = resolutions.save(replace(made, clauses=(replace(clause, case=case.id),)))

    assert resolutions.of_case(case.id) == saved
    assert resolutions.of_case(case.id + 1) is None


def test_objections_and_corrections_are_only_ever_added_to(resolutions, made):
    asked = Correction(officer="liang", at=LATER, note="与条例不符", basis="第27条")
    one = resolutions.save(replace(made, contests=(SEEN,), corrections=(asked,)))
    [contest] = one.contests
    assert contest == replace(CONTEST, id=contest.id)

    answered = replace(contest, answer="比过价", answered_by="wu")
    more = replace(asked, note="再请改正", at=LATER + timedelta(hours=1))
    two = resolutions.save(
        replace(one, contests=(answered, SEEN), corrections=(*one.corrections, more))
    )
    assert two.contests[0] == answered
    assert len(two.contests) == 2
    assert two.corrections == (asked, more)
    three = resolutions.save(replace(two, contests=(), corrections=()))
    assert (three.contests, three.corrections) == (two.contests, two.corrections)


def test_steps_stand_in_their_order(resolutions, made):
    steps = [
        Passage(action=A.CHECK, officer="wu", at=AT),
        Passage(action=A.CORRECT, officer="liang", at=LATER, note="第27条"),
    ]
    for each in steps:
        resolutions.passed(made.id, each)

    assert resolutions.passages(made.id) == steps


def test_the_last_answer_of_each_person_to_each_question_counts(connection, made):
    replies = Replies(connection)
    replies.ask(made.id, {5001: True, 5002: False})
    replies.ask(made.id, {5001: False, 5003: True})

    assert replies.asked(made.id) == {5001: True, 5002: False, 5003: True}
    replies.answer(made.id, 5001, Q.SEEN, R.YES, AT)
    replies.answer(made.id, 5001, Q.SEEN, R.NO, LATER)
    replies.answer(made.id, 5001, Q.DONE, R.UNSURE, LATER)
    replies.answer(made.id, 5002, Q.SEEN, R.YES, LATER)
    assert replies.said(made.id) == {
        (5001, Q.SEEN): R.NO,
        (5001, Q.DONE): R.UNSURE,
        (5002, Q.SEEN): R.YES,
    }
    assert replies.said(made.id + 1) == {}
    assert replies.asked(made.id + 1) == {}


def test_outcomes_of_referrals_stand_in_their_order(connection, topic):
    referrals = Referrals(connection)
    first = Referral(
        topic=topic, outcome=Outcome.AGAIN, day=TODAY, basis="会议纪要", officer="chen", at=AT
    )
    second = replace(first, outcome=Outcome.STUDIED, at=LATER)
    for each in (first, second):
        referrals.add(each)

    assert referrals.of(topic) == [first, second]
    assert referrals.of(topic + 1) == []


def test_the_stages_of_a_project_come_back_and_go_with_their_promise(resolutions, made):
    [clause] = made.clauses
    staged = clauses.staged(clause, TODAY)
    saved = resolutions.save(replace(made, clauses=(staged,)))
    assert saved.clauses == (staged,)
    shown = [
        replace(s, at=LATER, by="wang", serial="2026-031", text="三家比价", photo="p1")
        for s in staged.stages[:1]
    ]
    leave = Ahead(by="wu", at=LATER, why="汛期要赶", without=(Stage.BEFORE,), spent=True)
    late = replace(staged.stages[1], missed=True, aheads=(leave,))
    changed = replace(staged, stages=(*shown, late, staged.stages[2]))
    saved = resolutions.save(replace(saved, clauses=(changed,)))

    assert saved.clauses == (changed,)
    moved = replace(changed.stages[2], day=TODAY)
    saved = resolutions.save(
        replace(saved, clauses=(replace(changed, stages=(*shown, late, moved)),))
    )
    assert saved.clauses[0].stages[2] == moved
    assert resolutions.save(replace(saved, clauses=())).clauses == ()
