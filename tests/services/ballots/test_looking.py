"""Ballots looked for, and the accounts of owners."""

import pytest

from governance.deliberations.states import TopicStatus
from governance.refusals import NotAllowed, Refusal, Unknown
from services import talks
from services.ballots import looking, owning
from services.hearing import Asked
from tests.services.ballots.booth import draft, flats, live, topic
from tests.services.town import CHEN, GROUP, HE, LI, WU

T = TopicStatus


def refused(call):
    with pytest.raises(Refusal) as found:
        call()
    return found.value.key


# ── looking ──


def test_the_list_and_one_by_its_number(town):
    draft(town)
    here = Asked(chat=GROUP, message=9)

    town.do(LI, looking.listing, here)
    assert town.told() == [("ballots", GROUP)]
    town.do(LI, looking.status, 1, here)
    assert town.told() == [("ballot", GROUP)]
    town.do(LI, looking.status, 1, Asked(chat=LI, message=0))
    assert town.told() == [(f"ballot:1:{LI}:0", LI)]
    with pytest.raises(Unknown) as found:
        town.do(LI, looking.status, 9, here)
    assert found.value.key == "refusal-no-ballot"


def test_the_topics_that_can_be_asked_about_are_listed(town):
    topic(town, status=T.ARCHIVED)
    topic(town)
    topic(town, status=T.DISCUSSION)

    with town.work(0) as work:
        assert [t.number for t in looking.topics_to_ask(work)] == [2, 3]
        assert [looking.holds(work, p) for p in (CHEN, LI, WU)] == [True, False, False]
    assert town.told() == []


# ── owners' accounts ──


def own(town, person=HE, place="3号楼101", *, owner="0", account="0"):
    talk = town.do(person, owning.begin, Asked(chat=person, message=0)).id
    town.say(person, place)
    town.answer(person, "owner", owner, talk)
    town.answer(person, "person", account, talk)
    return town.answer(person, talks.SUBMIT, dialogue_id=talk)


def test_an_officer_says_whose_account_is_which_owners(town):
    flats(town, ("101", 1, "1 2", False))
    live(town, LI, "101")

    own(town, owner="1")

    with town.work(0) as work:
        assert work.flats.accounts() == {"2": {LI}}
    assert ("owner-linked", LI) in town.told()
    assert town.audit() == ["link-owner"]


def test_nobody_says_it_of_himself(town):
    flats(town, ("101", 1, "1", False))
    live(town, HE, "101")

    assert refused(lambda: own(town)) == "refusal-own-household"


@pytest.mark.parametrize("place", ["3号楼102", "3号楼103"])
def test_a_flat_without_owners_or_accounts_is_said(town, place):
    flats(town, ("103", 1, "1", False))
    live(town, LI, "102")
    town.do(HE, owning.begin, Asked(chat=HE, message=0))

    assert refused(lambda: town.say(HE, place)) == "refusal-owner-nobody"


def test_owners_are_not_asked_about_without_a_roster_nor_by_residents(town):
    here = Asked(chat=HE, message=0)
    assert refused(lambda: town.do(HE, owning.begin, here)) == "refusal-ballot-roster"
    flats(town, ("101", 1, "1", False))
    with pytest.raises(NotAllowed):
        town.do(LI, owning.begin, here)


def test_asked_in_a_group_it_goes_on_in_private(town):
    flats(town, ("101", 1, "1", False))

    town.do(HE, owning.begin, Asked(chat=GROUP, message=9))

    assert town.told() == [("come-private", GROUP), ("dialogue:1", HE)]


def test_a_roster_that_is_gone_has_no_owners(town):
    with town.work(HE) as work, pytest.raises(Refusal) as found:
        owning._behind(work, "3号楼101")

    assert found.value.key == "refusal-owner-nobody"
