import pytest

from governance import consent as five
from governance.refusals import NotAllowed, Refusal, Unknown
from governance.residents import Residency, ResidentAction, ResidentStatus
from handlers.talks import KINDS
from services import residents, talks
from services.hearing import Asked
from storage.grants import GRANTS
from tests.services.joining import agreed, asks, bindings, press, private, verified
from tests.services.town import (
    AT,
    CHEN,
    GROUP,
    HE,
    LI,
    LIU,
    SUN,
    WANG,
    WU,
    ZHANG,
    ZHOU,
)

A, S = ResidentAction, ResidentStatus


# ── asking ──


def test_a_door_qr_shows_the_five_lines_first_and_then_asks_for_the_rest(town):
    town.do(LI, residents.arrive, private(LI), "b_b3")
    first = town.told()

    town.do(LI, residents.agree, five.VERSION, "b_b3")

    card = (f"consent:{LI}:b_b3:0", LI)
    assert first == [card]
    assert town.told() == [card, ("dialogue:1", LI)]
    assert town.talk().data == {"building": "b3"}


def test_a_door_that_names_no_building_of_ours_asks_for_the_building(town):
    agreed(town)

    town.do(LI, residents.arrive, private(LI), "b_gone")

    assert town.talk().data == {}


def test_joining_in_a_group_points_to_private_and_shows_nothing(town):
    town.do(LI, residents.arrive, Asked(chat=GROUP, message=7))

    assert town.told() == [("in-private", GROUP)]
    assert town.facts("in-private") == {"token": "r_join"}


def test_whoever_looks_around_first_is_greeted_and_nothing_is_written_down(town):
    town.do(LI, residents.look)

    with town.work(0) as work:
        assert work.residents.consent(LI) is None
    assert [key for key, _ in town.told()] == ["help"]


def test_consent_alone_leads_to_the_greeting(town):
    agreed(town)

    assert [key for key, _ in town.told()] == ["help"]
    assert town.audit() == ["consent"]


def test_consent_to_older_words_asks_anew_and_goes_no_further(town):
    town.do(LI, residents.agree, five.VERSION - 1, "b_b3")

    assert town.told() == [(f"consent:{LI}:start:0", LI)]
    with town.work(0) as work:
        assert work.residents.consent(LI) is None


def test_a_resident_waits_and_the_worker_of_the_grid_is_asked_to_meet_him(town):
    found = asks(town)

    assert (found.building, found.door, found.status) == ("b3", "2-301", S.PENDING)
    assert found.residency is Residency.SETTLED
    assert ("resident:1:wang:1", WANG) in town.told()
    assert ("resident-asked", LI) in town.told()
    assert town.audit() == ["resident-ask"]


def test_a_door_that_says_nothing_is_asked_again(town):
    agreed(town)
    town.do(LI, residents.arrive, private(LI), "b_b3")

    with pytest.raises(Refusal, match="refusal-door"):
        town.say(LI, "、")

    assert "door" not in town.talk().data


def test_words_where_a_tap_is_wanted_are_refused(town):
    agreed(town)
    town.do(LI, residents.arrive, private(LI))

    with pytest.raises(Refusal, match="refusal-tap"):
        town.say(LI, "三号楼")
    town.answer(LI, "building", "b3")
    town.say(LI, "301")
    with pytest.raises(Refusal, match="refusal-tap"):
        town.say(LI, "常住")


def test_asking_twice_for_one_household_only_brings_the_residency_up_to_date(town):
    asks(town)

    asks(town, residency="away")

    [only] = bindings(town)
    assert (only.residency, only.status) == (Residency.AWAY, S.PENDING)
    assert ("resident-already", LI) in town.told()
    assert town.audit() == ["residency"]


def test_somebody_may_belong_to_several_households_and_several_to_one(town):
    asks(town)
    asks(town, building="b5", door="101")
    asks(town, ZHANG)

    with town.work(0) as work:
        here = work.residents.household("b3", "2-301")
    assert [r.person for r in here] == [LI, ZHANG]
    assert [r.building for r in bindings(town)] == ["b3", "b5"]


def test_not_more_than_three_households_of_one_person_wait_at_a_time(town):
    for door in ("101", "102", "103"):
        asks(town, door=door)

    with pytest.raises(Refusal, match="refusal-waiting"):
        asks(town, door="104")

    assert len(bindings(town)) == residents.MOST_WAITING


def test_a_building_that_was_taken_out_of_the_file_meanwhile_cannot_be_joined(town):
    agreed(town)
    town.do(LI, talks.open_form, residents.JOINING.form.kind, building="gone", door="1")
    town.answer(LI, "residency", "settled")

    with pytest.raises(Unknown, match="refusal-no-dialogue"):
        town.answer(LI, talks.SUBMIT)

    assert bindings(town) == []


# ── meeting ──


