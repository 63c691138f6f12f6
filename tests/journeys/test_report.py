from concurrent.futures import ThreadPoolExecutor

from sandbox.client import Refused
from tests.journeys.towns import GROUP, LIFT, STAFF

KIND = "谢谢关心！这个按钮要由本人来按。"
GONE = "no button any more"


def test_a_bystander_presses_every_button_and_moves_nothing(town):
    town.blocks("王师傅")
    town.says("李婶", LIFT, chat=GROUP)
    sheet = town.sees("小刘", "#1", chat=STAFF, buttons=["接单", "退单"])

    toasts = [town.presses("小刘", b, under="#1", chat=STAFF) for b in ("接单", "退单")]

    assert toasts == [KIND, KIND]
    assert town.rows("select status from cases") == [("dispatched",)]
    assert "王师傅" in sheet["text"]


def test_a_bystander_cannot_judge_in_the_reporters_name(town):
    town.says("赵阿姨", "/report 五号楼楼道灯不亮，晚上摔了人", chat=GROUP)
    _finish(town, "小刘")
    town.sees("张伯", "真的解决了吗", chat=GROUP, buttons=["解决了", "部分", "没有"])

    toasts = [
        town.presses("张伯", b, under="真的解决了吗", chat=GROUP)
        for b in ("解决了", "部分", "没有")
    ]

    assert toasts == [KIND, KIND, KIND]
    assert town.rows("select status from cases") == [("done-reported",)]


def pressed_or_gone(town, *press):
    """Press a button that another press may have taken away by now: then there is no toast."""
    try:
        return town.press(*press)
    except Refused as refusal:
        return GONE if "has no button" in str(refusal) else str(refusal)


def test_two_who_press_at_once_have_one_winner(town):
    town.blocks("王师傅")
    town.says("李婶", LIFT, chat=GROUP)
    sheet = town.sees("王师傅", "#1", chat=STAFF, buttons=["接单", "退单"])

    with ThreadPoolExecutor(2) as both:
        pressed = [
            both.submit(pressed_or_gone, town, who, "c:1:accept", sheet, STAFF)
            for who in ("王师傅", "小刘")
        ]
        toasts = [each.result() for each in pressed]

    assert toasts[0] == "#1 已接单"
    assert toasts[1] in {KIND, "现在不能这样做：这件事的状态已经变了。", GONE}
    assert town.rows("select officer, status from assignments") == [("wang", "accepted")]


def test_a_double_press_by_the_worker_takes_one_step(town):
    town.says("李婶", LIFT, chat=GROUP)
    sheet = town.sees("王师傅", "#1", buttons=["接单", "退单"])

    with ThreadPoolExecutor(3) as thrice:
        press = (pressed_or_gone, town, "王师傅", "c:1:accept", sheet)
        pressed = [thrice.submit(*press) for _ in range(3)]
        toasts = {each.result() for each in pressed}

    assert town.idle()
    assert "#1 已接单" in toasts
    assert town.rows("select count(*) from passages where action = 'accept'") == [(1,)]
    assert town.texts("李婶").count("#1 电梯：王师傅已接单。") == 1


def test_the_reporter_edits_the_message_and_no_second_case_opens(town):
    town.says("李婶", LIFT, chat=GROUP)
    town.sees("王师傅", ["#1", "坏了两天"])

    town.edits("李婶", "/report 三号楼电梯坏了三天，还困过人", under="/report", chat=GROUP)

    town.sees("王师傅", ["#1", "坏了两天没人修", "（后来改为）三号楼电梯坏了三天，还困过人"])
    assert town.rows("select count(*), text from cases") == [(1, LIFT.removeprefix("/report "))]


def test_an_edit_of_someone_elses_words_changes_nothing(town):
    town.says("李婶", LIFT, chat=GROUP)
    town.says("张伯", "我家也是", chat=GROUP)
    town.edits("张伯", "我家不是", under="我家也是", chat=GROUP)

    assert town.idle()
    assert town.rows("select count(*) from revisions") == [(0,)]


def test_finishing_takes_three_taps_at_most_and_a_line_will_do(town):
    town.says("李婶", LIFT, chat=GROUP)
    town.presses("王师傅", "接单", under="#1")

    town.presses("王师傅", "办结", under="#1")
    town.presses("王师傅", "没有照片", under="办结")
    town.says("王师傅", "复位后恢复运行")

    town.sees("李婶", ["#1", "复位后恢复运行"], buttons=["解决了", "部分", "没有"])


def test_a_transfer_takes_effect_when_the_receiver_accepts(town):
    town.says("李婶", LIFT, chat=GROUP)
    town.presses("王师傅", "接单", under="#1")
    town.presses("王师傅", "转派", under="#1")
    town.presses("王师傅", "周姐", under="转派")
    town.presses("王师傅", "我不在岗", under="转派")
    before = town.rows("select officer from assignments")

    town.sees("周姐", ["#1", "我不在岗"], buttons=["接收", "不接"])
    town.presses("周姐", "接收", under="#1")

    assert before == [("wang",)]
    town.sees("李婶", "已由周姐接手")
    assert town.rows("select first_responsible from cases") == [("wang",)]


def test_partly_fixed_offers_the_rest_as_a_linked_case(town):
    town.says("李婶", LIFT, chat=GROUP)
    _finish(town, "王师傅")
    town.presses("李婶", "部分", under="真的解决了吗")
    town.sees("李婶", ["接着 #1"])

    town.says("李婶", "按钮面板还有两个键不亮")
    town.presses("李婶", "提交", under="接着 #1")

    town.sees("李婶", ["#2", "收到了"])
    cases = town.rows("select number, status, parent from cases order by number")
    assert cases == [(1, "partial", None), (2, "dispatched", 1)]


def test_silence_closes_as_unconfirmed_after_seven_days(town):
    town.says("李婶", LIFT, chat=GROUP)
    _finish(town, "王师傅")

    town.waits("6d")
    before = town.rows("select status from cases")
    town.waits("25h")

    assert before == [("done-reported",)]
    assert town.rows("select status from cases") == [("unconfirmed",)]
    town.sees("李婶", ["#1", "未确认", "不算满意"])


def test_support_is_decided_by_the_sub_committee_of_the_category(town):
    town.says("李婶", LIFT, chat=GROUP)
    town.presses("王师傅", "接单", under="#1")
    town.presses("王师傅", "需支援", under="#1")
    town.presses("王师傅", "需要经费", under="需支援")
    town.sees("李婶", "需要居委会支援")

    town.presses("陈主任", "派单", under="已上报居委会")
    town.presses("陈主任", "孙姐", under="派单")

    town.sees("孙姐", "#1", buttons=["接单", "退单"])
    assert town.rows("select status, bounces from cases") == [("dispatched", 0)]


def _finish(town, worker):
    town.presses(worker, "接单", under="#1")
    town.presses(worker, "办结", under="#1")
    town.says(worker, "弄好了", photo="lift-fixed")
