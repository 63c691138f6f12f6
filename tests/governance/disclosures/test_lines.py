"""In a correction every line keeps its number: what was answered about it stays beneath it."""

from dataclasses import replace
from datetime import date

from governance.disclosures.contents import Beneficiaries, Contract, Fact, Group, Register, Report
from governance.disclosures.ledger import Ledger, Line, Side
from governance.disclosures.lines import carried
from governance.disclosures.periods import Period

DAY = date(2026, 3, 5)
MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))


def line(number, amount, receipt="", what="楼道灯"):
    return Line(
        number=number, side=Side.EXPENSE, on=DAY, what=what, amount=amount, receipt=receipt
    )


def ledger(*lines):
    return Ledger(period=MARCH, opening=0, lines=lines, closing=0)


def numbers(fresh, before, used=()):
    kept = carried(fresh, before, used)
    assert [replace(a, number=0) for a in kept.lines] == [
        replace(b, number=0) for b in fresh.lines
    ]
    return [each.number for each in kept.lines]


def test_a_row_put_in_moves_no_line_and_gets_a_number_that_nobody_had():
    before = ledger(line(1, 200), line(2, 500), line(3, 500))
    fresh = ledger(line(1, 200), line(2, 100), line(3, 500), line(4, 500))

    assert numbers(fresh, before) == [1, 4, 2, 3]
    # a number of a line that an older version had is not given to another
    assert numbers(fresh, before, used=[9]) == [1, 10, 2, 3]


def test_a_line_whose_sum_was_corrected_is_known_by_its_receipt():
    before = ledger(line(1, 200, "P1"), line(2, 4200, "P2"), line(3, 50))
    fresh = ledger(line(1, 3200, "P2"), line(2, 200, "P1"), line(3, 51))

    assert numbers(fresh, before) == [2, 1, 4]


def test_contracts_and_groups_keep_theirs_and_words_are_as_they_were_written():
    shed = Contract(
        number=1, asset="仓库", holder="甲", contract="1", start=DAY, end=MARCH.end, price=1
    )
    shop = replace(shed, number=2, asset="门面")
    fresh = Register(contracts=(replace(shop, number=1, price=2), replace(shed, number=2)))
    kept = carried(fresh, Register(contracts=(shed, shop)), ())
    assert [(c.number, c.asset, c.price) for c in kept.contracts] == [
        (2, "门面", 2),
        (1, "仓库", 1),
    ]

    low, poor = (
        Group(number=n, name=w, people=1, standard=1, total=1)
        for n, w in ((1, "低保"), (2, "特困"))
    )
    before = Beneficiaries(groups=(low, poor), look_up="窗口", object="监督")
    assert [g.number for g in carried(replace(before, groups=(poor,)), before, ()).groups] == [2]

    report = Report(headline="通知", facts=(Fact(number=1, name="何时", text="明天"),))
    assert carried(report, report, ()) == report
