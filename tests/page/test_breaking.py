import re

import pytest

from sandbox.faults import KINDS
from sandbox.wire import Wire
from tests.page.echo import GROUP, ROOT
from tests.page.hands import Hand, both_widths, fill_form, narrow, wide

PANEL = ROOT / "sandbox" / "page" / "dock" / "breaking.js"


@pytest.fixture
def broken(base):
    """What the sandbox says is active; and afterwards nothing is."""
    town = Wire(base)
    yield lambda: [one["kind"] for one in town.get("/faults")["faults"]]
    town.delete("/faults")
    town.post("/limits", on=False)


ON_TOP = """line => {
    const { x, y, height } = line.getBoundingClientRect();
    return document.elementFromPoint(x + 5, y + height / 2)?.closest(".outcome") !== null;
}"""


def panel(visit, lang="zh-CN"):
    page = visit(f"?person=1001&chat={GROUP}&dock=breaking&lang={lang}")
    page.locator(".blow").first.wait_for()
    return page


def press(page, kind):
    page.click(f"[data-key='break {kind}']")


def test_every_fault_but_an_error_of_ones_choice_has_a_button():
    source = PANEL.read_text(encoding="utf-8")
    lists = re.findall(r"(?:CALLS =|updates:|town:) \[(.*?)\]", source)
    buttons = set(re.findall(r'"([\w-]+)"', " ".join(lists)))

    assert buttons | {"clock-jump", "error"} == set(KINDS)
    assert 'kind: "clock-jump"' in source


@wide
@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"error", "clock-jump"}))
def test_each_button_breaks_what_it_says(visit, broken, base, kind):
    page = panel(visit)
    if kind == "migrate":
        make_group(page)
    if kind == "deleted-topic":
        make_forum(page)
    before = met(page, base, kind)

    press(page, kind)

    page.locator(".active .outcome", has_text="弄坏了").wait_for()
    assert kind in broken() or met(page, base, kind) == before + 1


@both_widths
@pytest.mark.parametrize("kind", ["poison", "duplicate", "limits"])
def test_what_was_pressed_is_said_in_the_panel_itself(visit, broken, kind):
    page = panel(visit)
    press(page, kind)

    line = page.locator(".active .outcome")
    line.filter(has_text="限速开着" if kind == "limits" else "弄坏了").wait_for()
    # the panel is drawn anew as the world is asked again: what counts is where the line ends
    page.wait_for_function(f"() => ({ON_TOP})(document.querySelector('.active .outcome'))")


@wide
def test_what_was_met_is_counted_in_the_panel(visit, broken, base):
    page = panel(visit)
    before = met(page, base, "poison")
    press(page, "poison")

    page.locator(".breaking .met", has_text=f"读不懂的更新 ×{before + 1}").wait_for()


@both_widths
@pytest.mark.parametrize("kind", ["migrate", "deleted-topic"])
def test_what_the_town_has_none_of_is_made_before_it_breaks(visit, broken, base, kind):
    page = panel(visit)
    again = {"start": "2026-03-02T09:00:00+08:00"}
    assert page.request.post(f"{base}/sandbox/v1/reset", data=again).ok
    page.locator(".blow").first.wait_for()
    before = len(world(page, base))
    assert met(page, base, kind) == 0

    press(page, kind)

    page.locator(".active .outcome", has_text="弄坏了").wait_for()
    assert met(page, base, kind) == 1
    assert len(world(page, base)) > before


@narrow
def test_a_chat_that_cannot_suffer_it_is_named_in_the_readers_language(visit, broken):
    page = panel(visit)
    page.select_option("[data-key=where]", str(GROUP))
    press(page, "migrate")

    line = page.locator(".active .outcome.bad")
    line.filter(has_text="“幸福里居民群”不能“群升级”").wait_for()
    assert "group" not in line.inner_text()


@wide
def test_a_town_out_of_reach_is_said_to_be(visit, broken):
    page = panel(visit)
    page.route("**/sandbox/v1/faults", lambda one: one.abort())
    press(page, "slow")

    page.locator(".active .outcome.bad", has_text="与小镇断开").wait_for()


@wide
def test_what_was_asked_of_the_limits_is_said_before_they_are_read_again(visit, broken):
    page = panel(visit)
    page.route("**/sandbox/v1/limits", old_news)
    press(page, "limits")

    page.locator(".active .outcome", has_text="限速开着").wait_for()
    assert page.get_attribute("[data-key='break limits']", "aria-pressed") == "false"


def old_news(route):
    if route.request.method == "POST":
        route.continue_()
    else:
        route.fulfill(json={"on": False, "full": []})


def world(page, base):
    return page.request.get(f"{base}/sandbox/v1/world").json()["chats"]


def met(page, base, kind):
    return page.request.get(f"{base}/sandbox/v1/faults").json()["met"].get(kind, 0)


