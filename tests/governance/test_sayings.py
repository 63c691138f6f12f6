import pytest

from governance.cues import PLAIN, Cues, signs
from governance.sayings import Said
from governance.wording import Words, lint, plainer


def said(cut, **more):
    pieces = cut.split("|")
    return Said("".join(pieces), lambda _: pieces, **more)


@pytest.mark.parametrize(
    ("cut", "word", "holds", "times"),
    [
        ("这是|一件|好事", "好事", True, 1),
        ("做好|事故|登记", "好事", False, 0),
        ("做好|事故|登记|是|好事", "好事", True, 1),
        ("老人|摔倒|了", "老人摔", True, 0),  # ends inside another word
        ("殴打|我", "打我", True, 0),  # begins inside one
        ("要|不要|换|，|要|不要|修", "要不要", True, 2),
        ("只要|不要|钱", "要不要", True, 0),
        ("没有", "好事", False, 0),
        ("I| |HURT| |my| |leg", "hurt", True, 1),
        ("the| |dogs| |were| |quarrelling", "quarrel", True, 0),
        ("yoghurt", "hurt", False, 0),
    ],
)
def test_a_word_does_not_stand_where_it_is_cut_on_both_sides(cut, word, holds, times):
    text = said(cut)

    assert (text.holds(word), text.times(word)) == (holds, times)


def test_a_longer_word_that_is_known_is_taken_first():
    assert not said("落|水管|堵|了", longer=("落水管",)).holds("落水")
    assert said("落水管|旁|有|人|落水", longer=("落水管",)).holds("落水")
    assert said("他|落水|了", longer=("落水管",)).holds("落水")


def test_every_list_is_read_so():
    text, cut = "做好事故登记", ["做好", "事故", "登记"]
    trap = ("好事",)

    def segment(_):
        return cut

    cues = Cues(danger=trap, dispute=trap, kinds={"hazard": trap}, urgencies={"urgent": trap})
    assert signs(text, cues, segment) == PLAIN
    assert signs(text, cues) != PLAIN
    lists = {"zh-CN": Words(leading=trap, joining=trap, asking=trap)}
    assert lint(text * 2, lists, {"好事": "事"}, lambda _: cut * 2) == ()
    assert plainer(text, {"好事": "事"}, segment) == ()
    assert plainer(text, {"好事": "事"})
