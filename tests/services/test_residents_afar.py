"""Who works away joins from afar, confirmed by the worker of the grid alone (A14)."""

import pytest
from sqlalchemy import select

from governance.dialogues import DialogueKind
from governance.refusals import NotAllowed, Refusal
from governance.residents import ResidentStatus as S
from storage.audit import DETAILS
from tests.services.joining import asks, bindings, press, verified
from tests.services.town import LI, WANG, ZHANG


def noted(town):
    """Return the detail of the newest entry of the audit."""
    query = select(DETAILS.c.detail).order_by(DETAILS.c.audit_id.desc()).limit(1)
    with town.engine.begin() as connection:
        return connection.execute(query).scalar_one()


def test_who_works_away_joins_from_afar_and_the_worker_says_how_he_made_sure(town):
    found = asks(town, residency="away")
    talk = press(town, WANG, "verify", found.id)
    assert bindings(town)[0].status is S.PENDING

    town.answer(WANG, "note", "video", talk.id)

    [after] = bindings(town)
    assert (after.status, after.decided_by, after.note) == (S.VERIFIED, "wang", "@video")
    assert town.audit() == ["resident-verify"]
    assert noted(town)["note"] == "@video"
    assert ("resident-told-verify", LI) in town.told()


def test_how_it_was_made_sure_may_be_said_in_the_workers_own_words(town):
    talk = press(town, WANG, "verify", asks(town, residency="away").id)

    town.say(WANG, "和他母亲一起打了视频")

    assert bindings(town)[0].note == "和他母亲一起打了视频"
    assert talk.kind is DialogueKind.RESIDENT


def test_who_came_home_meanwhile_is_met_after_all(town):
    talk = press(town, WANG, "verify", asks(town, residency="away").id)
    asks(town, residency="settled")

    with pytest.raises(Refusal, match="refusal-face"):
        town.answer(WANG, "note", "video", talk.id)

    assert bindings(town)[0].status is S.PENDING
    assert press(town, WANG, "verify").status is S.VERIFIED


def test_nobody_makes_sure_of_his_own_household_from_afar_either(town):
    verified(town, ZHANG, residency="settled")
    asks(town, WANG, residency="away")

    with pytest.raises(NotAllowed, match="refusal-own-household"):
        press(town, WANG, "verify", 2)
