"""Disputes as people read them: nobody reads too much, and each finds what he can do."""

from dataclasses import replace

import pytest

from governance.mediation import DisputeAction, DisputeStatus, DisputeType, Entry, PartyPair
from tests.bot.doors import LIBRARY, NAME
from tests.handlers.disputes import danger, labels, own, put, sheet, show, show_talk, verbs
from tests.services.mediation.people import (
    LIANG,
    WORDS,
    ZHENG,
    act,
    answer,
    answer_all,
    begin,
    press,
    say,
    tap,
    tell,
)
from tests.services.town import CHEN, GROUP, HE, LI, LIU, WANG

LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])


@pytest.mark.parametrize("reader", [WANG, HE, LIANG, LIU])
def test_whoever_is_left_out_reads_nothing_on_any_card(told, reader):
    put(told, flagged=True)

    for shown in (sheet(told, reader), danger(told, reader)):
        assert "这一条已经收回" in shown.text
        assert "调1" not in shown.text
        assert WORDS not in shown.text
        assert shown.buttons == ()


def test_whoever_is_left_out_does_not_find_it_in_the_list(told):
    listed = {r: show(told, "dispute-queue", r) for r in (ZHENG, CHEN, HE, LIANG, WANG, LI)}

    assert {r for r, shown in listed.items() if "调1" in shown.text} == {ZHENG, CHEN}
    assert {r for r, shown in listed.items() if shown.buttons} == {ZHENG, CHEN}
    assert "没有待处理" in listed[HE].text


def test_the_list_has_the_dangerous_first_and_opens_each(told):
    tell(told)
    tell(told)
    with told.work(0) as work:
        work.disputes.save(replace(work.disputes.get(3), flagged=True))

    shown = show(told, "dispute-queue", ZHENG)

    assert labels(shown) == ["调3", "调1", "调2"]
    assert "⚠ <b>调3</b>" in shown.text
    assert verbs(shown) == ["open"] * 3


def test_the_alert_says_number_and_place_and_nothing_of_what_was_said(told):
    put(told, flagged=True)

    shown = danger(told, ZHENG)

    assert "调1" in shown.text
    assert "3号楼" in shown.text
    for private in (WORDS, "晚上安静些", "p5001", "王师傅"):
        assert private not in shown.text
    assert labels(shown) == ["我在处理"]


def test_an_alert_that_was_answered_says_by_whom_and_asks_no_more(told):
    put(told, flagged=True, acknowledged_by="ma")
    assert "马调解在处理" in danger(told, ZHENG).text
    assert danger(told, ZHENG).buttons == ()

    put(told, flagged=False)
    assert "已解除" in danger(told, ZHENG).text


def test_those_who_see_to_it_read_what_was_told(told):
    act(told, ZHENG, "record", "两家原来关系不错")
    text = sheet(told, ZHENG).text

    for part in (
        "土地",
        "3号楼",
        "业主和业委会",
        WORDS,
        "几周",
        "自己谈过",
        "晚上安静些",
        "p5001",
    ):
        assert part in text
    assert "两家原来关系不错" in text


def test_what_was_not_told_leaves_no_empty_line(told):
    put(told, type=None, pair=None, building=None, since="", tried="", wishes="", text="")

    text = sheet(told, ZHENG).text

    assert "还没有说是哪一类" in text
    assert "：\n" not in text


def test_somebody_elses_words_about_what_was_tried_are_shown_as_written(told):
    put(told, tried="找过他妈妈", behalf="二楼的老人")

    assert "找过他妈妈" in sheet(told, ZHENG).text
    assert "（替 二楼的老人 说）" in sheet(told, ZHENG).text


@pytest.mark.parametrize(
    ("changes", "free"),
    [
        ({"named": True, "status": DisputeStatus.ASSIGNED}, True),
        ({"named": False, "status": DisputeStatus.ASSIGNED}, False),
        ({"named": True, "status": DisputeStatus.ASSIGNED, "flagged": True}, False),
        ({"named": True}, False),
    ],
)
def test_it_stands_there_whether_the_other_side_may_be_spoken_to(told, changes, free):
    put(told, **changes)

    assert ("同意让对方知道" in sheet(told, ZHENG).text) is free
    assert ("现在不能联系对方" in sheet(told, ZHENG).text) is not free


def test_the_reporter_chooses_among_those_who_are_not_left_out(told):
    press(told, CHEN, "ask-consent")

    assert labels(own(told))[:3] == ["请郑老师", "请马调解", "谁来都行"]
    assert verbs(own(told))[:4] == ["agree=zheng", "agree=ma", "agree=anyone", "refuse"]

    put(told, kin=("he", "zheng"))
    assert labels(own(told))[:2] == ["请马调解", "不要调解"]
    put(told, kin=("zheng", "ma", "liang"))
    assert "没有调解员可选" in own(told).text


