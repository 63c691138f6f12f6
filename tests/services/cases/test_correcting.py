from dataclasses import replace

import pytest

from governance.cases import CaseKind, CaseStatus, Urgency
from governance.categories import NOTHING, Reading
from governance.refusals import NotAllowed
from tests.services.town import CHEN, HE, LI, LIFT, WANG

ELSE = Reading(category="other", building="b3")
WHY = "看了照片，是电梯"


def corrected(town, what, value, person=HE):
    town.press(person, "correct")
    town.answer(person, "what", what)
    town.answer(person, what, value)
    return town.say(person, WHY, reading=NOTHING)


def test_what_is_put_right_goes_its_way_by_rule(town):
    town.report(reading=ELSE)

    corrected(town, "category", "lift")

    case = town.case()
    assert (case.category, case.status, case.holder) == ("lift", CaseStatus.DISPATCHED, "wang")
    assert town.passages() == [("correct", "he", WHY), ("admit", "", ""), ("dispatch", "", "")]
    assert town.audit()[:2] == ["corrected", "correct"]


def test_the_reporter_reads_the_reason(town):
    town.report(reading=ELSE)

    corrected(town, "kind", "suggestion")

    assert ("told-reporter-correct", LI) in town.told()
    assert town.facts("told-reporter-correct")["note"] == WHY
    assert town.case().kind is CaseKind.SUGGESTION


def test_a_shorter_promise_is_kept_and_a_longer_one_reminds_nobody_too_early(town):
    town.report(reading=replace(LIFT, category="property"))
    first = town.case().finish_by

    corrected(town, "category", "lift")
    second = town.case().finish_by

    assert second < first
    assert sorted(at for verb, at in town.dues() if verb == "overdue") == [second, first]


def test_a_promise_moved_on_reminds_only_when_it_is_broken(town):
    town.report(reading=LIFT)
    town.act(WANG, "accept")
    corrected(town, "category", "pets")
    town.send()

    town.ring("overdue")
    early = [d for d in town.told() if d[0] == "overdue"]
    town.ring("overdue")

    assert (early, [d for d in town.told() if d[0] == "overdue"]) == ([], [("overdue", WANG)])
    assert town.now >= town.case().finish_by


def test_what_turns_out_urgent_is_told_to_the_committee_once(town):
    town.report(reading=ELSE)
    town.send()

    corrected(town, "urgency", "urgent")

    assert (town.case().urgency, town.case().holder) == (Urgency.URGENT, "wang")
    told = [d for d in town.told() if d[0] == "case-urgent"]
    assert told == [("case-urgent", CHEN), ("case-urgent", HE)]
    town.send()
    corrected_again(town)
    assert [d for d in town.told() if d[0] == "case-urgent"] == []


def corrected_again(town):
    town.press(HE, "correct")
    town.answer(HE, "what", "building", dialogue_id=2)
    town.answer(HE, "building", "b5", dialogue_id=2)
    town.say(HE, "在5号楼", reading=NOTHING)


@pytest.mark.parametrize("person", [WANG, LI])
def test_only_the_desk_puts_right(town, person):
    town.report()

    with pytest.raises(NotAllowed):
        town.press(person, "correct")
