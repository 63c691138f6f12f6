import json
from dataclasses import replace
from fractions import Fraction

import pytest

from governance.dialogues import DialogueStatus
from governance.disclosures.ledger import Side
from governance.disclosures.states import EditionStatus
from governance.notices import Kind
from governance.refusals import NotAllowed, Refusal, Unknown
from services.disclosures import sheets
from storage import roll
from tests.services.disclosures.writing import (
    CLOSING,
    GOOD,
    HEAD,
    OPENING,
    RENT,
    begun,
    edition,
    ledger,
    line,
    problems,
    said,
    send,
    shown,
    stands,
    table,
    wanted,
)
from tests.services.town import CHEN, HE, LI, WU


@pytest.fixture
def talk(town):
    return begun(town, edition(town))


def faults(town):
    told = json.loads(town.facts("drafting-faults")["faults"])
    return [(row, column, code) for row, column, _, code, _ in told]


def test_accounts_are_taken_from_a_spreadsheet(town, talk):
    send(town, talk, *GOOD)

    found = stands(town, 1)
    assert (found["opening"], found["closing"]) == (100_000, 129_950)
    assert [(x["side"], x["amount"], x["on"]) for x in found["lines"]] == [
        ("income", 50_000, "2026-10-05"),
        ("expense", 20_050, "2026-10-09"),
    ]
    assert said(town) == ["drafting-taken"]
    assert problems(town, 1) == []
    assert town.talk(talk.id).status is DialogueStatus.DONE
    with town.work(0) as work:
        drafted = work.disclosures.get(1)
    assert (drafted.status, drafted.drafters) == (EditionStatus.DRAFT, ("he",))
    assert town.audit() == ["edition_written"]


def test_with_one_fault_nothing_is_taken_and_a_marked_copy_is_drawn(town, talk):
    send(town, talk, *GOOD)
    before = stands(town, 1)
    talk = begun(town, 1)
    send(town, talk, HEAD, OPENING, RENT, ("支出", "10月9日", "楼道灯", "200.505"), CLOSING)

    assert stands(town, 1) == before
    assert faults(town) == [(4, "amount", "no-amount")]
    [copy] = wanted(town)
    assert copy.sheet == sheets.MARKED
    assert json.loads(copy.facts["rows"])[3] == [4, ["支出", "10月9日", "楼道灯", "200.505"]]
    assert town.talk(talk.id).status is DialogueStatus.OPEN


def test_three_planted_errors_are_named_with_row_and_column(town, talk):
    shown(town, ledger(opening=90_000))
    wrong = (
        HEAD,
        ("期初", "", "", "1000"),
        ("收入", "2026-10-05", "门面租金 13800138000", "500", "A1"),
        ("支出", "2026-11-09", "楼道灯", "200.50", "A1"),
        CLOSING,
    )
    send(town, talk, *wrong)

    assert faults(town) == [
        (2, "amount", "opening"),
        (3, "what", "private"),
        (4, "day", "day"),
        (4, "receipt", "receipt"),
    ]
    told = json.loads(town.facts("drafting-faults")["faults"])
    assert told[0][4] == {"found": "1000.00", "right": "900.00"}
    assert told[3][4] == {"found": "A1", "right": 3, "where": "row"}


def test_what_is_wrong_beside_a_cell_that_cannot_be_read_is_named_with_it(town, talk):
    unreadable, late = (
        ("支出", "10月9日", "楼道灯", "二百"),
        ("支出", "2026-11-09", "灯", "1", "A1"),
    )
    send(town, talk, HEAD, OPENING, RENT, unreadable, late, CLOSING)

    assert faults(town) == [
        (4, "amount", "no-amount"),
        (5, "day", "day"),
        (5, "receipt", "receipt"),
    ]
    assert stands(town, 1) is None


def test_how_much_is_a_jump_stands_in_the_file(town, talk):
    shown(town, ledger(opening=80_000, lines=[line(1, 30_000), line(2, 50_000, Side.INCOME)]))
    half = replace(town.roll.plan.disclosing, jump=Fraction(1, 2))
    town.roll.plan = replace(town.roll.plan, disclosing=half)
    with town.engine.begin() as connection:
        roll.changed(connection, town.id)
    send(town, talk, *GOOD)
    assert problems(town, 1) == []


