from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from governance.cases import CaseAction
from governance.refusals import NotAllowed
from governance.resolutions.states import ClauseStatus, ResolutionStatus
from services.resolutions import acting, carrying, checking
from tests.services.joining import verified
from tests.services.resolutions.promises import (
    carried_out,
    empty,
    heard,
    in_force,
    press,
    public,
    report,
    resolution,
    step,
    watch,
)
from tests.services.town import CHEN, GROUP, HE, LI, WANG, WU

S, C = ResolutionStatus, ClauseStatus
FIRST = date(2026, 11, 12)  # a week after it came into force


def promise(town):
    return resolution(town).clauses[0]


def _with_second(made):
    return replace(made, clauses=(*made.clauses, replace(made.clauses[0], id=0, number=2, case=0)))


def carried_out_first(town):
    case = promise(town).case
    town.act(WANG, CaseAction.ACCEPT, case)
    town.act(WANG, CaseAction.FINISH, case, note="装好了", proof="photo-9")
    town.act(WU, CaseAction.CONFIRM, case)
    town.ring("promise")


# ── what became of it ──


@pytest.mark.parametrize(
    ("end", "status", "progress"),
    [("confirm", C.KEPT, 100), ("settle-part", C.PARTLY, 0)],
)
def test_its_case_settles_it_and_it_is_carried_out(town, end, status, progress):
    in_force(town)
    made = carried_out(town, end)
    [clause] = made.clauses

    assert (clause.status, clause.progress) == (status, progress)
    assert made.status is S.IMPLEMENTED
    assert ("resolution:1:3001:0", CHEN) in town.fresh()
    assert heard(town, "resolution-told-committee-finish") == [CHEN, HE]


def test_whoever_checks_and_stays_silent_has_not_confirmed_it(town):
    in_force(town)
    case = promise(town).case
    town.act(WANG, CaseAction.ACCEPT, case)
    town.act(WANG, CaseAction.FINISH, case, note="装好了")
    town.ring("lapse")
    town.ring("promise")

    assert promise(town).status is C.UNCONFIRMED
    assert promise(town).progress == 100


def test_a_case_that_is_withdrawn_breaks_the_promise(town):
    in_force(town)
    town.act(WU, CaseAction.WITHDRAW, promise(town).case)
    town.ring("promise")

    assert (promise(town).status, promise(town).progress) == (C.BROKEN, 0)
    assert resolution(town).status is S.IMPLEMENTED


def test_a_case_merged_into_another_is_followed(town):
    public(town)
    empty(town, "wang")
    town.ring("resolution_look")
    other = town.report()
    town.act(CHEN, CaseAction.MERGE, promise(town).case, into=other.id, note="同一件事")
    town.ring("promise")

    assert promise(town).case == other.id
    assert not promise(town).settled


def test_a_refused_case_waits_for_its_appeal(town):
    public(town)
    empty(town, "wang")
    town.ring("resolution_look")
    case = promise(town).case
    town.act(CHEN, CaseAction.DECLINE, case, note="不归我们")
    town.ring("promise")
    assert not promise(town).settled

    town.ring("unreviewed")
    town.ring("promise")
    assert promise(town).status is C.BROKEN


def test_an_ordinary_case_that_ends_is_nobodys_promise(town):
    town.report()
    town.act(LI, CaseAction.WITHDRAW)

    assert [verb for verb, _ in town.dues() if verb == "promise"] == []
    town.do(0, checking.moved, 1)


def test_what_is_disputed_is_carried_out_anew_and_old_reports_stand(town):
    verified(town, LI)
    in_force(town)
    report(town)
    town.do(CHEN, lambda w: w.resolutions.save(_with_second(w.resolutions.get(1))))
    carried_out_first(town)
    with town.work(0) as work:
        first, second = work.resolutions.get(1).clauses
        done = replace(second, status=C.BROKEN)
        work.resolutions.save(replace(work.resolutions.get(1), clauses=(first, done)))
        acting.follow(work, work.resolutions.get(1))
    step(town, CHEN, "disclose", "装好了")
    watch(town, LI, "no")
    step(town, WU, "resume", "门还关不上")
    again = promise(town)
    assert again.checkins[0].text == "线已布好"
    assert again.case > first.case
    with town.work(0) as work:
        made = work.resolutions.get(1)
        settled = replace(again, status=C.KEPT)
        made = work.resolutions.save(replace(made, clauses=(settled, made.clauses[1])))
        assert carrying.begin(work, made).clauses[0] == settled


def test_what_rang_twice_is_settled_once(town):
    in_force(town)
    made = carried_out(town)
    town.do(0, checking.moved, made.clauses[0].case)

    assert resolution(town) == made


def test_a_promise_that_is_late_makes_it_overdue_and_catches_up(town):
    made = in_force(town)
    town.act(WANG, CaseAction.ACCEPT, made.clauses[0].case)
    town.ring("promise_late")

    assert resolution(town).status is S.OVERDUE
    assert heard(town, "resolution-told-resident-late") == [GROUP]
    assert heard(town, "resolution-told-supervision-late") == [WU]
    made = carried_out(town)
    assert made.status is S.IMPLEMENTED
    assert made.clauses[0].late


def test_a_promise_that_was_kept_in_time_is_not_late(town):
    in_force(town)
    carried_out(town)
    town.ring("promise_late")

    assert resolution(town).status is S.IMPLEMENTED
    assert timedelta(0) <= town.now - datetime(2026, 12, 1, 1, tzinfo=UTC)
    with pytest.raises(NotAllowed):
        press(town, CHEN, "edit")
