from datetime import date

import pytest

from governance.disclosures.edition import Edition
from governance.disclosures.ledger import Side
from governance.disclosures.periods import Period
from governance.disclosures.programme import Template
from governance.disclosures.states import EditionStatus
from governance.programme import Item
from governance.refusals import NotAllowed, Refusal
from services.disclosures import beside, drafting, scheduling, telling
from tests.services.disclosures.writing import (
    GOOD,
    HEAD,
    OCTOBER,
    SEPTEMBER,
    begun,
    edition,
    ledger,
    line,
    problems,
    said,
    send,
    shown,
    stands,
)
from tests.services.town import CHEN, HE, LIU, WANG

JULY = Period(date(2026, 7, 1), date(2026, 8, 1))
AUGUST = Period(date(2026, 8, 1), date(2026, 9, 1))
QUARTER = Period(date(2026, 7, 1), date(2026, 10, 1))
WHOLE = Period(date(2026, 7, 1), date(2027, 1, 1))


def answered(town, talk, *words, by=HE, taps=()):
    """Give the answers of a form, the taps among them, and hand it in."""
    for word in words:
        if word in taps:
            field = town.talk(talk.id)
            wanted_field = next(f for f in ("income", "expense") if f not in field.data)
            town.answer(by, wanted_field, word, dialogue_id=talk.id)
        else:
            town.say(by, word)
    return town.answer(by, "submit", dialogue_id=talk.id)


def months(town, july=150_000):
    """Show the three months of a quarter; each has one large payment but the last."""
    one = [line(1, july, on=date(2026, 7, 2), basis="会", receipt="7")]
    two = [line(1, 120_000, on=date(2026, 8, 2), basis="会", receipt="8")]
    shown(town, ledger(JULY, 900_000, one), period=JULY)
    shown(town, ledger(AUGUST, 900_000 - july, two), period=AUGUST)
    small = [line(1, 900, on=date(2026, 9, 2)), line(2, 500, Side.INCOME, on=date(2026, 9, 3))]
    shown(town, ledger(SEPTEMBER, 780_000 - july, small))


def test_a_quarters_large_payments_are_those_of_its_months(town):
    months(town)
    number = edition(town, "large-items", QUARTER)
    made = begun(town, number)

    assert isinstance(made, Edition)
    assert [(x["number"], x["amount"]) for x in stands(town, number)["lines"]] == [
        (1, 150_000),
        (2, 120_000),
    ]
    assert problems(town, number) == []
    assert said(town) == ["drafting-taken"]


def test_a_month_that_is_not_shown_keeps_a_quarter_back(town):
    shown(town, ledger(JULY), period=JULY)
    number = edition(town, "large-items", QUARTER)
    begun(town, number)
    assert problems(town, number) == [("months", 0)]


def test_a_month_shown_since_is_in_the_quarter_when_it_is_begun_again(town):
    number = edition(town, "large-items", QUARTER)
    begun(town, number)
    assert (stands(town, number)["lines"], problems(town, number)) == ([], [("months", 0)])
    months(town)
    begun(town, number)
    assert [x["amount"] for x in stands(town, number)["lines"]] == [150_000, 120_000]
    assert problems(town, number) == []


def test_a_month_shown_since_is_in_the_year_and_what_was_explained_stays(town):
    shown(town, ledger(JULY, 900_000), period=JULY)
    number = edition(town, "year-totals", QUARTER)
    begun(town, number)
    august = [line(1, 120_000, on=date(2026, 8, 2), basis="会")]
    shown(town, ledger(AUGUST, 900_000, august), period=AUGUST)
    talk = begun(town, number)
    assert [m["expense"] for m in stands(town, number)["months"]] == [0, 120_000]

    answered(town, talk, "summed", "1300", "补记一笔", taps={"summed"})
    shown(town, ledger(SEPTEMBER, 780_000, [line(1, 500)]))
    begun(town, number)
    assert stands(town, number)["sums"]["expense"] == 130_000


def test_a_year_is_added_up_and_a_difference_is_explained(town):
    months(town)
    year = Period(date(2026, 7, 1), date(2026, 10, 1))
    number = edition(town, "year-totals", year)
    talk = begun(town, number)
    assert stands(town, number)["sums"] == {"income": 500, "expense": 270_900}

    answered(town, talk, "summed", "2710", "九月有一笔退回", taps={"summed"})
    found = stands(town, number)
    assert (found["sums"]["expense"], found["closing"]) == (271_000, 629_500)
    assert found["explained"] == {"expense": "九月有一笔退回"}
    # it says why, but less is left than at the end of its last month: that is not explained away
    assert problems(town, number) == [("unbalanced", 0)]


