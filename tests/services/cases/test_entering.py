"""Reports entered for somebody without a phone, and their verdict (B11, A09)."""

from dataclasses import replace

import pytest

from governance.cases import CaseKind, CaseStatus, Urgency
from governance.categories import NOTHING
from governance.dialogues import DialogueKind, DialogueStatus
from governance.refusals import NotAllowed, Refusal
from services.cases import entering
from services.hearing import Asked
from tests.services.town import CHEN, GROUP, LI, LIFT, SAID, WANG, ZHOU

HEARD = {"text": SAID, "reading": LIFT}


def begun(town, person=WANG):
    return town.do(person, entering.begin, Asked(chat=person, message=1))


def entered(town, person=WANG, reading=LIFT, behalf="五号楼赵奶奶"):
    begun(town, person)
    town.say(person, behalf, reading=NOTHING)
    town.say(person, SAID, reading=reading)
    town.answer(person, "consent", "yes")
    return town.answer(person, "submit")


def files(town):
    with town.work(0) as work:
        return [a.file for a in work.attachments.of_case(1)]


def test_what_was_read_back_is_filed_on_behalf_of_another(town):
    filed = entered(town)

    case = town.case()
    assert (case.behalf, case.entered_by, case.reporter) == ("五号楼赵奶奶", WANG, WANG)
    assert (case.text, case.category, case.building, case.chat) == (SAID, "lift", "b3", WANG)
    assert (filed.id, town.talk().status) == (1, DialogueStatus.DONE)
    assert town.audit()[:2] == ["report", "enter"]


def test_whoever_entered_it_may_also_do_it(town):
    assert entered(town).holder == "wang"


def test_nothing_is_filed_before_it_was_agreed_and_read_back(town):
    begun(town)
    town.answer(WANG, "behalf", "")
    town.say(WANG, **HEARD)

    with pytest.raises(Refusal) as refused:
        town.answer(WANG, "submit")

    assert refused.value.key == "refusal-no-dialogue"
    town.answer(WANG, "consent", "yes")
    assert [d for d in town.told() if d[0].startswith("receipt")] == []
    assert town.answer(WANG, "submit").behalf == ""


def test_what_the_words_do_not_say_is_asked(town):
    begun(town)
    town.answer(WANG, "behalf", "")
    town.say(WANG, "太吵了，睡不着", reading=NOTHING)

    town.answer(WANG, "building", "elsewhere")
    town.answer(WANG, "category", "noise")
    town.answer(WANG, "consent", "yes")
    town.answer(WANG, "submit")

    assert (town.case().category, town.case().building, town.case().holder) == (
        "noise",
        None,
        "he",
    )


def test_kind_urgency_and_danger_are_read_too(town):
    danger = replace(LIFT, kind=CaseKind.HAZARD, urgency=Urgency.URGENT, danger=True, dispute=True)
    begun(town)
    town.answer(WANG, "behalf", "")
    town.say(WANG, SAID, reading=danger)

    assert ("danger", WANG) in town.told()
    talk = town.talk()
    found = [talk.text(n) for n in ("kind", "urgency", "dispute")]
    assert found == ["hazard", "urgent", "yes"]


def test_photos_come_at_any_time(town):
    begun(town)
    town.say(WANG, "", photo="photo-1", reading=NOTHING)
    town.answer(WANG, "behalf", "")
    town.say(WANG, SAID, photo="photo-2")
    town.say(WANG, "再拍一张", photo="photo-3", reading=NOTHING)
    town.answer(WANG, "consent", "yes")
    town.answer(WANG, "submit")

    assert (files(town), town.case().text) == (["photo-1", "photo-2", "photo-3"], SAID)
    assert town.case().photo == "photo-1"


def test_asked_for_in_a_group_the_form_stands_in_private(town):
    town.do(WANG, entering.begin, Asked(chat=GROUP, message=9))

    assert town.told() == [("come-private", GROUP), ("dialogue:1", WANG)]
    assert town.talk().kind is DialogueKind.PROXY


def finished(town, **entry):
    entered(town, **entry)
    town.act(WANG, "accept")
    town.act(WANG, "finish", note="好了", proof="photo-9")
    return town.case()


def test_who_did_it_does_not_record_what_that_person_says(town):
    case = finished(town)

    assert (case.status, case.recorder) == (CaseStatus.DONE_REPORTED, "zhou")
    assert ("verdict:1:1", ZHOU) in town.told()
    with pytest.raises(NotAllowed):
        town.act(WANG, "confirm")
    assert town.act(ZHOU, "confirm").status is CaseStatus.CONFIRMED


def test_where_another_did_it_whoever_entered_it_asks(town):
    case = finished(town, person=CHEN)

    assert (case.recorder, town.case().holder) == ("", "wang")
    assert ("verdict:1:1", CHEN) in town.told()
    assert town.act(CHEN, "confirm").status is CaseStatus.CONFIRMED


def test_a_relative_may_do_the_same(town):
    case = finished(town, person=LI)

    assert (case.entered_by, case.recorder) == (LI, "")
    assert town.act(LI, "confirm").status is CaseStatus.CONFIRMED


def test_going_back_asks_the_answer_before_again(town):
    begun(town)
    town.say(WANG, "赵奶奶", reading=NOTHING)

    town.answer(WANG, "back")
    asked_again = "behalf" not in town.talk().data
    town.answer(WANG, "back")

    assert (asked_again, town.talk().status) == (True, DialogueStatus.CANCELLED)


def test_a_photo_is_no_answer_and_words_are_no_tap(town):
    begun(town)
    town.answer(WANG, "behalf", "")
    town.say(WANG, SAID)

    with pytest.raises(Refusal) as refused:
        town.say(WANG, "同意了", reading=NOTHING)

    assert refused.value.key == "refusal-tap"


def test_what_reads_like_a_dispute_is_not_entered_until_it_is_said_to_be_none(town):
    begun(town)
    town.answer(WANG, "behalf", "")
    town.say(WANG, SAID, reading=replace(LIFT, dispute=True))
    town.answer(WANG, "consent", "yes")
    with pytest.raises(Refusal):
        town.answer(WANG, "submit")

    town.answer(WANG, "ordinary", "yes")

    assert town.answer(WANG, "submit").text == SAID
