"""The rows of what was broken: what each goes on counting, and what asking costs."""

import re

import pytest

from tests.page.echo import DOORS, LI, ZHANG
from tests.page.hands import menu_above, press, press_storm, wide

OURS = ("/calls", "/faults")
LATER = """() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + 60000;
}"""
SETTLED = ".befell li[data-settled]"
ALL = 1 << 30  # more updates than a test brings


def tell(town, session, *, idle):
    """Speak for a bot that has read all there is."""
    told = {"offset": ALL, "clock": town.get("/clock")["version"], "next": None, "doors": DOORS}
    town.post("/bot", session=session, idle=idle, **told)


def settle_another(page):
    """Once something broken after it has settled, the older row could have settled, too."""
    row = press(page, "hostile")
    row.filter(has_text="随后对这位说了").wait_for()
    page.evaluate(LATER)  # what rests for so long is settled at the next look
    row.and_(page.locator("[data-settled]")).wait_for()


@wide
@pytest.mark.usefixtures("another")
def test_a_group_that_moved_is_counted_for_as_long_as_it_is_looked_at(panel, town, call):
    row = press(panel, "migrate")
    row.filter(has_text="之后有 0 句送到新群号").wait_for()
    old, new = next(
        (one["id"], one["migrated_to"])
        for one in town.get("/world")["chats"]
        if one.get("migrated_to")
    )
    settle_another(panel)

    call("sendMessage", old, text="旧群号")
    call("sendMessage", new, text="新群号")

    row = panel.locator(".befell li", has_text="群升级")
    row.filter(has_text="之后有 1 句送到新群号").wait_for()
    assert "被拒" not in row.inner_text()


@wide
def test_what_was_lost_and_is_said_again_much_later_is_lost_no_more(panel, call):
    press(panel, "drop-before-apply").filter(has_text="还没碰上").wait_for()
    call("sendMessage", LI, text="第一封")
    settle_another(panel)

    call("sendMessage", LI, text="第一封")

    row = panel.locator(".befell li", has_text="没办，也没回音")
    row.filter(has_text="碰上 1 次（李婶）。丢 0 条，重 0 条。").wait_for()


@wide
def test_the_same_words_lost_twice_are_one_thing_lost(panel, call):
    panel.select_option("[data-key=often]", label="五次")
    row = press(panel, "drop-before-apply")
    row.filter(has_text="还没碰上").wait_for()

    for _ in range(2):
        call("sendMessage", LI, text="第一封")

    row.filter(has_text="碰上 2 次").filter(has_text="1 条没见它原样送到").wait_for()


@wide
def test_what_was_answered_and_is_said_again_is_not_doubled(panel, call):
    press(panel, "slow").filter(has_text="还没碰上").wait_for()
    call("sendMessage", LI, text="第一封")
    other = press(panel, "apply-then-drop")
    other.filter(has_text="还没碰上").wait_for()

    for _ in range(2):
        call("sendMessage", LI, text="第一封")

    other.filter(has_text="重 1 条").wait_for()
    assert "丢 0 条，重 0 条。" in panel.locator(".befell li").nth(1).inner_text()


@wide
def test_a_storm_under_way_is_not_told_as_over(panel, call):
    drops = {"kinds": ["drop-before-apply"], "seconds": 30, "rate": 0.1}
    row = press_storm(panel, drops, fits=brings_soon)
    while call("sendMessage", LI, text="第一封"):
        pass

    row.filter(has_text="还没刮完，碰上 1 次了。").wait_for()
    panel.click("[data-key=mend]")

    row.filter(has_text="碰上 1 次。").wait_for()


def brings_soon(drawn):
    """The first befalls a call of itself, and no other comes before the test is over."""
    moments = [at for at, fault in reversed(drawn) if fault.method is None]
    return len(moments) == len(drawn) > 0 and moments[0] < 0.5 and all(m > 20 for m in moments[1:])


@wide
def test_what_ended_before_it_was_met_waits_for_nothing(panel):
    press(panel, "slow").filter(has_text="还没碰上").wait_for()
    panel.click("[data-key=mend]")

    panel.locator(SETTLED).filter(has_text="没碰上就结束了。").wait_for()


@wide
def test_nothing_settles_while_the_bot_is_at_work(panel, call, town, another):
    row = press(panel, "apply-then-drop")
    row.filter(has_text="还没碰上").wait_for()
    tell(town, "at work", idle=False)
    call("sendMessage", LI, text="第一封")
    row.filter(has_text="碰上 1 次").wait_for()
    panel.evaluate(LATER)

    call("sendMessage", LI, text="第一封")

    row.filter(has_text="重 1 条").wait_for()
    assert panel.locator(SETTLED).count() == 0


@wide
def test_a_start_long_after_is_no_work_of_the_second_copy(panel, town, another):
    row = press(panel, "second-poller")
    town.post(f"/people/{ZHANG}/say", chat="private", text="您好")
    row.filter(has_text="碰上 1 次").wait_for()
    panel.evaluate(LATER)

    tell(town, "long after", idle=True)

    panel.locator(".toast", has_text="机器人重新开过").first.wait_for()
    assert "停下过" not in row.inner_text()


@wide
def test_a_group_that_moves_later_keeps_what_it_was_refused(panel, town, call, another):
    by, *members = [one["id"] for one in town.get("/world")["people"]]
    group = town.post("/chats", title="楼道群", type="group", by=by, members=members, bot=True)[
        "id"
    ]
    panel.select_option("[data-key=where]", str(group))
    row = press(panel, "kick")
    call("sendMessage", group, text="被踢了")
    row.filter(has_text="之后有 1 次被拒。").wait_for()

    town.post("/faults", kind="migrate", chat=group)
    call("sendMessage", group, text="搬走了")

    row.filter(has_text="之后有 2 次被拒。").wait_for()


@wide
def test_an_unmended_kick_is_not_asked_after_again_and_again(panel, town, call):
    press(panel, "kick").filter(has_text="群里的话它听不见").wait_for()
    settle_another(panel)
    town.post("/faults", kind="429", chat=ZHANG, seconds=8)
    ticking = panel.locator(".active li", has_text="太快了")
    ticking.filter(has_text=re.compile("还有 [678] 秒")).wait_for()
    asked = []
    panel.on("request", lambda one: asked.append(one.url))

    # what ticks without asking shows that seconds have passed
    ticking.filter(has_text=re.compile("还有 [234] 秒")).wait_for()

    assert [url for url in asked if any(part in url for part in OURS)] == []


@wide
def test_what_came_while_nobody_looked_is_read_when_the_panel_is_opened(panel, call):
    press(panel, "block").filter(has_text="不当作送到").wait_for()
    panel.click("[data-key=close-dock]")
    call("sendMessage", LI, text="送不到")

    menu_above(panel, "breaking")

    panel.locator(".befell li", has_text="之后有 1 次被拒。").wait_for()
