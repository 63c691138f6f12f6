"""Questions to a topic: among the statements, nameless ones in their batch, and answered (E22)."""

import pytest

from governance.deliberations.charts import readable
from governance.deliberations.statements import Stance
from governance.deliberations.summing import heard
from governance.refusals import Refusal
from services.deliberations import speaking
from tests.services.deliberations.test_speaking import reply, statements, talked
from tests.services.deliberations.topics import fill, speak, submit, topic
from tests.services.town import CHEN, GROUP, LI, LIU, ZHANG

__all__ = ["talked"]
Q = Stance.QUESTION


def ask(town, person, text, name):
    return speak(town, person, "question", text, name)


def posted(town):
    told = [d.facts for d in town.deliveries() if d.key == "topic-statements"]
    return [(f["first"], f["last"]) for f in told]


def test_a_question_under_a_name_stands_in_the_group_at_once(talked):
    asked = ask(talked, LI, "卡丢了怎么办？", "open")

    assert (asked.number, asked.stance, asked.shown) == (1, Q, True)
    assert posted(talked) == [(1, 1)]


def test_a_question_without_a_name_leaves_nothing_before_its_batch(talked):
    """Not a post, a number, a redrawn card or a line of the audit tells when it was asked."""
    before = topic(talked)
    talked.send()

    asked = ask(talked, LI, "卡丢了怎么办？", "hidden")

    assert (asked.number, asked.stance, asked.shown, asked.hidden) == (-1, Q, False, True)
    assert topic(talked) == before
    assert talked.audit() == []
    assert [k for k, c in talked.told() if c == GROUP or k.startswith("topic")] == []
    assert [kind for kind, _ in talked.dues()].count("topic_batch") == 1


def test_questions_and_statements_without_a_name_are_shuffled_in_one_batch(talked):
    for n in range(16):  # by chance questions stand apart once in 12 000
        person, stance = (LI, "question") if n % 2 else (ZHANG, "for")
        speak(talked, person, stance, f"第{n}句", "hidden")

    talked.ring("topic_batch")

    shown = statements(talked)
    assert posted(talked) == [(1, 5), (6, 10), (11, 15), (16, 16)]
    assert {s.text for s in shown if s.stance is Q} == {f"第{n}句" for n in range(1, 16, 2)}
    written = [f"第{n}句" for n in range(16)]
    assert [s.text for s in shown] not in (written, written[::-1])
    assert [s.stance for s in shown] != sorted(s.stance for s in shown)
    assert talked.audit() == ["batch"]


def test_the_organiser_answers_a_question_once_it_is_shown(talked):
    asked = ask(talked, LI, "卡丢了怎么办？", "hidden")
    with pytest.raises(Refusal) as early:
        talked.do(CHEN, speaking.reply, 1, asked.number)
    assert early.value.key == "refusal-statement-answered"
    talked.ring("topic_batch")

    reply(talked, 1, "到居委会补一张")

    assert [(s.stance, s.reply) for s in statements(talked)] == [(Q, "到居委会补一张")]
    assert talked.facts("topic-reply")["first"] == 1


def test_a_question_of_somebody_concerned_is_no_objection(talked):
    ask(talked, ZHANG, "有残疾人怎么刷卡？", "open")

    assert topic(talked).objections == ()


def test_whoever_only_asked_has_not_talked_a_matter_over(talked):
    for person in (LI, ZHANG):
        ask(talked, person, "为什么？", "open")
    found = topic(talked)

    assert found.statements == 0
    assert set(heard(found, statements(talked)).values()) == {0}
    assert readable(statements(talked)) == ()
    speak(talked, LI)
    assert topic(talked).statements == 1


def test_an_officer_writes_down_what_somebody_without_a_phone_asks(talked):
    talked.do(LIU, speaking.enter, 1)
    fill(talked, LIU, stance="question", text="卡要钱吗？")

    asked = submit(talked, LIU)

    assert (asked.stance, asked.entered_by, asked.hidden) == (Q, "liu", False)
