from datetime import timedelta

import pytest

from governance.deliberations.statements import Stance, Statement
from governance.deliberations.states import Consultation, TopicStatus
from governance.meetings.states import Coming, MeetingAction, MeetingStatus
from governance.refusals import NotAllowed, Refusal
from services.meetings import acting, coming, spoken
from tests.services.meetings.assembly import call, fill, hold, look, meeting, save, say, tap, topic
from tests.services.town import CHEN, GROUP, HE, LI, WANG, WU, ZHANG

A = MeetingAction


@pytest.fixture
def called(town):
    topic(town)
    call(town)
    return town


@pytest.fixture
def hearing(town):
    topic(town)
    call(town, sort="hearing")
    return town


@pytest.fixture
def begun(called):
    called.now = meeting(called).opens
    return called


def refused(verb, *given):
    with pytest.raises(Refusal) as found:
        verb(*given)
    return found.value.key.removeprefix("refusal-")


def come(town, person, answer, number=1):
    return town.do(person, coming.answer, number, Coming(answer))


def test_the_newest_answer_of_each_counts_and_the_cards_are_drawn_anew(called):
    come(called, LI, "come")
    come(called, ZHANG, "stay")
    come(called, LI, "stay")

    with called.work(0) as work:
        assert coming.numbers(work, 1) == {Coming.STAY: 2}
    assert {s for s, _ in called.told()} == {f"meeting:1:{-GROUP}", "gathering:1:3001"}
    come(called, LI, "stay")
    assert called.told() == []


def test_speakers_are_registered_in_their_turn_at_hearings_alone(hearing):
    assert [come(hearing, p, "speak") for p in (LI, ZHANG, LI)] == [1, 2, 1]
    assert come(hearing, LI, "come") == 0
    hearing.now += timedelta(minutes=1)
    assert come(hearing, LI, "speak") == 2

    topic(hearing)
    call(hearing, 2)
    assert refused(come, hearing, LI, "speak", 2) == "meeting-speakers"


def test_whoever_comes_too_late_is_told_so(begun):
    assert refused(come, begun, LI, "come") == "meeting-over"


def test_reminders_go_to_the_group_and_in_private_to_those_who_come(called):
    for person, answer in ((LI, "come"), (ZHANG, "stay"), (WANG, "come")):
        come(called, person, answer)
    with called.work(0) as work:
        work.people.reach(LI, reachable=True)

    called.ring("meeting_remind")

    assert called.told() == [("meeting-reminder", GROUP), ("meeting-reminder-own", LI)]
    assert called.facts("meeting-reminder-own")["coming"] == "come"
    called.ring("meeting_remind")
    assert called.told() == [("meeting-reminder", GROUP), ("meeting-reminder-own", LI)]
    assert called.now == meeting(called).opens - timedelta(hours=2)


def test_minutes_that_are_missing_are_asked_for(called):
    called.ring("meeting_unminuted")

    assert called.now == meeting(called).opens + timedelta(days=3)
    assert called.fresh() == [
        ("meeting-silent", GROUP),
        ("meeting-unminuted", CHEN),
        ("meeting-unminuted", HE),
    ]


def test_a_meeting_on_record_counts_for_its_topic_and_nobody_waits_any_more(begun):
    held = hold(begun)

    assert (held.status, held.attendance) == (MeetingStatus.RECORDED, 21)
    assert (held.minutes, held.photo) == ("大家同意装刷卡", "p1")
    assert (look(begun).meetings, look(begun).consultations) == (1, frozenset())
    assert begun.audit() == ["record"]
    assert begun.fresh() == [("meeting-photo", GROUP), ("meeting-told-record", GROUP)]
    begun.ring("meeting_unminuted")
    assert begun.told() == []


def test_a_picture_sent_with_the_minutes_is_not_asked_for_again(begun):
    talk = begun.do(CHEN, acting.press, 1, A.RECORD).id
    say(begun, CHEN, talk, "21")
    say(begun, CHEN, talk, "大家同意", photo="p2")

    assert fill(begun, CHEN, talk).photo == "p2"


def test_minutes_may_stand_without_a_picture_but_words_are_no_picture(begun):
    talk = begun.do(CHEN, acting.press, 1, A.RECORD).id
    say(begun, CHEN, talk, "21")
    say(begun, CHEN, talk, "大家同意")

    assert refused(say, begun, CHEN, talk, "没有") == "picture"
    assert fill(begun, CHEN, talk).photo == ""


@pytest.mark.parametrize("said", ["二十", "-3", "1000000", "２１", "21.5"])
def test_heads_are_counted_in_figures(begun, said):
    talk = begun.do(CHEN, acting.press, 1, A.RECORD).id

    assert refused(say, begun, CHEN, talk, said) == "count"


