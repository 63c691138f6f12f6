"""The desk, the day's tasks, leave, words carried over: as they look, and what can be tapped."""

import pytest

from governance.cases import CaseKind
from governance.categories import Reading
from handlers import desk as heard
from handlers.buttons import CasePress, VerbPress
from handlers.context import Context
from handlers.views import desk as desks
from services.cases import desk, relaying, tasks
from tests.bot.doors import LIBRARY
from tests.handlers.showing import presses, show, taps
from tests.services.town import CHEN, GROUP, HE, LI, WANG, WU, ZHANG, ZHOU

OTHER = Reading(category="other", building="b3")
DANGER = Reading(category="lift", building="b3", kind=CaseKind.HAZARD)
MORE = "楼顶的牌子松了，风一吹就响"


def at_desk(town, person=HE, key="he", **more):
    return show(town, "desk", person, subject=f"desk:{key}:0", reader=person, **more)


def test_an_empty_desk_says_so_and_offers_nothing(town):
    shown = at_desk(town)

    assert (shown.text, list(shown.buttons)) == ("案头是空的，都办完了。", [])


def test_the_desk_counts_and_shows_the_oldest_whole_with_all_that_can_be_done(town):
    town.report(reading=OTHER)
    town.report(ZHANG, text=MORE, reading=OTHER, message=8)

    shown = at_desk(town)

    assert shown.text.startswith("<b>案头</b>：待受理 2\n\n<b>#1</b>")
    assert "三号楼电梯坏了两天没人修" in shown.text
    assert taps(shown) == [
        "受理并派单",
        "追问",
        "并入",
        "转介",
        "不予受理",
        "更正",
        "打开工单",
        "下一件 ›",
        "揪心关注（2）",
    ]


def test_the_next_is_offered_only_where_there_is_one(town):
    town.report(reading=OTHER)
    alone = taps(at_desk(town))
    town.report(ZHANG, text=MORE, reading=OTHER, message=8)
    town.do(HE, desk.following, 1)

    assert ("下一件 ›" in alone, "#2" in at_desk(town).text) == (False, True)


def test_who_only_dispatches_declines_nothing(town):
    """The table of the case says who may; the desk draws no more."""
    town.report(HE, text=MORE, reading=OTHER)

    assert "案头是空的" in at_desk(town).text
    assert "不予受理" in taps(at_desk(town, CHEN, "chen"))


def test_what_bounced_is_dispatched_under_its_plain_name(town):
    town.report(reading=OTHER)
    town.act(HE, "admit")

    assert taps(at_desk(town))[0] == "派单"


def test_a_wish_to_withdraw_is_agreed_to_or_not(town):
    town.report(reading=DANGER)
    town.do(LI, desk.ask_leave, 1)

    assert taps(at_desk(town)) == ["同意撤回", "先不撤回", "打开工单", "揪心关注（1）"]


def test_a_question_is_replied_to_or_was_answered_elsewhere(town):
    town.report()
    town.act(WANG, "accept")
    town.act(WANG, "finish", note="好了")
    town.do(LI, relaying.write, 1)
    town.say(LI, "哪天来看？")

    shown = at_desk(town)

    assert {VerbPress("k", 1, "write"), VerbPress("k", 1, "done")} <= set(presses(shown))
    assert "反映人说：哪天来看？" in shown.text


def test_supervision_finds_what_it_must_sign_or_review(town):
    town.report(reading=OTHER)
    town.act(CHEN, "decline", note="不是")
    town.press(LI, "appeal")

    assert {"退回重新考虑", "维持"} <= set(taps(at_desk(town, WU, "wu")))


def test_the_tasks_stand_with_their_dates_and_open_by_a_tap(town):
    town.report(message=8)
    town.act(WANG, "accept")
    town.report(text="三号楼的栏杆松了，快掉下来", reading=DANGER, message=9)
    town.do(LI, relaying.write, 1)
    town.say(LI, "哪天来看？")

    shown = show(town, "tasks", WANG, subject="tasks:wang:0", reader=WANG)

    heading, hazard, plain = shown.text.split("\n")
    assert ("2件" in heading, hazard.startswith("⚠️ <b>#2</b>")) == (True, True)
    assert plain.endswith("· 反映人有话问")
    assert presses(shown) == [
        VerbPress("k", 2, "open"),
        VerbPress("k", 1, "open"),
        VerbPress("k", 0, "hush"),
    ]


