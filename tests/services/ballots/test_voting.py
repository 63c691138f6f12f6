"""A press on an open ballot: whose it is, which one counts, and what is said where none does."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta

import pytest

from governance.ballots.base import Paper
from governance.ballots.states import BallotAction
from governance.refusals import Refusal, Unknown
from governance.residents import ResidentStatus
from services.ballots import acting, looking, voting
from tests.services.ballots.booth import (
    AGAINST,
    DAY,
    FOR,
    ballot,
    closed,
    draft,
    flats,
    households,
    live,
    move,
    opened,
    press,
    result,
    votes,
)
from tests.services.town import CHEN, GROUP, HE, LI, ZHANG

OLD = 5003


def refused(town, person=LI, **more):
    with pytest.raises(Refusal) as found:
        press(town, person, **more)
    return found.value.key


def test_a_press_is_a_vote_of_the_household(town):
    households(town)
    opened(town)

    done = press(town, LI, chat=GROUP)

    assert (done.marks, done.units, done.replaced) == ({"for": 1}, 1, False)
    assert votes(town) == {"b3/101": {"for": 1}}
    assert town.told() == []  # nobody is told, and nothing of it stands in a message


def test_the_last_press_of_a_household_stands(town):
    households(town)
    live(town, OLD, "101")
    opened(town)

    press(town, LI)
    assert press(town, OLD, AGAINST).replaced
    assert votes(town) == {"b3/101": {"against": 1}}


def test_many_presses_are_one_drawing_of_the_card_in_the_group(town):
    households(town)
    opened(town)
    town.send()

    for person in (LI, ZHANG, LI):
        press(town, person)
    assert [verb for verb, _ in town.dues() if verb == "ballot_turnout"] == ["ballot_turnout"]
    town.ring("ballot_turnout")
    assert town.told() == [("ballot:1:0:0", GROUP)]

    press(town, ZHANG, AGAINST)  # one more after the drawing is drawn again
    assert [verb for verb, _ in town.dues() if verb == "ballot_turnout"] == ["ballot_turnout"]


def test_what_counts_is_when_a_press_was_written_down(town):
    households(town)
    made = opened(town)
    for person, heard in (
        (LI, made.closes - timedelta(milliseconds=1)),
        (ZHANG, made.closes),
    ):
        with town.work(person, at=made.closes + timedelta(minutes=1)) as work:
            work.heard = heard
            if person == LI:
                voting.press(work, 1, FOR, LI)
                continue
            with pytest.raises(Refusal) as found:
                voting.press(work, 1, FOR, ZHANG)
            assert found.value.key == "refusal-vote-late"

    assert votes(town) == {"b3/101": {"for": 1}}


def test_before_it_opens_and_after_it_closed_nothing_counts(town):
    households(town)
    made = draft(town, opens=town.now + DAY, closes=town.now + 2 * DAY)
    assert refused(town) == "refusal-vote-early"

    town.do(CHEN, acting.press, made.id, BallotAction.SCHEDULE)
    assert refused(town) == "refusal-vote-early"
    town.ring("ballot_open")
    closed(town)
    assert refused(town) == "refusal-vote-late"
    assert refused(town, person=77) == "refusal-vote-late"


def test_a_clock_set_back_after_the_close_opens_nothing(town):
    households(town)
    opened(town)
    closed(town)

    town.now -= 7 * DAY

    assert refused(town) == "refusal-vote-late"


def test_whoever_is_not_on_the_roll_is_told_so(town):
    households(town)
    opened(town)

    assert refused(town, person=77) == "refusal-vote-roll"
    live(town, 77, "106")
    assert refused(town, person=77) == "refusal-vote-roll"


def test_whoever_moved_out_meanwhile_does_not_vote_and_his_vote_stands(town):
    first, _ = households(town)
    opened(town)
    press(town, LI)

    move(town, first, ResidentStatus.MOVED)

    assert refused(town, option=AGAINST) == "refusal-vote-moved"
    assert votes(town) == {"b3/101": {"for": 1}}
    live(town, LI, "105")  # moved within the building: still not of the household on the roll
    assert refused(town) == "refusal-vote-moved"


def test_a_person_who_moved_within_the_scope_keeps_the_own_vote(town):
    first, _ = households(town)
    opened(town, body="residents-meeting")
    move(town, first, ResidentStatus.MOVED)
    assert refused(town) == "refusal-vote-moved"

    live(town, LI, "105")
    press(town, LI)

    assert votes(town) == {str(LI): {"for": 1}}


def test_of_two_roles_in_one_body_one_counts(town):
    """Two households of one person: the first one votes, the second is not his to press for."""
    live(town, LI, "101")
    live(town, LI, "102")
    live(town, ZHANG, "102")
    opened(town)

    assert press(town, LI).units == 1
    assert votes(town) == {"b3/101": {"for": 1}}


def test_an_owner_votes_for_each_of_his_ownerships_at_once(town):
    flats(town, ("1", 8000, "1", False), ("3", 9000, "2 1", False))
    with town.work(HE) as work:
        work.flats.link("1", LI, "he", town.now)
    opened(town, body="owners-ordinary")

    assert press(town, LI).units == 2
    assert votes(town) == {"@1": {"for": 1}, "@1+@2": {"for": 1}}


@pytest.mark.parametrize("person", sorted(voting.NAMELESS))
def test_nobody_votes_without_a_name(town, person):
    households(town)
    opened(town)

    assert refused(town, person=person, chat=GROUP) == "refusal-vote-nameless"


def test_a_card_carried_off_into_a_strange_group_is_no_ballot_box(town):
    households(town)
    opened(town)

    assert refused(town, chat=-777) == "refusal-vote-elsewhere"
    assert refused(town, chat=ZHANG) == "refusal-vote-elsewhere"
    assert votes(town) == {}


def test_a_group_that_became_another_kind_of_group_still_takes_presses(town):
    households(town)
    opened(town)
    town.send()
    new = -1009000000001

    with town.work(0) as work:
        work.move_chat(GROUP, new)
        work.changed()

    press(town, LI, chat=new)
    assert votes(town) == {"b3/101": {"for": 1}}
    assert refused(town, person=ZHANG, chat=GROUP) == "refusal-vote-elsewhere"
    town.send()
    town.ring("ballot_turnout")
    assert [(d.subject, d.goes_to) for d in town.deliveries()] == [("ballot:1:0:0", new)]


@pytest.mark.parametrize("option", [3, 99])
def test_an_option_that_is_not_there_is_unknown(town, option):
    households(town)
    opened(town)

    with pytest.raises(Unknown):
        press(town, LI, option)


def test_a_paper_with_several_marks_is_not_one_tap(town):
    households(town)
    opened(town, method="choice", paper=Paper(options=("甲", "乙"), most=2))

    with pytest.raises(Unknown):
        press(town, LI, 0)


def test_a_choice_of_one_is_one_tap(town):
    households(town)
    opened(town, method="choice", paper=Paper(options=("甲", "乙")))

    press(town, LI, 1)

    assert votes(town) == {"b3/101": {"乙": 1}}


def test_a_thousand_presses_in_the_last_second_are_counted_exactly(town):
    """In whatever order they are done: each household's last press in time, and none too late."""
    people = {6000 + n: f"{n}" for n in range(100)}
    for person, door in people.items():
        live(town, person, door)
    made = opened(town)
    presses = []
    for turn in range(10):
        for n, person in enumerate(people):
            late = turn == 9 and n % 3 == 0
            heard = made.closes + (timedelta(0) if late else timedelta(milliseconds=turn - 900))
            presses.append((turn * 1000 + n, person, (turn + n) % 2, heard))
    newest = {}
    for order, person, option, heard in sorted(presses, key=lambda p: (p[0] * 7919) % 10007):
        late, overtaken = heard >= made.closes, newest.get(person, 0) > order
        with town.work(person, at=made.closes + DAY) as work:
            work.order, work.heard = order, heard
            why = "refusal-vote-late" if late else "refusal-vote-overtaken"
            refused = pytest.raises(Refusal, match=why)
            with refused if late or overtaken else nullcontext():
                voting.press(work, 1, option, person)
        newest[person] = newest.get(person, 0) if late else max(order, newest.get(person, 0))
    closed(town)

    last = {n: 8 if n % 3 == 0 else 9 for n in range(100)}
    in_favour = sum((last[n] + n) % 2 == FOR for n in range(100))
    whole = result(town).whole
    assert whole.taking_part["heads"] == 100
    assert whole.tallies["heads"].of("for") == in_favour
    assert replace(ballot(town), version=0).status == "tallied"


def test_the_own_card_in_private_shows_the_vote_at_once(town):
    households(town)
    opened(town)
    town.stand(f"ballot:1:{LI}:0", LI, 9)
    town.do(LI, looking.show, 1)
    town.send()

    press(town, LI)
    assert town.told() == [(f"ballot:1:{LI}:0", LI)]
    press(town, LI, AGAINST, chat=GROUP)
    assert town.told() == []
