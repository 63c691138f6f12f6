"""How the three stages of a project look: their line, their buttons, what the group reads."""

from dataclasses import replace

import pytest

from governance.resolutions.states import ResolutionStatus
from services.disclosures import drafting, signing
from tests.handlers.showing import presses, show
from tests.services.disclosures.accounts import draw
from tests.services.disclosures.projecting import (
    B,
    H,
    Z,
    in_force,
    opened,
    waiting,
    written,
)
from tests.services.disclosures.projecting import show as tell
from tests.services.resolutions.promises import carried_out, resolution
from tests.services.resolutions.test_choosing import chosen, named, priced, worded
from tests.services.town import AT, CHEN, GROUP, HE, LI, LIU, WANG, WU

LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])


@pytest.fixture
def project(town):
    return in_force(town)


def group(town, language="zh-CN"):
    return show(town, "resolution", GROUP, subject="resolution:1:0:0", reader=0, language=language)


def sheet(town, reader):
    return show(town, "resolution", reader, subject=f"resolution:1:{reader}:0", reader=reader)


def work_sheet(town, edition, reader):
    subject = f"disclosure-work:{edition.id}:{reader}"
    return show(town, "disclosure-work", reader, subject=subject, reader=reader)


def put(town, status):
    with town.work(0) as work:
        work.resolutions.save(replace(work.resolutions.get(1), status=status))


def verbs(shown):
    return [p.verb for p in presses(shown)]


def staged(town, reader):
    return [v for v in verbs(sheet(town, reader)) if v.startswith("stage")]


def labels(town, language="zh-CN"):
    """Return what the buttons of the stages say to the committee."""
    found = show(
        town,
        "resolution",
        CHEN,
        subject=f"resolution:1:{CHEN}:0",
        reader=CHEN,
        language=language,
    )
    return [b.text for row in found.buttons for b in row if b.data and ":stage=" in b.data]


def shown_stage(town, stage):
    opened(town, stage)
    return tell(town, stage)


def test_everybody_reads_which_stages_were_shown_by_which_edition(town, project):
    assert "三次公开：开工前 2026-11-06 前、进展到一半 2026-11-18 前、结算 2026-12-07 前" in (
        group(town).text
    )
    opened(town, B)
    town.ring("disclosure_absent")
    town.ring("disclosure_absences")
    assert "开工前 ⚠️ 到 2026-11-06 没有公开、" in group(town).text
    tell(town, B)
    shown_stage(town, H)
    said = "开工前 ✅（晚了） 公示 2026-001、进展到一半 ✅ 公示 2026-002、结算"
    assert said in group(town).text
    assert (
        "before it begins ✅ (late) notice 2026-001, halfway ✅ notice" in group(town, "en").text
    )


def test_whoever_may_write_the_next_stage_finds_its_button_and_nobody_else(town, project):
    for reader, found in ((CHEN, ["stage=1-0"]), (WANG, ["stage=1-0"]), (LIU, []), (LI, [])):
        assert staged(town, reader) == found
    put(town, ResolutionStatus.UNDER_CORRECTION)
    assert staged(town, CHEN) == []
    put(town, ResolutionStatus.IMPLEMENTING)
    shown_stage(town, B)
    carried_out(town)
    assert staged(town, CHEN) == ["stage=1-1", "stage=1-2"]
    assert labels(town) == ["公开第 1 项：进展到一半", "第 1 项结算：等前一次公开"]
    assert labels(town, "en") == ["Show 1: halfway", "1 settled: waits for the one before"]
    shown_stage(town, H)
    assert staged(town, CHEN) == ["stage=1-2"]
    assert labels(town) == ["公开第 1 项：结算"]
    shown_stage(town, Z)
    assert staged(town, CHEN) == []


@LANGUAGES
def test_a_stage_that_comes_too_early_is_warned_of_in_words(town, project, language):
    facts = {"resolution": 1, "number": 1, "clause": 1, "stage": "settled", "missing": "halfway"}
    said = show(town, "resolution-early", WU, reader=WU, language=language, **facts).text
    assert ("“进展到一半”的情况还没有公开，还不能结算" in said) is (language == "zh-CN")
    assert ("it was not shown halfway yet" in said) is (language == "en")


