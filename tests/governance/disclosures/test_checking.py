from dataclasses import replace
from datetime import date

import pytest

from governance.disclosures.checking import Beside, Project, explained, gap, problems
from governance.disclosures.contents import (
    Beneficiaries,
    Contract,
    Fact,
    Group,
    Large,
    Month,
    Register,
    Report,
    Year,
)
from governance.disclosures.ledger import Ledger, Line, Problem, Side, Wrong
from governance.disclosures.periods import Period
from governance.resolutions.states import Stage

JULY = Period(date(2026, 7, 1), date(2026, 8, 1))
AUGUST = Period(date(2026, 8, 1), date(2026, 9, 1))
SEPTEMBER = Period(date(2026, 9, 1), date(2026, 10, 1))
QUARTER = Period(date(2026, 7, 1), date(2026, 10, 1))


def month(period, *amounts, opening=0, **more):
    lines = tuple(
        Line(
            number=n, side=Side.INCOME if a > 0 else Side.EXPENSE, on=period.start, what="x",
            amount=abs(a), receipt=f"{period.start.month}-{n}", basis="会", **more,
        )
        for n, a in enumerate(amounts, 1)
    )  # fmt: skip
    return Ledger(period=period, opening=opening, lines=lines, closing=opening + sum(amounts))


def wrongs(content, **beside):
    return [(p.wrong, p.line, p.place) for p in problems(content, Beside(**beside))]


def test_a_receipt_of_the_same_year_is_not_shown_twice():
    before = month(JULY, 5)
    again = replace(month(AUGUST, 5, opening=5), lines=before.lines)
    again = replace(again, lines=tuple(replace(x, on=AUGUST.start) for x in again.lines))
    [found] = problems(again, Beside(last=before, year=[before, again]))
    assert found == Problem(wrong=Wrong.RECEIPT, line=1, found="7-1", right="2026-07-01")


def test_a_line_points_to_a_resolution_that_can_be_looked_up():
    content = month(JULY, -5, resolution=4)
    assert wrongs(content, resolutions=frozenset({4})) == []
    assert wrongs(content, resolutions=frozenset({3})) == [(Wrong.RESOLUTION, 1, "resolution")]


def test_a_resolution_says_who_approved_a_large_payment():
    content = month(JULY, -200_000, resolution=4)
    bare = replace(content, lines=tuple(replace(x, basis="") for x in content.lines))
    assert wrongs(bare, resolutions=frozenset({4})) == []
    none = replace(bare, lines=tuple(replace(x, resolution=0) for x in bare.lines))
    assert wrongs(none) == [(Wrong.BASIS, 1, "")]


@pytest.mark.parametrize(
    ("months", "first"),
    [
        ((), QUARTER.start),
        ((JULY,), AUGUST.start),
        ((JULY, SEPTEMBER), AUGUST.start),
        ((AUGUST, SEPTEMBER), JULY.start),
        ((JULY, JULY, AUGUST, SEPTEMBER), None),
    ],
)
def test_a_month_that_is_not_shown_is_a_gap(months, first):
    assert gap([month(m) for m in months], QUARTER) == first


def test_a_quarter_with_a_gap_cannot_be_submitted():
    lines = month(JULY, -200_000).lines
    content = Large(lines=lines)
    assert wrongs(content, months=[month(JULY, -200_000)]) == []
    assert wrongs(content, months=[month(JULY, -200_000)], gap=AUGUST.start) == [
        (Wrong.MONTHS, 0, "gap")
    ]


def year(income=10, expense=4, **more):
    sums = {Side.INCOME: income, Side.EXPENSE: expense}
    return Year(opening=0, sums=sums, closing=income - expense, months=(), **more)


def test_a_month_of_a_year_is_as_it_was_shown_last():
    corrected = [month(JULY, 8), month(AUGUST, 2, -4, opening=8)]
    rows = (
        Month(number=1, start=JULY.start, income=10, expense=0),
        Month(number=2, start=SEPTEMBER.start, income=0, expense=4),
    )
    told = problems(replace(year(), months=rows), Beside(months=corrected))
    assert [(p.wrong, p.line, p.side, p.found, p.right) for p in told] == [
        (Wrong.MONTHS, 1, Side.INCOME, 10, 8),
        (Wrong.MONTHS, 2, Side.EXPENSE, 4, 0),
    ]


def test_a_year_agrees_with_its_months_or_says_why():
    months = [month(JULY, 10, -4)]
    assert wrongs(year(), months=months) == []
    both = year(11, 5)  # more came and more went: as much is left
    assert wrongs(both, months=months) == [(Wrong.MONTHS, 0, "")] * 2
    said = explained(explained(both, "income", "十二月补记"), "expense", "十二月补记")
    assert wrongs(said, months=months) == []
    assert wrongs(year(), months=(), gap=JULY.start) == [(Wrong.MONTHS, 0, "gap")]


def test_a_year_that_differs_much_from_the_last_says_why():
    last = {Side.INCOME: 5, Side.EXPENSE: 4}
    content, months = year(last=last), [month(JULY, 10, -4)]
    [found] = problems(content, Beside(months=months))
    assert (found.wrong, found.side, found.found, found.right) == (Wrong.JUMP, Side.INCOME, 10, 5)
    assert wrongs(explained(content, "income", "新租出门面"), months=months) == []


