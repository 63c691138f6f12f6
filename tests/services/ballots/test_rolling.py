"""Who stands on the roll when a ballot opens, with a phone or without one (E09)."""

from dataclasses import replace

import pytest

from governance.procedure import UnitKind
from governance.refusals import Refusal
from governance.residents import Residency, ResidentStatus
from services.ballots import rolling
from tests.services.ballots.booth import draft, flats, households, live, move, opened
from tests.services.town import HE, LI, ZHANG

OLD, CHILD = 5003, 5004


def roll(town, made):
    with town.work(0) as work:
        found = rolling.frozen(work, made)
    return {u.key: (sorted(u.voters), u.area) for u in found.units}


def test_each_household_votes_the_registered_and_those_without_a_phone(town):
    households(town)
    live(town, OLD, "101")

    assert roll(town, draft(town)) == {
        "b3/101": (["5001", "5003"], 0),
        "b3/102": (["5002"], 0),
        "b3/103": (["+b3/103"], 0),
    }


def test_only_who_was_verified_in_the_scope_is_on_it(town):
    live(town, LI, "101", building="b2")
    live(town, ZHANG, "102", status=ResidentStatus.PENDING)
    live(town, OLD, "103")

    assert roll(town, draft(town)) == {"b3/103": (["5003"], 0)}


@pytest.mark.parametrize("body", ["residents-households", "residents-meeting"])
def test_how_somebody_lives_here_takes_no_vote_from_him(town, body):
    """Whoever works away stands on every roll as one who is at home (A14)."""
    home, _ = households(town)
    made = draft(town, body=body)

    def on_roll(residency):
        with town.work(0) as work:
            found = work.residents.of(LI)[0]
            work.residents.save(replace(found, residency=residency))
            return rolling.frozen(work, made).units_of(str(LI))

    rolls = [on_roll(each) for each in sorted(Residency)]
    assert home.residency is Residency.SETTLED
    assert all(rolls)
    assert rolls == [rolls[0]] * len(rolls)


def test_whoever_lives_in_two_households_speaks_for_the_first(town):
    live(town, LI, "101")
    live(town, LI, "102")

    assert roll(town, draft(town)) == {"b3/101": (["5001"], 0)}


def test_whoever_has_no_phone_is_named_by_the_committee(town):
    live(town, LI, "101")
    made = draft(town, offline=("b3/101/李奶奶", "b3/105/王奶奶"))

    assert roll(town, made) == {
        "b3/101": (["+b3/101/李奶奶", "5001"], 0),
        "b3/105": (["+b3/105/王奶奶"], 0),
    }


def test_persons_are_the_registered_the_named_and_owners_of_silent_flats(town):
    """An owner met under an account, or who lives where somebody is, has no second vote."""
    households(town)
    flats(town, ("101", 1, "1", False), ("103", 1, "3 5", False), ("105", 1, "5", False))
    with town.work(HE) as work:
        work.flats.link("5", LI, "he", town.now)
    made = draft(town, body="residents-meeting", offline=("b3/101/李奶奶",))

    assert roll(town, made) == {
        "5001": (["5001"], 0),
        "5002": (["5002"], 0),
        "@3": (["@3"], 0),
        "+b3/101/李奶奶": (["+b3/101/李奶奶"], 0),
    }


def test_several_flats_of_one_owner_are_one_head_and_joint_owners_too(town):
    flats(town, ("1", 8000, "1", False), ("2", 50, "1", True), ("3", 9000, "2 1", False))
    with town.work(HE) as work:
        work.flats.link("1", LI, "he", town.now)
    made = draft(town, body="owners-ordinary")

    assert made.scope.kind is UnitKind.OWNER
    assert roll(town, made) == {
        "@1": (["5001", "@1"], 8050),
        "@1+@2": (["5001", "@1", "@2"], 9000),
    }


def test_no_account_is_taken_for_an_owners_number(town):
    """The number of an owner in the roster may be made of figures, as an account is."""
    flats(town, ("1", 8000, str(LI), False))

    found = roll(town, draft(town, body="owners-ordinary"))

    assert str(LI) not in found[f"@{LI}"][0]


def test_without_a_roster_owners_cannot_vote(town):
    with pytest.raises(Refusal) as found:
        roll(town, draft(town, body="owners-ordinary"))

    assert found.value.key == "refusal-ballot-roster"


def test_the_roll_is_frozen_when_it_opens(town):
    first, _ = households(town)
    opened(town)

    live(town, OLD, "105")
    move(town, first, ResidentStatus.MOVED)

    with town.work(0) as work:
        assert work.ballots.size(1) == 3
        assert work.ballots.units_of(1, OLD) == []
        assert [u.key for u in work.ballots.units_of(1, LI)] == ["b3/101"]


@pytest.mark.parametrize(
    ("voter", "is_one"), [("5001", True), ("@5001", False), ("+b3/103", False), ("", False)]
)
def test_an_account_is_known_by_its_figures(voter, is_one):
    assert rolling.is_account(voter) is is_one
