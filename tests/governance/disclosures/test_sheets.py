from dataclasses import replace
from datetime import date

import pytest

from governance.disclosures import sheets
from governance.disclosures.checking import Beside, problems
from governance.disclosures.ledger import Problem, Side, Wrong
from governance.disclosures.pages import Table, find
from governance.disclosures.periods import Period
from governance.disclosures.programme import Template
from governance.disclosures.sheets import Entry, located, read
from governance.spreadsheets import Fault

SEPTEMBER = Period(date(2026, 9, 1), date(2026, 10, 1))
LEDGER, ASSETS = Template.LEDGER, Template.ASSETS
NAMES = {name: name for name in ("entry", "day", "what", "amount", "receipt", "payee", "basis")}
NAMES |= {"resolution": "resolution", "price": "price", "paid": "paid", "money": "amount"}
NAMES |= {name: name for name in ("asset", "holder", "contract", "start", "end")}
WORDS = {str(e): e for e in Entry}
HEAD = ("entry", "day", "what", "amount", "receipt", "payee", "basis", "resolution")
OPENING, CLOSING = ("opening", "", "", "10"), ("closing", "", "", "8")
LAMPS = ("expense", "9-3", "lamps", "2")
KEPT = ("asset", "holder", "contract", "start", "end", "price", "paid")
SHOP = ("shop", "firm", "C1", "2026-01-01", "2028-12-31", "100", "")


def page(*rows, merged=()):
    numbered = tuple((n, row) for n, row in enumerate(rows, 1))
    return Table(name="x", rows=numbered, merged=frozenset(merged))


def taken(*rows, template=LEDGER, merged=()):
    found = find([page(*rows, merged=merged)], NAMES, template)
    return read(template, found, SEPTEMBER if template is LEDGER else None, WORDS)


def faults(*rows, **more):
    result = taken(*rows, **more)
    assert (result.content is None) is bool(result.faults)
    return [(f.row, f.column, f.code) for f in result.faults]


def test_accounts_are_read_with_the_row_of_each_line():
    found = taken(
        HEAD, OPENING, LAMPS, (), CLOSING, ("income", "2026-09-30", "rent", "1", "A", "", "", "#4")
    )
    ledger = found.content
    assert (ledger.opening, ledger.closing, ledger.period) == (1000, 800, SEPTEMBER)
    assert [(x.number, x.side, x.on.day, x.amount, x.resolution) for x in ledger.lines] == [
        (1, Side.EXPENSE, 3, 200, 0),
        (2, Side.INCOME, 30, 100, 4),
    ]
    assert found.rows == {1: 3, 2: 6, sheets.OPENING: 2, sheets.CLOSING: 5}


def test_the_headings_may_stand_lower_in_another_order_and_under_other_names():
    title = ("accounts of september",)
    rows = (title, ("money", "entry", "x", "what", "day"), ("10", "opening"), ("10", "closing"))
    assert taken(*rows).content.closing == 1000
    assert find([page(*((("",),) * 15), HEAD)], NAMES, LEDGER) is None
    assert find([], NAMES, LEDGER) is None


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("", "9-3", "x", "1"), ("entry", "missing")),
        (("gift", "9-3", "x", "1"), ("entry", "entry")),
        (("expense", "", "x", "1"), ("day", "missing")),
        (("expense", "soon", "x", "1"), ("day", "no-day")),
        (("expense", "9-3", "", "1"), ("what", "missing")),
        (("expense", "9-3", "x", ""), ("amount", "missing")),
        (("expense", "9-3", "x", "1.234"), ("amount", "no-amount")),
        (("expense", "9-3", "x", "=A1"), ("amount", "formula")),
        (("expense", "9-3", "x", "#REF!"), ("amount", "error")),
        (("expense", "9-3", "x" * 201, "1"), ("what", "long")),
        (("expense", "9-3", "x", "1", "", "", "", "four"), ("resolution", "resolution")),
        (("opening", "", "", "10"), ("entry", "twice")),
        (("closing", "", "", "ten"), ("amount", "no-amount")),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(row, told):
    rest = (OPENING,) if row[0] == "closing" else (OPENING, CLOSING)
    assert faults(HEAD, *rest, row) == [(len(rest) + 2, *told)]


