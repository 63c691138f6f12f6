from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.disclosures.ledger import (
    Ledger,
    Limits,
    Line,
    Side,
    Totals,
    Wrong,
    check,
    check_large,
    check_totals,
    jumped,
    large,
    limits,
    totals,
)
from governance.disclosures.periods import Period
from governance.disclosures.telling import figures, yuan
from governance.programme import Disclosing
from governance.wording import plainer

I, E = Side.INCOME, Side.EXPENSE  # noqa: E741 -- as elsewhere, one letter
MARCH, APRIL = (
    Period(date(2026, 3, 1), date(2026, 4, 1)),
    Period(date(2026, 4, 1), date(2026, 5, 1)),
)
RENT = Line(number=1, side=I, on=date(2026, 3, 5), what="门面租金", amount=500_000, receipt="A1")
LAMPS = Line(number=2, side=E, on=date(2026, 3, 9), what="楼道灯", amount=20_000, receipt="B1")
ROOF = Line(
    number=3, side=E, on=date(2026, 3, 20), what="修屋顶", amount=150_000, receipt="B2",
    basis="3月2日居民会议",
)  # fmt: skip
GOOD = Ledger(period=MARCH, opening=100_000, lines=(RENT, LAMPS, ROOF), closing=430_000)
LIMITS = Limits()


def problems(ledger, last=None):
    return [(p.wrong, p.line, p.found, p.right) for p in check(ledger, last, LIMITS)]


def with_line(number, **changed):
    lines = tuple(replace(x, **changed) if x.number == number else x for x in GOOD.lines)
    return replace(GOOD, lines=lines)


def test_accounts_that_agree_have_no_problem():
    before = replace(GOOD, period=Period(date(2026, 2, 1), date(2026, 3, 1)), closing=100_000)
    assert problems(GOOD) == problems(GOOD, before) == []


def test_what_does_not_add_up_is_told_to_the_fen():
    assert problems(replace(GOOD, closing=430_001)) == [(Wrong.UNBALANCED, 0, 430_001, 430_000)]


def test_what_is_there_at_the_start_is_what_was_left():
    before = replace(GOOD, closing=99_999, period=Period(date(2026, 2, 1), MARCH.start))
    assert problems(GOOD, before) == [(Wrong.OPENING, 0, 100_000, 99_999)]


def test_what_was_left_before_a_month_that_was_put_off_is_no_opening():
    january = replace(GOOD, closing=99_999, period=Period(date(2026, 1, 1), date(2026, 2, 1)))
    assert problems(GOOD, january) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"receipt": "B1"}, (Wrong.RECEIPT, 3, "B1", 2)),
        ({"on": date(2026, 4, 1)}, (Wrong.DAY, 3, "2026-04-01", "")),
        ({"on": date(2026, 2, 28)}, (Wrong.DAY, 3, "2026-02-28", "")),
        ({"basis": ""}, (Wrong.BASIS, 3, 150_000, "")),
        ({"payee": "王大明先生 13800001111"}, (Wrong.PRIVATE, 3, "phone", "")),
        ({"basis": "找 13800001111"}, (Wrong.PRIVATE, 3, "phone", "")),
        ({"what": "修 3号楼 502室 屋顶"}, (Wrong.PRIVATE, 3, "other", "")),
        ({"receipt": "13800001111"}, (Wrong.PRIVATE, 3, "phone", "")),
    ],
)
def test_a_line_is_told_by_its_number(changed, told):
    assert problems(with_line(3, **changed)) == [told]


def test_an_amount_is_more_than_nothing():
    found = problems(replace(with_line(2, amount=0), closing=450_000))
    assert found == [(Wrong.AMOUNT, 2, 0, "")]


def test_income_and_small_payments_need_no_basis_and_receipts_may_be_missing():
    bare = tuple(replace(x, receipt="") for x in (RENT, LAMPS))
    assert problems(replace(GOOD, lines=bare, closing=580_000)) == []


@pytest.mark.parametrize(("amount", "wrongs"), [(100_000, [Wrong.BASIS]), (99_999, [])])
def test_a_payment_is_large_from_the_very_amount_on(amount, wrongs):
    paid = with_line(3, amount=amount, basis="")
    month = replace(paid, closing=580_000 - amount)
    assert [p.wrong for p in check(month, None, LIMITS)] == wrongs
    assert len(large([month], LIMITS)) == len(wrongs)


def test_a_jump_must_be_explained():
    before = replace(GOOD, lines=(RENT, LAMPS), closing=100_000)
    [problem] = check(GOOD, before, LIMITS)
    assert (problem.wrong, problem.side, problem.found, problem.right) == (
        Wrong.JUMP, E, 170_000, 20_000,
    )  # fmt: skip
    assert check(replace(GOOD, explained={E: "修了屋顶"}), before, LIMITS) == ()


