"""Groups that put the bot out: of many one card, of each new loss one that is heard."""

from datetime import timedelta

import pytest

from services.chats import standing
from storage.cards import cards as placed
from tests.services.chats.groups import MEMBER, OUT, cards
from tests.services.disclosures.accounts import OTHER, also
from tests.services.town import GROUP, STAFF


def shown(town):
    with town.engine.begin() as connection:
        return placed(connection, "chat-lost:")


def edits(town):
    """Whether each card of lost groups that waits is an edit, which nobody hears; let it leave."""
    found = [d.posted for d in town.deliveries() if d.subject.startswith("chat-lost:")]
    town.send()
    return found


@pytest.mark.parametrize("long_out", [False, True], ids=["in-all-others", "out-of-another"])
def test_a_second_loss_within_the_hour_is_told_on_a_card_of_its_own(town, long_out):
    also(town, count=1)
    if long_out:
        town.do(0, standing.stood, OTHER, OUT)
        town.send()
        town.now += timedelta(days=7)
    heard = []
    for stands in (OUT, MEMBER, OUT):
        town.do(0, standing.stood, GROUP, stands)
        heard.append(edits(town))

    assert heard == [[False], [True], [False]]


def test_the_loss_of_another_group_after_a_return_is_heard(town):
    also(town, count=1)
    heard = []
    for chat, stands in ((GROUP, OUT), (GROUP, MEMBER), (OTHER, OUT)):
        town.do(0, standing.stood, chat, stands)
        heard.append(edits(town))

    assert heard == [[False], [True], [False]]


def test_a_return_in_the_next_hour_is_shown_on_the_card_of_the_loss(town):
    town.do(0, standing.stood, GROUP, OUT)
    town.send()
    town.now += timedelta(hours=1)

    town.do(0, standing.stood, GROUP, MEMBER)

    assert edits(town) == [True]


def test_of_many_groups_that_put_it_out_in_one_hour_the_committee_has_one_card(town):
    also(town, count=3)
    heard = []
    for chat in (OTHER, OTHER - 1, OTHER - 2):
        town.do(0, standing.failed, chat, inside=False)
        heard += edits(town)
    assert heard == [False, True, True]
    assert len(shown(town)) == 1
    town.now += timedelta(hours=1)
    town.do(0, standing.failed, GROUP, inside=False)

    assert cards(town) == [STAFF]
    assert len(shown(town)) == 2
