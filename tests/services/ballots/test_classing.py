"""As what each stands on the roll, and that a vote is of somebody seen to be of age (E09, E10)."""

from dataclasses import replace

import pytest

from governance.ballots.bodies import BODIES
from governance.ballots.roll import Participant
from governance.ballots.states import BallotAction
from governance.quorum import Demand, Measure, Rule, Threshold
from governance.refusals import Refusal
from governance.residents import ResidentStatus
from services.ballots import acting, looking, rolling, sealing, veiling
from storage.work import NOWHERE
from tests.bases import memory
from tests.services.ballots.booth import (
    AGAINST,
    certified,
    draft,
    flats,
    live,
    matter,
    opened,
    press,
    result,
)
from tests.services.ballots.speakers import QIAN, concerning, spoken_for
from tests.services.ballots.test_drafting import fill
from tests.services.town import CHEN, HE, LI, ZHANG

P = Participant
GRANDSON = 5005
HALF = {Measure.HEADS: Threshold.read("more than 1/2")}


@pytest.fixture
def spoken(community):
    with memory() as engine:
        yield spoken_for(engine, community)


def roll(town, made):
    with town.work(0) as work:
        found = rolling.frozen(work, made)
    return {u.key: u.participant for u in found.units}


def test_a_household_stands_in_the_class_that_the_organiser_named(town):
    concerning(town, ("party", "b3", "101"), ("stakeholder", "b3", "102"))
    live(town, LI, "101")
    live(town, ZHANG, "102")
    flats(town, ("103", 1, "3", False))

    assert roll(town, draft(town, topic=1)) == {
        "b3/101": P.PARTY,
        "b3/102": P.STAKEHOLDER,
        "b3/103": P.RESIDENT,
    }


def test_what_concerns_one_topic_labels_nobody_in_another(town):
    concerning(town, ("party", "b3", "101"))
    other = concerning(town)
    live(town, LI, "101")

    assert roll(town, draft(town, topic=other.id)) == {"b3/101": P.RESIDENT}


def test_owners_stand_in_the_closest_class_of_their_flats(town):
    flats(town, ("1", 10, "1", False), ("2", 10, "1 2", False), ("3", 10, "3", False))
    concerning(town, ("stakeholder", "b3", "1"), ("party", "b3", "2"))

    assert roll(town, draft(town, topic=1, body="owners-ordinary")) == {
        "@1": P.PARTY,
        "@1+@2": P.PARTY,
        "@3": P.RESIDENT,
    }


def test_a_representative_is_whoever_took_up_the_post_or_lives_where_the_file_says(spoken):
    live(spoken, QIAN, "101")
    live(spoken, LI, "102")
    flats(spoken, ("103", 1, "3", False))
    concerning(spoken, ("party", "b3", "102"))

    households = draft(spoken, topic=1)
    people = draft(spoken, topic=1, body="residents-meeting", offline=("b3/103/万爷爷",))

    representative = P.REPRESENTATIVE
    assert roll(spoken, households) == {
        "b3/101": representative,
        "b3/102": P.PARTY,
        "b3/103": representative,
    }
    assert roll(spoken, people) == {
        str(QIAN): representative,
        str(LI): P.PARTY,
        "+b3/103/万爷爷": representative,
        "@3": P.RESIDENT,
    }


def test_a_neighbour_of_a_representative_speaks_for_himself_alone(spoken):
    """Among people only the person represents, not whoever lives behind the same door."""
    live(spoken, LI, "103")
    made = draft(spoken, body="residents-meeting", offline=("b3/103/王奶奶",))

    assert set(roll(spoken, made).values()) == {P.RESIDENT}


def test_whoever_is_named_beside_and_owns_the_flat_has_one_vote(town):
    flats(town, ("103", 1, "3", False))
    made = draft(town, body="residents-meeting", offline=("b3/103/业主3",))

    assert set(roll(town, made)) == {"+b3/103/业主3"}


@pytest.mark.parametrize("body", ["villagers-representatives", "residents-representatives"])
def test_a_meeting_of_representatives_is_theirs_alone_with_a_phone_or_without(spoken, body):
    live(spoken, QIAN, "101")
    live(spoken, LI, "102")
    concerning(spoken, ("party", "b3", "101"))
    made = fill(spoken, body=body, grid="g2", building="b3")

    assert made.rule == BODIES[body].rule
    assert made.offline == ("b3/103/万爷爷",)
    assert roll(spoken, made) == {
        str(QIAN): P.REPRESENTATIVE,
        "+b3/103/万爷爷": P.REPRESENTATIVE,
    }


def refused(call):
    with pytest.raises(Refusal) as found:
        call()
    return found.value.key


def test_whoever_is_of_no_class_that_votes_hears_it(spoken):
    live(spoken, QIAN, "101")
    live(spoken, LI, "102")
    made = draft(spoken, body="villagers-representatives")
    with spoken.work(CHEN) as work:
        scope = replace(made.scope, participants=frozenset({P.REPRESENTATIVE}))
        work.ballots.save(replace(made, scope=scope))
    spoken.do(CHEN, acting.press, 1, BallotAction.SCHEDULE)
    spoken.ring("ballot_open")

    assert refused(lambda: press(spoken, LI)) == "refusal-vote-class"
    assert press(spoken, QIAN).units == 1


