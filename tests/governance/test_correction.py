from datetime import UTC, datetime

import pytest

from governance import clocks
from governance.cases import Case, CaseKind, Urgency
from governance.correction import CORRECT, corrected
from governance.dialogues import Dialogue, DialogueKind
from governance.intake import ELSEWHERE

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


def a_case(**more):
    whole = {
        "community": "xingfuli",
        "reporter": 5001,
        "chat": 5001,
        "message": 0,
        "text": "电线掉下来了",
        "category": "other",
        "building": "b3",
        "grid": "g2",
        "at": AT,
        "finish_by": AT,
        "calendar_known": False,
        "desk": "he",
    }
    return Case(**whole | more)


def talk(**data):
    return Dialogue(token="t", kind=DialogueKind.CORRECT, person=1, chat=1, expires=AT, data=data)


@pytest.mark.parametrize(
    ("what", "value", "changed"),
    [
        ("category", "lift", {"category": "lift"}),
        ("building", "b5", {"building": "b5", "grid": "g3"}),
        ("building", ELSEWHERE, {"building": None, "grid": None}),
        ("kind", "hazard", {"kind": CaseKind.HAZARD}),
        ("urgency", "urgent", {"urgency": Urgency.URGENT}),
    ],
)
def test_one_thing_is_put_right_and_the_promise_with_it(community, what, value, changed):
    case = corrected(community, a_case(), what, value)

    due = clocks.finish_by(community, case.category, AT, case.kind)
    assert case == a_case(**changed, finish_by=due.at, calendar_known=due.known)


@pytest.mark.parametrize("what", ["category", "building", "kind", "urgency"])
def test_the_form_asks_what_then_how_then_why(community, what):
    first, second, third = (
        CORRECT.next(talk(**data)) for data in ({}, {"what": what}, {"what": what, what: "x"})
    )

    assert (first.field, second.field, third.field) == ("what", what, "reason")
    assert what in first.choices(community, talk())
    assert second.choices(community, talk(what=what))
    assert third.words


def test_a_place_may_also_be_none_of_ours(community):
    second = CORRECT.next(talk(what="building"))

    assert second.choices(community, talk())[-1] == ELSEWHERE
