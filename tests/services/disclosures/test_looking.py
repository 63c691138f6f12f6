from dataclasses import replace
from datetime import date

import pytest

from governance.disclosures.edition import Edition
from governance.disclosures.periods import Period
from governance.disclosures.states import EditionStatus
from governance.programme import Content
from governance.refusals import Unknown
from governance.resolutions.stages import Showing
from governance.resolutions.states import Stage
from services.disclosures import coverage, looking, owing, subscribing
from services.disclosures.looking import List
from services.hearing import Asked
from tests.services.disclosures.programmes import (
    at,
    begun,
    changed,
    edition,
    look,
    planned,
    stands,
    until,
)
from tests.services.resolutions.promises import disclosed, in_force
from tests.services.town import CHEN, GROUP, HE, LI, LIU, WU

S = EditionStatus
MONTH = "2026-11-30"


def calendar(town, day):
    with town.work(0) as work:
        return owing.calendar(work, date.fromisoformat(day))


def test_the_calendar_has_what_exists_and_what_comes(town):
    begun(town)
    until(town, MONTH)
    found = [o for o in calendar(town, MONTH) if o.item == "ledger"]

    assert [(o.day, bool(o.edition), o.absent) for o in found] == [
        (date(2026, 12, 10), True, False),
        (date(2027, 1, 10), False, False),
    ]
    days = [o.day for o in calendar(town, MONTH)]
    assert days == sorted(days)


def test_what_is_absent_stands_first_and_what_is_put_off_last(town):
    begun(town, "facilities", "shared-income")
    until(town, "2026-12-12")
    changed(town, "pause", CHEN, WU, item="facilities")
    until(town, "2026-12-13")
    found = calendar(town, "2026-12-13")

    assert (found[0].item, found[0].absent) in {("ledger", True), ("facilities", True)}
    assert all(o.absent for o in found[: sum(o.absent for o in found)])
    until(town, "2027-01-11")
    changed(town, "pause", CHEN, WU, item="shared-income")
    last = calendar(town, "2027-01-11")[-1]
    assert (last.item, last.day) == ("shared-income", None)


def test_a_year_that_is_not_published_is_said_to_be_unsure(town):
    begun(town, "property-funds")
    found = [o for o in calendar(town, "2026-11-02") if o.item == "property-funds"]

    assert [(o.known, o.edition) for o in found] == [(False, 0)]


def test_what_is_over_or_paused_does_not_come(town):
    begun(town, "party", "assets")
    changed(town, "retire", CHEN, WU, item="party")
    changed(town, "pause", CHEN, WU, item="assets")

    assert {o.item for o in calendar(town, "2026-11-02")}.isdisjoint({"party", "assets"})


def test_what_nobody_has_looked_at_yet_does_not_come(town):
    assert calendar(town, "2026-11-02") == []


def test_an_item_that_has_ended_has_no_next(town):
    found = tuple(
        replace(i, until=date(2026, 11, 30)) if i.key == "ledger" else i
        for i in town.community.disclosures
    )
    planned(town, disclosures=found)
    begun(town)
    until(town, MONTH)

    assert [o.day for o in calendar(town, MONTH) if o.item == "ledger"] == [date(2026, 12, 10)]


def test_promises_of_resolutions_stand_in_the_same_calendar(town):
    begun(town)
    made = in_force(town)
    [owed] = [o for o in calendar(town, "2026-11-20") if o.resolution]

    assert (owed.resolution, owed.clause, owed.stage) == (made.id, 1, None)
    assert (owed.day, owed.absent) == (date(2026, 12, 7), False)
    [late] = [o for o in calendar(town, "2026-12-08") if o.resolution]
    assert (late.absent, str(late.by)) == (True, "grid-worker")


def test_what_left_the_file_is_owed_no_longer(town):
    begun(town)
    until(town, MONTH)
    planned(town, disclosures=())

    assert calendar(town, MONTH) == []


def test_the_archive_is_the_newest_first(town):
    begun(town)
    until(town, MONTH)
    stands(town, edition(town))
    until(town, "2026-12-31")
    stands(town, edition(town), S.SUPERSEDED, published_at=town.now)
    with town.work(0) as work:
        found = looking.archive(work)

    assert [e.period.start for e in found] == [date(2026, 12, 1), date(2026, 11, 1)]


def test_the_coverage_names_what_had_nothing(town):
    begun(town)
    until(town, MONTH)
    with town.work(0) as work:
        period = coverage.quarter(date(2026, 11, 2))
        assert set(coverage.covered(work, period).values()) == {0}
    stands(town, edition(town))
    at(town, "2026-12-01")
    with town.work(0) as work:
        found = coverage.covered(work, period)
        before = coverage.covered(work, coverage.quarter(date(2026, 11, 2), 1))

    assert {c for c, count in found.items() if count} == {Content.SPENDING}
    assert set(before.values()) == {0}
    assert list(found) == list(Content)


