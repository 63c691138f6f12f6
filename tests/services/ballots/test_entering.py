"""代录票: who enters, who confirms, who is told, and that the voter's own press goes first."""

from dataclasses import replace

import pytest

from governance.ballots.states import VoteAction, VoteStatus
from governance.ballots.votes import standing
from governance.refusals import NotAllowed, Refusal
from services.ballots import entering, striking
from tests.services.ballots.booth import (
    AGAINST,
    FOR,
    certified,
    closed,
    enter,
    households,
    live,
    opened,
    press,
    result,
)
from tests.services.town import CHEN, HE, LI, LIU, WANG, WU, ZHOU

A, S = VoteAction, VoteStatus
GRANNY = "3号楼103"


def entry(town, number=1):
    with town.work(0) as work:
        return work.ballots.entry(number)[1]


def refused(call):
    with pytest.raises(Refusal) as found:
        call()
    return found.value.key


def test_an_entered_vote_counts_once_a_second_person_confirms_it(town):
    households(town)
    opened(town)

    made = enter(town)

    assert (made.status, made.unit, dict(made.marks)) == (S.ENTERED, "b3/103", {"against": 1})
    asked = {chat for subject, chat in town.told() if subject.startswith("entry:1:")}
    assert asked == {LIU, ZHOU, HE, WU}  # not the drafter, not whoever entered it
    done = town.do(ZHOU, entering.press, 1, A.CONFIRM)
    assert (done.status, done.confirmed_by) == (S.CAST, "zhou")
    # nobody there has a phone: whoever entered it goes and tells
    assert ("vote-tell", WANG) in town.told()
    certified(town)
    assert result(town).whole.taking_part["heads"] == 1
    assert result(town).entered == 1


def test_a_photo_of_the_signed_paper_counts_at_once(town):
    households(town)
    opened(town)

    made = enter(town, channel="paper", photo="signed")

    assert (made.status, made.photo) == (S.CAST, "signed")
    assert not [s for s, _ in town.told() if s.startswith("entry:")]
    assert "ballot_turnout" in [verb for verb, _ in town.dues()]


def test_the_household_hears_of_it_and_its_own_press_takes_its_place(town):
    households(town)
    opened(town)

    enter(town, place="3号楼101", photo="signed")
    assert ("vote-entered", LI) in town.told()
    press(town, LI, FOR)
    certified(town)

    assert result(town).whole.tallies["heads"].of("for") == 1
    assert result(town).whole.taking_part["heads"] == 1
    assert result(town).entered == 0


def test_whoever_pressed_himself_gets_nothing_entered_nor_confirmed(town):
    households(town)
    opened(town)
    enter(town, place="3号楼101")
    press(town, LI)

    assert refused(lambda: town.do(ZHOU, entering.press, 1, A.CONFIRM)) == "refusal-vote-own"
    assert refused(lambda: enter(town, place="3号楼101")) == "refusal-vote-own"


@pytest.mark.parametrize("changed", [{"drafted_by": "wang"}, {"carried_by": ("wang",)}])
def test_whoever_drafted_or_carries_it_out_enters_none(town, changed):
    households(town)
    opened(town, **changed)

    assert refused(lambda: enter(town)) == "refusal-conflicted"


def test_nobody_enters_for_his_own_household(town):
    households(town)
    live(town, WANG, "103")
    opened(town)

    assert refused(lambda: enter(town)) == "refusal-vote-household"


def test_residents_and_supervision_enter_none(town):
    households(town)
    opened(town)

    for person in (LI, WU):
        with pytest.raises(NotAllowed):
            town.do(person, entering.begin, 1)


def test_whoever_entered_it_does_not_confirm_it(town):
    households(town)
    opened(town)
    enter(town)

    for person in (WANG, CHEN, LI):
        with pytest.raises(NotAllowed):
            town.do(person, entering.press, 1, A.CONFIRM)


def test_what_is_untrue_is_refused_with_a_reason_and_does_not_count(town):
    households(town)
    opened(town)
    enter(town)

    town.do(ZHOU, entering.press, 1, A.REFUSE)
    done = town.say(ZHOU, "她说没有投过")

    assert done.status is S.REFUSED
    assert town.facts("vote-refused")["note"] == "她说没有投过"
    with pytest.raises(NotAllowed):
        town.do(LIU, entering.press, 1, A.CONFIRM)
    certified(town)
    assert result(town).whole.taking_part["heads"] == 0


def test_what_nobody_confirmed_lapses_at_the_close(town):
    households(town)
    opened(town)
    enter(town)

    closed(town)

    assert entry(town).status is S.LAPSED
    assert ("vote-lapsed", WANG) in town.told()
    assert result(town).whole.taking_part["heads"] == 0
    assert refused(lambda: town.do(ZHOU, entering.press, 1, A.CONFIRM)) == "refusal-vote-late"


