from dataclasses import replace
from datetime import timedelta

import pytest

from governance.dialogues import Dialogue, DialogueKind
from governance.mediation import DisputeType, PartyPair, filled
from governance.mediation.danger import AGAIN, HOURLY, OFTEN, pause
from governance.mediation.form import FORM, NO_MORE, SAFETY, STEP_FORM
from tests.governance.mediation.town import AT, COMMUNITY, LI, MA, ZHENG, dispute

WANG = 2001


def talk(person=LI, kind=DialogueKind.DISPUTE, **data):
    return Dialogue(token="t", kind=kind, person=person, chat=person, expires=AT, data=data)


def asked(**data):
    return [q.field for q in FORM.asked(talk(**data))]


def choices(field, person=LI, **data):
    found = talk(person, **data)
    [question] = [q for q in FORM.questions if q.field == field]
    return question.choices(COMMUNITY, found)


def test_safety_comes_first_and_who_is_involved_next():
    assert asked()[:5] == [*SAFETY, "involved"]


def test_after_a_yes_who_is_involved_is_the_very_next_question():
    found = talk(threat="yes", dispute=1)

    assert FORM.next(found).field == "involved"
    assert not set(SAFETY) & set(asked(threat="yes", dispute=1))


def test_only_a_grid_worker_is_asked_for_whom_he_speaks():
    assert not {"own", "behalf"} & set(asked())
    assert "own" in asked(worker="yes")
    assert "behalf" not in asked(worker="yes", own="mine")
    assert "behalf" in asked(worker="yes", own="others")


def test_who_may_be_a_party_is_asked_by_name_and_as_a_body():
    offered = choices("involved")

    assert {"wang", "sun", "zheng", "chen", "the_committee", "the_property"} <= set(offered)
    assert not {"liang", "wu"} & set(offered)
    assert offered[-1] == NO_MORE


def test_whoever_was_chosen_is_not_offered_again_nor_the_teller_himself():
    offered = choices("involved", person=WANG, parties="chen,the_committee")

    assert not {"wang", "chen", "the_committee"} & set(offered)
    assert "the_property" in offered


def test_kin_is_asked_of_those_who_would_handle_it():
    offered = choices("kin", person=ZHENG, parties="chen", relatives="ma")

    assert set(offered) == {"he", "liang", NO_MORE}


def test_places_and_types_are_offered_whole():
    assert choices("building")[-1] == "elsewhere"
    assert choices("type") == tuple(DisputeType)
    assert choices("pair") == tuple(PartyPair)


def test_where_to_is_asked_only_when_a_dispute_is_referred():
    def fields(action):
        found = talk(kind=DialogueKind.MEDIATE, action=action)
        return [q.field for q in STEP_FORM.asked(found)]

    assert fields("lower") == ["note"]
    assert fields("refer") == ["office", "place", "phone", "note"]


def test_a_dispute_holds_what_was_told():
    found = filled(
        COMMUNITY,
        dispute(declared=False, kin_named=False),
        talk(
            involved="no_more",
            kin="no_more",
            parties="wang,the_property",
            relatives="ma",
            building="b5",
            own="others",
            behalf="老张",
            type="land",
            pair="owners",
            text="占了我的地",
            since="years",
            tried="talked",
            wishes="退回来",
            named="yes",
            voice="v1",
        ),
    )

    assert found == dispute(
        parties=("wang", "the_property"),
        kin=("ma",),
        persons=(WANG, MA),
        building="b5",
        entered_by=LI,
        behalf="老张",
        type=DisputeType.LAND,
        pair=PartyPair.OWNERS,
        text="占了我的地",
        since="years",
        tried="talked",
        wishes="退回来",
        named=True,
        voice="v1",
    )


@pytest.mark.parametrize("place", ["", "elsewhere"])
def test_what_was_not_told_is_not_made_up(place):
    found = filled(COMMUNITY, dispute(declared=False, building=None), talk(building=place))

    assert found == dispute(declared=False, building=None)


def test_an_alarm_waits_for_parties_and_kin_but_only_the_first_time():
    assert dispute().known
    assert not dispute(kin_named=False).known
    assert dispute(kin_named=False, rounds=1).known
    assert not dispute(declared=False, rounds=1).known


def test_what_was_declared_stays_so_when_the_question_is_open_again():
    assert filled(COMMUNITY, dispute(), talk()).declared


def test_who_held_a_post_when_it_was_named_is_kept_until_others_are_named():
    nobody = replace(COMMUNITY, officers=())
    first = filled(COMMUNITY, dispute(), talk(parties="zheng,the_committee", relatives="gone"))

    again = filled(nobody, first, talk(parties="zheng,the_committee", relatives="gone"))
    other = filled(COMMUNITY, first, talk(parties=""))

    assert (first.persons, again.persons, other.persons) == ((ZHENG,), (ZHENG,), ())


def test_an_alarm_comes_back_in_minutes_and_after_two_hours_by_the_hour():
    assert pause(1) == AGAIN == timedelta(minutes=10)
    assert (pause(OFTEN - 1), pause(OFTEN)) == (AGAIN, HOURLY)
