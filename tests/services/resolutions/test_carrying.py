from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from governance.cases import CaseAction, CaseStatus
from governance.refusals import NotAllowed, Refusal
from governance.resolutions.states import ClauseStatus, ResolutionStatus
from services.resolutions import checking
from tests.services.resolutions.promises import (
    empty,
    facts,
    heard,
    in_force,
    public,
    report,
    resolution,
    step,
)
from tests.services.town import CHEN, GROUP, LI, LIU, WANG, WU

S, C = ResolutionStatus, ClauseStatus
FIRST = date(2026, 11, 12)  # a week after it came into force


def promise(town):
    return resolution(town).clauses[0]


def test_a_promise_in_force_is_a_case_on_the_ordinary_road(town):
    in_force(town)
    case = town.case(promise(town).case)

    assert (case.status, case.holder, case.reporter) == (CaseStatus.DISPATCHED, "wang", WU)
    assert case.text == "R1.1 装刷卡"
    assert case.finish_by == datetime(2026, 11, 30, 16, tzinfo=UTC)  # the end of that day
    assert town.passages(case.id)[0] == ("dispatch", "chen", "")
    assert [c.day for c in promise(town).checkins] == [
        FIRST,
        date(2026, 11, 19),
        date(2026, 11, 26),
        date(2026, 11, 30),
    ]
    alarms = [(v, at) for v, at in town.dues() if v in {"promise_late", "disclose", "undisclosed"}]
    assert [(v, f"{at:%m-%d %H}") for v, at in alarms] == [
        ("promise_late", "12-01 01"),
        ("disclose", "12-07 01"),
        ("undisclosed", "12-08 01"),
    ]


def test_whoever_is_gone_leaves_the_case_at_the_desk(town):
    public(town)
    empty(town, "wang")
    town.ring("resolution_look")

    assert town.case(promise(town).case).status is CaseStatus.SUBMITTED


def test_without_anybody_to_ask_at_its_end_there_is_no_case_yet(town):
    public(town)
    empty(town, "wu", "liang")
    town.ring("resolution_look")

    assert promise(town).case == 0
    assert promise(town).checkins


def test_where_its_checker_is_gone_another_asks(town):
    public(town)
    empty(town, "wu")
    town.ring("resolution_look")

    assert town.case(promise(town).case).reporter == 4101


# ── check-ins ──


def test_whoever_is_responsible_is_asked_on_the_day(town):
    in_force(town)
    town.ring("checkin")

    subject = f"resolution-checkin:1:{promise(town).id}:{FIRST.toordinal()}"
    assert (subject, WANG) in town.fresh()
    assert f"{town.now:%m-%d %H}" == "11-12 01"


def test_a_report_with_evidence_moves_it_and_everybody_reads_it(town):
    in_force(town)
    town.ring("checkin")
    made = report(town, photo="photo-1", text="")

    assert made.progress == 50
    assert promise(town).checkins[0].photo == "photo-1"
    assert heard(town, "resolution-reported") == [GROUP]
    assert facts(town, "resolution-reported")["day"] == FIRST.toordinal()
    assert town.audit() == ["report-promise"]
    town.ring("unreported")
    assert heard(town, "resolution-unreported") == []
    town.ring("checkin")  # the next
    assert f"{town.now:%m-%d}" == "11-19"


def test_a_report_may_come_before_its_day_and_is_not_asked_for_again(town):
    in_force(town)
    report(town, text="线已布好")
    town.ring("checkin")

    assert [t for t in town.fresh() if t[0].startswith("resolution-checkin")] == []
    assert promise(town).checkins[0].text == "线已布好"


def test_a_missing_report_is_public_on_its_day(town):
    in_force(town)
    town.ring("unreported")

    assert f"{town.now:%m-%d %H}" == "11-12 12"  # 20:00 in Shanghai
    assert heard(town, "resolution-unreported") == [GROUP, WU]
    assert facts(town, "resolution-unreported")["by"] == "wang"
    assert promise(town).checkins[0].missed
    late = report(town)
    assert late.clauses[0].checkins[0].missed
    assert late.progress == 50


@pytest.mark.parametrize("by", [LI, CHEN, LIU, WU])
def test_nobody_reports_for_another(town, by):
    in_force(town)

    with pytest.raises(NotAllowed):
        town.do(by, checking.begin, 1, promise(town).id, FIRST.toordinal())


def test_what_was_never_due_or_is_over_is_not_reported(town):
    in_force(town)
    clause = promise(town).id
    for wrong in ((1, clause, FIRST.toordinal() + 1), (1, clause + 9, FIRST.toordinal())):
        with pytest.raises(NotAllowed):
            town.do(WANG, checking.begin, *wrong)
    step(town, 4101, "correct", "没有依据", "第27条")
    with pytest.raises(Refusal, match="refusal-closed"):
        town.do(WANG, checking.begin, 1, clause, FIRST.toordinal())
    town.ring("checkin")
    assert [t for t in town.fresh() if t[0].startswith("resolution-checkin")] == []
    town.ring("unreported")
    assert not promise(town).checkins[0].missed


def test_a_settled_promise_is_not_reported_on(town):
    in_force(town)
    town.do(CHEN, lambda w: w.resolutions.save(_with_second(w.resolutions.get(1))))
    carried_out_first(town)

    with pytest.raises(Refusal, match="refusal-closed"):
        town.do(WANG, checking.begin, 1, promise(town).id, FIRST.toordinal())


def _with_second(made):

    return replace(made, clauses=(*made.clauses, replace(made.clauses[0], id=0, number=2, case=0)))


def carried_out_first(town):
    case = promise(town).case
    town.act(WANG, CaseAction.ACCEPT, case)
    town.act(WANG, CaseAction.FINISH, case, note="装好了", proof="photo-9")
    town.act(WU, CaseAction.CONFIRM, case)
    town.ring("promise")


def test_an_empty_post_is_asked_nothing(town):
    in_force(town)
    empty(town, "wang")
    town.ring("checkin")

    assert [t for t in town.fresh() if t[0].startswith("resolution-checkin")] == []
