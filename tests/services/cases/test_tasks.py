"""What an officer holds, on one card; and once each working morning, if there is something."""

from datetime import UTC, datetime, timedelta

import pytest

from governance.cases import CaseKind
from governance.categories import Reading
from governance.refusals import NotAllowed, Unknown
from services.cases import tasks
from tests.services.cases.test_absences import leave
from tests.services.town import AT, HE, LI, LIU, SUN, WANG, WU, ZHANG

LIGHT = Reading(category="rubbish", building="b3")
DANGER = Reading(category="facilities", building="b3", kind=CaseKind.HAZARD)
MORNING = datetime(2026, 11, 3, 0, 30, tzinfo=UTC)  # 08:30 in Shanghai


def held(town, officer="wang"):
    with town.work(0) as work:
        return [case.id for case in tasks.held(work, officer)]


@pytest.fixture
def busy(town):
    """王师傅 holds three: the second to be finished first, the third dangerous."""
    town.report(text="三号楼门口垃圾没有人清运", reading=LIGHT)
    town.report(message=8)
    town.report(text="三号楼的栏杆松了，快要掉下来", reading=DANGER, message=9)
    return town


def test_hazards_stand_first_then_what_is_due_first(busy):
    assert held(busy) == [3, 1, 2]


def test_what_somebody_is_asked_to_take_over_is_his_too(working):
    working.act(WANG, "transfer", note="忙", to="liu")

    assert (held(working, "liu"), held(working)) == ([1], [1])


def test_what_is_reported_done_is_held_no_more(finished):
    assert held(finished) == []


def test_the_card_is_shown_in_private_and_anew(busy):
    busy.do(WANG, tasks.show)
    busy.send()

    busy.do(WANG, tasks.show)

    [card] = busy.deliveries()
    assert (card.subject, card.address.chat, card.posted) == ("tasks:wang:0", WANG, False)


@pytest.mark.parametrize("person", [LI, WU])
def test_only_who_is_on_duty_has_tasks(town, person):
    with pytest.raises(NotAllowed):
        town.do(person, tasks.show)


def test_a_worksheet_is_opened_anew(working):
    working.send()

    working.do(WANG, tasks.open_sheet, 1)

    [card] = working.deliveries()
    assert (card.subject, card.posted) == ("worksheet:1:wang:1", False)


def test_a_worksheet_never_shown_to_somebody_is_shown(working):
    working.do(SUN, tasks.open_sheet, 1)

    assert working.told() == [("worksheet:1:sun:1", SUN)]


@pytest.mark.parametrize("person", [ZHANG, LIU])
def test_neither_a_resident_nor_a_worker_of_another_grid_opens_a_worksheet(working, person):
    with pytest.raises(NotAllowed) as refused:
        working.do(person, tasks.open_sheet, 1)

    assert refused.value.key == "refusal-read"


def test_the_digest_comes_at_the_first_shift_and_once(working):
    working.ring("digest")

    assert (working.now, working.told()) == (MORNING, [("tasks:wang:0", WANG)])
    working.ring("digest")
    assert working.now == MORNING + timedelta(days=1)


def test_two_cases_of_one_officer_are_one_digest(busy):
    due = [at for verb, at in busy.alarms() if verb == "digest"]

    assert due == [MORNING]


def test_nothing_held_nothing_sent_and_no_next_morning(working):
    working.act(LI, "withdraw")

    working.ring("digest")

    assert (working.told(), [v for v, _ in working.alarms() if v == "digest"]) == ([], [])


def test_who_wants_none_gets_none_until_he_wants_it_again(working):
    working.do(WANG, tasks.hush, 0, quiet=True)
    working.ring("digest")
    silent = working.told()
    working.do(WANG, tasks.hush, 0, quiet=False)
    working.ring("digest")

    assert (silent, working.told()) == ([], [("tasks:wang:0", WANG)])


def test_the_wish_is_drawn_on_the_card(working):
    working.do(WANG, tasks.show)
    working.send()

    working.do(WANG, tasks.hush, 0, quiet=True)

    assert (working.told(), working.audit()) == ([("tasks:wang:0", WANG)], ["hush"])


def test_who_is_away_gets_no_digest(working):
    leave(working, held="keep")

    working.ring("digest")

    assert [t for t in working.told() if t[0] == "tasks:wang:0"] == []


def test_no_digest_comes_on_a_day_off(working):
    working.now = AT + timedelta(days=4)  # a Friday
    working.ring("digest")
    working.ring("digest")

    assert working.now == datetime(2026, 11, 9, 0, 30, tzinfo=UTC)


def test_of_a_post_that_is_no_more_nobody_is_reminded(town):
    with pytest.raises(Unknown):
        town.do(0, tasks.digest, "gone")


@pytest.mark.parametrize("person", [HE, LIU])
def test_an_empty_hand_is_shown_too(town, person):
    town.do(person, tasks.show)

    assert len(town.told()) == 1
