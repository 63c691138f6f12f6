from dataclasses import replace
from datetime import timedelta

import pytest

from governance.grants import GrantStatus
from governance.refusals import NotAllowed, Refusal, Unknown
from services.seats import confirming, ending
from tests.services.seats.posts import (
    NEW,
    OPERATOR,
    actors,
    apply,
    claim,
    facts,
    found,
    grant,
    invite,
    offices,
    replan,
    status,
    take_up,
)
from tests.services.town import CHEN, HE, LI, LIFT, LIU, WANG, WU


def test_the_first_tap_claims_and_a_second_person_is_asked(begun):
    claim(begun, "wang", WANG)

    assert (status(begun, 4), grant(begun, 4).person) == (GrantStatus.CLAIMED, WANG)
    asked = [chat for subject, chat in begun.told() if subject.startswith("seat:4:")]
    assert asked == [CHEN, HE, WU]
    assert facts(begun, "seat-told-receiver-claim", WANG)["offices"] == "grid-worker"
    assert begun.audit() == ["seat_claim"]
    assert offices(begun, WANG) == set()


def test_a_claimant_has_opened_the_private_chat(begun):
    claim(begun, "wang", WANG)

    with begun.work(0) as work:
        assert work.people.get(WANG).reachable is True


def test_the_second_person_puts_the_claimant_into_office(begun):
    take_up(begun, "wang", WANG, HE)

    kept = grant(begun, 4)
    assert (kept.status, kept.confirmed_by) == (GrantStatus.ACTIVE, "he")
    assert begun.audit() == ["seat_confirm"]
    assert offices(begun, WANG) == {"grid-worker"}
    assert ("seat-told-receiver-confirm", WANG) in begun.told()


def test_cards_of_the_others_are_edited_when_somebody_has_confirmed(begun):
    take_up(begun, "wang", WANG, HE)

    again = {d.address.chat for d in begun.deliveries() if d.subject.startswith("seat:4:")}
    assert again == {CHEN, HE, WU}
    assert all(d.posted for d in begun.deliveries() if d.subject.startswith("seat:4:"))


def test_who_comes_second_changes_nothing(begun):
    take_up(begun, "wang", WANG, HE)

    with pytest.raises(NotAllowed) as refused:
        begun.do(WU, confirming.confirm, 4)
    assert refused.value.key == "refusal-not-allowed"
    assert grant(begun, 4).confirmed_by == "he"


@pytest.mark.parametrize("officer", ["chen", "wu"])
def test_the_operator_confirms_the_first_seat_and_the_audit_says_so(empty, officer):
    take_up(empty, officer, NEW, OPERATOR)

    assert grant(empty).confirmed_by == "operator"
    assert (empty.audit(), actors(empty)) == (["seat_confirm"], ["operator"])


def test_the_operator_confirms_two_and_no_third(empty):
    found(empty)
    claim(empty, "liang", NEW)

    with pytest.raises(Refusal) as refused:
        empty.do(OPERATOR, confirming.confirm, 4)
    assert refused.value.key == "refusal-seat-first"
    assert status(empty, 4) is GrantStatus.CLAIMED


def test_the_operator_never_confirms_a_worker(empty):
    claim(empty, "wang", NEW)

    with pytest.raises(Refusal) as refused:
        empty.do(OPERATOR, confirming.confirm, 1)
    assert refused.value.key == "refusal-seat-first"


def test_with_one_seat_taken_its_holder_may_confirm_the_second(empty):
    take_up(empty, "chen", CHEN, OPERATOR)

    take_up(empty, "he", HE, CHEN)

    assert grant(empty, 2).confirmed_by == "chen"


@pytest.mark.parametrize("person", [LI, WANG, LIU])
@pytest.mark.parametrize("verb", ["confirm", "refuse"])
def test_neither_a_resident_nor_a_worker_nor_the_claimant_decides(begun, person, verb):
    take_up(begun, "liu", LIU, CHEN)
    claim(begun, "wang", WANG)
    given = {"reason": "不认识"} if verb == "refuse" else {}

    with pytest.raises(NotAllowed) as refused:
        begun.do(person, getattr(confirming, verb), 5, **given)
    assert refused.value.key == "refusal-witness"
    assert status(begun, 5) is GrantStatus.CLAIMED


def test_the_township_confirms_nobody_while_others_can(begun):
    take_up(begun, "liang", NEW, CHEN)
    claim(begun, "wang", WANG)

    with pytest.raises(NotAllowed) as refused:
        begun.do(NEW, confirming.confirm, 5)
    assert refused.value.key == "refusal-witness"


