from tests.page.echo import COMMANDS, GROUP
from tests.page.hands import Hand, both_widths, fill_form, narrow, wide


@narrow
def test_several_photos_make_one_album_and_one_of_them_can_be_answered(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    hand = Hand(page)

    for name in ("lift-broken", "garbage-pile", "dark-stairwell"):
        hand.attach(f"sample {name}")
    hand.say("这几处都要修")

    album = hand.bubble("own", "这几处都要修").locator(".album .photo")
    album.nth(2).wait_for()
    assert album.count() == 3
    album.nth(1).click()
    large = page.locator("dialog.lightbox")
    large.locator(".count", has_text="2 / 3").wait_for()
    page.keyboard.press("ArrowRight")
    large.locator(".count", has_text="3 / 3").wait_for()
    large.locator("[data-key=photo-reply]").click()
    hand.say("这一处最急")
    hand.bubble("own", "这一处最急").locator(".quote").click()
    hand.find(".row.glow .album").wait_for()


@both_widths
def test_a_vote_shows_the_shares_to_both_and_can_be_taken_back(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    hand = Hand(page)
    before = hand.find(".poll").count()
    hand.say("/poll")
    hand.find(".poll").nth(before).wait_for()
    mine = hand.find(".poll", has_text="先修哪一台").last

    mine.locator(".option", has_text="西侧").click()

    mine.locator(".share.mine", has_text="西侧").locator(".percent", has_text="100%").wait_for()
    hand.play(1002, GROUP)
    other = hand.find(".poll", has_text="先修哪一台").last
    other.locator("small", has_text="1 人已投").wait_for()
    assert other.locator(".share").count() == 0
    hand.play(1001, GROUP)
    hand.find("[data-key$=retract]").last.click()
    hand.find(".poll").last.locator(".option", has_text="西侧").wait_for()


@wide
def test_of_several_answers_one_sends_all_at_once(visit):
    hand = Hand(visit(f"?person=1001&chat={GROUP}"))
    hand.say("/polls")
    poll = hand.find(".poll", has_text="哪几天开会").last
    poll.wait_for()

    poll.locator(".option", has_text="周二").click()
    poll.locator(".option", has_text="周四").click()
    poll.locator(".vote").click()

    poll.locator(".share.mine").nth(1).wait_for()


@wide
def test_voice_place_and_file_are_sent_and_named(visit):
    hand = Hand(visit(f"?person=1001&chat={GROUP}"))

    hand.attach("voice")
    hand.find(".row.own .voice", has_text="0:06").wait_for()
    hand.attach("location")
    hand.find(".row.own .place").wait_for()
    file = {"name": "维保记录.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 minutes"}
    hand.find(".upload-document").set_input_files(file)
    hand.find(".chip", has_text="维保记录.pdf").wait_for()
    hand.say("请看")

    hand.bubble("own", "请看").locator(".file", has_text="16 B").wait_for()


@wide
def test_who_has_looked_stands_under_ones_own_message(visit):
    page = visit(f"?person=1001&chat={GROUP}&beside=1002&there=private")
    left, right = Hand(page), Hand(page, "right")
    left.say("今晚停水")
    own = left.bubble("own", "今晚停水")
    own.wait_for()
    assert own.locator(".readers").count() == 0

    right.find(f'[data-chat="{GROUP}"]').click()

    own.locator('.readers[title*="张伯"]').wait_for()
    left.find(".row.own .faces").wait_for()


@wide
def test_a_forum_shows_one_topic_at_a_time(visit):
    page = visit("?person=3001&chat=private")
    hand = Hand(page)
    hand.find("[data-key=make-group]").click()
    fill_form(page, title="三号楼议事群", type="有话题的超级群")
    hand.find(".chat-head h1", has_text="三号楼议事群").wait_for()
    hand.menu("make-topic")
    fill_form(page, name="停车")
    hand.find('.topic[aria-selected="true"]', has_text="停车").wait_for()

    hand.say("充电桩装在哪里")

    hand.bubble("own", "充电桩").wait_for()
    hand.find(".topic", has_text="综合").click()
    hand.bubble("own", "充电桩").wait_for(state="detached")
    hand.find(".topic", has_text="全部").click()
    hand.bubble("own", "充电桩").locator(".in-topic", has_text="停车").wait_for()
    hand.find(".topic", has_text="停车").click()
    hand.menu("close-topic")
    hand.find(".gate", has_text="已经关闭").wait_for()


@wide
def test_the_commands_shown_are_those_the_bot_set_here(visit, base):
    page = visit(f"?person=1001&chat={GROUP}")
    hand = Hand(page)
    commands = [{"command": "report", "description": "反映一件事"}]
    token = "7000000001:AAsandbox-token-opens-no-real-door0"
    page.request.post(f"{base}/bot{token}/setMyCommands", data={"commands": commands})

    hand.find("[data-key=commands]").click()
    hand.find("[data-key='command report']", has_text="反映一件事").click()

    assert hand.field.input_value() == "/report "


# on how many lines each word of each command stands, once the last message is laid out
LINES = """() => {
const bubbles = [...document.querySelectorAll(".row.bot .bubble:has(code)")];
const codes = [...(bubbles.pop()?.querySelectorAll("code") ?? [])];
const lines = codes.map(code => code.textContent.split(" ").map(word => {
    const range = document.createRange(), at = code.textContent.indexOf(word);
    range.setStart(code.firstChild, at);
    range.setEnd(code.firstChild, at + word.length);
    return new Set([...range.getClientRects()].map(part => part.top)).size;
}));
return lines.length && !lines.flat().includes(0) ? lines : null;
}"""


@both_widths
def test_a_command_breaks_between_its_words_and_never_leaves_its_bubble(visit):
    hand = Hand(visit(f"?person=1001&chat={GROUP}"))
    hand.say("/how")
    told = hand.find(".row.bot .bubble", has=hand.page.locator("code")).last
    told.wait_for()

    *short, long = hand.page.wait_for_function(LINES).json_value()

    assert short == [[1, 1]] * (len(COMMANDS) - 1)
    assert long[1] > 1  # alone it is wider than a line
    assert told.evaluate("bubble => bubble.scrollWidth <= bubble.clientWidth")
