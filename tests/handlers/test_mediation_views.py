"""Disputes as people read them: each message names the other ways, nobody reads too much."""

import re
from dataclasses import replace

import pytest

from governance.dialogues import DialogueStatus
from governance.mediation import DisputeAction, DisputeStatus, DisputeType, Entry, PartyPair
from governance.mediation.form import FORM
from governance.notices import Address, Delivery, Kind
from handlers import buttons
from handlers.views import CARDS, NOTICES, Page, draw
from services import talks
from services.hearing import Asked
from services.mediation import looking, screening
from storage.database import METADATA, writing
from tests.bot.doors import COMMUNITY, LIBRARY, NAME
from tests.house.scan import ASKED
from tests.services.mediation.people import (
    LIANG,
    MA,
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
from tests.services.town import CHEN, GROUP, HE, LI, LIU, WANG, Town

LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])
OURS = sorted(k for k in NOTICES if k.startswith("dispute"))
DRAWN = ("dispute", "disputant", "danger", "screening")
VOLUNTARY = re.compile("自愿|voluntary")
WEEK = "2026-11-09"


@pytest.fixture
def town():
    engine = writing("sqlite://")
    METADATA.create_all(engine)
    yield Town(engine, COMMUNITY)
    engine.dispose()


@pytest.fixture
def told(town):
    tell(town, involved=("wang",), kin=("he",), type="land", pair="owners")
    return town


def show(town, key, reader, *, subject="", chat=0, language="zh-CN", **facts):
    whole = {"dispute": 1, "number": 1, "note": "话", "by": "郑老师", "who": "郑老师"}
    delivery = Delivery(
        key=key,
        kind=Kind.CARD if subject else Kind.NOTICE,
        address=Address(chat=chat or reader),
        subject=subject,
        reader=reader,
        facts=whole | {"office": "司法所", "place": "和平路", "phone": "123"} | facts,
    )
    with town.work(0) as shelf:
        texts = LIBRARY.speak(language)
        return draw(Page(delivery=delivery, shelf=shelf, texts=texts, bot=NAME))


def sheet(town, reader, number=1, language="zh-CN"):
    return show(town, "dispute", reader, subject=f"dispute:{number}:x:0", language=language)


def own(town, number=1, language="zh-CN"):
    return show(town, "disputant", LI, subject=f"disputant:{number}:0", language=language)


def danger(town, reader):
    return show(town, "danger", reader, subject="danger:1:x:1")


def put(town, **changes):
    with town.work(0) as work:
        return work.disputes.save(replace(work.disputes.get(1), **changes))


def verbs(shown):
    found = (buttons.parse(b.data) for row in shown.buttons for b in row if b.data)
    return [press.verb for press in found]


def labels(shown):
    return [b.text for row in shown.buttons for b in row]


def names_the_ways(shown):
    return "12348" in shown.text and VOLUNTARY.search(shown.text) is not None


# ── every message names the other ways (C14, N11) ──


def test_all_that_the_verbs_say_is_drawn_with_the_other_ways():
    said = {p.replace("\\", "") for where, p, _ in ASKED if "services/mediation" in where}
    said = {p for p in said if not p.startswith("refusal")}

    assert said
    assert [p for p in said if not any(re.fullmatch(p, key) for key in OURS)] == []


@LANGUAGES
@pytest.mark.parametrize("key", OURS)
def test_every_notice_names_the_other_ways(told, key, language):
    put(told, voice="voice-1")

    for reader in (LI, ZHENG, WANG):
        assert names_the_ways(show(told, key, reader, language=language))


@LANGUAGES
@pytest.mark.parametrize("status", DisputeStatus)
@pytest.mark.parametrize("flagged", [False, True])
def test_every_card_names_the_other_ways(told, status, flagged, language):
    put(told, status=status, flagged=flagged, mediator="zheng", withdrawal_asked=flagged)
    told.do(0, screening.screen)

    assert set(CARDS) >= set(DRAWN)
    for reader in (ZHENG, CHEN, WANG, HE, LIANG):
        assert names_the_ways(sheet(told, reader, language=language))
        assert names_the_ways(danger(told, reader))
    assert names_the_ways(own(told, language=language))


