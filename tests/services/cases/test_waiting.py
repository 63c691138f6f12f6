from datetime import timedelta

from governance.cases import AssignmentStatus, CaseAction, CaseStatus
from governance.categories import Reading
from governance.notices import Policy, Priority
from services.cases import desk, reporting, waiting
from tests.services.town import AT, CHEN, HE, LI, LIU, SUN, WANG, WU, ZHOU

OTHER = Reading(category="other", building="b3")
LINE = [("zhou", ZHOU), ("sun", SUN), ("he", HE), ("chen", CHEN)]


def test_an_offer_nobody_answers_goes_down_the_line(town):
    town.report()

    for asked, (key, person) in enumerate(LINE, start=2):
        town.ring("unanswered")
        case = town.case()
        assert (case.status, case.holder, case.bounces) == (CaseStatus.DISPATCHED, key, 0)
        assert case.assignments[-2].status is AssignmentStatus.TIMED_OUT
        assert town.fresh() == [
            ("told-reporter-pass-on", LI),
            (f"worksheet:1:{key}:{asked}", person),
        ]
        assert town.audit() == ["pass-on"]


def test_at_the_end_of_the_line_supervision_is_reminded(town):
    town.report()
    for _ in LINE:
        town.ring("unanswered")

    town.ring("unanswered")

    assert (town.case().holder, town.fresh(), town.audit()) == ("chen", [("unanswered", WU)], [])
    assert [verb for verb, _ in town.dues()] == ["overdue"]


def test_each_offer_has_its_own_time(town):
    town.report()

    town.ring("unanswered")

    assert town.dues()[0] == ("unanswered", AT + timedelta(hours=1))


def test_an_answered_offer_is_left_alone(working):
    working.ring("unanswered")

    assert (working.case().holder, working.told(), working.audit()) == ("wang", [], [])


def test_an_alarm_for_an_older_offer_does_nothing(town):
    town.report()
    town.act(WANG, "hand-back", note="@away")

    town.do(0, waiting.unanswered, 1, 1)

    assert (town.case().holder, town.told()) == ("zhou", [])


def test_a_case_never_offered_has_nobody_to_pass_on_from(town):
    town.report(reading=OTHER)

    town.do(0, waiting.unanswered, 1, 0)

    assert (town.case().status, town.told()) == (CaseStatus.SUBMITTED, [])


def test_a_silent_receiver_leaves_the_case_with_its_owner(working):
    working.act(WANG, "transfer", note="忙", to="liu")

    working.ring("unreceived")

    case = working.case()
    assert (case.holder, case.current.status) == ("wang", AssignmentStatus.ACCEPTED)
    assert (case.bounces, working.fresh()) == (0, [("told-assignee-keep", WANG)])


def test_whatever_else_was_set_meanwhile_a_silent_receiver_is_not_waited_for(working):
    working.act(WANG, "transfer", note="忙", to="liu")
    working.do(LI, desk.mute, 1, muted=True)

    working.ring("unreceived")

    assert working.case().current.status is AssignmentStatus.ACCEPTED


def test_an_alarm_set_by_an_older_program_still_names_the_version(working):
    working.act(WANG, "transfer", note="忙", to="liu")
    version = working.case().version

    working.do(0, waiting.unreceived, 1, version=version - 1)
    before = working.case().current.status
    working.do(0, waiting.unreceived, 1, version=version)

    assert before is AssignmentStatus.TRANSFER_PENDING
    assert working.case().current.status is AssignmentStatus.ACCEPTED


def test_a_transfer_that_was_taken_is_left_alone(working):
    working.act(WANG, "transfer", note="忙", to="liu")
    working.act(LIU, "receive")

    working.ring("unreceived")

    assert (working.case().holder, working.told()) == ("liu", [])


