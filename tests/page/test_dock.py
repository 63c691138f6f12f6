import pytest

from tests.page.echo import GROUP
from tests.page.hands import Hand, both_widths, fill_form, menu_above, narrow, wide

LINK = "https://t.me/linli_demo_bot?start=i-8f3k2v9q"


@both_widths
def test_the_doors_show_what_the_bot_told_of_them(visit):
    page = visit(f"?person=1001&chat={GROUP}")

    menu_above(page, "doors")

    dock = page.locator("#dock")
    dock.locator(".card.inbox .fact", has_text="7").wait_for()
    assert dock.locator(".card.units .fact", has_text="1.5").inner_text().startswith("1.5")
    row = dock.locator(".rows tr", has_text="receipt")
    assert "王师傅" in row.inner_text()
    assert "送不到 ×3" in row.inner_text()
    assert "blocked by the user" in row.inner_text()
    dock.locator(".dead li", has_text="nobody can read this").wait_for()
    page.keyboard.press("Escape")
    dock.wait_for(state="hidden")


@wide
def test_calls_appear_as_they_happen_with_plain_words(visit):
    page = visit(f"?person=1001&chat={GROUP}&dock=doors")

    Hand(page).say("/report 门禁坏了")

    call = page.locator(".calls li", has_text="sendMessage").first
    call.locator("p", has_text="发一条消息。").wait_for()
    call.locator("summary").click()
    call.locator("pre", has_text="门禁坏了").wait_for()
    page.reload()
    page.locator(".calls li", has_text="sendMessage").first.wait_for()


@narrow
def test_on_a_phone_the_panel_is_a_sheet_and_nothing_is_wider_than_the_window(visit):
    page = visit(f"?person=1001&chat={GROUP}&dock=doors")

    page.locator("#dock .card.inbox .fact").first.wait_for()

    assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]
    assert page.locator("#dock").bounding_box()["height"] < page.viewport_size["height"]
    page.click("[data-key=close-dock]")
    page.locator("#dock").wait_for(state="hidden")


@pytest.fixture
def operator(visit, base):
    """A desk with somebody behind it who answers one command, as the demo process does."""
    page = visit(f"?person=1001&chat={GROUP}&dock=operator")
    root = f"{base}/sandbox/v1/operator"

    def answered(output, code=0):
        asked = page.request.get(f"{root}?after=0").json()["asked"][-1]
        page.request.post(f"{root}/{asked['id']}", data={"code": code, "output": output})
        return asked["command"]

    page.answered = answered
    return page


@wide
def test_a_link_in_the_output_asks_who_taps_it_and_starts_the_bot(operator):
    operator.click("[data-key='linli invite ']")
    operator.keyboard.type("陈主任")
    operator.keyboard.press("Enter")
    operator.locator(".transcript .asked", has_text="linli invite 陈主任").wait_for()
    assert operator.answered(f"陈主任  {LINK}\n") == "linli invite 陈主任"

    operator.locator(".tap", has_text="i-8f3k2v9q").click()
    fill_form(operator, person="陈主任（居委会主任）")

    hand = Hand(operator)
    hand.find(".picker b", has_text="陈主任").wait_for(state="attached")
    hand.bubble("own", "/start i-8f3k2v9q").wait_for()


@wide
def test_what_a_failing_command_said_stands_in_the_transcript(operator):
    operator.click("[data-key='linli check']")
    operator.locator(".transcript .asked").wait_for()

    operator.answered("token: missing", code=1)

    operator.locator(".transcript .failed", has_text="token: missing").wait_for()
    operator.keyboard.press("Tab")
    operator.focus("#command")
    operator.keyboard.press("ArrowUp")
    assert operator.input_value("#command") == "linli check"
