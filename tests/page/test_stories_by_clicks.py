"""Stories played by a person's clicks before the real bot; the pictures of docs come from here."""

import os
from functools import partial
from pathlib import Path
from urllib.request import urlopen

import pytest
import typst

from bot import demo
from docs import pictured
from sandbox import story
from sandbox.words import listed
from tests.page.clicking import Clicks
from tests.page.echo import ROOT
from tests.page.hands import NARROW, WIDE

NAMES = [name for name, _ in story.stories()]
SIZES = {"wide": WIDE, "narrow": NARROW}
# every story is played at one width, in turn, and with LINLI_SOAK (`make soak`) at both, the long
# ones only there (their journeys are played every day, without a page); where pictures are wanted,
# those of them at their own widths
LONG = 25  # steps, each half a second of a browser
BOTH = NAMES if os.environ.get("LINLI_SOAK") else []
# which pictures are taken, each where somebody first sees these words; where the machine has no
# font for emoji, Chromium draws empty boxes (Debian: fonts-noto-color-emoji)
SHOTS = {
    ("report", "wide"): {"side-by-side": "承诺", "demo": "真的解决了吗"},
    ("report", "narrow"): {"phone": "真的解决了吗"},
    ("month-ledger", "narrow"): {
        "three-mistakes": "表里有 3 处要改，一处也没有收进去",
        "to-sign": "请您审",
        "ledger": "公示 2026-001\u3000第1版",
        "answered": "请三家报了价",
    },
    ("project-stages", "narrow"): {
        "stage-late": "应公开未公开",
        "stage-blocked": "请先公开那一次，再做这一步",
        "project-done": "结果：大门刷卡装好了",
    },
    ("overdue-quarter", "narrow"): {
        "not-shown": "一共 5 项，到今天还没有",
        "calendar": "项应公开未公开",
        "shown-late": "公示 2026-001\u3000第1版",
    },
    ("correction", "narrow"): {
        "correcting": "这一版有错，正在更正。原因：清洗水箱的发票是 3200 元",
        "corrected": "公示 2026-001\u3000第2版",
        "corrected-old": "这一版已更正，请看第2版。原因：清洗水箱的发票是 3200 元",
    },
    ("micro-project", "narrow"): {
        "menu": "已选 15,000 元，预算 18,000 元，够",
        "menu-result": "结果：达到规定人数，选出来了",
        "was-it-done": "做到了吗？",
    },
    ("owners-ballot", "narrow"): {"owners-result": "没有通过，同意的不够"},
    ("no-vote-without-talk", "narrow"): {"no-vote": "先商量，后表决"},
    ("five-hundred-groups", "narrow"): {
        "one-of-many": "公示 2026-001\u3000第1版",
        "coverage": "请走机器人的群1：我不在群里了，请把我重新拉进去",
    },
    ("offline-grandmother", "narrow"): {
        "grandmother": "投的是：反对",
        "grandmother-result": "结果：没有通过，同意的不够",
    },
}
# a story's finger hits nothing by mistake: it is spared the second for which a card that has just
# changed takes no press (tests/page/test_walked.py waits for it)
HASTY = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".keyboard.settling { pointer-events: auto; }");
    document.adoptedStyleSheets.push(sheet);
}"""
PICTURED = SHOTS.keys() if os.environ.get("LINLI_PICTURES") else set()
PICTURES = ROOT / "docs" / "pictures"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where pictures go: docs, if they are wanted there."""
    return PICTURES if os.environ.get("LINLI_PICTURES") else tmp_path_factory.mktemp("pictures")


@pytest.fixture
def opened(pages, forks, request):
    """A town with the real bot, and its page at a width; each town is another origin."""
    size, told = request.param
    page = pages(size, reduced_motion="reduce")
    people, start = demo.town_file(told.town), told.start.isoformat()
    pace = "telegram" if told.crowds else "unlimited"  # as their journeys are written
    with demo.town(start=start, pace=pace, people=people) as (base, _):
        page.set_default_timeout(15000)
        page.goto(base)
        page.click("#hint [data-key=dismiss]")
        page.evaluate(HASTY)
        yield page, base
        # the next may be given the same port
        page.evaluate("localStorage.clear(), sessionStorage.clear()")
        page.goto("about:blank")