def test_more_tasks_than_a_message_holds_are_counted_and_those_due_first_are_listed(town):
    text = "三号楼电梯坏了两天没人修" + "，门关不上" * 20
    for number in range(desks.TASKS + 5):
        town.report(text=f"{text}{number}", message=100 + number)

    shown = show(town, "tasks", WANG, subject="tasks:wang:0", reader=WANG)

    assert len(shown.text.encode("utf-16-le")) // 2 <= 4096
    assert sum(len(row) for row in shown.buttons) == desks.TASKS + 1 <= 100
    assert "25件" in shown.text.split("\n")[0]
    assert shown.text.split("\n")[-1].startswith("另有 5 件")


def test_an_empty_hand_says_so_and_the_digest_can_be_wished_for_again(town):
    town.do(ZHOU, tasks.hush, 0, quiet=True)

    shown = show(town, "tasks", ZHOU, subject="tasks:zhou:0", reader=ZHOU)

    assert (shown.text, taps(shown)) == ("手上没有要办的事。", ["早上发给我"])


def relayed(town, person, text="钥匙在传达室", **more):
    town.do(person, relaying.write, 1)
    town.say(person, text, **more)
    return show(town, "relay-word", LI, reader=LI, case=1, relay=1)


@pytest.mark.parametrize(("person", "who"), [(LI, "反映人说："), (WANG, "王师傅说：")])
def test_words_carried_over_name_the_side_and_can_be_answered(town, person, who):
    town.report()
    town.act(WANG, "accept")

    shown = relayed(town, person, photo="p7")

    assert who in shown.text
    assert shown.text.endswith("钥匙在传达室")
    assert (shown.photo, presses(shown)) == ("p7", [VerbPress("k", 1, "write")])


def test_a_voice_is_carried_over_as_a_voice(town):
    town.report()

    shown = relayed(town, LI, "", voice="v7")

    assert (shown.file, shown.text.endswith("（照片或语音）")) == (("voice", "v7"), True)


@pytest.mark.parametrize(
    ("key", "words", "button"),
    [
        ("leave-begun", "由周姐代班", "我回来了"),
        ("leave-on", "由周姐代班", "我回来了"),
        ("leave-planned", "11月2日", "取消请假"),
        ("leave-told", "王师傅不在岗", None),
        ("leave-stands", "由您代班", None),
        ("leave-relieved", "王师傅回来了", None),
    ],
)
def test_leave_is_told_with_its_times_and_the_way_back(town, key, words, button):
    facts = {"absence": 3, "officer": "wang", "substitute": "zhou"}
    at = 1793581200000  # 2026-11-02 09:00 in Shanghai

    shown = show(town, key, WANG, reader=WANG, starts=at, ends=0, **facts)

    assert words in shown.text
    assert taps(shown) == ([button] if button else [])
    assert presses(shown) == ([VerbPress("k", 3, "back")] if button else [])


def test_whoever_comes_back_reads_what_went_and_what_stayed(town):
    town.report()
    town.report(text=MORE, message=8)
    facts = {"absence": 3, "officer": "wang", "substitute": "", "starts": 0, "ends": 1}

    shown = show(town, "leave-over", WANG, reader=WANG, gone="1", held="2", **facts)

    lines = shown.text.split("\n")
    assert lines[1] == "您不在时转出去的："
    assert lines[2].startswith("· #1")
    assert (lines[3], lines[4][:4]) == ("您手上的：", "· #2")


def test_a_wish_for_silence_is_offered_the_other_way_round(town):
    town.report()
    before = taps(show(town, "mine", LI, subject="mine:1:0"))
    town.do(LI, desk.mute, 1, muted=True)

    after = show(town, "mine", LI, subject="mine:1:0")

    assert ("静音" in before, "恢复提醒" in taps(after), "已静音" in after.text) == (True,) * 3


class Asked:
    """Remembers what a handler asked for."""

    def __init__(self):
        self.words = None

    async def __call__(self, _update, _verb, words):
        self.words = words


@pytest.mark.parametrize("verb", sorted(heard.VERBS))
async def test_a_button_of_the_desk_is_taken_up_in_private(verb):
    asked = Asked()
    context = Context(None, LIBRARY.speak("zh-CN"), asked, None)

    toast = await heard.press(VerbPress("k", 7, verb), HE, context)

    assert (asked.words["about"], bool(toast)) == (7, verb in heard.SAID)


@pytest.mark.parametrize(
    ("chat", "verb", "key"),
    [(GROUP, "mine", "refusal-talk-private"), (HE, "fly", "refusal-no-dialogue")],
)
async def test_a_forged_button_does_nothing(chat, verb, key):
    context = Context(None, LIBRARY.speak("zh-CN"), Asked(), None)

    with pytest.raises(heard.Refusal) as refused:
        await heard.press(VerbPress("k", 7, verb), chat, context)

    assert refused.value.key == key


def test_an_unmarked_step_is_named_by_its_case(town):
    town.report(reading=OTHER)

    assert CasePress(1, "dispatch") in presses(at_desk(town))
