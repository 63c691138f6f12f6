from tests.page.echo import GROUP
from tests.page.hands import Hand, narrow, wide


def held(page, what="dataset.key"):
    return page.evaluate(f"document.activeElement.{what}")


@wide
def test_a_person_and_a_chat_are_chosen_by_arrows_and_enter(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    page.focus("[data-half=left] .picker")

    page.keyboard.press("Enter")
    assert held(page) == "person 1001"
    page.keyboard.press("ArrowDown")
    assert held(page) == "person 1002"
    page.keyboard.press("Enter")
    page.focus(f'[data-half=left] [data-chat="{GROUP}"]')
    page.keyboard.press("End")
    page.keyboard.press("Enter")

    page.locator("#text-left[aria-label='以张伯的身份写消息']:focus").wait_for()
    page.wait_for_url("**person=1002&chat=1002**")


@wide
def test_escape_closes_a_panel_and_gives_the_focus_back(visit):
    page = visit(f"?person=1001&chat={GROUP}")

    for opener, panel in ((".picker", ".people"), ("[data-key=attach]", ".attach")):
        page.focus(f"[data-half=left] {opener}")
        page.keyboard.press("Enter")
        page.locator(f"[data-half=left] {panel}").wait_for()
        page.keyboard.press("Escape")
        page.locator(f"[data-half=left] {panel}").wait_for(state="hidden")
        assert held(page) == page.get_attribute(f"[data-half=left] {opener}", "data-key")


@wide
def test_a_button_under_a_message_is_reached_and_pressed_by_keys(visit):
    page = visit(f"?person=1001&chat={GROUP}&beside=2001&there=private")
    Hand(page).say("/report 水管漏了")
    worker = Hand(page, "right")
    worker.bubble("bot", "水管漏了").wait_for()
    worker.find(".log").focus()

    page.keyboard.press("ArrowUp")
    for _ in range(3):
        if "接单" in held(page, "textContent") and held(page, "className") == "key":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    worker.find(".toast", has_text="已接单").wait_for()


@wide
def test_f6_goes_from_half_to_half(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    page.focus("#text-left")

    page.keyboard.press("F6")

    assert held(page, "id") == "text-right"
    page.keyboard.press("F6")
    assert held(page, "id") == "text-left"


@wide
def test_escape_gives_up_a_reply_before_anything_else(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    hand = Hand(page)
    hand.say("几点开会")
    hand.tool("几点开会", "reply")
    hand.find(".chip").wait_for()
    page.keyboard.type("七点")

    page.keyboard.press("Escape")

    hand.find(".chip").wait_for(state="detached")
    assert hand.field.input_value() == "七点"


@narrow
def test_escape_leads_from_the_chat_back_to_the_list(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    page.focus("#text-left")

    page.keyboard.press("Escape")

    Hand(page).find(".chats").wait_for()
    assert held(page) == f"chat {GROUP}"


@wide
def test_the_focus_can_always_be_seen(visit):
    page = visit(f"?person=1001&chat={GROUP}")

    for _ in range(22):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            "(({outlineStyle, boxShadow}) => outlineStyle !== 'none' || boxShadow !== 'none')"
            "(getComputedStyle(document.activeElement))"
        )
        assert ring or held(page, "tagName") == "BODY", held(page)


@wide
def test_a_panel_that_is_opened_by_keys_has_the_focus_on_its_tab(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    page.focus("[data-key=doors]")
    page.keyboard.press("Enter")
    page.locator("[data-key='tab doors']:focus").wait_for()

    page.focus("[data-key='tab breaking']")
    page.keyboard.press("Enter")

    page.locator(".blow").first.wait_for()
    page.locator("[data-key='tab breaking'][aria-selected=true]:focus").wait_for()
