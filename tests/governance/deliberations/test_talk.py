from dataclasses import replace
from datetime import date, timedelta

import pytest

from governance.ballots.states import Instrument
from governance.deliberations import topic as topics
from governance.deliberations.advance import before_ballot
from governance.deliberations.states import (
    RUNNING,
    Consultation,
    Study,
)
from governance.directory import THE_CLOCK, Actor
from governance.refusals import Refusal
from tests.governance.deliberations.matters import (
    AT,
    ELEMENTS,
    LI,
    NEED,
    REVIEW,
    STANDING,
    TALKED,
    TOPIC,
    A,
    S,
    V,
    at,
    refused,
    spoken,
    step,
)


def test_a_topic_from_a_proposal_to_the_archive():
    topic = step(TOPIC, A.REVIEW, THE_CLOCK)
    topic = step(topic, A.ADMIT)
    topic = step(topic, A.NOTICE)
    topic = step(topic, A.DISCUSS, THE_CLOCK)
    topic = topics.stated(topic, [spoken(n) for n in range(NEED.statements)])
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
    postponed = replace(topic, party_studied=date(2026, 2, 27), party_conclusion=Study.POSTPONE)
    assert refused(postponed, A.NOTICE) == "topic-party"
    studied = replace(postponed, party_conclusion=Study.AGREE)
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


@pytest.mark.parametrize("add", [lambda t: topics.stated(t, [spoken(1)]), topics.met,
                                 lambda t: topics.consulted(t, Consultation.SURVEY)])  # fmt: skip
def test_talk_counts_while_it_is_under_discussion(add):
    before = at(S.DISCUSSION)
    after = add(before)

    assert after != before
    for status in frozenset(S) - {S.DISCUSSION}:
        with pytest.raises(Refusal, match="refusal-topic-discussion"):
            add(at(status))


@pytest.mark.parametrize(
    ("heard", "count"),
    [
        ([], 0),
        ([spoken(1), spoken(1), spoken(2)], 2),  # one who speaks often is one voice
        ([spoken(0, "liu")] * 5, 0),  # no office talks a matter over alone
        ([spoken(0, "liu"), spoken(0, "wang"), spoken(1)], 1),
        ([spoken(0, "liu"), spoken(0, "liu"), spoken(1), spoken(2)], 3),
        ([spoken(0, "liu"), spoken(0, "wang"), spoken(1), spoken(2)], 4),
        ([replace(spoken(1), shown=False), spoken(2)], 1),
        ([replace(spoken(1), at=TALKED.discussed_from - timedelta(seconds=1)), spoken(2)], 1),
    ],
)
def test_voices_are_those_who_speak_and_each_officer_who_enters_once(heard, count):
    assert topics.stated(at(S.DISCUSSION), heard).statements == count


def test_nobody_is_heard_in_a_talk_that_never_began():
    assert topics.stated(at(S.DISCUSSION, discussed_from=None), [spoken(1)]).statements == 0


def test_how_an_objection_was_met_is_not_said_while_its_ballot_runs():
    for status in S:
        if status is S.POLLING:
            with pytest.raises(Refusal, match="refusal-topic-objection-ballot"):
                topics.answerable(at(status))
        else:
            assert topics.answerable(at(status)) == at(status)


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
