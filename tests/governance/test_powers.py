from dataclasses import replace
from itertools import combinations

import pytest

from governance import powers
from governance.cases import LIFECYCLE as CASES
from governance.cases import CaseAction
from governance.directory import THE_OPERATOR, Actor, Role
from governance.powers import (
    COUNTERSIGNED,
    ONLY_OWN,
    POWER_OF,
    POWERS,
    REFUSED,
    Involved,
    Power,
    Verb,
)
from governance.refusals import REFUSALS, NotAllowed
from tests.governance.seats import COMMUNITY, vacant

# every cell, written out by hand: a change of the table is made twice, or it fails here;
# o: the verb reaches only what is one's own
COLUMNS = {
    "worker": Role.GRID_WORKER,
    "helper": Role.HELPER,
    "head": Role.GRID_HEAD,
    "disp": Role.DISPATCHER,
    "comm": Role.COMMITTEE,
    "superv": Role.SUPERVISION,
    "mediat": Role.MEDIATOR,
    "town": Role.TOWNSHIP,
    "resid": Role.RESIDENT,
    "oper": Role.OPERATOR,
    "group": Role.GROUP_HEAD,
}
EXPECTED = """
                   power     worker helper head disp comm superv mediat town resid oper group
resolve-matter     decide    .      .      .    .    .    .      .      .    .     .    .
apply-file         execute   .      .      .    .    .    .      .      .    .     x    .
invite-officer     execute   .      .      .    .    .    .      .      .    .     x    .
confirm-first      execute   .      .      .    .    .    .      .      .    .     x    .
bind-chat          execute   .      .      .    .    x    .      .      .    .     .    .
ask-revoke         execute   .      .      .    .    x    .      .      .    .     .    .
verify-resident    execute   x      .      .    .    x    .      .      .    .     .    .
refuse-resident    execute   .      .      .    .    x    .      .      .    .     .    .
suspend-resident   execute   .      .      .    .    x    .      .      .    .     .    .
move-resident      execute   .      .      .    .    x    .      .      .    .     .    .
correct-case       execute   .      .      .    x    x    .      .      .    .     .    .
keep-open          execute   .      .      .    x    x    .      .      .    .     .    .
grant-leave        execute   .      .      x    .    x    .      .      .    .     .    .
assign-dispute     execute   .      .      .    .    x    .      .      .    .     .    .
handle-dispute     execute   .      .      .    .    x    .      x      .    .     .    .
lower-flag         execute   .      .      .    .    x    .      x      .    .     .    .
answer-relay       execute   x      x      x    x    x    .      x      .    .     .    .
lead-topic         execute   .      .      .    .    x    .      .      .    .     .    .
lead-group         execute   .      .      .    .    .    .      .      .    .     .    o
send-urgent        execute   .      .      .    .    x    .      .      .    .     .    .
hold-ballot        execute   .      .      .    .    x    .      .      .    .     .    .
enter-vote         execute   x      .      .    .    x    .      .      .    .     .    .
draft-disclosure   execute   x      .      .    .    x    .      .      .    .     .    .
approve-disclosure execute   .      .      .    .    x    .      .      .    .     .    .
answer-opinion     execute   .      .      .    .    x    .      .      .    .     .    .
revoke-seat        supervise .      .      .    .    .    x      .      .    .     .    .
keep-seat          supervise .      .      .    .    .    x      .      .    .     .    .
countersign        supervise .      .      .    .    .    x      .      .    .     .    .
certify-ballot     supervise .      .      .    .    .    x      .      .    .     .    .
check-disclosure   supervise .      .      .    .    .    x      .      .    .     .    .
see-audit          supervise .      .      .    .    .    x      .      .    .     .    .
supervise          supervise .      .      .    .    .    x      .      .    .     .    .
give-opinion       supervise .      .      .    .    .    x      .      .    .     .    .
let-ahead          supervise .      .      .    .    .    x      .      .    .     .    .
confirm-seat       witness   .      .      .    .    x    x      .      .    .     .    .
refuse-seat        witness   .      .      .    .    x    x      .      .    .     .    .
confirm-vote       witness   x      .      .    .    x    x      .      .    .     .    .
approve-instead    witness   .      .      .    .    .    .      .      x    .     .    .
see-desk           read      .      .      .    x    x    x      .      .    .     .    .
read-case          read      o      .      x    x    x    x      .      .    .     .    .
see-roster         read      x      .      .    .    x    .      .      .    .     .    .
see-posts          read      .      .      .    .    x    x      .      .    .     .    .
see-ledger         read      .      .      .    .    x    x      .      .    .     .    .
see-watch          read      .      .      .    x    x    .      .      .    .     .    .
see-households     read      .      o      o    .    x    .      .      .    .     .    .
take-leave         self      x      x      x    x    x    .      x      .    .     .    .
see-tasks          self      x      x      x    x    x    .      x      .    .     .    .
receive-referral   self      .      .      .    .    .    .      .      x    .     .    .
"""
HEADING, *LINES = [line.split() for line in EXPECTED.strip().splitlines()]
TABLE = {
    verb: (power, dict(zip(HEADING[1:], cells, strict=True))) for verb, power, *cells in LINES
}
THREE = (Power.DECIDE, Power.EXECUTE, Power.SUPERVISE)
EXECUTING = {
    role for verb, power in POWER_OF.items() if power is Power.EXECUTE for role in POWERS[verb]
}


