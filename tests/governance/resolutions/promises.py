"""One resolution of the example's community, and what is done to it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from governance.deliberations.states import TopicStatus
from governance.directory import Actor
from governance.refusals import REFUSALS, Refusal
from governance.resolutions.advance import Given, advance
from governance.resolutions.clauses import Clause
from governance.resolutions.resolution import Basis, Contest, Count, Resolution
from governance.resolutions.states import (
    ClauseStatus,
    Question,
    Reply,
    ResolutionAction,
    ResolutionKind,
    ResolutionStatus,
    Rhythm,
)
from tests.governance.ballots.town import officer
from tests.governance.seats import COMMUNITY

S, A, C, Q, R = ResolutionStatus, ResolutionAction, ClauseStatus, Question, Reply
CHEN, HE, WU, LIANG, WANG = (officer(k) for k in ("chen", "he", "wu", "liang", "wang"))
LI = Actor(id=5001)
AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
CLAUSE = Clause(
    id=1,
    number=1,
    who="wang",
    what="装刷卡",
    money=120_050,
    finish_by=date(2026, 4, 1),
    disclose_by=date(2026, 4, 10),
    proof="验收单和照片",
    rhythm=Rhythm.WEEKLY,
)
BASIS = Basis(
    statements=6,
    objections=1,
    met=1,
    counts=(Count(number=2, roll=40, turnout=31, tally=(("for", 25), ("against", 6))),),
)
DRAFT = Resolution(
    id=1,
    number=1,
    topic=1,
    at=AT,
    kind=ResolutionKind.PROJECT,
    text="三号楼装刷卡",
    drafted_by="chen",
    clauses=(CLAUSE,),
)
CONTEST = Contest(id=1, person=5002, at=AT, text="太贵")


def at(status, **changed):
    """Return it as it stands in a status, with all that must have been before."""
    whole = {"submitted": True, "checked_by": "wu", "basis": BASIS}
    whole |= {"published_at": AT, "window_until": AT + 3 * DAY}
    return replace(DRAFT, status=status, **(whole | changed))


def given(by=CHEN, **more):
    whole = {"at": AT, "today": TODAY, "note": "说明", "law": "第27条"}
    whole |= {"topic": TopicStatus.RESOLVING, "basis": BASIS}
    return Given(by=by, **(whole | more))


def step(resolution, action, by=CHEN, **more):
    return advance(COMMUNITY, resolution, action, given(by, **more))


def refused(resolution, action, by=CHEN, **more):
    with pytest.raises(Refusal) as found:
        step(resolution, action, by, **more)
    assert found.value.key in REFUSALS
    return found.value.key.removeprefix("refusal-")
