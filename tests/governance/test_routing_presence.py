"""Who is asked where posts are empty, somebody is away, or a sub-committee is there (D14, A06)."""

from dataclasses import replace

import pytest

from governance import cases, routing
from governance.cases import CaseKind, Urgency
from governance.directory import THE_CLOCK, Actor, Panel, Role
from tests.governance.test_routing import A, S, T, a_case, asked

LI = 5001


def town(community, *, away=(), empty=(), **stands):
    """Return the community with some away, some posts empty; `stands` names who stands in."""
    officers = tuple(
        replace(
            o,
            away=o.key in away,
            telegram=0 if o.key in empty else o.telegram,
            stand_in=stands.get(o.key, ""),
        )
        for o in community.officers
    )
    return replace(community, officers=officers)


EVERYBODY = ("wang", "zhou", "sun", "he", "chen")


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"away": ("wang",)}, ("zhou", "sun", "he", "chen")),
        ({"empty": ("wang", "sun")}, ("zhou", "he", "chen")),
        ({"away": ("wang",), "wang": "liu"}, ("liu", "zhou", "sun", "he", "chen")),
        ({"away": ("wang", "liu"), "wang": "liu"}, ("zhou", "sun", "he", "chen")),
        ({"away": ("wang",), "wang": "zhou"}, ("zhou", "sun", "he", "chen")),
        ({"away": EVERYBODY}, ("he",)),
        ({"away": EVERYBODY, "empty": ("he",)}, ("chen",)),
        ({"empty": EVERYBODY}, ()),
    ],
)
def test_only_who_is_there_is_asked_and_at_last_the_first_of_the_desk(community, changes, line):
    here = town(community, **changes)

    assert routing.chain(here, a_case(here)) == line


def test_a_stand_in_is_not_asked_about_his_own_report(community):
    here = town(community, away=("wang",), wang="liu")

    assert routing.chain(here, a_case(here, reporter=2002))[0] == "zhou"


@pytest.mark.parametrize(
    ("changes", "desk"),
    [
        ({}, "he"),
        ({"away": ("he",)}, "chen"),
        ({"empty": ("he",)}, "chen"),
        ({"away": ("he", "chen")}, "he"),
        ({"away": ("chen",), "empty": ("he",)}, "chen"),
        ({"empty": ("he", "chen")}, "he"),
    ],
)
def test_a_case_lies_with_who_is_there(community, changes, desk):
    assert routing.desk(town(community, **changes), LI) == desk


def test_who_did_the_work_does_not_get_it_though_the_other_is_away(community):
    assert routing.desk(town(community, away=("chen",)), LI, frozenset({"he"})) == "chen"


def test_with_nobody_there_it_waits_at_the_desk(community):
    here = town(community, empty=EVERYBODY)

    assert routing.automatic(here, a_case(here, status=S.ACCEPTED)) is None


def test_done_again_by_the_same_or_else_by_who_is_there(community):
    again = {"status": S.REOPENED, "reopened": 1, "assignments": asked("liu", status=T.RETURNED)}

    found = [
        routing.automatic(here, a_case(here, **again))
        for here in (
            community,
            town(community, away=("liu",)),
            town(community, empty=(*EVERYBODY, "liu")),
        )
    ]
    assert found == [(A.DISPATCH, "liu"), (A.DISPATCH, "wang"), (A.DISPATCH, "liu")]


@pytest.mark.parametrize(
    ("more", "following"),
    [
        ({"category": "other", "urgency": Urgency.URGENT}, (A.ADMIT, "")),
        ({"category": "other", "urgency": Urgency.URGENT, "grid": None}, None),
        ({"category": "other", "urgency": Urgency.WISH}, None),
        ({"kind": CaseKind.HAZARD}, (A.ADMIT, "")),
        ({"kind": CaseKind.QUESTION}, None),
        ({"kind": CaseKind.SUGGESTION, "urgency": Urgency.URGENT}, None),
    ],
)
def test_what_presses_goes_out_at_once_and_what_wants_words_waits(community, more, following):
    """B02, B04."""
    assert routing.automatic(community, a_case(community, **more)) == following


@pytest.mark.parametrize(
    ("changes", "second"),
    [({}, "chen"), ({"away": ("chen",)}, "sun"), ({"away": ("chen", "sun")}, "")],
)
def test_the_second_level_is_the_panels_head_or_substitute(community, changes, second):
    here = town(community, **changes)

    assert routing.second_level(here, a_case(here)) == second


def test_a_category_without_a_panel_has_no_second_level(community):
    assert routing.second_level(community, a_case(community, category="other")) == ""


def test_a_panel_does_not_handle_what_its_head_reported(community):
    assert routing.second_level(community, a_case(community, reporter=3001)) == "sun"


