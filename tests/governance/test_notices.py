from dataclasses import FrozenInstanceError, replace
from datetime import UTC, datetime, timedelta

import pytest

from governance.notices import (
    Address,
    Delivery,
    Fate,
    Kind,
    Policy,
    Priority,
    is_stale,
    sendings,
)


def test_danger_goes_first_and_broadcasts_last():
    names = [p.name for p in sorted(Priority)]

    assert names == ["DANGER", "ANSWER", "ASSIGNMENT", "REMINDER", "BROADCAST"]


def test_a_delivery_is_an_answer_that_may_be_sent_again_unless_said():
    plain = Delivery(key="help", kind=Kind.NOTICE, address=Address(chat=1))

    assert (plain.priority, plain.policy, plain.facts) == (Priority.ANSWER, Policy.RESEND, {})


def test_a_delivery_does_not_change():
    plain = Delivery(key="help", kind=Kind.NOTICE, address=Address(chat=1))

    with pytest.raises(FrozenInstanceError):
        plain.tries = 1


def test_two_fates_are_open_and_the_others_final():
    final = set(Fate) - {Fate.WAITING, Fate.CLAIMED}

    assert final == {
        Fate.SENT,
        Fate.SUPERSEDED,
        Fate.UNDELIVERABLE,
        Fate.UNCERTAIN,
        Fate.EXPIRED,
    }


NOW = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
TOLD = Delivery(key="help", kind=Kind.NOTICE, address=Address(chat=1))
NATIVE_POLL = replace(TOLD, key="sendPoll", policy=Policy.ONCE)
SENDINGS = {
    "notice": (TOLD, 5),
    "card": (replace(TOLD, kind=Kind.CARD), 2),
    "edit": (replace(TOLD, kind=Kind.CARD, posted=True), None),
    "menu or deletion": (replace(TOLD, kind=Kind.COMMANDS), None),
    "enquiry": (replace(TOLD, kind=Kind.ENQUIRY), 5),
    "nudge": (replace(TOLD, policy=Policy.ONCE), 1),
    "native poll": (NATIVE_POLL, 1),
    "disclosure": (replace(TOLD, policy=Policy.ALWAYS), None),
}


@pytest.mark.parametrize(("delivery", "times"), SENDINGS.values(), ids=SENDINGS)
def test_its_kind_says_how_often_what_may_have_arrived_is_sent(delivery, times):
    assert sendings(delivery) == times


REMINDED = replace(TOLD, priority=Priority.REMINDER)
STALE = {
    "nudge": (replace(TOLD, policy=Policy.ONCE), timedelta(hours=6)),
    "reminder": (REMINDED, timedelta(hours=24)),
    "reminder once": (replace(REMINDED, policy=Policy.ONCE), timedelta(hours=6)),
}
NEVER_STALE = {
    "answer": TOLD,
    "danger": replace(TOLD, priority=Priority.DANGER),
    "assignment": replace(TOLD, priority=Priority.ASSIGNMENT),
    "disclosure": replace(TOLD, priority=Priority.BROADCAST, policy=Policy.ALWAYS),
    "demanded reminder": replace(REMINDED, policy=Policy.ALWAYS),
    "broadcast": replace(TOLD, priority=Priority.BROADCAST),
    "card": replace(REMINDED, kind=Kind.CARD),
}


@pytest.mark.parametrize(("delivery", "age"), STALE.values(), ids=STALE)
def test_what_reminds_becomes_stale(delivery, age):
    assert not is_stale(replace(delivery, at=NOW - age), NOW)
    assert is_stale(replace(delivery, at=NOW - age - timedelta(seconds=1)), NOW)
    assert not is_stale(delivery, NOW)
    assert not is_stale(replace(delivery, at=NOW + age), NOW)  # a clock set back


@pytest.mark.parametrize("delivery", NEVER_STALE.values(), ids=NEVER_STALE)
def test_what_matters_is_told_however_late(delivery):
    assert not is_stale(replace(delivery, at=NOW - timedelta(days=30)), NOW)


def test_a_card_goes_to_where_it_stands():
    card = replace(TOLD, kind=Kind.CARD, stands=-7)

    assert (card.goes_to, replace(card, posted=True).goes_to, TOLD.goes_to) == (1, -7, 1)
