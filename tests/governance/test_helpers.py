"""Who helps in a grid, when he is asked, and who reads the households in his care (A06)."""

from dataclasses import replace

import pytest

from governance import helpers, routing
from governance.directory import Actor, Officer, Role
from governance.households import Helper, Household
from governance.roster import Owner, Roster, Unit
from tests.governance.test_routing import a_case
from tests.governance.test_routing_presence import town

TANG = 2007
G1 = {"grid": "g1", "building": "b1"}
DESK = ("he", "chen")
AWAY = {"away": ("liu",)}


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, ("liu", "zhou", "sun", *DESK)),
        (AWAY, ("zhou", "tang", "sun", *DESK)),
        ({"empty": ("liu",)}, ("zhou", "tang", "sun", *DESK)),
        ({"away": ("liu", "zhou")}, ("tang", "sun", *DESK)),
        ({"away": ("liu",), "liu": "wang"}, ("wang", "zhou", "tang", "sun", *DESK)),
        ({"away": ("liu", "zhou", "tang")}, ("sun", *DESK)),
        ({"away": ("liu", "zhou"), "empty": ("tang",)}, ("sun", *DESK)),
    ],
)
def test_while_the_worker_is_away_helpers_come_after_workers_and_before_the_head(
    community, changes, line
):
    here = town(community, **changes)

    assert routing.chain(here, a_case(here, **G1)) == line


@pytest.mark.parametrize("more", [{}, {"grid": None, "building": None}])
def test_a_helper_is_asked_in_his_own_grid_alone(community, more):
    here = town(community, away=("wang", "liu", "zhou"))

    assert "tang" not in routing.chain(here, a_case(here, **more))
    assert not routing.may_handle(here, a_case(here, **more), "tang")
    assert routing.helper_for(here, a_case(here, **more)) is None


def test_nobody_helps_with_what_he_reported_himself(community):
    here = town(community, **AWAY)
    own = a_case(here, reporter=TANG, **G1)

    assert "tang" not in routing.chain(here, own)
    assert routing.helper_for(here, own) is None


def test_the_dispatcher_may_give_a_case_of_the_grid_to_its_helper(community):
    inside, outside = (
        [o.key for o in routing.receivers(community, a_case(community, **where), "he")]
        for where in (G1, {})
    )

    assert ("tang" in inside, "tang" in outside) == (True, False)


def test_who_lost_the_office_helps_no_more(community):
    officers = tuple(
        replace(o, offices=frozenset({Role.MEDIATOR})) if o.key == "tang" else o
        for o in community.officers
    )
    here = town(replace(community, officers=officers), **AWAY)

    assert "tang" not in routing.chain(here, a_case(here, **G1))


def two_heads(community):
    """Return the community with another head in grid 3, and another helper in grid 1."""
    rows = (("xu", Role.GRID_HEAD, 2090), ("bai", Role.HELPER, 2091))
    more = tuple(
        Officer(key=k, name=k, known_as=k, telegram=t, offices=frozenset({r})) for k, r, t in rows
    )
    grids = tuple(replace(g, head="xu") if g.key == "g3" else g for g in community.grids)
    bai = Helper(key="bai", grid="g1", duty="陪诊")
    officers = (*community.officers, *more)
    return replace(community, officers=officers, grids=grids, helpers=(*community.helpers, bai))


def acting(community, key):
    found = community.officer(key)
    return Actor(id=found.telegram, officer=key, offices=found.offices)


READERS = {"tang", "sun", "chen", "he"}


def test_households_are_read_by_the_helper_his_grid_head_and_the_committee_alone(community):
    here = two_heads(community)
    [tang] = [h for h in here.helpers if h.key == "tang"]

    read = {o.key for o in here.officers if helpers.reads(here, tang, acting(here, o.key))}

    assert read == READERS
    assert not helpers.reads(here, tang, Actor(id=5001))


@pytest.mark.parametrize(
    ("key", "homes", "named"),
    [
        ("", (), False),
        ("", ("b1",), True),
        ("", ("b3",), False),
        ("liu", (), True),
        ("zhou", (), True),
        ("wang", (), False),
        ("tang", (), True),
        ("sun", (), True),
        ("xu", (), False),
        ("chen", (), True),
        ("wu", (), False),
    ],
)
def test_who_helps_is_named_to_those_who_live_there_or_keep_it(community, key, homes, named):
    here = two_heads(community)
    by = acting(here, key) if key else Actor(id=5001)

    assert helpers.named_to(here, here.grid("g1"), by, frozenset(homes)) is named


def test_households_that_the_roster_does_not_have_are_named(community):
    owner = (Owner(key="1", name="王伟"),)
    known = Unit(building="b1", door="1-302", area=5000, owners=owner)

    found = helpers.unlisted(community, Roster(units=(known,)))

    assert found == (("tang", Household(building="b1", door="2-101")),)


def test_a_household_is_told_as_the_file_has_it():
    assert str(Household(building="b1", door="1-302")) == "b1 1-302"
