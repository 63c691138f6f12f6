import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance import roster
from governance.ballots.roll import (
    Entrant,
    Participant,
    Roll,
    Scope,
    VotingUnit,
    freeze,
    freeze_owners,
    weigh,
)
from governance.procedure import UnitKind
from governance.quorum import Measure

P, K = Participant, UnitKind
B3 = frozenset({"b3"})
BOTH = frozenset({"b3", "b4"})


def entrant(person, door="101", **changed):
    return Entrant(**{"person": person, "building": "b3", "door": door, "adult": True} | changed)


def flat(door, area, *owners, building="b3"):
    named = tuple(roster.Owner(key=o, name=o) for o in owners)
    return roster.Unit(building=building, door=door, area=area, owners=named)


def voters(roll):
    return {u.key: set(u.voters) for u in roll.units}


def test_each_person_is_one_vote_however_often_named():
    named = [entrant("li"), entrant("li", "202"), entrant("zhang")]

    roll = freeze(Scope(kind=K.PERSON, buildings=B3), named)

    assert voters(roll) == {"li": {"li"}, "zhang": {"zhang"}}


def test_a_household_is_one_vote_that_each_of_its_adults_may_cast():
    named = [entrant("li"), entrant("wang"), entrant("child", adult=False), entrant("he", "102")]

    roll = freeze(Scope(kind=K.HOUSEHOLD, buildings=B3), named)

    assert voters(roll) == {"b3/101": {"li", "wang"}, "b3/102": {"he"}}
    assert weigh(roll.units) == {Measure.HEADS: 2, Measure.AREA: 0}


@pytest.mark.parametrize("kind", [K.PERSON, K.HOUSEHOLD])
def test_where_the_law_does_not_ask_for_adults_the_young_have_a_vote(kind):
    young = [entrant("child", adult=False)]

    assert freeze(Scope(kind=kind, buildings=B3), young).units == ()
    assert len(freeze(Scope(kind=kind, buildings=B3, adults=False), young).units) == 1


def test_only_the_buildings_of_the_scope_have_a_vote():
    named = [entrant("li"), entrant("he", building="b4")]

    assert set(voters(freeze(Scope(kind=K.PERSON, buildings=B3), named))) == {"li"}


@pytest.mark.parametrize("turned", [1, -1])
def test_nobody_speaks_for_two_households(turned):
    named = [entrant("li", "101", home=False), entrant("li", "202"), entrant("he", "101")][
        ::turned
    ]

    roll = freeze(Scope(kind=K.HOUSEHOLD, buildings=B3), named)

    assert voters(roll) == {"b3/101": {"he"}, "b3/202": {"li"}}


@pytest.mark.parametrize("home", [True, False])
@pytest.mark.parametrize("turned", [1, -1])
def test_of_two_homes_alike_the_first_door_counts(turned, home):
    named = [entrant("li", "202", home=home), entrant("li", "101", home=home)][::turned]

    assert voters(freeze(Scope(kind=K.HOUSEHOLD, buildings=B3), named)) == {"b3/101": {"li"}}


def test_in_two_roles_somebody_has_one_vote_as_the_one_more_concerned():
    named = [
        entrant("li", participant=P.REPRESENTATIVE),
        entrant("li", participant=P.PARTY),
        entrant("li", participant=P.RESIDENT),
    ]

    [unit] = freeze(Scope(kind=K.PERSON, buildings=B3), named).units

    assert unit.participant is P.PARTY


def test_an_observer_has_no_vote_unless_he_lives_here_too():
    named = [entrant("guest", participant=P.OBSERVER), entrant("li", participant=P.OBSERVER),
             entrant("li")]  # fmt: skip

    roll = freeze(Scope(kind=K.PERSON, buildings=B3), named)

    assert [(u.key, u.participant) for u in roll.units] == [("li", P.RESIDENT)]


def test_a_ballot_may_be_for_some_classes_only():
    named = [entrant("li"), entrant("he", participant=P.PARTY)]
    scope = Scope(kind=K.PERSON, buildings=B3, participants=frozenset({P.PARTY}))

    roll = freeze(scope, named)

    assert roll.classes == (P.PARTY,)
    assert [u.key for u in roll.of(P.PARTY)] == ["he"]
    assert roll.of(P.RESIDENT) == ()


