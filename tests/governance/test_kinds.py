from dataclasses import replace
from datetime import UTC, datetime

import pytest

from governance import cases
from governance.cases import (
    HANDLING,
    Assignment,
    AssignmentStatus,
    Case,
    CaseAction,
    CaseKind,
    CaseStatus,
    Move,
)
from governance.directory import Actor, Role
from governance.refusals import NotAllowed, Refusal

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
WORKER = Actor(id=2001, officer="wang", offices=frozenset({Role.GRID_WORKER}))
OTHER = Actor(id=2003, officer="zhou", offices=frozenset({Role.GRID_WORKER}))
DESK = Actor(id=3002, officer="he", offices=frozenset({Role.DISPATCHER}))
JUDGED = {CaseAction.CONFIRM, CaseAction.SETTLE_PART, CaseAction.REOPEN}


def a_case(**more):
    whole = {
        "community": "xingfuli",
        "reporter": 5001,
        "chat": 5001,
        "message": 0,
        "text": "三号楼电线掉下来了",
        "category": "lift",
        "building": "b3",
        "grid": "g2",
        "at": AT,
        "finish_by": AT,
        "desk": "he",
    }
    return Case(**whole | more)


def held(status):
    return (Assignment(officer="wang", status=status, at=AT, until=AT),)


def test_every_kind_is_handled_somehow():
    assert set(HANDLING) == set(CaseKind)


def test_a_hazard_ends_with_a_photo_alone():
    case = a_case(
        kind=CaseKind.HAZARD,
        status=CaseStatus.IN_PROGRESS,
        assignments=held(AssignmentStatus.ACCEPTED),
    )

    with pytest.raises(Refusal) as refused:
        cases.advance(case, CaseAction.FINISH, Move(by=WORKER, at=AT, note="接好了"))
    done = cases.advance(case, CaseAction.FINISH, Move(by=WORKER, at=AT, proof="photo-1"))

    assert (refused.value.key, done.status) == ("refusal-photo", CaseStatus.DONE_REPORTED)


def test_a_line_is_written_only_where_there_are_no_words():
    silent, spoken = a_case(text=""), a_case()

    found = [CaseAction.SUMMARISE in cases.choices(c, DESK) for c in (silent, spoken)]

    assert found == [True, False]
    with pytest.raises(NotAllowed):
        cases.advance(spoken, CaseAction.SUMMARISE, Move(by=DESK, at=AT, note="电线"))


def test_the_line_that_a_human_wrote_stands_beside_the_status():
    case = a_case(text="")

    moved = cases.advance(case, CaseAction.SUMMARISE, Move(by=DESK, at=AT, note="三号楼电线掉了"))

    assert moved == replace(case, summary="三号楼电线掉了")


def test_the_recorder_judges_in_place_of_whoever_entered_and_did_it():
    done = a_case(
        reporter=WORKER.id,
        entered_by=WORKER.id,
        recorder="zhou",
        status=CaseStatus.DONE_REPORTED,
        assignments=held(AssignmentStatus.DONE),
    )

    assert set(cases.choices(done, WORKER)) & JUDGED == set()
    assert set(cases.choices(done, OTHER)) >= JUDGED
    assert set(cases.choices(replace(done, recorder=""), OTHER)) & JUDGED == set()
    assert set(cases.choices(replace(done, status=CaseStatus.CONFIRMED), OTHER)) & JUDGED == set()
