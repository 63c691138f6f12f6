from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from governance.refusals import REFUSALS, Refusal
from governance.resolutions import clauses, stages
from governance.resolutions.clauses import CheckIn
from governance.resolutions.stages import Showing
from governance.resolutions.states import ResolutionKind, Stage
from tests.governance.resolutions.promises import (
    AT,
    CHEN,
    CLAUSE,
    DRAFT,
    TODAY,
    A,
    C,
    S,
    at,
    refused,
    step,
)

B, H, Z = Stage
STAGED = clauses.staged(CLAUSE, TODAY)
WINNERS = {"装刷卡": 120_050}


def show(showings, stage):
    return stages.shown(showings, stage, AT, "wang", "2026-031")


def key(act, *args, **more):
    with pytest.raises(Refusal) as found:
        act(*args, **more)
    assert found.value.key in REFUSALS
    return found.value.key.removeprefix("refusal-"), found.value.facts


def test_a_project_is_shown_the_day_after_it_is_in_force_in_its_middle_and_by_its_last_day():
    assert [(s.stage, f"{s.day:%m-%d}") for s in STAGED.stages] == [
        (B, "03-03"),
        (H, "03-17"),
        (Z, "04-10"),
    ]
    assert STAGED.stage(H) == STAGED.stages[1]
    assert CLAUSE.stage(H) is None


@drawn(st.integers(-5, 1200), st.integers(0, 60))
def test_the_days_of_the_stages_follow_each_other_however_short_the_time(span, after):
    due = TODAY + timedelta(days=span)
    found = stages.planned((), TODAY, due, due + timedelta(days=after))
    days = [s.day for s in found]

    assert days == sorted(days)
    assert days[0] >= TODAY
    assert days[1] <= max(due, TODAY)
    assert days[2] >= due


def test_a_stage_waits_for_the_one_before_it_and_the_last_for_the_end_of_the_work():
    none = STAGED.stages
    assert [stages.earlier(none, s) for s in Stage] == [None, B, B]
    first = show(none, B)
    assert [stages.earlier(first, s) for s in Stage] == [None, None, H]
    assert key(stages.check_open, first, B, over=True) == ("closed", {})
    assert stages.check_open(first, H, over=False) is None
    assert key(stages.check_open, first, Z, over=False) == ("resolution-unsettled", {})
    assert stages.check_open(first, Z, over=True) is None
    assert key(stages.check_open, (), B, over=True) == ("closed", {})
    every = show(show(first, H), Z)
    assert (stages.next_of(every), stages.earlier(every, Z)) == (None, None)


def test_the_first_edition_that_shows_a_stage_is_what_counts():
    first = show(STAGED.stages, B)
    assert [(s.by, s.serial, s.at) for s in first[:2]] == [
        ("wang", "2026-031", AT),
        ("", "", None),
    ]
    later = AT + timedelta(days=9)
    assert stages.shown(first, B, later, "he", "2026-040") == first


def test_what_was_not_shown_on_its_day_stays_missed_when_it_is_shown_later():
    late = stages.missed(STAGED.stages, B)
    shown = show(late, B)

    assert [s.missed for s in late] == [True, False, False]
    assert (shown[0].missed, shown[0].at) == (True, AT)
    assert stages.missed(show(STAGED.stages, B), B)[0].missed is False


@pytest.mark.parametrize(("progress", "there"), [(25, False), (50, True), (90, True)])
def test_half_the_work_is_not_reported_while_nobody_was_shown_what_is_to_be_done(progress, there):
    clause = clauses.planned(STAGED, TODAY)
    report = CheckIn(day=date(2026, 3, 9), at=AT, text="在做", progress=progress)
    if there:
        assert key(clauses.reported, clause, report) == ("resolution-stage", {"stage": B})
        clause = replace(clause, stages=show(clause.stages, B))
    assert clauses.reported(clause, report).progress == progress


