import pytest

from services.mediation import screening
from tests.handlers.disputes import labels, names_the_ways, show, verbs
from tests.services.town import LIU, WANG

WEEK = "2026-11-09"


def weekly(town, reader, officer):
    return show(town, "screening", reader, subject=f"screening:{WEEK}:{officer}:0")


@pytest.fixture
def asked(town):
    town.do(0, screening.arrange)
    town.ring("screen")
    return town


def test_the_weekly_question_is_one_row_of_numbers(asked):
    shown = weekly(asked, WANG, "wang")

    assert "二网格" in shown.text
    assert labels(shown) == ["0", "1", "2", "3 件以上"]
    assert verbs(shown) == ["count=0", "count=1", "count=2", "count=3"]
    assert names_the_ways(shown)


def test_after_none_there_are_thanks_and_after_some_the_way_to_tell_it(asked):
    asked.do(WANG, screening.count, 2, 0)
    assert weekly(asked, WANG, "wang").buttons == ()
    assert names_the_ways(weekly(asked, WANG, "wang"))

    asked.do(WANG, screening.count, 2, 2)
    shown = weekly(asked, WANG, "wang")
    assert shown.buttons[0][0].url.endswith("?start=dispute")
    assert names_the_ways(shown)


def test_who_keeps_two_grids_is_asked_for_one_after_the_other(asked):
    assert "一网格" in weekly(asked, LIU, "liu").text

    asked.do(LIU, screening.count, 1, 1)

    assert "三网格" in weekly(asked, LIU, "liu").text
    asked.do(LIU, screening.count, 3, 0)
    assert "替居民说" in labels(weekly(asked, LIU, "liu"))
