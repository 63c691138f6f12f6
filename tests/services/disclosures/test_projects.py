"""The three stages of a project are editions of the programme (G05)."""

from dataclasses import replace
from datetime import date

import pytest

from governance.disclosures.edition import Edition
from governance.disclosures.states import EditionStatus
from governance.programme import Content
from governance.refusals import NotAllowed, Refusal
from governance.resolutions.states import ResolutionStatus, Stage
from services import stages as warning
from services.disclosures import coverage, drafting, looking, owing, projects, signing, staging
from services.resolutions import checking
from tests.services.disclosures.accounts import edition_of
from tests.services.disclosures.programmes import changed, file, look, planned
from tests.services.disclosures.projecting import (
    content,
    in_force,
    opened,
    problems,
    show,
    signed,
    stages,
    waiting,
    written,
)
from tests.services.resolutions.promises import (
    facts,
    heard,
    report,
    resolution,
    sounded,
)
from tests.services.town import CHEN, GROUP, HE, LI, LIU, WANG, WU

B, H, Z = Stage
S = EditionStatus


@pytest.fixture
def project(town):
    return in_force(town)


def owed(town, day):
    with town.work(0) as work:
        found = owing.calendar(work, date.fromisoformat(day))
    return [(o.stage, o.day.isoformat(), bool(o.edition), o.absent) for o in found if o.resolution]


def save(town, **changed):
    with town.work(0) as work:
        work.resolutions.save(replace(work.resolutions.get(1), **changed))


def test_the_editions_of_a_project_begin_some_days_before_they_are_due(town, project):
    begins = [f"{at:%m-%d}" for verb, at in town.dues() if verb == "stage"]
    assert begins == ["11-05", "11-08", "11-27"]
    assert owed(town, "2026-11-05") == [
        (B, "2026-11-06", False, False),
        (H, "2026-11-18", False, False),
        (Z, "2026-12-07", False, False),
    ]
    town.ring("stage")
    edition = waiting(town, B)
    assert (edition.item, edition.due, edition.drafters) == (
        "projects", date(2026, 11, 6), ("wang",),
    )  # fmt: skip
    # whoever carries it out knows it best; the committee may write it too
    assert {(f"disclosure-work:{edition.id}:{p}", p) for p in (WANG, CHEN, HE)} <= {*town.fresh()}
    town.do(0, projects.reached, 1, 1, "before")
    assert waiting(town, B) == edition
    assert owed(town, "2026-11-05")[0] == (B, "2026-11-06", True, False)
    assert len(owed(town, "2026-11-05")) == 3


def test_what_the_resolution_says_is_filled_in(town, project):
    town.ring("stage")
    talk = town.do(WANG, drafting.begin, waiting(town, B).id)
    known = {name: talk.text(name) for name in ("title", "budget", "dates", "contact")}
    assert known == {
        "title": "装刷卡",
        "budget": "1200.50",
        "dates": "2026-11-05 – 2026-11-30",
        "contact": "王师傅",
    }
    assert (talk.whole("planned"), talk.whole("resolution")) == (120_050, 1)


def test_a_stage_goes_the_road_of_every_edition_and_its_number_stands_with_the_project(
    town, project
):
    town.ring("stage")
    edition = written(town, B)
    assert [f["name"] for f in content(town, edition.id)["facts"]] == [
        "why", "budget", "contractor", "chosen", "dates", "contact",
    ]  # fmt: skip
    with pytest.raises(NotAllowed):  # he carries it out: he signs nothing of it
        signed(town, edition, signer=WANG)
    town.do(CHEN, signing.press, edition.id, signing.A.APPROVE)
    assert stages(town)[0] == (B, "", False)
    town.ring("edition_publish")
    assert edition_of(town, edition.id).status is S.PUBLISHED
    assert stages(town) == [(B, "2026-001", False), (H, "", False), (Z, "", False)]
    assert any(s == f"disclosure:{edition.id}:0:{GROUP}" for s, _ in town.told())
    assert ("resolution:1:0:0", GROUP) in town.told()


@pytest.mark.parametrize("one_of_the_committee", [HE])
def test_who_carries_it_out_signs_no_edition_that_another_wrote(
    town, project, one_of_the_committee
):
    with town.work(0) as work:
        clause = replace(project.clauses[0], who="chen")
        work.resolutions.save(replace(work.resolutions.get(1), clauses=(clause,)))
    town.ring("stage")
    edition = written(town, B, by=one_of_the_committee)
    with pytest.raises(NotAllowed, match="refusal-conflicted"):
        signed(town, edition, by=one_of_the_committee, signer=CHEN)


def test_a_correction_keeps_him_from_signing_too_and_the_first_day_counts(town, project):
    town.ring("stage")
    number = show(town, B)
    first = resolution(town).clauses[0].stages[0]
    town.do(HE, signing.press, number, signing.A.CORRECT)
    town.say(HE, "预算写错了")
    fresh = edition_of(town, number + 1)
    assert fresh.drafters == ("wang", "he")
    with town.work(0) as work:
        assert not staging.dropped(work, fresh)
    signed(town, fresh, by=HE)
    town.ring("edition_publish")
    assert edition_of(town, fresh.id).status is S.PUBLISHED
    assert resolution(town).clauses[0].stages[0] == first


def test_what_is_not_shown_on_its_day_is_absent_and_stays_missed(town, project):
    town.ring("stage")
    town.ring("disclosure_absent")
    town.ring("disclosure_absences")
    assert stages(town)[0] == (B, "", True)
    assert heard(town, "programme-absent") == sorted([GROUP, WU])
    assert town.audit() == ["absent-edition"]
    show(town, B)
    assert stages(town)[0] == (B, "2026-001", True)


