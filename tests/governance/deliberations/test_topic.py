from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from governance.ballots.result import Verdict
from governance.ballots.states import Instrument
from governance.deliberations import topic as topics
from governance.deliberations.advance import Given, advance, before_ballot, choices, outcome
from governance.deliberations.states import (
    OVER,
    RUNNING,
    WAITING,
    Consultation,
    Criterion,
    Level,
    TopicAction,
    TopicStatus,
)
from governance.deliberations.table import LIFECYCLE
from governance.deliberations.topic import Elements, Objection, Requirements, Review, Topic
from governance.directory import THE_CLOCK, Actor, Role
from governance.refusals import REFUSALS, Refusal
from tests.governance.ballots.town import officer

S, A, V = TopicStatus, TopicAction, Verdict
CHEN, WU, LIANG = officer("chen"), officer("wu"), officer("liang")
LI = Actor(id=5001)
AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
NEED = Requirements()
ELEMENTS = Elements(
    participants="三号楼全体住户",
    question="电梯要不要装刷卡",
    form="线上线下",
    timetable="三月",
    use="居委会照办",
)
REVIEW = Review(
    in_scope=True,
    lawful=True,
    level=Level.DELEGATED,
    affected="三号楼住户",
    money="公共收益",
    personal_data=False,
    already_decided=False,
)
TOPIC = Topic(
    id=1, proposer="5001", criteria=frozenset({Criterion.PUBLIC_INTEREST}),
    elements=ELEMENTS, review=REVIEW,
)  # fmt: skip
TALKED = replace(
    TOPIC,
    status=S.SUMMARY,
    discussed_from=AT - timedelta(days=4),
    summarised_at=AT - timedelta(days=3),
    statements=5,
)
STANDING = Objection(person="5002", affected=True)


def step(topic, action, by=CHEN, **more):
    given = {"at": AT, "note": "说明", "proof": "p1"} | more
    return advance(topic, action, Given(by=by, **given))


def refused(topic, action, by=CHEN, **more):
    with pytest.raises(Refusal) as found:
        step(topic, action, by, **more)
    assert found.value.key in REFUSALS
    return found.value.key.removeprefix("refusal-")


def at(status, **changed):
    return replace(TALKED, status=status, **changed)


def test_a_topic_from_a_proposal_to_the_archive():
    topic = step(TOPIC, A.REVIEW, THE_CLOCK)
    topic = step(topic, A.ADMIT)
    topic = step(topic, A.NOTICE)
    topic = step(topic, A.DISCUSS, THE_CLOCK)
    for _ in range(NEED.statements):
        topic = topics.stated(topic)
    later = AT + timedelta(days=NEED.days)
    topic = step(topic, A.SUMMARISE, at=later)
    topic = step(topic, A.POLL, at=later)
    topic = step(topic, A.CARRY, THE_CLOCK, verdict=V.CARRIED)
    topic = step(topic, A.RESOLVE)
    topic = step(topic, A.CONCLUDE)
    topic = step(topic, A.EVALUATE, THE_CLOCK)

    assert step(topic, A.ARCHIVE).status is S.ARCHIVED
    assert topic.admitted_at == AT


# ── before the public ──


@pytest.mark.parametrize(
    "changed",
    [{"in_scope": False}, {"lawful": False}, {"already_decided": True}, {"already_decided": None},
     {"level": None}, {"affected": ""}, {"money": ""}, {"personal_data": None}],
)  # fmt: skip
def test_a_topic_is_admitted_when_every_question_of_the_review_is_answered(changed):
    topic = at(S.PRE_REVIEW, review=replace(REVIEW, **changed))

    assert refused(topic, A.ADMIT) == "topic-review"


@pytest.mark.parametrize("missing", ["participants", "question", "form", "timetable", "use"])
def test_nothing_is_public_without_all_five_elements(missing):
    topic = at(S.ADMITTED, elements=replace(ELEMENTS, **{missing: ""}))

    assert refused(topic, A.NOTICE) == "topic-elements"


def test_a_major_matter_waits_for_the_party_s_date():
    topic = at(S.ADMITTED, major=True)

    assert refused(topic, A.NOTICE) == "topic-party"
    studied = replace(topic, party_studied=date(2026, 2, 27))
    assert step(studied, A.NOTICE).status is S.NOTICED


def test_no_more_topics_are_open_than_the_community_wants():
    assert refused(at(S.ADMITTED), A.NOTICE, running=3) == "topic-queue"
    assert step(at(S.ADMITTED), A.NOTICE, running=2).status is S.NOTICED