def test_a_confirmation_counts_by_when_it_was_written_down(town):
    households(town)
    made = opened(town)
    enter(town)

    with town.work(ZHOU, at=made.closes) as work:
        work.heard = made.closes
        late = refused(lambda: entering.settle(work, 1, A.CONFIRM, ""))

    assert late == "refusal-vote-late"


def test_the_last_entered_vote_of_a_unit_stands(town):
    households(town)
    opened(town)
    enter(town, AGAINST, photo="one")
    enter(town, FOR, photo="two")

    certified(town)

    assert result(town).whole.tallies["heads"].of("for") == 1
    assert result(town).entered == 1


def test_an_enterer_who_left_office_is_told_nothing(town):
    households(town)
    opened(town)
    enter(town)
    with town.work(0) as work:
        work.connection.exec_driver_sql("UPDATE entered_votes SET entered_by = 'gone'")

    closed(town)

    assert "vote-lapsed" not in [key for key, _ in town.told()]


def test_a_unit_that_is_gone_has_nobody_to_tell(town):
    households(town)
    opened(town)
    enter(town)
    with town.work(0) as work:
        work.connection.exec_driver_sql("DELETE FROM ballot_units WHERE unit = 'b3/103'")

    town.do(ZHOU, entering.press, 1, A.CONFIRM)

    assert ("vote-tell", WANG) in town.told()


# ── supervision takes one back (8.10) ──


def strike(town, by=WU, number=1, note="她说没有投过"):
    town.do(by, entering.press, number, A.INVALIDATE)
    return town.say(by, note)


def test_supervision_takes_back_an_entered_vote_and_the_household_votes_again(town):
    households(town)
    opened(town)
    enter(town, place="3号楼101", channel="paper", photo="signed")

    struck = strike(town)

    assert (struck.status, struck.note) == (S.INVALIDATED, "她说没有投过")
    assert {("vote-struck", LI), ("vote-struck-tell", WANG)} <= set(town.told())
    assert town.facts("vote-struck")["note"] == "她说没有投过"
    assert "vote-invalidate" in town.audit()
    assert votes_that_count(town) == {}
    press(town, LI, FOR)
    certified(town)
    assert result(town).whole.tallies["heads"].of("for") == 1
    assert result(town).entered == 0


def votes_that_count(town):
    with town.work(0) as work:
        return standing(work.ballots.votes(1))


def test_what_it_had_taken_the_place_of_does_not_stand_up_again(town):
    households(town)
    opened(town)
    enter(town, AGAINST, photo="one")
    enter(town, FOR, photo="two")

    strike(town, number=2)

    assert votes_that_count(town) == {}
    assert entry(town, 1).status is S.INVALIDATED
    enter(town, FOR, photo="three")
    assert len(votes_that_count(town)) == 1


def test_nobody_but_supervision_takes_one_back_and_none_that_it_entered_or_after_the_close(town):
    households(town)
    made = opened(town)
    enter(town, photo="signed")
    for person in (CHEN, LIU, ZHOU, LI):
        with pytest.raises(NotAllowed):
            town.do(person, entering.press, 1, A.INVALIDATE)
        with pytest.raises(NotAllowed):
            town.do(person, striking.listing, 1, 0)
    with town.work(0) as work:
        ballot, vote = work.ballots.get(1), work.ballots.entry(1)[1]
        wu = work.actor(WU)
        assert striking.counted(work, ballot, wu) == (vote,)
        assert not striking.open_to(work, ballot, replace(vote, entrant=WU), wu)
        assert not striking.open_to(work, replace(ballot, secret=True), vote, wu)
        assert striking.open_to(work, ballot, replace(vote, unit="gone"), wu)

    with town.work(WU, at=made.closes) as work:
        work.heard = made.closes
        assert (
            refused(lambda: entering.settle(work, 1, A.INVALIDATE, "迟了")) == "refusal-vote-late"
        )


def test_where_the_household_pressed_itself_nothing_is_left_to_take_back(town):
    households(town)
    opened(town)
    enter(town, place="3号楼101", photo="signed")
    press(town, LI, FOR)

    assert refused(lambda: town.do(WU, entering.press, 1, A.INVALIDATE)) == "refusal-vote-own"
    town.do(WU, striking.listing, 1, 0)
    assert town.facts("ballot-entries")["page"] == 0
    with town.work(0) as work:
        assert striking.counted(work, work.ballots.get(1), work.actor(WU)) == ()
