"""When a row of the panel is over and when not: what is late is neither lost nor forgotten."""

import json

from tests.page.hands import wide
from tests.page.test_befell import LI, another, call, number, panel, press, town

__all__ = ["another", "call", "panel", "town"]  # the fixtures work here too


@wide
def test_what_never_ends_is_counted_however_late(panel, town, call, another):
    row = press(panel, "migrate")
    row.filter(has_text="0 句送到新群号").wait_for()
    press(panel, "poison")
    panel.locator(".befell li.settled").wait_for()  # by then the other would have rested, too

    call("sendMessage", number(town), text="新群")

    panel.locator(".befell li").nth(1).filter(has_text="1 句送到新群号").wait_for()


@wide
def test_what_is_told_at_last_is_not_called_lost_however_late(panel, town, call):
    row = press(panel, "drop-before-apply")
    row.filter(has_text="还没碰上").wait_for()
    call("sendMessage", LI, text="第一封")
    row.filter(has_text="1 条没见它原样送到").wait_for()
    press(panel, "poison")
    panel.locator(".befell li.settled").wait_for()

    call("sendMessage", LI, text="第一封")

    panel.locator(".befell li").nth(1).filter(has_text="丢 0 条").wait_for()


@wide
def test_nothing_is_asked_while_nothing_happens(panel, town):
    row = press(panel, "kick")
    row.filter(has_text="群里的话它听不见").wait_for()
    press(panel, "poison")
    panel.locator(".befell li.settled").wait_for()
    asked = []
    panel.on("request", lambda one: asked.append(one.url))

    panel.wait_for_timeout(2500)  # what is asked each second would be asked twice

    assert [url for url in asked if "/calls" in url or "/faults" in url] == []
    assert {fault["kind"] for fault in town.get("/faults")["faults"]} == {"kick"}


@wide
def test_the_same_words_lost_twice_are_one_thing_lost(panel, call):
    panel.select_option("[data-key=often]", "five")
    row = press(panel, "drop-before-apply")
    row.filter(has_text="还没碰上").wait_for()
    for text in ("第一封", "第一封", "第二封"):
        call("sendMessage", LI, text=text)

    row.filter(has_text="碰上 3 次（李婶）").filter(has_text="2 条没见它原样送到").wait_for()


@wide
def test_a_storm_that_blows_still_says_so(panel, call):
    panel.route(
        "**/sandbox/v1/storm",
        lambda asked: asked.continue_(
            post_data=json.dumps({"kinds": ["slow"], "seconds": 60, "rate": 5, "seed": 1})
        ),
    )
    row = press(panel, "storm")
    while call("sendMessage", LI, text="慢") and "碰上 1 次" not in row.inner_text():
        pass

    row.filter(has_text="还没刮完，碰上").wait_for()