def test_nobody_there_is_no_meeting_and_before_it_begins_there_is_no_record(called):
    assert refused(hold, called) == "meeting-ahead"
    called.now = meeting(called).opens
    assert refused(lambda: hold(called, attendance="0")) == "meeting-empty"


def test_a_meeting_of_two_is_on_record_and_counts_for_none(begun):
    assert hold(begun, attendance="2").attendance == 2
    assert look(begun).meetings == 0


def test_a_hearing_hears_everybody_too(hearing):
    hearing.now = meeting(hearing).opens
    hold(hearing)

    assert look(hearing).meetings == 1
    assert look(hearing).consultations == {Consultation.HEARING}


def test_a_meeting_held_for_an_earlier_round_is_recorded_and_counts_for_none(begun):
    save(begun, 1, discussed_from=begun.now + timedelta(hours=1))
    begun.now += timedelta(hours=2)

    assert hold(begun).status is MeetingStatus.RECORDED
    assert look(begun).meetings == 0


def test_a_meeting_is_moved_and_its_old_reminders_are_silent(called):
    old = meeting(called).opens
    talk = called.do(CHEN, acting.press, 1, A.MOVE).id
    moved = fill(called, CHEN, talk, day="11-20", hour="19:00", note="下雨")

    assert (moved.place, moved.note) == ("活动室", "下雨")
    assert called.fresh() == [("meeting-told-move", GROUP)]
    called.ring("meeting_remind")
    assert (called.now, called.told()) == (old - timedelta(days=1), [])
    called.ring("meeting_unminuted")
    assert (called.now, called.fresh()) == (old + timedelta(days=3), [])
    called.ring("meeting_remind")
    assert called.now == moved.opens - timedelta(days=1)
    assert called.told() == [("meeting-reminder", GROUP)]


def test_a_meeting_is_called_off_with_a_reason(called):
    talk = called.do(HE, acting.press, 1, A.CANCEL).id
    off = fill(called, HE, talk, note="台风")

    assert (off.status, off.note) == (MeetingStatus.CANCELLED, "台风")
    assert called.fresh() == [("meeting-told-cancel", GROUP)]
    called.ring("meeting_remind")
    assert called.told() == []


def test_nobody_else_leads_a_meeting(called):
    for person in (LI, WU):
        for action in A:
            with pytest.raises(NotAllowed):
                called.do(person, acting.press, 1, action)
        for verb in (acting.show, spoken.begin):
            with pytest.raises(NotAllowed):
                called.do(person, verb, 1)


def test_the_committee_opens_a_meeting_again(called):
    called.do(HE, acting.show, 1)

    assert called.told() == [("gathering:1:3002", HE)]


def test_what_was_said_there_is_entered_into_the_topic(begun):
    talk = begun.do(CHEN, spoken.begin, 1).id
    tap(begun, CHEN, talk, "stance", "against")
    said = say(begun, CHEN, talk, "太吵")

    assert (said.number, said.topic, said.person) == (1, 1, 0)
    assert (said.stance, said.text, said.entered_by) == (Stance.AGAINST, "太吵", "chen")
    assert begun.audit() == ["enter"]


def test_what_one_officer_enters_there_is_one_voice_beside_two_own(begun):
    with begun.work(0) as work:
        for person in (LI, ZHANG):
            work.statements.add(
                Statement(topic=1, person=person, stance=Stance.FOR, shown=True, at=begun.now)
            )
    for text in ("太吵", "太亮"):
        talk = begun.do(CHEN, spoken.begin, 1).id
        tap(begun, CHEN, talk, "stance", "against")
        say(begun, CHEN, talk, text)

    assert look(begun).statements == 3


def test_of_a_council_the_topic_is_asked_for(town):
    topic(town)
    topic(town)
    call(town, sort="council")
    town.now = meeting(town).opens

    talk = town.do(CHEN, spoken.begin, 1).id
    said = fill(town, CHEN, talk, matter="2", stance="for", text="好")

    with town.work(0) as work:
        found = [len(work.statements.of(number)) for number in (1, 2)]
    assert (said.topic, found) == (2, [0, 1])


def test_what_is_not_talked_over_any_more_takes_nothing(begun):
    talk = begun.do(CHEN, spoken.begin, 1).id
    tap(begun, CHEN, talk, "stance", "for")
    save(begun, 1, status=TopicStatus.SUMMARY)

    assert refused(say, begun, CHEN, talk, "好") == "topic-discussion"
    assert refused(begun.do, CHEN, spoken.begin, 1) == "topic-discussion"
