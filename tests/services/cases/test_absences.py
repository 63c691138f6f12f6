"""Off duty and on leave: who is asked instead, what becomes of the cases, and coming back."""

import pytest

from governance import routing
from governance.cases import AssignmentStatus, CaseStatus
from governance.refusals import NotAllowed, Refusal
from services.cases import absences
from services.seats import ending
from services.talks import SUBMIT
from tests.services.cases.desks import newest
from tests.services.seats.posts import apply, replan
from tests.services.town import AT, CHEN, HE, LI, LIU, SUN, WANG, WU, ZHOU

SAID = "三号楼下水道堵塞，污水反上来"


def leave(town, person=WANG, until="open", *days, officer="", held=""):
    """Fill the form of leave."""
    talk = town.do(person, absences.ask)
    town.answer(person, "until", until, dialogue_id=talk.id)
    for each in days:
        town.say(person, each)
    town.answer(person, "officer", officer, dialogue_id=talk.id)
    if held:
        town.answer(person, "held", held, dialogue_id=talk.id)
    return town.answer(person, SUBMIT, dialogue_id=talk.id)


def officer(town, key):
    with town.work(0) as work:
        return work.community.officer(key)


def test_who_is_off_duty_is_away_and_stood_in_for(town):
    leave(town, officer="liu")

    wang = officer(town, "wang")
    assert (wang.away, wang.present, wang.stand_in) == (True, False, "liu")
    assert town.fresh() == [
        ("leave-begun", WANG),
        ("leave-stands", LIU),
        ("leave-told", CHEN),
        ("leave-told", HE),
    ]
    assert town.audit() == ["leave_begin"]


def test_without_a_name_the_grids_substitute_stands_in(town):
    leave(town)

    assert officer(town, "wang").stand_in == "zhou"


def test_whoever_has_no_substitute_is_passed_over(town):
    leave(town, SUN)

    assert officer(town, "sun").stand_in == ""
    assert [t for t in town.fresh() if t[0] == "leave-stands"] == []


def test_a_new_case_goes_to_the_substitute(town):
    leave(town, officer="liu")

    case = town.report()

    assert case.holder == "liu"


def test_an_open_offer_goes_on_at_once(town):
    town.report()

    leave(town, held="keep")

    case = town.case()
    assert (case.status, case.holder, case.assignments[0].status) == (
        CaseStatus.DISPATCHED,
        "zhou",
        AssignmentStatus.TIMED_OUT,
    )


def test_what_is_worked_on_is_kept_if_so_wished(working):
    leave(working, held="keep")

    assert (working.case().holder, working.case().current.status) == (
        "wang",
        AssignmentStatus.ACCEPTED,
    )


def test_what_is_worked_on_is_handed_over_when_the_substitute_takes_it(working):
    leave(working, held="hand-over")
    asked = working.case()

    working.act(ZHOU, "receive")

    assert (asked.holder, asked.current.receiver) == ("wang", "zhou")
    assert (working.case().holder, working.passages()[-2]) == (
        "zhou",
        ("transfer", "wang", "@away"),
    )


@pytest.mark.parametrize("how", ["silent", "unwilling"])
def test_what_the_substitute_does_not_take_goes_to_the_committee(working, how):
    leave(working, held="hand-over")

    if how == "silent":
        working.ring("unreceived")
    else:
        working.act(ZHOU, "keep")

    case = working.case()
    assert (case.status, case.holder) == (CaseStatus.ESCALATED, "he")


def test_who_is_back_in_time_keeps_what_was_not_taken(working):
    leave(working, held="hand-over")
    working.do(WANG, absences.back, 1)

    working.act(ZHOU, "keep")

    assert (working.case().status, working.case().holder) == (CaseStatus.IN_PROGRESS, "wang")


def test_without_anybody_to_stand_in_what_is_handed_over_goes_up(working):
    leave(working, ZHOU)

    leave(working, held="hand-over")

    assert (working.case().status, working.case().holder) == (CaseStatus.ESCALATED, "chen")


