import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance import cases, routing
from governance.cases import Assignment, Case, Move
from governance.directory import THE_CLOCK, Actor, Role

S, A, T = cases.CaseStatus, cases.CaseAction, cases.AssignmentStatus
AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
LI = 5001
EXAMPLES = 1_000 if os.environ.get("LINLI_SOAK") else 60
WHOLE_LINE = "wang zhou sun he chen"
ONWARD = {A.ADMIT, A.DISPATCH, A.ACCEPT, A.RECEIVE, A.FINISH, A.REOPEN, A.ANSWER}
GOING_ON = {s.action for s in cases.LIFECYCLE.steps if s.target not in cases.CLOSED}
HELD = {T.OFFERED, T.ACCEPTED, T.TRANSFER_PENDING, T.DONE}


def a_case(community, *, reporter=LI, **more):
    whole = {
        "community": community.key,
        "reporter": reporter,
        "chat": -100,
        "message": 7,
        "text": "三号楼电梯坏了",
        "category": "lift",
        "building": "b3",
        "grid": "g2",
        "at": AT,
        "finish_by": AT,
        "desk": routing.desk(community, reporter),
    }
    return Case(**whole | more)


def asked(*officers, status=T.DECLINED):
    return tuple(Assignment(officer=o, status=status, at=AT, until=AT) for o in officers)


def everybody(community, reporter):
    officers = [Actor(id=o.telegram, officer=o.key, offices=o.offices) for o in community.officers]
    known = {o.id for o in officers}
    return [*officers, *([Actor(id=reporter)] if reporter not in known else []), THE_CLOCK]


def followed(community, case, log):
    """Take what follows by rule, as the service does."""
    while following := routing.automatic(community, case):
        action, to = following
        case = taken(community, case, action, THE_CLOCK, to)
        log.append((action, THE_CLOCK, case))
    return case


def taken(community, case, action, by, to):
    move = Move(by=by, at=AT, note="说明", proof="照片", to=to, until=AT, into=99)
    moved = routing.placed(community, case, cases.advance(case, action, move), action, by)
    if moved.status in cases.WITH_SUPERVISION:
        moved = replace(moved, desk=routing.reviewer(community, moved))
    return moved


def open_to(case, by):
    """All else the clock does only where a rule says so."""
    alarms = {A.PASS_ON, A.KEEP, A.LAPSE, A.RESUME, A.HAND_UP, A.CLOSE}
    return [a for a in cases.choices(case, by) if by is not THE_CLOCK or a in alarms]


def receiver(community, case, action, by, pick):
    if action is A.PASS_ON:
        return routing.next_in_line(community, case)
    if action in {A.APPEAL, A.PROPOSE_ANSWER, A.PROPOSE_DECLINE}:
        return "" if routing.reviewer(community, case) else None
    if action in {A.TRANSFER, A.DISPATCH}:
        free = routing.receivers(community, case, by.officer)
        return free[pick % len(free)].key
    return ""


