"""An album counts as all its messages, in every window."""

import math
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pacing import Pacer
from tests.bot.test_pacing import GROUP, OTHER, PERSON, SPEECH, fullest


@st.composite
def albums(draw):
    """What is wanted, in order: after what pause, where, how urgent, how many messages."""
    one = st.tuples(
        st.sampled_from([0.0, 0.3, 1.02, 31.0]),
        st.sampled_from([GROUP, OTHER, PERSON, 8, 9, 10]),
        st.booleans(),
        st.integers(1, 10),
    )
    return draw(st.lists(one, min_size=1, max_size=40))


def let_out(pacer, wanted):
    """Send each as soon as it may really leave; return (time, chat, answer, size) of each."""
    now, out = 0.0, []
    for step, chat, answer, size in wanted:
        now += step
        while (wait := pacer.wait(chat, now, answer=answer, edit=False)) > 0:
            now = max(now + wait, math.nextafter(now, math.inf))
        pacer.sent(chat, now, edit=False)
        while (wait := pacer.gate(chat, now, answer=answer, size=size)) > 0:
            now = max(now + wait, math.nextafter(now, math.inf))
        stamp = pacer.left(chat, now, edit=False, size=size)
        pacer.answered(stamp, chat, now)
        out.append((now, chat, answer, size))
    return out


@settings(deadline=None)  # a busy machine is no fault
@given(albums())
def test_an_album_counts_as_all_its_messages_in_every_window(wanted):
    out = let_out(Pacer(), wanted)

    assert fullest([at for at, *_, size in out for _ in range(size)], 1.02) <= 30
    for chat in {chat for _, chat, *_ in out}:
        here = [each for each in out if each[1] == chat]
        gaps = [(after[0] - before[0], before[3]) for before, after in pairwise(here)]
        assert all(gap >= size - 1e-6 for gap, size in gaps)
        if chat < 0:
            assert fullest([at for at, *_, size in here for _ in range(size)], 60.0) <= 20
            for at, _, answer, size in here:
                before = sum(n for t, *_, n in here if t < at < t + 60.0)
                assert answer or before + size <= 15


def test_after_an_album_its_chat_rests_and_no_other():
    pacer = Pacer()
    let_out(pacer, [(0.0, PERSON, True, 10)])

    assert pacer.wait(PERSON, 4.0, **SPEECH) == 6.0
    assert pacer.wait(8, 0.0, **SPEECH) == 0.0


def test_a_second_album_waits_until_the_minute_of_its_group_has_room():
    pacer = Pacer()
    out = let_out(pacer, [(0.0, GROUP, True, 10)] * 3)

    assert [at for at, *_ in out] == [0.0, 10.0, 60.0]


def test_three_albums_fill_the_second_of_the_bot():
    pacer = Pacer()
    out = let_out(pacer, [(0.0, chat, True, 10) for chat in range(1, 5)])

    assert [at for at, *_ in out] == [0.0, 0.0, 0.0, 1.02]
