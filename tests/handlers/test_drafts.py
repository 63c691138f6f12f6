"""How a report looks while it is gathered, and the questions about it in groups."""

from dataclasses import replace

import pytest

from governance.cases import CaseKind, Urgency
from governance.categories import NOTHING
from governance.dialogues import DialogueStatus
from handlers.buttons import TalkPress
from services.cases import collecting, quoting
from tests.bot.doors import COMMUNITY, NAME
from tests.handlers.showing import presses, show, taps
from tests.services.town import GROUP, LI, LIFT, SAID, ZHANG

PHONE = "13800001111"
DISPUTE = f"https://t.me/{NAME}?start=dispute"


def talk(town, number=1, chat=LI, **more):
    return show(town, "dialogue", chat, subject=f"dialogue:{number}", **more)


def test_a_draft_asks_one_thing_at_a_time(town):
    town.say(LI, "坏了", reading=NOTHING)
    asked = []
    for field, value in (("group", "building"), ("category", "lift"), ("building", "b3")):
        asked.append(talk(town).text.splitlines()[-1])
        town.answer(LI, field, value)

    assert asked == ["是哪一类的事？", "是哪一类的事？", "在几号楼？"]
    assert talk(town).text.splitlines()[-1].startswith("对吗？")


def test_the_first_level_offers_groups_and_all_else_the_second_one_group(town):
    town.say(LI, "坏了", reading=NOTHING)
    first = taps(talk(town))

    town.answer(LI, "group", COMMUNITY.groups[0].key)
    second = taps(talk(town))

    names = [g.names["zh-CN"] for g in COMMUNITY.groups]
    assert first == [*names, "其他", "返回", "不报了"]
    inside = [c for c in COMMUNITY.categories if c.group == COMMUNITY.groups[0].key]
    assert second == [*(c.names["zh-CN"] for c in inside), "其他", "返回", "不报了"]


def test_groups_are_named_in_the_readers_language(town):
    town.say(LI, "坏了", reading=NOTHING)

    assert set(taps(talk(town, language="en"))) >= {g.names["en"] for g in COMMUNITY.groups}


@pytest.mark.parametrize("asked", ["category", "building", "kind", "urgency"])
def test_what_is_changed_can_be_left_again(town, asked):
    town.report(asked=False)

    town.answer(LI, "asking", asked)

    assert taps(talk(town))[-2:] == ["返回", "不报了"]


def test_a_whole_draft_is_submitted_or_changed(town):
    town.report(asked=False)

    shown = talk(town)

    assert taps(shown) == ["提交", "改类别", "改地点", "改性质", "改缓急", "不报了"]
    assert "性质" not in shown.text


def test_what_was_understood_besides_is_shown(town):
    danger = replace(LIFT, kind=CaseKind.HAZARD, urgency=Urgency.URGENT)
    town.say(LI, SAID, voice="v1", reading=danger)

    assert "性质：安全隐患 · 急难" in talk(town).text
    assert "附：语音1段" in talk(town).text


def test_a_voice_alone_can_be_handed_in_as_it_is(town):
    town.say(LI, voice="v1", reading=NOTHING)

    assert taps(talk(town)) == ["就这样交", "不报了"]
    assert presses(talk(town))[0] == TalkPress(1, "bare", "yes")


def test_what_looks_like_a_dispute_leads_to_its_own_door_first(town):
    town.report(chat=LI, reading=replace(LIFT, dispute=True))
    whole = talk(town)
    town.answer(LI, "asking", "kind")
    kinds = talk(town)

    for shown in (whole, kinds):
        [button] = [b for row in shown.buttons for b in row if b.url]
        assert (button.text, button.url) == ("这是纠纷，私下说", DISPUTE)
    assert taps(whole) == ["这是纠纷，私下说", "不是纠纷，照常反映", "不报了"]
    assert whole.text.splitlines()[-1].startswith("听起来像")

    town.answer(LI, "ordinary", "yes")

    assert taps(talk(town))[0] == "提交"


def test_of_a_neighbours_album_a_draft_asks_for_the_rest(town):
    under = town.hear("太吵了", author=LI, album="a1", photo="p1", reading=NOTHING)
    town.do(LI, quoting.report, town.hear(""), under)

    assert "只看到您点的这一张" in talk(town).text


def named(town, **more):
    whole = {"author": ZHANG, "name": "张伯", "message": 5}
    under = town.hear(f"{SAID}{PHONE}", **whole | more)
    return town.do(LI, quoting.report, town.hear(""), under)


def test_an_author_is_asked_in_one_neutral_line(town):
    named(town)

    shown = talk(town, chat=GROUP, reader=ZHANG)

    assert shown.text.startswith(f'<a href="tg://user?id={ZHANG}">张伯</a>')
    assert [word for word in ("电梯", PHONE) if word in shown.text] == []
    assert taps(shown) == ["以我的名义反映", "不用"]
    assert "\n" not in shown.text


def test_of_an_album_the_author_is_told_how_much_is_seen(town):
    named(town, album="a1", photo="p1")

    assert "只看到1张" in talk(town, chat=GROUP, reader=ZHANG).text


def test_the_rest_of_an_album_is_counted(town):
    town.report(photo="p1", album="a1")
    with town.work(LI) as work:
        collecting.ask_rest(work, work.cases.get(1))
    before = talk(town, chat=GROUP).text

    town.stand("dialogue:1", GROUP, 50)
    town.do(LI, collecting.RestTalk().hear, town.talk(1), town.hear("", photo="p2"))

    assert "只看到一张" in before
    assert "又收到：照片1张" in talk(town, chat=GROUP).text
    assert taps(talk(town, chat=GROUP)) == ["就这些"]


def test_the_same_words_twice_are_answered_with_the_first_number(town):
    town.report()
    town.report(message=8)

    shown = talk(town, chat=GROUP)

    assert ("#1" in shown.text, taps(shown)) == (True, ["再报一次", "不用了"])


def pointer(town, **more):
    return show(town, "pointer", GROUP, subject="pointer:1:0", **more)


def test_the_pointer_in_the_group_says_later_that_something_came_never_what(town):
    town.report(text=f"太吵了{PHONE}", reading=NOTHING)
    before = pointer(town)
    town.answer(LI, "category", "noise")
    town.answer(LI, "building", "b3")
    town.answer(LI, "submit")
    after = pointer(town)

    assert before.buttons[0][0].url.endswith(f"start={town.talk().token}")
    assert (after.text.startswith("已收到 #1"), after.buttons) == (True, ())
    assert [word for word in (PHONE, "吵") if word in before.text + after.text] == []


@pytest.mark.parametrize("field", ["cancel", "expire"])
def test_the_pointer_says_where_nothing_came(town, field):
    town.report(text="太吵了", reading=NOTHING)
    town.answer(LI, "cancel") if field == "cancel" else town.ring("expire")

    assert "没有提交" in pointer(town).text
    assert town.talk().status is not DialogueStatus.OPEN
