"""The council sits by its calendar: called ahead with what was admitted, silence told (E24)."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from config.council import CouncilRow, council
from governance.council import Council
from governance.deliberations.states import TopicStatus
from governance.meetings.states import MeetingKind
from services.hearing import Asked
from services.meetings import looking, sessions
from storage.roll import Roll
from tests.bases import memory
from tests.handlers.showing import show
from tests.services.meetings.assembly import call, meeting, topic
from tests.services.town import CHEN, GROUP, HE, Town

S = TopicStatus
FIRST = date(2026, 11, 7)  # a Saturday, five days after the town's Monday
CALENDAR = Council(
    rule="FREQ=MONTHLY;BYDAY=1SA", since=date(2026, 1, 1), hour=time(19), place="活动室"
)


@pytest.fixture
def town(community):
    with memory() as engine:
        yield Town(engine, replace(community, council=CALENDAR))


def meetings(town):
    with town.work(0) as work:
        return work.meetings.standing(["announced", "cancelled", "recorded"])


def look(town):
    town.do(0, sessions.look)
    while sessions.CALL in {verb for verb, _ in town.dues()}:
        town.ring(sessions.CALL)


def test_five_days_before_it_is_called_with_what_was_admitted(town):
    topic(town)
    topic(town, status=S.ADMITTED)
    topic(town, status=S.SUMMARY)
    topic(town, status=S.ADMITTED, node="building:b3")

    look(town)

    [made] = meetings(town)
    assert (made.kind, made.agenda, made.place) == (MeetingKind.COUNCIL, (2, 1), "活动室")
    assert made.opens.astimezone(town.community.calendar.zone).date() == FIRST
    told = town.told()
    assert ("meeting:1:1001000000001", GROUP) in told
    assert {("council-called", CHEN), ("council-called", HE)} <= set(told)


def test_not_earlier_and_not_twice(town):
    topic(town)
    town.now -= timedelta(days=1)
    look(town)
    assert meetings(town) == []

    town.now += timedelta(days=1)
    look(town)
    look(town)
    assert len(meetings(town)) == 1


def test_one_that_the_committee_called_for_that_day_stands_in_its_place(town):
    topic(town)
    call(town, sort="council", day="11-7")

    look(town)

    assert len(meetings(town)) == 1


def test_where_nothing_was_admitted_that_is_told(town):
    look(town)

    assert meetings(town) == []
    assert {("council-nothing", who) for who in (GROUP, CHEN, HE)} <= set(town.told())
    assert "11月7日" in show(town, "council-nothing", GROUP, day="2026-11-07").text


def test_minutes_that_do_not_come_are_told_as_silence(town):
    topic(town)
    look(town)
    town.ring("meeting_unminuted")

    assert ("meeting-silent", GROUP) in town.told()
    assert meeting(town).kind is MeetingKind.COUNCIL


@pytest.mark.parametrize("changed", [None, replace(CALENDAR, rule="FREQ=MONTHLY;BYDAY=2SA")])
def test_a_calendar_that_changed_meanwhile_calls_nothing(town, changed):
    topic(town)
    town.do(0, sessions.look)
    town.roll = Roll(replace(town.community, council=changed), town.id)
    town.ring(sessions.CALL)

    assert meetings(town) == []


def test_the_list_says_when_it_sits_next(town, community):
    town.do(CHEN, looking.listing, Asked(chat=CHEN, message=0))
    facts = town.facts("meetings")

    assert facts["sits"] == "2026-11-07"
    assert "11月7日" in show(town, "meetings", GROUP, sits="2026-11-07").text
    assert "11月7日" not in show(town, "meetings", GROUP).text


def test_without_a_calendar_nothing_is_called(community):
    with memory() as engine:
        plain = Town(engine, community)
        topic(plain)
        look(plain)
        assert meetings(plain) == []
        plain.do(CHEN, looking.listing, Asked(chat=CHEN, message=0))
        assert "sits" not in plain.facts("meetings")


ROW = {"since": CALENDAR.since, "rule": CALENDAR.rule, "hour": CALENDAR.hour, "place": "活动室"}


def test_the_file_has_it_as_a_rule_of_rfc_5545():
    assert council(CouncilRow.model_validate(ROW)) == CALENDAR
    assert council(None) is None


@pytest.mark.parametrize("rule", ["每月", "FREQ=HOURLY", "FREQ=DAILY;COUNT=1"])
def test_what_is_no_rule_of_days_is_refused(rule):
    with pytest.raises(ValueError, match="rule"):
        CouncilRow.model_validate(ROW | {"rule": rule})
