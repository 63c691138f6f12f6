"""Papers in a secret ballot: handed out by the door, taken back unused, counted as one batch."""

from collections import Counter
from dataclasses import replace

import pytest

from governance.ballots.base import Paper
from governance.ballots.batches import BatchStatus
from governance.refusals import Refusal
from handlers.talks import KINDS
from services import talks
from services.ballots import papering
from storage.audit import DETAILS
from storage.dialogues import DIALOGUES
from storage.sealed import BATCHES
from tests.services.ballots.booth import ballot, closed, live, opened, result
from tests.services.ballots.cabin import EIGHT, box, rows, tap, town, voted
from tests.services.ballots.counter import (
    COUNT,
    ENTERS,
    FIVE,
    HAND,
    NINE,
    TAKE,
    at_door,
    confirm,
    count,
    hand,
    polled,
    refused,
    take,
)
from tests.services.town import CHEN, HE, LI, LIU

__all__ = ["town"]


@pytest.fixture
def polling(town):
    """A secret ballot that is open, with two households that have no phone."""
    return polled(town)


def handed(town):
    with town.work(0) as work:
        return set(work.sealed.handed(1))


def kept(town):
    """Return what the record and the talks still say of the papers."""
    return str([*rows(town, DETAILS.c.detail), *rows(town, DIALOGUES.c.data)])


def test_a_paper_is_handed_out_at_a_door_and_the_household_is_told(polling):
    hand(polling, "100")

    assert handed(polling) == {"b3/100"} == voted(polling)
    assert polling.audit() == ["hand-paper"]
    [told] = [d for d in polling.deliveries() if d.key == "paper-handed"]
    assert told.reader == EIGHT[0]
    assert refused(tap, polling, EIGHT[0]) == "refusal-vote-papered"
    assert refused(hand, polling, "100") == "refusal-batch-handed"


def test_an_unused_paper_is_taken_back_and_the_phone_votes_again(polling):
    hand(polling, "100", "101")
    take(polling, "100", by=HE)

    assert polling.audit() == ["take-paper"]
    [told] = [d for d in polling.deliveries() if d.key == "paper-taken"]
    assert told.reader == EIGHT[0]
    assert handed(polling) == {"b3/101"}
    tap(polling, EIGHT[0], 1)
    assert refused(tap, polling, EIGHT[1]) == "refusal-vote-papered"
    closed(polling)
    assert box(polling)[0] == [{"against": 1}]
    assert result(polling).handed == 1


def test_neither_the_record_nor_a_talk_keeps_who_had_a_paper(polling):
    hand(polling, "100", "101")
    take(polling, "101")

    assert "100" not in kept(polling)
    assert "101" not in kept(polling)


def test_only_a_paper_that_is_out_is_taken_back_and_who_voted_is_not_told(polling):
    tap(polling, EIGHT[1])

    assert refused(take, polling, "100") == "refusal-batch-none"
    assert refused(take, polling, "101") == "refusal-batch-none"
    assert voted(polling) == {"b3/101"}


def test_once_the_box_was_open_no_paper_is_handed_out_or_taken_back(polling):
    hand(polling, "100", "101")
    made = count(polling, "1 0 0")

    assert refused(take, polling, "101") == "refusal-batch-closed"
    assert refused(hand, polling, "102") == "refusal-batch-closed"
    polling.do(LIU, papering.press, made.id, BatchStatus.REFUSED)
    take(polling, "101")
    hand(polling, "102")
    made = count(polling, "1 1 0")
    confirm(polling, made, "1 1 0")
    assert refused(take, polling, "102") == "refusal-batch-closed"
    assert handed(polling) == {"b3/100", "b3/102"}


def test_whoever_voted_by_phone_gets_no_paper(polling):
    tap(polling, EIGHT[1])

    assert refused(hand, polling, "101") == "refusal-batch-voted"
    assert not handed(polling)


def test_nobody_hands_a_paper_to_his_own_household_or_takes_it_back(town):
    live(town, ENTERS, "950")
    opened(town, secret=True)

    assert refused(hand, town, "950") == "refusal-batch-own"
    hand(town, "950", by=HE)
    assert refused(take, town, "950") == "refusal-batch-own"
    assert handed(town) == {"b3/950"}


