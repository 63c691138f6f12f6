"""What is shown of helpers: to whom, where, and never the households but to the few (A06, N06)."""

import pytest

from governance.residents import ResidentStatus
from handlers.views import record
from services import whereabouts
from services.hearing import Asked
from tests.handlers.household import LANGUAGES, home, show
from tests.services.town import CHEN, GROUP, HE, LI, LIU, SUN, WANG, WU, ZHANG

TANG = 2007
DUTY, DOORS = "帮独居老人买药、代办", ("1-302", "2-101")


def told(town, reader, *, chat=0, language="zh-CN", building="b1"):
    """Return what somebody reads of the keepers of a building."""
    facts = whereabouts.keepers(town.community, town.community.grid_of(building), language)
    return show(town, "grid-told", reader, chat=chat, language=language, **facts).text


def doors(text):
    return tuple(door for door in DOORS if door in text)


def lives(town, person, building="b1", status=ResidentStatus.VERIFIED):
    home(town, person, building=building, status=status)


@LANGUAGES
def test_who_lives_in_the_grid_reads_the_helper_by_name_and_duty(town, language):
    lives(town, LI)

    text = told(town, LI, language=language)

    assert ("小唐" in text, DUTY in text, doors(text)) == (True, True, ())


@pytest.mark.parametrize("status", [ResidentStatus.PENDING, ResidentStatus.MOVED])
def test_whoever_was_not_met_or_moved_away_reads_of_no_helper(town, status):
    lives(town, LI, status=status)

    assert "小唐" not in told(town, LI)


def test_a_neighbour_from_another_grid_and_a_stranger_read_of_no_helper(town):
    lives(town, ZHANG, building="b3")

    for reader in (ZHANG, LI):
        text = told(town, reader)
        assert ("小唐" in text, DUTY in text, doors(text)) == (False, False, ())


@LANGUAGES
@pytest.mark.parametrize("reader", [TANG, SUN, CHEN, HE])
def test_helper_grid_head_and_committee_read_the_households_in_private(town, reader, language):
    assert doors(told(town, reader, language=language)) == DOORS


@pytest.mark.parametrize("reader", [TANG, SUN, CHEN, LI])
def test_a_group_reads_neither_helper_nor_household(town, reader):
    lives(town, LI)

    text = told(town, reader, chat=GROUP)

    assert ("小唐" in text, DUTY in text, doors(text)) == (False, False, ())


def test_the_grids_worker_reads_who_helps_him_and_not_whom(town):
    text = told(town, LIU)

    assert ("小唐" in text, doors(text)) == (True, ())


@pytest.mark.parametrize("reader", [WANG, WU])
def test_other_officers_read_of_no_household(town, reader):
    assert ("小唐" in told(town, reader), doors(told(town, reader))) == (False, ())


def test_a_grid_without_helpers_says_nothing_of_them(town):
    assert "包联" not in told(town, CHEN, building="b3")


def test_a_notice_written_before_there_were_helpers_is_still_told(town):
    facts = whereabouts.keepers(town.community, town.community.grid_of("b1"), "zh-CN")
    del facts["which"]

    assert "小刘" in show(town, "grid-told", CHEN, **facts).text


@LANGUAGES
def test_a_helper_reads_his_own_duty_and_households_in_whoami(town, language):
    text = show(town, "whoami", TANG, language=language).text

    assert (DUTY in text, doors(text)) == (True, DOORS)


def test_whoami_shows_nobody_elses_households_and_none_in_a_group(town):
    for reader in (SUN, CHEN, LI):
        assert doors(show(town, "whoami", reader).text) == ()
    assert doors(show(town, "whoami", TANG, chat=GROUP).text) == ()


def test_the_public_record_names_the_helpers_office(town):
    assert record.OFFICES.index("helper") > record.OFFICES.index("grid-worker")


def test_who_reads_of_several_grids_may_tap_any_building_besides_his_own_home(town):
    lives(town, CHEN)
    lives(town, LI)
    for reader, keys in ((CHEN, ["grid-told", "grid-ask"]), (LI, ["grid-told"])):
        town.do(reader, whereabouts.grid, Asked(chat=reader, message=7))
        assert [d.key for d in town.deliveries()] == keys