def test_the_longest_admitted_is_next():
    early = at(S.ADMITTED, id=7, admitted_at=AT - timedelta(days=2))
    late = at(S.ADMITTED, id=2, admitted_at=AT)
    undated = at(S.ADMITTED, id=9)
    busy = [at(status) for status in sorted(RUNNING)[:2]]

    assert topics.next_in_queue([late, early, *busy], NEED) == early
    assert topics.next_in_queue([late, early, undated], NEED) == undated
    assert topics.next_in_queue([late, early, *busy, at(S.POLLING)], NEED) is None
    assert topics.next_in_queue(busy, NEED) is None


@pytest.mark.parametrize("action", [A.RETURN, A.REJECT, A.REDIRECT])
def test_whoever_sends_a_proposal_away_says_why(action):
    assert refused(at(S.PRE_REVIEW), action, note="") == "reason"
    assert refused(at(S.PRE_REVIEW), action, LI) == "not-yours"


def test_only_its_proposer_hands_it_in_again():
    assert step(at(S.RETURNED), A.RESUBMIT, LI).status is S.PROPOSED
    assert refused(at(S.RETURNED), A.RESUBMIT, Actor(id=5002)) == "not-yours"


# ── talk before votes (E05) ──


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({}, ()),
        ({"statements": 4}, ("discussion",)),
        ({"discussed_from": AT - timedelta(days=3)}, ()),  # three days exactly
        ({"discussed_from": AT - timedelta(days=3) + timedelta(seconds=1)}, ("discussion",)),
        ({"statements": 0, "meetings": 1}, ()),  # one recorded meeting stands for both
        ({"summarised_at": None}, ("summary",)),
        ({"discussed_from": None, "meetings": 1}, ("discussion", "summary")),
        ({"vital": True}, ("consultation",)),
        ({"vital": True, "consultations": frozenset({Consultation.HEARING})}, ()),
    ],
)
def test_what_is_missing_before_a_ballot(changed, missing):
    topic = replace(TALKED, **changed)

    assert topics.lacking(topic, NEED, AT) == missing
    if missing:
        assert refused(topic, A.POLL) == refused(topic, A.AGREE) == "topic-untalked"


@pytest.mark.parametrize("add", [topics.stated, topics.met,
                                 lambda t: topics.consulted(t, Consultation.SURVEY)])  # fmt: skip
def test_talk_counts_while_it_is_under_discussion(add):
    before = at(S.DISCUSSION)
    after = add(before)

    assert after != before
    for status in frozenset(S) - {S.DISCUSSION}:
        with pytest.raises(Refusal, match="refusal-topic-discussion"):
            add(at(status))


def test_new_material_asks_for_a_new_summary():
    assert step(TALKED, A.RESUME).summarised_at is None


@pytest.mark.parametrize(
    ("instrument", "status", "missing"),
    [
        (Instrument.SURVEY, S.DISCUSSION, ()),
        (Instrument.SURVEY, S.PROPOSED, ("discussion",)),
        (Instrument.EVALUATION, S.RESOLVED, ()),
        (Instrument.EVALUATION, S.RESOLVING, ("resolution",)),
        (Instrument.DELIBERATIVE, S.POLLING, ()),
        (Instrument.DELIBERATIVE, S.SUMMARY, ("polling",)),
        (Instrument.MENU, S.DISCUSSION, ("polling",)),
    ],
)
def test_which_ballot_may_be_held_when(instrument, status, missing):
    assert before_ballot(at(status), instrument, NEED, AT) == missing


def test_a_ballot_of_what_was_not_talked_over_is_held_nowhere():
    silent = at(S.POLLING, statements=0)

    assert before_ballot(silent, Instrument.MENU, NEED, AT) == ("discussion",)


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"summarised_at": AT - timedelta(days=2)}, "topic-window"),
        ({"objections": (STANDING,)}, "topic-objection"),
    ],
)
def test_agreement_without_a_ballot_needs_time_and_no_objection(changed, key):
    assert refused(replace(TALKED, **changed), A.AGREE) == key
    assert step(TALKED, A.AGREE).status is S.CONSENSUS


def test_nobody_has_waited_for_a_summary_that_was_not_made():
    assert not topics.waited(replace(TALKED, summarised_at=None), NEED, AT)


# ── what a ballot makes of it (E06) ──

