from dataclasses import replace

import pytest

from governance.directory import THE_CLOCK, Role
from governance.procedure import Requirements
from governance.refusals import Refusal
from governance.resolutions.advance import advance, choices, roles_in
from governance.resolutions.resolution import Correction, Edition
from governance.resolutions.states import CORRECTABLE
from governance.resolutions.table import LIFECYCLE
from tests.governance.resolutions.promises import (
    AT,
    CHEN,
    CLAUSE,
    COMMUNITY,
    CONTEST,
    DAY,
    DRAFT,
    HE,
    LI,
    LIANG,
    TODAY,
    WANG,
    WU,
    A,
    C,
    S,
    at,
    given,
    refused,
    step,
)

NEED = Requirements()
LATE = CLAUSE.finish_by + DAY
DONE = replace(CLAUSE, status=C.KEPT, settled_on=TODAY)
SUBMITTED = replace(DRAFT, submitted=True)


# ── disputed ──


def test_a_resident_who_sees_nothing_done_brings_it_before_supervision():
    public = at(S.RESULT_PUBLISHED, clauses=(DONE,), asked_until=AT + DAY)
    disputed = step(public, A.DISPUTE, LI, resident=True)

    assert refused(public, A.DISPUTE, LI) == "not-yours"
    assert refused(disputed, A.CLOSE, CHEN) == "not-yours"
    assert step(disputed, A.CLOSE, WU).status is S.CLOSED
    anew = step(disputed, A.RESUME, WU)
    [clause] = anew.clauses
    assert (anew.status, clause.status, clause.until) == (
        S.IMPLEMENTING,
        C.OPEN,
        TODAY + NEED.resolve_days * DAY,
    )
    assert anew.asked_until is None


@pytest.mark.parametrize("by", [CHEN, WANG])
def test_whoever_drafted_or_carries_out_does_not_rate_it(by):
    public = at(S.RESULT_PUBLISHED)

    assert refused(public, A.DISPUTE, by, resident=True) == "resolution-own"
    assert step(public, A.DISPUTE, HE, resident=True).status is S.DISPUTED


# ── correction (F11, N14) ──


@pytest.mark.parametrize("status", sorted(CORRECTABLE))
@pytest.mark.parametrize("by", [LIANG, WU])
def test_the_township_or_supervision_asks_for_a_correction_with_the_law(status, by):
    asked = step(at(status), A.CORRECT, by, note="与条例不符", law="第27条")

    assert asked.status is S.UNDER_CORRECTION
    assert asked.corrections == (
        Correction(officer=by.officer, at=AT, note="与条例不符", basis="第27条"),
    )
    assert refused(at(status), A.CORRECT, by, law="") == "resolution-law"
    assert refused(at(status), A.CORRECT, by, note="") == "reason"
    assert refused(at(status), A.CORRECT, CHEN) == "not-yours"


@pytest.mark.parametrize("status", sorted(S))
def test_the_township_can_change_no_word_no_promise_and_no_result(status):
    """Whatever it tries, from wherever: text, promises, ground and result stay (N14)."""
    own = ("text", "kind", "clauses", "basis", "result", "earlier", "contests", "in_force_at")
    before = at(status, contests=(CONTEST,), result="装好了", submitted=True)
    taken = []
    for action in A:
        try:
            after = advance(COMMUNITY, before, action, given(LIANG))
        except Refusal:
            continue
        taken.append(action)
        assert [getattr(after, name) for name in own] == [getattr(before, name) for name in own]

    assert taken == ([A.CORRECT] if status in CORRECTABLE else [])


def test_the_township_has_one_row_of_the_table():
    assert [s.action for s in LIFECYCLE.steps if Role.TOWNSHIP in s.by] == [A.CORRECT]


def test_the_community_writes_it_anew_and_what_was_public_stands_beside():
    anew = step(at(S.UNDER_CORRECTION), A.REDRAFT)

    assert (anew.status, anew.submitted, anew.checked_by, anew.basis) == (
        S.DRAFTED,
        False,
        "",
        None,
    )
    assert anew.earlier == (
        Edition(
            text="三号楼装刷卡",
            clauses=(("wang", "装刷卡", "120050", "2026-04-01", "2026-04-10"),),
        ),
    )
    running = replace(anew, clauses=(replace(CLAUSE, case=7),))
    assert step(running, A.HAND_IN, today=LATE).submitted  # its day was promised before


def test_roles_and_choices_are_those_of_the_table():
    assert roles_in(COMMUNITY, DRAFT, given(THE_CLOCK)) == {Role.CLOCK}
    assert roles_in(COMMUNITY, DRAFT, given(LI)) == frozenset()
    assert choices(COMMUNITY, DRAFT, given()) == (A.EDIT, A.HAND_IN)
    assert choices(COMMUNITY, SUBMITTED, given()) == (A.EDIT,)
    assert choices(COMMUNITY, SUBMITTED, given(WU)) == (A.RETURN, A.CHECK)
    assert step(SUBMITTED, A.EDIT) == SUBMITTED