def test_the_alarm_of_one_transfer_does_not_end_the_next(working):
    working.act(WANG, "transfer", note="忙", to="liu")
    working.act(LIU, "keep")
    working.now += timedelta(minutes=20)
    working.act(WANG, "transfer", note="忙", to="zhou")

    working.ring("unreceived")
    first = working.case().current.status
    working.ring("unreceived")

    assert working.case().current.status is AssignmentStatus.ACCEPTED
    assert (first, working.case().status) == (
        AssignmentStatus.TRANSFER_PENDING,
        CaseStatus.IN_PROGRESS,
    )


def test_what_nobody_judged_closes_unconfirmed(finished):
    finished.ring("lapse")

    case = finished.case()
    assert (case.status, case.current.status) == (
        CaseStatus.UNCONFIRMED,
        AssignmentStatus.VERIFIED,
    )
    assert finished.now == AT + timedelta(days=7)
    assert finished.fresh() == [("told-assignee-lapse", WANG), ("told-reporter-lapse", LI)]


def test_what_was_judged_does_not_lapse(finished):
    finished.act(LI, "confirm")

    finished.ring("lapse")

    assert (finished.case().status, finished.told()) == (CaseStatus.CONFIRMED, [])


def test_what_was_done_again_does_not_lapse_with_the_first_alarm(finished):
    finished.act(LI, "reopen")
    finished.act(WANG, "accept")
    finished.now += timedelta(hours=2)
    finished.act(WANG, "finish", note="再修")

    finished.ring("lapse")
    first = finished.case().status
    finished.ring("lapse")

    assert (first, finished.case().status) == (CaseStatus.DONE_REPORTED, CaseStatus.UNCONFIRMED)


def test_a_broken_promise_reminds_one_after_the_other(working):
    promised = working.case().finish_by
    heard = []
    for _ in range(4):
        working.ring("overdue")
        heard.append(working.fresh())

    assert heard == [
        [("overdue", WANG)],
        [("overdue", SUN)],
        [("overdue", CHEN), ("overdue", HE)],
        [("overdue", WU)],
    ]
    assert working.community.calendar.between(promised, working.now) == timedelta(hours=12)
    assert working.dues() == []


def test_a_reminder_is_never_sent_twice_and_waits_its_turn(working):
    working.ring("overdue")

    [reminder] = working.deliveries()
    assert (reminder.priority, reminder.policy) == (Priority.REMINDER, Policy.ONCE)
    assert (reminder.facts["owner"], reminder.facts["number"]) == ("王师傅", 1)


def test_a_promise_broken_at_the_desk_reminds_the_desk(town):
    town.report(reading=OTHER)

    town.ring("overdue")

    assert town.fresh() == [("overdue", HE)]


def test_who_let_the_case_go_is_not_reminded_of_it(working):
    working.act(WANG, "escalate", note="@money")

    working.ring("overdue")

    assert working.fresh() == [("overdue", HE)]


def test_a_case_without_a_place_reminds_every_head(town):
    town.report(asked=False, reading=Reading(category="other", building=None))
    town.answer(LI, "building", reporting.ELSEWHERE)
    town.answer(LI, "submit")
    town.ring("overdue")

    town.ring("overdue")

    assert town.fresh() == [("overdue", SUN)]


def test_what_is_done_is_not_overdue(finished):
    finished.ring("overdue")

    assert finished.told() == []


def test_a_reopened_case_is_reminded_of_again(finished):
    finished.ring("overdue")
    finished.act(LI, "reopen")
    finished.act(WANG, CaseAction.ACCEPT)
    again = finished.now

    heard = []
    for _ in range(4):
        finished.ring("overdue")
        heard.append(finished.fresh()[0])

    assert heard == [("overdue", WANG), ("overdue", SUN), ("overdue", CHEN), ("overdue", WU)]
    assert finished.community.calendar.between(again, finished.now) == timedelta(hours=16)


def test_a_case_reopened_in_time_is_reminded_of_once(finished):
    finished.act(LI, "reopen")
    finished.act(WANG, "accept")

    rung = []
    while finished.dues():
        finished.ring(finished.dues()[0][0])
        rung += [t for t in finished.fresh() if t[0] == "overdue"]

    assert rung == [("overdue", p) for p in (WANG, SUN, CHEN, HE, WU)]