def holding(role):
    return Actor(id=1, officer="one", offices=frozenset({role}))


def test_the_table_written_by_hand_has_a_row_for_every_verb():
    assert (set(TABLE), HEADING[1:]) == ({v.value for v in Verb}, list(COLUMNS))


@pytest.mark.parametrize("verb", Verb)
def test_every_cell_is_as_it_is_written_by_hand(verb):
    power, cells = TABLE[verb]

    assert POWER_OF[verb] == power
    assert {r for name, r in COLUMNS.items() if cells[name] != "."} == POWERS[verb]
    own = {r for name, r in COLUMNS.items() if cells[name] == "o"}
    assert own == ONLY_OWN.get(verb, frozenset())


def refused(role, verb):
    """Return in which words a verb is refused to a role; None where it is open."""
    try:
        powers.require(holding(role), verb)
    except NotAllowed as refusal:
        return refusal.key
    return None


@pytest.mark.parametrize("verb", Verb)
def test_a_verb_is_open_to_its_roles_and_refused_to_all_others(verb):
    words = REFUSED[POWER_OF[verb]]

    assert {role: refused(role, verb) for role in Role} == {
        role: None if role in POWERS[verb] else words for role in Role
    }


def test_every_power_refuses_in_words_of_its_own():
    assert set(REFUSED) == set(Power)
    assert set(REFUSED.values()) <= set(REFUSALS)


@pytest.mark.parametrize(("one", "other"), list(combinations(THREE, 2)))
def test_nobody_holds_verbs_of_two_of_the_three_powers(one, other):
    held = {p: {r for v in Verb if POWER_OF[v] is p for r in POWERS[v]} for p in THREE}

    assert held[one] & held[other] == set()


def test_nobody_decides_in_the_bot():
    """The residents' assembly decides; the bot records it (A08, N03)."""
    assert {r for v in Verb if POWER_OF[v] is Power.DECIDE for r in POWERS[v]} == set()


def test_the_township_answers_and_receives_and_does_nothing_else():
    """It neither commands a worker nor touches what the residents decide (D17, N14)."""
    held = {v for v in Verb if Role.TOWNSHIP in POWERS[v]}

    assert held == {Verb.APPROVE_INSTEAD, Verb.RECEIVE_REFERRAL}
    assert [s.action for s in CASES.steps if Role.TOWNSHIP in s.by] == []


def test_a_resident_holds_no_power():
    assert [v for v in Verb if Role.RESIDENT in POWERS[v]] == []


def test_supervision_and_those_who_execute_never_take_the_same_step_of_a_case():
    """What supervision does with a case is to countersign, overrule or uphold (A08, A15)."""
    supervised = {s.action for s in CASES.steps if Role.SUPERVISION in s.by}
    executed = {s.action for s in CASES.steps if s.by & (EXECUTING | {Role.ASSIGNEE})}

    assert supervised & executed == set()
    assert supervised <= {CaseAction.COUNTERSIGN, CaseAction.OVERRULE, CaseAction.UPHOLD}


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        (Actor(id=5, officer="chen"), True),
        (Actor(id=7, officer="he"), True),
        (Actor(id=7, officer="wu"), False),
        (Actor(id=6), False),
    ],
    ids=["by account", "by post", "neither", "no post"],
)
def test_who_had_a_hand_in_something_does_not_judge_it(actor, expected):
    involved = Involved(persons=frozenset({5}), officers=frozenset({"he", ""}))

    assert powers.conflicted(actor, involved) is expected


def test_those_without_a_conflict_approve():
    involved = Involved(persons=frozenset({3001}), officers=frozenset({"wu"}))

    assert [o.key for o in powers.approvers(COMMUNITY, Verb.CONFIRM_SEAT, involved)] == ["he"]


def test_where_nobody_without_a_conflict_is_left_the_township_approves():
    involved = Involved(officers=frozenset({"chen", "he", "wu"}))

    assert [o.key for o in powers.approvers(COMMUNITY, Verb.CONFIRM_SEAT, involved)] == ["liang"]


def test_a_post_that_nobody_took_up_approves_nothing():
    community = vacant(COMMUNITY, "chen", "he", "wu", "liang")

    assert powers.approvers(community, Verb.CONFIRM_SEAT, Involved()) == ()


@pytest.mark.parametrize("verb", [*Verb, *CaseAction], ids=repr)
def test_who_is_secretary_and_chair_in_one_needs_a_second_signature(verb):
    officers = tuple(replace(o, one_shoulder=o.key == "chen") for o in COMMUNITY.officers)
    community = replace(COMMUNITY, officers=officers)
    expected = verb in {Verb.ASK_REVOKE, CaseAction.ANSWER, CaseAction.DECLINE}

    assert powers.needs_countersign(community, "chen", verb) is expected
    assert powers.needs_countersign(community, "he", verb) is False
    assert powers.needs_countersign(community, "", verb) is False


def test_what_is_countersigned_is_something_that_the_committee_does():
    steps = {s.action for s in CASES.steps if Role.COMMITTEE in s.by}
    verbs = {v for v in Verb if Role.COMMITTEE in POWERS[v]}

    assert steps | verbs >= COUNTERSIGNED


def test_the_operator_holds_no_office():
    assert THE_OPERATOR.offices == {Role.OPERATOR}
    assert all(Role.OPERATOR not in o.offices for o in COMMUNITY.officers)
