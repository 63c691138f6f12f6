from datetime import timedelta

import pytest

from governance.cases import CaseStatus
from governance.categories import Reading
from governance.dialogues import DialogueKind, DialogueStatus
from governance.intake import ELSEWHERE
from governance.notices import Address
from governance.refusals import Refusal
from handlers.talks import KINDS
from services import talks
from tests.services.town import AT, CHEN, GROUP, HE, LI, LIFT, SAID, SUN, WANG, ZHANG, ZHOU

NIGHT = AT.replace(hour=22)


def test_a_clear_report_is_filed_at_once(town):
    filed = town.report()

    case = town.case()
    assert (case.number, case.status, case.holder) == (1, CaseStatus.DISPATCHED, "wang")
    assert (case.category, case.building, case.grid, case.desk) == ("lift", "b3", "g2", "he")
    assert (case.at, case.finish_by, case.calendar_known) == (AT, AT + timedelta(days=2), True)
    assert (filed.id, filed.version) == (1, 1)
    assert town.told() == [("receipt:1:0", GROUP), ("worksheet:1:wang:1", WANG)]
    alarms = [due for due in town.dues() if due[0] in {"unanswered", "overdue"}]
    assert alarms == [("unanswered", AT + timedelta(minutes=30)), ("overdue", case.finish_by)]
    assert town.audit() == ["report", "admit", "dispatch"]
    assert town.passages() == [("admit", "", ""), ("dispatch", "", "")]


def test_a_receipt_answers_the_report(town):
    town.report()

    [receipt] = [d for d in town.deliveries() if d.key == "receipt"]
    assert (receipt.address, receipt.reader) == (Address(chat=GROUP, reply_to=7), LI)


def test_numbers_count_up(town):
    town.report()

    assert town.report(ZHANG, message=8).number == 2


def test_a_report_at_night_is_promised_from_the_morning(town):
    town.now = NIGHT.replace(hour=13)

    town.report()

    assert ("unanswered", AT + timedelta(days=1)) in town.dues()


@pytest.mark.parametrize(
    ("category", "building"), [("property", "b3"), ("illegal-building", "b5"), ("other", "b1")]
)
def test_what_is_not_automatic_waits_at_the_desk(town, category, building):
    town.report(reading=Reading(category=category, building=building))

    case = town.case()
    assert (case.status, case.holder, case.assignments) == (CaseStatus.SUBMITTED, "he", ())
    assert town.told() == [("receipt:1:0", GROUP), ("worksheet:1:he:0", HE)]
    assert "unanswered" not in {verb for verb, _ in town.dues()}
    assert town.audit() == ["report"]


@pytest.mark.parametrize(
    ("reporter", "holder", "told"), [(WANG, "zhou", ZHOU), (HE, "wang", WANG), (SUN, "wang", WANG)]
)
def test_an_officers_own_report_goes_to_somebody_else(town, reporter, holder, told):
    town.report(reporter)

    assert (town.case().holder, town.told()[-1][1]) == (holder, told)


def test_a_dispatchers_own_report_lies_at_anothers_desk(town):
    town.report(HE, reading=Reading(category="other", building="b1"))

    assert (town.case().holder, town.told()[-1]) == ("chen", ("worksheet:1:chen:0", CHEN))


UNCLEAR = {
    "no category": {"reading": Reading(category=None, building="b3")},
    "no building": {"reading": Reading(category="lift", building=None)},
    "too short": {"text": "三号楼电梯坏了"},
    "a phone in a group": {"text": f"{SAID}，电话13812345678"},
    "a door in a group": {"text": f"三号楼502的{SAID}"},
}


@pytest.mark.parametrize("unclear", UNCLEAR.values(), ids=UNCLEAR)
def test_what_is_unclear_becomes_a_private_draft(town, unclear):
    talk = town.report(**unclear)

    assert (talk.kind, talk.person, talk.chat) == (DialogueKind.REPORT, LI, LI)
    assert town.told() == [("dialogue:1", LI), ("pointer:1:0", GROUP)]
    assert town.dues() == [("expire", AT + timedelta(hours=24))]
    assert town.audit() == []


@pytest.mark.parametrize(
    "heard", [{"asked": False}, {"reading": UNCLEAR["no building"]["reading"]}]
)
def test_plain_words_in_private_become_a_draft_there(town, heard):
    town.report(chat=LI, **heard)

    assert town.told() == [("dialogue:1", LI)]


def test_private_data_in_private_is_no_reason_to_ask_again(town):
    town.report(chat=LI, **UNCLEAR["a phone in a group"])

    assert (town.case().status, town.told()[0]) == (CaseStatus.DISPATCHED, ("receipt:1:0", LI))


