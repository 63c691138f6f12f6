from itertools import product

import pytest

from governance.cases import CaseAction
from governance.refusals import Unknown
from handlers.buttons import CasePress, TalkPress, parse
from handlers.views.talks import REASONS
from services.cases.reporting import ELSEWHERE
from tests.bot.doors import COMMUNITY

LONGEST = 999_999_999
KEY = "k" * 20  # the longest that the community's file may give
ANSWERS = {
    "category": ["", KEY, *(c.key for c in COMMUNITY.categories)],
    "building": ["", KEY, ELSEWHERE, *(b.key for b in COMMUNITY.buildings)],
    "to": [KEY, *(o.key for o in COMMUNITY.officers)],
    "note": [f"@{reason}" for reasons in REASONS.values() for reason in reasons],
    "bare": ["yes"],
    "submit": [""],
    "cancel": [""],
}
TALKS = [TalkPress(n, f, v) for n in (1, LONGEST) for f, values in ANSWERS.items() for v in values]
CASES = [CasePress(number, action) for number, action in product((1, LONGEST), CaseAction)]


@pytest.mark.parametrize("press", [*CASES, *TALKS], ids=lambda press: press.data)
def test_a_button_comes_back_as_it_was_and_fits(press):
    assert parse(press.data) == press
    assert 1 <= len(press.data.encode()) <= 64


def test_a_value_may_hold_a_colon():
    assert parse("d:7:note:一:二") == TalkPress(7, "note", "一:二")


JUNK = {
    "nothing": "",
    "words": "你好",
    "kind": "x:1:accept",
    "number": "c:one:accept",
    "no-number": "c::accept",
    "negative": "c:-1:accept",
    "fraction": "c:1.0:accept",
    "superscript": "c:²:accept",
    "huge": f"c:{10**40}:accept",
    "huge-talk": f"d:{10**40}:submit:",
    "action": "c:1:explode",
    "no-action": "c:1:",
    "upper": "c:1:ACCEPT",
    "more": "c:1:accept:more",
    "talk-short": "d:1:submit",
    "talk-number": "d:x:submit:",
    "blanks": " c:1:accept",
}


@pytest.mark.parametrize("data", JUNK.values(), ids=JUNK)
def test_junk_is_unknown(data):
    with pytest.raises(Unknown) as refused:
        parse(data)

    assert refused.value.key == "refusal-no-dialogue"
