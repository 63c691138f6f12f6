"""A published result is asked for on two sheets, which stand under its card once drawn."""

from dataclasses import replace

import pytest

from governance.papers import Format
from services.ballots import printing
from tests.services.ballots.booth import certified, closed, households, opened, press
from tests.services.town import GROUP, LI


@pytest.fixture
def published(town):
    households(town)
    opened(town)
    press(town, LI)
    certified(town)
    return town


def papers(town):
    with town.work(0) as work:
        return [work.papers.get(n) for n in work.papers.wanted()]


def test_nothing_is_asked_for_before_the_result_is_published(town):
    households(town)
    opened(town)
    closed(town)

    assert papers(town) == []


def test_a_picture_and_a_paper_are_asked_for_once(published):
    assert [(p.name, p.format, p.facts) for p in papers(published)] == [
        ("B1.png", Format.PICTURE, {"ballot": 1}),
        ("B1.pdf", Format.A4, {"ballot": 1}),
    ]
    with published.work(0) as work:
        printing.ask(work, work.ballots.get(1))
    assert len(papers(published)) == 2


def test_a_sheet_stands_under_the_card_in_the_group(published):
    published.send()
    published.do(0, printing.printed, ballot=1, paper=2)

    assert published.told() == [("ballot-paper", GROUP)]
    [told] = published.deliveries()
    assert (told.facts, bool(told.address.reply_to)) == (
        {"ballot": 1, "number": 1, "paper": 2},
        True,
    )


def test_without_a_card_it_stands_in_the_group_all_the_same(town):
    households(town)
    opened(town)
    town.do(0, printing.printed, ballot=1, paper=2)
    assert ("ballot-paper", GROUP) in town.told()


def test_without_a_group_nothing_is_told(published):
    published.send()
    nowhere = replace(published.community, chats=())
    with published.work(0) as work:
        work._community = nowhere
        printing.printed(work, 1, 2)

    assert published.told() == []
