from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from governance.deliberations.states import Consultation, TopicStatus
from governance.directory import THE_CLOCK, Role
from governance.meetings import sounding as soundings
from governance.meetings.sounding import LIFECYCLE
from governance.meetings.states import SoundingAction, SoundingStatus
from tests.governance.meetings.gatherings import (
    AT,
    CHEN,
    NEED,
    NOTICE,
    SURVEY,
    TALKING,
    WU,
    refused,
)

S, A, C = SoundingStatus, SoundingAction, Consultation
END = NOTICE.until
SECOND = timedelta(seconds=1)


def closed(sounding):
    return soundings.advance(sounding, A.CLOSE, THE_CLOCK, END)


@pytest.mark.parametrize(("status", "action", "role"), list(product(S, A, Role)))
def test_buttons_and_rules_agree(status, action, role):
    by, sounding = replace(CHEN, offices=frozenset({role})), replace(NOTICE, status=status)
    if action in LIFECYCLE.choices(status, by.offices):
        assert soundings.advance(sounding, action, by, END, "错了").status is not S.OPEN
    else:
        why = refused(soundings.advance, sounding, action, by, END, "错了")
        assert why in {"not-yours", "closed"}


def test_every_status_is_reached_and_time_alone_ends_it_as_planned():
    assert LIFECYCLE.reached(S.OPEN) == frozenset(S)
    assert refused(soundings.advance, NOTICE, A.CLOSE, THE_CLOCK, END - SECOND) == "sounding-open"
    assert refused(soundings.advance, NOTICE, A.CLOSE, CHEN, END) == "not-yours"
    assert refused(soundings.advance, NOTICE, A.WITHDRAW, WU, AT) == "not-yours"
    assert refused(soundings.advance, NOTICE, A.WITHDRAW, CHEN, AT) == "reason"


def test_a_topic_is_sounded_while_it_is_talked_over():
    soundings.check_open(TALKING)

    noticed = replace(TALKING, status=TopicStatus.NOTICED)
    assert refused(soundings.check_open, noticed) == "topic-discussion"


@pytest.mark.parametrize(
    ("kind", "days", "short"),
    [(C.NOTICE, 5, False), (C.NOTICE, 4, True), (C.SURVEY, 1, False), (C.SURVEY, 0, True)],
)
def test_a_notice_leaves_the_time_to_object_that_is_required(kind, days, short):
    if short:
        assert refused(soundings.open_until, kind, days, AT, NEED) == "sounding-short"
    else:
        assert soundings.open_until(kind, days, AT, NEED) == AT + timedelta(days=days)


def test_the_answers_of_a_survey_stand_in_lines_each_once():
    assert soundings.options_of(" 装 \n\n不装\n装") == ("装", "不装")
    whole = "\n".join(map(str, range(10)))
    assert len(soundings.options_of(f"{whole}")) == 10
    assert soundings.options_of("一\n" + "长" * 100)[1] == "长" * 100


@pytest.mark.parametrize(
    "text", ["", "装", "装\n装", "\n".join(map(str, range(11))), "一\n" + "长" * 101]
)
def test_what_telegram_could_not_ask_is_refused(text):
    assert refused(soundings.options_of, text) == "survey-options"


def test_a_question_fits_into_a_poll():
    soundings.check_question("问" * 240)

    assert refused(soundings.check_question, "问" * 241) == "survey-question"
    assert refused(soundings.check_question, "😀" * 121) == "survey-question"


def test_a_notice_that_ran_to_its_end_hears_everybody():
    assert soundings.counted(closed(NOTICE), TALKING).consultations == {C.NOTICE}
    assert soundings.counted(NOTICE, TALKING) == TALKING
    withdrawn = soundings.advance(NOTICE, A.WITHDRAW, CHEN, AT, "写错了")
    assert soundings.counted(withdrawn, TALKING) == TALKING


def test_a_survey_that_nobody_answered_heard_nobody():
    answered = replace(SURVEY, counts=(3, 1), answered=4)

    assert soundings.counted(closed(answered), TALKING).consultations == {C.SURVEY}
    assert soundings.counted(closed(SURVEY), TALKING) == TALKING
    assert soundings.counted(closed(replace(SURVEY, counts=(0, 0))), TALKING) == TALKING


@pytest.mark.parametrize(
    "topic",
    [
        replace(TALKING, status=TopicStatus.SUMMARY),
        replace(TALKING, discussed_from=AT + SECOND),
        replace(TALKING, discussed_from=None),
    ],
)
def test_what_belongs_to_another_round_counts_for_none(topic):
    assert soundings.counted(closed(NOTICE), topic) == topic


def test_people_object_to_a_notice_while_it_runs():
    assert soundings.may_object(NOTICE, END - SECOND)
    assert not soundings.may_object(NOTICE, END)
    assert not soundings.may_object(SURVEY, AT)
    assert not soundings.may_object(replace(NOTICE, status=S.WITHDRAWN), AT)
