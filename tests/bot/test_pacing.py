import math
from bisect import bisect_left

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pacing import Pace, Pacer, Window

GROUP, OTHER, THIRD, PERSON = -100, -200, -300, 7
SPEECH = {"answer": True, "edit": False}


@st.composite
def wishes(draw):
    """What is wanted, in order: after what pause, where, how urgent, an edit or not."""
    start = draw(st.floats(min_value=0, max_value=1e7))
    pauses = st.sampled_from([0.0, 0.3, 1.02, 7.5, 31.0, 59.0, 60.0]) | st.floats(0, 90)
    flags = st.tuples(st.booleans(), st.booleans())
    run = st.tuples(st.sampled_from([[GROUP], [OTHER], [PERSON]]), st.integers(1, 45))
    crowd = st.tuples(st.integers(1, 45).map(lambda n: list(range(10, 10 + n))), st.just(1))
    wanted = []
    for (chats, times), pause, kind in draw(st.lists(st.tuples(run | crowd, pauses, flags))):
        rows = [(0.0, chat, *kind) for chat in chats * times]
        wanted += [(pause, *rows[0][1:]), *rows[1:]]
    return start, wanted


def test_a_sender_that_follows_another_lets_its_second_pass():
    pacer, free = Pacer(), Pacer(Pace.unlimited())
    for each in (pacer, free):
        each.follow(10.0, begun=True)

    assert pacer.wait(GROUP, 10.0, **SPEECH) == pytest.approx(Pace().bot.seconds)
    assert free.wait(GROUP, 10.0, **SPEECH) == 0
    pacer = Pacer()
    pacer.follow(10.0, begun=False)
    assert pacer.wait(GROUP, 10.0, **SPEECH) == 0


def carry(pacer, start, wanted):
    """Send each as soon as it may leave; return (time, chat, answer, edit) of each."""
    now, sent = start, []
    for step, chat, answer, edit in wanted:
        now += step
        while (wait := pacer.wait(chat, now, answer=answer, edit=edit)) > 0:
            now = max(now + wait, math.nextafter(now, math.inf))
        pacer.sent(chat, now, edit=edit)
        sent.append((now, chat, answer, edit))
    return sent


def fullest(times, seconds):
    """Count the most that fall into any stretch that long, its end left out."""
    times = sorted(times)
    return max((bisect_left(times, at + seconds) - i for i, at in enumerate(times)), default=0)


@settings(deadline=None)  # a busy machine is no fault
@given(wishes())
def test_no_window_is_ever_passed(wanted):
    sent = carry(Pacer(), *wanted)

    assert fullest([at for at, *_ in sent], 1.02) <= 30
    for chat in {chat for _, chat, *_ in sent}:
        here = [each for each in sent if each[1] == chat]
        assert fullest([at for at, *_ in here], 1.0) <= 1
        if chat < 0:
            assert fullest([at for at, *_ in here], 60.0) <= 20
            assert fullest([at for at, *_, edit in here if edit], 60.0) <= 8


@settings(deadline=None)  # a busy machine is no fault
@given(wishes())
def test_a_broadcast_always_leaves_room_for_five_answers(wanted):
    sent = carry(Pacer(), *wanted)

    for at, chat, answer, _ in sent:
        if chat < 0 and not answer:
            assert sum(where == chat and t <= at < t + 60.0 for t, where, *_ in sent) <= 15


@settings(deadline=None)  # a busy machine is no fault
@given(wishes())
def test_nothing_waits_longer_than_its_windows(wanted):
    pacer = Pacer()
    carry(pacer, *wanted)
    now = wanted[0] + sum(step for step, *_ in wanted[1]) + 1e5

    assert pacer.wait(GROUP, now, answer=False, edit=True) == 0.0


def leave(pacer, chat, at, *, arrives):
    """Let one leave; it is answered at `arrives`, or never where that is None."""
    pacer.sent(chat, at, edit=False)
    stamp = pacer.left(chat, at, edit=False, size=1)
    if arrives is not None:
        pacer.answered(stamp, chat, arrives)


@pytest.mark.parametrize(
    ("arrives", "free"),
    [(0.0, 1.02), (0.01, 1.02), (0.05, 1.05), (3.0, 1.1), (None, 1.1)],
)
def test_a_window_begins_no_earlier_than_its_first_request_can_have_arrived(arrives, free):
    pacer = Pacer()
    for chat in range(1, 31):
        leave(pacer, chat, 0.0, arrives=arrives)

    assert pacer.gate(99, 0.0, answer=True, size=1) == pytest.approx(free)


@pytest.mark.parametrize(("answer", "free"), [(True, 0.0), (False, 0.017)])
def test_broadcasts_leave_one_after_another_and_an_answer_at_once(answer, free):
    pacer = Pacer()
    leave(pacer, PERSON, 0.0, arrives=None)

    assert pacer.gate(99, 0.0, answer=answer, size=1) == pytest.approx(free)


