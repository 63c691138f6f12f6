from tests.journeys.towns import GROUP, LIFT


def test_an_unclear_report_is_finished_in_private_by_a_link(town):
    town.says("赵阿姨", "/report 太吵了", chat=GROUP)
    note = town.sees("赵阿姨", "私下补充", chat=GROUP)
    token = note["buttons"][0][0]["url"].partition("start=")[2]
    before = town.rows("select count(*) from cases")

    town.starts("赵阿姨", token)
    town.sees("赵阿姨", ["还没有提交", "太吵了"])
    town.presses("赵阿姨", "5号楼", under="还没有提交")
    town.sees("赵阿姨", ["类别：噪音扰民", "地点：5号楼"])
    town.presses("赵阿姨", "提交", under="还没有提交")

    assert before == [(0,)]
    town.sees("赵阿姨", ["#1", "收到了"])
    assert town.rows("select building, text from cases") == [("b5", "太吵了")]


def test_a_link_in_other_hands_opens_nothing(town):
    town.says("赵阿姨", "/report 太吵了", chat=GROUP)
    note = town.sees("赵阿姨", "私下补充", chat=GROUP)
    token = note["buttons"][0][0]["url"].partition("start=")[2]

    town.starts("张伯", token)

    town.sees("张伯", "这是别人正在填写的内容")
    assert "太吵了" not in " ".join(town.texts("张伯"))


def test_plain_words_in_private_are_only_a_draft(town):
    town.says("李婶", "三号楼电梯坏了两天没人修")

    town.sees("李婶", ["还没有提交", "类别：电梯", "地点：3号楼"])
    assert town.rows("select count(*) from cases") == [(0,)]
    town.presses("李婶", "不报了", under="还没有提交")
    town.sees("李婶", "没有提交")
    assert town.rows("select count(*) from cases") == [(0,)]


def test_a_phone_number_said_in_the_group_leads_to_private(town):
    town.says("李婶", "/report 三号楼电梯坏了两天，找我13800001111", chat=GROUP)

    town.sees("李婶", "私下补充", chat=GROUP)
    assert "13800001111" not in " ".join(town.texts("张伯", GROUP))
    town.presses("李婶", "提交", under="还没有提交")
    town.sees("王师傅", "13800001111")
    assert "13800001111" not in " ".join(town.texts("张伯", GROUP))


def test_a_draft_left_alone_expires_and_files_nothing(town):
    town.says("李婶", "太吵了")
    town.sees("李婶", "还没有提交")

    town.waits("25h")

    town.sees("李婶", "放了太久")
    assert town.rows("select count(*) from cases") == [(0,)]


def test_a_photo_in_private_begins_a_draft_that_asks_for_words(town):
    town.says("李婶", photo="garbage-pile")
    town.sees("李婶", "请写一句话")

    town.says("李婶", "二号楼门口垃圾堆了三天没人清")
    town.presses("李婶", "提交", under="二号楼门口垃圾")

    sheet = town.sees("小刘", ["#1", "垃圾堆了三天"])
    assert sheet["photo"]


def test_the_dispatcher_decides_what_no_rule_dispatches(town):
    town.says("李婶", "/report 一号楼有人在顶层私搭违建加盖", chat=GROUP)
    town.sees("李婶", ["#1", "何副主任"], chat=GROUP)

    town.presses("何副主任", "受理", under="#1")
    town.presses("何副主任", "派单", under="#1")
    town.presses("何副主任", "孙姐", under="派单")

    town.sees("孙姐", "#1", buttons=["接单", "退单"])
    town.sees("李婶", "已派给孙姐")


def test_english_is_spoken_all_the_way(town):
    town.says("Emma", "/report The lift in building 6 has been stuck for two days", chat=GROUP)
    town.presses("小刘", "接单", under="#1")
    assert town.idle()

    told = town.texts("Emma")

    assert len(told) == 1
    assert told[0].startswith("#1 ")
    assert told[0].isascii() or "小刘" in told[0]