def test_a_receipt_of_another_month_of_the_year_is_named_with_that_month(town, talk):
    shown(town, ledger(opening=100_000, lines=[line(1, 1, receipt="A1"), line(2, 1, Side.INCOME)]))
    send(town, talk, *GOOD)

    [told] = json.loads(town.facts("drafting-faults")["faults"])
    assert (told[0], told[3]) == (3, "receipt")
    assert told[4] == {"found": "A1", "right": "2026-09-01", "where": "before"}


def test_why_a_side_jumped_is_asked_and_kept_when_the_same_is_sent_again(town, talk):
    before = [line(1, 30_000), line(2, 50_000, Side.INCOME)]
    shown(town, ledger(opening=80_000, lines=before))
    send(town, talk, *GOOD)
    assert problems(town, 1) == [("jump", 0)]
    with town.work(0) as work:
        asked = work.dialogues.waiting(HE, HE)
    assert (asked.text("before"), asked.text("now")) == ("300.00", "200.50")

    town.say(HE, "上月换了水泵，这月没有")
    assert problems(town, 1) == []
    send(town, begun(town, 1), *GOOD)
    assert problems(town, 1) == []
    assert stands(town, 1)["explained"] == {"expense": "上月换了水泵，这月没有"}


def test_another_amount_needs_a_reason_of_its_own(town, talk):
    shown(town, ledger(opening=80_000, lines=[line(1, 30_000), line(2, 50_000, Side.INCOME)]))
    send(town, talk, *GOOD)
    town.say(HE, "上月换了水泵")
    more = ("支出", "10月9日", "楼道灯", "0.50", "B1")
    send(town, begun(town, 1), HEAD, OPENING, RENT, more, ("期末", "", "", "1499.50"))
    assert problems(town, 1) == [("jump", 0)]


@pytest.mark.parametrize("wrong", ["gone", "large", "locked", "old", "unreadable"])
def test_why_a_file_cannot_be_read_is_said(town, talk, wrong):
    send(town, talk, wrong=wrong, tables=[])
    assert said(town) == [f"drafting-file-{wrong}"]
    assert stands(town, 1) is None


def test_a_page_without_our_headings_is_not_guessed_at(town, talk):
    send(town, talk, ("姓名", "电话"), ("张三", "1"))
    assert said(town) == ["drafting-file-headings"]


def test_the_page_with_the_headings_is_found_among_others(town, talk):
    send(town, talk, tables=[table(("说明",), name="说明"), table(("十月账",), *GOOD)])
    assert said(town) == ["drafting-taken"]


def test_a_file_is_asked_for_by_an_enquiry_and_nothing_else_is_an_answer(town, talk):
    town.say(HE, document="file-1")
    [asked] = [d for d in town.deliveries() if d.kind is Kind.ENQUIRY]
    assert asked.facts == {"about": "sheet", "file": "file-1", "talk": talk.id}
    with pytest.raises(Refusal, match="refusal-drafting-file"):
        town.say(HE, "收入五百")


def test_a_file_that_arrives_when_the_talk_is_over_changes_nothing(town, talk):
    town.answer(HE, "cancel", dialogue_id=talk.id)
    with pytest.raises(Unknown, match="refusal-no-dialogue"):
        send(town, talk, *GOOD)
    assert stands(town, 1) is None


def test_going_back_leaves(town, talk):
    town.answer(HE, "back", dialogue_id=talk.id)
    assert town.talk(talk.id).status is DialogueStatus.CANCELLED


def test_the_template_is_drawn_sent_and_let_go_of(town, talk):
    town.answer(HE, "template", dialogue_id=talk.id)
    [paper] = wanted(town)
    assert (paper.sheet, paper.name) == (sheets.TEMPLATE, "居务收支总账-2026-10.xlsx")

    town.do(0, sheets.drawn, HE, sheets.TEMPLATE, paper.id)
    assert ("drafting-template", HE) in town.fresh()
    with town.work(0) as work:
        work.papers.drawn(paper.id, b"PK")
        assert work.papers.body(paper.id) == b"PK"
    town.ring(sheets.FORGET)
    with town.work(0) as work:
        assert work.papers.get(paper.id).facts == {}
        with pytest.raises(Unknown):
            work.papers.body(paper.id)


@pytest.mark.parametrize("person", [LI, WU])
def test_nobody_else_writes_the_accounts(town, person):
    number = edition(town)
    with pytest.raises(NotAllowed):
        begun(town, number, by=person)


def test_nobody_answers_in_the_talk_of_another(town, talk):
    with pytest.raises(Refusal, match="refusal-not-author"):
        send(town, talk, *GOOD, by=CHEN)
