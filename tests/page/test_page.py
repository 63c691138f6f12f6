import shutil

import pytest

from tests.page.echo import GROUP, ROOT, town_with_bot

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
both_widths = pytest.mark.parametrize(
    "visit", [WIDE, NARROW], ids=["wide", "narrow"], indirect=True
)
wide = pytest.mark.parametrize("visit", [WIDE], ids=["wide"], indirect=True)
narrow = pytest.mark.parametrize("visit", [NARROW], ids=["narrow"], indirect=True)
SEND = "Enter"


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: the chat page goes untested")
    # imported here, so that the other tests of this file need no browser at all
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield running
        running.close()


@pytest.fixture(scope="module")
def base():
    with town_with_bot() as address:
        yield address


@pytest.fixture
def visit(browser, base, request):
    """Open the page; afterwards, nothing was asked of another machine and no script failed."""
    context = browser.new_context(viewport=request.param)
    page = context.new_page()
    page.set_default_timeout(8000)
    asked, failed = [], []
    page.on("request", lambda one: asked.append(one.url))
    page.on("pageerror", lambda one: failed.append(one))  # noqa: PLW0108 -- it marks what it is given

    def go(query=""):
        page.goto(f"{base}/{query}")
        page.wait_for_selector("#chat-head h1", state="attached")
        return page

    yield go
    context.close()
    assert [url for url in asked if not url.startswith((base, "data:", "blob:"))] == []
    assert failed == []


def play_as(page, person, chat):
    """Switch to a person and a chat, through the panes where there is room for only one."""
    for back in ("#chat-head .back", "#chats .back"):
        if page.locator(back).is_visible():
            page.click(back)
    page.click(f'[data-person="{person}"]')
    page.click(f'[data-chat="{chat}"]')


def say(page, text):
    page.fill("#text", text)
    page.press("#text", SEND)


def bubble(page, kind, words):
    return page.locator(f".row.{kind} .bubble", has_text=words).last


@both_widths
def test_a_person_says_something_in_the_group_and_all_see_it(visit):
    page = visit(f"?person=1001&chat={GROUP}")

    play_as(page, 1002, GROUP)
    words = f"大家晚上好 {page.viewport_size['width']}"
    say(page, words)

    bubble(page, "own", words).wait_for()
    assert page.input_value("#text") == ""
    play_as(page, 1001, GROUP)
    bubble(page, "other", words).wait_for()


