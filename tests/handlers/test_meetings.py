"""Meetings, notices, surveys and the six steps as people read them, in both languages."""

import pytest

from governance.deliberations.states import Consultation
from governance.meetings.states import Coming, MeetingAction, MeetingKind
from handlers.views.meetings import TOLD
from services.meetings import acting, coming, objecting, polling, sounding
from tests.bot.doors import LIBRARY
from tests.handlers.showing import presses, show, taps
from tests.services.joining import verified
from tests.services.meetings.assembly import (
    call,
    fill,
    hold,
    meeting,
    sound,
    sounded,
    take,
    told_by_telegram,
    topic,
)
from tests.services.town import CHEN, GROUP, LI, WU, ZHANG

A, C = MeetingAction, Consultation
LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])
INVITED = f"meeting:1:{-GROUP}"
NOTICED = f"sounding:1:{-GROUP}"


@pytest.fixture
def called(town):
    topic(town)
    call(town)
    return town


@pytest.fixture
def hearing(town):
    topic(town)
    call(town, sort="hearing", place="<b>厅</b>")
    for person in (LI, ZHANG):
        town.do(person, coming.answer, 1, Coming.SPEAK)
    return town


def card(town, language="zh-CN"):
    return show(town, "meeting", GROUP, subject=INVITED, reader=GROUP, language=language)


def cancel(town, note):
    talk = town.do(CHEN, acting.press, 1, A.CANCEL).id
    fill(town, CHEN, talk, note=note)


def test_an_invitation_shows_numbers_and_never_a_name(hearing):
    shown = card(hearing)

    assert "报名发言 2 人" in shown.text
    assert not any(name in shown.text for name in ("p5001", "p5002", "5001"))
    assert "&lt;b&gt;厅&lt;/b&gt;" in shown.text
    assert taps(shown) == ["我来", "来不了", "我要发言"]


def test_only_a_hearing_registers_speakers(called):
    shown = card(called)

    assert "报名发言" not in shown.text
    assert taps(shown) == ["我来", "来不了"]


@LANGUAGES
@pytest.mark.parametrize("kind", MeetingKind)
def test_every_kind_of_meeting_has_a_card(town, kind, language):
    topic(town)
    call(town, sort=str(kind))

    assert (
        LIBRARY.speak(language).plain(f"choice-convene-sort-{kind}") in card(town, language).text
    )


def test_a_meeting_that_is_over_or_off_can_no_more_be_answered(called):
    call(called)
    cancel(called, "台风")
    assert "已取消：台风" in card(called).text
    assert card(called).buttons == ()

    called.now = meeting(called, 2).opens
    hold(called, 2)
    shown = show(called, "meeting", GROUP, subject=f"meeting:2:{-GROUP}", reader=GROUP)
    assert "到会 21 人" in shown.text
    assert shown.buttons == ()


def test_whoever_leads_reads_the_speakers_and_sees_what_can_be_done(hearing):
    shown = show(hearing, "gathering", CHEN, subject="gathering:1:3001", reader=CHEN)

    assert "1. p5001（报名发言）\n2. p5002（报名发言）" in shown.text
    assert taps(shown) == ["填会议记录", "改时间", "取消会议", "录入现场发言"]
    assert {p.subject for p in presses(shown)} == {"e"}
    cancel(hearing, "台风")
    assert not show(hearing, "gathering", CHEN, subject="gathering:1:3001", reader=CHEN).buttons


@LANGUAGES
@pytest.mark.parametrize("key", TOLD)
def test_what_is_told_of_a_meeting_has_all_its_words(called, key, language):
    shown = show(called, key, GROUP, language=language, meeting=1, coming="speak")

    assert ("E1" if language == "en" else "会议1") in shown.text
    assert taps(shown) == (
        [LIBRARY.speak(language).plain("meeting-action-record")] * (key == "meeting-unminuted")
    )


def test_minutes_are_read_whole_and_their_picture_by_itself(called):
    called.now = meeting(called).opens
    hold(called, minutes="好" * 2000)

    told = show(called, "meeting-told-record", GROUP, meeting=1)
    assert "好" * 2000 in told.text
    assert "议题1" in told.text
    assert show(called, "meeting-photo", GROUP, meeting=1).photo == "p1"


