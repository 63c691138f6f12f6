"""Papers in a secret ballot: handed out by the door, counted by two, and nobody's in the box."""

from collections import Counter
from dataclasses import replace

import pytest

from governance.ballots.base import Paper
from governance.ballots.batches import BatchStatus
from governance.ballots.states import BallotAction
from governance.dialogues import DialogueKind
from governance.refusals import Refusal
from handlers.talks import KINDS
from services import talks
from services.ballots import papering
from services.ballots.boxes import PAPER
from services.hearing import Heard
from storage.audit import DETAILS
from storage.dialogues import DIALOGUES
from storage.sealed import BATCHES
from tests.services.ballots.booth import closed, flats, live, opened, result
from tests.services.ballots.cabin import EIGHT, box, rows, tap, town, voted
from tests.services.town import CHEN, LI, LIU, WANG

__all__ = ["town"]
A = BallotAction
HAND, COUNT = DialogueKind.HAND_PAPER, DialogueKind.COUNT_PAPERS
NINE = "900"  # a household without a phone
FIVE = (NINE, "901", "100", "101", "102")  # as many papers as a count must hold
ENTERS = WANG


@pytest.fixture
def polling(town):
    """A secret ballot that is open, with two households that have no phone."""
    flats(town, (NINE, 100, "9", False), ("901", 100, "10", False))
    opened(town, secret=True)
    return town


def say(town, person, talk, text):
    heard = Heard(text=text, photo="", chat=person, message=1, reading=None)
    return town.do(person, KINDS[talk.kind].hear, talk, heard)


def hand(town, place, by=ENTERS):
    talk = town.do(by, papering.begin, 1, HAND)
    talk = say(town, by, talk, f"3号楼{place}")
    return town.do(by, talks.answer, KINDS, talk.id, talks.SUBMIT, "")


def hand_five(town):
    for place in FIVE:
        hand(town, place)


def count(town, words, by=ENTERS):
    return say(town, by, town.do(by, papering.begin, 1, COUNT), words)


def handed(town):
    with town.work(0) as work:
        return {unit for unit, e in work.sealed.envelopes(1) if e == PAPER}


def refused(deed, *given, **more):
    with pytest.raises(Refusal) as found:
        deed(*given, **more)
    return found.value.key


def test_a_paper_is_handed_out_at_a_door_and_the_household_is_told(polling):
    hand(polling, "100")

    assert handed(polling) == {"b3/100"} == voted(polling)
    details = str(rows(polling, DETAILS.c.detail))
    assert polling.audit() == ["hand-paper"]
    assert "b3/100" not in details  # who had a paper is forgotten with the envelopes
    [told] = [d for d in polling.deliveries() if d.key == "paper-handed"]
    assert told.reader == EIGHT[0]
    assert refused(tap, polling, EIGHT[0]) == "refusal-vote-papered"
    assert refused(hand, polling, "100") == "refusal-vote-papered"


def test_whoever_voted_by_phone_gets_no_paper(polling):
    tap(polling, EIGHT[1])

    assert refused(hand, polling, "101") == "refusal-batch-voted"
    assert not handed(polling)


def test_nobody_hands_a_paper_to_his_own_household(town):
    live(town, ENTERS, "950")
    opened(town, secret=True)

    assert refused(hand, town, "950") == "refusal-vote-household"


def test_a_door_that_is_not_on_the_roll_gets_none(polling):
    assert refused(hand, polling, "777") == "refusal-vote-unlisted"


def test_where_several_live_behind_a_door_the_worker_says_who_it_is(town):
    live(town, LI, "100")
    opened(town, secret=True, body="residents-meeting")
    talk = town.do(ENTERS, papering.begin, 1, HAND)
    talk = say(town, ENTERS, talk, "3号楼100")

    talk = town.do(ENTERS, talks.answer, KINDS, talk.id, "unit", "1")
    town.do(ENTERS, talks.answer, KINDS, talk.id, talks.SUBMIT, "")

    assert handed(town) == {str(EIGHT[0])}


def test_a_unit_that_is_gone_from_the_list_gets_none(polling):
    talk = polling.do(ENTERS, papering.begin, 1, HAND)
    with polling.work(ENTERS) as work:
        data = {**talk.data, "units": "b3/none", "unit": "0"}
        with pytest.raises(Refusal, match="refusal-vote-unlisted"):
            papering.handed(work, replace(talk, data=data))


