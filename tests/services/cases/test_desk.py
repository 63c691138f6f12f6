"""The desk as one card, the wish for silence, and what may be dangerous."""

from datetime import timedelta

import pytest

from governance.cases import CaseStatus
from governance.cases.heaps import Heap
from governance.refusals import NotAllowed
from services.cases import desk, relaying
from tests.services.cases.desks import DANGER, MORE, OTHER, declined
from tests.services.town import CHEN, GROUP, HE, LI, SUN, WANG, WU, ZHANG


def heaps(town, person):
    with town.work(person) as work:
        return [(each.case.id, each.heap) for each in desk.queue(work, work.by)]


def test_the_desk_lists_what_waits_oldest_first(two):
    two.now += timedelta(hours=1)
    two.report(text=f"{MORE}第三回", reading=OTHER, message=10)
    two.act(WANG, "escalate", note="@money")

    assert heaps(two, HE) == [(1, Heap.ESCALATED), (2, Heap.TRIAGE), (3, Heap.TRIAGE)]


def test_what_waits_is_counted_heap_by_heap(two):
    two.report(text=f"{MORE}第三回", reading=OTHER, message=10)
    two.act(WANG, "escalate", note="@money")

    with two.work(HE) as work:
        counted = desk.counts(desk.queue(work, work.by))
    assert counted == {Heap.TRIAGE: 2, Heap.ESCALATED: 1}


def test_a_question_to_whoever_waits_for_the_verdict_lies_at_the_desk(finished):
    finished.do(LI, relaying.write, 1)
    finished.say(LI, "哪天来看？")

    assert heaps(finished, HE) == [(1, Heap.ASKED)]


def test_a_question_to_a_worker_lies_with_the_worker(working):
    working.do(LI, relaying.write, 1)
    working.say(LI, "哪天来看？")

    assert heaps(working, HE) == []


def test_nobody_finds_his_own_report_on_his_desk(two):
    two.report(HE, text=f"{MORE}第三回", reading=OTHER, message=10)

    assert (heaps(two, HE), heaps(two, CHEN)) == (
        [(2, Heap.TRIAGE)],
        [(2, Heap.TRIAGE), (3, Heap.TRIAGE)],
    )


def test_what_is_for_supervision_lies_on_its_desk_alone(lying):
    declined(lying)
    lying.press(LI, "appeal")

    assert (heaps(lying, HE), heaps(lying, WU)) == ([], [(1, Heap.REVIEW)])


@pytest.mark.parametrize("person", [HE, CHEN, WU])
def test_the_desk_is_one_card_in_private(lying, person):
    lying.do(person, desk.show)

    key = lying.community.by_telegram(person).key
    assert lying.told() == [(f"desk:{key}:0", person)]


@pytest.mark.parametrize("person", [LI, WANG, SUN])
def test_nobody_else_has_a_desk(lying, person):
    with pytest.raises(NotAllowed):
        lying.do(person, desk.show)


def test_a_desk_asked_for_again_is_shown_anew_at_the_end(lying):
    lying.do(HE, desk.show)
    lying.send()

    lying.do(HE, desk.show)

    [card] = lying.deliveries()
    assert (card.subject, card.posted) == ("desk:he:0", False)


def shown(town, person):
    with town.work(person) as work:
        found = desk.first(work, work.by.officer, desk.queue(work, work.by))
        return found.case.id if found else 0


def test_the_next_is_shown_and_after_the_last_the_first(two):
    two.report(text=f"{MORE}第三回", reading=OTHER, message=10)
    seen = [shown(two, HE)]
    for case in (2, 3, 2, 404):
        two.do(HE, desk.following, case)
        seen.append(shown(two, HE))

    assert seen == [2, 3, 2, 3, 2]


def test_the_next_of_an_empty_desk_is_nothing(town):
    town.do(HE, desk.following, 1)

    assert (shown(town, HE), town.told()) == (0, [("desk:he:0", HE)])


def test_a_step_elsewhere_draws_the_desk_anew(lying):
    lying.do(HE, desk.show)
    lying.send()

    lying.act(CHEN, "admit")

    assert ("desk:he:0", HE) in lying.told()


def test_what_is_dangerous_is_withdrawn_by_the_committee_alone(town):
    """8.3."""
    town.report(reading=DANGER)
    town.do(LI, desk.ask_leave, 1)
    assert heaps(town, HE) == [(1, Heap.LEAVING)]

    case = town.act(HE, "release", note="已经断电")

    assert case.status is CaseStatus.WITHDRAWN
    assert ("told-reporter-release", LI) in town.fresh()


def test_the_committee_may_keep_it_open_and_says_so(town):
    town.report(reading=DANGER)
    town.do(LI, desk.ask_leave, 1)

    case = town.do(CHEN, desk.stay, 1)

    assert (case.leaving, town.fresh()) == (False, [("case-stays", LI)])
    with pytest.raises(NotAllowed):
        town.do(CHEN, desk.stay, 1)


@pytest.mark.parametrize("reading", [OTHER, DANGER])
def test_only_a_reporter_asks_to_withdraw_and_only_what_is_dangerous(town, reading):
    town.report(reading=reading)

    with pytest.raises(NotAllowed):
        town.do(LI if reading is OTHER else ZHANG, desk.ask_leave, 1)


def test_who_wants_silence_hears_no_single_step_but_the_question_and_the_end(two):
    two.do(LI, desk.mute, 1, muted=True)
    two.act(WANG, "escalate", note="@money")
    silent = [t for t in two.fresh() if t[1] == LI]
    two.act(CHEN, "dispatch", to="wang")
    two.act(WANG, "accept")
    two.act(WANG, "finish", note="好了")

    assert (silent, ("verdict:1:2", LI) in two.fresh()) == ([], True)
    two.ring("lapse")
    assert ("told-reporter-lapse", LI) in two.fresh()


def test_who_wants_to_hear_again_does(two):
    two.do(LI, desk.mute, 1, muted=True)
    two.do(LI, desk.mute, 1, muted=False)

    two.act(WANG, "escalate", note="@money")

    assert ("told-reporter-escalate", LI) in two.fresh()


def test_only_its_reporter_silences_a_case(two):
    with pytest.raises(NotAllowed):
        two.do(ZHANG, desk.mute, 1, muted=True)


def test_the_group_hears_one_line_of_the_end_under_the_receipt(working):
    working.send()

    working.act(WANG, "finish", note="修好了")
    during = working.told()
    working.act(LI, "confirm")

    assert ("receipt:1:0", GROUP) not in during
    assert ("receipt:1:0", GROUP) in working.told()


def test_a_report_made_in_private_ends_in_private(town):
    town.report(chat=LI)
    town.send()

    town.act(LI, "withdraw")

    assert [t for t in town.told() if t[0].startswith("receipt")] == []
