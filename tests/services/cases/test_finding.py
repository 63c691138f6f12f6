from dataclasses import replace

import pytest

from governance.cases import CaseKind
from governance.refusals import Refusal
from services.cases import collecting, finding
from services.hearing import Asked
from tests.services.town import CHEN, GROUP, LI, LIFT, LIU, SUN, WANG, WU, ZHANG, ZHOU

HAZARD = replace(LIFT, kind=CaseKind.HAZARD)


def private(person):
    return Asked(chat=person, message=9)


def test_ones_own_open_reports_are_listed(town):
    town.report()
    town.report(message=8, text="三号楼电梯又坏了两天没人管")
    town.report(ZHANG, message=9)
    town.act(LI, "withdraw", case_id=1)

    town.do(LI, finding.progress, private(LI))

    [listed] = town.deliveries()
    assert (listed.key, listed.facts, listed.address.chat) == ("my-open", {"cases": "2"}, LI)


def test_asked_in_a_group_the_list_comes_in_private(town):
    with town.work(LI) as work:
        work.people.reach(LI, reachable=True)

    town.do(LI, finding.progress, Asked(chat=GROUP, message=9))

    assert {chat for _, chat in town.told()} == {LI}


def test_a_button_tells_where_a_case_stands(town):
    town.report()

    town.do(LI, finding.status, 1, Asked(chat=LI, message=0))

    assert [d for d in town.told() if d[0].startswith("status")] == [("status-whole", LI)]


@pytest.mark.parametrize(
    ("person", "seen"),
    [
        (WANG, "1"),
        (ZHOU, "1,2"),
        (SUN, "1,2"),
        (LIU, "2"),
        (CHEN, "1,2"),
        (WU, "1,2"),
        (LI, "1,2"),
        (ZHANG, ""),
    ],
)
def test_open_hazards_are_listed_to_those_who_keep_the_grid(town, person, seen):
    town.report(reading=HAZARD)
    town.report(
        message=8, text="五号楼电线垂下来很久没人管", reading=replace(HAZARD, building="b5")
    )
    town.report(message=9, text="三号楼电梯坏了很多天没人管")

    town.do(person, finding.hazards)

    [listed] = [d for d in town.deliveries() if d.key == "hazards"]
    assert (listed.facts, listed.address.chat) == ({"cases": seen}, person)


def shown(town):
    return [(d.key, d.facts.get("files"), d.address.chat) for d in town.deliveries()]


def test_all_files_are_shown_in_private_photos_as_an_album(town):
    town.say(LI, "三号楼电梯坏了两天没人修", photo="photo-1")
    town.say(LI, "", photo="photo-2")
    town.say(LI, "", document="paper-1")
    town.answer(LI, "submit")

    town.do(WANG, collecting.show, 1)

    assert shown(town) == [
        ("case-photos", "photo-1,photo-2", WANG),
        ("case-file", "paper-1", WANG),
    ]


def test_files_are_shown_to_the_cases_own_people_alone(town):
    town.report(photo="photo-1")

    with pytest.raises(Refusal) as refused:
        town.do(ZHANG, collecting.show, 1)

    assert refused.value.key == "refusal-not-yours"


def test_whoever_never_opened_the_private_chat_is_told_to(town):
    town.report(photo="photo-1")
    with town.work(WANG) as work:
        work.people.reach(WANG, reachable=False)

    with pytest.raises(Refusal) as refused:
        town.do(WANG, collecting.show, 1)

    assert refused.value.key == "refusal-unreached"


def test_the_photos_of_later_albums_show_on_the_worksheet(town):
    town.report(photo="photo-1", album="a1")
    town.send()

    with town.work(LI) as work:
        collecting.attach(work, work.cases.get(1), town.hear("", photo="photo-2"))

    assert ("worksheet:1:wang:1", WANG) in town.told()
