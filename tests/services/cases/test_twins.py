from datetime import timedelta

import pytest

from governance.cases import CaseStatus
from governance.dialogues import DialogueKind, DialogueStatus
from governance.refusals import Refusal
from handlers.talks import KINDS
from services.cases import asking
from tests.services.town import GROUP, LI, SAID, ZHANG


def test_the_same_words_twice_are_answered_with_the_first_number(town):
    town.report()

    talk = town.report(message=8)

    assert (talk.kind, talk.whole("case"), talk.chat) == (DialogueKind.AGAIN, 1, GROUP)
    assert [(d.subject, d.address.reply_to) for d in town.deliveries()] == [("dialogue:1", 8)]
    with pytest.raises(Refusal):
        town.case(2)


def test_they_are_filed_again_by_a_tap(town):
    town.report()
    town.report(message=8, photo="photo-1")

    second = town.answer(LI, "submit")

    assert (second.number, second.message, second.photo) == (2, 8, "photo-1")
    assert (second.text, second.category, second.building) == (SAID, "lift", "b3")
    with town.work(0) as work:
        assert [a.file for a in work.attachments.of_case(2)] == ["photo-1"]


@pytest.mark.parametrize("field", ["cancel", "back"])
def test_they_are_not_filed_again_without_one(town, field):
    town.report()
    town.report(message=8)

    assert town.answer(LI, field).status is DialogueStatus.CANCELLED


def test_words_are_no_tap(town):
    town.report()
    town.report(message=8)
    town.stand("dialogue:1", GROUP, 50)

    with pytest.raises(Refusal) as refused:
        town.do(LI, asking.reply, KINDS, GROUP, town.hear("是", replied=50, asked=False))

    assert refused.value.key == "refusal-tap"


@pytest.mark.parametrize(
    ("person", "heard", "later"),
    [
        (ZHANG, {}, timedelta()),
        (LI, {"text": f"{SAID}！"}, timedelta()),
        (LI, {"chat": LI}, timedelta()),
        (LI, {}, timedelta(minutes=11)),
    ],
    ids=["another person", "other words", "another chat", "later"],
)
def test_what_differs_is_a_second_report(town, person, heard, later):
    town.report()
    town.now += later

    assert town.report(person, message=8, **heard).number == 2


def test_a_draft_submitted_in_the_same_words_asks_too_and_ends(town):
    town.say(LI, SAID)
    town.answer(LI, "submit")
    town.say(LI, SAID, photo="photo-2")

    asked = town.answer(LI, "submit", dialogue_id=2)

    ended = (asked.kind, asked.chat, town.talk(2).status)
    assert ended == (DialogueKind.AGAIN, LI, DialogueStatus.DONE)
    assert town.talk(2).whole("case") == asked.whole("case") == 1
    second = town.answer(LI, "submit", dialogue_id=asked.id)
    assert (second.status, second.photo) == (CaseStatus.DISPATCHED, "photo-2")
    with town.work(0) as work:
        assert [a.file for a in work.attachments.of_case(second.id)] == ["photo-2"]
