"""How the three stages of a project look: their line, their card, what the group reads."""

from dataclasses import replace

import pytest

from governance.resolutions.states import ResolutionStatus
from services.resolutions import disclosing
from tests.handlers.showing import presses, show, taps
from tests.services.resolutions.promises import carried_out, in_force, resolution
from tests.services.resolutions.test_choosing import chosen, named, priced, worded
from tests.services.resolutions.test_disclosing import B, H, Z, project
from tests.services.resolutions.test_disclosing import show as tell
from tests.services.town import CHEN, GROUP, LI, LIU, WANG

__all__ = ["project"]
LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])


def card(town, index=0, clause=1, language="zh-CN"):
    subject = f"resolution-stage:1:{clause}:{index}"
    return show(town, "resolution-stage", WANG, subject=subject, reader=WANG, language=language)


def group(town, language="zh-CN"):
    return show(town, "resolution", GROUP, subject="resolution:1:0:0", reader=0, language=language)


def sheet(town, reader):
    return show(town, "resolution", reader, subject=f"resolution:1:{reader}:0", reader=reader)


def put(town, status):
    with town.work(0) as work:
        work.resolutions.save(replace(work.resolutions.get(1), status=status))


def verbs(shown):
    return [p.verb for p in presses(shown)]


def test_the_card_of_a_stage_asks_for_it_and_says_how_it_stands(town, project):
    shown = card(town)
    assert "决议1 第 1 项</b>：请公开开工前的情况（2026-11-06 前）" in shown.text
    assert "过了这一天没有公开" in shown.text
    assert (taps(shown), verbs(shown)) == (["公开第 1 项：开工前"], ["stage=1-0"])
    town.ring("stage")
    town.ring("stage_missed")
    assert "现在还可以补" in card(town).text
    assert taps(card(town))
    tell(town, B)
    assert "已经公开，谢谢" in card(town).text
    assert taps(card(town)) == []
    assert "已经没有" in card(town, clause=9).text


def test_what_is_no_project_any_more_has_no_stage_to_show(town):
    in_force(town)

    assert "已经没有" in card(town).text


def test_a_resolution_under_correction_waits_with_its_stages(town, project):
    put(town, ResolutionStatus.UNDER_CORRECTION)

    assert "现在不用公开了" in card(town).text
    assert taps(card(town)) == []
    assert not [v for v in verbs(sheet(town, CHEN)) if v.startswith("stage")]


def test_everybody_reads_which_stages_were_shown_and_which_are_missing(town, project):
    assert "三次公开：开工前 2026-11-06 前、进展到一半 2026-11-18 前、结算 2026-12-07 前" in (
        group(town).text
    )
    town.ring("stage")
    town.ring("stage_missed")
    assert "开工前 ⚠️ 到 2026-11-06 没有公开、" in group(town).text
    tell(town, B)
    tell(town, H)
    assert "开工前 ✅（晚了）、进展到一半 ✅、结算" in group(town).text
    assert "Shown three times: before it begins ✅ (late), halfway ✅" in group(town, "en").text


def test_whoever_may_show_the_next_stage_finds_its_button_and_nobody_else(town, project):
    for reader, found in ((CHEN, ["stage=1-0"]), (WANG, ["stage=1-0"]), (LIU, []), (LI, [])):
        assert [v for v in verbs(sheet(town, reader)) if v.startswith("stage")] == found
    tell(town, B)
    tell(town, H)
    assert not [v for v in verbs(sheet(town, CHEN)) if v.startswith("stage")]
    carried_out(town)
    assert "stage=1-2" in verbs(sheet(town, CHEN))
    tell(town, Z)
    assert "stage=1-2" not in verbs(sheet(town, CHEN))


@LANGUAGES
def test_the_group_reads_what_is_shown_by_whom_with_its_photo(town, project, language):
    tell(town, B, photo="photo-1")
    facts = {"resolution": 1, "clause": resolution(town).clauses[0].id, "stage": "before"}
    shown = show(town, "resolution-shown", GROUP, language=language, **facts)

    assert shown.photo == "photo-1"
    assert "装刷卡" in shown.text
    assert "三家比价" in shown.text
    assert "王师傅" in shown.text
    gone = show(town, "resolution-shown", GROUP, **{**facts, "clause": 9})
    assert "已经没有" in gone.text


def test_beside_what_was_spent_stands_what_the_resolution_allows(town, project):
    clause = resolution(town).clauses[0].id
    tell(town, B)
    tell(town, H)
    carried_out(town)
    tell(town, Z)

    said = [
        show(town, "resolution-shown", GROUP, resolution=1, clause=clause, stage=stage).text
        for stage in ("before", "settled")
    ]
    assert ["决议定的花费是 1200.50 元" in text for text in said] == [False, True]


def test_a_project_that_costs_less_than_the_menu_said_says_both(town):
    worded(town, chosen(town))
    priced(town, "8000")
    named(town, "liu")

    assert "大家点单时定价 9000 元，这里写的是 8000 元" in sheet(town, CHEN).text
    assert "6000.50 元，这里写的" not in sheet(town, CHEN).text


def test_the_talk_names_the_promise_and_the_stage_and_what_is_to_be_written(town, project):
    talk = town.do(WANG, disclosing.begin, 1, 1, B)
    subject = f"dialogue:{talk.id}"
    asked = show(town, "dialogue", WANG, subject=subject, reader=WANG)
    assert "决议1 第 1 项</b>“装刷卡”：开工前公开" in asked.text
    assert "怎么选的" in asked.text
    town.say(WANG, "三家比价", photo="photo-1")
    told = show(town, "dialogue", WANG, subject=subject, reader=WANG)
    assert "公开的话：照片 三家比价" in told.text
    assert "提交" in taps(told)


def test_before_it_is_in_force_a_project_says_that_it_will_be_shown_three_times(town, project):
    assert "每一项都要公开三次" not in group(town).text
    put(town, ResolutionStatus.OBJECTION_WINDOW)
    assert "每一项都要公开三次" in group(town).text
