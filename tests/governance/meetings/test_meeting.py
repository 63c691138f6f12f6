from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from governance.deliberations.states import Consultation, TopicStatus
from governance.directory import Role
from governance.meetings import meeting as meetings
from governance.meetings.meeting import LIFECYCLE
from governance.meetings.states import Coming, MeetingAction, MeetingKind, MeetingStatus
from governance.refusals import NotAllowed
from tests.governance.meetings.gatherings import (
    AFTER,
    AT,
    CHEN,
    HEARING,
    MEETING,
    NEED,
    OPENS,
    TALKING,
    WU,
    refused,
    take,
)

S, A = MeetingStatus, MeetingAction
DAY = timedelta(days=1)

HELD = replace(MEETING, attendance=3)


def test_every_status_is_reached_and_only_an_announced_one_moves():
    assert LIFECYCLE.reached(S.ANNOUNCED) == frozenset(S)
    assert all(step.sources == {S.ANNOUNCED} for step in LIFECYCLE.steps)
    assert {s.action for s in LIFECYCLE.steps} == set(A)


@pytest.mark.parametrize(("status", "action", "role"), list(product(S, A, Role)))
def test_buttons_and_rules_agree(status, action, role):
    by = replace(CHEN, offices=frozenset({role}))
    meeting = replace(MEETING, status=status)
    if action in LIFECYCLE.choices(status, by.offices):
        assert take(meeting, action, by).note == "下雨"
    else:
        assert refused(take, meeting, action, by) in {"not-yours", "closed"}


def test_what_has_not_begun_is_not_put_on_record():
    before = OPENS - timedelta(seconds=1)

    assert refused(take, MEETING, A.RECORD, at=before) == "meeting-ahead"
    assert take(MEETING, A.RECORD, at=OPENS).status is S.RECORDED


def test_a_record_holds_who_came_and_what_was_said():
    done = take(MEETING, A.RECORD, photo="p1")

    assert (done.attendance, done.minutes, done.photo) == (21, "大家同意", "p1")
    assert refused(take, MEETING, A.RECORD, attendance=0) == "meeting-empty"
    assert refused(take, MEETING, A.RECORD, minutes="") == "proof"


def test_a_meeting_is_moved_or_called_off_with_a_reason():
    later = OPENS + DAY
    moved = take(MEETING, A.MOVE, at=AT, opens=later, place="门厅")

    assert (moved.status, moved.opens, moved.place) == (S.ANNOUNCED, later, "门厅")
    assert take(MEETING, A.MOVE, at=AT, opens=None).place == "活动室"
    assert refused(take, MEETING, A.MOVE, note="") == "reason"
    assert refused(take, MEETING, A.CANCEL, note="") == "reason"
    assert refused(take, MEETING, A.MOVE, opens=None) == "meeting-soon"
    assert take(MEETING, A.CANCEL).status is S.CANCELLED


def test_supervision_calls_no_meeting():
    with pytest.raises(NotAllowed):
        take(MEETING, A.CANCEL, WU)


@pytest.mark.parametrize(
    ("kind", "ahead", "late"),
    [
        (MeetingKind.TALK, timedelta(seconds=1), False),
        (MeetingKind.TALK, timedelta(), True),
        (MeetingKind.HEARING, timedelta(days=3), False),
        (MeetingKind.HEARING, timedelta(days=3, seconds=-1), True),
    ],
)
def test_a_meeting_is_ahead_and_a_hearing_days_ahead(kind, ahead, late):
    if late:
        assert refused(meetings.check_ahead, kind, AT + ahead, AT, NEED) == "meeting-soon"
    else:
        meetings.check_ahead(kind, AT + ahead, AT, NEED)


def test_a_council_takes_all_that_wait_or_are_talked_over():
    others = [
        replace(TALKING, id=number, status=status) for number, status in enumerate(TopicStatus, 2)
    ]
    taken = {TopicStatus.ADMITTED, TopicStatus.DISCUSSION}
    wanted = tuple(t.id for t in others if t.status in taken)

    assert meetings.agenda(MeetingKind.TALK, TALKING, others) == (1,)
    assert meetings.agenda(MeetingKind.COUNCIL, TALKING, [TALKING, *others]) == (1, *wanted)
    noticed = replace(TALKING, status=TopicStatus.NOTICED)
    assert refused(meetings.agenda, MeetingKind.TALK, noticed, ()) == "topic-discussion"


def test_people_answer_before_it_begins_and_speak_at_hearings_alone():
    before = OPENS - timedelta(seconds=1)
    meetings.check_coming(MEETING, Coming.COME, before)
    meetings.check_coming(HEARING, Coming.SPEAK, before)

    assert refused(meetings.check_coming, MEETING, Coming.SPEAK, before) == "meeting-speakers"
    assert refused(meetings.check_coming, MEETING, Coming.STAY, OPENS) == "meeting-over"
    off = replace(HEARING, status=S.CANCELLED)
    assert refused(meetings.check_coming, off, Coming.COME, before) == "meeting-over"


def test_reminders_come_the_day_and_two_hours_before_while_they_lie_ahead():
    day, hours = OPENS - DAY, OPENS - timedelta(hours=2)

    assert meetings.reminders(OPENS, AT) == (day, hours)
    assert meetings.reminders(OPENS, day) == (hours,)
    assert meetings.reminders(OPENS, hours) == ()


def test_minutes_are_awaited_days_after():
    assert meetings.minutes_due(MEETING, NEED) == OPENS + NEED.minutes_days * DAY


@pytest.mark.parametrize(
    ("meeting", "topic", "at", "why"),
    [
        (MEETING, TALKING, OPENS, ""),
        (MEETING, TALKING, OPENS - DAY, "meeting-ahead"),
        (replace(MEETING, status=S.CANCELLED), TALKING, AFTER, "meeting-ahead"),
        (replace(MEETING, status=S.RECORDED), TALKING, AFTER, ""),
        (MEETING, replace(TALKING, id=9), AFTER, "topic-discussion"),
        (MEETING, replace(TALKING, status=TopicStatus.SUMMARY), AFTER, "topic-discussion"),
    ],
)
def test_what_was_said_is_entered_once_it_was_held_while_it_is_talked_over(
    meeting, topic, at, why
):
    if why:
        assert refused(meetings.may_state, meeting, topic, at) == why
    else:
        meetings.may_state(meeting, topic, at)


def test_a_meeting_counts_for_the_talk_that_runs_now_alone():
    counted = meetings.counted(HELD, TALKING)

    assert (counted.meetings, counted.consultations) == (1, frozenset())
    earlier = replace(TALKING, discussed_from=OPENS + DAY)
    later = replace(TALKING, status=TopicStatus.SUMMARY)
    unbegun = replace(TALKING, discussed_from=None)
    for topic in (earlier, later, unbegun):
        assert meetings.counted(HELD, topic) == topic


@pytest.mark.parametrize("held", [HELD, replace(HEARING, attendance=3)])
def test_two_heads_are_no_meeting_in_which_a_matter_is_talked_over(held):
    assert meetings.counted(replace(held, attendance=2), TALKING) == TALKING


def test_a_hearing_hears_everybody_too():
    counted = meetings.counted(replace(HEARING, attendance=3), TALKING)

    assert counted.meetings == 1
    assert counted.consultations == {Consultation.HEARING}