@LANGUAGES
def test_every_question_of_the_form_names_the_other_ways(town, language):
    talk = begin(town, WANG)
    asked = 0
    while (question := asked_now(town, talk)) != talks.SUBMIT:
        assert names_the_ways(show_talk(town, talk, WANG, language))
        answer_all(town, WANG, talk, until=following(town, talk, question), own="others")
        asked += 1

    assert asked == 16
    assert names_the_ways(show_talk(town, talk, WANG, language))


@LANGUAGES
@pytest.mark.parametrize("ended", ["done", "cancelled", "expired"])
@pytest.mark.parametrize("kind", ["dispute", "mediate"])
def test_a_talk_that_is_over_names_them_too(told, kind, ended, language):
    talk = begin(told) if kind == "dispute" else press(told, LI, "reply").id
    with told.work(0) as work:
        found = work.dialogues.get(talk)
        work.dialogues.save(replace(found, status=DialogueStatus(ended)))

    assert names_the_ways(show_talk(told, talk, LI, language))


@LANGUAGES
def test_the_talk_about_a_step_and_the_list_of_ones_own_name_them_too(told, language):
    talk = press(told, ZHENG, "refer").id
    assert names_the_ways(show_talk(told, talk, ZHENG, language))

    assert names_the_ways(show(told, "my-cases", LI, language=language, cases=""))


def show_talk(town, talk, reader, language="zh-CN"):
    return show(town, "dialogue", reader, subject=f"dialogue:{talk}", language=language)


def asked_now(town, talk):
    wanted = FORM.next(town.talk(talk))
    return wanted.field if wanted else talks.SUBMIT


def following(town, talk, question):
    data = {**town.talk(talk).data, question: "others" if question == "own" else "no"}
    wanted = FORM.next(replace(town.talk(talk), data=data))
    return wanted.field if wanted else ""


# ── who reads what ──


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

    tap(town, LI, talk, "involved", "no_more")
    assert "牵涉：王师傅 · 居委会（整个）" in show_talk(town, talk, LI).text
    answer(town, LI, talk, "kin", ())
    assert "亲友：没有" in show_talk(town, talk, LI).text


@LANGUAGES
@pytest.mark.parametrize("kind", DisputeType)
@pytest.mark.parametrize("pair", PartyPair)
def test_every_type_and_pair_can_be_shown(told, kind, pair, language):
    put(told, type=kind, pair=pair, parties=(), kin=())

    for reader in (ZHENG, LIANG):
        assert sheet(told, reader, language=language).text


@pytest.mark.parametrize("action", DisputeAction)
def test_every_step_can_be_read_afterwards(told, action):
    with told.work(0) as work:
        work.disputes.entered(1, Entry(action=action, officer="zheng", at=work.now, note="因"))

    words = LIBRARY.speak("zh-CN").plain(f"dispute-action-{action}")
    assert words in sheet(told, ZHENG).text


# ── the weekly question ──


def weekly(town, reader, officer):
    return show(town, "screening", reader, subject=f"screening:{WEEK}:{officer}:0")


@pytest.fixture
def asked(town):
    town.do(0, screening.arrange)
    town.ring("screen")
    return town


def test_the_weekly_question_is_one_row_of_numbers(asked):
    shown = weekly(asked, WANG, "wang")

    assert "二网格" in shown.text
    assert labels(shown) == ["0", "1", "2", "3 件以上"]
    assert verbs(shown) == ["count=0", "count=1", "count=2", "count=3"]
    assert names_the_ways(shown)


def test_after_none_there_are_thanks_and_after_some_the_way_to_tell_it(asked):
    asked.do(WANG, screening.count, 2, 0)
    assert weekly(asked, WANG, "wang").buttons == ()
    assert names_the_ways(weekly(asked, WANG, "wang"))

    asked.do(WANG, screening.count, 2, 2)
    shown = weekly(asked, WANG, "wang")
    assert shown.buttons[0][0].url.endswith("?start=dispute")
    assert names_the_ways(shown)


def test_who_keeps_two_grids_is_asked_for_one_after_the_other(asked):
    assert "一网格" in weekly(asked, LIU, "liu").text

    asked.do(LIU, screening.count, 1, 1)

    assert "三网格" in weekly(asked, LIU, "liu").text
    asked.do(LIU, screening.count, 3, 0)
    assert "替居民说" in labels(weekly(asked, LIU, "liu"))


def test_the_queue_is_told_as_a_notice_of_ours(told):
    told.do(MA, looking.queue, Asked(chat=MA, message=1))

    [listed] = told.deliveries()
    assert listed.key in OURS
