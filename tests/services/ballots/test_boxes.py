"""The box of a secret ballot: opened once, loose marks and slips, and no key without a box."""

from collections import Counter
from dataclasses import replace

import pytest

from governance.ballots.base import Paper
from governance.ballots.roll import Participant
from governance.ballots.states import BallotAction, BallotStatus
from governance.refusals import NotAllowed
from services.ballots import acting, boxes, looking, sealing
from storage.alarms import ALARMS
from storage.audit import AUDIT, DETAILS
from storage.outbox import OUTBOX
from tests.services.ballots.booth import (
    ballot,
    closed,
    draft,
    live,
    opened,
    result,
)
from tests.services.ballots.cabin import EIGHT, box, rows, tap, town, voted
from tests.services.town import CHEN, HE, LI, WU, ZHANG

__all__ = ["town"]
A, S = BallotAction, BallotStatus
CHOICE = Paper(options=("长椅", "路灯", "花坛"), most=2)


def test_the_close_spills_the_box_lets_the_rows_go_and_counts(town):
    opened(town, secret=True)
    slips = [s for n, p in enumerate(EIGHT) for s in tap(town, p, n % 2).slips]
    closed(town)

    marks, shown = box(town)
    assert Counter(map(str, marks)) == {"{'for': 1}": 4, "{'against': 1}": 4}
    assert shown == sorted(slips)
    assert not voted(town)
    kept = str([rows(town, *table.c) for table in (OUTBOX, AUDIT, DETAILS)])
    assert not any(slip in kept for slip in slips)
    found = result(town)
    assert found.whole.taking_part["heads"] == 8
    assert found.whole.tallies["heads"].of("for") == 4
    assert ballot(town).status is S.TALLIED
    with town.work(0) as work:
        assert work.sealed.owed()


def test_the_digest_in_the_audit_is_that_of_the_box_and_knows_no_order(town):
    opened(town, secret=True)
    for person in EIGHT:
        tap(town, person)
    closed(town)

    marks, slips = box(town)
    said = boxes.digest(marks, slips)
    assert said == boxes.digest(reversed(marks), reversed(slips))
    assert any(d.detail.get("digest") == said for d in rows(town, DETAILS.c.detail))
    assert boxes.digest(marks[1:], slips) != said


def test_classes_are_shown_only_where_they_tell_on_nobody(town, monkeypatch):
    made = draft(town, secret=True)
    town.do(CHEN, acting.press, made.id, A.SCHEDULE)
    frozen = acting.rolling.frozen

    def in_classes(work, of):
        roll = frozen(work, of)
        party = Participant.PARTY
        units = (replace(u, participant=party) if n < 5 else u for n, u in enumerate(roll.units))
        return replace(roll, units=tuple(units))

    for person in (LI, ZHANG):
        live(town, person, f"20{person}")
    monkeypatch.setattr(acting.rolling, "frozen", in_classes)
    town.ring("ballot_open")
    for n, person in enumerate((*EIGHT, LI, ZHANG)):
        tap(town, person, n % 2)
    made = ballot(town)
    with town.work(0) as work:
        shown = boxes._counted(work, made, boxes._opened(work, made), {})
    assert set(shown.classes) == {Participant.PARTY, Participant.RESIDENT}

    tap(town, EIGHT[6], 1)  # now all residents but one say the same
    tap(town, LI, 1)
    closed(town)
    assert result(town).classes == {}


def test_without_the_key_nothing_closes_and_the_operator_is_told(town):
    opened(town, secret=True)
    tap(town, EIGHT[0])
    [key] = town.keys.iterdir()
    away = key.rename(town.keys / "elsewhere")

    assert town.do(EIGHT[1], sealing.press, 1, "x", EIGHT[1]) is None
    assert rows(town, ALARMS.c.key) == [("keyless",)]
    for _ in range(4):
        town.ring("ballot_close")
    assert ballot(town).status is S.OPEN
    assert voted(town) == {"b3/100"}
    assert ("keyless", "ballot:1") in rows(town, ALARMS.c.key, ALARMS.c.what)

    away.rename(key)
    closed(town)
    assert result(town).whole.taking_part["heads"] == 1


def test_a_ballot_that_is_voided_lets_its_envelopes_go_unopened(town):
    opened(town, secret=True)
    tap(town, EIGHT[0])
    town.do(CHEN, acting.act, 1, A.ASK_VOID, "名册有误")
    town.do(WU, acting.act, 1, A.VOID, "名册有误")

    assert ballot(town).status is S.VOIDED
    assert not voted(town)
    assert box(town) == ([], [])
    with town.work(0) as work:
        assert [b for b, _ in work.sealed.owed()] == [1]


def test_an_open_ballot_that_is_voided_has_no_key_to_destroy(town):
    opened(town)
    town.do(CHEN, acting.act, 1, A.ASK_VOID, "名册有误")
    town.do(WU, acting.act, 1, A.VOID, "名册有误")

    with town.work(0) as work:
        assert work.sealed.owed() == []


def test_slips_are_shown_once_the_result_is_published(town):
    opened(town, secret=True)
    tap(town, EIGHT[0])
    with pytest.raises(NotAllowed):
        town.do(HE, looking.slips, 1, 0)
    closed(town)
    town.do(WU, acting.press, 1, A.CERTIFY)

    town.do(EIGHT[0], looking.slips, 1, 0)

    [told] = [d for d in town.deliveries() if d.key == "ballot-slips"]
    assert told.address.chat == EIGHT[0]
    assert box(town)[1][0] not in str(told.facts)
