"""Reminders before the close: the group once; of people only those who asked and did not vote."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.ballots.states import BallotAction
from governance.refusals import NotAllowed, Refusal
from services.ballots import acting, reminding
from tests.bases import memory
from tests.services.ballots.booth import ballot, closed, households, opened, press, take
from tests.services.town import CHEN, GROUP, LI, WANG, WU, ZHANG, Town

A = BallotAction


def reminded(town):
    town.ring("ballot_remind")
    return town.told()


def test_a_day_before_the_close_the_group_is_reminded_once_and_nobody_else(town):
    households(town)
    opened(town)

    assert reminded(town) == [("ballot-reminder", GROUP)]
    assert ballot(town).closes - town.now == timedelta(days=1)
    assert "ballot_remind" not in [verb for verb, _ in town.dues()]


def test_of_those_who_asked_only_who_did_not_vote_is_reminded_in_private(town):
    households(town)
    opened(town)
    for person in (LI, ZHANG):
        assert town.do(person, reminding.turn, 1) is True
    press(town, LI)

    assert reminded(town) == [("ballot-reminder", GROUP), ("ballot-reminder-own", ZHANG)]
    with town.work(0) as work:
        assert work.reminders.of(1) == []


def test_who_does_not_want_it_any_more_is_left_in_peace(town):
    households(town)
    opened(town)

    assert [town.do(ZHANG, reminding.turn, 1) for _ in range(2)] == [True, False]
    assert reminded(town) == [("ballot-reminder", GROUP)]


def test_nobody_without_a_vote_is_reminded_and_nothing_after_the_close(town):
    households(town)
    opened(town)
    with pytest.raises(Refusal) as found:
        town.do(WANG, reminding.turn, 1)
    assert found.value.key == "refusal-vote-roll"
    closed(town)
    with pytest.raises(NotAllowed):
        town.do(LI, reminding.turn, 1)
    town.do(0, reminding.remind, 1)
    assert town.told() == []


def test_without_a_group_only_those_who_asked_are_reminded(community):
    with memory() as engine:
        town = Town(engine, replace(community, chats=()))
        households(town)
        opened(town)
        town.do(LI, reminding.turn, 1)

        assert reminded(town) == [("ballot-reminder-own", LI)]


def test_what_is_short_is_reminded_of_in_its_last_quarter(town):
    households(town)
    opened(town, closes=town.now + timedelta(hours=8))

    reminded(town)

    assert ballot(town).closes - town.now == timedelta(hours=2)


def test_what_ends_before_anybody_could_be_reminded_by_day_is_not_reminded_of(town):
    households(town)
    town.now += timedelta(hours=14)  # 23:00 in the community
    opened(town, opens=town.now, closes=town.now + timedelta(hours=2))

    assert "ballot_remind" not in [verb for verb, _ in town.dues()]


def test_a_ballot_is_voided_by_two_bodies_each_with_a_reason(town):
    households(town)
    opened(town)
    with pytest.raises(NotAllowed):
        town.do(WU, acting.press, 1, A.VOID)

    talk = town.do(CHEN, acting.press, 1, A.ASK_VOID)
    assert talk.kind == "step-ballot"
    assert ballot(town).status == "open"
    town.say(CHEN, "票面写错了")
    with pytest.raises(NotAllowed):
        town.do(CHEN, acting.press, 1, A.VOID)

    assert take(town, WU, A.VOID, "确实写错了").status == "voided"
    with town.work(0) as work:
        found = [(p.action, p.officer, p.note) for p in work.ballots.passages(1)][-2:]
    assert found == [(A.ASK_VOID, "chen", "票面写错了"), (A.VOID, "wu", "确实写错了")]
    assert ("ballot-told-resident-void", GROUP) in town.told()


def test_whoever_is_secretary_and_chair_in_one_voids_nothing_without_supervision(town):
    """A15: whatever he may do elsewhere alone, a ballot is voided by supervision's hand."""
    chiefs = tuple(replace(o, one_shoulder=o.key == "chen") for o in town.roll.plan.officers)
    town.roll.plan = replace(town.roll.plan, officers=chiefs)
    with town.work(0) as work:
        work.changed()
    households(town)
    opened(town)
    take(town, CHEN, A.ASK_VOID)

    for action in (A.VOID, A.KEEP):
        with pytest.raises(NotAllowed):
            town.do(CHEN, acting.press, 1, action)
    assert ballot(town).status == "open"
    assert take(town, WU, A.VOID).status == "voided"
