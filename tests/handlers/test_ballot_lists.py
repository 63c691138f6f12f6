"""What is told of ballots in lists, notices and forms."""

import pytest

from governance.ballots.states import BallotAction, BallotStatus, VoteAction
from governance.deliberations.states import TopicStatus
from services.ballots import acting, drafting, entering, owning
from services.hearing import Asked
from tests.handlers.showing import show, taps
from tests.services.ballots.booth import (
    ballot,
    draft,
    enter,
    flats,
    households,
    live,
    opened,
    topic,
)
from tests.services.town import CHEN, GROUP, HE, LI, WANG, WU, ZHOU

A = BallotAction
LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])


def public(town, number=1, language="zh-CN"):
    return show(town, "ballot", GROUP, subject=f"ballot:{number}:0:0", reader=0, language=language)


def private(town, reader=LI, number=1, language="zh-CN"):
    subject = f"ballot:{number}:{reader}:0"
    return show(town, "ballot", reader, subject=subject, reader=reader, language=language)


def talk(town, reader, language="zh-CN"):
    with town.work(0) as work:
        found = work.dialogues.waiting(reader, reader).id
    subject = f"dialogue:{found}"
    return show(town, "dialogue", reader, subject=subject, reader=reader, language=language)


# ── lists and notices ──


def test_the_list_shows_drafts_and_the_way_to_new_ones_to_whoever_holds_them(town):
    households(town)
    draft(town)
    topic(town, status=TopicStatus.DISCUSSION)

    assert "现在没有表决" in show(town, "ballots", LI).text
    shown = show(town, "ballots", CHEN, reader=CHEN)
    assert taps(shown) == ["表决1 / B1", "为议题1起草表决", "为议题2起草征求意见"]
    assert "草稿" in shown.text
    group = show(town, "ballots", GROUP, reader=CHEN)
    assert "现在没有表决" in group.text
    assert group.buttons == []


def test_one_by_its_number_in_the_group_is_the_public_card(town):
    households(town)
    opened(town)

    assert show(town, "ballot", GROUP, ballot=1).text == public(town).text


@LANGUAGES
def test_what_lacks_is_said_line_by_line(town, language):
    missing = "discussion,summary,consultation,polling,resolution,notice,another"
    shown = show(
        town, "ballot-lacking", CHEN, reader=CHEN, language=language, number=1, missing=missing
    )

    assert len(shown.text.splitlines()) == 8


@LANGUAGES
def test_why_it_did_not_open_is_said_in_words(town, language):
    shown = show(
        town, "ballot-unopened", CHEN, language=language, number=1, reason="refusal-ballot-nobody"
    )

    assert "refusal" not in shown.text


@LANGUAGES
def test_the_confirmation_is_asked_of_who_may_and_shows_what_became_of_it(town, language):
    households(town)
    opened(town)
    enter(town)

    def entry(reader):
        return show(
            town, "entry", reader, subject=f"entry:1:{reader}:0", reader=reader, language=language
        )

    assert len(taps(entry(ZHOU))) == 2
    assert taps(entry(WANG)) == []
    town.do(ZHOU, entering.press, 1, VoteAction.CONFIRM)
    assert taps(entry(HE)) == []
    for key in ("vote-tell", "vote-lapsed", "vote-refused", "vote-entered"):
        assert "103" in show(town, key, WANG, language=language, vote=1, note="不对").text


@LANGUAGES
def test_supervision_finds_entered_votes_to_take_back_by_page_and_no_marks(town, language):
    households(town)
    for n in range(9):
        live(town, 7000 + n, f"2{n:02}")
    opened(town)
    for n in range(9):
        enter(town, place=f"3号楼2{n:02}", photo="signed")

    def seen(key, reader=WU, **said):
        return show(town, key, reader, reader=reader, language=language, **said)

    first = seen("ballot-entries", ballot=1, number=1, page=0)
    assert (len(taps(first)), "203" in first.text) == (9, True)
    assert not {"反对", "Against"} & set(first.text.split())
    assert len(taps(seen("ballot-entries", ballot=1, number=1, page=1))) == 2
    assert taps(seen("ballot-entries", HE, ballot=1, number=1, page=0)) == []
    look, strike = {"zh-CN": ("代录的票", "撤销这一票")}.get(
        language, ("Entered votes", "Take this vote back")
    )
    for reader, found in ((WU, True), (HE, False)):
        assert (look in taps(seen("ballot", reader, subject=f"ballot:1:{reader}:0"))) is found
        assert (strike in taps(seen("entry", reader, subject=f"entry:1:{reader}:0"))) is found
    for key in ("vote-struck", "vote-struck-tell"):
        told = seen(key, LI, vote=1, note="住201，电话13800138000")
        assert "13800138000" not in told.text


def test_a_step_is_told_with_the_way_to_the_card(town):
    households(town)
    opened(town)
    said = {"ballot": 1, "number": 1, "note": "名册错了", "by": "chen", "question": "装不装"}

    shown = show(town, "ballot-told-supervision-ask-void", WU, reader=WU, **said)
    assert "陈主任申请把表决1 作废：名册错了" in shown.text
    assert taps(shown) == ["看表决"]
    assert taps(show(town, "ballot-told-resident-void", GROUP, reader=0, **said)) == []


# ── forms ──


def test_the_units_of_a_door_and_the_owners_stand_by_name(town):
    households(town)
    flats(town, ("101", 1, "1 2", False))
    opened(town, body="residents-meeting", offline=("b3/101/李奶奶",))
    town.do(WANG, entering.begin, 1)
    town.say(WANG, "3号楼101")
    assert taps(talk(town, WANG))[:2] == ["3号楼 101 李奶奶", f"p{LI}"]
    town.answer(WANG, "unit", "0", 1)
    assert "名册上：3号楼 101 李奶奶" in talk(town, WANG).text

    town.do(HE, owning.begin, Asked(chat=HE, message=0))
    town.say(HE, "3号楼101")
    assert taps(talk(town, HE))[:2] == ["业主1", "业主2"]


@LANGUAGES
def test_a_draft_is_asked_for_in_words(town, language):
    topic(town)
    town.do(CHEN, drafting.begin, 1)

    assert len(taps(talk(town, CHEN, language))) == 3


def test_a_question_is_asked_by_its_own_name(town):
    households(town)
    opened(town)
    town.do(CHEN, acting.press, 1, A.ASK_VOID)

    assert "请写明理由" in talk(town, CHEN).text
    live(town, 77, "107")
    assert ballot(town).status is BallotStatus.OPEN


@LANGUAGES
def test_every_question_of_a_draft_has_its_words(town, language):
    topic(town)
    number = town.do(CHEN, drafting.begin, 1).id
    said = {"instrument": "menu", "question": "as-topic", "method": "menu"}
    said |= {"options": "长椅 2000元\n路灯 500元", "details": "南门｜老人｜六月；北门｜大家｜七月"}
    said |= {"budget": "3000元", "most": "2"}
    said |= {"body": "residents-households", "grid": "g2", "building": "b3", "offline": ""}
    said |= {"officer": "he", "opens": "now", "days": "7"}
    for field, value in said.items():
        assert talk(town, CHEN, language).text
        if field in {"options", "details", "budget"}:
            town.say(CHEN, value)
        else:
            town.answer(CHEN, field, value, number)

    assert len(taps(talk(town, CHEN, language))) == 3
