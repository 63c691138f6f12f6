from tests.page.echo import GROUP
from tests.page.hands import Hand, menu_above, wide


@wide
def test_one_presses_on_the_left_and_the_other_receives_on_the_right(visit):
    page = visit(f"?person=1001&chat={GROUP}&beside=2001&there=private")
    left, right = Hand(page), Hand(page, "right")

    left.say("/report 电梯坏了")
    right.bubble("bot", "工单").wait_for()
    right.key("接单").click()

    right.find(".toast", has_text="已接单").wait_for()
    right.bubble("bot", "处理中").wait_for()
    assert left.find(".toast").count() == 0


@wide
def test_each_half_keeps_its_own_draft(visit):
    page = visit(f"?person=1001&chat={GROUP}&beside=1002&there={GROUP}")
    left, right = Hand(page), Hand(page, "right")

    left.field.fill("左边写了一半")
    right.say("右边先说")

    left.bubble("other", "右边先说").wait_for()
    assert left.field.input_value() == "左边写了一半"


@wide
def test_one_person_can_have_the_whole_page(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    assert page.locator("[data-half=right]").is_visible()

    menu_above(page, "halves")

    page.locator("[data-half=right]").wait_for(state="hidden")
    assert "halves=1" in page.url
    page.reload()
    page.wait_for_selector("[data-half=left] .chat-head h1")
    assert page.locator("[data-half=right]").is_hidden()


@wide
def test_a_reload_finds_both_people_again(visit):
    page = visit()
    Hand(page).play(1002, GROUP)
    Hand(page, "right").play(3001, GROUP)

    page.reload()

    page.wait_for_selector("[data-half=right] .chat-head h1")
    assert Hand(page).find(".picker b").inner_text() == "张伯"
    assert Hand(page, "right").find(".picker b").inner_text() == "陈主任"


@wide
def test_a_toast_got_by_another_hand_shows_where_its_person_stands(visit, base):
    page = visit(f"?person=1001&chat={GROUP}&beside=2001&there=private")
    left, right = Hand(page), Hand(page, "right")
    left.say("/report 窨井盖翘起来了")
    right.bubble("bot", "窨井盖").wait_for()
    messages = f"{base}/sandbox/v1/people/2001/chats/private/messages"
    newest = page.request.get(messages).json()["messages"][-1]["id"]

    press = {"chat": "private", "message": newest, "button": "接单"}
    page.request.post(f"{base}/sandbox/v1/people/2001/press", data=press)

    right.find(".toast", has_text="已接单").wait_for()
    assert left.find(".toast").count() == 0
