import pytest

from governance.wording import Concern, Hint, Words, lint

LISTS = {
    "zh-CN": Words(
        leading=("显然",),
        asking=("要不要", "是否"),
        joining=("并授权",),
    ),
    "en": Words(leading=("clearly",), asking=("should we",), joining=("and shall",)),
}
JARGON = {"提质增效": "改好"}
C = Concern


def found(text):
    return [(hint.concern, hint.said, hint.instead) for hint in lint(text, LISTS, JARGON)]


def test_a_fair_question_is_left_alone():
    assert found("三号楼的电梯要不要装刷卡？") == []
    assert found("") == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("电梯显然要换", (C.LEADING, "显然", "")),
        ("Clearly the lift is old", (C.LEADING, "clearly", "")),
        ("要不要装刷卡，要不要换灯", (C.DOUBLE, "", "")),
        ("是否换灯并授权居委会签字", (C.DOUBLE, "并授权", "")),
        ("装刷卡？换灯？", (C.DOUBLE, "", "")),
        ("装刷卡好吗？换灯好吗?", (C.DOUBLE, "", "")),
        ("Should we paint it, should we pay", (C.DOUBLE, "", "")),
        ("电梯提质增效", (C.JARGON, "提质增效", "改好")),
        ("灯" * 26, (C.LONG, "灯" * 26, "")),
        ("one " * 26, (C.LONG, ("one " * 26).strip(), "")),
    ],
)
def test_what_could_be_worded_better_is_named_once(text, hint):
    assert found(text) == [hint]


def test_words_of_an_alphabet_count_as_words_and_not_as_letters():
    assert found("Shall the lift of building three get a card reader this year") == []
    assert found("The unclearly worded") == []


def test_several_suggestions_stand_beside_each_other():
    text = "显然要提质增效，是否换灯，是否换门？"

    assert [h.concern for h in lint(text, LISTS, JARGON)] == [C.LEADING, C.DOUBLE, C.JARGON]
    assert lint(text, {}, {}) == ()
    assert lint("好？好？", {}, {}) == (Hint(concern=C.DOUBLE),)
