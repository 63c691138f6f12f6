from hypothesis import given, settings
from hypothesis import strategies as st

from governance.directory import THE_CLOCK, Role
from governance.mediation import (
    LeftOut,
    PartyPair,
    called_next,
    candidates,
    contacts,
    handlers,
    heads,
    left_out,
    mediators,
    members,
    roles_in,
    township,
)
from governance.mediation.dispute import THE_COMMITTEE, THE_PROPERTY
from tests.governance.mediation.town import (
    CHEN,
    COMMUNITY,
    HE,
    LI,
    LIANG,
    MEDIATORS,
    MEMBERS,
    TOWNSHIP,
    ZHENG,
    actor,
    dispute,
    keys,
    without,
)

OFFICERS = [o.key for o in COMMUNITY.officers]
PEOPLE = [LI, *(o.telegram for o in COMMUNITY.officers)]
named = st.lists(st.sampled_from([*OFFICERS, THE_COMMITTEE, THE_PROPERTY]), max_size=5)
anybody = st.builds(
    dispute,
    reporter=st.sampled_from(PEOPLE),
    parties=named.map(tuple),
    kin=st.lists(st.sampled_from(OFFICERS), max_size=4).map(tuple),
    called=st.lists(st.sampled_from(OFFICERS), max_size=4).map(tuple),
    declined=st.lists(st.sampled_from(OFFICERS), max_size=4).map(tuple),
    pair=st.sampled_from([None, *PartyPair]),
    building=st.sampled_from([None, "b1", "b3", "b5", "gone"]),
    declared=st.booleans(),
    flagged=st.booleans(),
    mediator=st.sampled_from(["", *OFFICERS]),
)


@settings(deadline=None)  # a busy machine is no fault
@given(anybody)
def test_whoever_is_a_party_kin_or_the_reporter_has_no_part_in_it(found):
    out = left_out(COMMUNITY, found)

    every = (handlers, heads, candidates, called_next, contacts, mediators, members)
    assert not {o.key for body in every for o in body(COMMUNITY, found)} & out.keys()
    for officer in COMMUNITY.officers:
        roles = roles_in(COMMUNITY, found, actor(officer.telegram))
        assert officer.key not in out or roles <= {Role.REPORTER}


@settings(deadline=None)  # a busy machine is no fault
@given(anybody)
def test_only_mediators_committee_and_township_ever_handle_a_dispute(found):
    for officer in handlers(COMMUNITY, found):
        assert officer.offices & {MEDIATORS, MEMBERS, TOWNSHIP}


@settings(deadline=None)  # a busy machine is no fault
@given(anybody)
def test_while_the_township_may_there_is_always_somebody(found):
    if "liang" not in left_out(COMMUNITY, found):
        assert handlers(COMMUNITY, found)
        assert heads(COMMUNITY, found)


@settings(deadline=None)  # a busy machine is no fault
@given(anybody)
def test_a_role_is_held_only_by_who_may_handle_it_or_reported_it(found):
    may = {o.telegram for o in handlers(COMMUNITY, found)} | {found.reporter}

    holders = {p for p in [*PEOPLE, 9999] if roles_in(COMMUNITY, found, actor(p))}

    assert holders <= may


@settings(deadline=None)  # a busy machine is no fault
@given(anybody)
def test_nobody_of_committee_or_mediators_knows_before_the_parties_are_named(found):
    if not found.declared:
        assert {o.key for o in handlers(COMMUNITY, found)} <= {"liang"}


def test_nobody_is_left_out_of_a_dispute_between_neighbours():
    assert left_out(COMMUNITY, dispute()) == {}
    assert keys(handlers(COMMUNITY, dispute())) == ["zheng", "ma", "chen", "he"]


def test_mediators_of_the_grid_come_first_and_those_on_leave_last():
    first = dispute(building="b1")

    assert keys(mediators(COMMUNITY, first)) == ["ma", "zheng"]
    assert keys(mediators(without(away=["ma"]), first)) == ["zheng", "ma"]


def test_a_place_that_is_in_no_grid_has_every_mediator():
    assert keys(mediators(COMMUNITY, dispute(building=None))) == ["zheng", "ma"]
    assert keys(mediators(COMMUNITY, dispute(building="gone"))) == ["zheng", "ma"]


def test_a_party_and_kin_are_left_out_and_it_is_known_why():
    found = dispute(parties=("wang", "chen"), kin=("zheng",))

    assert left_out(COMMUNITY, found) == {
        "wang": LeftOut.PARTY,
        "chen": LeftOut.PARTY,
        "zheng": LeftOut.KIN,
    }
    assert keys(handlers(COMMUNITY, found)) == ["ma", "he"]


