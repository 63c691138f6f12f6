"""Stories played by a person's clicks before the real bot; the pictures of docs come from here."""

import os
from functools import partial
from pathlib import Path

import pytest

from bot import demo
from sandbox import story
from tests.page.clicking import Clicks
from tests.page.echo import ROOT
from tests.page.hands import NARROW, WIDE

NAMES = [name for name, _ in story.stories()]
SIZES = {"wide": WIDE, "narrow": NARROW}
# every story is played at one width, in turn, and with LINLI_SOAK (`make soak`) at both, the long
# ones only there (their journeys are played every day, without a page); where pictures are wanted,
# those of them at their own widths
LONG = 60  # steps, each half a second of a browser
BOTH = NAMES if os.environ.get("LINLI_SOAK") else []
# which pictures are taken after which step
SHOTS = {
    ("report", "wide"): {1: "side-by-side", 9: "demo"},
    ("report", "narrow"): {9: "phone"},
    ("micro-project", "narrow"): {108: "menu", 123: "menu-result", 234: "was-it-done"},
    ("owners-ballot", "narrow"): {132: "owners-result"},
    ("no-vote-without-talk", "narrow"): {59: "no-vote"},
    ("five-hundred-groups", "narrow"): {19: "one-of-many", 21: "coverage"},
    ("offline-grandmother", "narrow"): {116: "grandmother", 125: "grandmother-result"},
}
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
            shots = SHOTS.get((name, width), {})
            yield pytest.param((SIZES[width], told), told, shots, id=f"{name}-{width}")


@pytest.mark.parametrize(("opened", "told", "pictures"), [*plays()], indirect=["opened"])
def test_a_story_holds_when_it_is_played_by_clicks(opened, told, pictures, folder: Path):
    page, base = opened
    shots = {
        number: partial(shoot, page, folder / f"{name}.png") for number, name in pictures.items()
    }

    Clicks(page, base).play(told, shots)

    if page.viewport_size == WIDE and told.name == "report" and pictures:
        panels(page, folder)


def panels(page, folder):
    """Picture the two panels, as the story left the town behind."""
    page.click("[data-key=doors]")
    page.locator("#dock .calls code").first.wait_for()
    shoot(page, folder / "doors.png")
    page.click("[data-key=operator]")
    page.click("[data-key='linli invite --list']")
    output = page.locator(".transcript pre")
    output.filter(has_not_text="正在跑…").wait_for()
    shoot(page, folder / "operator.png")


def shoot(page, path):
    # a picture that is still loading would be a hole
    page.mouse.move(0, 0)
    for image in page.locator("img:visible").all():
        image.evaluate("one => one.decode()")
    page.screenshot(path=path)
    assert path.stat().st_size > 10_000