def escalated(community, by, action=A.ESCALATE, **more):
    before = a_case(community, status=S.IN_PROGRESS, assignments=asked("wang"), **more)
    after = replace(before, status=S.ESCALATED)
    return routing.placed(community, before, after, action, by)


def test_what_a_worker_raises_lies_with_the_panel_what_bounced_with_the_committee(community):
    """D03, D14."""
    worker = Actor(id=2001, officer="wang", offices=frozenset({Role.GRID_WORKER}))

    raised, bounced = escalated(community, worker), escalated(community, THE_CLOCK)

    assert (raised.desk, bounced.desk) == ("chen", "he")


def test_what_is_handed_up_leaves_the_panel(community):
    before = a_case(community, status=S.ESCALATED, desk="chen")

    up = routing.placed(community, before, before, A.HAND_UP, THE_CLOCK)

    assert up.desk == "he"


def test_what_leaves_the_panel_lies_at_the_desk_again(community):
    before = a_case(community, status=S.ESCALATED, desk="sun")

    sent = routing.placed(
        community, before, replace(before, status=S.DISPATCHED), A.DISPATCH, THE_CLOCK
    )

    assert sent.desk == "he"


def test_a_step_within_a_status_moves_no_desk(community):
    case = a_case(community, status=S.IN_PROGRESS, desk="chen")

    assert routing.placed(community, case, case, A.TRANSFER, THE_CLOCK) is case


def test_what_was_contested_lies_with_who_did_not_do_it(community):
    done = asked("he", status=T.RETURNED)
    before = a_case(community, status=S.REOPENED, assignments=done)

    contested = routing.placed(
        community, before, replace(before, status=S.CONTESTED), A.CONTEST, THE_CLOCK
    )

    assert contested.desk == "chen"


@pytest.mark.parametrize(
    ("changes", "reporter", "signed", "who"),
    [
        ({}, LI, (), "wu"),
        ({"away": ("wu",)}, LI, (), "wu"),
        ({"empty": ("wu",)}, LI, (), ""),
        ({}, 4001, (), ""),
        ({}, LI, ("wu",), ""),
    ],
)
def test_a_review_is_for_who_neither_reported_nor_signed(
    community, changes, reporter, signed, who
):
    """A09."""
    here = town(community, **changes)

    assert routing.reviewer(here, a_case(here, reporter=reporter), frozenset(signed)) == who


def test_a_present_supervisor_goes_before_one_away(community):
    [wu] = community.holders(Role.SUPERVISION)
    two = replace(
        community,
        officers=(
            *(replace(o, away=o.key == "wu") for o in community.officers),
            replace(wu, key="second", telegram=4999),
        ),
    )

    assert routing.reviewer(two, a_case(two)) == "second"


@pytest.mark.parametrize("office", [Role.TOWNSHIP, Role.SUPERVISION])
def test_neither_township_nor_supervision_handles_a_case(community, office):
    """D17: whatever other office somebody holds besides."""
    officers = tuple(
        replace(o, offices=o.offices | {office}) if o.key == "liu" else o
        for o in community.officers
    )
    here = replace(community, officers=officers)

    assert not routing.may_handle(here, a_case(here), "liu")


def test_a_member_of_the_panel_handles_its_cases_and_no_others(community):
    mediator = next(o.key for o in community.holders(Role.MEDIATOR))
    panel = Panel(
        key="p", name="p", categories=("lift",), head="chen", substitute="sun", members=(mediator,)
    )
    here = replace(community, panels=(panel,))

    may = [routing.may_handle(here, a_case(here, category=c), mediator) for c in ("lift", "pets")]
    assert may == [True, False]


def test_somebody_whose_report_was_merged_does_not_handle_it(community):
    """A09."""
    case = a_case(community, followers=(2001,))

    assert "wang" not in routing.chain(community, case)


def test_nothing_that_is_done_goes_up_because_of_leave(community):
    gone = town(community, away=("wang",))
    kept = asked("wang", status=T.ACCEPTED)
    told = tuple(replace(a, note=routing.ON_LEAVE) for a in kept)

    found = [
        routing.automatic(here, a_case(here, status=S.IN_PROGRESS, assignments=those))
        for here, those in ((gone, kept), (gone, told), (community, told))
    ]
    assert found == [None, (A.ESCALATE, ""), None]
    assert cases.WITH_SUPERVISION < cases.ON_DESK


def test_limits_are_the_communitys_own(community):
    strict = replace(community, limits=replace(community.limits, reopenings=0))
    again = a_case(strict, status=S.REOPENED, reopened=1, assignments=asked("wang"))
    assert routing.automatic(strict, again) == (A.CONTEST, "")