def test_an_edition_is_called_by_its_promise_and_its_stage(town, project):
    opened(town, B)
    edition = waiting(town, B)
    shown = work_sheet(town, edition, WANG)
    assert "决议1 第 1 项：开工前的情况" in shown.text
    assert "起草：王师傅、" in shown.text
    assert verbs(shown) == ["begin"]
    written(town, B)
    [taken] = [d for d in town.deliveries() if d.key == drafting.TAKEN]
    said = show(town, drafting.TAKEN, WANG, reader=WANG, **taken.facts).text
    assert "开工前的情况" in said
    assert verbs(work_sheet(town, edition, WANG)) == ["begin", "submit"]
    calendar = {"list": "calendar", "start": 0, "day": "2026-11-05"}
    for reader, rows in ((WANG, 1), (HE, 1), (LIU, 0)):
        listed = show(town, "disclosures", reader, reader=reader, **calendar)
        assert sum(v == "open" for v in verbs(listed)) == rows


def test_before_it_begins_everybody_reads_all_that_is_asked_of_it(town, project):
    edition = shown_stage(town, B)
    subject = f"disclosure:{edition}:0:{GROUP}"
    said = show(town, "disclosure", GROUP, subject=subject, reader=0).text
    for each in (
        "预算 1200.50 元", "为什么做：夜里有外人进来", "谁来做：安心门业",
        "怎么选的：三家比价选最低", "起止日期：2026-11-05 – 2026-11-30", "问谁：王师傅",
    ):  # fmt: skip
        assert each in said


def test_what_a_project_cost_stands_beside_its_budget_and_what_was_paid_halfway(town, project):
    shown_stage(town, B)
    shown_stage(town, H)
    carried_out(town)
    edition = shown_stage(town, Z)
    subject = f"disclosure:{edition}:0:{GROUP}"
    said = show(town, "disclosure", GROUP, subject=subject, reader=0).text
    assert "决议1 第 1 项：项目结算" in said
    assert "预算 1200.50 元，实际花了 1180.00 元，少了 20.50 元" in said
    assert "进展到一半时付了 600.00 元，之后又付了 580.00 元" in said
    assert said.count("1180.00") == 1


@LANGUAGES
def test_what_was_shown_before_stages_were_editions_can_still_be_read(town, project, language):
    clause = resolution(town).clauses[0]
    old = {"at": AT, "by": "wang", "text": "三家比价", "photo": "photo-1"}
    with town.work(0) as work:
        found = work.resolutions.get(1)
        stages = tuple(replace(s, **old) for s in clause.stages)
        work.resolutions.save(replace(found, clauses=(replace(clause, stages=stages),)))
    facts = {"resolution": 1, "clause": clause.id, "stage": "settled"}
    shown = show(town, "resolution-shown", GROUP, language=language, **facts)
    assert shown.photo == "photo-1"
    assert "三家比价" in shown.text
    assert "王师傅" in shown.text
    assert "1200.50" in shown.text
    gone = show(town, "resolution-shown", GROUP, **{**facts, "clause": 9})
    assert "已经没有" in gone.text


def test_a_project_that_costs_less_than_the_menu_said_says_both(town):
    worded(town, chosen(town))
    priced(town, "8000")
    named(town, "liu")

    assert "大家点单时定价 9000 元，这里写的是 8000 元" in sheet(town, CHEN).text
    assert "6000.50 元，这里写的" not in sheet(town, CHEN).text


def test_before_it_is_in_force_a_project_says_that_it_will_be_shown_three_times(town, project):
    assert "每一项都要公开三次" not in group(town).text
    put(town, ResolutionStatus.OBJECTION_WINDOW)
    assert "每一项都要公开三次" in group(town).text


@LANGUAGES
def test_the_photo_of_a_stage_is_shown_to_who_signs_and_to_the_groups(town, project, language):
    shown_stage(town, B)
    opened(town, H)
    edition = written(town, H, photo="photo-1")
    town.do(WANG, signing.press, edition.id, signing.A.SUBMIT)
    draw(town)
    seen = []
    for verb in ("edition_drawn",) * 5:
        town.ring(verb)
        seen += [d.address.chat for d in town.deliveries() if d.key == "edition-photo"]
    assert seen == [CHEN, HE]
    town.do(CHEN, signing.press, edition.id, signing.A.APPROVE)
    town.ring("edition_publish")
    [told] = [d for d in town.deliveries() if d.key == "edition-photo"]
    shown = show(town, told.key, GROUP, reader=0, language=language, **told.facts)
    assert (told.address.chat, shown.photo) == (GROUP, "photo-1")
    assert "2026-002" in shown.text
