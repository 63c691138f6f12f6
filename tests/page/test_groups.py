from tests.page.echo import GROUP
from tests.page.hands import Hand, fill_form, narrow, wide


@wide
def test_a_newcomer_is_brought_in_and_can_speak(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    hand = Hand(page)
    hand.find(".picker").click()
    hand.find("[data-key=newcomer]").click()
    fill_form(page, name="林小姐")
    hand.find(".picker b", has_text="林小姐").wait_for()
    hand.play(1001, GROUP)

    hand.menu("add-member")
    fill_form(page, person="林小姐")

    hand.find(".service", has_text="林小姐").wait_for()


@wide
def test_a_group_is_made_upgraded_and_still_stood_in(visit):
    page = visit("?person=3001&chat=private")
    hand = Hand(page)
    hand.find("[data-key=make-group]").click()
    fill_form(page, title="楼长群", type="普通群")
    hand.find(".chat-head p", has_text="普通群").wait_for()
    before = page.url

    hand.menu("migrate")

    hand.find(".service", has_text="升级").wait_for()
    hand.find(".chat-head p", has_not_text="普通群").wait_for()
    assert page.url != before
    assert hand.find(".chats .entry", has_text="楼长群").count() == 1
    hand.say("还在这里")
    hand.bubble("own", "还在这里").wait_for()


@narrow
def test_the_bot_is_muted_heard_again_removed_and_added(visit):
    hand = Hand(visit(f"?person=3001&chat={GROUP}"))
    about = hand.find(".chat-head p")

    for deed, said, again in (
        ("mute-bot", "机器人被禁言", "unmute-bot"),
        ("remove-bot", "机器人不在群里", "add-bot"),
    ):
        hand.menu(deed)
        about.filter(has_text=said).wait_for()
        hand.menu(again)
        about.filter(has_not_text="机器人").wait_for()


@wide
def test_an_anonymous_administrator_speaks_as_the_group(visit):
    page = visit(f"?person=3002&chat={GROUP}&beside=1001&there={GROUP}")
    hand, other = Hand(page), Hand(page, "right")
    hand.menu("make-admin")
    fill_form(page, person="何副主任", anonymous=True)
    hand.find(".mask input:checked").wait_for()

    hand.say("本周六清理楼道")

    said = other.bubble("other", "本周六清理楼道")
    said.locator(".sender", has_text="匿名管理员").wait_for()
    assert "何副主任" not in said.inner_text()
    hand.find(".mask input").uncheck()
    hand.say("我是老何")
    other.bubble("other", "我是老何").locator(".sender", has_text="何副主任").wait_for()


@wide
def test_a_post_of_the_linked_channel_comes_into_its_group(visit):
    page = visit("?person=3001&chat=private")
    hand = Hand(page)
    hand.find("[data-key=make-group]").click()
    fill_form(page, title="公告讨论群", type="超级群", linked="幸福里公告")
    hand.find(".chat-head h1", has_text="公告讨论群").wait_for()

    hand.menu("channel-post")
    fill_form(page, text="明天停水")

    hand.bubble("other", "明天停水").locator(".forwarded", has_text="幸福里公告").wait_for()


@wide
def test_who_leaves_a_group_stands_in_another_chat(visit):
    hand = Hand(visit(f"?person=1004&chat={GROUP}"))

    hand.menu("leave")

    hand.find(".chat-head h1", has_text="邻里").wait_for()
    assert hand.find(f'[data-chat="{GROUP}"]').count() == 0


@wide
def test_what_the_town_refuses_is_said_and_nothing_is_lost(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    hand = Hand(page)
    page.route("**/say", lambda route: route.fulfill(status=400, json={"error": "Not now."}))

    hand.say("这句话不能丢")

    hand.find(".toast.mistake", has_text="Not now.").wait_for()
    assert hand.field.input_value() == "这句话不能丢"