def test_papers_are_counted_by_one_and_confirmed_by_another(polling):
    hand_five(polling)
    tap(polling, EIGHT[3], 1)

    made = count(polling, "3 0 2")

    assert (made.papers, made.status) == (5, BatchStatus.ENTERED)
    cards = {d.reader for d in polling.deliveries() if d.subject.startswith("batch:")}
    assert ENTERS in cards
    assert len(cards) > 1
    own = refused(polling.do, ENTERS, papering.settle, made.id, "counted")
    assert own == "refusal-not-allowed"
    done = polling.do(LIU, papering.settle, made.id, BatchStatus.COUNTED)
    assert done.confirmed_by == "liu"
    closed(polling)
    marks, slips = box(polling)
    assert Counter(map(str, marks)) == {
        "{'for': 1}": 3,
        "{'abstain': 1}": 2,
        "{'against': 1}": 1,
    }
    assert len(slips) == 1
    found = result(polling)
    assert found.entered == 5
    assert found.whole.taking_part["heads"] == 6
    assert found.whole.tallies["heads"].of("for") == 3


def test_what_the_papers_say_stands_nowhere_in_clear_and_nowhere_at_all_after(polling):
    hand_five(polling)
    count(polling, "0，5、0")

    talks_held = rows(polling, DIALOGUES.c.kind, DIALOGUES.c.data)
    assert all("counts" not in data for kind, data in talks_held if kind == COUNT)
    [(envelope,)] = rows(polling, BATCHES.c.envelope)
    assert len(envelope) > 12
    closed(polling)
    assert rows(polling, BATCHES.c.envelope) == [(b"",)]


def test_what_nobody_confirmed_is_not_counted(polling):
    hand_five(polling)
    count(polling, "5 0 0")
    closed(polling)

    assert box(polling) == ([], [])
    assert result(polling).entered == 0


def test_a_count_that_was_sent_back_is_counted_anew(polling):
    hand_five(polling)
    first = count(polling, "5 0 0")
    assert refused(count, polling, "0 5 0") == "refusal-batch-there"
    polling.do(LIU, papering.settle, first.id, BatchStatus.REFUSED)
    assert refused(polling.do, LIU, papering.settle, first.id, "counted") == "refusal-vote-late"

    second = count(polling, "0 5 0")
    polling.do(LIU, papering.settle, second.id, BatchStatus.COUNTED)
    closed(polling)
    assert box(polling)[0] == [{"against": 1}] * 5


@pytest.mark.parametrize("words", ["1 0 0", "2 1 1"])
def test_a_count_of_so_few_that_it_tells_who_voted_how_is_refused(polling, words):
    hand_five(polling)

    with pytest.raises(Refusal) as found:
        count(polling, words)
    assert (found.value.key, found.value.facts) == ("refusal-batch-few", {"least": 5})
    assert not rows(polling, BATCHES.c.papers)
    assert count(polling, "2 2 1").papers == 5


@pytest.mark.parametrize("words", ["", "2 0 0", "0 0 0", "1 0", "1 0 x", "1 0 0 0", "-1 1 1"])
def test_a_count_that_cannot_be_right_is_refused(polling, words):
    hand(polling, NINE)

    key = refused(count, polling, words)

    assert key == ("refusal-batch-count" if words else "refusal-tap")


def test_papers_are_for_secret_ballots_that_mark_one_option_and_are_open(town):
    opened(town)
    assert refused(town.do, ENTERS, papering.begin, 1, HAND) == "refusal-batch-paper"


def test_papers_of_several_marks_are_not_counted(town):
    opened(town, secret=True, method="choice", paper=Paper(options=("a", "b", "c"), most=2))

    assert refused(town.do, ENTERS, papering.begin, 1, HAND) == "refusal-batch-paper"


def test_papers_are_handed_out_while_it_is_open_and_by_those_who_may(polling):
    assert refused(polling.do, EIGHT[0], papering.begin, 1, HAND) == "refusal-execute"
    assert refused(polling.do, CHEN, papering.begin, 1, HAND) == "refusal-conflicted"
    closed(polling)
    assert refused(polling.do, ENTERS, papering.begin, 1, HAND) == "refusal-vote-late"