def test_questions_are_answered_and_mistakes_explained(town):
    town.says("张伯", "/my")
    town.says("张伯", "/status")
    town.says("张伯", "/status 7")
    assert town.idle()
    town.says("张伯", "/lang en")
    town.says("张伯", "/help")

    assert town.idle()
    five, *told = town.texts("张伯")
    assert "先说清楚五件事" in five
    assert told[0].startswith("您还没有反映过事情")
    assert told[1:3] == [
        "请写上编号，例如：/status 1",
        "没有找到这个编号。请核对编号，或发 /my 看自己反映过的事。",
    ]
    assert len(told) == 5


def test_a_photo_with_the_command_under_it_is_a_report(town):
    town.says("李婶", "/report 三号楼电梯坏了两天没人修", chat=GROUP, photo="lift-broken")

    town.sees("李婶", ["#1", "收到了"], chat=GROUP)
    assert town.sees("王师傅", "坏了两天没人修")["photo"]


def test_a_message_that_calls_the_bot_by_name_is_a_report(town):
    town.says("李婶", "@linli_demo_bot 三号楼电梯坏了两天没人修", chat=GROUP)
    town.says("张伯", "@王师傅 三号楼电梯坏了两天没人修", chat=GROUP)

    town.sees("李婶", ["#1", "收到了"], chat=GROUP)
    assert town.rows("select text from cases") == [("三号楼电梯坏了两天没人修",)]


def test_what_the_bot_cannot_read_in_private_is_answered_by_what_to_send(town):
    town.says("张伯", "/rpeort 电梯坏了")
    town.says("张伯", location={"latitude": 30.27, "longitude": 120.15})

    assert town.idle()
    five, *told = [t.splitlines()[0] for t in town.texts("张伯")]
    assert "先说清楚五件事" in five
    assert told[0] == "您好，我是幸福里社区的“邻里”。"
    assert told[1].startswith("这种消息我看不懂")


def test_a_voice_is_handed_in_as_it_is_and_put_into_words_by_the_desk(town):
    town.says("张伯", voice={"duration": 3})
    town.presses("张伯", "就这样交", under="还没有提交")
    town.sees("张伯", ["#1", "收到了", "何副主任"])

    assert town.sees("何副主任", "#1 的语音")["voice"]
    town.presses("何副主任", "写明内容", under=["#1", "没有写字"])
    town.says("何副主任", "一号楼水管爆了，地下室进水")

    town.sees("张伯", ["工作人员写成了一句话", "一号楼水管爆了"])
    town.sees("何副主任", ["#1", "一号楼水管爆了"])
    assert town.rows("select text, summary from cases") == [("", "一号楼水管爆了，地下室进水")]


def test_plain_words_do_what_the_buttons_do(town):
    town.says("李婶", "我要反映")
    town.sees("李婶", "请写一句话")
    town.says("李婶", "算了吧！")
    town.sees("李婶", "已退出，什么都没有提交")
    town.says("李婶", "查进度")
    town.sees("李婶", "您现在没有没办完的事", buttons=["我要反映"])
    town.says("李婶", LIFT, chat=GROUP)
    town.says("李婶", "查进度")

    town.presses("李婶", "#1 电梯", under="还有1件")

    town.sees("李婶", ["#1", "待接单"])
    assert town.rows("select count(*) from cases") == [(1,)]


def test_the_message_in_the_group_ends_as_a_pointer_to_the_number(town):
    town.says("李婶", "/report 三号楼电梯坏了两天，找我13800001111", chat=GROUP)
    pointing = town.sees("张伯", "私下补充", chat=GROUP)

    assert town.presses("李婶", "提交", under="还没有提交") == "已提交 #1"

    ended = town.sees("张伯", "已收到 #1", chat=GROUP, buttons=[])
    assert ended["id"] == pointing["id"]


def test_the_same_words_twice_are_one_case_unless_their_author_says_otherwise(town):
    town.says("李婶", LIFT, chat=GROUP)
    town.says("李婶", LIFT, chat=GROUP)
    town.sees("李婶", ["#1", "这是另一件事吗"], chat=GROUP)
    before = town.rows("select count(*) from cases")

    town.presses("李婶", "再报一次", under="这是另一件事吗", chat=GROUP)

    town.sees("李婶", ["#2", "收到了"], chat=GROUP)
    assert (before, town.rows("select count(*) from cases")) == ([(1,)], [(2,)])
