import pytest

from governance import cases, routing
from governance.cases import AssignmentStatus, CaseStatus
from governance.categories import Reading
from governance.refusals import Conflict, NotAllowed, Refusal
from services.cases import acting
from tests.services.town import CHEN, GROUP, HE, LI, LIU, SUN, WANG, WU, ZHANG, ZHOU

OTHER = Reading(category="other", building="b3")


def once_told(town, key):
    assert [t for t in town.fresh() if t[1] == LI] == [(key, LI)]


def test_accepting_tells_the_reporter_and_redraws_the_worksheet(town):
    town.report()

    case = town.act(WANG, "accept")

    assert (case.status, case.first_responsible) == (CaseStatus.IN_PROGRESS, "wang")
    assert town.told() == [("told-reporter-accept", LI), ("worksheet:1:wang:1", WANG)]
    assert (town.facts("told-reporter-accept")["owner"], town.audit()) == ("王师傅", ["accept"])
    assert town.passages()[-1] == ("accept", "wang", "")


def test_finishing_asks_the_reporter_and_sets_the_last_alarm(finished):
    case = finished.case()

    assert (case.status, case.holder) == (CaseStatus.DONE_REPORTED, "wang")
    assert finished.told() == [("verdict:1:1", LI), ("worksheet:1:wang:1", WANG)]
    lapses = finished.now + finished.community.limits.confirm_within
    assert finished.dues()[-1] == ("lapse", lapses)
    assert finished.audit() == ["finish"]


@pytest.mark.parametrize(
    ("action", "status"),
    [("confirm", CaseStatus.CONFIRMED), ("settle-part", CaseStatus.PARTIAL)],
)
def test_a_verdict_closes_and_tells_the_worker(finished, action, status):
    case = finished.act(LI, action)

    assert (case.status, case.current.status) == (status, AssignmentStatus.VERIFIED)
    assert finished.fresh() == [(f"told-assignee-{action}", WANG)]
    assert finished.audit() == [action]


@pytest.mark.parametrize("person", [WANG, ZHANG, HE, WU])
def test_nobody_but_the_reporter_judges(finished, person):
    with pytest.raises(NotAllowed):
        finished.act(person, "confirm")


def test_a_transfer_asks_the_receiver_and_changes_nothing_yet(working):
    case = working.act(WANG, "transfer", note="忙", to="liu")

    assert (case.holder, case.current.status) == ("wang", AssignmentStatus.TRANSFER_PENDING)
    assert working.fresh() == [("worksheet:1:liu:1", LIU)]
    assert "unreceived" in [verb for verb, _ in working.dues()]


def test_a_receiver_who_accepts_becomes_the_owner(working):
    working.act(WANG, "transfer", note="忙", to="liu")

    case = working.act(LIU, "receive")

    assert (case.holder, case.first_responsible) == ("liu", "wang")
    assert working.fresh() == [("told-reporter-receive", LI), ("worksheet:1:liu:2", LIU)]
    assert working.facts("told-reporter-receive")["owner"] == "小刘"


def test_a_receiver_who_does_not_leaves_the_owner(working):
    working.act(WANG, "transfer", note="忙", to="liu")

    case = working.act(LIU, "keep")

    assert (case.holder, case.bounces, case.status) == ("wang", 1, CaseStatus.IN_PROGRESS)
    assert working.fresh() == [("told-assignee-keep", WANG)]


def test_the_second_refusal_brings_it_to_the_committee(working):
    for receiver in (LIU, ZHOU):
        key = working.community.by_telegram(receiver).key
        working.act(WANG, "transfer", note="忙", to=key)
        case = working.act(receiver, "keep")

    assert (case.status, case.holder) == (CaseStatus.ESCALATED, "he")
    assert working.fresh() == [
        ("told-assignee-keep", WANG),
        ("told-reporter-escalate", LI),
        ("worksheet:1:he:1", HE),
    ]
    assert working.audit() == ["keep", "escalate"]


@pytest.mark.parametrize("to", ["wu", "wang"])
def test_a_case_is_not_given_to_supervision_or_its_reporter(town, to):
    town.report(WANG)
    town.act(ZHOU, "accept")

    with pytest.raises(Refusal) as refused:
        town.act(ZHOU, "transfer", note="忙", to=to)

    assert refused.value.key == "refusal-own-case"


def test_a_case_escalated_is_dispatched_by_the_committee(working):
    up = working.act(WANG, "escalate", note="@money")
    assert (up.status, up.holder) == (CaseStatus.ESCALATED, "chen")  # head of its panel (D14)
    assert working.fresh() == [("told-reporter-escalate", LI), ("worksheet:1:chen:1", CHEN)]

    case = working.act(CHEN, "dispatch", to="sun")

    assert (case.status, case.holder, case.bounces) == (CaseStatus.DISPATCHED, "sun", 0)
    assert working.fresh() == [("told-reporter-dispatch", LI), ("worksheet:1:sun:2", SUN)]