def test_with_everybody_away_the_first_of_the_desk_is_asked(town):
    for person in (LIU, ZHOU, SUN, HE, CHEN, WANG):
        leave(town, person)

    case = town.report()

    assert case.holder == "he"


def test_what_was_asked_of_somebody_away_and_nobody_is_left_waits_for_its_alarm(town):
    town.report()
    for _ in range(4):
        town.ring("unanswered")

    leave(town, CHEN, held="keep")

    assert (town.case().status, town.case().holder) == (CaseStatus.DISPATCHED, "chen")


def test_somebody_asked_to_take_over_who_goes_away_is_not_passed_on(working):
    working.act(WANG, "transfer", note="忙", to="liu")

    leave(working, LIU, held="hand-over")

    assert (working.case().holder, working.case().current.receiver) == ("wang", "liu")


def test_what_waits_to_be_taken_over_is_not_asked_of_a_second(working):
    working.act(WANG, "transfer", note="忙", to="liu")

    leave(working, held="hand-over")

    assert working.case().current.receiver == "liu"


def test_two_absences_do_not_overlap(town):
    leave(town, WANG, "dates", "11-4", "11-20")

    with pytest.raises(Refusal) as refused:
        leave(town, WANG, "open")

    assert refused.value.key == "refusal-away"


def test_a_day_that_is_none_is_asked_for_again(town):
    talk = town.do(WANG, absences.ask)
    town.answer(WANG, "until", "dates", dialogue_id=talk.id)

    with pytest.raises(Refusal) as refused:
        town.say(WANG, "下周吧")

    assert (refused.value.key, "from" in newest(town).data) == ("refusal-day", False)


@pytest.mark.parametrize("person", [LI, WU])
def test_only_who_is_on_duty_goes_off_it(town, person):
    with pytest.raises(NotAllowed):
        town.do(person, absences.ask)


def test_a_case_reopened_while_its_worker_is_away_goes_to_the_next(finished):
    leave(finished)

    case = finished.act(LI, "reopen")

    assert (case.status, case.holder) == (CaseStatus.DISPATCHED, "zhou")


def test_who_is_away_receives_nothing(town):
    leave(town, LIU)
    case = town.report()

    with town.work(0) as work:
        free = [o.key for o in routing.receivers(work.community, case, "wang")]
    assert "liu" not in free


def test_the_desk_of_who_is_away_is_the_next_ones(town):
    leave(town, HE)

    case = town.report()

    assert (case.desk, town.now) == ("chen", AT)


def test_leave_to_come_does_not_keep_anybody_from_going_off_duty_before(town):
    leave(town, WANG, "dates", "11-20", "11-21")

    leave(town, WANG, "evening")

    assert officer(town, "wang").away


def test_where_a_tap_is_asked_for_words_are_not_taken(town):
    town.do(WANG, absences.ask)

    with pytest.raises(Refusal) as refused:
        town.say(WANG, "明天")

    assert refused.value.key == "refusal-tap"


def test_who_lost_the_office_meanwhile_goes_on_no_leave(town):
    talk = town.do(WANG, absences.ask)
    town.answer(WANG, "until", "open", dialogue_id=talk.id)
    town.answer(WANG, "officer", "", dialogue_id=talk.id)
    replan(town, "wang", term_ends=town.now.date())
    town.do(0, ending.terms)
    town.ring("term")

    with pytest.raises(NotAllowed) as refused:
        town.answer(WANG, SUBMIT, dialogue_id=talk.id)

    assert refused.value.key == "refusal-on-duty"


def test_who_is_away_comes_back_when_the_substitute_is_gone_from_the_file(town):
    leave(town, WANG, "evening", officer="liu")
    apply(town, [o for o in town.roll.plan.officers if o.key != "liu"])

    town.ring("leave_ends")

    assert officer(town, "wang").present
    assert ("leave-over", WANG) in town.fresh()