def test_exactly_thirty_per_cent_is_no_jump():
    assert not jumped(100, 130, Fraction(3, 10))
    assert jumped(100, 131, Fraction(3, 10))
    assert jumped(100, 69, Fraction(3, 10))
    assert not jumped(0, 10, Fraction(3, 10))


def test_a_quarter_shows_the_large_payments_of_its_months():
    assert large([GOOD], LIMITS) == (replace(ROOF, number=1),)
    assert check_large(large([GOOD], LIMITS), [GOOD], LIMITS) == ()


def test_a_payment_left_out_or_put_in_is_found():
    [problem] = check_large([], [GOOD], LIMITS)
    assert (problem.wrong, problem.line, problem.right) == (Wrong.MONTHS, 0, 150_000)
    other = replace(ROOF, number=2, amount=150_001)
    found = check_large([replace(ROOF, number=1), other], [GOOD], LIMITS)
    assert [(p.wrong, p.line) for p in found] == [(Wrong.MONTHS, 2)]


def test_a_year_is_the_sum_of_its_months():
    april = replace(GOOD, period=APRIL, opening=430_000, lines=(), closing=430_000)
    summed = totals([GOOD, april])
    assert summed == Totals(opening=100_000, sums={I: 500_000, E: 170_000}, closing=430_000)
    assert check_totals(summed, [GOOD, april]) == ()
    with pytest.raises(ValueError, match="no month"):
        totals([])


def test_a_year_that_differs_from_its_months_explains_it():
    stated = Totals(opening=100_001, sums={I: 500_001, E: 170_000}, closing=430_000)
    wrongs = [p.wrong for p in check_totals(stated, [GOOD])]
    assert wrongs == [Wrong.UNBALANCED, Wrong.OPENING, Wrong.MONTHS]
    both = {I: 500_001, E: 170_001}
    why = {I: "补记一笔", E: "补记一笔"}
    explained = replace(stated, opening=100_000, sums=both, explained=why)
    assert check_totals(explained, [GOOD]) == ()
    # no explanation makes more left at the end of a year than at the end of its last month
    more = replace(explained, sums={I: 500_001, E: 170_000}, closing=430_001)
    (found,) = check_totals(more, [GOOD])
    assert (found.wrong, found.found, found.right) == (Wrong.UNBALANCED, 430_001, 430_000)


AMOUNTS = st.lists(st.tuples(st.sampled_from(Side), st.integers(1, 10**10)), max_size=40)


@given(opening=st.integers(-(10**10), 10**10), amounts=AMOUNTS)
def test_figures_add_again_to_their_source(opening, amounts):
    lines = tuple(
        Line(number=n, side=s, on=date(2026, 3, 1), what="项", amount=a, basis="会议")
        for n, (s, a) in enumerate(amounts, 1)
    )
    ledger = Ledger(period=MARCH, opening=opening, lines=lines, closing=0)
    ledger = replace(ledger, closing=ledger.reckoned)
    found = figures(ledger, GOOD, 48)

    assert check(ledger, None, LIMITS) == ()
    assert opening + found.income - found.expense == found.closing
    assert found.a_household * 48 <= found.expense
    assert list(found.top) == sorted(found.top, key=lambda x: -x.amount)
    assert all(x.amount <= min((t.amount for t in found.top), default=0) or x in found.top
               for x in lines if x.side is E)  # fmt: skip
    assert found.change == {I: found.income - 500_000, E: found.expense - 170_000}


def test_without_a_last_period_or_households_nothing_is_compared():
    found = figures(GOOD, None, 0)
    assert (found.change, found.a_household, found.top[0]) == (None, 0, ROOF)


@pytest.mark.parametrize(
    ("fen", "told"),
    [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123450, "1234.50"), (-100, "-1.00")],
)
def test_an_amount_is_shown_exactly(fen, told):
    assert yuan(fen) == told


def test_plainer_words_are_suggested_and_nothing_is_changed():
    text = "本期拨付资金用于基础设施提质增效以及公共区域照明系统更新改造等相关工作。灯修好了。"
    found = plainer(text, {"提质增效": "改好", "拨付": "付"})
    assert [(s.said, s.instead) for s in found] == [
        ("提质增效", "改好"),
        ("拨付", "付"),
        (text.split("。", maxsplit=1)[0], ""),
    ]
    assert plainer("灯修好了。", {"拨付": "付"}) == ()


def test_the_limits_are_the_community_s_own():
    ours = Disclosing(large=500_000, jump=Fraction(1, 2), window_days=2)

    assert limits(Disclosing()) == LIMITS
    assert limits(ours) == Limits(large=500_000, jump=Fraction(1, 2))
    assert ours.window == timedelta(days=2)