def test_a_chat_hears_the_next_a_second_after_the_last_was_answered():
    pacer = Pacer()
    leave(pacer, PERSON, 0.0, arrives=0.08)

    assert pacer.wait(PERSON, 0.08, **SPEECH) == pytest.approx(1.0)


@settings(deadline=None)  # a busy machine is no fault
@given(st.integers(1, 400))
def test_thirty_chats_leave_in_each_window_and_not_fewer(chats):
    pacer = Pacer()

    last = carry(pacer, 0.0, [(0.0, chat + 1, False, False) for chat in range(chats)])[-1][0]

    assert last == pytest.approx((chats - 1) // 30 * 1.02)


def test_a_group_takes_fifteen_broadcasts_then_five_answers_in_a_minute():
    pacer = Pacer()
    carry(pacer, 0.0, [(1.0, GROUP, False, False)] * 15)

    assert pacer.wait(GROUP, 16.0, answer=False, edit=False) == 45.0
    carry(pacer, 16.0, [(0.0, GROUP, True, False)] * 5)
    assert pacer.wait(GROUP, 21.0, answer=True, edit=False) == 40.0


def test_a_group_takes_eight_edits_a_minute_and_speech_besides():
    pacer = Pacer()
    carry(pacer, 0.0, [(1.0, GROUP, True, True)] * 8)

    assert pacer.wait(GROUP, 10.0, answer=True, edit=True) == 51.0
    assert pacer.wait(GROUP, 10.0, answer=True, edit=False) == 0.0


def test_a_person_is_paced_by_the_second_only():
    pacer = Pacer()
    carry(pacer, 0.0, [(1.0, PERSON, False, True)] * 100)

    assert pacer.wait(PERSON, 100.5, answer=False, edit=True) == 0.5
    assert pacer.wait(PERSON, 101.0, answer=False, edit=True) == 0.0


def test_asking_is_not_sending():
    pacer = Pacer()

    for _ in range(100):
        pacer.wait(GROUP, 5.0, **SPEECH)

    assert pacer.wait(GROUP, 5.0, **SPEECH) == 0.0
    assert len(pacer) == 0


def test_cool_rests_that_chat_only():
    pacer = Pacer()

    pacer.cool(GROUP, 10.0, 30.0)

    assert pacer.wait(GROUP, 15.0, **SPEECH) == 25.0
    assert pacer.wait(OTHER, 15.0, **SPEECH) == 0.0


def test_cool_never_shortens_a_rest():
    pacer = Pacer()
    pacer.cool(GROUP, 10.0, 30.0)

    pacer.cool(GROUP, 11.0, 1.0)

    assert pacer.wait(GROUP, 20.0, **SPEECH) == 20.0


def test_three_chats_cooled_within_ten_seconds_rest_the_bot():
    pacer = Pacer()

    pacer.cool(GROUP, 0.0, 3600.0)
    pacer.cool(OTHER, 5.0, 20.0)
    assert pacer.wait(PERSON, 5.0, **SPEECH) == 0.0
    pacer.cool(THIRD, 9.0, 30.0)

    assert pacer.wait(PERSON, 9.0, **SPEECH) == 16.0


@pytest.mark.parametrize(
    "floods",
    [
        [(GROUP, 0.0), (OTHER, 5.0), (THIRD, 10.0)],
        [(GROUP, 0.0), (GROUP, 1.0), (OTHER, 2.0)],
    ],
    ids=["slowly", "the same chat twice"],
)
def test_the_bot_does_not_rest_for_fewer_than_three_chats_at_once(floods):
    pacer = Pacer()

    for chat, at in floods:
        pacer.cool(chat, at, 60.0)

    assert pacer.wait(PERSON, 10.0, **SPEECH) == 0.0


@pytest.mark.parametrize("chat", [GROUP, PERSON])
def test_unlimited_knows_no_wait_but_still_obeys_telegram(chat):
    pacer = Pacer(Pace.unlimited())

    for _ in range(1000):
        pacer.sent(chat, 1.0, edit=True)
    assert pacer.wait(chat, 1.0, answer=False, edit=True) == 0.0
    pacer.cool(chat, 1.0, 5.0)

    assert pacer.wait(chat, 1.0, answer=False, edit=True) == 5.0


def test_idle_chats_are_forgotten_and_resting_ones_are_not():
    pacer = Pacer()
    pacer.cool(GROUP, 0.0, 3600.0)

    for second in range(1000):
        pacer.sent(1000 + second, float(second), edit=False)

    assert len(pacer) <= 122
    assert pacer.wait(GROUP, 1000.0, **SPEECH) == 2600.0


def test_forgetting_waits_for_a_window_longer_than_a_minute():
    pacer = Pacer(Pace(group=Window(count=1, seconds=300.0), kept_for_answers=0))
    pacer.sent(GROUP, 0.0, edit=False)

    for second in range(1, 200):
        pacer.sent(second, float(second), edit=False)

    assert pacer.wait(GROUP, 200.0, **SPEECH) == 100.0


def test_a_pace_that_keeps_all_for_answers_is_refused():
    with pytest.raises(ValueError, match="room"):
        Pace(group=Window(count=5, seconds=60.0))