def test_the_worker_who_met_him_confirms_and_he_is_told(town):
    asks(town)

    done = press(town, WANG, "verify")

    assert (done.status, done.decided_by, done.decided_at) == (S.VERIFIED, "wang", AT)
    assert town.fresh() == [("resident-told-verify", LI)]
    assert ("resident:1:wang:1", WANG) in town.told()  # drawn anew, without its taps
    assert town.audit() == ["resident-verify"]


def test_a_worker_of_another_grid_confirms_nobody(town):
    asks(town)

    with pytest.raises(NotAllowed, match="refusal-not-yours"):
        press(town, LIU, "verify")


@pytest.mark.parametrize(
    ("by", "refusal"),
    [(ZHANG, "refusal-execute"), (SUN, "refusal-execute"), (WU, "refusal-execute")],
)
def test_who_has_no_power_to_confirm_is_told_so(town, by, refusal):
    asks(town)

    with pytest.raises(NotAllowed, match=refusal):
        press(town, by, "verify")


def test_a_worker_does_not_confirm_himself(town):
    asks(town, WANG)
    told = town.told()

    with pytest.raises(NotAllowed, match="refusal-own-household"):
        press(town, WANG, "verify")
    assert ("resident:1:zhou:1", ZHOU) in told


@pytest.mark.parametrize("met", [True, False])
def test_a_worker_does_not_confirm_his_own_household(town, met):
    asks(town, WANG)
    if met:
        press(town, ZHOU, "verify")
    asks(town, LI)

    with pytest.raises(NotAllowed, match="refusal-own-household"):
        press(town, WANG, "verify", 2)
    press(town, ZHOU, "verify", 2)


def test_nobody_asks_in_another_persons_name(town):
    asks(town)
    talk = press(town, CHEN, "refuse")
    town.answer(CHEN, "note", "not-met", talk.id)

    with pytest.raises(NotAllowed, match="refusal-not-yours"):
        press(town, ZHANG, "ask")


def test_a_doubt_asks_the_committee_who_refuses_with_a_reason(town):
    asks(town)
    talk = press(town, WANG, "doubt")
    town.answer(WANG, "note", "not-here", talk.id)
    asked = town.fresh()

    talk = press(town, CHEN, "refuse")
    town.say(CHEN, "邻居都不认识")

    [found] = bindings(town)
    assert ("resident:1:chen:2", CHEN) in asked
    assert ("resident:1:he:2", HE) in asked
    assert (found.status, found.decided_by, found.note) == (S.REFUSED, "chen", "邻居都不认识")
    assert ("resident-told-refuse", LI) in town.told()


def test_a_reason_by_tap_is_kept_as_such(town):
    asks(town)
    talk = press(town, WANG, "doubt")
    town.answer(WANG, "note", "not-met", talk.id)

    [found] = bindings(town)
    assert (found.note, found.status, found.doubted) == ("@not-met", S.PENDING, True)


def test_a_committee_member_is_not_asked_about_his_own_doubted_household(town):
    asks(town, CHEN)
    talk = press(town, WANG, "doubt")
    town.answer(WANG, "note", "not-met", talk.id)

    asked = [to for subject, to in town.fresh() if subject.startswith("resident:")]
    assert asked == [HE]


def test_the_worker_alone_turns_nobody_away(town):
    asks(town)

    with pytest.raises(NotAllowed, match="refusal-execute"):
        press(town, WANG, "refuse")


def test_who_was_refused_may_ask_again_under_the_same_door(town):
    asks(town)
    talk = press(town, CHEN, "refuse")
    town.answer(CHEN, "note", "not-met", talk.id)

    again = asks(town)

    assert (again.id, again.status, again.note) == (1, S.PENDING, "")
    assert ("resident:1:wang:4", WANG) in town.fresh()


def test_the_committee_suspends_and_restores_with_a_reason(town):
    verified(town)
    town.answer(CHEN, "note", "disputed", press(town, CHEN, "suspend").id)
    suspended, told = bindings(town)[0], town.told()

    town.answer(HE, "note", "settled", press(town, HE, "restore").id)

    assert (suspended.status, suspended.note) == (S.SUSPENDED, "@disputed")
    assert ("resident-told-suspend", LI) in told
    assert bindings(town)[0].status is S.VERIFIED
    assert ("resident-told-restore", LI) in town.told()


def test_nobody_is_asked_where_nobody_is_in_office(town):
    with town.engine.begin() as connection:
        connection.execute(GRANTS.update().values(status="ended"))
    with town.work(0) as work:
        work.changed()

    asks(town)

    assert not [key for key, _ in town.told() if key.startswith("resident:")]
    assert ("resident-asked", LI) in town.told()


def test_the_kinds_of_talk_of_this_subject_are_known():
    assert KINDS[residents.JOINING.form.kind] is residents.JOINING
    assert KINDS[residents.REASONING.form.kind] is residents.REASONING
