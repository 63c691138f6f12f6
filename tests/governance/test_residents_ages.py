"""That somebody is of age: one yes of a keeper, and nothing where he did not see it (N22)."""

from dataclasses import replace

import pytest

from governance import residents
from governance.directory import Actor, Role
from governance.refusals import NotAllowed
from governance.residents import Deed
from governance.residents import ResidentAction as A
from governance.residents import ResidentStatus as S
from tests.governance.test_residents import AT, home


def step(resident, action, *, who=Role.GRID_WORKER):
    deed = Deed(by=Actor(id=9, officer="chen"), at=AT)
    return residents.advance(resident, action, frozenset({who}), deed)


def test_of_age_is_only_whom_a_keeper_saw_to_be():
    """The least there is: one yes, and nothing at all of whoever was not seen to be 18 (N22)."""
    seen, met = step(home(), A.VERIFY), step(home(), A.MEET)

    assert (seen.adult, met.adult, met.status) == (True, False, S.VERIFIED)
    assert step(met, A.CONFIRM_AGE).adult
    assert not step(seen, A.DOUBT_AGE).adult
    assert not step(replace(seen, status=S.MOVED), A.ASK, who=Role.RESIDENT).adult


@pytest.mark.parametrize(("adult", "action"), [(True, A.CONFIRM_AGE), (False, A.DOUBT_AGE)])
def test_what_is_known_of_an_age_is_not_said_again(adult, action):
    known = home(status=S.VERIFIED, adult=adult)

    assert action not in residents.choices(known, frozenset({Role.GRID_WORKER}))
    with pytest.raises(NotAllowed):
        step(known, action)
