"""What stands on the sheets of an edition: all of it, in order, and no row in two pieces."""

import json
import re
import struct
from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest
import typst
from pypdf import PdfReader
from sqlalchemy import update

from bot.spreadsheets import written
from bot.typesetting import PIXEL, typeset
from governance.disclosures.contents import Fact, Group, Report
from governance.disclosures.contents import written as written_down
from governance.disclosures.edition import Edition
from governance.disclosures.freezing import FORMATS, Part
from governance.disclosures.periods import Period
from governance.disclosures.states import EditionStatus
from governance.papers import Format
from governance.programme import Template
from handlers.sheets.editions import CAPTION
from handlers.texts import TAG
from storage.disclosures import DISCLOSURES
from tests.bot.editions import AT, CONTENTS, accounts, drawn, town

LINES, BEGINS, ENDS = 300, r"始(\d+)、", r"终(\d+)、"
PHOTO, RATIO = (
    10_000,
    20,
)  # width and height together, and the one by the other, as Telegram has it
SHORT = {"zh-CN": 60, "en": 90}
LANGUAGES = sorted(SHORT)
LONG = Report(
    headline="长" * 400,
    subject="长" * 400,
    facts=tuple(Fact(number=n, name="长" * 90, text="长" * 900) for n in range(1, 20)),
)


def pages(work, part, language="zh-CN"):
    body = typeset(drawn(work, part, language), FORMATS[Part(part)], language, 0)
    return [page.extract_text() for page in PdfReader(BytesIO(body)).pages]


@pytest.mark.parametrize("part", ["a4", "a3"])
def test_three_hundred_lines_are_all_there_in_order_and_none_is_split(part):
    # so long that each takes many lines of its page, with a sign where it begins and where it ends
    whole = accounts(LINES)
    lines = [
        replace(line, what=f"始{line.number}、{line.what * 4}", basis=f"会议终{line.number}、")
        for line in whole.lines
    ]
    with town(Template.LEDGER, replace(whole, lines=tuple(lines))) as work:
        found = [re.sub(r"\s", "", page) for page in pages(work, part)]

    assert len(found) > 25
    begun, ended = ([re.findall(sign, page) for page in found] for sign in (BEGINS, ENDS))
    assert [int(n) for page in begun for n in page] == list(range(1, LINES + 1))
    assert begun == ended
    for page, on_it in zip(found, begun, strict=True):
        for line in (lines[int(n) - 1] for n in on_it):
            amount = f"{line.amount // 100}.{line.amount % 100:02}"
            assert f"{line.number}{line.on:%m-%d}" in page
            assert f"凭证：{line.receipt}" in page
            assert amount in page
            assert line.what in page


def glyphs(body):
    """Return of every text its size and its height above the foot of its page, in points."""
    found = []

    def look(text, matrix, placed, _font, size):
        if text.strip():
            high = placed[4] * matrix[1] + placed[5] * matrix[3] + matrix[5]
            found.append((round(abs(size * placed[3] * matrix[3]), 1), round(high), text))

    for page in PdfReader(BytesIO(body)).pages:
        page.extract_text(visitor_text=look)
    return found


@pytest.mark.parametrize(
    ("part", "least", "template"),
    [
        *(("picture", 48, template) for template in Template),
        *(("a4", 20, template) for template in Template),
        ("a3", 28, Template.LEDGER),
    ],
)
def test_all_but_the_foot_is_in_large_type(part, least, template, monkeypatch):
    # the source of a picture is set as paper too, which tells the size of each word
    set_as = typst.compile
    monkeypatch.setattr(typst, "compile", lambda *a, **k: set_as(*a, **k | {"format": "pdf"}))
    with town(template) as work:
        found = glyphs(typeset(drawn(work, part), FORMATS[Part(part)], "zh-CN", 0))
    scale = PIXEL / 72 if part == "picture" else 1

    large = [high for size, high, _ in found if size * scale >= least]
    small = [(high, text) for size, high, text in found if size * scale < least]
    # the one line at the foot of each page, and nothing above it
    assert len({high for high, _ in small}) == 1, small
    assert small[0][0] < min(large)


@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_can_be_told_in_every_language(template, language):
    with town(template) as work:
        picture, paper = drawn(work, "picture", language), drawn(work, "a4", language)
        book = drawn(work, "book", language)
        words = json.loads(drawn(work, "text"))[language]

    # beneath the headline a few short lines, and of what the tables tell no more than five
    said = TAG.sub("", words).split("\n")[1:]
    short, listed = ([s for s in said if s.startswith(sign)] for sign in ("· ", "– "))
    assert len(said) >= 3
    assert 1 <= len(short) <= 6
    assert len(listed) <= 5
    assert max(map(len, said)) <= SHORT[language]

    assert paper.tables
    assert "2026-031" in picture.under
    assert "2026-031" in words
    assert [len(leaf.rows) for leaf in book.leaves[1:]] == [len(t.rows) for t in paper.tables]
    # all that the picture says stands in the message too, for whoever cannot see it
    assert all(line in TAG.sub("", words) for line in picture.lines)