@both_widths
def test_a_button_shows_its_toast_and_an_alert_waits(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    leak = f"二号楼漏水 {page.viewport_size['width']}"
    say(page, f"/report {leak}")
    bubble(page, "bot", leak).locator("strong", has_text="#").wait_for()

    play_as(page, 2001, 2001)
    bubble(page, "bot", leak).wait_for()
    page.locator(".key", has_text="退单").last.click()
    dialog = page.locator("dialog[open]", has_text="请先写明原因。")
    dialog.locator("button").click()
    dialog.wait_for(state="hidden")
    page.locator(".key", has_text="接单").last.click()

    page.locator("#toasts .toast", has_text="已接单").wait_for()
    bubble(page, "bot", f"{leak}\n处理中").locator(".stamp", has_text="已编辑").wait_for()


@both_widths
def test_markup_in_a_message_stays_text(visit):
    markup = "<img src=x onerror=\"document.body.dataset.hurt='yes'\">"
    page = visit(f"?person=1001&chat={GROUP}")

    say(page, f"/report {markup}")

    bubble(page, "own", markup).wait_for()
    bubble(page, "bot", markup).wait_for()
    page.locator("#chats small", has_text="<img").first.wait_for(state="attached")
    assert page.locator('img[src="x"]').count() == 0
    assert page.locator("body[data-hurt]").count() == 0


@wide
def test_what_the_bot_writes_to_somebody_else_shows_as_a_dot(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    dot = page.locator('[data-person="2001"] .dot')
    play_as(page, 2001, 2001)
    play_as(page, 1001, GROUP)
    dot.wait_for(state="detached")

    say(page, "/report 路灯不亮")

    dot.wait_for()
    page.click('[data-person="2001"]')
    bubble(page, "bot", "路灯不亮").wait_for()
    dot.wait_for(state="detached")


@narrow
def test_the_address_chooses_person_chat_and_language(visit):
    page = visit("?person=1002&chat=private&lang=en")

    assert page.inner_text("#chat-head p") == "Private chat with the bot · you are 张伯"
    assert page.get_attribute("html", "lang") == "en"
    assert page.url.endswith("?person=1002&chat=1002&lang=en")
    page.click("[data-key=language]")
    play_as(page, 1004, GROUP)
    assert page.inner_text("#chat-head p") == "11 位成员 · 你是Emma"
    assert page.url.endswith(f"?person=1004&chat={GROUP}")


@wide
def test_an_address_of_nobody_opens_the_first_chat(visit):
    page = visit("?person=77&chat=5")

    assert page.inner_text("#chat-head p") == "11 位成员 · 你是李婶"


@narrow
def test_the_hint_fills_in_and_goes_away_for_good(visit):
    page = visit("?person=1001&chat=private")

    page.click("#hint .fill")
    assert page.input_value("#text") == "/report 三号楼电梯坏了两天没人修"
    assert page.inner_text("#chat-head h1") == "幸福里居民群"
    page.click("#hint .close")

    page.reload()
    page.wait_for_selector("#chat-head h1")
    assert page.locator("#hint").is_hidden()


@wide
def test_who_has_not_started_the_bot_can_start_it(visit):
    page = visit("?person=1003&chat=private")
    page.click("[data-gate=start]")

    bubble(page, "bot", "您好，我是邻里。").wait_for()
    page.click("[data-key=block]")
    page.click("[data-gate=unblock]")
    page.wait_for_selector("#text")


@narrow
def test_a_sample_photo_goes_with_its_caption(visit):
    page = visit(f"?person=1001&chat={GROUP}")

    page.click("[data-key=attach]")
    page.click("[data-sample=garbage-pile]")
    page.locator(".chip", has_text="垃圾成堆").wait_for()
    say(page, "门口又堆满了")

    photo = bubble(page, "own", "门口又堆满了").locator("img")
    photo.wait_for()
    page.wait_for_function("image => image.naturalWidth > 0", arg=photo.element_handle())
    page.locator(".chip").wait_for(state="detached")


@wide
def test_an_uploaded_photo_is_sent(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    before = page.locator(".row.own .photo").count()

    page.set_input_files("input[type=file]", ROOT / "sandbox" / "pictures" / "lift-fixed.jpg")
    page.locator(".chip img").wait_for()
    page.press("#text", SEND)

    page.locator(".row.own .photo").nth(before).wait_for()


@wide
def test_a_reply_quotes_and_an_edit_is_marked(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    say(page, "谁有梯子")
    play_as(page, 1002, GROUP)

    row = page.locator(".row.other", has_text="谁有梯子")
    row.hover()
    row.locator("[data-key$=reply]").click()
    say(page, "我有一把")
    mine = page.locator(".row.own", has_text="我有一把")
    mine.locator(".quote", has_text="谁有梯子").wait_for()
    mine.hover()
    mine.locator("[data-key$=edit]").click()
    say(page, "我有两把")

    edited = page.locator(".row.own", has_text="我有两把")
    edited.locator(".stamp", has_text="已编辑").wait_for()
    edited.hover()
    edited.locator("[data-key$=delete]").click()
    edited.wait_for(state="detached")


@wide
def test_choosing_characters_with_enter_sends_nothing(visit):
    page = visit(f"?person=1001&chat={GROUP}")

    page.fill("#text", "nihao")
    page.dispatch_event("#text", "keydown", {"key": "Enter", "isComposing": True})

    assert page.input_value("#text") == "nihao"


@wide
def test_a_person_and_a_chat_are_chosen_by_keyboard(visit):
    page = visit(f"?person=1001&chat={GROUP}")

    page.focus('[data-person="1002"]')
    page.keyboard.press("Enter")
    page.focus('[data-chat="1002"]')
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "text"
    assert page.get_attribute("#text", "aria-label") == "以张伯的身份写消息"


@narrow
def test_one_pane_at_a_time_and_nothing_wider_than_the_window(visit):
    page = visit(f"?person=1001&chat={GROUP}")

    for back in ("#chat-head .back", "#chats .back"):
        assert page.locator("#people:visible, #chats:visible, #chat:visible").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
        page.click(back)
    assert page.locator("#people").is_visible()


# last, for time does not go back
@narrow
def test_the_clock_moves_by_its_buttons(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    before = page.inner_text(".now b")
    page.locator(".state.idle").wait_for()

    page.click("[data-step=hour]")

    hour = (int(before[:2]) + 1) % 24
    page.locator(".now b", has_text=f"{hour:02}{before[2:]}").wait_for()
