from dataclasses import replace
from itertools import product

import pytest

from governance import cases
from governance.cases import (
    ASSIGNMENT,
    CLOSED,
    LIFECYCLE,
    ON_DESK,
    AssignmentStatus,
    CaseAction,
    CaseStatus,
)
from governance.directory import THE_CLOCK, Actor, Role
from governance.refusals import NotAllowed, Refusal
from tests.governance.matters import (
    ACTORS,
    CHAIR,
    DESK,
    HEAD,
    LATER,
    LI,
    OTHER,
    WORKER,
    A,
    S,
    T,
    a_case,
    complete,
    move,
)


def succeeds(case, action, by):
    try:
        cases.advance(case, action, complete(by))
    except NotAllowed:
        return False
    return True


@pytest.mark.parametrize("status", CaseStatus)
def test_what_is_offered_is_exactly_what_succeeds(status):
    for held, who in product([None, *AssignmentStatus], ACTORS):
        case = a_case(status, held)

        offered = set(cases.choices(case, ACTORS[who]))

        assert offered == {a for a in CaseAction if succeeds(case, a, ACTORS[who])}, (held, who)


@pytest.mark.parametrize(("action", "held"), ASSIGNMENT)
def test_an_assignment_becomes_what_the_table_says(action, held):
    step = next(s for s in LIFECYCLE.steps if s.action is action)
    by = {
        Role.ASSIGNEE: WORKER,
        Role.RECEIVER: OTHER,
        Role.CLOCK: THE_CLOCK,
        Role.REPORTER: Actor(id=LI),
        Role.COMMITTEE: CHAIR,
    }
    actor = next(by[r] for r in sorted(step.by))
    wherever = {s for s in step.sources if s not in ON_DESK}

    moved = [
        cases.advance(a_case(s, held, leaving=True), action, complete(actor)) for s in wherever
    ]

    assert {m.assignments[0].status for m in moved} == {ASSIGNMENT[action, held]}


@pytest.mark.parametrize(
    ("status", "held", "action", "by", "key"),
    [
        (S.IN_PROGRESS, T.ACCEPTED, A.ESCALATE, WORKER, "refusal-reason"),
        (S.IN_PROGRESS, T.ACCEPTED, A.HAND_BACK, WORKER, "refusal-reason"),
        (S.IN_PROGRESS, T.ACCEPTED, A.FINISH, WORKER, "refusal-proof"),
        (S.CONTESTED, T.RETURNED, A.ANSWER, CHAIR, "refusal-reason"),
        (S.ACCEPTED, None, A.DISPATCH, DESK, "refusal-receiver"),
        (S.DISPATCHED, T.OFFERED, A.PASS_ON, THE_CLOCK, "refusal-receiver"),
        (S.IN_PROGRESS, T.TRANSFER_PENDING, A.ESCALATE, WORKER, "refusal-not-allowed"),
        (S.IN_PROGRESS, T.TRANSFER_PENDING, A.RECEIVE, HEAD, "refusal-not-yours"),
        (S.CONFIRMED, T.VERIFIED, A.WITHDRAW, Actor(id=LI), "refusal-closed"),
    ],
)
def test_a_step_lacking_something_says_what(status, held, action, by, key):
    with pytest.raises(Refusal) as refused:
        cases.advance(a_case(status, held), action, move(by))

    assert refused.value.key == key


def test_a_transfer_without_a_receiver_is_refused():
    with pytest.raises(Refusal) as refused:
        cases.advance(a_case(S.IN_PROGRESS, T.ACCEPTED), A.TRANSFER, move(WORKER, note="忙"))

    assert refused.value.key == "refusal-receiver"


@pytest.mark.parametrize("given", [{"note": "修好了"}, {"proof": "照片"}])
def test_a_line_or_a_photo_is_proof(given):
    done = cases.advance(a_case(S.IN_PROGRESS, T.ACCEPTED), A.FINISH, move(WORKER, **given))

    kept = done.current
    assert (done.status, kept.status, kept.note, kept.proof) == (
        S.DONE_REPORTED,
        T.DONE,
        given.get("note", ""),
        given.get("proof", ""),
    )


def test_a_transfer_takes_effect_only_when_the_receiver_accepts():
    case = a_case(S.IN_PROGRESS, T.ACCEPTED)

    asked = cases.advance(case, A.TRANSFER, move(WORKER, note="忙", to="liu"))
    taken = cases.advance(asked, A.RECEIVE, move(OTHER, until=LATER))

    assert (asked.holder, asked.current.receiver, asked.current.note) == ("wang", "liu", "忙")
    assert (taken.holder, taken.current.status, taken.current.until) == ("liu", T.ACCEPTED, LATER)
    assert taken.assignments[0].status is T.TRANSFERRED


