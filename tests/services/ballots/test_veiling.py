"""Where a ballot can be secret, and where it says why it cannot."""

import pytest

from governance.ballots.base import Paper
from governance.ballots.roll import Scope
from governance.ballots.states import BallotAction, BallotStatus
from governance.procedure import UnitKind
from governance.refusals import NotAllowed, Refusal
from governance.residents import ResidentStatus
from services.ballots import acting, veiling
from tests.services.ballots.booth import (
    ballot,
    draft,
    flats,
    move,
    opened,
)
from tests.services.ballots.cabin import EIGHT, town
from tests.services.town import CHEN, LI

__all__ = ["town"]
A, S = BallotAction, BallotStatus
CHOICE = Paper(options=("长椅", "路灯", "花坛"), most=2)


@pytest.mark.parametrize(
    ("changed", "households", "why"),
    [
        ({"body": "owners-ordinary"}, 8, "area"),
        ({}, 3, "small-roll"),
    ],
)
def test_secrecy_is_refused_as_it_opens_and_the_drafter_hears_why(town, changed, households, why):
    flats(town, ("900", 100, "1", False))
    for person in EIGHT[households:]:
        with town.work(0) as work:
            [home] = work.residents.of(person)
        move(town, home, ResidentStatus.MOVED)
    scope = Scope(kind=UnitKind.HOUSEHOLD, buildings=frozenset({"b3"}))
    opened(town, secret=True, **changed, **({} if changed else {"scope": scope}))

    assert ballot(town).status is S.SCHEDULED
    [told] = [d for d in town.deliveries() if d.key == "ballot-unopened"]
    assert (told.facts["reason"], told.facts["why"]) == ("refusal-ballot-secret", why)


def test_a_draft_is_made_secret_and_open_again_before_it_is_scheduled(town):
    made = draft(town)

    assert town.do(CHEN, veiling.turn, made.id).secret
    assert town.audit() == ["turn-ballot"]
    assert not town.do(CHEN, veiling.turn, made.id).secret
    with pytest.raises(NotAllowed):
        town.do(LI, veiling.turn, made.id)
    town.do(CHEN, acting.press, made.id, A.SCHEDULE)
    with pytest.raises(NotAllowed):
        town.do(CHEN, veiling.turn, made.id)


def test_a_draft_that_cannot_be_secret_says_why_at_once(town):
    flats(town, ("900", 100, "1", False))
    made = draft(town, body="owners-ordinary")

    with pytest.raises(Refusal) as found:
        town.do(CHEN, veiling.turn, made.id)
    assert found.value.facts == {"why": "area", "who": "", "units": 0, "least": 5}