def walked(community, case, picks) -> list[tuple[A, Actor, Case]]:
    """Press whatever is offered to anybody, as the picks say; rarely what closes the case."""
    log = []
    case = followed(community, case, log)
    people = everybody(community, case.reporter)
    for pick in (p * 2654435761 % 2**32 >> 5 for p in picks):  # Hypothesis likes small numbers
        offered = [(by, a) for by in people for a in open_to(case, by)]
        if not offered:
            break
        onward = [(by, a) for by, a in offered if a in (ONWARD if pick % 2 else GOING_ON)]
        likely = onward if onward and pick % 9 else offered
        by, action = likely[pick // 36 % len(likely)]
        to = receiver(community, case, action, by, pick // 36 // len(likely))
        if to is None:
            continue
        case = taken(community, case, action, by, to)
        log.append((action, by, case))
        case = followed(community, case, log)
    return log


def has_one_fit_holder(community: object, case: Case) -> bool:
    held = [a for a in case.assignments if a.status in HELD]
    holder = next(o for o in community.officers if o.key == case.holder)
    judges = (Role.SUPERVISION in holder.offices) is (case.status in cases.WITH_SUPERVISION)
    return (
        judges
        and holder.telegram != case.reporter
        and [a.officer for a in held] == ([] if case.status in cases.ON_DESK else [case.holder])
    )


def law(check: Callable[..., None]):
    """Run a check over random orders of events, of reports by residents and by officers."""
    whose = st.sampled_from([LI, 2001, 2004, 3001, 3002, 4001])
    what = st.sampled_from([("lift", "b3", "g2"), ("illegal-building", "b5", "g3")])
    nowhere = st.just(("other", None, None))
    picks = st.lists(st.integers(1, 2**16), min_size=20, max_size=60)
    return settings(max_examples=EXAMPLES, deadline=None)(
        given(reporter=whose, about=what | nowhere, picks=picks)(check)
    )


def walk_of(community, reporter, about, picks):
    category, building, grid = about
    case = a_case(community, reporter=reporter, category=category, building=building, grid=grid)
    return case, walked(community, case, picks)


@law
def test_an_open_case_always_has_exactly_one_holder(community, reporter, about, picks):
    case, log = walk_of(community, reporter, about, picks)

    everywhere = [case, *(c for _, _, c in log)]
    lost = [
        c for c in everywhere if c.status in cases.OPEN and not has_one_fit_holder(community, c)
    ]
    assert lost == []


@law
def test_the_first_responsible_is_never_emptied_nor_changed(community, reporter, about, picks):
    _, log = walk_of(community, reporter, about, picks)

    named = [c.first_responsible for _, _, c in log if c.first_responsible]
    since = [c.first_responsible for _, _, c in log][len(log) - len(named) :]
    assert (len(set(named)) <= 1, since) == (True, named)


@law
def test_the_clock_never_refuses_ends_or_merges(community, reporter, about, picks):
    _, log = walk_of(community, reporter, about, picks)

    closed = {c.status for _, by, c in log if by is THE_CLOCK and c.status in cases.CLOSED}
    assert closed <= {S.UNCONFIRMED, S.CLOSED}


@law
def test_an_answer_never_comes_from_who_did_the_work(community, reporter, about, picks):
    _, log = walk_of(community, reporter, about, picks)

    answers = [(by.officer, c) for a, by, c in log if a is A.ANSWER]
    wrong = [o for o, c in answers if o in cases.carried_out(c) and o != c.desk]
    assert wrong == []


@law
def test_no_third_reopening_is_dispatched_by_rule(community, reporter, about, picks):
    _, log = walk_of(community, reporter, about, picks)

    after = [
        log[i + 1][2].status
        for i, (action, _, c) in enumerate(log)
        if action is A.REOPEN and c.reopened > community.limits.reopenings
    ]
    assert set(after) <= {S.CONTESTED}


@law
def test_after_two_bounces_only_the_committee_dispatches(community, reporter, about, picks):
    case, log = walk_of(community, reporter, about, picks)

    states = [case, *(c for _, _, c in log)]
    forced = [
        by.officer
        for before, (action, by, _) in zip(states, log, strict=False)
        if action is A.DISPATCH and before.bounces >= 2 and before.status is not S.REOPENED
    ]
    assert set(forced) <= {"he", "chen"}


@law
def test_every_case_can_still_be_brought_to_an_end(community, reporter, about, picks):
    case, log = walk_of(community, reporter, about, picks)

    last = log[-1][2] if log else case
    offered = any(cases.choices(last, by) for by in everybody(community, reporter))
    assert offered == (last.status in cases.OPEN | {S.DECLINED})


def test_worker_substitute_head_and_committee_are_asked_in_turn(community):
    assert routing.chain(community, a_case(community)) == ("wang", "zhou", "sun", "he", "chen")


@pytest.mark.parametrize(
    ("category", "grid", "line"),
    [
        ("street-light", "g2", ("liu", "zhou", "sun", "he", "chen")),
        ("illegal-building", "g3", ("sun", "zhou", "he", "chen")),
        ("illegal-building", "g2", ("wang", "zhou", "sun", "he", "chen")),
        ("street-light", None, ("liu", "he", "chen")),
        ("lift", None, ("he", "chen")),
    ],
)
def test_the_routing_table_comes_before_the_grid(community, category, grid, line):
    case = a_case(community, category=category, grid=grid)

    assert routing.chain(community, case) == line


@pytest.mark.parametrize(("reporter", "key"), [(2001, "wang"), (3002, "he"), (2004, "sun")])
def test_nobody_is_asked_about_what_he_reported(community, reporter, key):
    line = [k for k in ("wang", "zhou", "sun", "he", "chen") if k != key]

    assert list(routing.chain(community, a_case(community, reporter=reporter))) == line


def test_a_route_to_supervision_is_passed_over(community):
    [route, *_] = community.routes
    wrong = replace(community, routes=(replace(route, category="lift", to="wu"),))

    assert routing.chain(wrong, a_case(community)) == ("zhou", "sun", "he", "chen")


@pytest.mark.parametrize(("before", "following"), [("wang zhou", "sun"), (WHOLE_LINE, None)])
def test_who_was_asked_is_not_asked_again(community, before, following):
    case = a_case(community, assignments=asked(*before.split()))

    assert routing.next_in_line(community, case) == following


def test_receivers_are_all_but_the_asker_the_reporter_and_supervision(community):
    case = a_case(community, reporter=2003)

    free = [o.key for o in routing.receivers(community, case, "wang")]

    assert free == ["liu", "sun", "chen", "he"]


@pytest.mark.parametrize(
    ("reporter", "done", "desk"),
    [
        (LI, set(), "he"),
        (3002, set(), "chen"),
        (LI, {"he"}, "chen"),
        (LI, {"he", "chen"}, "he"),
        (3002, {"chen"}, "chen"),
    ],
)
def test_the_desk_is_never_the_reporters(community, reporter, done, desk):
    assert routing.desk(community, reporter, frozenset(done)) == desk


@pytest.mark.parametrize(
    ("more", "following"),
    [
        ({}, (A.ADMIT, "")),
        ({"grid": None}, None),
        ({"category": "other"}, None),
        ({"status": S.ACCEPTED}, (A.DISPATCH, "wang")),
        ({"status": S.ACCEPTED, "category": "other"}, None),
        ({"status": S.ACCEPTED, "grid": None}, None),
        ({"status": S.ACCEPTED, "grid": None, "bounces": 1}, (A.DISPATCH, "he")),
        ({"status": S.ACCEPTED, "bounces": 2}, None),
        ({"status": S.ACCEPTED, "assignments": asked("wang", "zhou", "sun", "he", "chen")}, None),
        ({"status": S.IN_PROGRESS, "bounces": 1}, None),
        ({"status": S.REOPENED, "reopened": 2, "assignments": asked("zhou")}, "again"),
        ({"status": S.REOPENED, "reopened": 3, "assignments": asked("zhou")}, (A.CONTEST, "")),
        ({"status": S.CONTESTED}, None),
    ],
)
def test_what_follows_by_rule(community, more, following):
    expected = (A.DISPATCH, "zhou") if following == "again" else following

    assert routing.automatic(community, a_case(community, **more)) == expected


@pytest.mark.parametrize(("held", "following"), [(T.ACCEPTED, "up"), (T.TRANSFER_PENDING, None)])
def test_after_two_bounces_a_case_in_work_goes_to_the_committee(community, held, following):
    case = a_case(
        community, status=S.IN_PROGRESS, bounces=2, assignments=asked("wang", status=held)
    )

    assert routing.automatic(community, case) == (following and (A.ESCALATE, ""))