@pytest.mark.parametrize(("by", "bounces"), [(OTHER, 1), (THE_CLOCK, 0)])
def test_a_transfer_not_taken_leaves_the_owner_and_only_a_refusal_counts(by, bounces):
    pending = a_case(S.IN_PROGRESS, T.TRANSFER_PENDING)

    kept = cases.advance(pending, A.KEEP, move(by))

    assert (kept.holder, kept.current.status, kept.bounces) == ("wang", T.ACCEPTED, bounces)


def test_the_first_to_accept_stays_responsible_after_a_transfer():
    first = cases.advance(a_case(S.DISPATCHED, T.OFFERED), A.ACCEPT, move(WORKER))
    asked = cases.advance(first, A.TRANSFER, move(WORKER, note="忙", to="liu"))
    taken = cases.advance(asked, A.RECEIVE, move(OTHER))

    assert (first.first_responsible, taken.first_responsible) == ("wang", "wang")


def test_the_second_to_accept_is_not_the_first_responsible():
    case = a_case(S.DISPATCHED, T.OFFERED, first_responsible="liu")

    assert cases.advance(case, A.ACCEPT, move(WORKER)).first_responsible == "liu"


@pytest.mark.parametrize(("by", "bounces"), [(DESK, 0), (THE_CLOCK, 2)])
def test_only_a_decision_of_the_committee_forgets_bounces(by, bounces):
    case = a_case(S.ACCEPTED, T.DECLINED, bounces=2)

    sent = cases.advance(case, A.DISPATCH, move(by, to="zhou"))

    assert (sent.bounces, sent.holder, sent.current.until) == (bounces, "zhou", LATER)


def test_who_carried_it_out_neither_judges_nor_answers():
    """A09: a committee member who did the work may not close it, whatever else he is."""
    doer = Actor(id=LI, officer="wang", offices=frozenset({Role.COMMITTEE}))
    done, contested = a_case(S.DONE_REPORTED, T.DONE), a_case(S.CONTESTED, T.RETURNED)

    assert (cases.choices(done, doer), cases.choices(contested, doer)) == ((), ())


def test_the_desk_answers_what_is_contested_and_the_doer_does_not():
    doer = replace(DESK, id=2001, officer="wang")
    case = a_case(S.CONTESTED, T.RETURNED)

    assert set(cases.choices(case, CHAIR)) >= {A.DISPATCH, A.ANSWER}
    assert set(cases.choices(case, doer)) == set()


def test_nobody_of_the_desk_decides_what_he_reported_himself():
    """A09: unless nobody else is left, and the desk is his."""
    own, left = replace(CHAIR, id=LI), replace(DESK, id=LI)

    assert cases.choices(a_case(S.ACCEPTED), own) == (A.WITHDRAW,)
    assert {A.DISPATCH, A.WITHDRAW} < set(cases.choices(a_case(S.ACCEPTED), left))


def test_reopening_counts():
    case = a_case(S.DONE_REPORTED, T.DONE, reopened=1)

    again = cases.advance(case, A.REOPEN, move(Actor(id=LI)))

    assert (again.reopened, again.status, again.current.status) == (2, S.REOPENED, T.RETURNED)


@pytest.mark.parametrize("status", sorted(ON_DESK))
def test_on_the_desk_the_desk_answers_for_it(status):
    assert a_case(status, T.DECLINED).holder == "he"


@pytest.mark.parametrize("status", sorted(frozenset(S) - ON_DESK - CLOSED))
def test_off_the_desk_the_newest_officer_answers_for_it(status):
    assert a_case(status, T.ACCEPTED).holder == "wang"


def test_a_case_withdrawn_before_anybody_had_it_was_the_desks():
    withdrawn = cases.advance(a_case(), A.WITHDRAW, move(Actor(id=LI)))

    assert (withdrawn.status, withdrawn.holder, withdrawn.current) == (S.WITHDRAWN, "he", None)


def test_states_are_parted_into_open_and_closed():
    assert frozenset(S) == cases.OPEN | CLOSED
    ends = {S.CONFIRMED, S.PARTIAL, S.UNCONFIRMED, S.ANSWERED, S.WITHDRAWN}
    assert ends | {S.MERGED, S.REFERRED, S.DECLINED, S.CLOSED} == CLOSED