def test_half_the_work_is_not_reached_before_the_beginning_was_shown(town, project):
    report(town, progress="25")
    assert resolution(town).clauses[0].progress == 25
    [_, day] = [c.day for c in resolution(town).clauses[0].checkins][:2]
    talk = town.do(WANG, checking.begin, 1, 1, day.toordinal())
    town.say(WANG, "一半了")
    made = town.answer(WANG, "progress", "50", talk.id)
    assert "progress" not in made.data  # it is warned of, not taken
    assert heard(town, "resolution-early") == [WANG]
    assert facts(town, "resolution-early")["missing"] == "before"
    assert town.audit() == ["early-stage"]
    town.answer(WANG, "progress", "75", talk.id)
    town.ring("stage_early")
    assert heard(town, "resolution-early") == [WU]
    assert "stage_early" not in {verb for verb, _ in town.dues()}  # once a day


def test_a_later_stage_is_warned_of_and_supervision_is_told(town, project):
    assert opened(town, H) == B
    assert heard(town, "resolution-early") == [WANG]
    town.ring("stage_early")
    assert heard(town, "resolution-early") == [WU]
    assert waiting(town, H) is None
    assert opened(town, B) is None
    assert (f"disclosure-work:{waiting(town, B).id}:{WANG}", WANG) in town.fresh()
    show(town, B)
    with pytest.raises(Refusal, match="refusal-closed"):
        opened(town, B)
    assert opened(town, H) is None


def test_the_edition_of_a_later_stage_cannot_be_submitted_before_the_one_before(town, project):
    town.ring("stage")
    town.ring("stage")
    edition = written(town, H)
    assert problems(town, edition.id) == [("stage", "")]
    with pytest.raises(Refusal, match="refusal-edition-problems"):
        signed(town, edition)
    show(town, B)
    assert problems(town, edition.id) == []


@pytest.mark.parametrize("by", [LI, LIU, WU])
def test_nobody_else_writes_it(town, project, by):
    with pytest.raises(NotAllowed):
        opened(town, B, by=by)
    opened(town, B)
    with pytest.raises(NotAllowed):
        town.do(by, drafting.begin, waiting(town, B).id)


def test_a_stage_that_fell_out_is_owed_no_more(town, project):
    town.ring("stage")
    edition = waiting(town, B)
    save(town, status=ResolutionStatus.UNDER_CORRECTION)
    assert owed(town, "2026-11-09") == []
    town.ring("disclosure_absent")
    assert heard(town, "programme-absent") == []
    assert "disclosure_absences" not in {verb for verb, _ in town.dues()}
    town.do(0, projects.reached, 1, 1, "halfway")
    assert waiting(town, H) is None
    with pytest.raises(Refusal, match="refusal-closed"):
        opened(town, B)
    with town.work(0) as work:
        gone = replace(edition, occasion="1:9:before")
        other = replace(edition, occasion="9:1:before")
        assert staging.dropped(work, gone)
        assert staging.dropped(work, other)
        assert staging.owner(work, other) is None
        assert staging.project(work, other) is None


def test_the_morning_makes_what_is_missing(town, project):
    """What was in force before stages were editions has them from the next morning on."""
    with town.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM dues WHERE verb = 'stage'")
    look(town)
    assert (waiting(town, B) is None, waiting(town, H)) == (False, None)
    look(town)
    assert len([o for o in owed(town, "2026-11-05") if o[0] is B]) == 1


def test_while_its_item_is_paused_no_stage_begins(town, project):
    look(town)
    changed(town, "pause", CHEN, WU, item="projects")
    town.do(0, projects.reached, 1, 1, "halfway")
    assert waiting(town, H) is None


def test_where_the_file_shows_no_projects_none_is_staged(town):
    planned(town, disclosures=tuple(i for i in file(town) if i.key != "projects"))
    made = in_force(town)
    assert made.clauses[0].stages == ()
    with pytest.raises(Refusal, match="refusal-closed"):
        opened(town, B)


def test_an_item_that_left_the_file_can_show_nothing(town, project):
    planned(town, disclosures=tuple(i for i in file(town) if i.key != "projects"))
    with pytest.raises(Refusal, match="refusal-resolution-unlisted"):
        opened(town, B)


def test_stages_count_once_among_what_was_shown(town, project):
    opened(town, B)
    show(town, B)
    with town.work(0) as work:
        quarter = coverage.quarter(date(2026, 11, 9))
        assert coverage.covered(work, quarter)[Content.PROJECT] == 1


def test_whoever_carries_it_out_finds_its_sheet(town, project):
    opened(town, B)
    town.do(WANG, looking.show, waiting(town, B).id)
    assert (f"disclosure-work:{waiting(town, B).id}:{WANG}", WANG) in town.fresh()


def test_an_edition_of_no_project_is_of_none(town):
    with town.work(0) as work:
        loose = Edition(item="projects", occasion="装修")
        assert staging.staged(loose) is None
        assert staging.unshown(work, loose) is None
        assert staging.asked(work, loose) == {"stage": Stage.BEFORE}
        staging.missed(work, loose)
        assert not staging.dropped(work, loose)
    assert sounded(town) == []


def test_of_a_promise_that_is_gone_nobody_is_warned(town, project):
    town.do(0, warning.warned, 1, 9, "settled", "halfway")
    assert heard(town, "resolution-early") == []