MET = replace(STANDING, met="改装在东侧，不挡一楼的窗")
GONE = replace(STANDING, withdrawn=True)
BYSTANDER = replace(STANDING, affected=False)


@pytest.mark.parametrize(
    ("verdict", "objections", "action"),
    [
        (V.CARRIED, (), A.CARRY),
        (V.CARRIED, (STANDING,), A.FAIL),
        (V.CARRIED, (MET, STANDING), A.FAIL),
        (V.CARRIED, (MET, GONE, BYSTANDER), A.CARRY),
        (V.FAILED, (), A.FAIL),
        (V.TIED, (), A.FAIL),
        (V.INVALID, (), A.LACK),
        (V.INVALID, (STANDING,), A.LACK),
    ],
)
def test_an_unmet_objection_of_somebody_affected_outweighs_any_majority(
    verdict, objections, action
):
    topic = at(S.POLLING, objections=objections)

    assert outcome(topic, verdict) is action
    for each in (A.CARRY, A.FAIL, A.LACK):
        if each is action:
            assert step(topic, each, THE_CLOCK, verdict=verdict).status is not S.POLLING
        else:
            assert refused(topic, each, THE_CLOCK, verdict=verdict) == "not-allowed"


@pytest.mark.parametrize("action", [A.CARRY, A.FAIL, A.LACK])
def test_without_a_certified_ballot_nothing_follows(action):
    assert refused(at(S.POLLING), action, THE_CLOCK) == "not-allowed"
    assert refused(at(S.POLLING), action, CHEN, verdict=V.CARRIED) == "not-yours"


# ── after it ──


def test_a_second_round_starts_from_nothing_and_there_is_no_third():
    again = step(at(S.NO_CONSENSUS, meetings=1), A.RETRY)

    assert (again.status, again.statements, again.meetings) == (S.DISCUSSION, 0, 0)
    assert (again.summarised_at, again.discussed_from, again.retried) == (None, AT, 1)
    assert refused(replace(again, status=S.NO_CONSENSUS), A.RETRY) == "not-allowed"
    assert step(replace(again, status=S.INVALID), A.RETRY).retried == 1


def test_what_the_meeting_must_decide_is_resolved_by_its_minutes_alone():
    topic = at(S.CONSENSUS, review=replace(REVIEW, level=Level.MEETING))

    assert refused(topic, A.RESOLVE) == "not-allowed"
    assert refused(replace(topic, status=S.DIRECTED), A.RESOLVE) == "not-allowed"
    waiting = step(topic, A.AWAIT, THE_CLOCK)
    assert refused(waiting, A.PASS, proof="") == "proof"
    passed = step(waiting, A.PASS)
    assert refused(passed, A.CHECK) == "not-yours"
    assert step(passed, A.CHECK, WU).status is S.RESOLVING
    assert step(passed, A.DOUBT, WU).status is S.AWAIT_MEETING
    assert step(waiting, A.MISS).status is S.MEETING_FAILED
    assert refused(at(S.CONSENSUS), A.AWAIT) == "not-allowed"


def test_a_reserved_matter_is_talked_over_here_and_decided_elsewhere():
    topic = replace(TALKED, reserved=True)

    assert {refused(topic, A.POLL), refused(topic, A.AGREE)} == {"not-allowed"}
    assert step(topic, A.REFER).status is S.REFERRED
    assert refused(TALKED, A.REFER) == "not-allowed"


@pytest.mark.parametrize(
    "status", [S.CONSENSUS, S.AWAIT_MEETING, S.MEETING_PASSED, S.RESOLVING, S.NO_CONSENSUS]
)
def test_what_is_found_unlawful_or_without_consensus_is_referred(status):
    assert step(at(status), A.REFER).status is S.REFERRED
    if status is not S.NO_CONSENSUS:
        assert step(at(status), A.REFER, WU).status is S.REFERRED


def test_without_a_resolution_or_an_outcome_the_archive_wants_a_reason():
    into = {
        (source, s.reason)
        for s in LIFECYCLE.steps
        if s.target is S.ARCHIVED
        for source in s.sources
    }

    assert into == {
        (S.EVALUATED, False),
        (S.INVALID, True),
        (S.MEETING_FAILED, True),
        (S.DIRECTED, True),
    }


def test_the_township_takes_no_step():
    """It can neither open, nor stop, nor decide what is the residents' (N14)."""
    assert [s.action for s in LIFECYCLE.steps if Role.TOWNSHIP in s.by] == []
    assert choices(TALKED, Given(by=LIANG, at=AT)) == ()


