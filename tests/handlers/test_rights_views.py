"""How rights, ideas, summaries, hints, steps and reminders look to whoever reads them."""

import re
from dataclasses import replace

import pytest

from governance.ballots.states import BallotAction
from governance.deliberations.rights import Right, Way
from governance.deliberations.states import TopicAction
from governance.deliberations.summing import NOBODY
from handlers.buttons import VerbPress
from services.ballots import acting as balloting
from services.ballots import reminding
from services.deliberations import proposing, reviewing, rights
from services.hearing import Asked
from tests.bases import memory
from tests.bot.doors import COMMUNITY
from tests.handlers.showing import presses, show, taps
from tests.services.ballots.booth import households, opened
from tests.services.deliberations.topics import (
    discussed,
    fill,
    proposed,
    speak,
    submit,
    sum_up,
    take,
)
from tests.services.joining import verified
from tests.services.town import CHEN, GROUP, LI, WU, ZHANG, Town

A = TopicAction
LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])


@pytest.fixture
def town():
    with memory() as engine:
        yield Town(engine, COMMUNITY)


def group(town, language="zh-CN"):
    return show(town, "topic", GROUP, subject="topic:1:0:0", reader=0, language=language)


def talk(town, person):
    with town.work(0) as work:
        found = work.dialogues.waiting(person, person).id
    return show(town, "dialogue", person, subject=f"dialogue:{found}", reader=person)


# ── the four rights ──


def in_topic(town, person=LI, language="zh-CN"):
    town.do(person, rights.ask, 1, 0, Asked(chat=person, message=9))
    facts = town.facts("my-rights-in")
    return show(town, "my-rights-in", person, reader=person, language=language, **facts)


@LANGUAGES
def test_every_way_of_every_right_has_its_words(town, language):
    proposed(town)
    ways = {right: ",".join(Way) for right in Right}
    objects = {Way.VOTE: "3,4", Way.CONTEST: "5", Way.OBJECT: 6}

    shown = show(town, "my-rights-in", LI, language=language, topic=1, number=1, **ways, **objects)

    assert VerbPress("b", 4, "open") in presses(shown)
    assert VerbPress("b", 5, "contest") in presses(shown)
    assert VerbPress("v", 6, "object") in presses(shown)


def test_who_may_speak_has_the_button_and_who_was_not_met_the_way_to_it(town):
    discussed(town)

    assert taps(in_topic(town)) == ["看材料", "看全部发言", "看经过", "我来说"]
    stranger = in_topic(town, ZHANG)
    assert "我来说" not in taps(stranger)
    assert "/join" in stranger.text


def test_on_the_way_to_a_ballot_one_opens_ones_own_paper(town):
    households(town)
    opened(town)

    shown = in_topic(town)

    assert VerbPress("b", 1, "open") in presses(shown)
    assert "截止前可以改" in shown.text


def test_in_a_group_only_the_four_are_told_with_the_way_to_ones_own(town):
    proposed(town)
    shown = show(town, "my-rights-here", GROUP, topic=1)

    [[button]] = shown.buttons
    assert button.url.endswith("?start=ri1")
    assert all(f"{name}权" in shown.text for name in ("知情", "参与", "表达", "监督"))


# ── ideas ──


@pytest.mark.parametrize(
    ("name", "said"), [("hidden", "不显示名字"), ("open", "金点子，提出：p＊＊＊")]
)
def test_the_group_reads_whose_idea_it_is_only_where_he_chose_so(town, name, said):
    verified(town, LI)
    town.do(LI, proposing.suggest, town.hear("放一个换书的架子", chat=LI))
    fill(town, LI, name=name)
    submit(town, LI)

    shown = group(town)

    assert said in shown.text  # a name with figures in it is masked, as everywhere in a group
    assert ("p＊＊＊" in shown.text) is (name == "open")
    assert taps(shown) == ["附议（1 户）"]


# ── the summary ──


@LANGUAGES
def test_a_summary_shows_each_part_and_says_where_nobody_spoke(town, language):
    discussed(town)
    speak(town, LI, "against", "没卡进不来", affected="no")
    sum_up(town, against="没卡进不来 <3")

    lines = group(town, language).text.splitlines()
    nobody = {"zh-CN": "没有人这样说", "en": "nobody said this"}[language]
    told = show(town, "topic-told-resident-summarise", GROUP, language=language, topic=1, number=1)

    assert [line.endswith(nobody) for line in lines if line.startswith("•")] == [
        *(True, False, True, True)
    ]
    assert told.text.count(nobody) == 3
    # escaped once, and only what was written by somebody
    assert re.findall(r"&[a-z]+;", told.text) == ["&lt;"]


