"""The four rights of a resident in a topic, as they are told to him (E27)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.ballots.states import BallotAction
from governance.refusals import Unknown
from governance.resolutions.states import ResolutionStatus
from services.deliberations import rights
from services.hearing import Asked
from tests.governance.resolutions.promises import DRAFT
from tests.services.ballots.booth import certified, households, opened, press, take
from tests.services.deliberations.topics import discussed, proposed
from tests.services.joining import verified
from tests.services.town import AT, GROUP, LI, WANG, ZHANG

PRIVATE = Asked(chat=LI, message=9)


def told(town, person=LI, number=1, under=0, asked=None):
    town.do(person, rights.ask, number, under, asked or Asked(chat=person, message=9))
    return town.facts("my-rights-in")


def test_without_a_topic_the_four_are_explained(town):
    town.do(LI, rights.ask, 0, 0, PRIVATE)

    assert town.told() == [("my-rights", LI)]


def test_in_a_group_the_four_are_explained_and_nothing_is_said_of_the_reader(town):
    proposed(town)
    town.stand("topic:1:0:0", GROUP, 77)
    town.do(ZHANG, rights.ask, 0, 77, Asked(chat=GROUP, message=9))

    assert town.told() == [("my-rights-here", GROUP)]
    assert town.facts("my-rights-here") == {"topic": 1}


def test_in_the_thread_of_a_topic_it_is_that_topic(town):
    proposed(town)
    with town.work(0) as work:
        work.topics.save(replace(work.topics.get(1), thread=42))

    town.do(ZHANG, rights.ask, 0, 78, Asked(chat=GROUP, message=9, topic=42))

    assert town.facts("my-rights-here") == {"topic": 1}


def test_the_link_of_the_group_leads_to_ones_own(town):
    proposed(town)
    town.do(ZHANG, rights.show, 1)
    assert town.facts("my-rights-in")["take-part"] == "verify"

    town.do(ZHANG, rights.show, 0)
    assert town.told() == [("my-rights", ZHANG)]


def test_a_proposal_is_seconded_by_other_households(town):
    proposed(town)
    verified(town, ZHANG, door="2-302")

    assert told(town)["take-part"] == "seconded"
    assert told(town, ZHANG)["take-part"] == "second"


def test_during_the_talk_one_reads_and_speaks(town):
    discussed(town)

    found = told(town)

    assert (found["know"], found["speak"]) == ("open,read,steps", "speak")
    assert told(town, ZHANG)["speak"] == "verify"


def test_while_a_ballot_is_open_one_votes_and_afterwards_contests_it_in_time(town):
    households(town)
    opened(town)
    assert [told(town)[k] for k in ("take-part", "vote")] == ["vote", "1"]
    assert [told(town, WANG)[k] for k in ("take-part", "supervise")] == ["off-roll", "not-yet"]
    press(town, LI)
    press(town, ZHANG)
    certified(town)

    assert [told(town)[k] for k in ("supervise", "contest")] == ["contest", "1"]
    assert told(town, WANG)["supervise"] == "not-yet"
    take(town, LI, BallotAction.CONTEST, "漏了我家")
    assert told(town)["contest"] == ""


def test_when_the_window_is_over_nothing_is_left_to_contest(town):
    households(town)
    opened(town)
    certified(town)
    town.now += timedelta(days=6)

    assert told(town)["contest"] == ""


@pytest.mark.parametrize(
    ("status", "may"),
    [(ResolutionStatus.OBJECTION_WINDOW, "object"), (ResolutionStatus.IN_FORCE, "not-yet")],
)
def test_a_resolution_is_objected_to_in_its_window(town, status, may):
    proposed(town)
    with town.work(0) as work:
        work.resolutions.add(replace(DRAFT, topic=1, status=status, at=AT))

    assert told(town)["supervise"] == may


def test_a_topic_that_does_not_exist_is_unknown(town):
    with pytest.raises(Unknown):
        town.do(LI, rights.ask, 7, 0, PRIVATE)
