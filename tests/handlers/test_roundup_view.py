"""A day's roundup of a topic: a few lines, on which side how many stand, and nobody by name."""

import pytest

from tests.handlers.showing import show, taps
from tests.handlers.test_deliberations_lists import town
from tests.services.deliberations.topics import discussed, speak, take
from tests.services.joining import verified
from tests.services.town import GROUP, LI, ZHANG

__all__ = ["town"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "zh-CN",
            ("新发言 3 条（第 2 到第 4 条）", "赞成 1，反对 1，有条件赞成 0，提问 1", "上次简报"),
        ),
        ("en", ("3 (no. 2 to 4)", "1 for, 1 against, 0 on condition, questions: 1", "the last")),
    ],
)
def test_a_roundup_counts_what_it_tells_of_and_names_nobody(town, language, words):
    discussed(town)
    verified(town, ZHANG, door="2-302")
    speak(town, LI, text="早就说过的")
    speak(town, LI, text="老人放心")
    speak(town, ZHANG, "against", "怕忘带卡", name="hidden", affected="yes")
    town.ring("topic_batch")
    speak(town, ZHANG, "question", "要多少钱")
    speak(town, ZHANG, "question", "明天的事")
    told = {"topic": 1, "first": 2, "last": 4, "language": language}

    shown = show(town, "topic-roundup", GROUP, replies=0, **told)

    assert len(shown.text.splitlines()) == 5
    assert [w for w in words if w not in shown.text] == []
    assert [w for w in ("p5001", "p5002", "p＊", "忘带卡") if w in shown.text] == []
    assert len(taps(shown)) == 1
    more = show(town, "topic-roundup", GROUP, replies=2, **told).text
    assert "2" in more.splitlines()[3]
    first = show(town, "topic-roundup", GROUP, replies=0, **told | {"first": 1}).text
    assert words[2] not in first
    assert "4" in first.splitlines()[1]
    take(town, "summarise")
    over = show(town, "topic-roundup", GROUP, replies=0, **told)
    assert (len(over.text.splitlines()), taps(over)) == (4, [])
