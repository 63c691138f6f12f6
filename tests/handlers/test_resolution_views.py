"""Resolutions as people read them, and what each finds to tap."""

from dataclasses import replace

import pytest

from governance.resolutions.clauses import settled
from governance.resolutions.resolution import Correction, Count, Edition
from governance.resolutions.states import (
    ClauseStatus,
    ResolutionStatus,
)
from tests.bot.doors import NAME
from tests.handlers.showing import presses, show, taps
from tests.services.joining import verified
from tests.services.resolutions.promises import (
    LIANG,
    TEXT,
    disclosed,
    drafted,
    in_force,
    press,
    public,
    report,
    resolution,
    step,
    watch,
)
from tests.services.resolutions.test_asking import answer
from tests.services.town import AT, CHEN, GROUP, LI, WU, ZHANG

LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])
S, C = ResolutionStatus, ClauseStatus


def group(town, language="zh-CN"):
    return show(town, "resolution", GROUP, subject="resolution:1:0:0", reader=0, language=language)


def sheet(town, reader, language="zh-CN"):
    subject = f"resolution:1:{reader}:0"
    return show(town, "resolution", reader, subject=subject, reader=reader, language=language)


def put(town, **changes):
    with town.work(0) as work:
        return work.resolutions.save(replace(work.resolutions.get(1), **changes))


def verbs(shown):
    return [p.verb for p in presses(shown)]


SECRET = Count(number=2, roll=40, turnout=31, secret=True)


@pytest.mark.parametrize(
    ("count", "chinese", "english"),
    [
        (replace(SECRET, secret=False, entered=3), "（其中代录 3）", "(of them entered 3)"),
        (
            replace(SECRET, handed=6, entered=4),
            "（不记名）：名册 40，参加 31（其中纸质票：发出 6 张，经两个人清点计入 4 张）",
            "(papers handed out 6, counted by two people and included 4)",
        ),
        (replace(SECRET, entered=4), "其中纸质票 4 张", "of these 4 on paper"),
        (SECRET, "（没有纸质票）", "(none on paper)"),
    ],
    ids=["entered", "papers", "counted", "phone"],
)
def test_a_paper_of_a_secret_ballot_is_never_called_an_entered_vote(town, count, chinese, english):
    public(town)
    put(town, basis=replace(resolution(town).basis, counts=(count,)))

    for language, words in (("zh-CN", chinese), ("en", english)):
        text = group(town, language).text
        assert words in text
        assert ("代录" in text or "entered" in text) is not count.secret


# ── the card ──


def test_the_group_reads_text_ground_and_promises_and_finds_the_way_to_object(town):
    public(town)
    put(
        town,
        basis=replace(
            resolution(town).basis,
            counts=(
                Count(number=2, roll=40, turnout=31, entered=3, tally=(("for", 25), ("锻炼", 6))),
            ),
            minutes="会议纪要3号",
        ),
    )
    shown = group(town)

    for part in (
        "<b>决议1 / R1</b> · 实施方案 · 异议期",
        TEXT,
        "来自议题1：装刷卡",
        "发言 5 人",
        "表决2：名册 40，参加 31（其中代录 3）；赞成 25、锻炼 6",
        "会议记录：会议纪要3号",
        "合法性审查：吴老",
        "异议期到：11月5日",
        "<b>1. 王师傅</b>：装刷卡，2026-11-30 前办成",
        "怎样算办成：验收单和照片；花费 1200.50 元；2026-12-07 前公开结果",
        "进度 0%",
    ):
        assert part in shown.text
    [[tap]] = shown.buttons
    assert tap.url == f"https://t.me/{NAME}?start=v_1"


def test_nobody_reads_who_objected(town):
    verified(town, LI)
    public(town)
    step(town, LI, "object", "太贵，找张大爷问问")
    assert "异议 1：太贵" in group(town).text
    assert "（还没有答复）" in group(town).text
    step(town, WU, "answer", "三家比过价")

    assert "吴老答复：三家比过价" in group(town).text
    assert f"p{LI}" not in group(town).text
    assert str(LI) not in group(town).text


