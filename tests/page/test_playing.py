from tests.page.echo import GROUP
from tests.page.hands import Hand, both_widths, menu_above, wide


@both_widths
def test_a_story_is_played_step_by_step_and_the_page_follows(visit):
    page = visit(f"?person=4001&chat={GROUP}")
    page.click("[data-key=stories]")
    page.locator("[data-key=step]").check()
    page.locator("[data-key=speed]").select_option("4")
    with page.expect_request("**/play") as asked:
        page.click("[data-story=report]")
    assert asked.value.post_data_json == {"story": "report", "speed": 4, "step": True}
    bar = page.locator("#playing")

    bar.locator(".chip-state[data-state=paused]").wait_for()
    bar.locator("[data-key=next-step]").click()

    bar.locator("p", has_text="李婶 说").wait_for()
    hand = Hand(page)
    hand.bubble("own", "/report 三号楼电梯坏了两天没人修").wait_for()
    assert hand.find(".chat-head h1").inner_text() == "幸福里居民群"
    bar.locator("[data-key=resume]").click()
    bar.locator("p.broken", has_text="张伯").wait_for()
    bar.locator("[data-key=close]").click()
    bar.wait_for(state="hidden")


@wide
def test_a_reset_asks_first_and_forgets_everything(visit):
    page = visit(f"?person=1001&chat={GROUP}")
    hand = Hand(page)
    hand.say("这一句会忘掉")
    hand.bubble("own", "这一句会忘掉").wait_for()

    menu_above(page, "reset")
    page.locator("dialog [value='']").click()
    page.locator("dialog").wait_for(state="detached")
    assert hand.bubble("own", "这一句会忘掉").is_visible()
    menu_above(page, "reset")
    towns = page.locator("select[name=town] option").all_inner_texts()
    assert any("第一天" in each for each in towns)
    page.click("[data-key=form-send]")

    hand.bubble("own", "这一句会忘掉").wait_for(state="detached")
    hand.find(".empty").wait_for()