@pytest.mark.parametrize("content", [accounts(LINES), LONG], ids=["ledger", "report"])
def test_a_picture_is_never_longer_than_telegram_takes(content):
    template = Template.LEDGER if content is not LONG else Template.TEXT
    with town(template, content) as work:
        body = typeset(drawn(work, "picture"), Format.PICTURE, "zh-CN", 0)
        words = json.loads(drawn(work, "text"))

    width, height = struct.unpack(">II", body[16:24])
    assert width + height <= PHOTO
    assert max(width, height) / min(width, height) <= RATIO
    assert all(len(TAG.sub("", said)) <= CAPTION for said in words.values())


def test_the_only_fact_is_not_cut_where_there_is_room_for_it():
    text = "电梯广告收了3600元，停车收了12400元，一共16000元，"
    text += "全部转进维修资金，账目在居委会一楼可以查。"
    said = Report(headline="公共收益", facts=(Fact(number=1, name="text", text=text),))
    with town(Template.TEXT, said) as work:
        picture = drawn(work, "picture")
    assert text in picture.lines[-1]
    assert not picture.notes  # all of it is there: nothing is said to stand elsewhere


@pytest.mark.parametrize(
    ("headline", "lengths"),
    [("短", (400,)), ("长" * 100, (4,)), ("短", (4,) * 6)],
    ids=["fact", "headline", "many"],
)
def test_a_report_of_which_something_is_left_out_says_where_it_stands(headline, lengths):
    facts = tuple(Fact(number=n, name="text", text="字" * m) for n, m in enumerate(lengths, 1))
    with town(Template.TEXT, Report(headline=headline, facts=facts)) as work:
        assert "要全文" in drawn(work, "picture").notes[0]


def test_where_not_all_is_shown_the_picture_says_where_it_stands():
    with town(Template.LEDGER, accounts(LINES)) as work:
        sheet = drawn(work, "picture")

    assert len(sheet.tables[0].rows) == 5
    assert "要全文" in sheet.notes[0]


def test_the_workbook_has_amounts_that_can_be_added_up():
    whole = accounts(LINES)
    with town(Template.LEDGER, whole) as work:
        body = written(drawn(work, "book"), AT)

    page = openpyxl.load_workbook(BytesIO(body)).worksheets[1]
    amounts = [row[3] for row in page.iter_rows(min_row=2, values_only=True)]
    assert round(sum(amounts) * 100) == whole.closing - whole.opening


def test_what_must_not_be_read_is_not_on_paper_either():
    said = Report(
        headline="找张三女士 13800001111",
        facts=(Fact(number=1, name="text", text="三号楼301室 13800001111，共1200元"),),
    )
    with town(Template.TEXT, said) as work:
        whole = str([drawn(work, part) for part in Part])

    assert "13800001111" not in whole
    assert "301室" not in whole
    assert "1200元" in whole


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2026-03-01", "2026-04-01", "2026年3月"),
        ("2026-04-01", "2026-07-01", "2026年第2季度"),
        ("2026-01-01", "2027-01-01", "2026年"),
        ("2026-02-01", "2026-05-01", "2026-02-01 到 2026-04-30"),
        ("2026-03-05", "2026-04-01", "2026-03-05 到 2026-03-31"),
    ],
)
def test_a_period_is_called_as_people_call_it(start, end, said):
    period = Period(date.fromisoformat(start), date.fromisoformat(end))
    with town(Template.POLICY, period=period) as work:
        assert drawn(work, "picture").title == f"幸福里小区收支账　{said}"


@pytest.mark.parametrize(
    ("people", "each", "zh", "en"),
    [
        (None, 0, "首次公开", "first time"),
        (12, 90_000, "多 3 人，每月多 7350.00 元", "3 people more, 7350.00 yuan a month more"),
        (20, 99_000, "少 5 人，每月少 1650.00 元", "5 people fewer, 1650.00 yuan a month less"),
        (15, 121_000, "人数没变，每月的钱没变", "as many people, the same money"),
    ],
)
def test_the_supported_are_compared_with_the_last_time(people, each, zh, en):
    with town(Template.BENEFICIARIES, period=None) as work:
        if people is not None:
            group = Group(number=1, name="低保", people=people, standard=each, total=people * each)
            before = replace(CONTENTS[Template.BENEFICIARIES], groups=(group,))
            made = work.disclosures.add(
                Edition(
                    item="item",
                    occasion="before",
                    serial="2026-030",
                    status=EditionStatus.PUBLISHED,
                    published_at=AT,
                )
            )
            # what was shown is written before it is shown
            work.connection.execute(
                update(DISCLOSURES)
                .where(DISCLOSURES.c.id == made.id)
                .values(content=dict(written_down(before)))
            )
        said = json.loads(drawn(work, "text"))
        whole = [drawn(work, part).lines for part in ("picture", "a4")]

    assert zh in said["zh-CN"]
    assert en in said["en"]
    assert ("2026-030" in said["zh-CN"]) is (people is not None)
    assert all(any(zh in line for line in lines) for lines in whole)
