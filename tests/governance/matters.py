"""Cases as they never came about, and who acts on them: for the tests of the rules."""

from datetime import UTC, datetime, timedelta

from governance.cases import (
    Assignment,
    AssignmentStatus,
    Case,
    CaseAction,
    CaseStatus,
    Move,
)
from governance.directory import THE_CLOCK, Actor, Role

S, A, T = CaseStatus, CaseAction, AssignmentStatus
AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
LATER = AT + timedelta(hours=1)
LI, ZHANG = 5001, 5002
WORKER = Actor(id=2001, officer="wang", offices=frozenset({Role.GRID_WORKER}))
OTHER = Actor(id=2002, officer="liu", offices=frozenset({Role.GRID_WORKER}))
HEAD = Actor(id=2004, officer="sun", offices=frozenset({Role.GRID_HEAD}))
DESK = Actor(id=3002, officer="he", offices=frozenset({Role.COMMITTEE, Role.DISPATCHER}))
CHAIR = Actor(id=3001, officer="chen", offices=frozenset({Role.COMMITTEE}))
WATCH = Actor(id=4001, officer="wu", offices=frozenset({Role.SUPERVISION}))
ACTORS = {
    "reporter": Actor(id=LI),
    "stranger": Actor(id=ZHANG),
    "worker": WORKER,
    "receiver": OTHER,
    "head": HEAD,
    "desk": DESK,
    "chair": CHAIR,
    "supervision": WATCH,
    "clock": THE_CLOCK,
}


def a_case(status=S.SUBMITTED, held=None, **more):
    assignments = ()
    if held:
        receiver = "liu" if held is T.TRANSFER_PENDING else ""
        assignments = (
            Assignment(officer="wang", status=held, at=AT, until=LATER, receiver=receiver),
        )
    whole = {
        "community": "xingfuli",
        "reporter": LI,
        "chat": -100,
        "message": 7,
        "text": "三号楼电梯坏了",
        "category": "lift",
        "building": "b3",
        "grid": "g2",
        "status": status,
        "at": AT,
        "finish_by": LATER,
        "desk": "he",
        "assignments": assignments,
    }
    return Case(**whole | more)


def move(by, **more):
    return Move(by=by, at=LATER, **more)


def complete(by):
    return move(by, note="说明", proof="照片", to="zhou", until=LATER, into=99)
