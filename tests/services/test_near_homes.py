"""Whoever has several homes says of which one a matter of the neighbours is (A11)."""

import pytest

from governance.refusals import Refusal, Unknown
from services.deliberations import proposing, rights
from tests.services.ballots.booth import live
from tests.services.deliberations.topics import SAID, submit
from tests.services.joining import newest
from tests.services.town import LI


@pytest.mark.parametrize(("reach", "node"), [("building", "building:b5"), ("grid", "grid:g3")])
def test_whoever_has_several_homes_says_of_which_one_it_is(town, reach, node):
    live(town, LI, "101")
    live(town, LI, "502", building="b5")
    town.do(LI, proposing.nearby, town.hear(SAID, chat=LI))
    talk = newest(town, LI)
    town.answer(LI, "reach", reach, talk)
    with pytest.raises(Unknown):
        town.answer(LI, "building", "b4", talk)  # where he has none
    town.answer(LI, "building", "b5", talk)

    assert submit(town, LI).node == node
    with town.work(LI) as work:
        assert [s.household for s in work.topics.seconds(1)] == ["b5 502"]
    town.do(LI, rights.show, 1)
    assert town.facts("my-rights-in")["take-part"] == "seconded"


def test_who_has_two_homes_among_the_same_neighbours_stands_behind_a_matter_once(town):
    live(town, LI, "101")
    live(town, LI, "502", building="b4")
    town.do(LI, proposing.nearby, town.hear(SAID, chat=LI))
    talk = newest(town, LI)
    town.answer(LI, "reach", "grid", talk)
    town.answer(LI, "building", "b4", talk)
    submit(town, LI)

    assert town.do(LI, proposing.second, 1) is False
    with town.work(LI) as work:
        assert [s.household for s in work.topics.seconds(1)] == ["b4 502"]
    town.do(LI, rights.show, 1)
    assert town.facts("my-rights-in")["take-part"] == "seconded"


def test_a_home_that_left_the_file_is_none_of_the_neighbours(town):
    live(town, LI, "101", building="gone")
    with pytest.raises(Refusal):
        town.do(LI, proposing.nearby, town.hear(SAID, chat=LI))
    live(town, LI, "502", building="b4")
    town.do(LI, proposing.nearby, town.hear(SAID, chat=LI))
    town.answer(LI, "reach", "building", newest(town, LI))

    assert submit(town, LI).node == "building:b4"
