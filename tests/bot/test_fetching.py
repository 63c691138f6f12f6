"""A spreadsheet as it was sent, whatever it is: read beside the house, or refused in a word."""

import subprocess
import sys
import time
import zipfile
from datetime import UTC, date, datetime
from io import BytesIO

import openpyxl
import pytest
from telegram.error import BadRequest, TimedOut

from bot import enquiring, fetching, spreadsheets
from bot.aside import read
from bot.fetching import apart, fetch
from governance.notices import Address, Delivery, Kind
from governance.papers import Book, Leaf
from tests.bot.workbooks import HEAD, accounts, book

AT = datetime(2026, 11, 2, tzinfo=UTC)
ASKED = Delivery(
    key="enquiry",
    kind=Kind.ENQUIRY,
    address=Address(chat=1),
    facts={"about": "sheet", "file": "f"},
)
LINES = '收支,日期,金额\r\n期初,,1000\r\n\r\n支出,10月9日,"1,200.50"\r\n'


def rows(body):
    told = read(body)
    assert told["wrong"] == "", told
    return told["pages"][0][1]


def test_numbers_days_and_words_come_as_text_and_empty_rows_are_left_out():
    body = book(
        HEAD, ["期初", None, None, 1000], [], ["支出", date(2026, 10, 9), "灯", 200.5, 301.0]
    )
    assert rows(body) == [
        (1, HEAD),
        (2, ["期初", "", "", "1000"]),
        (4, ["支出", "2026-10-09", "灯", "200.5", "301"]),
    ]


@pytest.mark.parametrize("value", [0.1 + 0.2, 30.299999999999997, 1234567890123.45])
def test_a_number_is_what_its_cell_shows_and_no_rounding_error(value):
    [(_, [said])] = rows(book([value]))
    assert said == {0.1 + 0.2: "0.3", 30.299999999999997: "30.3"}.get(value, "1234567890123.45")


def test_a_number_finer_than_a_fen_stays_so():
    assert rows(book([12.345]))[0][1] == ["12.345"]


def test_a_formula_that_nobody_reckoned_stays_a_formula():
    assert rows(book(["=SUM(B1:B2)", 1]))[0][1] == ["=SUM(B1:B2)", "1"]


def test_merged_cells_are_told_by_row_and_column():
    def merge(page):
        page.merge_cells("A2:A3")
        page.merge_cells("C1:C50")

    told = read(book(["收支", "x"], ["支出", 1], [None, 2], change=merge))
    assert told["pages"][0][2] == [(3, 1), (2, 3), (3, 3)]


def test_a_page_merged_to_its_end_is_not_even_opened():
    body = book(["x"], change=lambda page: page.merge_cells("A1:A9"))
    into = BytesIO()
    with zipfile.ZipFile(BytesIO(body)) as old, zipfile.ZipFile(into, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"A1:A9", b"A1:XFD1048576"))
    began = time.perf_counter()
    assert read(into.getvalue()) == {"wrong": "large"}
    assert time.perf_counter() - began < 5


def test_a_page_that_is_hidden_is_none():
    def hide(page):
        page.parent.create_sheet("看得见").append(["x"])
        page.sheet_state = "hidden"

    assert [name for name, _, _ in read(book(["y"], change=hide))["pages"]] == ["看得见"]


@pytest.mark.parametrize(
    "body",
    [LINES.encode(), LINES.encode("utf-8-sig"), LINES.encode("gb18030"), LINES.encode("utf-16")],
    ids=["utf-8", "bom", "gb18030", "utf-16"],
)
def test_values_between_commas_are_read_in_the_writings_of_china(body):
    assert rows(body) == [
        (1, ["收支", "日期", "金额"]),
        (2, ["期初", "", "1000"]),
        (4, ["支出", "10月9日", "1,200.50"]),
    ]


def test_tabs_and_semicolons_part_values_too():
    assert rows(b"a;b\n1;2")[1] == (2, ["1", "2"])
    assert rows(b"a\tb\n1\t2")[1] == (2, ["1", "2"])


