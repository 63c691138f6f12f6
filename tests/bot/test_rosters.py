import openpyxl
import pytest

from storage import directory, roster
from storage.database import writing
from tests.bot.doors import COMMUNITY
from tests.bot.test_commands import EXAMPLE, address, elsewhere, linli

__all__ = ["elsewhere"]  # the fixture works here too
HEADINGS = ["楼栋", "房号", "建筑面积（平方米）", "业主", "业主编号", "空置"]
GOOD = [
    ["3号楼", "2单元301", 89.5, "王伟、李娜", "", ""],
    ["3号楼", 302, "90", "张强", "7", "否"],
    ["1号楼", "101", 60, "张强", "7", "是"],
]


@pytest.fixture
def sheet(tmp_path, monkeypatch):
    """Return how a spreadsheet is written; the community's file is in force."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    linli("community", "apply", str(EXAMPLE), "--yes")

    def write(*lines, headings=HEADINGS):
        book = openpyxl.Workbook()
        for cells in (headings, *lines):
            book.worksheets[0].append(cells)
        book.save(tmp_path / "ours.xlsx")
        return str(tmp_path / "ours.xlsx")

    return write


def kept(folder):
    engine = writing(address(folder))
    with engine.begin() as connection:
        found = roster.newest(connection, directory.community(connection, COMMUNITY.key))
    engine.dispose()
    return found


def test_a_good_sheet_is_counted_and_imported(sheet, tmp_path):
    code, out, _ = linli("roster", "import", sheet(*GOOD), "--yes")

    assert code == 0
    assert "239.50" in out
    found = kept(tmp_path)
    assert (len(found.units), found.heads, found.joint, found.vacant) == (3, 2, 1, 1)
    assert [u.door for u in found.units] == ["2-301", "302", "101"]


def test_a_trial_and_a_no_import_nothing(sheet, tmp_path):
    trial = linli("roster", "import", sheet(*GOOD), "--dry-run")
    asked = linli("roster", "import", sheet(*GOOD))

    assert (trial[0], asked[0], kept(tmp_path)) == (0, 1, None)


def test_a_second_import_shows_what_was(sheet, tmp_path):
    linli("roster", "import", sheet(*GOOD), "--yes")

    code, out, _ = linli("roster", "import", sheet(*GOOD[:1]), "--yes")

    assert (code, "239.50" in out, "89.50" in out) == (0, True, True)
    assert len(kept(tmp_path).units) == 1


def test_a_sheet_with_faults_imports_nothing_and_shows_where(sheet, tmp_path):
    code, _, err = linli(
        "roster", "import", sheet(*GOOD, ["9号楼", "1", "大", "", "", ""]), "--yes"
    )

    assert (code, kept(tmp_path)) == (2, None)
    assert err.count("\n") == 8  # in both languages a heading, and building, area, owner
    assert "第 5 行 · 楼栋：没有“9号楼”这栋楼" in err
    assert 'Row 5 · Building: there is no building "9号楼"' in err
    page = openpyxl.load_workbook(tmp_path / "ours.marked.xlsx").worksheets[0]
    red = {c.coordinate for line in page for c in line if c.comment}
    assert red == {"A5", "C5", "D5"}
    assert all(page[place].fill.start_color.rgb == "FFFFC7CE" for place in red)


def test_a_sheet_without_its_headings_says_which_are_missing(sheet):
    code, _, err = linli("roster", "import", sheet(*GOOD, headings=["楼栋", "房号", "x"]))

    assert (code, err.count("linli roster template")) == (2, 2)
    assert ("建筑面积（平方米）、业主" in err, "Owners" in err) == (True, True)


def test_what_is_no_spreadsheet_is_told_so(sheet, tmp_path):
    (tmp_path / "a.xlsx").write_text("no", encoding="utf-8")

    code, _, err = linli("roster", "import", str(tmp_path / "a.xlsx"))

    assert (code, err.count(str(tmp_path / "a.xlsx")), "打不开这个文件" in err) == (2, 2, True)
    assert "this file cannot be opened" in err
    assert "这里要写文件，不能写文件夹" in linli("roster", "import", str(tmp_path))[2]


def test_the_import_speaks_both_languages_whatever_the_system_speaks(sheet, monkeypatch):
    for language in ("zh_CN.UTF-8", "en_GB.UTF-8"):
        monkeypatch.setenv("LC_ALL", language)
        trial = linli("roster", "import", sheet(*GOOD), "--dry-run")[1]
        asked = linli("roster", "import", sheet(*GOOD))[1]

        assert ("只是试算" in trial, "A trial only" in trial) == (True, True)
        assert ("239.50 平方米" in asked, "239.50 m²" in asked) == (True, True)
        assert ("导入吗？" in asked, "Import it?" in asked) == (True, True)


def test_the_template_can_be_filled_in_and_imported(sheet, tmp_path):
    linli("roster", "template", str(tmp_path / "t.xlsx"))
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    book.worksheets[0].append(["3号楼", "301", 80, "王伟"])
    book.save(tmp_path / "t.xlsx")

    assert linli("roster", "import", str(tmp_path / "t.xlsx"), "--yes")[0] == 0
    assert len(kept(tmp_path).units) == 1


def test_without_a_database_nothing_is_imported(tmp_path):
    book = openpyxl.Workbook()
    book.worksheets[0].append(HEADINGS)
    book.save(tmp_path / "a.xlsx")

    assert "No database" in linli("roster", "import", str(tmp_path / "a.xlsx"))[2]
