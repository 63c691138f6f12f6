"""Naming whom a topic concerns; what a concerned household and a guest say (E06, E09, E23)."""

import pytest

from governance.ballots.roll import Participant
from governance.deliberations.concerned import Concerned
from governance.deliberations.states import TopicAction
from governance.refusals import NotAllowed, Refusal
from services import talks
from services.deliberations import naming, speaking
from tests.bases import memory
from tests.services.ballots.speakers import GU, QIAN, spoken_for
from tests.services.deliberations.topics import (
    discussed,
    fill,
    later,
    proposed,
    speak,
    submit,
    take,
    topic,
)
from tests.services.joining import verified
from tests.services.town import CHEN, LI, ZHANG

P = Participant
A = TopicAction


@pytest.fixture
def spoken(community):
    with memory() as engine:
        town = spoken_for(engine, community)
        discussed(town)
        yield town


def name(town, party="", stakeholder=""):
    talk = town.do(CHEN, naming.begin, 1).id
    for field, said in (("party", party), ("stakeholder", stakeholder)):
        if said:
            town.say(CHEN, said)
        else:
            town.answer(CHEN, field, "", talk)
    return submit(town, CHEN)


def test_the_organiser_names_places_and_what_he_says_last_counts(town):
    discussed(town)
    name(town, party="3号楼302", stakeholder="1号楼")
    talk = newest_data(town)
    name(town, stakeholder="3号楼")

    assert topic(town).concerned == (Concerned(P.STAKEHOLDER, "b3"),)
    assert town.audit() == ["topic-concerned"]
    assert "302" not in str(talk)  # the door stands in the topic alone


def newest_data(town):
    with town.work(0) as work:
        rows = [work.dialogues.get(n) for n in range(1, 30) if _there(work, n)]
    return [t.data for t in rows if t.kind == "concern"][-1]


def _there(work, number):
    try:
        work.dialogues.get(number)
    except Refusal:
        return False
    return True


def test_a_place_that_cannot_be_read_is_said_at_once(town):
    discussed(town)
    town.do(CHEN, naming.begin, 1)

    with pytest.raises(Refusal, match="refusal-vote-place"):
        town.say(CHEN, "那边几家")


def test_a_resident_names_nobody(town):
    discussed(town)

    with pytest.raises(NotAllowed, match="refusal-execute"):
        town.do(LI, naming.begin, 1)


def test_once_it_goes_to_a_ballot_nobody_is_moved_into_another_class(town):
    proposed(town)

    with pytest.raises(NotAllowed):  # nobody has taken it up yet
        town.do(CHEN, naming.begin, 1)

    take(town, A.REVIEW)
    town.do(CHEN, naming.begin, 1)


def test_the_classes_stand_when_it_is_voted_on(town):
    discussed(town)
    talk = town.do(CHEN, naming.begin, 1).id
    town.say(CHEN, "3号楼302")
    town.answer(CHEN, "stakeholder", "", talk)
    for n in range(5):
        person = 7000 + n
        verified(town, person, door=f"2-{n}01")
        speak(town, person)
    take(town, A.SUMMARISE)
    later(town, days=4)
    take(town, A.POLL)

    with pytest.raises(NotAllowed, match="refusal-not-allowed"):
        town.answer(CHEN, talks.SUBMIT, dialogue_id=talk)
    assert topic(town).concerned == ()


def test_what_a_concerned_household_has_against_it_must_be_met(town):
    """Nobody asks him whether it touches him: the organiser said so (E06)."""
    discussed(town)
    verified(town, ZHANG, door="302")
    name(town, party="3号楼302")

    said = speak(town, ZHANG, "against", "太吵")
    good = speak(town, ZHANG, "for", "也好")

    assert (said.affected, good.affected) == (True, False)
    assert [o.text for o in topic(town).standing_objections] == ["太吵"]


def test_a_second_home_counts_as_the_first_does(town):
    """Whose flat beneath the new lift is let lives elsewhere, and is concerned all the same."""
    discussed(town)
    verified(town, ZHANG, door="101")
    verified(town, ZHANG, door="302")
    name(town, party="3号楼302")

    assert speak(town, ZHANG, "against", "太吵").affected
    with town.work(CHEN) as work:
        assert "party" in work.topics.get(1).heard


def test_others_say_themselves_whether_it_touches_them(town):
    discussed(town)
    verified(town, ZHANG, door="303")
    name(town, party="3号楼302")

    assert not speak(town, ZHANG, "against", "太吵", affected="no").affected
    assert speak(town, ZHANG, "against", "太吵", affected="yes").affected


def test_a_delegate_speaks_as_a_guest_under_his_office_and_name(spoken):
    spoken.do(GU, speaking.begin, 1)
    fill(spoken, GU, stance="against", text="先听听低层住户")  # neither asked: affected, name

    said = submit(spoken, GU)

    assert (said.office, said.guest, said.hidden, said.affected) == ("deputy", True, False, False)
    assert topic(spoken).statements == 0
    assert topic(spoken).standing_objections == ()


def test_a_delegate_who_lives_here_is_a_resident_with_a_label_unless_he_hides_his_name(spoken):
    verified(spoken, GU, door="305")

    said, hidden = speak(spoken, GU), speak(spoken, GU, name="hidden")

    assert (said.office, said.guest) == ("deputy", False)
    assert (hidden.office, hidden.guest, hidden.hidden) == ("", False, True)
    assert topic(spoken).statements == 1


def test_a_representative_speaks_as_every_resident_does(spoken):
    with pytest.raises(Refusal, match="refusal-topic-verified"):
        spoken.do(QIAN, speaking.begin, 1)
    verified(spoken, QIAN, door="306")

    assert speak(spoken, QIAN).office == ""


def test_what_an_officer_enters_bears_no_office_of_his(spoken):
    talk = spoken.do(CHEN, speaking.enter, 1).id
    spoken.answer(CHEN, "stance", "for", talk)
    spoken.say(CHEN, "好")
    said = spoken.answer(CHEN, talks.SUBMIT, dialogue_id=talk)

    assert (said.office, said.entered_by) == ("", "chen")
