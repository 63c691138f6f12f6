"""A press that was overtaken: a later choice of the same unit already stands, and it is said."""

import pytest

from governance.refusals import Refusal
from services.ballots import voting
from tests.services.ballots.booth import AGAINST, FOR, flats, households, live, opened, votes
from tests.services.town import HE, LI, ZHANG

OLD = 5003


def pressed(town, person, order, option):
    with town.work(person) as work:
        work.order = order
        return voting.press(work, 1, option, person)


def test_a_press_that_was_overtaken_hears_that_a_later_choice_already_stands(town):
    households(town)
    live(town, OLD, "101")
    opened(town)
    assert not pressed(town, OLD, 902, AGAINST).replaced
    town.send()

    with pytest.raises(Refusal, match="refusal-vote-overtaken"):
        pressed(town, LI, 901, FOR)

    assert votes(town) == {"b3/101": {"against": 1}}
    assert town.told() == []
    assert pressed(town, OLD, 902, AGAINST).replaced  # the same press done again still stands
    assert pressed(town, LI, 903, FOR).replaced
    assert votes(town) == {"b3/101": {"for": 1}}


def test_a_press_stands_for_what_the_joint_owner_did_not_choose_later(town):
    flats(town, ("1", 8000, "1", False), ("3", 9000, "2 1", False))
    with town.work(HE) as work:
        work.flats.link("1", LI, "he", town.now)
        work.flats.link("2", ZHANG, "he", town.now)
    opened(town, body="owners-ordinary")
    pressed(town, ZHANG, 902, AGAINST)

    done = pressed(town, LI, 901, FOR)

    assert (done.units, done.replaced) == (1, False)
    assert votes(town) == {"@1": {"for": 1}, "@1+@2": {"against": 1}}
