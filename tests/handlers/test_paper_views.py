"""Papers of a secret ballot as people read them: what they may tell, and how many were lost."""

import re

import pytest

from governance.papers import Format
from governance.papers import Paper as Drawn
from handlers.sheets import ballots as sheets
from handlers.sheets.printing import Print
from services.ballots import papering
from tests.bot.doors import LIBRARY
from tests.handlers.showing import show, taps
from tests.services.ballots.booth import certified, opened
from tests.services.ballots.cabin import EIGHT, tap, town
from tests.services.ballots.counter import (
    COUNT,
    FIVE,
    HAND,
    TAKE,
    at_door,
    confirm,
    count,
    hand,
    polled,
)
from tests.services.town import CHEN, GROUP, LIU, WANG

__all__ = ["town"]
LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])
UNMARKED = str.maketrans("", "", "\u2068\u2069")


def card(town, reader=0, language="zh-CN", subject="ballot:1"):
    where = reader or GROUP
    words = {"subject": f"{subject}:{reader}:0", "reader": reader, "language": language}
    return show(town, subject.partition(":")[0], where, **words)


def sheet(town, language="zh-CN"):
    how = {"sheet": "ballot_result", "format": Format.A4, "language": language}
    drawn = Drawn(key="k", name="n", facts={"ballot": 1}, at=town.now, **how)
    with town.work(0) as shelf:
        return sheets.result(Print(paper=drawn, shelf=shelf, texts=LIBRARY.speak(language)))


def voted(town, papers, counts, phones):
    """Let so many papers be out, these be counted, so many vote by phone, and all be published."""
    polled(town)
    hand(town, *FIVE[:papers])
    if counts:
        confirm(town, count(town, counts), counts)
    for person in EIGHT[3 : 3 + phones]:
        tap(town, person)
    certified(town)


@LANGUAGES
def test_the_result_says_how_many_papers_were_out_counted_and_lost(town, language):
    voted(town, 4, "1 1 0", 5)

    said = {
        "zh-CN": ("发出纸质票 4 张，经两个人清点计入 2 张", "有 2 张发出的纸质票没有计入"),
        "en": ("handed out: 4; counted by two people and included: 2", "but not included: 2."),
    }
    for text in (card(town, language=language).text, "\n".join(sheet(town, language).notes)):
        assert all(words in text for words in said[language])
        # A digest may hold the digits of a door by chance: a door stands by itself.
        assert not {*re.findall(r"[0-9A-Za-z]+", text)} & {*FIVE, "p6001"}


def test_where_no_count_was_confirmed_the_result_says_that_all_were_lost(town):
    voted(town, 2, "", 5)

    text = card(town).text
    assert "发出纸质票 2 张，经两个人清点计入 0 张" in text
    assert "有 2 张发出的纸质票没有计入" in text
    assert "请注意" not in text


def test_where_none_was_lost_nothing_is_said_of_it(town):
    voted(town, 5, "3 2 0", 5)

    assert "没有计入：" not in card(town).text
    assert "请注意" not in card(town).text


@pytest.mark.parametrize(
    ("papers", "counts", "phones", "said"),
    [
        (4, "2 2 0", 5, "纸质票不到 5 张"),
        (5, "3 2 0", 4, "用手机投的不到 5 票"),
        (1, "1 0 0", 1, "纸质票和用手机投的都不到 5 票"),
    ],
)
def test_the_result_says_what_its_counters_may_guess(town, papers, counts, phones, said):
    voted(town, papers, counts, phones)

    assert card(town).text.count("请注意") == 1
    assert f"请注意：{said}" in card(town).text
    assert any(said in note for note in sheet(town).notes)


@LANGUAGES
def test_who_is_handed_a_paper_reads_who_sees_it_and_how_to_vote_by_phone_again(town, language):
    polled(town)
    facts = {"ballot": 1, "number": 1, "by": "wang"}
    for key, words in (
        ("paper-handed", {"zh-CN": ("不到 5 张", "交回"), "en": ("fewer than 5", "back")}),
        ("paper-taken", {"zh-CN": ("可以用手机投",), "en": ("by phone again",)}),
    ):
        told = show(town, key, EIGHT[0], reader=EIGHT[0], language=language, **facts)
        assert all(each in told.text for each in words[language])
        assert len(taps(told)) == 1


@LANGUAGES
def test_counters_read_what_they_may_guess_and_are_asked_to_mix_the_papers(town, language):
    polled(town)
    hand(town, "100")
    made = town.do(WANG, papering.begin, 1, COUNT)
    shown = card(town, WANG, language, f"dialogue:{made.id}").text

    words = {
        "zh-CN": ("打乱", "不到 5 张", "已发出 1 张"),
        "en": ("Mix", "fewer than 5", "out: 1"),
    }
    assert all(each in shown for each in words[language])
    for kind, least in ((HAND, True), (TAKE, False)):
        made = at_door(town, "101", kind=kind)
        shown = card(town, WANG, language, f"dialogue:{made.id}").text
        assert ("5" in shown) is least
        assert "3号楼 101" in shown


def test_whoever_did_not_count_reads_no_number_of_a_count(town):
    polled(town)
    hand(town, *FIVE)
    count(town, "0 3 2")

    shown = card(town, LIU, subject="batch:1")
    assert "5 张" in shown.text
    assert not any(words in shown.text for words in ("赞成", "反对", "弃权", "3 张", "2 张"))
    assert taps(shown) == ["我也数了，写我的数", "不对，退回"]
    assert taps(card(town, WANG, subject="batch:1")) == []


def test_papers_that_are_out_stand_beside_the_turnout_until_they_are_counted(town):
    polled(town)
    assert "纸质票" not in card(town).text
    hand(town, "100", "101")

    assert "已投 2 户" in card(town).text
    assert "其中已发出纸质票 2 张" in card(town).text


def test_the_buttons_for_papers_are_for_whoever_may_hand_them_out(town):
    polled(town)

    assert taps(card(town, WANG))[-3:] == ["发纸质票", "收回纸质票", "清点纸质票"]
    assert "收回纸质票" not in taps(card(town, CHEN))


@LANGUAGES
@pytest.mark.parametrize("key", ["papers-uncounted", "papers-unconfirmed", "papers-lapsed"])
def test_who_counts_is_told_what_will_be_lost(town, key, language):
    opened(town, secret=True)
    told = show(town, key, WANG, reader=WANG, language=language, ballot=1, number=1, count=3)

    assert "3" in told.text.translate(UNMARKED)
    assert len(taps(told)) == 1
