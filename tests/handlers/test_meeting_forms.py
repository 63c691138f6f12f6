"""The list of meetings and every form about them, in both languages."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.deliberations.states import Consultation
from governance.dialogues import DialogueKind
from governance.meetings.states import MeetingAction
from handlers.talks import FORMS
from handlers.views import NOTICES
from handlers.views.meetings import TOLD
from services.meetings import acting, objecting, sounding, spoken, tracking
from tests.handlers.showing import presses, show
from tests.services.joining import verified
from tests.services.meetings.assembly import call, hold, meeting, sound, topic
from tests.services.town import CHEN, GROUP, LI

A, C = MeetingAction, Consultation
LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])


@LANGUAGES
def test_everybody_lists_what_is_called_and_the_committee_what_it_can_begin(town, language):
    topic(town, major=True)
    call(town)
    sound(town, C.NOTICE)
    call(town)
    town.now += timedelta(days=9)
    hold(town, 2)

    listed = show(town, "meetings", GROUP, reader=CHEN, language=language)
    assert listed.buttons == []
    assert show(town, "meetings", LI, reader=LI, language=language).buttons == []
    leading = show(town, "meetings", CHEN, reader=CHEN, language=language)
    verbs = [(p.id, p.verb) for p in presses(leading)]
    assert verbs == [
        (1, "convene"),
        (1, "notice"),
        (1, "survey"),
        (1, "steps"),
        (1, "open"),
        (1, "withdraw"),
    ]
    assert listed.text == leading.text


def forms(town):
    """Open a talk of every kind there is of ours; return each with its answers."""
    topic(town)
    topic(town)
    call(town, sort="council")
    sound(town, C.NOTICE)
    verified(town)
    objected = town.do(LI, objecting.begin, 1)
    town.now = meeting(town).opens
    when = {"day": "2026-11-20", "hour": "19:00", "note": "下雨", "place": "门厅"}
    words = {"text": "字", "options": "一\n二", "days": "5", "stance": "for", "matter": "2"}
    step = {"on": "2026-11-01", "expected": "9", "present": "7", "passed": "no", "photo": "p"}
    held = {"attendance": "3", "result": "同意", "minutes": "好", "sort": "talk", "affected": "no"}
    opened = [
        objected,
        town.do(CHEN, sounding.begin, 1, C.NOTICE),
        town.do(CHEN, sounding.begin, 1, C.SURVEY),
        town.do(CHEN, sounding.press, 1),
        town.do(CHEN, spoken.begin, 1),
        town.do(CHEN, tracking.begin, 1),
        town.do(CHEN, acting.press, 1, A.MOVE),
        town.do(CHEN, acting.press, 1, A.RECORD),
    ]
    return {talk.id: when | words | step | held for talk in opened}


@LANGUAGES
def test_every_form_asks_each_question_and_shows_each_answer(town, language):
    kinds = set()
    for number, answers in forms(town).items():
        talk = town.talk(number)
        kinds.add(talk.kind)
        while FORMS[talk.kind].next(talk) or FORMS[talk.kind].confirm:
            shown = show(
                town,
                "dialogue",
                talk.person,
                subject=f"dialogue:{number}",
                reader=talk.person,
                language=language,
            )
            assert all(len(b.data.encode()) <= 64 for row in shown.buttons for b in row)
            wanted = FORMS[talk.kind].next(talk)
            if wanted is None:
                break
            data = {**talk.data, wanted.field: answers[wanted.field]}
            with town.work(talk.person) as work:
                talk = work.dialogues.save(replace(talk, data=data))
        assert "p5001" not in shown.text
    assert DialogueKind.FOURSTEP in kinds
    assert len(kinds) == 8


def test_every_notice_of_ours_has_a_view():
    ours = {*TOLD, "meetings", "meeting-photo", "object-told", "poll", "survey-result"}

    assert ours <= NOTICES.keys()
