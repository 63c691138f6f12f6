from dataclasses import replace
from datetime import timedelta

import pytest

from governance.cases import CaseAction, CaseStatus, Passage
from governance.categories import Reading
from governance.deliberations.states import TopicStatus
from services.deliberations import promoting
from tests.services.deliberations.topics import take, topic
from tests.services.joining import verified
from tests.services.town import CHEN, HE, LI, Town

S = TopicStatus


def report(town, person, n, **more):
    return town.report(person, message=100 + n, text=f"三号楼电梯第{n}次坏了没人修", **more)


def households(town, count, start=0):
    for n in range(start, start + count):
        verified(town, 6000 + n, door=f"2-4{n:02}")
        report(town, 6000 + n, n)


def alarms(town):
    return [verb for verb, _ in town.dues() if verb == "topic_promote"]


def topics(town):
    with town.work(0) as work:
        return work.topics.standing(tuple(TopicStatus))


def test_below_the_threshold_nothing_happens(town):
    households(town, 4)
    report(town, 6000, 50)  # the same household again

    assert alarms(town) == []


def test_two_accounts_behind_one_door_are_one_household(town):
    households(town, 4)
    verified(town, 6009, door="2-400")
    report(town, 6009, 9)
    assert alarms(town) == []

    town.do(0, promoting.promote, category="lift", building="b3")
    assert topics(town) == []
    households(town, 1, start=4)
    assert alarms(town) == ["topic_promote"]


def test_the_fifth_household_puts_it_before_the_committee_with_the_list(town):
    households(town, 5)

    town.ring("topic_promote")

    made = topic(town)
    assert (made.status, made.cases, made.proposer) == (S.PRE_REVIEW, (1, 2, 3, 4, 5), "0")
    assert {("topic:1:3001:0", CHEN), ("topic:1:3002:0", HE)} <= set(town.told())


def test_the_threshold_is_crossed_once(town):
    households(town, 7)

    assert alarms(town) == ["topic_promote"]
    town.ring("topic_promote")
    households(town, 1, start=8)
    assert alarms(town) == []
    town.do(0, promoting.promote, category="lift", building="b3")
    assert len(topics(town)) == 1


def test_two_units_that_cross_it_together_ring_once(town):
    """What each sees before the other's commit leads to the same alarm."""
    households(town, 5)
    case = town.case(1)
    with town.work(6001) as other:
        promoting.look(other, case)
    with town.work(6002) as other:
        promoting.look(other, case)

    assert alarms(town) == ["topic_promote"]


def test_those_who_were_not_met_count_for_no_household(town):
    households(town, 4)
    report(town, LI, 60)

    assert alarms(town) == []


@pytest.mark.parametrize(
    "reading", [Reading(category="other", building="b3"), Reading(category="lift", building=None)]
)
def test_what_has_no_place_or_no_kind_is_not_alike(town, reading):
    for n in range(5):
        verified(town, 6000 + n, door=f"2-4{n:02}")
        report(town, 6000 + n, n, reading=reading)

    assert alarms(town) == []


def test_what_is_long_past_counts_no_more(town):
    households(town, 4)
    town.now = town.now.replace(month=12, day=20)
    households(town, 1, start=4)

    assert alarms(town) == []


def test_an_alarm_finds_what_was_withdrawn_meanwhile(town):
    households(town, 5)
    town.act(6000, "withdraw", 1)

    town.ring("topic_promote")

    assert topics(town) == []


def test_the_reporters_hear_what_becomes_of_it(town: Town):
    households(town, 5)
    town.ring("topic_promote")
    take(town, "reject")

    told = {c for k, c in town.told() if k == "topic-told-resident-reject"}
    assert told == {6000, 6001, 6002, 6003, 6004}


# ── what comes back ──


def settle(town, number, status=CaseStatus.CONFIRMED, *more):
    """Let a case be done, and its reporter say so; or take it up once more."""
    with town.work(0) as work:
        case = work.cases.get(number)
        work.cases.save(replace(case, status=status))
        for action in (CaseAction.CONFIRM, *more):
            work.cases.passed(number, Passage(action=action, officer="", at=town.now))


def come_back(town, times, ends=CaseStatus.CONFIRMED, days=20):
    """Let one household report the same so many times more after it was settled."""
    verified(town, 6000, door="2-400")
    for n in range(times):
        report(town, 6000, n)
        settle(town, n + 1, ends)
        town.now += timedelta(days=days)
    return report(town, 6000, times)


def weigh(town):
    """Let the clock look whether or not an alarm was asked for, and say whether one was."""
    town.do(0, promoting.promote, category="lift", building="b3")
    return bool(alarms(town))


def test_the_third_time_that_it_comes_back_in_half_a_year_puts_it_before_the_committee(town):
    come_back(town, 3)

    assert weigh(town)

    made = topic(town)
    assert (made.status, made.cases, made.proposer) == (S.PRE_REVIEW, (1, 2, 3, 4), "0")
    settle(town, 4)
    town.now += timedelta(days=1)
    report(town, 6000, 9)
    weigh(town)
    assert len(topics(town)) == 1


@pytest.mark.parametrize(
    ("times", "given"),
    [
        (2, {}),  # two times are too few
        (3, {"days": 70}),  # too far apart
        (3, {"ends": CaseStatus.MERGED}),  # part of another, no matter of its own
        (3, {"ends": CaseStatus.DISPATCHED}),  # never settled: it is one and the same
    ],
)
def test_what_did_not_come_back_so_often_is_not_put_before_it(town, times, given):
    come_back(town, times, **given)

    assert not weigh(town)
    assert topics(town) == []


def test_many_reports_of_one_breakage_are_one_time(town):
    """Two households each time, both settled after: that is one return, not two."""
    verified(town, 6000, door="2-400")
    verified(town, 6001, door="2-401")
    for n in range(2):
        for person in (6000, 6001):
            report(town, person, 2 * n + person)
        town.now += timedelta(days=1)
        settle(town, 2 * n + 1)
        settle(town, 2 * n + 2)
        town.now += timedelta(days=1)
    report(town, 6000, 9)
    report(town, 6001, 10)

    assert not weigh(town)
    assert topics(town) == []


def test_what_was_taken_up_again_has_ended_only_when_it_ended_at_last(town):
    verified(town, 6000, door="2-400")
    for n in range(4):
        report(town, 6000, n)
        settle(town, n + 1, CaseStatus.CONFIRMED, CaseAction.REOPEN)
        town.now += timedelta(days=1)
    for n in range(4):
        settle(town, n + 1)
    report(town, 6000, 5)

    assert not weigh(town)  # four went on side by side until they ended: one return
    assert topics(town) == []
