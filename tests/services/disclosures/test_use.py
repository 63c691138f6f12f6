"""Common income is spent by a resolution in force, and no further than it allows (G15)."""

import json
from dataclasses import replace
from datetime import date

import pytest

from governance.disclosures import contents
from governance.disclosures.edition import Edition
from governance.disclosures.ledger import Side
from governance.disclosures.periods import Period
from governance.disclosures.states import EditionAction, EditionStatus
from governance.papers import Format, Paper
from governance.resolutions.states import ResolutionStatus
from handlers.sheets import Print
from handlers.sheets.editions import paper
from services.disclosures import signing
from tests.services.disclosures.accounts import draw
from tests.services.disclosures.writing import (
    HEAD,
    LIBRARY,
    SEPTEMBER,
    begun,
    ledger,
    line,
    problems,
    said,
    send,
    stands,
)
from tests.services.disclosures.writing import edition as due
from tests.services.resolutions.promises import in_force
from tests.services.town import AT, HE

S = EditionStatus
OPENING, CLOSING = ("期初", "", "", "9000"), ("期末", "", "", "8500")


@pytest.fixture
def use(town):
    """The item of common income has to name resolutions; R1 allows 1200.50 yuan."""
    in_force(town)
    return due(town, "shared-income")


def spent(number, *, amount="500", on="10月9日"):
    return ("支出", on, "楼道灯", amount, "", "", "", number)


def faults(town):
    told = json.loads(town.facts("drafting-faults")["faults"])
    return [(row, column, code, facts) for row, column, _, code, facts in told]


@pytest.mark.parametrize(
    ("number", "amount", "found"),
    [
        ("", "500", ("resolution", "undecided", {"found": "none", "right": "1"})),
        ("7", "500", ("resolution", "undecided", {"found": "7", "right": "1"})),
        ("1", "1200.51", ("amount", "exceeded", {"found": "1200.51", "right": "1200.50"})),
    ],
)
def test_a_payment_names_the_resolution_that_approved_it(town, use, number, amount, found):
    send(town, begun(town, use), HEAD, OPENING, spent(number, amount=amount), CLOSING)
    assert (3, *found) in faults(town)
    assert stands(town, use) is None


def test_with_its_number_it_is_taken_and_shown(town, use):
    send(town, begun(town, use), HEAD, OPENING, spent("1"), CLOSING)
    assert said(town) == ["drafting-taken"]
    assert problems(town, use) == []
    with town.work(0) as work:
        on_paper = Paper(
            key="x", sheet="x", format=Format.A4, name="x", language="zh-CN",
            facts={"edition": use}, at=AT,
        )  # fmt: skip
        drawn = paper(Print(paper=on_paper, shelf=work, texts=LIBRARY.speak("zh-CN")))
    assert "依据：决议1" in drawn.tables[0].rows[0][2]


def test_two_at_once_do_not_spend_the_same_money(town, use):
    send(town, begun(town, use), HEAD, OPENING, spent("1", amount="500"), CLOSING)
    town.do(HE, signing.press, use, EditionAction.SUBMIT)
    other(town, 80_000, S.IN_REVIEW, Period(date(2026, 8, 1), date(2026, 9, 1)), serial="2026-9")
    draw(town)
    for _ in range(5):
        town.ring("edition_drawn")
    assert "edition-changed" in said(town)
    with town.work(0) as work:
        assert work.disclosures.get(use).status is S.DRAFT


def test_without_the_column_nothing_is_taken(town, use):
    rows = [row[:7] for row in (HEAD, OPENING, spent("1"), CLOSING)]
    send(town, begun(town, use), *rows)
    assert said(town) == ["drafting-file-headings"]


@pytest.mark.parametrize(
    "status", [ResolutionStatus.UNDER_CORRECTION, ResolutionStatus.OBJECTION_WINDOW]
)
def test_what_is_not_in_force_allows_nothing(town, use, status):
    with town.work(0) as work:
        work.resolutions.save(replace(work.resolutions.get(1), status=status))
    send(town, begun(town, use), HEAD, OPENING, spent("1"), CLOSING)
    wrong = (3, "resolution", "undecided", {"found": "1", "right": "none"})
    assert faults(town) == [wrong]


def other(town, amount, status, period=SEPTEMBER, **more):
    """Let another edition have spent something."""
    payment = line(1, amount, on=period.start, resolution=1)
    income = line(2, 10, Side.INCOME, on=period.start, resolution=1)
    with town.work(0) as work:
        made = work.disclosures.add(
            Edition(item="shared-income", period=period, status=status, **more)
        )
        content = ledger(period, 900_000, [payment, income])
        work.disclosures.write(made.id, contents.written(content))
        return made


@pytest.mark.parametrize(
    ("status", "counts"),
    [
        (S.DRAFT, False),
        (S.IN_REVIEW, True),
        (S.APPROVED, True),
        (S.PUBLISHED, True),
        (S.SUPERSEDED, False),
    ],
)
def test_what_is_published_or_frozen_counts_as_spent(town, use, status, counts):
    early = Period(date(2026, 8, 1), date(2026, 9, 1))
    other(town, 80_000, status, early, serial="2026-001")
    send(town, begun(town, use), HEAD, OPENING, spent("1"), CLOSING)
    wrong = (3, "amount", "exceeded", {"found": "500.00", "right": "400.50"})
    found = faults(town) if said(town) == ["drafting-faults"] else []
    assert (wrong in found) is counts


def test_a_correction_does_not_count_against_itself_nor_twice(town, use):
    early = Period(date(2026, 8, 1), date(2026, 9, 1))
    first = other(town, 80_000, S.PUBLISHED, early, serial="2026-001")
    more = {"serial": "2026-001", "version": 2, "follows": first.id}
    second = other(town, 100_000, S.IN_REVIEW, early, **more)
    assert problems(town, second.id) == []
    send(town, begun(town, use), HEAD, OPENING, spent("1", amount="200.51"), CLOSING)
    wrong = (3, "amount", "exceeded", {"found": "200.51", "right": "200.50"})
    assert wrong in faults(town)