def test_choices_are_those_that_may_be_taken():
    assert choices(TALKED, Given(by=CHEN, at=AT)) == (A.RESUME, A.POLL, A.AGREE)
    assert choices(at(S.RETURNED), Given(by=LI, at=AT)) == (A.RESUBMIT,)
    assert choices(at(S.POLLING), Given(by=THE_CLOCK, at=AT, verdict=V.TIED)) == (A.FAIL,)


# ── the table, and any order of commands ──


def test_every_status_is_reached_and_every_action_stands_in_it():
    assert LIFECYCLE.reached(S.PROPOSED) == frozenset(S)
    assert {s.action for s in LIFECYCLE.steps} == set(A)
    assert WAITING & RUNNING == WAITING & OVER == RUNNING & OVER == frozenset()


@pytest.mark.parametrize("status", sorted(OVER))
def test_what_is_over_has_no_exit(status):
    assert LIFECYCLE.choices(status, frozenset(Role)) == ()


@pytest.mark.parametrize("status", sorted(frozenset(S) - OVER))
def test_what_is_not_over_leads_to_an_end(status):
    assert LIFECYCLE.reached(status) & OVER


def test_a_machine_rejects_refers_and_archives_nothing():
    by_clock = {s.action for s in LIFECYCLE.steps if Role.CLOCK in s.by}

    assert by_clock == {A.REVIEW, A.DISCUSS, A.CARRY, A.FAIL, A.LACK, A.AWAIT, A.EVALUATE}


TALK = [topics.stated, topics.met, lambda t: topics.consulted(t, Consultation.NOTICE)]
ROAD = {
    S.PROPOSED: (A.REVIEW, CHEN),
    S.PRE_REVIEW: (A.ADMIT, CHEN),
    S.ADMITTED: (A.NOTICE, CHEN),
    S.NOTICED: (A.DISCUSS, CHEN),
    S.DISCUSSION: (A.SUMMARISE, CHEN),
    S.SUMMARY: (A.POLL, CHEN),
    S.CONSENSUS: (A.RESOLVE, CHEN),
    S.AWAIT_MEETING: (A.PASS, CHEN),
    S.MEETING_PASSED: (A.CHECK, WU),
    S.NO_CONSENSUS: (A.RETRY, CHEN),
    S.INVALID: (A.RETRY, CHEN),
}


def walk(seed):
    """Give any commands to a topic, and yield each that it took, with what was heard till then.

    Every other one is the next step of the road by whoever may take it, so that a walk gets far.
    """
    chance = Random(seed)
    review = replace(REVIEW, level=chance.choice(list(Level)))
    topic = replace(TOPIC, vital=chance.random() < 0.5, review=review)
    now, heard, met, since = AT, 0, 0, AT
    for _ in range(120):
        now += timedelta(hours=chance.randrange(40))
        action, by = chance.choice(list(A)), chance.choice([CHEN, WU, LIANG, LI, THE_CLOCK])
        if chance.random() < 0.6:
            action, by = ROAD.get(topic.status, (action, by))
        verdict = chance.choice([V.CARRIED, *V])
        if topic.status is S.POLLING:
            action, by = outcome(topic, verdict), THE_CLOCK
        try:
            if chance.random() < 0.5:
                said = chance.randrange(3)
                topic = TALK[said](topic)
                heard, met = heard + (said == 0), met + (said == 1)
                continue
            topic = step(topic, action, by, at=now, verdict=verdict)
        except Refusal:
            continue
        if action in {A.DISCUSS, A.RETRY}:
            heard, met, since = 0, 0, now
        yield topic, action, met or (now - since >= timedelta(days=NEED.days) and heard >= 5)


@drawn(st.integers(0, 2**32))
def test_no_order_of_commands_votes_without_talk_or_resolves_without_a_meeting(seed):
    checked = False
    for topic, action, talked in walk(seed):
        checked |= action is A.CHECK
        if action is A.POLL:
            assert talked
            assert topic.summarised_at
            assert topic.consultations or not topic.vital
        if topic.status is S.RESOLVING and topic.level is Level.MEETING:
            assert checked


def test_the_walks_of_this_law_get_far_enough_to_break_it():
    taken = Counter(action for seed in range(300) for _, action, _ in walk(seed))

    assert min(taken[a] for a in (A.POLL, A.CARRY, A.RETRY, A.CHECK, A.RESOLVE)) > 5, taken