def test_while_it_is_carried_out_neighbours_tap_what_they_see(town):
    verified(town, LI)
    in_force(town)
    watch(town, LI, "no")
    shown = group(town)

    assert taps(shown) == ["已看到落实", "没落实", "有疑问"]
    assert verbs(shown) == ["seen=yes", "seen=no", "seen=unsure"]
    assert "已落实 0，没落实 1，有疑问 0" in shown.text
    assert "总进度 0%" in shown.text
    assert verbs(sheet(town, LI)) == ["seen=yes", "seen=no", "seen=unsure"]
    assert sheet(town, ZHANG).buttons == []  # nobody who was met here


def test_what_was_not_reported_stands_on_the_card_for_good(town):
    in_force(town)
    town.ring("unreported")
    assert "⚠️ 2026-11-12 未报告" in group(town).text
    report(town)
    assert "⚠️ 2026-11-12 未报告（后来补报了）" in group(town).text
    assert "进度 50%" in group(town).text


def test_duty_buttons_never_stand_in_the_group(town):
    drafted(town)
    press(town, CHEN, "hand-in")
    press(town, WU, "check")
    press(town, CHEN, "publish")

    assert [b for row in group(town).buttons for b in row if b.data] == []


def test_each_finds_what_he_may_do(town):
    drafted(town)
    assert verbs(sheet(town, CHEN)) == ["edit", "hand-in", "clause", "drop=1"]
    assert verbs(sheet(town, WU)) == []
    press(town, CHEN, "hand-in")
    assert verbs(sheet(town, CHEN)) == ["edit", "clause", "drop=1"]
    assert "已送审" in sheet(town, CHEN).text
    assert verbs(sheet(town, WU)) == ["return", "check"]
    press(town, WU, "check")
    assert verbs(sheet(town, CHEN)) == ["publish"]
    press(town, CHEN, "publish")
    verified(town, LI)
    assert verbs(sheet(town, LI)) == ["object"]
    assert verbs(sheet(town, ZHANG)) == []
    assert verbs(sheet(town, LIANG)) == ["correct"]
    assert verbs(sheet(town, WU)) == ["correct"]
    step(town, LI, "object", "太贵")
    assert verbs(sheet(town, WU)) == ["answer", "uphold", "correct"]


def test_a_correction_and_what_was_public_before_stand_beside(town):
    asked = Correction(officer="liang", at=AT, note="收费没有依据", basis="第27条")
    in_force(town)
    put(town, corrections=(asked,), earlier=(Edition(text="旧的文字"),))

    assert "改正意见（梁同志，11月2日" in group(town).text
    assert "收费没有依据。依据：第27条。" in group(town).text
    assert "以前公布的第 1 稿：旧的文字" in group(town).text
    assert TEXT in group(town).text


def test_at_its_end_the_card_says_what_was_kept_with_everybody_who_is_silent(town):
    disclosed(town)
    shown = group(town)
    assert "<b>结果</b>：装好了，用了1200.50元" in shown.text
    assert "兑现：答应 1 项，办成 1 项（其中晚了 0 项）" in shown.text
    assert "做到了吗？：" not in shown.text  # only at the end
    answer(town, LI, "done", "yes")
    town.ring("resolution_look")
    text = group(town).text
    # one answer tells whose it is: no figures below five (N21)
    assert "做到了吗：回答的人太少，不公布分项（问了 1 人，回答 1 人，没回答 0 人）" in text
    assert group(town).buttons == []
    with town.work(0) as work:
        made = work.resolutions.get(1)
        many = {k: replace(v, asked=9, yes=4, no=2) for k, v in made.final.items()}
    put(town, final=many)
    assert "是 4，不是 2，说不清 0（问了 9 人，回答 6 人，没回答 3 人）" in group(town).text


@LANGUAGES
@pytest.mark.parametrize("status", list(S))
def test_every_status_can_be_shown(town, language, status):
    in_force(town)
    put(town, status=status)

    assert group(town, language).text
    assert sheet(town, CHEN, language).text


@LANGUAGES
@pytest.mark.parametrize("status", sorted(frozenset(C) - {C.OPEN}))
def test_every_end_of_a_promise_can_be_shown(town, language, status):
    made = in_force(town)
    [found] = made.clauses
    done = settled(found, status, "照片", found.finish_by)
    put(town, clauses=(replace(done, until=found.finish_by, money=0),))

    assert group(town, language).text