def bomb():
    """Return a small file that would become 200 MB."""
    into = BytesIO(book(["x"]))
    with zipfile.ZipFile(into, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/media/image1.png", b"\0" * (200 * 2**20))
    return into.getvalue()


def far():
    return book(["x"], change=lambda page: page.cell(row=1_048_576, column=16_384, value="y"))


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (bomb(), "large"),
        (b"a\n" * 20_001, "large"),
        (b"PK\x03\x04 nothing", "unreadable"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "unreadable"),
        (b"\xff\xff\xff", "unreadable"),
    ],
    ids=["xls", "password", "bomb", "long", "broken", "picture", "nothing"],
)
def test_what_cannot_be_read_is_said_in_a_word(body, wrong):
    assert read(body) == {"wrong": wrong}


def test_a_zip_that_is_no_workbook_is_none():
    into = BytesIO()
    with zipfile.ZipFile(into, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert read(into.getvalue()) == {"wrong": "unreadable"}


def test_a_cell_at_the_end_of_the_page_costs_nothing():
    began = time.perf_counter()
    assert rows(far()) == [(1, ["x"])]
    assert time.perf_counter() - began < 5


def test_too_many_rows_are_not_cut_off(monkeypatch):
    monkeypatch.setattr(spreadsheets, "MOST_ROWS", 2)
    assert read(book(["1"], ["2"], ["3"])) == {"wrong": "large"}


def test_too_many_letters_are_too_many(monkeypatch):
    monkeypatch.setattr(spreadsheets, "MOST_TEXT", 5)
    assert read(book(["123456"])) == {"wrong": "large"}


@pytest.mark.parametrize("count", [300, 5000])
def test_long_accounts_are_read_whole(count):
    found = rows(book(*accounts(count)))
    assert len(found) == count + 3
    assert found[-1][1][3] == format(100_000 - 1.25 * count, "g")


def test_a_file_is_read_in_another_process():
    assert apart(book(["x"]))["pages"] == [("收支账", [(1, ["x"])], [])]


def test_what_takes_too_long_is_given_up():
    assert apart(book(["x"]), patience=0.0) == {"wrong": "large"}


class Telegram:
    def __init__(self, body=b"a,b", size=3, error=None):
        self.body, self.size, self.error = body, size, error

    async def call(self, method, params):
        assert (method, params) == ("getFile", {"file_id": "f"})
        if self.error:
            raise self.error
        return {"file_size": self.size, "file_path": "documents/file_1.csv"}

    async def download(self, path):
        assert path == "documents/file_1.csv"
        return self.body


async def test_a_file_is_fetched_by_an_enquiry():
    told = await enquiring.ask(Telegram(), ASKED, None)
    assert told["pages"] == [("", [(1, ["a", "b"])], [])]


@pytest.mark.parametrize(
    ("telegram", "wrong"),
    [
        (Telegram(size=fetching.LARGEST + 1), "large"),
        (Telegram(error=BadRequest("Bad Request: file is too big")), "large"),
        (Telegram(error=BadRequest("Bad Request: invalid file_id")), "gone"),
    ],
    ids=["size", "telegram", "gone"],
)
async def test_why_a_file_cannot_be_had_is_said(telegram, wrong):
    assert await fetch(telegram, ASKED) == {"wrong": wrong}


async def test_an_error_that_passes_is_tried_again():
    with pytest.raises(TimedOut):
        await fetch(Telegram(error=TimedOut()), ASKED)


def test_a_workbook_is_written_with_amounts_as_numbers_and_words_that_are_no_formula():
    leaf = Leaf(
        name="收支/账",
        columns=["事由", "金额"],
        rows=[["=HYPERLINK(1)", "1200.50"], ["", "abc"]],
        hints={1: "写元"},
        choices={0: ["收入", "支出"]},
        figures=[1],
        marks=[(3, 2, "不是金额")],
    )
    page = openpyxl.load_workbook(BytesIO(spreadsheets.written(Book(leaves=[leaf]), AT))).active
    assert page.title == "收支账"
    assert (page["A2"].data_type, page["A2"].value) == ("s", "=HYPERLINK(1)")
    assert (page["B2"].data_type, page["B2"].value) == ("n", 1200.5)
    assert page["B3"].fill.start_color.rgb == "FFFFC7CE"
    assert page["B3"].comment.text == "不是金额"
    assert page["B1"].comment.text == "写元"
    assert page.data_validations.dataValidation[0].formula1 == '"收入,支出"'


def test_the_process_beside_loads_no_more_of_the_house_than_it_works_with():
    heavy = "{'bot.house', 'sqlalchemy', 'telegram', 'handlers', 'storage', 'openpyxl'}"
    told = f"import sys, bot.aside, bot.typesetting; print({heavy} & {{*sys.modules}})"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "set()"
