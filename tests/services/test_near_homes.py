"""Whoever has several homes says of which one a matter of the neighbours is (A11)."""

import pytest

from governance.refusals import Unknown
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
