"""Every message about a dispute names the other lawful ways, and that mediation is voluntary."""

import re
from dataclasses import replace

import pytest

from governance.dialogues import DialogueStatus
from governance.mediation import DisputeStatus
from governance.mediation.form import FORM
from handlers.views import NOTICES
from services import talks
from services.hearing import Asked
from services.mediation import looking
from tests.handlers.disputes import danger, names_the_ways, own, put, sheet, show, show_talk
from tests.house.scan import asked
from tests.services.mediation.people import LIANG, MA, ZHENG, answer_all, begin, press
from tests.services.town import CHEN, HE, LI, WANG

LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])
OURS = sorted(k for k in NOTICES if k.startswith("dispute"))


def test_all_that_the_verbs_say_is_drawn_with_the_other_ways():
    said = {p.replace("\\", "") for where, p, _ in asked() if "services/mediation" in where}
    said = {p for p in said if not p.startswith("refusal")}

    assert said
    assert [p for p in said if not any(re.fullmatch(p, key) for key in OURS)] == []


@LANGUAGES
def test_every_notice_names_the_other_ways(told, language):
    put(told, voice="voice-1")

    for key in OURS:
        for reader in (LI, ZHENG, WANG):
            assert names_the_ways(show(told, key, reader, language=language)), key


@LANGUAGES
@pytest.mark.parametrize("flagged", [False, True])
def test_every_card_names_the_other_ways(told, flagged, language):
    for status in DisputeStatus:
        put(told, status=status, flagged=flagged, mediator="zheng", withdrawal_asked=flagged)

        for reader in (ZHENG, CHEN, WANG, HE, LIANG):
            assert names_the_ways(sheet(told, reader, language=language))
            assert names_the_ways(danger(told, reader))
        assert names_the_ways(own(told, language=language))


@LANGUAGES
def test_every_question_of_the_form_names_the_other_ways(town, language):
    talk = begin(town, WANG)
    asked = 0
    while (question := asked_now(town, talk)) != talks.SUBMIT:
        assert names_the_ways(show_talk(town, talk, WANG, language))
        answer_all(town, WANG, talk, until=following(town, talk, question), own="others")
        asked += 1

    assert asked == 16
    assert names_the_ways(show_talk(town, talk, WANG, language))


@LANGUAGES
@pytest.mark.parametrize("ended", ["done", "cancelled", "expired"])
@pytest.mark.parametrize("kind", ["dispute", "mediate"])
def test_a_talk_that_is_over_names_them_too(told, kind, ended, language):
    talk = begin(told) if kind == "dispute" else press(told, LI, "reply").id
    with told.work(0) as work:
        found = work.dialogues.get(talk)
        work.dialogues.save(replace(found, status=DialogueStatus(ended)))

    assert names_the_ways(show_talk(told, talk, LI, language))


@LANGUAGES
def test_the_talk_about_a_step_and_the_list_of_ones_own_name_them_too(told, language):
    talk = press(told, ZHENG, "refer").id
    assert names_the_ways(show_talk(told, talk, ZHENG, language))

    assert names_the_ways(show(told, "my-cases", LI, language=language, cases=""))


def asked_now(town, talk):
    wanted = FORM.next(town.talk(talk))
    return wanted.field if wanted else talks.SUBMIT


def following(town, talk, question):
    data = {**town.talk(talk).data, question: "others" if question == "own" else "no"}
    wanted = FORM.next(replace(town.talk(talk), data=data))
    return wanted.field if wanted else ""


def test_the_queue_is_told_as_a_notice_of_ours(told):
    told.do(MA, looking.queue, Asked(chat=MA, message=1))

    [listed] = told.deliveries()
    assert listed.key in OURS
