from datetime import date

import pytest

from governance.refusals import NotAllowed, Refusal
from governance.resolutions.states import ResolutionStatus, Stage
from services.resolutions import disclosing, drafting
from tests.services.joining import verified
from tests.services.resolutions.promises import (
    agreed,
    carried_out,
    clause,
    empty,
    facts,
    heard,
    press,
    resolution,
    sounded,
    step,
    watch,
    word,
)
from tests.services.town import CHEN, GROUP, LI, LIU, WANG, WU

B, H, Z = Stage
S = ResolutionStatus
WORDS = "预算 1200 元，三家比价"


@pytest.fixture
def project(town):
    """A project in force since 2026-11-05: one promise, until 2026-11-30."""
    begun = town.do(CHEN, drafting.begin, agreed(town)).id
    word(town, CHEN, begun, form="project")
    clause(town)
    press(town, CHEN, "hand-in")
    press(town, WU, "check")
    press(town, CHEN, "publish")
    town.ring("resolution_look")
    assert resolution(town).status is S.IMPLEMENTING
    return resolution(town)


def shown(town):
    return [(s.stage, s.by, s.missed) for s in resolution(town).clauses[0].stages]


def show(town, stage, by=WANG, text=WORDS, **more):
    talk = town.do(by, disclosing.begin, 1, 1, stage)
    town.say(by, text, **more)
    return town.answer(by, "submit", dialogue_id=talk.id)


def test_a_projects_stages_fall_due_on_their_days(town, project):
    assert [s.day for s in project.clauses[0].stages] == [
        date(2026, 11, 6),
        date(2026, 11, 18),
        date(2026, 12, 7),
    ]
    alarms = [(v, f"{at:%m-%d %H}") for v, at in town.dues() if v.startswith("stage")]
    assert sorted(alarms, key=lambda a: a[1]) == [
        ("stage", "11-06 01"),
        ("stage_missed", "11-06 12"),
        ("stage", "11-18 01"),
        ("stage_missed", "11-18 12"),
        ("stage", "12-07 01"),
        ("stage_missed", "12-07 12"),
    ]


def test_whoever_is_responsible_is_asked_and_what_he_says_is_public(town, project):
    town.ring("stage")
    assert (f"resolution-stage:1:{project.clauses[0].id}:0", WANG) in town.fresh()
    made = show(town, B)

    assert made.clauses[0].stages[0].text == WORDS
    assert made.clauses[0].stages[0].at == town.now
    assert heard(town, "resolution-shown") == [GROUP]
    assert facts(town, "resolution-shown")["stage"] == "before"
    assert town.audit() == ["show-stage"]
    town.ring("stage_missed")
    assert heard(town, "resolution-unshown") == []


def test_a_photo_stands_beside_the_words_and_alone_is_not_enough(town, project):
    talk = town.do(WANG, disclosing.begin, 1, 1, B)
    town.say(WANG, "", photo="photo-1")
    with pytest.raises(Refusal):
        town.answer(WANG, "submit", dialogue_id=talk.id)
    town.say(WANG, WORDS)
    made = town.answer(WANG, "submit", dialogue_id=talk.id)
    assert (made.clauses[0].stages[0].photo, made.clauses[0].stages[0].text) == ("photo-1", WORDS)

    show(town, H, text="一半了", photo="photo-2")
    assert resolution(town).clauses[0].stages[1].photo == "photo-2"


def test_what_is_not_shown_on_its_day_is_public_and_before_supervision(town, project):
    town.ring("stage")
    town.ring("stage_missed")

    assert shown(town)[0] == (B, "", True)
    assert heard(town, "resolution-unshown") == sorted([GROUP, WU])
    assert facts(town, "resolution-unshown")["by"] == "wang"
    assert town.audit() == ["unshown"]
    show(town, B, by=CHEN)
    assert shown(town)[0] == (B, "chen", True)


@pytest.mark.parametrize("by", [LI, LIU, WU])
def test_nobody_else_shows_it(town, project, by):
    with pytest.raises(NotAllowed):
        town.do(by, disclosing.begin, 1, 1, B)
    with pytest.raises(NotAllowed):
        town.do(by, disclosing.begin, 1, 9, B)


def test_the_order_holds_until_the_result(town, project):
    with pytest.raises(Refusal, match="refusal-resolution-stage"):
        town.do(WANG, disclosing.begin, 1, 1, H)
    show(town, B)
    show(town, H)
    with pytest.raises(Refusal, match="refusal-resolution-unsettled"):
        town.do(WANG, disclosing.begin, 1, 1, Z)
    carried_out(town)
    assert (f"resolution-stage:1:{project.clauses[0].id}:2", WANG) in town.told()
    with pytest.raises(Refusal, match="refusal-resolution-unshown"):
        press(town, CHEN, "disclose")
    show(town, Z)
    assert step(town, CHEN, "disclose", "装好了").status is S.RESULT_PUBLISHED
    with pytest.raises(Refusal, match="refusal-closed"):
        town.do(WANG, disclosing.begin, 1, 1, Z)


def test_the_last_stage_is_not_asked_for_while_the_work_goes_on(town, project):
    for _ in range(3):
        town.ring("stage")

    asked = {subject for subject, _ in town.told() if subject.startswith("resolution-stage")}
    assert not any(subject.endswith(":2") for subject in asked)


def test_a_missing_settlement_is_told_once(town, project):
    carried_out(town)
    for _ in range(3):
        town.ring("stage_missed")
    assert shown(town)[2] == (Z, "", True)
    town.ring("undisclosed")
    assert heard(town, "resolution-undisclosed") == []


def test_what_is_carried_out_anew_is_only_settled_anew(town, project):
    verified(town, LI)
    show(town, B)
    show(town, H)
    carried_out(town)
    show(town, Z)
    step(town, CHEN, "disclose", "装好了")
    watch(town, LI, "no")
    step(town, WU, "resume", "有两盏不亮")

    assert shown(town) == [(B, "wang", False), (H, "wang", False), (Z, "", False)]
    anew = {at for verb, at in town.dues() if verb == "stage" and at > town.now}
    assert f"{max(anew):%m-%d}" == f"{resolution(town).clauses[0].stages[2].day:%m-%d}"


def test_with_nobody_there_the_operator_hears(town, project):
    empty(town, "wang")
    town.ring("stage")

    assert ("vacant", "resolution:1") in sounded(town)
    assert shown(town)[0] == (B, "", False)
