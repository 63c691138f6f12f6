from dataclasses import replace
from datetime import timedelta

import pytest

from governance.deliberations.states import Consultation
from governance.fourstep import FourStep, Stage
from governance.meetings.states import Coming, MeetingKind, MeetingStatus, SoundingStatus
from governance.refusals import Conflict, Unknown
from storage import directory, retention
from storage.fourstep import Tracks
from storage.meetings import Meetings, Soundings
from storage.moving import move
from storage.rows import ms
from storage.topics import Topics
from tests.governance.deliberations.matters import TOPIC
from tests.governance.meetings.gatherings import (
    AT,
    HEARING,
    MEETING,
    NOTICE,
    OPENS,
    PROPOSED,
    SURVEY,
    TRACK,
)

WHOLE = replace(HEARING, agenda=(1, 3), photo="p", minutes="大家同意", attendance=21, note="改期")


@pytest.fixture
def community(connection):
    return directory.community(connection, "xingfuli")


@pytest.fixture
def meetings(connection, community):
    return Meetings(connection, community)


@pytest.fixture
def topic(connection, community):
    return Topics(connection, community).add(replace(TOPIC, at=AT)).id


@pytest.fixture
def soundings(connection, community, topic):
    return Soundings(connection, community)


@pytest.fixture
def tracks(connection, community, topic):
    return Tracks(connection, community)


@pytest.fixture
def elsewhere(connection):
    return directory.community(connection, "elsewhere")


def test_a_meeting_comes_back_as_it_was_written(meetings):
    made = meetings.add(WHOLE)

    assert meetings.get(made.id) == made == replace(WHOLE, id=made.id, number=1)
    assert meetings.add(MEETING).number == 2


def test_a_meeting_that_somebody_else_saved_is_a_conflict(meetings):
    made = meetings.add(MEETING)
    later = replace(
        made, status=MeetingStatus.RECORDED, opens=OPENS + timedelta(days=1), minutes="好"
    )

    assert meetings.save(later).version == 1
    with pytest.raises(Conflict):
        meetings.save(later)
    assert meetings.get(made.id) == replace(later, version=1)
    assert meetings.standing([MeetingStatus.ANNOUNCED]) == []
    assert [m.id for m in meetings.standing(list(MeetingStatus))] == [made.id]


def test_another_communitys_meeting_is_unknown(connection, meetings, elsewhere):
    made, other = meetings.add(MEETING), Meetings(connection, elsewhere)

    for look in (lambda: other.get(made.id), lambda: meetings.get(99)):
        with pytest.raises(Unknown):
            look()
    assert other.standing(list(MeetingStatus)) == []
    assert other.add(MEETING).number == 1


def test_the_newest_answer_to_an_invitation_counts_in_the_order_of_the_answers(meetings):
    made = meetings.add(HEARING).id
    for minute, (person, coming) in enumerate(
        [(1, Coming.COME), (2, Coming.SPEAK), (3, Coming.STAY), (1, Coming.SPEAK)]
    ):
        meetings.answer(made, person, coming, AT + timedelta(minutes=minute))

    assert list(meetings.answers(made).items()) == [
        (2, Coming.SPEAK),
        (3, Coming.STAY),
        (1, Coming.SPEAK),
    ]
    assert meetings.answers(99) == {}


def test_a_notice_and_a_survey_come_back_as_they_were_written(soundings, topic):
    notice = soundings.add(replace(NOTICE, topic=topic))
    counted = replace(SURVEY, topic=topic, counts=(0, 3), answered=3, poll="5", chat=-1, message=7)
    survey = soundings.add(counted)

    assert (
        soundings.get(notice.id) == notice == replace(NOTICE, id=notice.id, topic=topic, number=1)
    )
    assert soundings.get(survey.id) == survey == replace(counted, id=survey.id, number=2)
    assert soundings.polled("5") == survey
    assert soundings.polled("6") is None
    assert notice.counts is None
    assert survey.kind is Consultation.SURVEY


def test_a_sounding_that_somebody_else_saved_is_a_conflict(soundings, topic):
    made = soundings.add(replace(SURVEY, topic=topic))
    closed = replace(made, status=SoundingStatus.CLOSED, counts=(1, 0), answered=1, note="n")
    soundings.save(closed)

    with pytest.raises(Conflict):
        soundings.save(closed)
    assert soundings.get(made.id) == replace(closed, version=1)
    assert soundings.standing([SoundingStatus.OPEN]) == []
    assert [s.id for s in soundings.standing([SoundingStatus.CLOSED])] == [made.id]


def test_another_communitys_sounding_is_unknown(connection, soundings, topic, elsewhere):
    made = soundings.add(replace(SURVEY, topic=topic, poll="5"))
    other = Soundings(connection, elsewhere)

    with pytest.raises(Unknown):
        other.get(made.id)
    assert other.polled("5") is None
    assert other.standing(list(SoundingStatus)) == []


def test_a_poll_in_a_group_that_became_another_has_no_message_there(connection, soundings, topic):
    made = soundings.add(replace(SURVEY, topic=topic, chat=-1, message=7))

    move(connection, -1, -2)

    found = soundings.get(made.id)
    assert (found.chat, found.message) == (-2, 0)


def test_a_way_through_the_six_steps_comes_back_with_its_records(tracks, topic):
    begun = tracks.save(
        replace(TRACK, id=0, topic=topic, records=(PROPOSED,), stage=Stage.PROPOSED)
    )
    second = replace(PROPOSED, step=FourStep.CONSIDER, passed=False, result="再议", present=5)
    moved = tracks.save(replace(begun, records=(*begun.records, second)))

    assert tracks.of(topic) == moved
    assert [r.id for r in moved.records] == [1, 2]
    assert moved.records[1] == replace(second, id=2)
    assert tracks.all() == [moved]
    assert tracks.of(99) is None


def test_a_way_that_somebody_else_went_on_is_a_conflict(connection, tracks, topic, elsewhere):
    begun = tracks.save(replace(TRACK, id=0, topic=topic))
    tracks.save(replace(begun, stage=Stage.PROPOSED))

    with pytest.raises(Conflict):
        tracks.save(begun)
    assert tracks.of(topic).stage is Stage.PROPOSED
    assert Tracks(connection, elsewhere).of(topic) is None
    assert Tracks(connection, elsewhere).all() == []


def test_who_meant_to_come_is_let_go_of_once_the_meeting_is_long_over(
    connection, community, meetings
):
    old, new = meetings.add(MEETING), meetings.add(replace(MEETING, opens=OPENS + timedelta(9)))
    for each in (old, new):
        meetings.answer(each.id, 5001, Coming.COME, AT)
    [rule] = [r for r in retention.PURGED if r.table == "meeting_answers"]
    before = ms(OPENS + timedelta(days=1))

    keys = retention.found(connection, rule, before, community)
    assert retention.purge(connection, rule, keys, before, community) == 1

    assert meetings.answers(old.id) == {}
    assert meetings.answers(new.id) == {5001: Coming.COME}


def test_the_kind_of_a_meeting_is_kept(meetings):
    made = [meetings.add(replace(MEETING, kind=kind)) for kind in MeetingKind]

    assert [meetings.get(m.id).kind for m in made] == list(MeetingKind)
