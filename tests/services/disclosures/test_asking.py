from dataclasses import replace

import pytest

from governance.directory import Role
from governance.disclosures.edition import Edition
from services.disclosures import asking

LEDGER = Edition(item="ledger")


def away(community, *posts, **changed):
    officers = tuple(replace(o, **changed) if o.key in posts else o for o in community.officers)
    return replace(community, officers=officers)


def keys(officers):
    return [o.key for o in officers]


@pytest.fixture
def item(community):
    return community.item("ledger")


def test_who_is_named_writes_it(community, item):
    assert keys(asking.drafters(community, item)) == ["he"]
    assert keys(asking.drafters(community, replace(item, drafter=""))) == ["chen", "he"]


def test_whoever_is_away_is_stood_in_for_else_the_committee_writes(community, item):
    someone = away(community, "he", away=True, stand_in="liu")
    assert keys(asking.drafters(someone, item)) == ["liu", "he"]
    assert keys(asking.drafters(away(community, "he", away=True), item)) == ["he", "chen"]
    mediator = away(community, "he", away=True, stand_in="zheng")
    assert keys(asking.drafters(mediator, item)) == ["he", "chen"]
    assert keys(asking.drafters(away(community, "he", telegram=0), item)) == ["chen"]


def test_whoever_drafted_does_not_sign(community, item):
    assert keys(asking.approvers(community, item, LEDGER)) == ["chen", "he"]
    mine = replace(LEDGER, drafters=("he",))
    assert keys(asking.approvers(community, item, mine)) == ["chen"]
    named = replace(item, approver="he")
    assert keys(asking.approvers(community, named, LEDGER)) == ["he"]
    assert keys(asking.approvers(community, named, mine)) == ["chen"]
    gone = away(community, "he", away=True)
    assert keys(asking.approvers(gone, named, LEDGER)) == ["chen", "he"]


@pytest.mark.parametrize(
    ("drafter", "office"),
    [("he", Role.COMMITTEE), ("liu", Role.GRID_WORKER), ("", Role.COMMITTEE)],
)
def test_everybody_reads_the_office_that_writes(community, item, drafter, office):
    assert asking.office(community, replace(item, drafter=drafter)) is office