def test_whoever_is_refused_hears_it_kindly_and_the_reason_stays_with_the_committee(begun):
    claim(begun, "wang", NEW)

    begun.do(WU, confirming.refuse, 4, "不是他")

    assert (status(begun, 4), grant(begun, 4).reason) == (GrantStatus.REFUSED, "不是他")
    assert ("seat-told-receiver-refuse", NEW) in begun.told()
    assert begun.audit() == ["seat_refuse"]
    assert offices(begun, NEW) == set()


def test_a_link_works_once(begun):
    token = invite(begun, "wang")
    begun.do(WANG, confirming.claim, token)

    with pytest.raises(Refusal) as refused:
        begun.do(NEW, confirming.claim, token)
    assert refused.value.key == "refusal-seat-used"
    assert grant(begun, 4).person == WANG


def test_the_claimants_own_second_tap_says_how_it_stands(begun):
    token = invite(begun, "wang")
    begun.do(WANG, confirming.claim, token)

    begun.do(WANG, confirming.claim, token)
    assert begun.told() == [("seat-told-receiver-claim", WANG)]
    begun.do(CHEN, confirming.confirm, 4)
    begun.do(WANG, confirming.claim, token)
    assert begun.told() == [("seat-told-receiver-confirm", WANG)]


def test_the_tap_of_a_refused_claimant_finds_the_link_used(begun):
    token = invite(begun, "wang")
    begun.do(NEW, confirming.claim, token)
    begun.do(CHEN, confirming.refuse, 4, "不是他")

    with pytest.raises(Refusal) as refused:
        begun.do(NEW, confirming.claim, token)
    assert refused.value.key == "refusal-seat-used"


def test_an_unknown_link_gets_a_sentence(begun):
    with pytest.raises(Unknown) as refused:
        begun.do(NEW, confirming.claim, "made-up")

    assert refused.value.key == "refusal-seat-link"


def test_a_link_is_too_late_at_its_very_end(begun):
    token = invite(begun, "wang")
    begun.now += timedelta(hours=72)

    with pytest.raises(Refusal) as refused:
        begun.do(WANG, confirming.claim, token)
    assert refused.value.key == "refusal-seat-late"


def test_a_link_that_ran_out_is_late_too(empty):
    token = invite(empty, "wang")
    empty.ring("lapse_invitation")

    with pytest.raises(Refusal) as refused:
        empty.do(WANG, confirming.claim, token)
    assert refused.value.key == "refusal-seat-late"


def test_the_link_of_a_post_that_left_the_file_is_unknown(begun):
    token = invite(begun, "ma")
    apply(begun, [o for o in begun.roll.plan.officers if o.key != "ma"])

    with pytest.raises(Unknown) as refused:
        begun.do(NEW, confirming.claim, token)
    assert refused.value.key == "refusal-seat-link"


def test_who_holds_a_post_takes_up_no_second_one(begun):
    token = invite(begun, "wang")

    with pytest.raises(Refusal) as refused:
        begun.do(CHEN, confirming.claim, token)
    assert (refused.value.key, refused.value.facts) == ("refusal-seat-held", {"post": "陈主任"})


def test_who_waits_for_one_post_claims_no_other(begun):
    claim(begun, "wang", NEW)
    token = invite(begun, "liu")

    with pytest.raises(Refusal) as refused:
        begun.do(NEW, confirming.claim, token)
    assert refused.value.key == "refusal-seat-asked"


def test_whoever_comes_into_office_is_shown_what_waits_for_him(empty):
    claim(empty, "wang", WANG)
    assert [s for s, _ in empty.told() if s.startswith("seat:1:")] == []

    take_up(empty, "chen", CHEN, OPERATOR)

    assert [chat for s, chat in empty.fresh() if s.startswith("seat:1:")] == [CHEN]
    claim(empty, "he", HE)
    empty.do(OPERATOR, confirming.confirm, 3)
    assert [chat for s, chat in empty.fresh() if s.startswith("seat:1:")] == [HE]


def test_what_waits_in_a_vacant_post_is_shown_to_whoever_takes_it_up(town):
    lean_to = replace(LIFT, category="illegal-building")
    town.report(text="三号楼楼下有人搭了一个大棚子", reading=lean_to)
    replan(town, "chen", "he", term_ends=town.now.date())
    town.do(0, ending.terms)
    for _ in range(2):
        town.ring("vacate")
    vacant = town.case().desk
    assert offices(town, {"chen": CHEN, "he": HE}[vacant]) == set()

    replan(town, vacant, term_ends=None)
    take_up(town, vacant, NEW, WU)

    assert (f"worksheet:1:{vacant}:0", NEW) in town.told()


def test_a_term_in_the_file_is_watched_from_the_confirmation_on(begun):
    replan(begun, "wang", term_ends=begun.now.date() + timedelta(days=100))

    take_up(begun, "wang", WANG, CHEN)

    assert [verb for verb, _ in begun.dues()].count("term") == 3
