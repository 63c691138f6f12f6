"""One topic, and what is done to it, as the tests of topics begin."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from governance.ballots.result import Verdict
from governance.deliberations.advance import Given, advance
from governance.deliberations.statements import Stance, Statement
from governance.deliberations.states import Criterion, TopicAction, TopicStatus
from governance.deliberations.summing import Part
from governance.deliberations.topic import Elements, Objection, Review, Topic
from governance.directory import Actor
from governance.procedure import Level, Requirements
from governance.refusals import REFUSALS, Refusal
from tests.governance.ballots.town import officer

S, A, V = TopicStatus, TopicAction, Verdict
CHEN, WU, LIANG = officer("chen"), officer("wu"), officer("liang")
LI = Actor(id=5001)
AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
NEED = Requirements()
ELEMENTS = Elements(
    participants="三号楼全体住户",
    question="电梯要不要装刷卡",
    form="线上线下",
    timetable="三月",
    use="居委会照办",
)
REVIEW = Review(
    in_scope=True,
    lawful=True,
    level=Level.DELEGATED,
    affected="三号楼住户",
    money="公共收益",
    personal_data=False,
    already_decided=False,
)
TOPIC = Topic(
    id=1, proposer="5001", criteria=frozenset({Criterion.PUBLIC_INTEREST}),
    elements=ELEMENTS, review=REVIEW,
)  # fmt: skip
TALKED = replace(
    TOPIC,
    status=S.SUMMARY,
    discussed_from=AT - timedelta(days=4),
    summarised_at=AT - timedelta(days=3),
    statements=5,
)
PARTS = dict.fromkeys(Part, "有人这样说")
STANDING = Objection(person="5002", affected=True)


def spoken(person, entered_by="", at=AT):
    return Statement(
        topic=1, person=person, stance=Stance.FOR, shown=True, entered_by=entered_by, at=at
    )


def step(topic, action, by=CHEN, **more):
    given = {"at": AT, "note": "说明", "proof": "p1", "parts": PARTS, "weighed": True} | more
    return advance(topic, action, Given(by=by, **given))


def refused(topic, action, by=CHEN, **more):
    with pytest.raises(Refusal) as found:
        step(topic, action, by, **more)
    assert found.value.key in REFUSALS
    return found.value.key.removeprefix("refusal-")


def at(status, **changed):
    return replace(TALKED, status=status, **changed)
