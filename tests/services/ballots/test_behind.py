"""Behind which door whose vote is, where one is entered."""

import pytest

from governance.ballots.states import BallotAction, VoteAction, VoteStatus
from governance.refusals import Refusal
from services import talks
from services.ballots import acting, entering
from tests.services.ballots.booth import (
    ballot,
    certified,
    closed,
    draft,
    enter,
    flats,
    households,
    opened,
    press,
    result,
    votes,
)
from tests.services.town import CHEN, LI, WANG, ZHANG

A, S = VoteAction, VoteStatus
GRANNY = "3号楼103"


def entry(town, number=1):
    with town.work(0) as work:
        return work.ballots.entry(number)[1]


def refused(call):
    with pytest.raises(Refusal) as found:
        call()
    return found.value.key


# ── whose vote it is ──


@pytest.mark.parametrize(
    ("place", "key"),
    [
        ("三号楼", "refusal-vote-place"),
        ("101", "refusal-vote-place"),
        ("3号楼909", "refusal-vote-unlisted"),
        ("2号楼101", "refusal-vote-unlisted"),
    ],
)
def test_a_place_that_is_none_is_asked_for_again(town, place, key):
    households(town)
    opened(town)
    town.do(WANG, entering.begin, 1)

    assert refused(lambda: town.say(WANG, place)) == key


def test_of_persons_behind_a_door_the_right_one_is_tapped(town):
    households(town)
    opened(town, body="residents-meeting", offline=("b3/101/李奶奶",))
    talk = town.do(WANG, entering.begin, 1)

    town.say(WANG, "3号楼101")

    listed = town.talk(talk.id).text("units").split("\n")
    assert listed == ["+b3/101/李奶奶", str(LI)]
    town.answer(WANG, "unit", "0", talk.id)
    town.answer(WANG, "channel", "doorstep", talk.id)
    town.answer(WANG, "photo", "", talk.id)
    with town.work(0) as work:
        marks = work.dialogues.waiting(WANG, WANG).id
    town.answer(WANG, "o0", "1", marks)
    assert town.answer(WANG, talks.SUBMIT, dialogue_id=marks).unit == "+b3/101/李奶奶"


def test_of_owners_the_flat_leads_to_its_head(town):
    flats(town, ("1", 80, "1", False), ("3", 90, "2 1", False))
    opened(town, body="owners-ordinary")

    assert enter(town, place="3号楼3", photo="p").unit == "@1+@2"


def test_a_photo_is_no_answer_to_another_question(town):
    households(town)
    opened(town)
    town.do(WANG, entering.begin, 1)

    assert refused(lambda: town.say(WANG, "", photo="p")) == "refusal-tap"


def test_a_paper_without_a_unit_on_the_roll_is_refused(town):
    households(town)
    opened(town)
    with town.work(0) as work:
        work.connection.exec_driver_sql("UPDATE ballot_units SET unit = 'x' WHERE unit = 'b3/102'")

    assert refused(lambda: enter(town, place="3号楼102")) == "refusal-vote-unlisted"


def test_nothing_is_entered_before_it_opens_after_it_closed_or_in_secret(town):
    households(town)
    draft(town)
    assert refused(lambda: town.do(WANG, entering.begin, 1)) == "refusal-vote-early"
    town.do(CHEN, acting.press, 1, BallotAction.SCHEDULE)
    town.ring("ballot_open")
    closed(town)
    assert refused(lambda: town.do(WANG, entering.begin, 1)) == "refusal-vote-late"
    draft(town, secret=True)
    assert refused(lambda: town.do(WANG, entering.begin, 2)) == "refusal-vote-secret"
    assert ballot(town, 2).secret


def test_paper_and_chat_are_one_vote_in_any_order(town):
    households(town)
    opened(town)
    enter(town, place="3号楼102", photo="p")
    press(town, ZHANG)
    press(town, LI)

    assert votes(town).keys() == {"b3/101", "b3/102"}
    certified(town)
    assert result(town).whole.taking_part["heads"] == 2
