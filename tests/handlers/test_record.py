"""The record of a case, the reporter's card, the receipt: who reads how much (N21, F10)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance import consent as five
from governance.cases import CaseKind, CaseStatus
from governance.categories import Reading
from governance.directory import Person
from handlers.buttons import CasePress, VerbPress
from services import consent
from services.cases import desk, looking, relaying
from tests.bot.doors import LIBRARY, NAME
from tests.handlers.household import LANGUAGES
from tests.handlers.showing import presses, show, taps
from tests.services.town import CHEN, GROUP, HE, LI, STAFF, WANG, ZHANG

OTHER = Reading(category="other", building="b3")
DANGER = Reading(category="lift", building="b3", kind=CaseKind.HAZARD)
SECRET = "我是三号楼的李秀兰"


@pytest.fixture
def told(town):
    """A case of many words: edited, asked back, answered, written about, handed on, done."""
    town.report(text=f"{SECRET}，电梯坏了", reading=OTHER)
    town.do(LI, looking.revised, GROUP, 7, f"{SECRET}，电梯又坏了")
    town.press(HE, "ask-info")
    town.say(HE, "您家住几楼？")
    town.say(LI, "住五楼，腿脚不便")
    town.act(HE, "dispatch", to="wang")
    town.act(WANG, "accept")
    town.do(LI, relaying.write, 1)
    town.now += timedelta(minutes=5)
    town.say(LI, "钥匙在传达室")
    town.act(WANG, "transfer", note="@skill", to="liu")
    town.act(2002, "receive")
    town.now += timedelta(hours=1)
    town.act(2002, "finish", note="王建国换了零件，电话13800001111，箱号123")
    return town


WORDS = ("李秀兰", "腿脚不便", "传达室", "您家住几楼")


@pytest.mark.parametrize("chat", [GROUP, ZHANG])
def test_a_stranger_or_a_group_reads_offices_and_times_and_nobodys_words(told, chat):
    shown = show(told, "history", chat, reader=ZHANG, case=1)

    hidden = (*WORDS, "小刘", "王建国", "13800001111", "123")
    assert [w for w in hidden if w in shown.text] == []
    assert ("网格员接单" in shown.text, "需要专业人员" in shown.text) == (True, True)
    assert "原文后来改过1次" in shown.text
    assert shown.buttons == ()


def test_its_own_people_read_every_word_in_the_order_of_time(told):
    shown = show(told, "history-whole", LI, case=1)

    assert [w for w in (*WORDS, "小刘", "王建国", "13800001111") if w not in shown.text] == []
    assert (
        shown.text.index("您家住几楼") < shown.text.index("传达室") < shown.text.index("换了零件")
    )


@pytest.mark.parametrize("key", ["status", "status-closed"])
def test_the_short_answer_has_no_room_for_words(told, key):
    facts = {"number": 1, "category": "other", "status": "in-progress", "owner": "小刘"}

    shown = show(told, key, GROUP, reader=ZHANG, finish_by=0, known=True, **facts)

    assert [w for w in WORDS if w in shown.text] == []


def test_a_merger_names_the_other_number_to_all(town):
    town.report()
    town.report(ZHANG, text="电梯又停了，连门也关不上了", reading=OTHER, message=8)
    town.act(CHEN, "merge", 2, note="同一台电梯", into=1, to="#1")

    public = show(town, "history", GROUP, reader=LI, case=2).text
    own = show(town, "history-whole", ZHANG, reader=ZHANG, case=2).text

    assert "并入另一件（#1）：同一台电梯" in public
    assert "陈主任并入另一件（#1）：同一台电梯" in own
    assert "并入 #1" in show(town, "mine", ZHANG, subject="mine:2:0", reader=ZHANG).text


def test_an_officer_who_is_no_more_in_the_file_is_a_dash(told):
    with told.work(0) as work:
        work.cases.passed(1, replace(work.cases.passages(1)[-1], officer="gone"))

    assert "—办结" in show(told, "history", GROUP, reader=ZHANG, case=1).text


def mine(town, **more):
    return show(town, "mine", LI, subject="mine:1:0", **more)


def test_a_reporter_finds_all_that_he_may_do_on_one_card(town):
    town.report()

    assert taps(mine(town)) == ["补充", "联系办理人", "静音", "经过", "撤回"]
    assert taps(mine(town, reader=ZHANG)) == []
    assert taps(show(town, "mine", GROUP, subject="mine:1:0")) == []


def test_what_is_dangerous_is_asked_to_be_withdrawn_and_only_once(town):
    town.report(reading=DANGER)
    before = taps(mine(town))
    town.do(LI, desk.ask_leave, 1)

    assert ("请求撤回" in before, "撤回" in before) == (True, False)
    assert "请求撤回" not in taps(mine(town))


def test_who_is_asked_back_may_answer_from_the_card(town):
    town.report(reading=OTHER)
    town.act(HE, "ask-info", note="几楼？")

    assert presses(mine(town))[0] == CasePress(1, "inform")


def test_of_a_closed_case_only_the_record_is_left(town):
    town.report()
    town.act(LI, "withdraw")

    assert taps(mine(town)) == ["经过"]


def test_a_refused_case_may_be_reviewed_once(town):
    town.report(reading=OTHER)
    town.act(CHEN, "decline", note="不归我们管")
    facts = {"number": 1, "category": "other", "note": "不归我们管"}

    shown = show(town, "told-reporter-decline", LI, case=1, **facts)
    again = show(town, "told-reporter-countersign", LI, case=1, **facts)
    town.press(LI, "appeal")
    later = show(town, "told-reporter-decline", LI, case=1, **facts)

    assert ("不归我们管" in shown.text, presses(shown)) == (True, [CasePress(1, "appeal")])
    assert (presses(again), later.buttons) == ([CasePress(1, "appeal")], [])
    assert "appeal" not in str(presses(mine(town)))


def test_own_reports_open_by_a_tap(town):
    town.report()

    shown = show(town, "my-cases", LI, cases="1")

    assert presses(shown) == [VerbPress("k", 1, "mine")]


@pytest.mark.parametrize("assigned", [True, False])
def test_the_receipt_says_who_and_until_when_and_in_the_end_how_it_ended(town, assigned):
    town.report(reading=Reading(category="lift", building="b3") if assigned else OTHER)
    subject = "receipt:1:0"

    before = show(town, "receipt", GROUP, subject=subject).text
    town.act(LI, "withdraw")
    after = show(town, "receipt", GROUP, subject=subject).text

    assert ("王师傅" in before, "何副主任" in before) == (assigned, not assigned)
    assert ("前接单" in before, "结果" in before) == (assigned, False)
    assert after == f"{before}\n结果：已撤回"


def test_the_receipt_keeps_what_was_promised_and_says_who_has_it_now(town):
    town.report()
    before = show(town, "receipt", GROUP, subject="receipt:1:0").text
    town.send()
    town.act(WANG, "hand-back", note="@skill")

    assert ("receipt:1:0", GROUP) in town.told()
    after = show(town, "receipt", GROUP, subject="receipt:1:0").text
    assert after == f"{before}\n现在由周姐负责"


@LANGUAGES
def test_the_first_receipt_of_a_stranger_leads_to_the_five_lines_by_one_line(town, language):
    town.report()
    town.report(text="三号楼电梯门口漏水漏了两天", message=8)
    words = LIBRARY.speak(language)

    first = show(town, "receipt", GROUP, subject="receipt:1:0", language=language)
    second = show(town, "receipt", GROUP, subject="receipt:2:0", language=language)

    assert first.text.splitlines()[-1] == words.plain("receipt-five")
    assert [b.url for row in first.buttons for b in row] == [f"https://t.me/{NAME}?start=r_start"]
    assert (words.plain("receipt-five") in second.text, second.buttons) == (False, [])


def test_the_line_leaves_the_receipt_once_the_five_were_answered(town):
    town.report()
    town.do(LI, consent.give, five.VERSION)

    shown = show(town, "receipt", GROUP, subject="receipt:1:0")

    assert ("receipt:1:0", GROUP) in town.told()
    assert ("五条" in shown.text, shown.buttons) == (False, [])


def test_a_follower_answers_for_himself_and_once(town):
    town.report()
    town.act(WANG, "accept")
    town.report(ZHANG, text="电梯又停了，连门也关不上了", reading=OTHER, message=8)
    town.act(CHEN, "merge", 2, note="同一台电梯", into=1, to="#1")
    town.act(WANG, "finish", note="修好了")
    subject = f"verdict:1:{ZHANG}:1"

    before = show(town, "verdict", ZHANG, subject=subject, reader=ZHANG)
    town.press(ZHANG, "concur")
    after = show(town, "verdict", ZHANG, subject=subject, reader=ZHANG)

    assert taps(before) == ["我也认为解决了", "没有"]
    assert taps(after) == []
    assert taps(show(town, "verdict", LI, subject="verdict:1:1")) == ["解决了", "部分", "没有"]


def test_a_worker_writes_to_the_reporter_from_his_worksheet_in_private_alone(town):
    town.report()
    town.act(WANG, "accept")
    subject, write = "worksheet:1:wang:1", VerbPress("k", 1, "write")

    shown = [
        write in presses(show(town, "worksheet", chat, subject=subject, reader=WANG))
        for chat in (WANG, STAFF)
    ]
    assert shown == [True, False]
    assert town.case().status is CaseStatus.IN_PROGRESS


def test_what_was_added_stands_on_the_worksheet(town):
    town.report()
    town.do(LI, relaying.add, 1)
    town.say(LI, "门口的台阶也坏了")

    shown = show(town, "worksheet", WANG, subject="worksheet:1:wang:1", reader=WANG)

    assert "反映人补充：门口的台阶也坏了" in shown.text


def test_the_name_of_whoever_reported_is_taken_out_of_what_a_group_reads(town):
    town.report()
    town.act(WANG, "accept")
    town.act(WANG, "finish", note="李秀英家的按钮已换，李秀英说好了", proof="p")
    with town.work(LI) as work:
        work.people.greet(Person(id=LI, name="李秀英", language="zh-CN"))

    shown = show(town, "history", GROUP, case=1, reader=ZHANG).text

    assert "按钮已换" in shown
    assert "李秀英" not in shown
