from datetime import UTC, date, datetime

import pytest

from governance.disclosures.periods import Period
from governance.refusals import NotAllowed, Refusal
from services.disclosures import monthly, sheets
from tests.services.disclosures.writing import wanted
from tests.services.town import CHEN, LI, WANG, WU


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2026, 12, 31), Period(date(2026, 12, 1), date(2027, 1, 1))),
        (date(2026, 2, 1), Period(date(2026, 2, 1), date(2026, 3, 1))),
        (date(2026, 11, 30), Period(date(2026, 11, 1), date(2026, 12, 1))),
    ],
)
def test_a_month_has_its_days(day, found):
    assert monthly.month(day) == found


@pytest.mark.parametrize("person", [CHEN, WU])
def test_committee_and_supervision_have_the_month_before(town, person):
    town.do(person, monthly.ask)
    [paper] = wanted(town)
    assert paper.facts == {"start": "2026-10-01", "end": "2026-11-01"}
    town.do(0, sheets.drawn, person, monthly.SHEET, paper.id)
    assert ("ledger-book", person) in town.told()


def test_a_month_is_named_and_one_to_come_is_none(town):
    town.do(CHEN, monthly.ask, 2026, 11)
    assert wanted(town)[0].name == "2026-11.xlsx"
    for year, number in ((2026, 12), (2026, 13), (0x7FFFFF, 1)):
        with pytest.raises(Refusal, match="refusal-drafting-month"):
            town.do(CHEN, monthly.ask, year, number)


@pytest.mark.parametrize("person", [LI, WANG])
def test_nobody_else_has_it(town, person):
    with pytest.raises(NotAllowed, match="refusal-read"):
        town.do(person, monthly.ask)


def test_a_month_begins_where_the_community_is(town):
    with town.work(0) as work:
        began, over = monthly.instants(work, monthly.month(date(2026, 11, 2)))
    assert began == datetime(2026, 10, 31, 16, tzinfo=UTC)
    assert over == datetime(2026, 11, 30, 16, tzinfo=UTC)


def test_what_was_reported_in_a_month_is_found(town):
    town.report()
    with town.work(0) as work:
        began, over = monthly.instants(work, monthly.month(date(2026, 11, 2)))
        assert [c.number for c in work.desks.filed(began, over)] == [1]
        assert work.desks.filed(over, over) == []
        assert work.desks.filed(began, began) == []