def test_results_and_stages_of_resolutions_are_covered_too(town):
    begun(town)
    disclosed(town)
    with town.work(0) as work:
        found = coverage.covered(work, coverage.quarter(owing.local(work, town.now)))

    assert {c for c, count in found.items() if count} == {Content.RESOLUTION}


def test_a_stage_counts_for_projects_and_what_left_the_file_for_nothing(town):
    begun(town)
    in_force(town)
    until(town, MONTH)
    stands(town, edition(town))
    with town.work(0) as work:
        made = work.resolutions.get(1)
        [clause] = made.clauses
        said = Showing(stage=Stage.BEFORE, day=date(2026, 11, 6), at=town.now, text="三家比价")
        clause = replace(clause, stages=(said, Showing(stage=Stage.HALFWAY, day=date.max)))
        work.resolutions.save(replace(made, clauses=(clause,)))
    planned(town, disclosures=())
    with town.work(0) as work:
        found = coverage.covered(work, coverage.quarter(owing.local(work, town.now)))

    assert {c: count for c, count in found.items() if count} == {Content.PROJECT: 1}


def test_stages_of_a_project_stand_in_the_calendar_until_they_are_shown(town):
    made = in_force(town)
    with town.work(0) as work:
        [clause] = made.clauses
        days = {Stage.BEFORE: date(2026, 11, 6), Stage.HALFWAY: date(2026, 11, 18)}
        stages = tuple(Showing(stage=s, day=day) for s, day in days.items())
        shown = replace(stages[0], at=town.now, text="三家比价")
        clause = replace(clause, stages=(shown, stages[1]), who="gone")
        work.resolutions.save(replace(made, clauses=(clause,)))

    [owed] = calendar(town, "2026-11-19")
    assert (owed.stage, owed.day, owed.absent) == (Stage.HALFWAY, date(2026, 11, 18), True)
    assert str(owed.by) == "committee"


def test_what_has_no_day_is_never_absent(town):
    with town.work(0) as work:
        work.disclosures.add(Edition(item="policy", occasion="医保缴费"))

    [owed] = calendar(town, "2030-01-01")
    assert (owed.day, owed.absent, owed.occasion) == (None, False, "医保缴费")


@pytest.mark.parametrize(
    ("back", "quarter"),
    [
        (0, Period(date(2026, 10, 1), date(2027, 1, 1))),
        (1, Period(date(2026, 7, 1), date(2026, 10, 1))),
        (4, Period(date(2025, 10, 1), date(2026, 1, 1))),
    ],
)
def test_a_quarter_is_three_months(back, quarter):
    assert coverage.quarter(date(2026, 12, 31), back) == quarter


def test_everybody_may_look_in_a_group_and_in_private(town):
    town.do(LI, looking.listing, Asked(chat=GROUP, message=5))
    assert (town.told(), town.facts("disclosures")["list"]) == (
        [("disclosures", GROUP)],
        "calendar",
    )
    town.do(LI, looking.page, 12, List.ARCHIVE)
    assert town.told() == [("disclosures", LI)]
    assert town.facts("disclosures") == {"list": "archive", "start": 12, "day": "2026-11-02"}


def test_worksheets_are_for_those_concerned(town):
    begun(town)
    until(town, MONTH)
    found = edition(town)
    for by in (HE, CHEN, WU):
        town.do(by, looking.show, found.id)
        assert town.told() == [(f"disclosure-work:{found.id}:{by}", by)]
    for by in (LI, LIU):
        with pytest.raises(Unknown):
            town.do(by, looking.show, found.id)
    planned(town, disclosures=())
    with pytest.raises(Unknown):
        town.do(HE, looking.show, found.id)


def test_reading_along_is_chosen_and_taken_back(town):
    town.do(LI, subscribing.ask, Asked(chat=GROUP, message=5))
    assert town.told() == [("in-private", GROUP)]
    town.do(LI, subscribing.ask, Asked(chat=LI, message=5))
    assert town.facts("subscribe") == {"on": "no"}
    for _ in range(2):
        town.do(LI, subscribing.choose, 1)
    assert town.facts("subscribe") == {"on": "yes"}
    with town.work(0) as work:
        assert work.programme.subscribers() == [LI]
    town.do(LI, subscribing.choose, 0)
    with town.work(0) as work:
        assert work.programme.subscribers() == []


def test_it_is_looked_at_where_nothing_is_in_the_file(town):
    planned(town, disclosures=())
    look(town)

    assert calendar(town, MONTH) == []
