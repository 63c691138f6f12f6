"""Papers of a secret ballot, as the tests hand them out, take them back and count them."""

import pytest

from governance.ballots.batches import BatchStatus
from governance.dialogues import DialogueKind
from governance.refusals import Refusal
from handlers.talks import KINDS
from services import talks
from services.ballots import papering
from services.hearing import Heard
from tests.services.ballots.booth import flats, opened
from tests.services.town import LIU, WANG

HAND, TAKE = DialogueKind.HAND_PAPER, DialogueKind.TAKE_PAPER
COUNT = DialogueKind.COUNT_PAPERS
NINE = "900"  # a household without a phone
FIVE = (NINE, "901", "100", "101", "102")
ENTERS = WANG


def polled(town, **changed):
    """Open a secret ballot; two of its households have no phone."""
    flats(town, (NINE, 100, "9", False), ("901", 100, "10", False))
    opened(town, secret=True, **changed)
    return town


def say(town, person, talk, text):
    heard = Heard(text=text, photo="", chat=person, message=1, reading=None)
    return town.do(person, KINDS[talk.kind].hear, talk, heard)


def at_door(town, place, by=ENTERS, kind=HAND):
    """Go through the form as far as its last tap."""
    return say(town, by, town.do(by, papering.begin, 1, kind), f"3号楼{place}")


def hand(town, *places, by=ENTERS, kind=HAND):
    for place in places:
        talk = at_door(town, place, by, kind)
        town.do(by, talks.answer, KINDS, talk.id, talks.SUBMIT, "")


def take(town, place, by=ENTERS):
    hand(town, place, by=by, kind=TAKE)


def count(town, words, by=ENTERS):
    return say(town, by, town.do(by, papering.begin, 1, COUNT), words)


def confirm(town, batch, words, by=LIU):
    return say(town, by, town.do(by, papering.press, batch.id, BatchStatus.COUNTED), words)


def refused(deed, *given, **more):
    with pytest.raises(Refusal) as found:
        deed(*given, **more)
    return found.value.key
