"""The five lines, and what became of them."""

import pytest

from governance import consent as five
from governance.consent import Consent
from handlers.buttons import VerbPress
from tests.bases import memory
from tests.bot.doors import COMMUNITY
from tests.handlers.household import LANGUAGES, show, taps, verbs_of
from tests.services.town import AT, LI, Town


@pytest.fixture
def town():
    with memory() as engine:
        yield Town(engine, COMMUNITY)


@LANGUAGES
def test_the_five_lines_say_what_where_how_long_who_and_how_to_delete(town, language):
    shown = show(town, "consent", LI, language=language, subject=f"consent:{LI}:b_b3:0")

    lines = [line for line in shown.text.splitlines() if line[:2] in {f"{n}." for n in range(9)}]
    assert len(lines) == 5
    assert "24" in lines[2]
    assert "/mydata" in lines[4]
    assert "/forgetme" in lines[4]
    assert "110" in shown.text
    assert taps(shown) == [
        VerbPress("r", five.VERSION, "agree.b_b3"),
        VerbPress("r", five.VERSION, "look"),
    ]


def test_the_card_after_a_report_in_a_group_leads_to_the_greeting(town):
    shown = show(town, "consent", LI, subject=f"consent:{LI}:0")

    assert verbs_of(shown) == ["agree.start", "look"]


@pytest.mark.parametrize("subject", [f"consent:{LI}:b_b3:0", f"consent:{LI}:0"])
def test_who_has_agreed_is_not_asked_again_by_the_same_card(town, subject):
    with town.work(LI) as work:
        work.residents.answer(LI, Consent(version=five.VERSION, at=AT, given=True))

    shown = show(town, "consent", LI, subject=subject)

    assert f"同意了第 {five.VERSION} 版" in shown.text
    assert not shown.buttons


@pytest.mark.parametrize(
    ("answer", "words", "tap"),
    [
        (None, "还没有回答", "agree.start"),
        (
            Consent(version=five.VERSION, at=AT, given=True),
            f"同意了第 {five.VERSION} 版",
            "take-back",
        ),
        (Consent(version=five.VERSION - 1, at=AT, given=True), "改过了", "agree.start"),
        (Consent(version=five.VERSION, at=AT, given=False), "撤回了同意", "agree.start"),
    ],
)
def test_privacy_shows_which_words_were_accepted_and_when(town, answer, words, tap):
    if answer:
        with town.work(LI) as work:
            work.residents.answer(LI, answer)

    shown = show(town, "privacy", LI, subject=f"privacy:{LI}:0")

    assert words in shown.text
    assert ("11月2日" in shown.text) == bool(answer)
    assert verbs_of(shown) == [tap]


def test_a_notice_from_before_it_was_a_card_is_drawn_all_the_same(town):
    assert verbs_of(show(town, "consent", LI, goal="b_b3")) == ["agree.b_b3", "look"]
    assert verbs_of(show(town, "consent", LI)) == ["agree.start", "look"]
    assert show(town, "privacy", LI).text
