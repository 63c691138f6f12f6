from tests.page.echo import GROUP, ROOT
from tests.page.hands import NARROW, Hand, both_widths, menu_above, narrow, wide


@both_widths
def test_a_person_says_something_in_the_group_and_all_see_it(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    hand = Hand(page)
    hand.play(1002, GROUP)
    words = f"大家晚上好 {page.viewport_size['width']}"

    hand.say(words)

    hand.bubble("own", words).wait_for()
    assert hand.field.input_value() == ""
    hand.play(1001, GROUP)
    hand.bubble("other", words).wait_for()


# counted as they come: a toast may be gone before the rest is seen
TOASTS = """words => {
    window.toasts = 0;
    const isToast = (node) => node.matches?.(".toast") && node.textContent.includes(words);
    new MutationObserver((found) => {
        const added = found.flatMap((one) => [...one.addedNodes]);
        window.toasts += added.filter(isToast).length;
    }).observe(document.querySelector("[data-half=left]"), { childList: true, subtree: true });
}"""


@both_widths
def test_a_button_shows_its_toast_and_an_alert_waits(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    hand = Hand(page)
    leak = f"二号楼漏水 {page.viewport_size['width']}"
    hand.say(f"/report {leak}")
    hand.bubble("bot", leak).locator("strong", has_text="#").wait_for()

    hand.play(2001, 2001)
    hand.bubble("bot", leak).wait_for()
    hand.key("退单").click()
    dialog = page.locator("dialog[open]", has_text="请先写明原因。")
    dialog.locator("button").click()
    dialog.wait_for(state="detached")
    page.evaluate(TOASTS, "已接单")
    hand.key("接单").click()

    hand.find(".toast", has_text="已接单").wait_for()
    hand.bubble("bot", f"{leak}\n处理中").locator(".stamp", has_text="已编辑").wait_for()
    assert page.evaluate("window.toasts") == 1


def box(found):
    """Where something stands; what is drawn anew just now stands nowhere for a moment."""
    found.wait_for()
    return found.bounding_box() or box(found)


@narrow
def test_a_toast_stands_above_the_messages_and_covers_none(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    hand = Hand(page)
    hand.say("/report 楼道灯不亮")
    hand.play(2001, 2001)
    accept = hand.key("接单")
    accept.wait_for()
    before = box(accept)

    accept.click()

    toast = box(hand.find(".toast", has_text="已接单"))
    log = box(hand.find(".log"))
    assert toast["y"] + toast["height"] <= log["y"]
    assert log["y"] + log["height"] >= before["y"]


@both_widths
def test_the_date_stands_beside_the_clock_at_every_width(visit):
    page = visit()

    assert page.inner_text(".date") == "3月2日周一"
    assert page.locator(".date").is_visible()


@both_widths
def test_markup_in_a_message_stays_text(visit):
    markup = "<img src=x onerror=\"document.body.dataset.hurt='yes'\">"
    page = visit(f"?person=1001&chat={GROUP}")
    hand = Hand(page)

    hand.say(f"/report {markup}")

    hand.bubble("own", markup).wait_for()
    hand.bubble("bot", markup).wait_for()
    hand.find(".chats small", has_text="<img").first.wait_for(state="attached")
    assert page.locator('img[src="x"]').count() == 0
    assert page.locator("body[data-hurt]").count() == 0


@wide
def test_what_the_bot_writes_to_somebody_else_shows_as_a_dot(visit):
    page = visit(f"?person=1001&chat={GROUP}&halves=1")
    hand = Hand(page)
    waiting = hand.find(".picker .dot")
    hand.play(2001, 2001)
    hand.play(1001, GROUP)
    waiting.wait_for(state="detached")

    hand.say("/report 路灯不亮")

    waiting.wait_for()
    hand.find(".picker").click()
    hand.find('[data-person="2001"] .dot').wait_for()
    hand.find('[data-person="2001"]').click()
    hand.bubble("bot", "路灯不亮").wait_for()
    waiting.wait_for(state="detached")


@narrow
def test_the_address_chooses_person_chat_and_language(visit):
    page = visit("?person=1002&chat=private&lang=en")
    about = Hand(page).find(".chat-head p")

    assert about.inner_text() == "张伯's private chat with the bot"
    assert page.get_attribute("html", "lang") == "en"
    assert "person=1002&chat=1002" in page.url
    menu_above(page, "language")
    Hand(page).play(1004, GROUP)
    assert about.inner_text().startswith("11 位成员")
    assert f"person=1004&chat={GROUP}" in page.url
    assert "lang" not in page.url


@wide
def test_an_address_of_nobody_opens_the_first_chat(visit):
    hand = Hand(visit("?person=77&chat=5"))

    assert hand.find(".picker b").inner_text() == "李婶"
    assert hand.find(".chat-head h1").inner_text() == "幸福里居民群"


@narrow
def test_the_hint_fills_in_and_goes_away_for_good(visit):
    page = visit("?person=1001&chat=private")
    hand = Hand(page)

    page.click("#hint .fill")
    assert hand.field.input_value() == "/report 三号楼电梯坏了两天没人修"
    assert hand.find(".chat-head h1").inner_text() == "幸福里居民群"
    page.click("#hint .close")

    page.reload()
    hand.find(".chat-head h1").wait_for()
    assert page.locator("#hint").is_hidden()


@wide
def test_who_has_not_started_the_bot_can_start_and_block_it(visit):
    hand = Hand(visit("?person=1003&chat=private"))
    hand.find("[data-gate=start]").click()

    hand.bubble("bot", "您好，我是邻里。").wait_for()
    hand.menu("block")
    hand.find("[data-gate=unblock]").click()
    hand.field.wait_for()


@narrow
def test_a_sample_photo_goes_with_its_caption_and_can_be_enlarged(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    hand = Hand(page)

    hand.attach("sample garbage-pile")
    hand.find(".chip", has_text="垃圾成堆").wait_for()
    hand.say("门口又堆满了")

    photo = hand.bubble("own", "门口又堆满了").locator("img")
    photo.wait_for()
    page.wait_for_function("image => image.naturalWidth > 0", arg=photo.element_handle())
    hand.find(".chip").wait_for(state="detached")
    photo.click()
    page.locator("dialog.lightbox img").wait_for()
    page.keyboard.press("Escape")
    page.locator("dialog.lightbox").wait_for(state="detached")


@wide
def test_an_uploaded_photo_is_sent(visit):
    hand = Hand(visit(f"?person=1001&chat={GROUP}"))
    before = hand.find(".row.own .photo").count()

    file = ROOT / "sandbox" / "pictures" / "lift-fixed.jpg"
    hand.find(".upload-photo").set_input_files(file)
    hand.find(".chip img").wait_for()
    hand.field.press("Enter")

    hand.find(".row.own .photo").nth(before).wait_for()


@wide
def test_a_reply_quotes_an_edit_is_marked_and_a_quote_leads_back(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    hand = Hand(page)
    hand.say("谁有梯子")
    hand.play(1002, GROUP)

    hand.tool("谁有梯子", "reply")
    hand.say("我有一把")
    mine = hand.find(".row.own", has_text="我有一把")
    mine.locator(".quote", has_text="谁有梯子").wait_for()
    hand.tool("我有一把", "edit")
    hand.say("我有两把")

    edited = hand.find(".row.own", has_text="我有两把")
    edited.locator(".stamp", has_text="已编辑").wait_for()
    edited.locator(".quote").click()
    hand.find(".row.glow", has_text="谁有梯子").wait_for()
    hand.tool("我有两把", "delete")
    edited.wait_for(state="detached")


@wide
def test_choosing_characters_with_enter_sends_nothing(visit):
    hand = Hand(visit(f"?person=1001&chat={GROUP}"))

    hand.field.fill("nihao")
    hand.field.dispatch_event("keydown", {"key": "Enter", "isComposing": True})

    assert hand.field.input_value() == "nihao"


@narrow
def test_one_pane_at_a_time_and_nothing_wider_than_the_window(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    hand = Hand(page)

    assert hand.find(".chats:visible, .chat:visible").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    hand.find(".back").click()
    assert hand.find(".chats:visible, .chat:visible").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    assert page.locator("[data-half=right]").is_hidden()


# last, for time does not go back
@narrow
def test_the_clock_moves_by_its_buttons(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    before = page.inner_text(".now b")
    page.locator(".state.idle").wait_for()

    page.click("[data-step=hour]")

    hour = (int(before[:2]) + 1) % 24
    page.locator(".now b", has_text=f"{hour:02}{before[2:]}").wait_for()


# each of many messages comes in a turn of its own; what is drawn anew names the page anew
FLOOD = """async () => {
    const { store } = await import("/page/store.js");
    const { port1, port2 } = new MessageChannel();
    const turn = () => new Promise((done) => { port1.onmessage = done; port2.postMessage(0); });
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    let drawn = 0;
    const observer = new MutationObserver((found) => { drawn += found.length; });
    observer.observe(document.querySelector("title"), { childList: true });
    for (let told = 0; told < 200; told += 1) { store.tell("thread"); await turn(); }
    await frame();
    await turn();
    observer.disconnect();
    return drawn;
}"""


@wide
def test_a_flood_of_messages_is_drawn_once_for_each_frame(visit):
    page = visit(f"?person=1001&chat={GROUP}")

    assert 0 < page.evaluate(FLOOD) < 50
