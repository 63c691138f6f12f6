from collections import Counter
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from governance.deliberations import topic as topics
from governance.deliberations.advance import outcome
from governance.deliberations.states import OVER, RUNNING, WAITING, Consultation
from governance.deliberations.table import LIFECYCLE
from governance.directory import THE_CLOCK, Role
from governance.procedure import Level
from governance.refusals import Refusal
from tests.governance.deliberations.matters import (
    AT,
    CHEN,
    LI,
    LIANG,
    NEED,
    REVIEW,
    TOPIC,
    WU,
    A,
    S,
    V,
    spoken,
    step,
)


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

    assert by_clock == {
        *(A.REVIEW, A.OVERDUE, A.NOTICE, A.DISCUSS, A.CARRY, A.FAIL, A.LACK, A.AWAIT, A.EVALUATE)
    }


OTHERWISE = [topics.met, lambda t: topics.consulted(t, Consultation.NOTICE)]
ROAD = {
    S.PROPOSED: (A.REVIEW, CHEN),
    S.PRE_REVIEW: (A.ADMIT, CHEN),
    S.ADMITTED: (A.NOTICE, CHEN),
    S.NOTICED: (A.DISCUSS, CHEN),
    S.DISCUSSION: (A.SUMMARISE, CHEN),
    S.SUMMARY: (A.POLL, CHEN),
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
    now, heard, met, since, said = AT, 0, 0, AT, []
    for _ in range(80):
        now += timedelta(hours=chance.randrange(40))
        action, by = chance.choice(list(A)), chance.choice([CHEN, WU, LIANG, LI, THE_CLOCK])
        if chance.random() < 0.5:
            action, by = ROAD.get(topic.status, (action, by))
        verdict = chance.choice([V.CARRIED, *V])
        if topic.status is S.POLLING:
            action, by = outcome(topic, verdict), THE_CLOCK
        if topic.status is S.CONSENSUS:
            action, by = chance.choice([A.AWAIT, A.RESOLVE, A.REFER]), CHEN
        try:
            if topic.status is S.DISCUSSION and chance.random() < 0.6:
                way = chance.randrange(3)
                said += [spoken(len(said), at=now)] if way == 0 else []
                topic = OTHERWISE[way - 1](topic) if way else topics.stated(topic, said)
                heard, met = heard + (way == 0), met + (way == 1)
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