def plays():
    for number, name in enumerate(NAMES):
        told = story.find(name)
        pictured = [width for width in SIZES if (name, width) in PICTURED]
        long = len(told.steps) > LONG or told.crowds
        if long and not pictured and name not in BOTH:
            continue
        turn = pictured or [list(SIZES)[number % len(SIZES)]]
        for width in SIZES if name in BOTH else turn:
            wanted = SHOTS.get((name, width), {})
            shots = {seen(told, words): picture for picture, words in wanted.items()}
            yield pytest.param((SIZES[width], told), told, shots, id=f"{name}-{width}")


def seen(told, words):
    """Return the number of the step in which somebody first sees these words."""
    return next(s.number for s in told.steps if s.verb == "sees" and words in listed(s.value))


@pytest.mark.early
@pytest.mark.parametrize(("opened", "told", "pictures"), [*plays()], indirect=["opened"])
def test_a_story_holds_when_it_is_played_by_clicks(opened, told, pictures, folder: Path):
    page, base = opened
    clicks = Clicks(page, base)
    shots = {
        number: partial(shoot, clicks, folder / f"{name}.png") for number, name in pictures.items()
    }

    clicks.play(told, shots)

    if page.viewport_size == WIDE and told.name == "report" and pictures:
        panels(page, folder)
    if told.name == "month-ledger" and pictures:
        papers(clicks, base, folder)


def test_every_picture_of_a_journey_is_there_and_is_taken_of_words_that_are_seen():
    taken = {f"{each}.png" for name, width in SHOTS for each in SHOTS[name, width]}
    told = {f"{each}.png" for every in pictured.PICTURES.values() for each in every}
    beside = {"bench.png", "doors.png", "operator.png"}

    assert all(
        seen(story.find(name), w) for (name, _), all_ in SHOTS.items() for w in all_.values()
    )
    assert told - taken == {"ledger-paper.png", "ledger-picture.png"}
    assert {path.name for path in PICTURES.iterdir()} == taken | told | beside


def papers(clicks, base, folder):
    """Keep what the group was sent: the picture, and the first page of what hangs on the wall."""
    group = clicks.town.messages("李婶", "幸福里居民群")
    image = next(each["photo"] for each in group if each["photo"])
    kept = [each["document"] for each in clicks.town.messages("李婶") if each["document"]]
    paper = next(each["url"] for each in kept if each["name"].endswith("a4.pdf"))
    (folder / "ledger-picture.png").write_bytes(urlopen(base + image).read())
    (folder / "ledger-paper.png").write_bytes(first_page(urlopen(base + paper).read()))


def first_page(pdf):
    """Return the first page of a PDF as a picture."""
    whole = b"#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(%s), page: 1)"
    data = b"(" + b",".join(b"%d" % each for each in pdf) + b")"
    return typst.compile(whole % data, format="png", ppi=72)


def panels(page, folder):
    """Picture the two panels, as the story left the town behind."""
    page.click("[data-key=doors]")
    page.locator("#dock .calls code").first.wait_for()
    picture(page, folder / "doors.png")
    page.click("[data-key=operator]")
    page.click("[data-key='linli invite --list']")
    output = page.locator(".transcript pre")
    output.filter(has_not_text="正在跑…").wait_for()
    picture(page, folder / "operator.png")


def shoot(clicks, path):
    """Picture the page as whoever saw the words has it; he has gone to them."""
    clicks.read.evaluate("row => row.scrollIntoViewIfNeeded()")  # it may be drawn anew meanwhile
    picture(clicks.page, path)


def picture(page, path):
    # a picture that is still loading would be a hole
    page.mouse.move(0, 0)
    for image in page.locator("img:visible").all():
        image.evaluate("one => one.decode()")
    page.screenshot(path=path)
    assert path.stat().st_size > 10_000