def test_what_the_handlers_note_is_not_the_reporters_to_read(told):
    act(told, ZHENG, "record", "他脾气急")

    assert "他脾气急" not in own(told).text


def test_under_a_flag_the_reporter_reads_the_numbers_and_how_to_withdraw(told):
    put(told, flagged=True)

    assert "110" in own(told).text
    assert "我想撤回" in labels(own(told))
    assert "撤回" not in labels(own(told))


def test_where_it_was_referred_to_stands_on_both_cards(told):
    talk = press(told, ZHENG, "refer").id
    for words in ("街道司法所", "和平路1号", "12345678", "要公证"):
        say(told, ZHENG, talk, words)

    for shown in (sheet(told, ZHENG), own(told)):
        assert "已转到：街道司法所，和平路1号，电话 12345678" in shown.text


def test_an_answer_stands_under_the_words_of_the_other(told):
    assert verbs(show(told, "dispute-told-reporter-contact", LI)) == ["reply"]
    assert verbs(show(told, "dispute-told-assignee-reply", ZHENG)) == ["contact"]
    assert show(told, "dispute-told-reporter-lower", LI).buttons == []


def test_a_voice_is_for_those_who_see_to_it(told):
    put(told, voice="voice-1")

    assert show(told, "dispute-voice", ZHENG).file == ("voice", "voice-1")
    assert show(told, "dispute-voice", WANG).file != ("voice", "voice-1")


def test_ones_own_disputes_stand_beneath_ones_reports_for_oneself_alone(told):
    mine = show(told, "my-cases", LI, cases="")
    assert "调1" in mine.text
    assert "open" in verbs(mine)

    assert "调1" not in show(told, "my-cases", ZHENG, cases="").text
    assert "调1" not in show(told, "my-cases", LI, chat=GROUP, cases="").text


def test_in_a_group_one_line_leads_to_the_private_chat_and_says_nothing_else(told):
    shown = show(told, "dispute-private", LI, chat=GROUP)

    assert "\n" not in shown.text
    assert "110、119、120" in shown.text
    assert [b.url for row in shown.buttons for b in row] == [f"https://t.me/{NAME}?start=dispute"]


def test_the_form_shows_who_was_chosen_as_residents_call_them(town):
    talk = answer_all(town, LI, begin(town), until="involved")
    tap(town, LI, talk, "involved", "wang")
    tap(town, LI, talk, "involved", "the_committee")
    assert "已点：王师傅 · 居委会（整个）" in show_talk(town, talk, LI).text
    assert "王师傅" not in labels(show_talk(town, talk, LI))
    assert "没有别人了" in labels(show_talk(town, talk, LI))

    tap(town, LI, talk, "involved", "no_more")
    assert "牵涉：王师傅 · 居委会（整个）" in show_talk(town, talk, LI).text
    answer(town, LI, talk, "kin", ())
    assert "亲友：没有" in show_talk(town, talk, LI).text.splitlines()


@pytest.mark.parametrize(
    ("language", "none", "more"),
    [("zh-CN", "没有", "没有别人了"), ("en", "Nobody", "Nobody else")],
)
def test_nobody_is_said_plainly_before_and_after_somebody_was_named(town, language, none, more):
    talk = answer_all(town, LI, begin(town), until="kin")
    before = labels(show_talk(town, talk, LI, language))
    tap(town, LI, talk, "kin", "zheng")
    after = labels(show_talk(town, talk, LI, language))

    assert (none in before, more in before) == (True, False)
    assert (none in after, more in after) == (False, True)


@LANGUAGES
def test_every_type_and_pair_can_be_shown(told, language):
    words = LIBRARY.speak(language)
    for kind in DisputeType:
        put(told, type=kind, parties=(), kin=())
        shown = sheet(told, ZHENG, language=language).text
        assert words.plain(f"choice-dispute-type-{kind}") in shown
    for pair in PartyPair:
        put(told, pair=pair)
        reader = LIANG if pair is PartyPair.COMMITTEE else ZHENG
        shown = sheet(told, reader, language=language).text
        assert words.plain(f"choice-dispute-pair-{pair}") in shown


def test_every_step_can_be_read_afterwards(told):
    for action in DisputeAction:
        with told.work(0) as work:
            entry = Entry(action=action, officer="zheng", at=work.now, note="因")
            work.disputes.entered(1, entry)

    text = sheet(told, ZHENG).text
    steps = [LIBRARY.speak("zh-CN").plain(f"dispute-action-{a}") for a in DisputeAction]
    assert [f"郑老师：{step}：因" for step in steps if f"郑老师：{step}：因" not in text] == []
