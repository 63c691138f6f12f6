"""What a newcomer stumbled over, held for good."""

import pytest

from sandbox.wire import Wire
from tests.page.echo import GROUP, TOKEN
from tests.page.hands import Hand, fill_form, menu_above, narrow, wide

STAFF = -1001000000002
AGAIN = {"start": "2026-03-02T09:00:00+08:00"}
AT = "([x, y]) => document.elementFromPoint(x, y)?.closest('[data-key]')?.dataset.key"


def under(page, box):
    """What a finger in the middle of a box would press."""
    return page.evaluate(AT, [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2])


@narrow
def test_on_a_phone_the_menu_stands_above_the_panel(visit):
    page = visit(f"?person=1001&chat={GROUP}&dock=operator")
    page.click("[data-key=more]")

    for name in ("operator", "language", "reset"):
        assert under(page, page.locator(f".tray [data-key={name}]").bounding_box()) == name


@narrow
@pytest.mark.usefixtures("another")
def test_on_a_phone_a_toast_stands_above_the_panel(visit, town):
    page = visit("?person=1001&dock=breaking")
    town.post("/bot", session="again", idle=True, offset=0, clock=0)

    toast = page.locator(".toast", has_text="重新开过").last
    toast.wait_for()
    box, sheet = toast.bounding_box(), page.locator("#dock").bounding_box()
    assert box["y"] + box["height"] <= sheet["y"]


@wide
def test_a_card_that_changed_under_the_finger_takes_no_press_for_a_moment(visit, base):
    page = visit("?person=2001&chat=private")
    hand = Hand(page)
    card = {"chat_id": 2001, "text": "井盖没了", "reply_markup": keys("a", "b")}
    sent = page.request.post(f"{base}/bot{TOKEN}/sendMessage", data=card).json()["result"]
    pressed = hand.find(".row", has_text="井盖没了").last.locator(".key").last
    pressed.click()
    pressed.locator("xpath=self::*[not(@aria-busy)]").wait_for()
    page.locator("dialog[open] button").click()

    card = {**card, "message_id": sent["message_id"], "reply_markup": keys("c")}
    assert page.request.post(
        f"{base}/bot{TOKEN}/editMessageText", data={**card, "text": "井盖：处理中"}
    ).ok

    board = hand.find(".row", has_text="井盖：处理中").locator(".keyboard")
    board.and_(page.locator(".settling")).wait_for()
    assert under(page, board.bounding_box()) is None
    hand.find(".keyboard.settling").wait_for(state="detached")
    assert under(page, board.bounding_box()).endswith(" c")


def keys(*names):
    return {"inline_keyboard": [[{"text": name, "callback_data": name} for name in names]]}


@wide
@pytest.mark.parametrize(("lang", "words"), [("zh-CN", "居民 · 3号楼"), ("en", "building 3")])
def test_a_role_is_told_in_the_language_of_the_page(visit, lang, words):
    page = visit(f"?person=1001&chat={GROUP}&lang={lang}")

    assert words in Hand(page).find(".picker small").text_content()


@narrow
def test_who_holds_a_post_is_not_told_to_report_in_the_staffs_group(visit):
    page = visit(f"?person=2001&chat={STAFF}")
    page.evaluate("localStorage.clear()")
    page.reload()
    page.locator("#hint").wait_for()

    assert page.locator("#hint [data-key=fill]").count() == 0
    assert "派给你的事" in page.inner_text("#hint")


@wide
def test_the_next_due_goes_on_until_something_is_seen_and_says_what(visit, base):
    page = visit(f"?person=1001&chat={GROUP}")
    assert page.request.post(f"{base}/sandbox/v1/reset", data=AGAIN).ok
    hand = Hand(page)
    hand.find(".empty").wait_for()
    hand.say("/report 水管漏了")
    hand.bubble("bot", "水管漏了").wait_for()

    page.click("[data-key=next]")

    page.locator(".toast", has_text="到期：3月2日周一 11:0").filter(
        has_text="说了 1 句：王师傅"
    ).wait_for()
    page.click("[data-key=next]")
    page.locator(".toast", has_text="没有等着到期").wait_for()


@wide
def test_how_what_was_broken_turned_out_is_told(visit, base):
    page = visit(f"?person=1001&chat={GROUP}&dock=breaking")
    page.click("[data-key='break second-poller']")
    page.click("[data-key='break slow']")
    row = page.locator(".befell li", has_text="慢").first
    row.filter(has_text="还没碰上").wait_for()

    Wire(base).post("/people/1002/say", chat=1002, text="您好")

    row.filter(has_text="碰上 1 次（张伯）。丢 0 条，重 0 条。").wait_for()
    page.locator(".befell li", has_text="另一台也在收").filter(has_text="碰上 1 次").wait_for()


@wide
def test_a_command_of_a_story_stands_at_the_desk_with_its_output(visit, base):
    page = visit(f"?person=1001&chat={GROUP}&dock=operator")
    town = Wire(base)
    asked = town.post("/operator", command="linli invite chen")["id"]
    page.locator(".transcript .asked", has_text="linli invite chen").wait_for()

    town.post(f"/operator/{asked}", code=0, output="陈主任 t.me/linli_demo_bot?start=p_1")

    page.locator(".transcript .tap", has_text="p_1").click()
    page.locator("dialog[open]", has_text="陈主任的链接，谁点？").wait_for()
    assert page.locator("select[name=person]").input_value() == "3001"
    fill_form(page)
    page.locator(".transcript .tap.used", has_text="p_1").wait_for()


@wide
def test_only_the_lines_of_a_check_that_fail_look_wrong(visit, base):
    page = visit(f"?person=1001&chat={GROUP}&dock=operator")
    town = Wire(base)
    asked = town.post("/operator", command="linli check")["id"]
    town.post(f"/operator/{asked}", code=1, output="✓ token\n✗ no group\n✓ disk\n")

    failed = page.locator(".transcript .ran", has_text="no group").locator(".failed")
    failed.first.wait_for()
    assert [each.strip() for each in failed.all_inner_texts()] == ["✗ no group"]


@wide
def test_what_the_desk_refuses_is_told_in_the_readers_language(visit, base):
    page = visit(f"?person=1001&chat={GROUP}&dock=operator")
    town = Wire(base)
    asked = town.post("/operator", command="linli backup")["id"]
    said = "linli backup: only these can be run here: linli check"
    town.post(f"/operator/{asked}", code=2, output=said)

    page.locator(
        ".transcript pre", has_text="linli backup：这里不能跑。能跑的是：linli check"
    ).wait_for()
    menu_above(page, "language")
    page.locator(".transcript pre", has_text="linli backup: cannot be run here").wait_for()
