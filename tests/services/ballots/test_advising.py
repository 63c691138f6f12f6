"""Ballots that decide nothing; and those whose count is not all that counts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.ballots.evaluation import EVALUATION
from governance.ballots.result import Verdict
from governance.ballots.states import BallotAction, BallotStatus, Instrument
from governance.deliberations.states import Consultation, TopicAction, TopicStatus
from governance.procedure import Level
from services.ballots import counting
from tests.governance.deliberations.matters import REVIEW
from tests.services.ballots.booth import (
    AGAINST,
    certified,
    draft,
    final,
    flats,
    households,
    live,
    matter,
    opened,
    press,
    result,
    topic,
    votes,
)
from tests.services.deliberations.topics import take
from tests.services.town import CHEN, HE, LI, ZHANG

A, S, T = BallotAction, BallotStatus, TopicStatus


# ── what decides nothing ──


@pytest.mark.parametrize(
    ("status", "consulted"), [(T.DISCUSSION, {Consultation.SURVEY}), (T.SUMMARY, set())]
)
def test_a_survey_is_a_consultation_and_no_decision(town, status, consulted):
    households(town)
    opened(town, topic=topic(town, status=status).id, instrument=Instrument.SURVEY)
    press(town, LI)
    certified(town)

    final(town)

    assert matter(town).status is status
    assert matter(town).consultations == consulted


def test_a_survey_of_the_first_round_consults_nobody_in_the_second(town):
    households(town)
    opened(town, topic=topic(town, status=T.DISCUSSION).id, instrument=Instrument.SURVEY)
    press(town, LI)
    with town.work(CHEN) as work:
        work.topics.save(replace(work.topics.get(1), status=T.NO_CONSENSUS))
    town.now += timedelta(hours=1)
    take(town, TopicAction.RETRY)
    certified(town)

    final(town)

    assert matter(town).status is T.DISCUSSION
    assert matter(town).consultations == set()


def test_a_survey_that_nobody_answered_consulted_nobody(town):
    households(town)
    opened(town, topic=topic(town, status=T.DISCUSSION).id, instrument=Instrument.SURVEY)
    certified(town)

    final(town)

    assert matter(town).consultations == set()


def test_an_evaluation_ends_the_road(town):
    households(town)
    opened(
        town,
        topic=topic(town, status=T.RESOLVED).id,
        instrument=Instrument.EVALUATION,
        method="evaluation",
        paper=EVALUATION,
    )
    certified(town)

    final(town)
    assert matter(town).status is T.EVALUATED
    assert result(town).verdict is Verdict.COUNTED
    with town.work(0) as work:
        counting.settle(work, work.ballots.get(1))  # it is over already
    assert matter(town).status is T.EVALUATED


def test_a_ballot_that_was_never_counted_settles_nothing(town):
    made = draft(town)

    with town.work(0) as work:
        counting.settle(work, made)

    assert matter(town).status is T.POLLING


def test_a_topic_that_went_on_meanwhile_is_left_alone(town):
    households(town)
    opened(town)
    certified(town)
    with town.work(0) as work:
        work.topics.save(replace(work.topics.get(1), status=T.CONSENSUS))

    final(town)

    assert matter(town).status is T.CONSENSUS


def test_most_heads_agree_and_the_floor_space_does_not(town):
    """Article 278: both by heads and by area; one measure that fails is enough."""
    flats(town, ("1", 8000, "1", False), ("2", 8000, "2", False), ("3", 32000, "3", False))
    with town.work(HE) as work:
        for key, person in (("1", LI), ("2", ZHANG), ("3", 5003)):
            work.flats.link(key, person, "he", town.now)
    live(town, 5003, "3")
    opened(town, body="owners-ordinary")
    press(town, LI)
    press(town, ZHANG)
    press(town, 5003, AGAINST)
    certified(town)

    found = result(town)
    assert found.verdict is Verdict.FAILED
    assert {m: t.of("for") for m, t in found.whole.tallies.items()} == {"heads": 2, "area": 16000}
    assert votes(town).keys() == {"@1", "@2", "@3"}


def test_a_meeting_level_topic_waits_for_the_meeting(town):
    households(town)
    opened(town, topic=topic(town, review=replace(REVIEW, level=Level.MEETING)).id)
    press(town, LI)
    press(town, ZHANG)
    certified(town)

    final(town)

    assert matter(town).status is T.CONSENSUS
