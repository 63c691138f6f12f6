from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from governance.refusals import Refusal
from governance.resolutions import clauses
from governance.resolutions.clauses import CheckIn
from governance.resolutions.states import Rhythm
from tests.governance.resolutions.promises import AT, CLAUSE, TODAY, C

DUE = date(2026, 3, 9)
PLANNED = clauses.planned(CLAUSE, TODAY)
REPORT = CheckIn(day=DUE, at=AT, text="线已布好", progress=50)


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({}, None),
        ({"money": 0}, None),
        ({"who": ""}, "clause"),
        ({"what": ""}, "clause"),
        ({"proof": ""}, "clause"),
        ({"money": -1}, "clause"),
        ({"finish_by": TODAY}, "date"),
        ({"finish_by": TODAY + timedelta(days=1)}, None),
        ({"finish_by": TODAY + clauses.LONGEST + timedelta(days=1)}, "date"),
        ({"disclose_by": date(2026, 3, 31)}, "disclose"),
        ({"disclose_by": date(2026, 4, 1)}, None),
        ({"disclose_by": TODAY + clauses.LONGEST + timedelta(days=1)}, "disclose"),
    ],
)
def test_a_promise_has_a_name_a_day_a_proof_and_a_day_of_disclosing(changed, key):
    clause = replace(CLAUSE, **changed)
    if key is None:
        clauses.check(clause, TODAY)
        return
    with pytest.raises(Refusal, match=f"refusal-resolution-{key}"):
        clauses.check(clause, TODAY)


@pytest.mark.parametrize(
    ("rhythm", "days"),
    [
        (Rhythm.WEEKLY, ["03-09", "03-16", "03-23", "03-30", "04-01"]),
        (Rhythm.FORTNIGHTLY, ["03-16", "03-30", "04-01"]),
        (Rhythm.MONTHLY, ["04-01"]),
        (Rhythm.ONCE, ["04-01"]),
    ],
)
def test_it_is_reported_on_by_its_rhythm_and_on_the_day_itself(rhythm, days):
    found = clauses.days(replace(CLAUSE, rhythm=rhythm), TODAY)

    assert [f"{d:%m-%d}" for d in found] == days


def test_a_day_that_has_passed_is_reported_on_at_once():
    assert clauses.days(CLAUSE, date(2026, 5, 1)) == (date(2026, 5, 1),)


def test_planning_anew_keeps_what_was_due_before():
    clause = clauses.reported(PLANNED, REPORT)
    anew = clauses.planned(clauses.again(clause, date(2026, 4, 15)), date(2026, 4, 1))

    assert anew.checkin(DUE) == REPORT
    assert [c.day for c in anew.checkins][-2:] == [date(2026, 4, 8), date(2026, 4, 15)]
    assert clauses.planned(PLANNED, TODAY) == PLANNED


def test_it_is_overdue_the_day_after_and_until_it_is_settled():
    done = clauses.settled(PLANNED, C.KEPT, "照片", date(2026, 4, 2))

    assert not clauses.is_overdue(PLANNED, CLAUSE.finish_by)
    assert clauses.is_overdue(PLANNED, date(2026, 4, 2))
    assert not clauses.is_overdue(done, date(2026, 4, 2))
    assert done.late
    assert not clauses.settled(PLANNED, C.KEPT, "照片", CLAUSE.finish_by).late
    assert not PLANNED.late
    later = clauses.again(done, date(2026, 5, 1))
    assert not clauses.is_overdue(later, date(2026, 5, 1))
    assert clauses.is_overdue(later, date(2026, 5, 2))
    assert (later.finish_by, later.disclose_by) == (CLAUSE.finish_by, date(2026, 5, 1))


# ── nothing rises without evidence (idea 10) ──


def test_a_report_of_words_or_a_photo_moves_it():
    assert clauses.reported(PLANNED, REPORT).progress == 50
    photo = replace(REPORT, text="", photo="p1", progress=90)
    assert clauses.reported(PLANNED, photo).progress == 90
    back = clauses.reported(clauses.reported(PLANNED, photo), replace(REPORT, progress=25))
    assert back.progress == 25


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"text": ""}, "resolution-evidence"),
        ({"progress": 91}, "resolution-progress"),
        ({"progress": 100}, "resolution-progress"),
        ({"progress": -1}, "resolution-progress"),
        ({"day": date(2026, 3, 10)}, "closed"),
    ],
)
def test_a_report_that_shows_nothing_is_refused(changed, key):
    with pytest.raises(Refusal, match=f"refusal-{key}"):
        clauses.reported(PLANNED, replace(REPORT, **changed))


