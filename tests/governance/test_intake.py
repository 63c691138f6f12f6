from dataclasses import replace
from datetime import UTC, datetime

import pytest

from governance import intake
from governance.cases import Assignment, AssignmentStatus, Case, CaseKind
from governance.categories import NOTHING, Reading
from governance.dialogues import Dialogue, DialogueKind
from governance.intake import ELSEWHERE, YES, Wanted

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
LIFT = Reading(category="lift", building="b3")
SAID = "三号楼电梯坏了两天没人修"
WANG, SUN, RELATIVE = 2001, 2004, 5001


def draft(**data):
    return Dialogue(token="t", kind=DialogueKind.REPORT, person=1, chat=1, expires=AT, data=data)


@pytest.mark.parametrize(
    ("text", "reading", "clear"),
    [
        (SAID, LIFT, True),
        ("三号楼电梯坏了", LIFT, False),
        (SAID, replace(LIFT, category=None), False),
        (SAID, replace(LIFT, building=None), False),
        (SAID, replace(LIFT, dispute=True), False),
    ],
)
def test_what_says_enough_and_is_no_dispute_is_clear(community, text, reading, clear):
    assert intake.is_clear(community, text, reading) is clear


@pytest.mark.parametrize(
    ("kind", "may"),
    [
        (CaseKind.SERVICE, True),
        (CaseKind.HAZARD, True),
        (CaseKind.SUGGESTION, False),
        (CaseKind.QUESTION, False),
    ],
)
def test_what_the_desk_answers_is_finished_in_private(kind, may):
    assert intake.may_stand_in_group(replace(NOTHING, kind=kind)) is may


@pytest.mark.parametrize(
    ("data", "asked"),
    [
        ({}, Wanted.TEXT),
        ({"files": "photo"}, Wanted.LINE),
        ({"files": "photo", "bare": YES}, Wanted.CATEGORY),
        ({"text": "坏了"}, Wanted.CATEGORY),
        ({"text": "坏了", "category": "lift"}, Wanted.BUILDING),
        ({"text": "坏了", "category": "lift", "building": "b3"}, Wanted.SUBMIT),
        ({"text": "坏了", "asking": "kind"}, Wanted.KIND),
    ],
)
def test_one_question_at_a_time(data, asked):
    assert intake.wanted(draft(**data)) is asked


def test_what_is_asked_again_is_not_what_is_missing():
    whole = draft(text="坏了", category="lift", building="b3", asking="category")

    assert (intake.wanted(whole), intake.missing(whole)) == (Wanted.CATEGORY, Wanted.SUBMIT)


@pytest.mark.parametrize(
    ("data", "known"),
    [
        ({"files": "photo"}, {"bare": YES, "category": "other"}),
        ({"files": "photo,voice"}, {"bare": YES, "category": "other", "building": ELSEWHERE}),
        (
            {"files": "voice", "category": "lift", "building": "b3"},
            {"bare": YES, "category": "lift", "building": "b3"},
        ),
    ],
)
def test_who_cannot_write_is_asked_no_more_than_a_voice_tells(data, known):
    assert intake.without_words(draft(**data)) == known


@pytest.mark.parametrize(
    ("data", "changed"),
    [
        ({}, None),
        ({"files": "photo"}, None),
        ({"text": "坏了"}, {"asking": Wanted.TEXT}),
        ({"text": "坏了", "group": "outside"}, {"group": ""}),
        ({"text": "坏了", "asking": "text"}, None),
        ({"text": "坏了", "category": "lift"}, {"asking": Wanted.CATEGORY}),
        ({"text": "坏了", "category": "lift", "asking": "category"}, {"asking": Wanted.TEXT}),
        ({"text": "坏了", "category": "lift", "building": "b3"}, {"asking": Wanted.BUILDING}),
        (
            {"text": "坏了", "category": "lift", "building": "b3", "asking": "kind"},
            {"asking": ""},
        ),
    ],
)
def test_back_goes_one_question_back_and_before_the_first_it_leaves(data, changed):
    assert intake.one_back(draft(**data)) == changed


def finished(entered_by, *officers, grid="g2", desk="he"):
    done = [Assignment(officer=o, status=AssignmentStatus.DONE, at=AT, until=AT) for o in officers]
    return Case(
        community="xingfuli",
        reporter=entered_by or RELATIVE,
        chat=1,
        message=0,
        text=SAID,
        category="lift",
        building="b3",
        grid=grid,
        at=AT,
        finish_by=AT,
        desk=desk,
        assignments=tuple(done),
        entered_by=entered_by,
    )


@pytest.mark.parametrize(
    ("case", "recorder"),
    [
        (finished(0, "wang"), ""),
        (finished(RELATIVE, "wang"), ""),
        (finished(SUN, "wang"), ""),
        (finished(WANG, "wang"), "zhou"),
        (finished(WANG, "wang", "zhou"), "sun"),
        (finished(WANG, "wang", grid=None), "he"),
        (finished(WANG, "wang", "zhou", "sun", "he", "chen", desk="chen"), "chen"),
    ],
    ids=["not entered", "relative", "another did it", "himself", "two", "no grid", "nobody left"],
)
def test_who_entered_and_carried_out_a_case_does_not_record_its_verdict(community, case, recorder):
    assert intake.recorder(community, case) == recorder


def test_whoever_is_away_records_nothing(community):
    officers = [replace(o, away=o.key == "zhou") for o in community.officers]

    found = intake.recorder(replace(community, officers=tuple(officers)), finished(WANG, "wang"))

    assert found == "sun"
