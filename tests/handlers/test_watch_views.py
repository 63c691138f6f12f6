"""The watch list as it looks, and the ways to it (B02)."""

import pytest

from governance.cases import OPEN
from handlers import desk as heard
from handlers.buttons import VerbPress
from handlers.views import watch
from tests.bot.doors import LIBRARY
from tests.handlers.showing import presses, show, taps
from tests.handlers.test_desk import MORE, OTHER
from tests.services.town import CHEN, GROUP, HE, WANG, WU, ZHANG


def at(town, start=0, **more):
    return show(town, "watch", HE, subject=f"watch:he:{start}", reader=HE, **more)


def test_each_case_stands_with_holder_last_move_and_what_comes_next(town):
    town.report()
    town.act(WANG, "accept")
    town.report(ZHANG, text=MORE, reading=OTHER, message=8)

    shown = at(town)

    assert "2件没办完" in shown.text
    first, second = shown.text.index("<b>#1</b>"), shown.text.index("<b>#2</b>")
    assert first < second
    assert "王师傅" in shown.text[first:second]
    assert "上次有动静：11月2日" in shown.text[first:second]
    assert shown.text[first:second].rstrip().endswith("下一步：办结并说明")
    assert shown.text.endswith("下一步：居委会受理")
    assert MORE not in shown.text  # the list tells how things stand, not what people wrote
    assert presses(shown) == [VerbPress("k", 1, "open"), VerbPress("k", 2, "turn")]


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_status_has_its_next_step(language):
    texts = LIBRARY.speak(language)

    assert [s for s in OPEN if not texts.has(f"watch-next-{s}")] == []


def test_a_long_list_is_read_on_by_a_tap(town):
    for number in range(watch.MOST + 1):
        town.report(text=f"{MORE}第{number}回", reading=OTHER, message=10 + number)

    first, rest = at(town), at(town, watch.MOST)

    assert presses(first)[-1] == VerbPress("k", watch.MOST, "watch")
    assert presses(rest) == [VerbPress("k", watch.MOST + 1, "turn")]


def test_a_list_with_nothing_on_it_says_so(town):
    shown = at(town)

    assert (shown.text, list(shown.buttons)) == ("没有要关注的揪心事了。", [])


def test_the_desk_leads_to_it_though_nothing_lies_there_and_supervision_is_not_led(town):
    town.report()

    of_desk, of_watch = (
        taps(show(town, "desk", person, subject=f"desk:{key}:0", reader=person))
        for person, key in ((CHEN, "chen"), (WU, "wu"))
    )

    assert (of_desk, of_watch) == (["揪心关注（1）"], [])


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_weeks_line_opens_the_list_in_private_alone(town, language):
    facts = {"count": 2, "number": 1, "at": 1793583600000, "language": language}

    private, group = (show(town, "watch-week", chat, reader=HE, **facts) for chat in (HE, GROUP))

    assert presses(private) == [VerbPress("k", 0, "watch")]
    assert ("#1" in group.text, list(group.buttons)) == (True, [])


@pytest.mark.parametrize(
    ("verb", "number", "card"), [("watch", 0, "watch:he:0"), ("turn", 1, "desk:he:0")]
)
def test_its_buttons_open_list_and_desk_anew(town, verb, number, card):
    town.report(reading=OTHER)

    town.do(HE, heard.VERBS[verb], number)

    assert town.told() == [(card, HE)]
