from datetime import UTC, datetime

import pytest

from governance import relays
from governance.dialogues import Dialogue, DialogueKind


def talk(message):
    return Dialogue(
        token="t",
        kind=DialogueKind.RELAY,
        person=1,
        chat=1,
        expires=datetime(2026, 11, 2, tzinfo=UTC),
        data={"message": message},
    )


@pytest.mark.parametrize(
    ("message", "asked"), [("打我电话13800001111", True), ("明天上午来", False)]
)
def test_a_number_is_asked_about_before_it_is_carried(message, asked):
    assert ("sure" in [q.field for q in relays.WORD.asked(talk(message))]) is asked


def test_an_addition_and_an_answer_go_to_the_desk_and_need_no_second_tap():
    forms = (relays.SUPPLEMENT, relays.INFORM)

    assert [[q.field for q in f.asked(talk("13800001111"))] for f in forms] == [["message"]] * 2