@pytest.mark.parametrize(
    ("status", "progress"),
    [(C.KEPT, 100), (C.UNCONFIRMED, 100), (C.PARTLY, 50), (C.BROKEN, 50)],
)
def test_its_case_settles_it(status, progress):
    clause = clauses.reported(PLANNED, REPORT)
    done = clauses.settled(clause, status, "照片", TODAY)

    assert (done.status, done.progress, done.settled_on) == (status, progress, TODAY)
    for again in (
        lambda: clauses.settled(done, C.KEPT, "照片", TODAY),
        lambda: clauses.reported(done, REPORT),
    ):
        with pytest.raises(Refusal, match="refusal-closed"):
            again()


def test_nothing_is_whole_without_evidence_and_nothing_is_settled_as_open():
    for status in (C.KEPT, C.UNCONFIRMED):
        with pytest.raises(Refusal, match="refusal-resolution-evidence"):
            clauses.settled(PLANNED, status, "", TODAY)
    assert clauses.settled(PLANNED, C.BROKEN, "", TODAY).progress == 0
    with pytest.raises(Refusal, match="refusal-closed"):
        clauses.settled(PLANNED, C.OPEN, "照片", TODAY)


def test_what_is_to_be_done_again_is_no_longer_whole():
    done = clauses.settled(PLANNED, C.KEPT, "照片", TODAY)
    anew = clauses.again(replace(done, case=7), date(2026, 5, 1))

    assert (anew.status, anew.progress, anew.case, anew.settled_on) == (C.OPEN, 90, 0, None)
    assert not anew.settled


# ── what was not reported (未报告) ──


def test_a_missed_report_stays_missed_also_when_it_comes_later():
    clause = clauses.missed(PLANNED, DUE)

    assert clause.checkin(DUE).missed
    late = clauses.reported(clause, REPORT)
    assert (late.checkin(DUE).missed, late.checkin(DUE).text) == (True, "线已布好")


def test_what_was_reported_settled_or_never_due_is_not_missed():
    reported = clauses.reported(PLANNED, REPORT)
    done = clauses.settled(PLANNED, C.KEPT, "照片", TODAY)

    assert clauses.missed(reported, DUE) == reported
    assert clauses.missed(done, DUE) == done
    assert clauses.missed(PLANNED, date(2026, 3, 10)) == PLANNED


# ── the whole says no more than its parts ──


@pytest.mark.parametrize(
    ("parts", "whole"), [((), 0), ((100, 100), 100), ((100, 99), 99), ((50, 25, 0), 25)]
)
def test_progress_is_rolled_up_and_rounded_down(parts, whole):
    assert clauses.progress([replace(CLAUSE, progress=p) for p in parts]) == whole


reports = st.lists(
    st.tuples(
        st.sampled_from(["report", "miss", "settle", "again"]),
        st.integers(-5, 120),
        st.sampled_from(["", "照片"]),
        st.sampled_from(list(C)),
    ),
    max_size=20,
)


@drawn(reports)
def test_no_order_of_reports_raises_progress_without_evidence(moves):
    clause = PLANNED
    for move, progress, evidence, status in moves:
        before = clause
        report = CheckIn(day=DUE, at=AT, text=evidence, progress=progress)
        try:
            if move == "report":
                clause = clauses.reported(clause, report)
            elif move == "settle":
                clause = clauses.settled(clause, status, evidence, TODAY)
            elif move == "miss":
                clause = clauses.missed(clause, DUE)
            else:
                clause = clauses.again(clause, date(2026, 5, 1))
        except Refusal:
            continue
        if clause.progress > before.progress:
            assert evidence
        assert clause.progress < 100 or clause.status in {C.KEPT, C.UNCONFIRMED}
        assert clause.finish_by == CLAUSE.finish_by
