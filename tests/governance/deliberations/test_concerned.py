"""Whom a topic concerns: named by building, grid or door, and a class of households alone."""

from pathlib import Path

import pytest

from config.community import read as community_of
from governance.ballots.roll import Participant
from governance.deliberations.concerned import MOST_LINES, Concerned, classes, read
from governance.deliberations.statements import Stance, Statement, voices
from governance.households import Household
from governance.refusals import Refusal
from tests.governance.deliberations.matters import AT

COMMUNITY = community_of(Path(__file__).parents[3] / "config" / "community.example.toml")
P = Participant
GRID = COMMUNITY.grids[0]


def home(door, building="b3"):
    return Household(building=building, door=door)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("3号楼", [("b3", "")]),
        ("3号楼2单元301", [("b3", "2-301")]),
        ("3号楼 301\n1号楼；3号楼301", [("b1", ""), ("b3", "301")]),
        (GRID.name, [(b, "") for b in sorted(GRID.buildings)]),
        (GRID.key, [(b, "") for b in sorted(GRID.buildings)]),
        (" \n", []),
    ],
)
def test_a_grid_a_building_or_a_door_is_named_a_line_each(words, named):
    found = read(words, P.STAKEHOLDER, COMMUNITY)

    assert [(c.building, c.door) for c in found] == named
    assert {c.participant for c in found} <= {P.STAKEHOLDER}


@pytest.mark.parametrize("words", ["全村", "13号楼301", "3号楼和1号楼"])
def test_what_names_no_place_is_refused_and_not_guessed(words):
    with pytest.raises(Refusal, match="refusal-vote-place"):
        read(words, P.PARTY, COMMUNITY)


def test_whoever_names_very_many_is_told_to_name_buildings():
    with pytest.raises(Refusal, match="refusal-concern-many"):
        read("\n".join(["3号楼301"] * (MOST_LINES + 1)), P.PARTY, COMMUNITY)


def test_a_household_is_as_close_as_the_closest_that_covers_it():
    named = (Concerned(P.STAKEHOLDER, "b3"), Concerned(P.PARTY, "b3", "301"))

    assert classes(named, home("301")) == (P.PARTY, P.STAKEHOLDER)
    assert classes(named, home("302")) == (P.STAKEHOLDER,)
    assert classes(named, home("301", "b4")) == ()


@pytest.mark.parametrize("door", ["", "2-301"])
def test_what_is_stored_is_read_as_it_was(door):
    named = Concerned(P.PARTY, "b3", door)

    assert Concerned.read(str(named)) == named


def test_a_guest_is_heard_and_makes_no_talk_of_residents():
    """A delegate from elsewhere speaks, and no ballot is held because he did (E05, E23)."""
    said = {"topic": 1, "stance": Stance.FOR, "at": AT}
    guest = Statement(**said, person=9, office="deputy", guest=True)
    entered = [Statement(**said, person=0, entered_by="liu")]

    assert voices([guest]) == 0
    assert voices([Statement(**said, person=1), guest, *entered]) == 1
    assert voices([Statement(**said, person=1, office="deputy")]) == 1
