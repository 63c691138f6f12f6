from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.cases import CLOSED, LIFECYCLE, CaseAction, CaseStatus
from governance.directory import Role
from governance.refusals import NotAllowed

ROLES = st.frozensets(st.sampled_from(Role))


def taken(state, action, role):
    """Return the action that the rules let this role take, if they do."""
    try:
        return LIFECYCLE.step(state, action, {role}).action
    except NotAllowed:
        return None


@pytest.mark.parametrize("state", CaseStatus)
def test_buttons_and_rules_agree(state):
    """Every cell action × role of a state: a button stands exactly where the rule allows it."""
    cells = list(product(CaseAction, Role))
    buttons = {(a, r): a if a in LIFECYCLE.choices(state, {r}) else None for a, r in cells}

    assert {(a, r): taken(state, a, r) for a, r in cells} == buttons


@given(state=st.sampled_from(CaseStatus), roles=ROLES)
def test_several_roles_may_do_what_each_of_them_may(state, roles):
    each = {a for role in roles for a in LIFECYCLE.choices(state, {role})}

    assert set(LIFECYCLE.choices(state, roles)) == each


@given(state=st.sampled_from(CaseStatus), roles=ROLES)
def test_a_choice_is_offered_once_and_in_the_order_of_the_table(state, roles):
    order = [s.action for s in LIFECYCLE.steps if state in s.sources and s.by & roles]

    assert list(LIFECYCLE.choices(state, roles)) == sorted(set(order), key=order.index)


def test_every_state_can_be_reached():
    assert LIFECYCLE.reached(CaseStatus.SUBMITTED) == frozenset(CaseStatus)


def test_a_state_without_exits_reaches_only_itself():
    assert LIFECYCLE.reached(CaseStatus.CONFIRMED) == {CaseStatus.CONFIRMED}


@pytest.mark.parametrize("state", sorted(CLOSED - {CaseStatus.DECLINED}))
def test_a_closed_state_has_no_exit(state):
    assert LIFECYCLE.choices(state, frozenset(Role)) == ()


def test_out_of_a_refusal_only_the_reporter_finds_a_way_and_time_ends_it():
    found = {(s.action, s.by) for s in LIFECYCLE.steps if CaseStatus.DECLINED in s.sources}

    assert found == {
        (CaseAction.APPEAL, frozenset({Role.REPORTER})),
        (CaseAction.CLOSE, frozenset({Role.CLOCK})),
    }


@pytest.mark.parametrize("state", sorted(frozenset(CaseStatus) - CLOSED))
def test_an_open_state_leads_to_an_end(state):
    assert LIFECYCLE.reached(state) & CLOSED


@pytest.mark.parametrize("action", CaseAction)
def test_every_action_is_in_the_table(action):
    assert {s.action for s in LIFECYCLE.steps if s.action is action} == {action}


@pytest.mark.parametrize(
    ("state", "action", "role", "key"),
    [
        (CaseStatus.DISPATCHED, CaseAction.ACCEPT, Role.REPORTER, "refusal-not-yours"),
        (CaseStatus.IN_PROGRESS, CaseAction.ACCEPT, Role.ASSIGNEE, "refusal-not-allowed"),
        (CaseStatus.CONFIRMED, CaseAction.ACCEPT, Role.ASSIGNEE, "refusal-closed"),
    ],
)
def test_a_refusal_says_why(state, action, role, key):
    with pytest.raises(NotAllowed) as refused:
        LIFECYCLE.step(state, action, {role})

    assert (refused.value.key, refused.value.facts) == (key, {})


def test_the_clock_closes_only_what_nobody_judged():
    """N19: no refusal, no end, no merging by a machine."""
    by_clock = [s for s in LIFECYCLE.steps if Role.CLOCK in s.by and s.target in CLOSED]

    assert [(s.action, s.sources, s.target) for s in by_clock] == [
        (CaseAction.LAPSE, {CaseStatus.DONE_REPORTED}, CaseStatus.UNCONFIRMED),
        (CaseAction.CLOSE, {CaseStatus.DECLINED}, CaseStatus.CLOSED),
    ]


def test_nobody_but_its_reporter_ends_a_case_without_giving_a_reason():
    """N19: a refusal, a merger, a referral, an answer has a name and a reason."""
    own = {frozenset({Role.REPORTER}), frozenset({Role.CLOCK})}
    silent = {
        s.action
        for s in LIFECYCLE.steps
        if s.target in CLOSED and s.by not in own and not s.reason
    }

    # supervision puts its name under the reason that the committee gave
    assert silent == {CaseAction.COUNTERSIGN}


def test_what_supervision_signs_was_proposed_with_a_reason():
    signed = {
        s
        for each in LIFECYCLE.steps
        if each.action is CaseAction.COUNTERSIGN
        for s in each.sources
    }
    ways = [s for s in LIFECYCLE.steps if s.target in signed]

    assert {(s.action, s.reason) for s in ways} == {
        (CaseAction.PROPOSE_DECLINE, True),
        (CaseAction.PROPOSE_ANSWER, True),
    }


def test_a_step_of_the_clock_names_no_human():
    mixed = [s for s in LIFECYCLE.steps if Role.CLOCK in s.by and s.reason]

    assert mixed == []


@pytest.mark.parametrize(
    "action",
    [CaseAction.HAND_BACK, CaseAction.ESCALATE, CaseAction.HAND_UP, CaseAction.ANSWER],
)
def test_a_human_who_lets_go_of_a_case_gives_a_reason(action):
    steps = [s for s in LIFECYCLE.steps if s.action is action and Role.CLOCK not in s.by]

    assert [s.reason for s in steps] == [True]
