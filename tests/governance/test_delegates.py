"""Offices without a power: representatives and guests act as the residents that they are."""

from dataclasses import replace
from pathlib import Path

import pytest

from config.community import read
from governance import delegates
from governance.delegates import GUESTS, POWERLESS
from governance.directory import Actor, Officer, Role
from governance.powers import POWERS

COMMUNITY = read(Path(__file__).parents[2] / "config" / "community.example.toml")


def community(*offices):
    officer = Officer(
        key="qian", name="钱文", known_as="钱代表", telegram=4321, offices=frozenset(offices)
    )
    return replace(COMMUNITY, officers=(*COMMUNITY.officers, officer))


@pytest.mark.parametrize("office", sorted(POWERLESS))
def test_none_of_them_has_a_power_or_acts_as_an_officer(office):
    """Reading, drafting, verifying, certifying: nothing comes with speaking for others (N01)."""
    assert [verb for verb, roles in POWERS.items() if office in roles] == []
    assert delegates.acting(community(office), 4321) == Actor(id=4321)


def test_with_another_office_he_is_the_officer_of_that_one():
    both = community(Role.GRID_WORKER, Role.REPRESENTATIVE)

    assert delegates.acting(both, 4321) == Actor(
        id=4321, officer="qian", offices=frozenset({Role.GRID_WORKER})
    )
    assert delegates.acting(both, 9) == Actor(id=9)


@pytest.mark.parametrize("office", sorted(GUESTS))
def test_a_delegate_is_heard_for_his_office(office):
    assert delegates.guest(community(office), 4321) is office
    assert delegates.guest(community(office), 9) is None


def test_a_representative_is_no_guest():
    assert delegates.guest(community(Role.REPRESENTATIVE), 4321) is None