def test_nobody_said_so_is_offered_only_where_nobody_did(town):
    discussed(town)
    speak(town, LI, "for", "安全")
    town.do(CHEN, reviewing.press, 1, A.SUMMARISE)
    assert "没有人这样说" not in taps(talk(town, CHEN))

    fill(town, CHEN, **{"for": "安全"})
    assert "没有人这样说" in taps(talk(town, CHEN))
    fill(town, CHEN, against=NOBODY, condition=NOBODY, unresolved=NOBODY)
    assert "没有还没解决的反对" in talk(town, CHEN).text


# ── closed without a talk, and the steps ──


@pytest.mark.parametrize(("box", "said"), [("yes", "切身困难"), ("no", "都不符合")])
def test_what_was_closed_without_a_talk_shows_boxes_and_reason_on_card_and_steps(town, box, said):
    proposed(town)
    take(town, "review")
    town.do(CHEN, reviewing.press, 1, A.REJECT)
    assert "没有协商就了结" in talk(town, CHEN).text
    fill(town, CHEN, interest="no", difficulty=box, conflict="no")
    town.say(CHEN, "物业已经在办")

    for shown in (group(town), show(town, "topic-history", LI, topic=1)):
        assert "没有协商就了结了" in shown.text
        assert said in shown.text
        assert "物业已经在办" in shown.text
    assert "看经过" in taps(show(town, "topic", LI, subject=f"topic:1:{LI}:0", reader=LI))


@LANGUAGES
def test_the_steps_are_told_with_who_took_them(town, language):
    discussed(town)

    shown = show(town, "topic-history", LI, language=language, topic=1)

    assert "陈主任" in shown.text
    assert len(shown.text.splitlines()) == 5


# ── hints ──


def test_a_draft_is_shown_with_hints_and_is_not_changed(town):
    verified(town, LI)
    town.do(LI, proposing.begin, town.hear("显然要不要装刷卡，要不要换灯", chat=LI))

    shown = talk(town, LI)

    assert "显然要不要装刷卡，要不要换灯" in shown.text
    assert "只是提醒" in shown.text
    assert "“显然”会引着人" in shown.text
    assert "一次问了两件事" in shown.text


def test_a_fair_draft_gets_no_hint_and_the_proposal_s_own_words_are_looked_through(town):
    proposed(town)
    take(town, "review")
    with town.work(0) as work:
        work.topics.save(replace(work.topics.get(1), text="难道不该装刷卡？"))
    town.do(CHEN, reviewing.specify, 1)
    assert "只是提醒" not in talk(town, CHEN).text

    fill(town, CHEN, participants="大家", question="as-proposed")
    assert "“难道”" in talk(town, CHEN).text


# ── reminders, threads, voiding ──


def own(town, person):
    return show(town, "ballot", person, subject=f"ballot:1:{person}:0", reader=person)


def test_whoever_has_a_vote_may_be_reminded_or_not_any_more(town):
    households(town)
    opened(town)
    assert "🔔 截止前提醒我" in taps(own(town, LI))
    town.do(LI, reminding.turn, 1)
    assert "🔕 不用提醒我了" in taps(own(town, LI))
    assert not [t for t in taps(own(town, CHEN)) if "提醒" in t]


@LANGUAGES
def test_reminders_tell_until_when_and_lead_to_the_paper(town, language):
    households(town)
    opened(town)
    here = show(town, "ballot-reminder", GROUP, language=language, ballot=1)
    mine = show(town, "ballot-reminder-own", LI, language=language, ballot=1)

    assert here.buttons[0][0].url.endswith("vo1")
    assert presses(mine) == [VerbPress("b", 1, "open")]
    assert all(word not in here.text + mine.text for word in ("102", "p5002"))


def test_the_reminder_of_a_talk_leads_into_it_while_it_goes_on(town):
    discussed(town)
    assert taps(show(town, "topic-reminder", GROUP, topic=1, until=0)) == ["我来说"]
    take(town, A.SUMMARISE)
    assert taps(show(town, "topic-reminder", GROUP, topic=1, until=0)) == []


def test_a_thread_is_called_by_number_and_title(town):
    proposed(town)

    assert show(town, "topic-thread", GROUP, matter=1).text == "议题1 · 三号楼的电梯要不要装刷卡"


def test_voiding_stands_as_a_button_before_each_who_may(town):
    households(town)
    opened(town)
    assert "申请作废" in taps(own(town, CHEN))
    assert "同意作废" not in taps(own(town, WU))
    town.do(CHEN, balloting.press, 1, BallotAction.ASK_VOID)
    town.say(CHEN, "票面写错了")

    assert {"同意作废", "不作废"} & {*taps(own(town, WU))}
    assert "同意作废" not in taps(own(town, CHEN)) + taps(own(town, LI))