REPORT = Report(headline="装门禁", facts=(Fact(number=1, name="why", text="旧门坏了"),))


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (REPORT, []),
        (replace(REPORT, headline=""), [(Wrong.MISSING, 0, "")]),
        (replace(REPORT, facts=()), [(Wrong.MISSING, 0, "")]),
        (replace(REPORT, headline="问 13800138000"), [(Wrong.PRIVATE, 0, "headline")]),
        (replace(REPORT, subject="三号楼301室"), [(Wrong.PRIVATE, 0, "subject")]),
        (
            replace(REPORT, facts=(Fact(number=2, name="a", text="13800138000"),)),
            [(Wrong.PRIVATE, 2, "")],
        ),
    ],
)
def test_a_report_says_something_and_nothing_private(content, found):
    assert wrongs(content) == found


def test_no_stage_is_shown_before_the_one_before_it():
    [found] = problems(REPORT, Beside(unshown=Stage.BEFORE))
    assert (found.wrong, found.right) == (Wrong.STAGE, Stage.BEFORE)


def settled(cost, halfway="600", **said):
    words = {"halfway": halfway, "cost": "x", **said}
    facts = tuple(Fact(number=n, name=k, text=v) for n, (k, v) in enumerate(words.items(), 1))
    return Report(headline="门禁", facts=facts, stage=Stage.SETTLED, budget=120_050, paid=cost)


DONE = Project(planned=120_050, halfway=60_000, over=True)


@pytest.mark.parametrize(
    ("content", "project", "found"),
    [
        (settled(120_050), DONE, []),
        (settled(120_051), DONE, [("why", 120_051, 120_050)]),
        (settled(120_051, compared="多一分"), DONE, []),
        (settled(120_050, halfway="500"), DONE, [("halfway", 50_000, 60_000)]),
        (settled(120_050), replace(DONE, planned=1), [("budget", 120_050, 1)]),
        (settled(120_050), replace(DONE, over=False), [("", "", "")]),
        (settled(120_050, halfway="9"), Project(over=True), []),
        (replace(settled(1), stage=Stage.HALFWAY), Project(), []),
    ],
)
def test_what_a_project_cost_is_held_against_its_budget_and_what_was_shown_halfway(
    content, project, found
):
    wrong = problems(content, Beside(project=project))
    assert [(p.place, p.found, p.right) for p in wrong] == found


@pytest.mark.parametrize(
    ("resolutions", "found"),
    [
        ((4, 4), []),
        ((4, 0), [(Wrong.UNDECIDED, 2, "none", "4, 7")]),
        ((9, 4), [(Wrong.UNDECIDED, 1, "9", "4, 7")]),
        ((7, 7), [(Wrong.EXCEEDED, 2, 300, 200)]),  # the second is too much beside the first
    ],
)
def test_common_income_is_spent_by_a_resolution_in_force_and_within_it(resolutions, found):
    content = month(JULY, 500, -300, -300, opening=200)
    income, *payments = content.lines
    lines = [replace(x, number=n, resolution=r) for n, (x, r) in
             enumerate(zip(payments, resolutions, strict=True), 1)]  # fmt: skip
    content = replace(content, lines=(*lines, replace(income, number=3)))
    wrong = problems(content, Beside(allowed={4: 600, 7: 500}))
    assert [(p.wrong, p.line, p.found, p.right) for p in wrong] == found


SUPPORT = Beneficiaries(
    groups=(Group(number=1, name="低保", people=12, standard=65_000, total=780_000),),
    look_up="一楼窗口",
    object="七天内",
)


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, []),
        ({"groups": ()}, [(Wrong.MISSING, 0, "")]),
        ({"look_up": ""}, [(Wrong.MISSING, 0, "look_up")]),
        ({"object": ""}, [(Wrong.MISSING, 0, "object")]),
        ({"groups": (replace(SUPPORT.groups[0], name="王小明"),)}, [(Wrong.NAME, 1, "")]),
        ({"groups": (replace(SUPPORT.groups[0], people=0),)}, [(Wrong.AMOUNT, 1, "")]),
        ({"groups": (replace(SUPPORT.groups[0], name="13800138000"),)}, [(Wrong.PRIVATE, 1, "")]),
        ({"look_up": "到张建国家问"}, [(Wrong.NAME, 0, "look_up")]),
        ({"object": "找李秀英奶奶"}, [(Wrong.NAME, 0, "object")]),
        ({"look_up": "打 13800138000"}, [(Wrong.PRIVATE, 0, "look_up")]),
    ],
)
def test_the_supported_are_numbers_and_never_names(changed, found):
    assert wrongs(replace(SUPPORT, **changed)) == found


SHOP = Contract(
    number=1, asset="门面", holder="便利店", contract="C1", start=date(2026, 1, 1),
    end=date(2028, 1, 1), price=100,
)  # fmt: skip


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ([], []),
        ([{"price": 0}], [(Wrong.AMOUNT, 2, "price")]),
        ([{"end": date(2026, 1, 1)}], [(Wrong.TERM, 2, "end")]),
        ([{"asset": "门面"}], [(Wrong.RECEIPT, 2, "asset")]),
        ([{"holder": "王大明先生"}], [(Wrong.PRIVATE, 2, "holder")]),
    ],
)
def test_a_register_has_each_contract_once_with_a_term_and_a_price(others, found):
    more = (replace(SHOP, number=2, **{"asset": "车棚", **changed}) for changed in others)
    assert wrongs(Register(contracts=(SHOP, *more))) == found