def test_a_door_that_is_not_on_the_roll_gets_none(polling):
    assert refused(hand, polling, "777") == "refusal-vote-unlisted"


def test_where_several_live_behind_a_door_the_worker_says_who_it_is(town):
    live(town, LI, "100")
    opened(town, secret=True, body="residents-meeting")
    for kind, out in ((HAND, {str(EIGHT[0])}), (TAKE, set())):
        talk = at_door(town, "100", kind=kind)
        talk = town.do(ENTERS, talks.answer, KINDS, talk.id, "unit", "1")
        town.do(ENTERS, talks.answer, KINDS, talk.id, talks.SUBMIT, "")

        assert handed(town) == out


def test_a_unit_that_is_gone_from_the_list_gets_none(polling):
    talk = polling.do(ENTERS, papering.begin, 1, HAND)
    with polling.work(ENTERS) as work:
        data = {**talk.data, "units": "b3/none", "unit": "0"}
        with pytest.raises(Refusal, match="refusal-vote-unlisted"):
            papering.handed(work, replace(talk, data=data))


def test_papers_are_counted_by_one_and_confirmed_by_another(polling):
    hand(polling, *FIVE)
    tap(polling, EIGHT[3], 1)

    made = count(polling, "3 0 2")

    assert (made.papers, made.status) == (5, BatchStatus.ENTERED)
    cards = {d.reader for d in polling.deliveries() if d.subject.startswith("batch:")}
    assert {ENTERS, LIU} <= cards
    assert CHEN not in cards
    assert refused(confirm, polling, made, "3 0 2", by=ENTERS) == "refusal-not-allowed"
    done = confirm(polling, made, "3，0，2")
    assert (done.confirmed_by, polling.audit()) == ("liu", ["papers-counted"])
    closed(polling)
    marks, slips = box(polling)
    assert Counter(map(str, marks)) == {
        "{'for': 1}": 3,
        "{'abstain': 1}": 2,
        "{'against': 1}": 1,
    }
    assert len(slips) == 1
    found = result(polling)
    assert (found.handed, found.entered) == (5, 5)
    assert found.whole.taking_part["heads"] == 6
    assert found.whole.tallies["heads"].of("for") == 3


@pytest.mark.parametrize("words", ["0 3 2", "3 2", "三 0 2", "3 0 2 0"])
def test_what_the_second_person_did_not_find_too_is_not_confirmed(polling, words):
    hand(polling, *FIVE)
    made = count(polling, "3 0 2")

    assert refused(confirm, polling, made, words) == "refusal-batch-differs"
    closed(polling)
    assert (result(polling).entered, result(polling).handed) == (0, 5)


def test_what_the_papers_say_stands_nowhere_in_clear_and_nowhere_at_all_after(polling):
    hand(polling, *FIVE)
    confirm(polling, count(polling, "0，5、0"), "0 5 0")

    assert "counts" not in kept(polling)
    [(envelope,)] = rows(polling, BATCHES.c.envelope)
    assert len(envelope) > 12
    closed(polling)
    assert rows(polling, BATCHES.c.envelope) == [(b"",)]


def test_what_nobody_confirmed_is_not_counted_and_the_result_knows_how_many(polling):
    hand(polling, *FIVE)
    made = count(polling, "4 0 0")
    talk = polling.do(LIU, papering.press, made.id, BatchStatus.COUNTED)
    closed(polling)

    assert box(polling) == ([], [])
    found = result(polling)
    assert (found.handed, found.entered, found.whole.taking_part["heads"]) == (5, 0, 0)
    late = replace(talk, data={**talk.data, "counts": "4 0 0"})
    assert refused(polling.do, LIU, papering.confirmed, late) == "refusal-vote-late"