def test_the_committee_as_a_party_takes_its_mediators_with_it_and_the_township_stands_in():
    for found in (dispute(parties=(THE_COMMITTEE,)), dispute(pair=PartyPair.COMMITTEE)):
        assert set(left_out(COMMUNITY, found)) == {"chen", "he", "zheng", "ma"}
        assert keys(handlers(COMMUNITY, found)) == ["liang"]
        assert keys(heads(COMMUNITY, found)) == ["liang"]
        assert keys(candidates(COMMUNITY, found)) == ["liang"]


def test_against_the_government_the_township_is_a_party_too():
    found = dispute(pair=PartyPair.GOVERNMENT, parties=(THE_COMMITTEE,))

    assert left_out(COMMUNITY, found)["liang"] is LeftOut.PARTY
    assert handlers(COMMUNITY, found) == ()


def test_a_property_company_as_a_party_leaves_no_officer_out():
    assert left_out(COMMUNITY, dispute(parties=(THE_PROPERTY,))) == {}


def test_an_officer_who_reports_for_others_does_not_handle_it():
    found = dispute(reporter=9, entered_by=ZHENG)

    assert left_out(COMMUNITY, found) == {"zheng": LeftOut.REPORTER}


def test_the_township_stands_in_only_where_a_body_has_nobody_left():
    assert contacts(COMMUNITY, dispute()) == ()
    assert keys(contacts(COMMUNITY, dispute(parties=("chen", "he")))) == ["liang"]
    assert keys(contacts(COMMUNITY, dispute(kin=("zheng", "ma")))) == ["liang"]
    assert keys(contacts(COMMUNITY, dispute(declined=("zheng", "ma")))) == ["liang"]
    assert keys(contacts(COMMUNITY, dispute(called=("liang",)))) == ["liang"]
    assert keys(contacts(without(MEDIATORS), dispute())) == ["liang"]


def test_who_declined_is_not_asked_again():
    assert keys(candidates(COMMUNITY, dispute(declined=("zheng",)))) == ["ma"]
    assert keys(candidates(COMMUNITY, dispute(declined=("zheng", "ma")))) == ["liang"]
    assert candidates(COMMUNITY, dispute(declined=("zheng", "ma", "liang"))) == ()


def test_an_alarm_calls_the_mediator_on_duty_with_the_committee():
    assert keys(called_next(COMMUNITY, dispute())) == ["zheng", "chen", "he"]
    on_leave = without(away=["zheng"])
    assert keys(called_next(on_leave, dispute())) == ["ma", "chen", "he"]


def test_an_unanswered_alarm_goes_to_the_next_and_in_the_end_to_the_township():
    called = ("zheng", "chen", "he")

    assert keys(called_next(COMMUNITY, dispute(called=called))) == ["ma"]
    assert keys(called_next(COMMUNITY, dispute(called=(*called, "ma")))) == ["liang"]
    assert called_next(COMMUNITY, dispute(called=(*called, "ma", "liang"))) == ()


def test_before_the_parties_are_known_the_township_is_called_alone():
    assert keys(called_next(COMMUNITY, dispute(declared=False))) == ["liang"]


def test_once_they_are_known_the_others_are_called_together():
    assert keys(called_next(COMMUNITY, dispute(called=("liang",)))) == ["zheng", "chen", "he"]


def test_roles_are_what_the_offices_say_and_the_mediator_answers_for_it():
    found = dispute(mediator="zheng")

    assert roles_in(COMMUNITY, found, actor(LI)) == {Role.REPORTER}
    assert roles_in(COMMUNITY, found, actor(ZHENG)) == {Role.MEDIATOR, Role.ASSIGNEE}
    assert roles_in(COMMUNITY, found, actor(CHEN)) == {Role.COMMITTEE}
    assert roles_in(COMMUNITY, found, actor(LIANG)) == frozenset()
    assert roles_in(COMMUNITY, found, actor(9999)) == frozenset()
    assert roles_in(COMMUNITY, found, THE_CLOCK) == {Role.CLOCK}


def test_the_township_has_its_role_where_it_stands_in():
    found = dispute(parties=(THE_COMMITTEE,), mediator="liang")

    assert roles_in(COMMUNITY, found, actor(LIANG)) == {Role.TOWNSHIP, Role.ASSIGNEE}


def test_who_was_named_is_left_out_in_whatever_post_comes_later():
    found = dispute(parties=("wang",), persons=(HE, 2001))

    assert left_out(COMMUNITY, found) == {"wang": LeftOut.PARTY, "he": LeftOut.NAMED}
    assert roles_in(COMMUNITY, found, actor(HE)) == frozenset()


def test_the_township_is_known_before_anything_has_come_to_it():
    assert keys(township(COMMUNITY, dispute())) == ["liang"]
    assert township(COMMUNITY, dispute(kin=("liang",))) == ()
