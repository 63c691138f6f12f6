from collections import Counter
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from governance.deliberations.states import TopicStatus
from governance.directory import THE_CLOCK, Role
from governance.refusals import Refusal
from governance.resolutions import clauses, draft
from governance.resolutions.advance import automatic
from governance.resolutions.clauses import CheckIn
from governance.resolutions.states import OVER, PUBLIC, WORKING, ResolutionKind
from governance.resolutions.table import LIFECYCLE
from tests.governance.resolutions.promises import (
    AT,
    BASIS,
    CHEN,
    CLAUSE,
    COMMUNITY,
    DRAFT,
    LI,
    LIANG,
    TODAY,
    WU,
    A,
    C,
    S,
    given,
    step,
)


def test_every_status_is_reached_and_every_action_stands_in_it():
    assert LIFECYCLE.reached(S.DRAFTED) == frozenset(S)
    assert {s.action for s in LIFECYCLE.steps} == set(A)
    assert LIFECYCLE.choices(S.CLOSED, frozenset(Role)) == ()


@pytest.mark.parametrize("status", sorted(frozenset(S) - OVER))
def test_what_is_not_over_leads_to_the_end(status):
    assert LIFECYCLE.reached(status) & OVER


def test_a_machine_checks_publishes_and_corrects_nothing():
    by_clock = {s.action for s in LIFECYCLE.steps if Role.CLOCK in s.by}

    assert by_clock == {A.OPEN, A.ENTER, A.BEGIN, A.LATE, A.CATCH_UP, A.FINISH, A.CLOSE}


WINDOW = [(A.OBJECT, LI), (A.ANSWER, WU), (A.UPHOLD, WU), (A.CORRECT, LIANG)]
ROAD = {
    S.DRAFTED: [(A.HAND_IN, CHEN)],
    S.LEGAL_CHECKED: [(A.PUBLISH, CHEN)],
    S.OBJECTION_WINDOW: WINDOW,
    S.IMPLEMENTED: [(A.DISCLOSE, CHEN)],
    S.RESULT_PUBLISHED: [(A.DISPUTE, LI)],
    S.DISPUTED: [(A.RESUME, WU)],
    S.UNDER_CORRECTION: [(A.REDRAFT, CHEN)],
}
SETTLING = (C.KEPT, C.BROKEN, C.PARTLY)


def _edited(chance, made, now):
    """Give a draft other words or one promise more, as whoever."""
    by = given(chance.choice([CHEN, LIANG, WU]), at=now, today=now.date())
    if chance.random() < 0.5:
        return draft.written(COMMUNITY, made, by, ResolutionKind.PLAN, f"第{now:%j}天")
    day = now.date() + timedelta(days=chance.randrange(60))
    more = replace(CLAUSE, id=len(made.clauses) + 1, finish_by=day, disclose_by=day)
    return draft.promised(COMMUNITY, made, by, more)


def _worked(chance, made, now):
    """Report on a promise, or settle it, with evidence or without."""
    clause = chance.choice(made.clauses)
    evidence = chance.choice(["", "照片"])
    if chance.random() < 0.5:
        planned = clauses.planned(clause, TODAY)
        day = planned.checkins[0].day
        report = CheckIn(day=day, at=now, text=evidence, progress=chance.randrange(120))
        clause = clauses.reported(planned, report)
    else:
        clause = clauses.settled(clause, chance.choice(SETTLING), evidence, now.date())
    others = (c for c in made.clauses if c.id != clause.id)
    return replace(made, clauses=tuple(sorted((*others, clause), key=lambda c: c.id)))


def _next(chance, made, now):
    """Return an action and who: any, or the next of the road, or what follows by rule."""
    by_rule = automatic(COMMUNITY, made, given(at=now, today=now.date()))
    if by_rule and chance.random() < 0.7:
        return by_rule, THE_CLOCK
    if made.status is S.DRAFTED and made.submitted and chance.random() < 0.5:
        return A.CHECK, WU
    if chance.random() < 0.5 and made.status in ROAD:
        return chance.choice(ROAD[made.status])
    return chance.choice(list(A)), chance.choice([CHEN, WU, LIANG, LI, THE_CLOCK])


def walk(seed):
    """Give any commands to a resolution; yield it before and after each that it took."""
    chance = Random(seed)
    made, now = DRAFT, AT
    for _ in range(100):
        now += timedelta(hours=chance.randrange(36))
        before = made
        try:
            if made.status is S.DRAFTED and chance.random() < 0.2:
                made = _edited(chance, made, now)
                yield before, "write", made
                continue
            if made.status in WORKING and chance.random() < 0.5:
                made = _worked(chance, made, now)
                yield before, "work", made
                continue
            action, by = _next(chance, made, now)
            made = step(
                made,
                action,
                by,
                at=now,
                today=now.date(),
                resident=by is LI,
                note=chance.choice(["", "说明", "说明"]),
                topic=chance.choice([TopicStatus.RESOLVING, TopicStatus.CONSENSUS]),
                basis=chance.choice([BASIS, BASIS, None]),
            )
        except Refusal:
            continue
        yield before, action, made


def checked_text(made):
    """Return what supervision looked at: the words, and what was promised in them."""
    return made.text, made.kind, [(c.who, c.what, c.money, c.finish_by) for c in made.clauses]


@drawn(st.integers(0, 2**32))
def test_no_order_of_commands_skips_legality_or_publication(seed):
    checked = published = None
    for before, action, made in walk(seed):
        if action is A.CHECK:
            checked = checked_text(made)
        if action is A.PUBLISH:
            published = checked_text(made)
            assert published == checked
        if action is A.REDRAFT:
            checked = published = None
            assert made.earlier[-1].text == before.text
        if made.status in PUBLIC:
            assert published == checked_text(made)
            assert made.checked_by == "wu"
            assert made.basis
        if action is A.ENTER:
            assert made.window_until <= made.in_force_at
            assert not made.unanswered
        if made.progress > before.progress:
            assert action == "work"
        if action is A.FINISH:
            assert all(c.settled for c in made.clauses)


@drawn(st.integers(0, 2**32))
def test_nothing_that_was_public_is_ever_lost(seed):
    editions = []
    for before, action, made in walk(seed):
        if action is A.REDRAFT:
            editions.append(before.text)
        assert [e.text for e in made.earlier] == editions
        assert len(made.corrections) >= len(before.corrections)
        assert len(made.contests) >= len(before.contests)


def test_the_walks_of_this_law_get_far_enough_to_break_it():
    taken = Counter(action for seed in range(150) for _, action, _ in walk(seed))
    wanted = (A.PUBLISH, A.ENTER, A.FINISH, A.DISCLOSE, A.DISPUTE, A.RESUME, A.REDRAFT, A.UPHOLD)

    assert min(taken[a] for a in (*wanted, "write", "work")) > 5, taken
