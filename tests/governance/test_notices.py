from dataclasses import FrozenInstanceError

import pytest

from governance.notices import Address, Delivery, Fate, Kind, Policy, Priority


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


def test_two_fates_are_open_and_four_are_final():
    final = set(Fate) - {Fate.WAITING, Fate.CLAIMED}

    assert final == {Fate.SENT, Fate.SUPERSEDED, Fate.UNDELIVERABLE, Fate.UNCERTAIN}