def test_what_is_carried_out_anew_is_settled_anew_and_keeps_what_was_shown():
    every = show(show(show(STAGED.stages, B), H), Z)
    again = clauses.again(replace(STAGED, stages=every), date(2026, 5, 1))
    anew = clauses.staged(again, date(2026, 4, 12))

    assert anew.stages[:2] == every[:2]
    assert anew.stages[2] == Showing(stage=Z, day=date(2026, 5, 1))


def ahead(showings, stage, why="汛期要赶"):
    return stages.ahead(showings, stage, "wu", AT, why)


def test_a_leave_is_for_its_own_stage_and_for_what_was_missing_then():
    let = ahead(STAGED.stages, H)
    assert stages.earlier(let, H) is None
    assert stages.earlier(let, Z) is B
    assert stages.open_stages(let) == (B, H)
    assert stages.next_of(let) is B  # what was left out is owed as before
    once = ahead(show(STAGED.stages, B), Z)
    assert [s.ahead.without for s in once if s.ahead] == [(H,)]
    both = ahead(stages.again(let, date(2026, 5, 1)), Z)
    assert [s.ahead.without for s in both if s.ahead] == [(B,), (B, H)]


def test_a_leave_for_what_became_missing_later_covers_what_it_covered_before():
    first = ahead(show(STAGED.stages, B), Z)
    undone = tuple(replace(s, at=None) if s.stage is B else s for s in first)
    assert stages.earlier(undone, Z) is B
    assert ahead(undone, Z)[2].ahead.without == (B, H)


def test_what_was_left_out_is_what_came_later_or_never():
    let = ahead(STAGED.stages, H)
    assert stages.left_out(let, H) == (B,)
    assert [stages.left_out(every, s) for every, s in ((let, Z), ((), H))] == [(), ()]
    both = show(show(let, B), H)
    assert stages.left_out(both, H) == ()
    late = tuple(replace(s, at=AT + timedelta(days=1)) if s.stage is B else s for s in both)
    assert stages.left_out(late, H) == (B,)


def test_a_leave_wants_a_reason_and_something_that_is_missing():
    assert key(ahead, STAGED.stages, B)[0] == "resolution-free"
    assert key(ahead, STAGED.stages, H, "")[0] == "reason"
    assert key(ahead, (), H)[0] == "closed"


def test_supervision_is_offered_what_waits_for_a_missed_stage():
    assert stages.blocked(STAGED.stages, over=True) == ()
    late = stages.missed(STAGED.stages, B)
    assert stages.blocked(late, over=False) == (H,)
    assert stages.blocked(late, over=True) == (H, Z)
    assert stages.blocked(ahead(late, H), over=True) == (Z,)


def test_what_is_carried_out_anew_wants_a_new_leave():
    again = stages.again(ahead(STAGED.stages, Z), date(2026, 5, 1))
    assert again[2].ahead is None
    assert [a.spent for a in again[2].aheads] == [True]
    assert stages.earlier(again, Z) is B


def test_the_result_of_a_project_waits_for_its_stages():
    done = replace(STAGED, status=C.KEPT, progress=100)
    resolution = at(S.IMPLEMENTED, clauses=(done,))

    assert refused(resolution, A.DISCLOSE) == "resolution-unshown"
    every = show(show(show(STAGED.stages, B), H), Z)
    whole = replace(resolution, clauses=(replace(done, stages=every),))
    assert step(whole, A.DISCLOSE).status is S.RESULT_PUBLISHED


def test_what_a_menu_chose_is_handed_in_as_promises_of_a_project():
    assert step(DRAFT, A.HAND_IN, CHEN, winners=WINNERS).submitted
    both = {**WINNERS, "长椅": 60_000}
    assert refused(DRAFT, A.HAND_IN, CHEN, winners=both) == "resolution-winner"
    plan = replace(DRAFT, kind=ResolutionKind.PLAN)
    assert refused(plan, A.HAND_IN, CHEN, winners=WINNERS) == "resolution-project"
    assert step(plan, A.HAND_IN, CHEN).submitted
