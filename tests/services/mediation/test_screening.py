from dataclasses import replace
from datetime import UTC, datetime

import pytest

from governance.refusals import NotAllowed, Unknown
from services.mediation import screening
from tests.services.town import AT, LI, LIU, WANG, ZHOU

NEXT = datetime(2026, 11, 9, 0, 30, tzinfo=UTC)  # Monday, 08:30 in Shanghai
CARDS = [("screening:2026-11-09:liu:0", LIU), ("screening:2026-11-09:wang:0", WANG)]


@pytest.fixture
def asked(town):
    town.do(0, screening.arrange)
    town.ring("screen")
    return town


def counted(town):
    with town.work(0) as work:
        return {s.grid: s.count for s in work.disputes.week("2026-11-09")}


def test_the_question_is_asked_once_however_often_the_bot_starts(town):
    town.do(0, screening.arrange)
    town.do(0, screening.arrange)

    assert town.dues() == [("screen", NEXT)]
    assert town.now == AT


def test_each_worker_gets_one_message_however_many_grids_he_keeps(asked):
    assert (asked.now, asked.told()) == (NEXT, CARDS)
    assert counted(asked) == {"g1": None, "g2": None, "g3": None}
    assert asked.dues() == [("screen", datetime(2026, 11, 16, 0, 30, tzinfo=UTC))]


def test_one_tap_writes_down_a_number_and_no_name(asked):
    asked.do(WANG, screening.count, 2, 3)

    assert counted(asked)["g2"] == 3
    assert asked.audit() == ["screen"]
    assert asked.told() == [("screening:2026-11-09:wang:0", WANG)]


def test_who_keeps_two_grids_answers_for_each(asked):
    asked.do(LIU, screening.count, 1, 0)
    asked.do(LIU, screening.count, 3, 1)

    assert counted(asked) == {"g1": 0, "g2": None, "g3": 1}


@pytest.mark.parametrize("person", [LI, LIU, ZHOU])
def test_nobody_answers_for_anothers_grid(asked, person):
    with pytest.raises(NotAllowed):
        asked.do(person, screening.count, 2, 1)


@pytest.mark.parametrize("number", [-1, 4])
def test_a_number_that_was_not_offered_is_refused(asked, number):
    with pytest.raises(Unknown):
        asked.do(WANG, screening.count, 2, number)


def test_a_question_that_was_never_asked_is_refused(asked):
    with pytest.raises(Unknown):
        asked.do(WANG, screening.count, 404, 1)


def test_a_grid_that_is_no_longer_in_the_file_is_asked_no_more(asked):
    with asked.work(WANG) as work:
        work._community = replace(work.community, grids=work.community.grids[:1])

        assert screening.kept(work, "2026-11-09", "wang") == ()
