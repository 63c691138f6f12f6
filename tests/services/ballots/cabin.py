"""A town with keys, where eight households vote in secret."""

import pytest
from sqlalchemy import select

from bot.envelopes import Envelopes
from governance.ballots.base import Paper
from governance.ballots.states import BallotAction, BallotStatus
from governance.refusals import Refusal
from services.ballots import sealing
from tests.services.ballots.booth import (
    live,
)

A, S = BallotAction, BallotStatus
EIGHT = tuple(range(6001, 6009))
CHOICE = Paper(options=("长椅", "路灯", "花坛"), most=2)


@pytest.fixture
def town(town, tmp_path):
    """A town with a folder of keys, where eight households of building 3 are registered."""
    town.envelopes = Envelopes(tmp_path / "keys")
    town.keys = tmp_path / "keys"
    for number, person in enumerate(EIGHT):
        live(town, person, f"10{number}")
    return town


def codes(town, person, number=1):
    with town.work(person) as work:
        return sealing.codes(work, work.ballots.get(number), person)


def tap(town, person, option=0, *, chat=0, number=1):
    code = codes(town, person, number)[option]
    return town.do(person, sealing.press, number, code, chat or person)


def refused(town, person=EIGHT[0], code="", **more):
    def deed():
        if code:
            return town.do(person, sealing.press, 1, code, person)
        return tap(town, person, **more)

    with pytest.raises(Refusal) as found:
        deed()
    return found.value.key


def rows(town, *columns):
    with town.engine.begin() as connection:
        return connection.execute(select(*columns)).all()


def box(town, number=1):
    with town.work(0) as work:
        return list(work.sealed.marks(number)), list(work.sealed.slips(number))


def voted(town, number=1):
    with town.work(0) as work:
        return work.sealed.units(number)