def test_a_count_that_was_sent_back_is_counted_anew(polling):
    hand(polling, *FIVE)
    first = count(polling, "5 0 0")
    assert refused(count, polling, "0 5 0") == "refusal-batch-there"
    polling.do(LIU, papering.press, first.id, BatchStatus.REFUSED)
    assert polling.audit() == ["papers-refused"]
    assert refused(confirm, polling, first, "5 0 0") == "refusal-batch-settled"

    confirm(polling, count(polling, "0 5 0"), "0 5 0")
    closed(polling)
    assert box(polling)[0] == [{"against": 1}] * 5


def test_nobody_can_settle_a_count_as_still_waiting(polling):
    hand(polling, NINE)
    made = count(polling, "1 0 0")

    press = (LIU, papering.press, made.id, BatchStatus.ENTERED)
    assert refused(polling.do, *press) == "refusal-not-allowed"
    assert rows(polling, BATCHES.c.confirmed_by) == [("",)]


@pytest.mark.parametrize(("words", "papers"), [("1 0 0", 1), ("2 1 1", 4)])
def test_however_few_papers_there_are_no_vote_is_lost(polling, words, papers):
    hand(polling, *FIVE[:papers])
    confirm(polling, count(polling, words), words)
    closed(polling)

    assert len(box(polling)[0]) == papers == result(polling).whole.taking_part["heads"]


@pytest.mark.parametrize("words", ["", "2 0 0", "0 0 0", "1 0", "1 0 x", "1 0 0 0", "-1 1 1"])
def test_a_count_that_cannot_be_right_is_refused(polling, words):
    hand(polling, NINE)

    key = refused(count, polling, words)

    assert key == ("refusal-batch-count" if words else "refusal-tap")


def test_whoever_hands_out_and_counts_reads_how_many_are_out_and_how_few_tell(polling):
    hand(polling, *FIVE)
    talk = polling.do(ENTERS, papering.begin, 1, COUNT)

    assert (talk.data["handed"], talk.data["least"]) == (5, 5)


def test_papers_are_for_secret_ballots_that_mark_one_option_and_are_open(town):
    opened(town)
    assert refused(town.do, ENTERS, papering.begin, 1, HAND) == "refusal-batch-paper"


def test_papers_of_several_marks_are_not_counted(town):
    opened(town, secret=True, method="choice", paper=Paper(options=("a", "b", "c"), most=2))

    assert refused(town.do, ENTERS, papering.begin, 1, HAND) == "refusal-batch-paper"


@pytest.mark.parametrize("kind", [HAND, TAKE, COUNT])
def test_papers_move_while_it_is_open_and_by_those_who_may(polling, kind):
    talk = at_door(polling, "100")
    hand(polling, "101")
    made = count(polling, "1 0 0")
    assert refused(polling.do, EIGHT[0], papering.begin, 1, kind) == "refusal-execute"
    polling.now = ballot(polling).closes  # its close waits for what came before
    assert refused(polling.do, ENTERS, papering.begin, 1, kind) == "refusal-vote-late"
    done = (ENTERS, talks.answer, KINDS, talk.id, talks.SUBMIT, "")
    assert refused(polling.do, *done) == "refusal-vote-late"
    assert refused(confirm, polling, made, "1 0 0") == "refusal-vote-late"
    closed(polling)
    assert refused(polling.do, ENTERS, papering.begin, 1, kind) == "refusal-vote-late"


@pytest.mark.parametrize(
    "involved",
    [{"drafted_by": "he"}, {"carried_by": ("he",)}, {"persons": (HE,)}],
    ids=["drafter", "executor", "account"],
)
def test_who_drafted_leads_or_carries_it_out_neither_moves_papers_nor_counts(town, involved):
    polled(town, **involved)
    for kind in (HAND, TAKE, COUNT):
        assert refused(town.do, HE, papering.begin, 1, kind) == "refusal-conflicted"
    hand(town, "100")
    made = count(town, "1 0 0")

    assert HE not in {d.reader for d in town.deliveries() if d.subject.startswith("batch:")}
    assert refused(confirm, town, made, "1 0 0", by=HE) == "refusal-not-allowed"
    assert confirm(town, made, "1 0 0").status is BatchStatus.COUNTED