def test_a_case_handed_back_goes_to_the_next_and_then_to_the_committee(working):
    next_one = working.act(WANG, "hand-back", note="@away")
    assert (next_one.holder, next_one.bounces) == ("zhou", 1)
    assert working.fresh() == [("told-reporter-dispatch", LI), ("worksheet:1:zhou:2", ZHOU)]
    assert working.audit() == ["hand-back", "dispatch"]

    case = working.act(ZHOU, "hand-back", note="@skill")

    assert (case.status, case.holder) == (CaseStatus.ACCEPTED, "he")
    assert routing.automatic(working.community, case) is None
    assert working.fresh() == [("told-reporter-hand-back", LI), ("worksheet:1:he:2", HE)]


def test_admitting_by_hand_waits_for_dispatch_by_hand(town):
    town.report(reading=OTHER)

    case = town.act(HE, "admit")

    assert (case.status, case.holder) == (CaseStatus.ACCEPTED, "he")
    assert town.told() == [("told-reporter-admit", LI), ("worksheet:1:he:0", HE)]


def reopen(town):
    """Finish by whom it was given to, and say that it is not done."""
    case = town.case()
    holder = town.community.officer(case.holder).telegram
    if case.status is CaseStatus.DISPATCHED:
        town.act(holder, "accept")
    if case.status in cases.WITH_WORKER:
        town.act(holder, "finish", note="办了")
    return town.act(LI, "reopen")


def test_a_case_reopened_twice_goes_back_to_its_worker(finished):
    for times in (1, 2):
        case = reopen(finished)
        assert (case.reopened, case.status, case.holder) == (times, CaseStatus.DISPATCHED, "wang")
        assert finished.fresh() == [
            ("told-reporter-dispatch", LI),
            (f"worksheet:1:wang:{times + 1}", WANG),
        ]


def test_the_third_time_it_is_contested(finished):
    for _ in range(3):
        case = reopen(finished)

    assert (case.reopened, case.status, case.holder) == (3, CaseStatus.CONTESTED, "he")
    assert finished.fresh() == [
        ("told-reporter-contest", LI),
        ("told-supervision-contest", WU),
        ("worksheet:1:he:3", HE),
    ]
    assert finished.audit() == ["reopen", "contest"]


def test_a_contested_case_is_answered_and_everybody_hears_the_words(finished):
    for _ in range(3):
        reopen(finished)

    case = finished.act(CHEN, "answer", note="要等大修基金")

    assert case.status is CaseStatus.ANSWERED
    assert finished.fresh() == [("told-reporter-answer", LI), ("told-supervision-answer", WU)]
    assert finished.facts("told-reporter-answer")["note"] == "要等大修基金"


def test_who_did_the_work_does_not_answer_for_it(finished):
    """A09: 何敏 takes it over, so the contested case lies at another's desk."""
    reopen(finished)
    finished.act(WANG, "accept")
    finished.act(WANG, "transfer", note="忙", to="he")
    finished.act(HE, "receive")
    for _ in range(2):
        case = reopen(finished)

    assert (case.status, case.holder) == (CaseStatus.CONTESTED, "chen")
    with pytest.raises(NotAllowed):
        finished.act(HE, "answer", note="好了")


def test_a_withdrawn_case_is_called_off(working):
    case = working.act(LI, "withdraw")

    assert (case.status, case.current.status) == (
        CaseStatus.WITHDRAWN,
        AssignmentStatus.CANCELLED,
    )
    assert working.fresh() == [("told-assignee-withdraw", WANG)]


@pytest.mark.parametrize("hand_back", [False, True])
def test_a_case_withdrawn_from_the_desk_is_called_off_there(town, hand_back):
    town.report(reading=OTHER)
    if hand_back:
        town.act(HE, "admit")
        town.act(HE, "dispatch", to="liu")
        town.act(LIU, "hand-back", note="@skill")
        for who in ("wang", "zhou"):
            town.act(town.community.officer(who).telegram, "hand-back", note="@skill")
            if town.case().status is CaseStatus.ACCEPTED:
                break

    town.act(LI, "withdraw")

    assert town.fresh() == [("told-assignee-withdraw", HE)]


def test_a_verb_that_is_refused_leaves_nothing(working):
    with pytest.raises(Refusal):
        working.act(WANG, "escalate")

    assert (working.told(), working.audit(), working.case().version) == ([], [], 2)


def test_what_somebody_else_did_first_stands(town):
    town.report()
    with town.work(WANG) as work:
        stale = work.cases.get(1)
    town.act(WANG, "accept")

    with pytest.raises(Conflict), town.work(LI) as work:
        work.cases.save(stale)


def test_nothing_is_told_where_everybody_can_read_but_the_receipt(working):
    working.act(WANG, "finish", note="好了")

    assert [t for t in working.told() if t[1] == GROUP] == []


def test_an_action_by_rule_is_put_down_as_the_clocks(town):
    town.report()

    with town.work(0) as work:
        officers = [p.officer for p in work.cases.passages(1)]

    assert officers == ["", ""]


def test_following_a_settled_case_takes_no_step(working):
    with working.work(0) as work:
        case = work.cases.get(1)

        assert acting.follow(work, case, []) == (case, [])
