from datetime import date

import pytest

from governance.disclosures.states import EditionStatus
from governance.programme import Occasion, Privacy
from governance.refusals import NotAllowed, Refusal, Unknown
from services.disclosures import events
from tests.services.disclosures.programmes import (
    about,
    begun,
    changed,
    edition,
    items,
    told,
    until,
)
from tests.services.resolutions.promises import empty
from tests.services.town import CHEN, GROUP, HE, LI, LIU, WU

WHAT = "2026 年冬季取暖补贴"


def happened(town, by=HE, what=WHAT, item="policy"):
    talk = town.do(by, events.begin, item)
    town.say(by, what)
    return town.answer(by, "submit", dialogue_id=talk.id)


def test_what_happened_is_owed_from_then_on(town):
    begun(town)
    made = happened(town)

    # Monday 2 November is the first of five working days
    assert (made.occasion, made.due, made.status) == (WHAT, date(2026, 11, 6), EditionStatus.DUE)
    assert edition(town, "policy") == made
    assert "owe-edition" in town.audit()
    subjects = {subject for subject, _ in town.told()}
    assert f"disclosure-work:{made.id}:{HE}" in subjects
    assert told(about(until(town, "2026-11-07"), made), "programme-absent") == [GROUP, WU]


def test_the_same_is_not_begun_twice(town):
    begun(town)
    happened(town)
    with pytest.raises(Refusal, match="refusal-disclosure-twice"):
        happened(town, CHEN)
    assert happened(town, CHEN, "医保缴费").id == 2


def test_nothing_private_stands_in_a_title(town):
    begun(town)
    with pytest.raises(Refusal, match="refusal-disclosure-private"):
        happened(town, what="问 13812345678")


def test_no_name_stands_in_the_title_of_who_is_supported(town):
    items(town, "policy", privacy=Privacy.NUMBERS)
    begun(town)
    with pytest.raises(Refusal, match="refusal-disclosure-private"):
        happened(town, what="低保 王小明")
    assert happened(town, what="十月高龄津贴").id == 1


@pytest.mark.parametrize("by", [LI, LIU, WU])
def test_nobody_else_begins_one(town, by):
    begun(town)
    with pytest.raises(NotAllowed, match="refusal-disclosure-drafter"):
        happened(town, by)


def test_only_what_happens_is_begun_by_hand(town):
    begun(town)
    with pytest.raises(Refusal, match="refusal-closed"):
        happened(town, item="ledger")
    with pytest.raises(Unknown):
        happened(town, item="moon")
    changed(town, "pause", CHEN, WU, item="policy")
    with pytest.raises(Refusal, match="refusal-closed"):
        happened(town)


def test_party_affairs_are_written_by_the_authorised_account_alone(town):
    items(town, "party", occasion=Occasion.EVENT, rule="")
    begun(town, "party")
    with pytest.raises(NotAllowed, match="refusal-disclosure-account"):
        happened(town, HE, item="party")
    assert happened(town, CHEN, item="party").item == "party"
    empty(town, "chen")
    for by in (CHEN, HE):
        with pytest.raises(NotAllowed, match="refusal-disclosure-account"):
            happened(town, by, "学习会", item="party")