def test_each_fault_of_a_sheet_is_named_not_only_the_first():
    assert faults(HEAD, ("expense", "x", "", "y")) == [
        (2, "amount", "no-amount"),
        (2, "day", "no-day"),
        (2, "what", "missing"),
    ]


def test_a_merged_cell_is_named_and_one_above_the_headings_is_not():
    rows = (("title",), HEAD, OPENING, LAMPS, CLOSING)
    assert faults(*rows, merged=[(4, 2), (1, 2)]) == [(4, "day", "merged")]
    assert faults(HEAD, OPENING, CLOSING, ("", ""), merged=[(4, 1)]) == [(4, "entry", "merged")]


@pytest.mark.parametrize(
    ("rows", "code"), [((CLOSING,), "no-opening"), ((OPENING,), "no-closing")]
)
def test_without_its_two_ends_it_is_no_account(rows, code):
    assert faults(HEAD, *rows) == [(1, "entry", code)]
    assert faults(HEAD) == [(1, "entry", "no-opening"), (1, "entry", "no-closing")]


def test_too_many_lines_are_too_many(monkeypatch):
    monkeypatch.setattr(sheets, "MOST_LINES", 1)
    assert faults(HEAD, OPENING, CLOSING) == [(1, "entry", "many")]


def test_contracts_are_read():
    found = taken(KEPT, SHOP, (*SHOP[:6], "2026-06-30"), template=ASSETS)
    one, other = found.content.contracts
    assert (one.number, one.asset, one.price, one.end.year) == (1, "shop", 10_000, 2028)
    assert (one.paid_until, other.paid_until) == (None, date(2026, 6, 30))
    assert found.rows == {1: 2, 2: 3}


@pytest.mark.parametrize(
    ("at", "value", "code"),
    [
        (0, "", "missing"),
        (1, "", "missing"),
        (4, "9-3", "no-day"),
        (5, "x", "no-amount"),
        (6, "x", "no-day"),
    ],
)
def test_a_contract_with_a_fault_is_none(at, value, code):
    row = (*SHOP[:at], value, *SHOP[at + 1 :])
    assert faults(KEPT, row, template=ASSETS) == [(2, KEPT[at], code)]


def test_a_register_without_a_contract_is_empty_and_one_merged_cell_spoils_it():
    assert faults(KEPT, template=ASSETS) == [(1, "asset", "empty")]
    assert faults(KEPT, SHOP, template=ASSETS, merged=[(2, 2)]) == [(2, "holder", "merged")]


def located_in(*rows, **beside):
    result = taken(HEAD, *rows)
    found = problems(result.content, Beside(**beside))
    return list(located(found, result, 1, SEPTEMBER))


def test_problems_stand_in_the_cells_where_they_are():
    wrong = ("expense", "10-1", "13800138000", "3000", "A"), ("income", "9-4", "x", "0", "A")
    told = [(f.row, f.column, f.code, f.facts) for f in located_in(OPENING, *wrong, CLOSING)]
    assert told == [
        (5, "amount", "unbalanced", {"found": "8.00", "right": "-2990.00"}),
        (3, "day", "day", {"found": "2026-10-01", "right": "2026-09-01 – 2026-09-30"}),
        (3, "basis", "basis", {"found": "3000.00", "right": ""}),
        (3, "what", "private", {"found": "phone", "right": ""}),
        (4, "amount", "amount", {"found": "0.00", "right": ""}),
        (4, "receipt", "receipt", {"found": "A", "right": 3, "where": "row"}),
    ]


def test_a_jump_is_asked_about_and_marked_nowhere():
    jump = Problem(wrong=Wrong.JUMP, found=1, right=2, side=Side.INCOME)
    term = Problem(wrong=Wrong.TERM, line=9, found="2026-01-01", place="end")
    result = replace(taken(HEAD, OPENING, CLOSING), rows={})
    assert list(located([jump, term], result, 7, None)) == [
        Fault(row=7, column="end", code="term", facts={"found": "2026-01-01", "right": ""})
    ]
