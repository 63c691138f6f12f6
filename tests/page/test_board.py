"""The public board in Chromium: WCAG 2.2 AA by axe, on a phone and a screen, also on paper."""

import re
from io import BytesIO

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from pypdf import PdfReader

from bot import board
from governance.deliberations.states import TopicStatus
from governance.disclosures.states import ProgrammeAction
from tests.bases import memory
from tests.bot.doors import COMMUNITY, LIBRARY
from tests.services.disclosures.accounts import published
from tests.services.disclosures.programmes import begun, changed, until
from tests.services.disclosures.questions import ANSWER, answer, ask
from tests.services.resolutions.promises import agreed, in_force
from tests.services.town import CHEN, LI, WU, Town

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PHONE, SCREEN = 390, 1280
POINTS = 72 / 25.4  # of a millimetre


def whole(town):
    """Let something of each kind stand on the board."""
    in_force(town)
    begun(town)
    until(town, "2026-12-12")
    ask(town, LI, edition=published(town).id)
    answer(town)


def paused(town):
    """Let what is owed be put off while a topic is talked over."""
    begun(town)
    changed(town, ProgrammeAction.PAUSE, CHEN, WU)
    agreed(town, TopicStatus.DISCUSSION)
    until(town, "2026-12-12")


STATES = {"whole": whole, "paused": paused, "empty": lambda _: None}


@pytest.fixture(scope="module")
def boards():
    """The pages of the board in each state."""
    found = {}
    for state, come_to in STATES.items():
        with memory() as engine:
            town = Town(engine, COMMUNITY)
            come_to(town)
            with town.work(0) as work:
                found[state] = board.drawn(town.roll, work.connection, LIBRARY, town.now)
    return found


@pytest.fixture
def pages(boards):
    return boards["whole"]


@pytest.mark.parametrize(
    ("state", "file", "width"),
    [
        ("whole", "index.html", PHONE),
        ("whole", "index.html", SCREEN),
        ("whole", "en.html", PHONE),
        ("whole", "en.html", SCREEN),
        ("paused", "index.html", PHONE),
        ("empty", "en.html", SCREEN),
    ],
)
def test_the_board_holds_wcag_22_aa_and_nothing_stands_beside_the_screen(
    browser, boards, state, file, width
):
    page = browser.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
    page.set_content(boards[state][file])
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    page.close()

    assert [(each["id"], each["nodes"]) for each in found["violations"]] == []
    assert len(found["passes"]) > 5
    assert wide <= width


def test_on_paper_it_keeps_clear_of_the_edges(browser, pages):
    page = browser.new_page(java_script_enabled=False)
    page.set_content(pages["index.html"])
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    page.close()
    lefts = []

    def note(text, at, line, *_):
        if text.strip():
            lefts.append(line[4] * at[0] + at[4])

    for sheet in sheets:
        sheet.extract_text(visitor_text=note)
    assert len(sheets) > 1
    assert min(lefts) >= 15 * POINTS - 0.5


def test_it_is_whole_without_scripts_in_large_type_and_on_paper(browser, pages):
    page = browser.new_page(java_script_enabled=False)
    page.set_content(pages["index.html"])
    seen = page.inner_text("main")
    page.emulate_media(media="print")
    links = page.is_visible("nav")
    page.close()

    assert "决议1" in seen
    assert "2026-001" in seen
    assert ANSWER in seen
    assert "应公开未公开：" in seen
    assert not links
    assert int(re.search(r"font: (\d+)%", pages["index.html"]).group(1)) >= 140
    assert "font-size: 20pt" in pages["index.html"]


def test_what_is_chinese_on_another_page_says_so_and_nothing_else_does(pages):
    text = re.sub(r"(?s)<style>.*?</style>|<title>.*?</title>", "", pages["en.html"])
    marked = re.findall(r'<(?:span|a)\b[^>]*lang="zh-CN"[^>]*>([^<]*)<', text)
    left = re.sub(r'<(span|a)\b[^>]*lang="zh-CN"[^>]*>[^<]*</\1>', "", text)

    assert marked
    assert all(re.search(r"[\u4e00-\u9fff]", each) for each in marked)
    assert re.findall(r"[\u4e00-\u9fff]+", left) == []
    assert "<span" not in pages["index.html"]