def test_several_flats_of_one_owner_are_one_head_and_their_areas_together():
    flats = [flat("101", 9000, "li"), flat("102", 6000, "li"), flat("103", 7000, "he")]

    roll = freeze_owners(Scope(kind=K.OWNER, buildings=B3), flats)

    assert [(u.key, u.area) for u in roll.units] == [("he", 7000), ("li", 15000)]
    assert weigh(roll.units) == {Measure.HEADS: 2, Measure.AREA: 22000}


def test_joint_owners_are_one_head_and_each_may_cast_it():
    flats = [flat("101", 9000, "li", "wang"), flat("102", 6000, "li")]

    roll = freeze_owners(Scope(kind=K.OWNER, buildings=B3), flats)

    assert voters(roll) == {"li": {"li"}, "li+wang": {"li", "wang"}}
    assert [u.key for u in roll.units_of("li")] == ["li", "li+wang"]
    assert [u.key for u in roll.units_of("wang")] == ["li+wang"]
    assert roll.units_of("nobody") == ()


def test_owners_of_other_buildings_stay_out():
    flats = [flat("101", 9000, "li"), flat("101", 6000, "li", building="b4")]

    roll = freeze_owners(Scope(kind=K.OWNER, buildings=B3), flats)

    assert [u.area for u in roll.units] == [9000]


def test_a_minor_owns_and_does_not_press():
    flats = [flat("101", 9000, "child"), flat("102", 6000, "child", "li")]
    grown = Scope(kind=K.OWNER, buildings=B3)
    anybody = Scope(kind=K.OWNER, buildings=B3, adults=False)

    roll = freeze_owners(grown, flats, minors={"child"})

    assert voters(roll) == {"child": set(), "child+li": {"li"}}
    assert weigh(roll.units)[Measure.HEADS] == 2
    assert voters(freeze_owners(anybody, flats, minors={"child"}))["child"] == {"child"}


def test_owners_stand_in_their_class():
    flats = [flat("101", 9000, "li", "wang"), flat("102", 6000, "he")]
    scope = Scope(kind=K.OWNER, buildings=B3, participants=frozenset({P.STAKEHOLDER}))

    roll = freeze_owners(scope, flats, {"wang": P.STAKEHOLDER})

    assert [(u.key, u.participant) for u in roll.units] == [("li+wang", P.STAKEHOLDER)]


def test_owners_are_not_frozen_from_who_lives_there():
    with pytest.raises(ValueError, match="roster of flats"):
        freeze(Scope(kind=K.OWNER, buildings=B3), [])


def test_a_unit_is_found_by_its_key():
    unit = VotingUnit(key="li", voters=frozenset({"li"}))
    roll = Roll(kind=K.PERSON, units=(unit,))

    assert (roll.unit("li"), roll.unit("he")) == (unit, None)


people = st.builds(
    entrant,
    st.sampled_from("abcde"),
    st.sampled_from(["101", "102", "103"]),
    building=st.sampled_from(["b3", "b4"]),
    adult=st.booleans(),
    participant=st.sampled_from(Participant),
    home=st.booleans(),
)
flats_of = st.lists(
    st.builds(
        lambda owners, area: flat("x", area, *owners),
        st.sets(st.sampled_from("abc"), min_size=1),
        st.integers(1, 99),
    ),
    max_size=8,
)


@given(st.lists(people, max_size=12), st.sampled_from([K.PERSON, K.HOUSEHOLD]), st.randoms())
def test_a_roll_does_not_depend_on_the_order_of_names(named, kind, chance):
    scope = Scope(kind=kind, buildings=BOTH)

    assert freeze(scope, chance.sample(named, len(named))) == freeze(scope, named)


@given(st.lists(people, max_size=12), st.sampled_from([K.PERSON, K.HOUSEHOLD]))
def test_nobody_has_two_votes_and_no_unit_is_without_a_voter(named, kind):
    roll = freeze(Scope(kind=kind, buildings=BOTH), named)
    every = [person for unit in roll.units for person in unit.voters]

    assert len(every) == len(set(every))
    assert all(unit.voters for unit in roll.units)


@given(flats_of)
def test_heads_and_area_are_those_of_the_roster(flats):
    roll = freeze_owners(Scope(kind=K.OWNER, buildings=B3), flats)
    counted = roster.Roster(units=tuple(flats))

    assert weigh(roll.units) == {Measure.HEADS: counted.heads, Measure.AREA: counted.area}
