from datetime import UTC, datetime

import pytest

from governance.dialogues import Dialogue, DialogueKind
from governance.residents import JOIN

WHOLE = {"building": "b3", "door": "301", "residency": "settled"}


def talk(**data):
    at = datetime(2026, 11, 2, tzinfo=UTC)
    return Dialogue(token="t", kind=DialogueKind.JOIN, person=1, chat=1, expires=at, data=data)


@pytest.mark.parametrize(
    ("given", "field", "value", "offered"),
    [
        ({}, "building", "b3", True),
        ({}, "building", "b99", False),
        ({}, "building", "", False),
        ({}, "residency", "settled", False),
        ({"building": "b3"}, "building", "b4", False),
        ({"building": "b3"}, "door", "301", False),
        (WHOLE, "residency", "away", False),
    ],
)
def test_a_tap_counts_for_the_present_question_alone(community, given, field, value, offered):
    assert JOIN.offers(community, talk(**given), field, value) is offered


def test_questions_come_in_order_and_the_last_answer_is_gone_back_to():
    assert [JOIN.next(talk()).field, JOIN.last(talk())] == ["building", None]
    assert JOIN.last(talk(building="b3", door="301")).field == "door"
    assert JOIN.next(talk(**WHOLE)) is None
