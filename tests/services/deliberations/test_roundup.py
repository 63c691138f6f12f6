"""A topic of which much was said has one short roundup a day in its thread, and no more (E16)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from governance.deliberations.roundup import ENOUGH, fresh
from governance.deliberations.statements import Stance, Statement
from services.deliberations import roundup
from tests.bases import memory
from tests.services.deliberations.test_speaking import reply, talked
from tests.services.deliberations.topics import discussed, speak, take
from tests.services.joining import verified
from tests.services.town import AT, GROUP, LI, ZHANG, Town

__all__ = ["talked"]
STANCES = ("for", "against", "condition", "question", "for", "against", "for", "for")
MORNING = datetime(2026, 11, 3, 0, 30, tzinfo=UTC)  # 08:30, when the list of the night is out
NEXT = MORNING + timedelta(days=1)


def say(town, count=ENOUGH, name="open"):
    """Let two neighbours say so much."""
    for n, stance in enumerate(STANCES[:count]):
        asked = {"affected": "no"} if stance == "against" else {}
        speak(town, LI if n % 2 else ZHANG, stance, **asked, text=f"第{n}句", name=name)


def dues(town):
    return [at for verb, at in town.dues() if verb == roundup.VERB]


def told(town):
    return [d.facts for d in town.deliveries() if d.key == "topic-roundup"]


def spend(town, at):
    """Let the group hear all that it may on the day of this time."""
    with town.work(0, at=at) as work:
        for _ in range(work.community.deliberation.messages_a_day):
            work.attention.hear(GROUP, f"{at.astimezone(work.community.calendar.zone):%Y-%m-%d}")


def test_in_the_morning_the_thread_reads_once_how_much_was_said(talked):
    say(talked)
    assert dues(talked) == [MORNING]

    talked.ring(roundup.VERB)

    counted = {"first": 1, "last": ENOUGH, "replies": 0}
    assert told(talked) == [{"topic": 1, "number": 1, **counted}]
    [where] = [d.address for d in talked.deliveries() if d.key == "topic-roundup"]
    with talked.work(0) as work:
        assert where == work.placed("topic:1:0:0")
    talked.do(0, roundup.tell, 1)  # as after a crash that let the alarm ring again
    assert (told(talked), dues(talked)) == ([], [])


def test_too_little_is_silent_and_carried_to_the_day_on_which_it_is_enough(talked):
    say(talked, ENOUGH - 1)
    assert dues(talked) == []

    talked.now = MORNING + timedelta(hours=2)
    speak(talked, LI)
    talked.ring(roundup.VERB)

    assert talked.now == NEXT
    assert [(f["first"], f["last"]) for f in told(talked)] == [(1, ENOUGH)]


def test_what_waits_for_its_batch_is_neither_counted_nor_hinted_at(talked):
    talked.now = AT + timedelta(hours=12)  # past the batch of the evening
    say(talked, ENOUGH - 1)
    say(talked, 3, name="hidden")
    assert dues(talked) == []

    speak(talked, LI)  # the sixth that stands there
    talked.ring(roundup.VERB)
    assert [(f["first"], f["last"]) for f in told(talked)] == [(1, ENOUGH)]

    talked.ring("topic_batch")
    assert dues(talked) == []  # three are too few again


def test_a_statement_that_waits_is_none_whatever_its_number():
    said = Statement(topic=1, number=7, person=LI, stance=Stance.FOR, shown=False, at=AT)
    assert fresh([said, replace(said, shown=True)], told=0) == (replace(said, shown=True),)


def test_what_the_group_has_not_read_yet_is_for_another_day(talked):
    talked.now = AT + timedelta(hours=12)  # in the quiet hours: for the list of the morning
    say(talked)

    with talked.work(0, at=MORNING) as work:  # and that list is late
        roundup.tell(work, 1)
    assert (told(talked), dues(talked)) == ([], [MORNING, NEXT])

    talked.ring(roundup.VERB)
    assert [f["last"] for f in told(talked)] == [ENOUGH]


def test_an_answer_counts_once_and_not_before_the_group_has_read_it(talked):
    first, second = speak(talked, LI), speak(talked, ZHANG)
    reply(talked, first.id, "会多配一张卡")
    say(talked, ENOUGH - 2)
    spend(talked, AT)
    reply(talked, second.id, "会商量")
    with talked.work(0, at=MORNING) as work:
        for number, each in work.attention.waiting().items():
            if each.key == "topic-statements":
                work.attention.take(number)  # as if read; of the answers the second waits
        roundup.tell(work, 1)
    assert [f["replies"] for f in told(talked)] == [1]

    say(talked)
    talked.ring(roundup.VERB)
    assert [(f["first"], f["replies"]) for f in told(talked)] == [(ENOUGH + 1, 1)]


@pytest.mark.parametrize("hours", [0, 14])
def test_with_the_day_s_messages_spent_or_late_at_night_it_is_for_the_next_morning(talked, hours):
    say(talked)
    late = MORNING + timedelta(hours=hours)
    if not hours:
        spend(talked, late)
    with talked.work(0, at=late) as work:
        roundup.tell(work, 1)
        assert work.attention.waiting() == {}
    assert (told(talked), dues(talked)) == ([], [MORNING, NEXT])


def test_once_the_talk_is_over_nothing_is_told(talked):
    say(talked)
    take(talked, "summarise")

    talked.ring(roundup.VERB)

    assert (told(talked), dues(talked)) == ([], [])


def test_it_counts_among_the_messages_of_its_group(talked):
    say(talked)
    with talked.work(0, at=MORNING) as work:
        before = work.attention.heard(GROUP, "2026-11-03")
        roundup.tell(work, 1)
        assert work.attention.heard(GROUP, "2026-11-03") == before + 1


def test_where_the_neighbours_have_no_group_there_is_nobody_to_tell(community):
    with memory() as engine:
        town = Town(engine, replace(community, chats=()))
        discussed(town)
        verified(town, ZHANG, door="2-302")
        say(town)

        town.ring(roundup.VERB)

        assert (told(town), dues(town)) == ([], [])