def test_a_door_in_the_minutes_is_masked_in_the_group(called):
    called.now = meeting(called).opens
    hold(called, minutes="李婶电话13800138000说不同意")

    assert "13800138000" not in show(called, "meeting-told-record", GROUP, meeting=1).text


# ── notices and surveys ──


@LANGUAGES
def test_a_notice_says_until_when_one_may_object(town, language):
    topic(town)
    sound(town, C.NOTICE)
    verified(town)
    talk = town.do(LI, objecting.begin, 1).id
    fill(town, LI, talk, affected="yes", text="太吵")

    shown = show(town, "sounding", GROUP, subject=NOTICED, reader=GROUP, language=language)
    [[button]] = shown.buttons
    assert button.url == "https://t.me/linli_bot?start=q_1"
    assert "太吵" not in shown.text
    facts = {"reader": CHEN, "language": language, "number": 1, "topic": 1}
    told = show(town, "object-told", CHEN, objection=1, **facts)
    assert "太吵" in told.text
    assert "p5001" not in told.text
    gone = show(town, "object-told", CHEN, objection=9, **facts)
    assert "太吵" not in gone.text
    town.ring("sounding_close")
    shown = show(town, "sounding", GROUP, subject=NOTICED, reader=GROUP, language=language)
    assert shown.buttons == ()
    assert show(town, "notice-result", GROUP, language=language, sounding=1).text


@LANGUAGES
def test_the_result_of_a_survey_says_that_it_decides_nothing(town, language):
    topic(town)
    sound(town, C.SURVEY)
    label = LIBRARY.speak(language).plain("survey-label")

    untold = show(town, "survey-result", GROUP, language=language, sounding=1).text
    assert label in untold
    assert LIBRARY.speak(language).plain("survey-untold") in untold
    town.do(0, polling.stands, told_by_telegram())
    town.do(-1, polling.counted, told_by_telegram(counts=(5, 2), answered=6))
    shown = show(town, "survey-result", GROUP, language=language, sounding=1).text
    assert label in shown
    separator = "：" if language == "zh-CN" else ": "
    assert f"装{separator}5\n不装{separator}2" in shown
    assert sounded(town).answered == 6


@LANGUAGES
@pytest.mark.parametrize("key", ["sounding-withdrawn", "survey-unposted", "object-taken"])
def test_what_is_told_of_a_sounding_has_all_its_words(town, key, language):
    topic(town)
    sound(town, C.SURVEY)
    talk = town.do(CHEN, sounding.press, 1).id
    fill(town, CHEN, talk, note="写错了")

    shown = show(town, key, GROUP, language=language, sounding=1)
    assert ("写错了" in shown.text) == (key == "sounding-withdrawn")


def test_a_question_of_a_poll_is_plain_and_short_enough(town):
    topic(town)
    sound(town, C.SURVEY, text="问" * 240)

    shown = show(town, "poll", GROUP, sounding=1)
    assert len(shown.text) <= 300
    assert list(shown.poll) == ["装", "不装"]


# ── the six steps ──


@LANGUAGES
def test_the_minutes_of_the_six_steps_are_made_from_the_record(town, language):
    topic(town, major=True)
    words = LIBRARY.speak(language)
    empty = show(town, "fourstep-minutes", CHEN, reader=CHEN, language=language, topic=1)
    assert words.plain("fourstep-step-propose") in empty.text
    for day in ("10-1", "10-8", "10-15", "10-22"):
        take(town, on=day)
    take(town, passed="", on="10-23", result="")

    shown = show(town, "fourstep-minutes", WU, reader=WU, language=language, topic=1)
    for step in ("propose", "consider", "examine", "decide", "show-decision", "show-result"):
        assert words.plain(f"fourstep-step-{step}") in shown.text
    assert not shown.buttons
    assert taps(empty) == [words.plain("fourstep-record")]
    board = show(town, "fourstep-shown", GROUP, language=language, topic=1)
    assert board.photo == "p1"
    assert words.plain("fourstep-step-show-decision") in board.text
    assert show(town, "fourstep-unshown", WU, reader=WU, language=language, topic=1).text
    take(town, on="10-30")
    over = show(town, "fourstep-minutes", CHEN, reader=CHEN, language=language, topic=1)
    assert words.plain("fourstep-over") in over.text
    assert not over.buttons
