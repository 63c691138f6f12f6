from datetime import UTC, datetime, timedelta

import pytest

from governance.deliberations.states import TopicStatus
from governance.meetings.states import MeetingKind, MeetingStatus
from governance.refusals import NotAllowed, Refusal, Unknown
from services.meetings import calling
from tests.services.meetings.assembly import call, fill, meeting, save, say, topic
from tests.services.town import AT, CHEN, GROUP, LI, WU

OPENS = datetime(2026, 11, 8, 11, 30, tzinfo=UTC)  # 19:30 in Shanghai
DAY, HOURS = timedelta(days=1), timedelta(hours=2)


def test_the_committee_calls_a_meeting_and_the_group_gets_one_card(town):
    topic(town)

    called = call(town)

    assert meeting(town) == called
    assert (called.kind, called.place, called.opens) == (MeetingKind.TALK, "活动室", OPENS)
    assert (called.agenda, called.called_by, called.at) == ((1,), "chen", AT)
    assert town.fresh() == [("gathering:1:3001", CHEN), (f"meeting:1:{-GROUP}", GROUP)]
    assert town.audit() == ["convene"]
    assert town.dues()[:3] == [
        ("expire", AT + DAY),
        ("meeting_remind", OPENS - DAY),
        ("meeting_remind", OPENS - HOURS),
    ]
    assert town.dues()[3] == ("meeting_unminuted", OPENS + 3 * DAY)


def test_a_council_takes_what_else_waits_or_is_talked_over(town):
    for status in (TopicStatus.DISCUSSION, TopicStatus.ADMITTED, TopicStatus.PROPOSED):
        topic(town, status=status)

    assert call(town, sort="council").agenda == (1, 2)


def test_nobody_but_the_committee_calls_one_and_only_about_what_is_talked_over(town):
    topic(town)
    topic(town, status=TopicStatus.ADMITTED)

    for person in (LI, WU):
        with pytest.raises(NotAllowed):
            town.do(person, calling.begin, 1)
    with pytest.raises(Refusal) as early:
        town.do(CHEN, calling.begin, 2)
    with pytest.raises(Unknown):
        town.do(CHEN, calling.begin, 9)
    assert early.value.key == "refusal-topic-discussion"


def test_a_hearing_is_called_days_ahead_and_the_form_stays_open(town):
    topic(town)

    with pytest.raises(Refusal) as soon:
        call(town, sort="hearing", day="11-4")

    assert (soon.value.key, soon.value.facts) == ("refusal-meeting-soon", {"days": 3})
    assert town.talk().status == "open"


@pytest.mark.parametrize(("field", "why"), [("day", "day"), ("hour", "hour")])
def test_what_is_no_day_and_no_hour_is_refused(town, field, why):
    topic(town)

    with pytest.raises(Refusal) as found:
        call(town, **{field: "饭后"})

    assert found.value.key == f"refusal-{why}"


def test_a_day_and_an_hour_may_be_tapped(town):
    topic(town)

    assert call(town, day="2026-11-08", hour="19:30").opens == OPENS


def test_a_talk_that_is_not_under_way_any_more_calls_none(town):
    topic(town)
    talk = town.do(CHEN, calling.begin, 1).id
    fill_up = {"sort": "talk", "day": "2026-11-08", "hour": "19:30"}
    with pytest.raises(Refusal):
        say(town, CHEN, talk, "随便说说")
    save(town, 1, status=TopicStatus.SUMMARY)

    with pytest.raises(Refusal) as over:
        fill(town, CHEN, talk, place="门厅", **fill_up)

    assert over.value.key == "refusal-topic-discussion"
    with pytest.raises(Unknown):
        meeting(town)


def test_a_meeting_stands_as_announced(town):
    topic(town)

    assert call(town).status is MeetingStatus.ANNOUNCED
