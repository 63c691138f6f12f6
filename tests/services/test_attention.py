"""A storm never passes a group's budget, and what it is spared stands on tomorrow's list."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from governance.attention import quiet
from governance.notices import Address, Priority
from services import attention, deliveries
from tests.bases import memory
from tests.services.town import AT, GROUP, STAFF, Town


@pytest.fixture
def town(community):
    need = replace(community.deliberation, messages_a_day=4)
    with memory() as engine:
        yield Town(engine, replace(community, deliberation=need))


def tell(town, key="stopped", chat=GROUP, at=AT, priority=Priority.BROADCAST):
    with town.work(0, at=at) as work:
        deliveries.notice(work, key, Address(chat=chat), reader=0, priority=priority)


def show(town, subject, at=AT, *, afresh=False):
    here, aloud = Address(chat=GROUP), Priority.BROADCAST
    with town.work(0, at=at) as work:
        deliveries.card(work, subject, here, reader=0, priority=aloud, afresh=afresh)


def listed(town, at):
    with town.work(0, at=at) as work:
        attention.listed(work, GROUP, "2026-11-03")


MORNING = AT + timedelta(hours=23)  # 08:00 in Shanghai


def test_what_is_within_the_budget_is_told_at_once(town):
    for _ in range(3):
        tell(town)

    assert town.told() == [("stopped", GROUP)] * 3
    assert town.dues() == []


def test_what_is_beyond_it_stands_on_the_list_of_the_next_morning(town):
    for _ in range(5):
        tell(town)
    assert town.told() == [("stopped", GROUP)] * 3
    assert town.dues() == [(attention.VERB, MORNING)]
    town.send()
    listed(town, MORNING)

    assert town.told() == [("group-list", GROUP)]
    assert town.facts("group-list") == {"chat": GROUP, "day": "2026-11-03", "below": ""}
    with town.work(0) as work:
        assert [d.key for d in work.attention.listed(GROUP, "2026-11-03")] == ["stopped"] * 2


def test_by_night_nothing_is_told(town):
    tell(town, at=AT + timedelta(hours=13))  # 22:00

    assert town.told() == []
    assert town.dues() == [(attention.VERB, MORNING)]


def test_an_answer_an_assignment_and_the_staff_are_never_held(town):
    night = AT + timedelta(hours=13)
    for priority in (Priority.DANGER, Priority.ANSWER, Priority.ASSIGNMENT, Priority.REMINDER):
        tell(town, at=night, priority=priority)
    tell(town, at=night, chat=STAFF)

    assert len(town.told()) == 5


def test_a_card_that_stands_is_edited_at_any_time(town):
    show(town, "topic:1:0:0")
    town.send()
    show(town, "topic:1:0:0", at=AT + timedelta(hours=13))

    assert town.told() == [("topic:1:0:0", GROUP)]
    assert town.fresh() == []


def test_a_card_held_by_night_stays_where_it_stood_and_is_shown_once_in_the_morning(town):
    show(town, "topic:1:0:0")
    town.send()
    for _ in range(2):
        show(town, "topic:1:0:0", at=AT + timedelta(hours=13), afresh=True)
    assert town.told() == []
    with town.work(0) as work:
        assert work.placed("topic:1:0:0") is not None
    listed(town, MORNING)

    assert town.fresh() == [("group-list", GROUP), ("topic:1:0:0", GROUP)]


def test_cards_beyond_the_mornings_budget_stand_on_the_list_alone(town):
    for number in range(6):
        show(town, f"topic:{number}:0:0", at=AT + timedelta(hours=13))
    listed(town, MORNING)

    assert len(town.told()) == 3


def test_an_empty_list_is_not_told(town):
    listed(town, MORNING)
    assert town.told() == []


STORM = st.lists(
    st.tuples(st.integers(0, 6 * 24 * 60), st.booleans(), st.integers(0, 3)), max_size=60
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(STORM)
def test_no_storm_passes_the_budget_and_nothing_of_it_is_lost(community, storm):
    need = replace(community.deliberation, messages_a_day=4)
    plan = replace(community, deliberation=need)
    zone = plan.calendar.zone
    with memory() as engine:
        town, seen = Town(engine, plan), []
        moments = [(AT + timedelta(minutes=m), card, n) for m, card, n in storm]
        for at, card, n in sorted(moments):
            ring(town, at, seen)
            if card:
                show(town, f"topic:{n}:0:0", at=at, afresh=True)
            else:
                tell(town, f"k{n}", at=at)
            seen += [(at, d) for d in sent(town)]
        ring(town, AT + timedelta(days=30), seen)
        days = Counter(at.astimezone(zone).date() for at, _ in seen)
        lists = [d.facts["day"] for _, d in seen if d.key == attention.LISTS]
        with town.work(0) as work:
            spared = [d for day in lists for d in work.attention.listed(GROUP, day)]

    assert max(days.values(), default=0) <= 4
    assert not any(quiet(at, zone, need) for at, _ in seen)
    told = Counter(d.subject or d.key for _, d in seen) + Counter(
        d.subject or d.key for d in spared
    )
    asked = Counter(f"topic:{n}:0:0" if card else f"k{n}" for _, card, n in storm)
    assert all(told[what] >= count for what, count in asked.items())


def ring(town, until, seen):
    """Let every list that is due by then be told, each at its time."""
    while any(verb == attention.VERB and at <= until for verb, at in town.dues()):
        town.ring(attention.VERB)
        seen += [(town.now, d) for d in sent(town)]


def sent(town):
    """Send what waits; return what a group hears of it: cards that stand are edited unheard."""
    fresh = [d for d in town.deliveries() if not d.posted]
    town.send()
    return fresh