def test_a_year_is_compared_with_the_one_before(town):
    months(town)
    with town.work(0) as work:
        before = beside.prefilled(work, Edition(item="year-totals", period=QUARTER))
    early = Period(date(2025, 7, 1), date(2025, 10, 1))
    shown(town, before, "year-totals", early)
    number = edition(town, "year-totals", QUARTER)
    begun(town, number)
    assert stands(town, number)["last"] == {"income": 500, "expense": 270_900}


def test_without_a_month_there_is_no_year(town):
    number = edition(town, "year-totals", WHOLE)
    talk = begun(town, number)
    assert stands(town, number) is None
    with pytest.raises(Refusal, match="refusal-drafting-months"):
        answered(town, talk, "summed", "summed", taps={"summed"})
    with town.work(0) as work:
        assert drafting.problems(work, work.disclosures.get(number)) == ()


def test_a_policy_is_written_by_answers(town):
    number = edition(town, "policy", None, occasion="加装电梯补贴")
    talk = begun(town, number)
    assert talk.text("title") == "加装电梯补贴"
    answered(town, talk, "每台补二十万", "老楼", "到居委会填表", "年底", "一楼窗口")

    found = stands(town, number)
    assert (found["headline"], len(found["facts"])) == ("加装电梯补贴", 5)
    assert problems(town, number) == []
    assert (f"disclosure-work:{number}:{HE}", HE) in town.fresh()


def test_private_words_and_long_ones_are_refused_when_they_are_said(town):
    begun(town, edition(town, "policy", None, occasion="补贴"))
    with pytest.raises(Refusal) as refused:
        town.say(HE, "打 13800138000 问小王")
    assert (refused.value.key, refused.value.facts["kind"]) == (
        "refusal-drafting-private",
        "phone",
    )
    with pytest.raises(Refusal, match="refusal-drafting-long"):
        town.say(HE, "长" * 1001)


def test_the_supported_are_written_as_numbers(town):
    number = edition(town, "beneficiaries", None, occasion="十月")
    talk = begun(town, number)
    with pytest.raises(Refusal, match="refusal-drafting-groups"):
        town.say(HE, "王小明 低保")
    answered(town, talk, "高龄津贴 12 650 7800", "一楼窗口", "七天内向居委会提")
    assert stands(town, number)["groups"][0]["people"] == 12
    assert problems(town, number) == []


def duties(town):
    """Let the December come in which each of the committee is asked."""
    found = Item(
        key="duties", names={"zh-CN": "述职"}, kind="residents", content="other",
        template=Template.DUTIES, rule="FREQ=YEARLY", since=date(2026, 11, 1),
    )  # fmt: skip
    with town.work(0) as work:
        return scheduling._whose(work, found)


def test_each_of_the_committee_reports_and_nobody_for_another(town):
    assert duties(town) == ["chen", "he"]
    own = edition(town, "duties", OCTOBER, occasion="he")
    other = edition(town, "duties", OCTOBER, occasion="chen")
    with pytest.raises(NotAllowed, match="refusal-drafting-own"):
        begun(town, other)
    answered(town, begun(town, own), "装了门禁", "车棚没建", "明年建车棚")
    found = stands(town, own)
    assert (found["subject"], found["headline"]) == ("he", "年底述职")
    assert [f["name"] for f in found["facts"]] == ["done", "undone", "next"]


@pytest.mark.parametrize("person", [LIU, WANG])
def test_who_is_not_the_drafter_writes_nothing(town, person):
    with pytest.raises(NotAllowed):
        begun(town, edition(town, "policy", None, occasion="补贴"), by=person)


def test_what_is_signed_already_is_not_written_again(town):
    number = edition(town, status=EditionStatus.APPROVED)
    with pytest.raises(NotAllowed):
        begun(town, number)
    with pytest.raises(NotAllowed):
        begun(town, number, by=CHEN)


def test_a_reason_for_what_is_not_there_any_more_is_nothing(town):
    number = edition(town)
    send(town, begun(town, number), HEAD)
    with town.work(HE) as work:
        talk = drafting._open(work, drafting.DialogueKind.JUMP, work.disclosures.get(number))
        assert drafting.explained(work, talk) == ()


def test_a_duty_report_is_asked_of_whom_it_tells(town):
    own = edition(town, "duties", OCTOBER, occasion="he")
    with town.work(0) as work:
        found = work.disclosures.get(own)
        asked = telling.waited_for(work, work.community.item("duties"), found)
    assert [o.key for o in asked] == ["he"]


def test_what_was_shown_without_accounts_is_no_month(town):
    edition(town, period=AUGUST, status=EditionStatus.PUBLISHED)
    number = edition(town)
    send(town, begun(town, number), *GOOD)
    assert problems(town, number) == []


def test_a_voice_is_no_answer(town):
    begun(town, edition(town, "policy", None, occasion="补贴"))
    with pytest.raises(Refusal, match="refusal-tap"):
        town.say(HE, voice="voice-1")
