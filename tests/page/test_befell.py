"""What the panel says of what was broken: counted, true of whom it befell, and no more."""

import re

import pytest

from tests.page.echo import DOORS, LI, ZHANG
from tests.page.hands import Hand, fill_form, press, press_storm, wide


def newest_error(town):
    return town.get("/calls")["calls"][-1]["error"] or ""


def brings_one(drawn):
    return [fault.method for _, fault in drawn] == [None]


@wide
@pytest.mark.parametrize(
    ("kind", "whom", "words"),
    [
        ("kick", "幸福里居民群", "群里的话它听不见"),
        ("mute", "幸福里居民群", "能说了再说"),
        ("block", "李婶", "不当作送到"),
    ],
)
def test_what_lasts_befalls_the_left_half_and_tells_what_it_costs(panel, kind, whom, words):
    row = press(panel, kind)

    row.filter(has_text=whom).filter(has_text=words).wait_for()
    assert "还没碰上" not in row.inner_text()
    assert "碰上 1 次" not in row.inner_text()


@wide
def test_only_what_the_one_it_befell_was_refused_is_counted(panel, call, town, another):
    message = call("sendMessage", ZHANG, text="一样")["message_id"]
    row = press(panel, "block")
    row.filter(has_text="不当作送到").wait_for()

    call("editMessageText", ZHANG, text="一样", message_id=message)  # it is not modified
    call("sendMessage", 999, text="无此人")
    call("sendMessage", LI, text="送不到")

    row.filter(has_text="之后有 1 次被拒。").wait_for()
    town.post("/limits", on=True)
    while "Too Many" not in newest_error(town):
        call("sendMessage", LI, text="太快了")
    town.post("/limits", on=False)
    tried = sum("blocked" in (one["error"] or "") for one in town.get("/calls")["calls"])
    call("sendMessage", LI, text="还是送不到")
    row.filter(has_text=f"之后有 {tried + 1} 次被拒。").wait_for()


@wide
def test_a_storm_tells_what_was_lost_and_doubled(panel, call):
    drops = {"kinds": ["drop-before-apply"], "seconds": 2, "rate": 0.5}
    row = press_storm(panel, drops, fits=brings_one)
    row.filter(has_text="30 秒风暴").wait_for()
    while call("sendMessage", LI, text="第一封"):
        pass

    row.filter(has_text="1 条没见它原样送到").wait_for()
    assert call("sendMessage", LI, text="第一封\n别的话")  # that is not what was lost
    row.filter(has_text="1 条没见它原样送到").wait_for()
    assert call("sendMessage", LI, text="第一封")

    row.filter(has_text="碰上 1 次。丢 0 条，重 0 条。").wait_for()


@wide
def test_what_the_bot_is_still_at_is_not_called_lost(panel, call, town, another):
    row = press(panel, "drop-before-apply")
    row.filter(has_text="还没碰上").wait_for()
    told = {"offset": 0, "clock": 0, "next": None, "doors": DOORS}
    town.post("/bot", session="busy", idle=False, **told)

    call("sendMessage", LI, text="第一封")

    row.filter(has_text="还有 1 条没送到，正在再发；").wait_for()


@wide
@pytest.mark.parametrize(
    ("kind", "words"), [("kick", "已经请回来了"), ("mute", "已经能说话了"), ("block", "已经解除")]
)
def test_what_lasted_and_is_over_is_told_as_over(panel, kind, words):
    row = press(panel, kind)
    panel.locator("[data-key^='mend ']").first.click()

    row.filter(has_text=words).wait_for()
    panel.locator(".active .outcome").wait_for(state="detached")


@wide
def test_what_comes_later_is_not_counted_to_what_is_over(panel, call):
    row = press(panel, "hostile")
    row.filter(has_text="机器人随后对这位说了 1 句").wait_for()
    panel.locator(".befell li[data-settled]").wait_for()  # and that is the end of it

    call("sendMessage", LI, text="另一件事")
    press(panel, "poison").filter(has_text="随后死信多了").wait_for()

    row = panel.locator(".befell li").nth(1)
    assert "机器人随后对这位说了 1 句" in row.inner_text()


@wide
def test_each_row_counts_the_calls_that_its_own_fault_befell(panel, call):
    first = press(panel, "apply-then-drop")
    first.filter(has_text="还没碰上").wait_for()
    call("sendMessage", LI, text="第一封")
    call("sendMessage", LI, text="第一封")
    first.filter(has_text="碰上 1 次（李婶）。丢 0 条，重 1 条").wait_for()

    second = press(panel, "apply-then-drop")
    second.filter(has_text="还没碰上").wait_for()
    call("sendMessage", ZHANG, text="第二封")

    second.filter(has_text="碰上 1 次（张伯）。丢 0 条，重 0 条。").wait_for()
    panel.locator(".befell li").nth(1).filter(has_text="碰上 1 次（李婶）。").wait_for()


@wide
@pytest.mark.usefixtures("another")
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("migrate", "群号换了，之后有 1 句送到新群号"),
        ("deleted-topic", "改发到群的总话题"),
        ("poison", "随后死信多了 0 条"),
        ("hostile", "机器人随后对这位说了 1 句"),
        ("duplicate", "碰上 1 次。第二次来的认得出，不再办"),
    ],
)
def test_what_came_of_the_others_is_told(panel, town, call, kind, words):
    row = press(panel, kind)
    row.filter(has_text=re.compile("更新|群|话题|怪字符|同一条")).wait_for()
    [moved] = [c["migrated_to"] for c in town.world()["chats"] if c.get("migrated_to")] or [None]
    if moved:
        call("sendMessage", moved, text="新群")
    town.post(f"/people/{ZHANG}/say", chat="private", text="您好")

    row.filter(has_text=words).wait_for()


@wide
def test_the_hour_of_a_jump_stays_what_it_was(panel):
    row = press(panel, "forward")
    row.filter(has_text="小镇变成 1").wait_for()
    became = row.inner_text().split("小镇变成 ")[1][:5]

    press(panel, "back").filter(has_text="慢一小时").wait_for()

    panel.locator(".befell li", has_text="快一小时").filter(has_text=f"变成 {became}").wait_for()


@wide
def test_a_bot_that_was_started_again_is_told_of(panel, town, another):
    row = press(panel, "second-poller")
    row.filter(has_text="另一台也在收").wait_for()
    before = town.get("/world")["starts"]
    town.post(f"/people/{ZHANG}/say", chat="private", text="您好")
    row.filter(has_text="碰上 1 次").wait_for()
    assert "停下过" not in row.inner_text()
    other = press(panel, "slow")

    told = {"idle": True, "offset": 0, "clock": 0, "next": None, "doors": DOORS}
    town.post("/bot", session="another", **told)

    panel.locator(".toast", has_text="机器人重新开过").first.wait_for()
    panel.locator(".befell li", has_text="另一台").filter(has_text="机器人停下过").wait_for()
    assert "停下过" not in other.inner_text()
    assert town.get("/world")["starts"] == before + 1


@wide
def test_a_group_to_practise_in_does_not_change_who_stands_on_the_right(visit, another):
    page = visit("")
    beside = page.locator("[data-half=right] .picker b")
    works = beside.inner_text()
    Hand(page).menu("make-group-2")
    fill_form(page, title="练习群", bot=False)

    again = visit("")

    again.locator("[data-half=right] .picker b", has_text=works).wait_for()
