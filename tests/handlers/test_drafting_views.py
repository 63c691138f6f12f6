"""How the writing of an edition is shown: what is asked, what was taken, what is to be mended."""

from datetime import date
from types import SimpleNamespace

import pytest

from governance.disclosures.contents import (
    Beneficiaries,
    Contract,
    Fact,
    Group,
    Large,
    Register,
    Report,
    Year,
)
from governance.disclosures.edition import Edition
from governance.disclosures.ledger import Side
from governance.disclosures.periods import Period
from governance.disclosures.states import EditionStatus
from governance.meetings.meeting import Meeting
from governance.meetings.states import MeetingKind, MeetingStatus
from governance.papers import Book
from governance.refusals import Refusal
from handlers import drafting as handler
from handlers.sheets import Print, write
from services.disclosures import drafting, monthly
from tests.bot.doors import LIBRARY
from tests.handlers.showing import show, taps
from tests.services.disclosures.writing import (
    CLOSING,
    GOOD,
    HEAD,
    OCTOBER,
    OPENING,
    begun,
    edition,
    ledger,
    line,
    send,
    shown,
    table,
    wanted,
)
from tests.services.town import AT, CHEN, HE

QUARTER = Period(date(2026, 7, 1), date(2026, 10, 1))
FACTS = (Fact(number=1, name="what", text="贯彻落实补贴"),)
SHOP = Contract(
    number=1, asset="东门门面", holder="便利店", contract="C1", start=date(2026, 1, 1),
    end=date(2028, 1, 1), price=12_345, paid_until=date(2026, 6, 30),
)  # fmt: skip


def drawn(town, paper, language="zh-CN"):
    with town.work(0) as shelf:
        return write(Print(paper=paper, shelf=shelf, texts=LIBRARY.speak(language)))


def taken(town, item, content, period=None, **more):
    number = edition(town, item, period, **more)
    with town.work(HE) as work:
        drafting.take(work, work.disclosures.get(number), content)
    return show(town, "drafting-taken", HE, reader=HE, edition=number, count=0).text


def test_a_spreadsheet_is_asked_for_with_its_template_a_tap_away(town):
    talk = begun(town, edition(town))
    asked = show(town, "dialogue", HE, subject=f"dialogue:{talk.id}", reader=HE)
    assert "2026 年 10 月" in asked.text
    assert taps(asked) == ["下载样表", "取消"]


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_what_is_to_be_mended_is_said_by_sheet_row_and_column(town, language):
    bad = [("支出", f"10月{n}日", "灯", "x") for n in range(1, 12)]
    send(town, begun(town, edition(town)), HEAD, OPENING, *bad, CLOSING)
    told = show(town, "drafting-faults", HE, language=language, **town.facts("drafting-faults"))
    assert {"zh-CN": "还有 3 处", "en": "3 more"}[language] in told.text
    assert {"zh-CN": "第 3 行“金额（元）”：“x”", "en": 'row 3, "Amount (yuan)": "x"'}[
        language
    ] in told.text
    marked = drawn(town, wanted(town)[0], language)
    [leaf] = marked.leaves
    assert len(leaf.marks) == 11
    assert leaf.marks[0][:2] == (3, 4)
    assert list(leaf.rows[0]) == list(HEAD)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_of_a_text_of_values_no_sheet_is_named(town, language):
    tables = [table(HEAD, OPENING, ("支出", "10月9日", "灯", "x"), CLOSING, name="")]
    send(town, begun(town, edition(town)), tables=tables)
    told = show(town, "drafting-faults", HE, language=language, **town.facts("drafting-faults"))
    line = {"zh-CN": "· 第 3 行“金额（元）”：", "en": '· Row 3, "Amount (yuan)": '}[language]

    assert line in told.text
    assert drawn(town, wanted(town)[0], language).leaves[0].name == "CSV"


def test_the_template_has_what_was_left_last_and_what_was_taken_before(town):
    shown(town, ledger(opening=60_000))
    talk = begun(town, edition(town))
    town.answer(HE, "template", dialogue_id=talk.id)
    book = drawn(town, wanted(town)[0])
    assert isinstance(book, Book)
    assert [list(row)[:4] for row in book.leaves[0].rows] == [
        ["期初", "", "上期剩下的", "600.00"],
        ["期末", "", "现在还剩的", ""],
    ]
    send(
        town,
        talk,
        HEAD,
        ("期初", "", "", "600"),
        ("支出", "10-3", "灯", "1"),
        ("期末", "", "", "599"),
    )
    again = drawn(town, wanted(town)[0])
    assert [row[3] for row in again.leaves[0].rows] == ["600.00", "1.00", "599.00"]


def test_what_the_template_is_filled_with_is_read_as_it_stands(town):
    talk = begun(town, edition(town))
    send(town, talk, *GOOD)
    talk = begun(town, 1)
    town.answer(HE, "template", dialogue_id=talk.id)
    for language in ("zh-CN", "en"):
        leaf = drawn(town, wanted(town)[0], language).leaves[0]
        send(town, begun(town, 1), tables=[table(leaf.columns, *leaf.rows)])
        assert "drafting-taken" in [key for key, _ in town.told()]