# ── of age ──


def test_a_household_in_which_nobody_was_seen_to_be_of_age_has_no_vote(town):
    live(town, GRANDSON, "101", adult=False)
    live(town, LI, "102")
    live(town, ZHANG, "102", adult=False)
    made = draft(town)
    young = replace(made, scope=replace(made.scope, adults=False))

    assert set(roll(town, made)) == {"b3/102"}
    assert set(roll(town, young)) == {"b3/101", "b3/102"}
    with town.work(0) as work:
        [unit] = rolling.frozen(work, made).units
    assert unit.voters == {str(LI)}


def test_his_grandmother_without_a_phone_votes_on_paper_all_the_same(town):
    """The flat of a boy with a phone is as silent as one without, for whoever lives there."""
    live(town, GRANDSON, "101", adult=False)
    flats(town, ("101", 1, "1", False))

    made = draft(town)
    with town.work(0) as work:
        [unit] = rolling.frozen(work, made).units

    assert (unit.key, unit.voters) == ("b3/101", {"+b3/101"})


def test_a_binding_that_was_seen_once_holds_at_every_door(town):
    live(town, LI, "101", adult=False)
    live(town, LI, "102")

    assert set(roll(town, draft(town))) == {"b3/101"}


@pytest.mark.parametrize("body", ["residents-households", "residents-meeting"])
def test_whoever_was_not_seen_to_be_of_age_hears_why_he_has_no_vote(town, body):
    live(town, LI, "101")
    live(town, GRANDSON, "101", adult=False)
    opened(town, body=body)

    assert refused(lambda: press(town, GRANDSON)) == "refusal-vote-age"
    assert press(town, LI).units == 1


def test_a_stranger_is_not_told_of_ages(town):
    live(town, LI, "101")
    live(town, GRANDSON, "101", adult=False, status=ResidentStatus.PENDING)
    made = opened(town)
    owners = replace(made, scope=replace(made.scope, kind="owner"))

    with town.work(0) as work:
        assert looking.without_vote(work, made, GRANDSON) == ""
        assert looking.without_vote(work, made, LI) == ""
        assert looking.without_vote(work, owners, LI) == ""


def test_the_account_of_an_owner_not_of_age_presses_nothing(town):
    """A child owns; whoever is entered for the unit is the guardian (Civil Code art. 278)."""
    flats(town, ("1", 10, "1", False))
    live(town, GRANDSON, "1", adult=False)
    with town.work(HE) as work:
        work.flats.link("1", GRANDSON, "he", town.now)
    made = draft(town, body="owners-ordinary")
    anybody = replace(made, scope=replace(made.scope, adults=False))

    with town.work(0) as work:
        [unit] = rolling.frozen(work, made).units
        [free] = rolling.frozen(work, anybody).units
    assert (unit.key, unit.voters) == ("@1", {"@1"})
    assert str(GRANDSON) in free.voters


def test_in_a_secret_ballot_the_same_reason_is_said_and_nothing_is_sealed(town, monkeypatch):
    live(town, LI, "101")
    live(town, GRANDSON, "101", adult=False)
    opened(town)
    monkeypatch.setattr(sealing, "codes", lambda *_: ("x",))
    with town.work(CHEN) as work:
        work.ballots.save(replace(work.ballots.get(1), secret=True))

    assert town.envelopes is NOWHERE
    pressed = refused(lambda: town.do(GRANDSON, sealing.press, 1, "x", GRANDSON))
    assert pressed == "refusal-vote-age"


# ── counted apart ──


def test_a_class_must_reach_its_own_number_and_is_counted_apart(town):
    """The many cannot outvote the one whom it concerns, where the rule asks for his yes (E06)."""
    concerning(town, ("party", "b3", "101"))
    for person, door in ((LI, "101"), (ZHANG, "102"), (GRANDSON, "103")):
        live(town, person, door)
    whole = Demand(turnout=HALF, assent=HALF)
    rule = Rule(whole=whole, classes={"party": Demand(assent=HALF)})
    made = draft(town, topic=1)
    with town.work(CHEN) as work:
        work.ballots.save(replace(made, rule=rule))
    town.do(CHEN, acting.press, 1, BallotAction.SCHEDULE)
    town.ring("ballot_open")
    press(town, LI, AGAINST)
    press(town, ZHANG)
    press(town, GRANDSON)
    certified(town)

    found = result(town)

    assert found.verdict == "failed"
    assert {p: part.roll[Measure.HEADS] for p, part in found.classes.items()} == {
        P.PARTY: 1,
        P.RESIDENT: 2,
    }
    assert found.classes[P.PARTY].tallies[Measure.HEADS].of("against") == 1
    assert matter(town).concerned


def test_a_small_class_makes_secrecy_impossible_and_it_is_said(town):
    concerning(town, ("party", "b3", "101"))
    for number in range(6):
        live(town, 7000 + number, f"10{number}")
    draft(town, topic=1)

    with pytest.raises(Refusal) as found:
        town.do(CHEN, veiling.turn, 1)

    assert (found.value.key, found.value.facts["who"]) == ("refusal-ballot-secret", "party")