def make_group(page):
    Hand(page).menu("make-group-2")
    fill_form(page, title="楼道群", bot=False)


def make_forum(page):
    Hand(page).menu("make-group-2")
    fill_form(page, title="论坛", bot=False, type="有话题的超级群")
    Hand(page).menu("make-topic")
    fill_form(page, name="电梯")


@both_widths
def test_what_is_broken_is_listed_with_its_end_and_mended_by_a_button(visit, broken):
    page = panel(visit)
    page.select_option("[data-key=often]", label="持续 1 分钟")
    press(page, "502")
    page.select_option("[data-key=often]", label="五次")
    press(page, "slow")

    rows = page.locator(".active li")
    rows.filter(has_text="502").filter(has_text=re.compile(r"还有 \d\d 秒")).wait_for()
    rows.filter(has_text="慢").filter(has_text="还有 5 次").wait_for()
    rows.filter(has_text="慢").locator("button").click()
    rows.filter(has_text="慢").wait_for(state="detached")
    assert broken() == ["502"]
    page.click("[data-key=mend]")
    page.locator(".active .nothing").wait_for()
    assert broken() == []


@wide
def test_the_end_of_a_fault_is_shown_as_it_comes(visit, broken, base):
    page = panel(visit)
    url = f"{base}/sandbox/v1/faults"
    page.request.post(url, data={"kind": "502", "seconds": 2})

    page.locator(".active li", has_text="502").wait_for()
    page.locator(".active .nothing").wait_for()


@wide
def test_a_mute_stands_in_the_head_of_the_group_until_it_is_mended(visit, broken):
    page = panel(visit)
    page.select_option("[data-key=where]", str(GROUP))
    press(page, "mute")
    head = Hand(page).find(".lines", has_text="机器人被禁言")
    head.wait_for()

    page.locator(".active li", has_text="直到结束它").locator("button").click()

    head.wait_for(state="detached")


@wide
def test_the_panel_is_worked_by_keys(visit, broken):
    page = panel(visit)
    page.focus("[data-key='break apply-then-drop']")

    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.key") == "break drop-before-apply"
    page.keyboard.press("Enter")
    page.locator(".active li").wait_for()
    assert broken() == ["drop-before-apply"]
    assert page.evaluate("document.activeElement.dataset.key") == "break drop-before-apply"
    page.focus("[data-key=mend]")
    page.keyboard.press("Enter")
    page.locator(".active .nothing").wait_for()
    page.keyboard.press("Escape")
    page.locator("#dock").wait_for(state="hidden")


@wide
def test_the_clock_jumps_both_ways_and_a_storm_begins(visit, broken):
    page = panel(visit)
    press(page, "forward")
    page.locator(".moment b", has_text="10:0").wait_for()
    press(page, "back")
    page.locator(".moment b", has_text="09:0").wait_for()

    press(page, "storm")

    page.locator(".active li", has_text="风暴 · 种子").wait_for()
    page.click("[data-key=mend]")
    page.locator(".active .nothing").wait_for()


@narrow
def test_limits_are_switched_and_what_they_refused_is_counted(visit, broken, base):
    page = panel(visit, "en")
    switch = page.locator("[data-key='break limits']")
    switch.click()
    page.locator("[data-key='break limits'][aria-pressed=true]", has_text="on").wait_for()
    token = "7000000001:AAsandbox-token-opens-no-real-door0"
    url = f"{base}/bot{token}/sendMessage"
    for _ in range(3):
        page.request.post(url, data={"chat_id": 1001, "text": "x"})

    assert page.request.get(f"{base}/sandbox/v1/limits").json()["refused"] == 2
    page.reload()
    page.locator(".limits .fact.bad", has_text="refused").locator("b", has_text="2").wait_for()


@both_widths
@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_nothing_is_wider_than_the_window(visit, broken, lang):
    page = panel(visit, lang)
    press(page, "slow")
    page.locator(".active li").wait_for()

    assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]
    box = page.locator(".dock-body.breaking")
    assert box.evaluate("n => n.scrollWidth <= n.clientWidth")


@both_widths
def test_a_long_wait_for_the_limits_is_explained(visit, broken, base):
    page = visit(f"?person=1001&chat={GROUP}")
    full = {"chat": GROUP, "count": 15, "seconds": 41}
    page.route("**/sandbox/v1/limits", lambda one: one.fulfill(json={"on": True, "full": [full]}))
    page.route("**/sandbox/v1/world", busy)
    page.reload()

    page.locator(".toast", has_text="“幸福里居民群”一分钟里已经说了 15 条").first.wait_for(
        timeout=30000
    )
    page.locator("#top .state[title='等限速 41 秒']").wait_for(state="attached")
    assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]


def busy(route):
    told = route.fetch()
    route.fulfill(response=told, json={**told.json(), "idle": False})