def test_a_draft_keeps_what_was_understood(town):
    talk = town.report(
        text="电梯坏了", photo="photo-1", reading=Reading(category="lift", building=None)
    )

    assert town.talk().data == talk.data
    assert (talk.text("text"), talk.text("photo"), talk.text("category")) == (
        "电梯坏了",
        "photo-1",
        "lift",
    )
    assert (talk.text("building"), talk.whole("parent")) == ("", 0)


def test_a_second_draft_leaves_the_first_open(town):
    town.report(asked=False)
    town.report(asked=False)

    assert [town.talk(n).status for n in (1, 2)] == [
        DialogueStatus.OPEN,
        DialogueStatus.OPEN,
    ]


def test_words_added_to_a_draft_are_added(town):
    town.report(text="坏了", chat=LI, asked=False, reading=Reading(category=None, building=None))

    town.say(LI, "三号楼电梯", photo="photo-1", reading=LIFT)
    town.say(LI, "两天了", reading=Reading(category=None, building=None))

    talk = town.talk()
    assert talk.text("text") == "坏了\n三号楼电梯\n两天了"
    assert [talk.text(n) for n in ("photo", "category", "building")] == ["photo-1", "lift", "b3"]
    assert town.told() == [("dialogue:1", LI)]


def test_a_photo_alone_begins_a_draft_without_words(town):
    town.say(LI, "", photo="photo-1", reading=Reading(category=None, building=None))

    assert (town.talk().text("photo"), town.talk().text("text")) == ("photo-1", "")


def test_a_complete_draft_is_filed_in_private(town):
    town.report(text=f"{SAID}，电话13812345678", photo="photo-1")

    filed = town.answer(LI, "submit")

    assert (filed.chat, filed.message, filed.photo) == (LI, 0, "photo-1")
    assert (town.case().text, town.case().holder) == (f"{SAID}，电话13812345678", "wang")
    assert town.talk().status is DialogueStatus.DONE
    assert town.told() == [
        ("dialogue:1", LI),
        ("pointer:1:0", GROUP),
        ("receipt:1:0", LI),
        ("worksheet:1:wang:1", WANG),
    ]
    assert town.talk().whole("case") == filed.id
    assert town.audit() == ["consent", "report", "admit", "dispatch"]


@pytest.mark.parametrize("missing", ["text", "category", "building"])
def test_an_incomplete_draft_is_not_filed(town, missing):
    town.report(asked=False)
    given = {"text": SAID, "category": "lift", "building": "b3"} | {missing: ""}
    with town.work(LI) as work:
        talks.gather(work, work.dialogues.get(1), **given)

    with pytest.raises(Refusal) as refused:
        town.answer(LI, "submit")

    assert (refused.value.key, town.talk().status) == ("refusal-incomplete", DialogueStatus.OPEN)


def test_a_place_never_named_is_missing(town):
    town.report(reading=Reading(category="lift", building=None))

    with pytest.raises(Refusal) as refused:
        town.answer(LI, "submit")

    assert refused.value.key == "refusal-incomplete"


def test_elsewhere_goes_to_the_dispatcher(town):
    town.report(reading=Reading(category="lift", building=None))
    town.answer(LI, "building", ELSEWHERE)

    town.answer(LI, "submit")

    case = town.case()
    assert (case.building, case.grid, case.holder) == (None, None, "he")
    assert case.status is CaseStatus.SUBMITTED


def test_a_draft_is_filed_once(town):
    town.report(asked=False)
    town.answer(LI, "submit")

    with pytest.raises(Refusal) as refused:
        town.answer(LI, "submit")

    assert refused.value.key == "refusal-dialogue-done"


def test_a_draft_is_changed_by_a_tap(town):
    town.report(asked=False)

    town.answer(LI, "asking", "category")
    town.answer(LI, "category", "noise")
    town.answer(LI, "building", "b6")
    town.answer(LI, "submit")

    case = town.case()
    assert (case.category, case.building, case.grid, case.holder) == ("noise", "b6", "g3", "liu")


def test_what_a_partly_settled_case_left_is_offered_as_a_linked_case(finished):
    finished.press(LI, "settle-part")
    assert finished.fresh() == [("dialogue:1", LI), ("told-assignee-settle-part", WANG)]

    finished.say(LI, "按钮还不灵", reading=Reading(category=None, building=None))
    finished.answer(LI, "submit")

    old, new = finished.case(1), finished.case(2)
    assert (old.status, new.parent, new.number) == (CaseStatus.PARTIAL, 1, 2)
    assert (new.text, new.category, new.building) == ("按钮还不灵", "lift", "b3")


def test_the_rest_of_a_case_without_words_is_not_filed(finished):
    finished.press(LI, "settle-part")

    with pytest.raises(Refusal) as refused:
        finished.do(LI, talks.answer, KINDS, 1, "submit", "")

    assert refused.value.key == "refusal-incomplete"