def test_the_template_of_contracts_has_the_last_register(town):
    shown(town, Register(contracts=(SHOP,)), "assets", Period(date(2026, 4, 1), date(2026, 7, 1)))
    talk = begun(town, edition(town, "assets", QUARTER))
    town.answer(HE, "template", dialogue_id=talk.id)
    [row] = drawn(town, wanted(town)[0]).leaves[0].rows
    assert row == ["东门门面", "便利店", "C1", "2026-01-01", "2028-01-01", "123.45", "2026-06-30"]


@pytest.mark.parametrize(
    ("item", "content", "words"),
    [
        (
            "policy",
            Report(headline="补贴", facts=FACTS),
            ["写好了 1 项", "“贯彻落实”可以说成“照着办”"],
        ),
        (
            "beneficiaries",
            Beneficiaries(
                groups=(Group(number=1, name="王小明", people=2, standard=1, total=2),),
                look_up="窗口",
                object="七天",
            ),
            ["1 类，一共 2 人", "第 1 类里像是有人的姓名"],
        ),
        ("policy", Report(headline="问 13800138000", facts=FACTS), ["标题里", "电话号码"]),
    ],
)
def test_what_was_taken_is_said_with_what_is_wrong_and_what_could_be_plainer(
    town, item, content, words
):
    text = taken(town, item, content, occasion="补贴")
    assert all(word in text for word in words), text


def test_what_was_taken_of_a_period_is_said_in_its_figures(town):
    months = ledger(OCTOBER, lines=[line(1, 150_000, on=date(2026, 10, 2), basis="会")])
    shown(town, months, period=OCTOBER)
    assert "大额开支 1 笔，一共 1500.00 元" in taken(
        town, "large-items", Large(lines=months.lines), OCTOBER
    )
    sums = {Side.INCOME: 0, Side.EXPENSE: 150_000}
    year = Year(opening=60_000, sums=sums, closing=-90_000, months=())
    assert "全年收入 0.00 元，支出 1500.00 元" in taken(town, "year-totals", year, OCTOBER)
    assert "1 份合同" in taken(town, "assets", Register(contracts=(SHOP,)), QUARTER)


def test_a_quarter_without_its_months_says_which_is_missing(town):
    text = taken(town, "large-items", Large(lines=()), QUARTER)
    assert "从 2026-07-01 开始的那个月还没有公布" in text


def test_an_edition_with_nothing_in_it_says_so(town):
    number = edition(town, "year-totals", QUARTER)
    text = show(town, "drafting-taken", HE, reader=HE, edition=number, count=0).text
    assert "还没有内容" in text


def test_the_ledger_of_a_month_says_nothing_of_persons(town):
    town.report()
    with town.work(0) as work:
        held = Meeting(
            agenda=(), kind=next(iter(MeetingKind)), place="活动室", opens=AT,
            called_by="chen", at=AT,
            status=MeetingStatus.RECORDED, attendance=12, minutes="李秀芬说电梯",
        )  # fmt: skip
        work.meetings.add(held)
        known = {"item": "ledger", "status": EditionStatus.PUBLISHED}
        work.disclosures.add(Edition(period=OCTOBER, serial="2026-001", **known))
        shown_on = {"serial": "2026-002", "published_at": AT}
        work.disclosures.add(Edition(period=QUARTER, **shown_on, **known))
    town.do(CHEN, monthly.ask, 2026, 11)
    cases, meetings, disclosed = drawn(town, wanted(town)[0]).leaves
    assert [list(row)[:2] for row in cases.rows] == [["1", "2026-11-02"]]
    assert cases.rows[0][2:4] == ["电梯", cases.rows[0][3]]
    assert [list(row) for row in meetings.rows] == [["1", "2026-11-02", "12", "有"]]
    [row] = disclosed.rows  # what has no day on which it was shown is none of a month's
    assert (row[0], row[1], row[3]) == ("2026-002", "居务收支总账", "2026-11-02")
    whole = str(cases) + str(meetings)
    assert all(word not in whole for word in ("三号楼电梯坏了", "李秀芬", "5001", "活动室"))


class Context:
    """Remembers the verb that was asked."""

    def __init__(self):
        self.texts = LIBRARY.speak("zh-CN")

    async def ask(self, verb, **words):
        self.asked = (verb, words)


def message(text):
    said = SimpleNamespace(text=text, caption=None)
    return SimpleNamespace(effective_message=said)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("/ledger", {"year": 0, "number": 0}),
        ("/ledger 2026-10", {"year": 2026, "number": 10}),
        ("/ledger 2026年9月", {"year": 2026, "number": 9}),
    ],
)
async def test_the_ledger_is_asked_for_by_its_month(text, words):
    context = Context()
    await handler.ledger(message(text), context)
    assert context.asked == (monthly.ask, words)


async def test_what_is_no_month_is_refused():
    with pytest.raises(Refusal, match="refusal-drafting-month"):
        await handler.ledger(message("/ledger 上个月"), Context())


async def test_a_file_that_was_given_up_is_gone():
    context = Context()
    await handler.arrived({"talk": 3, "about": "sheet"}, context)
    assert context.asked[1]["wrong"] == "gone"
    assert context.asked[1]["tables"] == []
