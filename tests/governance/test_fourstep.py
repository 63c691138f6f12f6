from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance import fourstep
from governance.fourstep import LIFECYCLE, MEETINGS, FourStep, Minuted, Stage, Track
from governance.procedure import Requirements
from governance.refusals import Refusal
from tests.governance.deliberations.matters import LI
from tests.governance.meetings.gatherings import (
    AT,
    CHEN,
    NEED,
    PROPOSED,
    TODAY,
    TRACK,
    WU,
    refused,
)

ORDER = tuple(FourStep)


def walked(steps, gap=7):
    """Return the way up to so many steps, each as early as it may be."""
    track, on = TRACK, TODAY - timedelta(days=100)
    for step in ORDER[:steps]:
        minuted = replace(PROPOSED, step=step, on=on)
        track = fourstep.record(track, minuted, CHEN, TODAY, NEED)
        on += timedelta(days=gap)
    return track


def take(track, **changed):
    step = changed.pop("step", fourstep.next_step(track))
    by, today = changed.pop("by", CHEN), changed.pop("today", TODAY)
    minuted = replace(PROPOSED, step=step, **changed)
    return fourstep.record(track, minuted, by, today, NEED)


def test_the_six_steps_lead_from_one_stage_to_the_next():
    assert LIFECYCLE.reached(Stage.BEGUN) == frozenset(Stage)
    assert [s.action for s in LIFECYCLE.steps] == list(ORDER)
    assert [walked(n).stage for n in range(7)] == list(Stage)
    assert fourstep.next_step(walked(6)) is None


@pytest.mark.parametrize("stage", range(7))
@pytest.mark.parametrize("step", ORDER)
def test_no_step_is_skipped_or_taken_again(stage, step):
    track = walked(stage)
    if step is fourstep.next_step(track):
        assert take(track, step=step).records[-1].step is step
    else:
        assert refused(take, track, step=step) in {"not-allowed", "closed"}


def test_a_record_needs_its_photo_and_a_day_that_is_over():
    assert refused(take, TRACK, photo="") == "step-photo"
    assert refused(take, TRACK, on=TODAY + timedelta(days=1)) == "step-ahead"
    assert refused(take, TRACK, by=LI) == refused(take, TRACK, by=WU) == "not-yours"


@pytest.mark.parametrize(("expected", "present"), [(9, 0), (9, 10), (0, 0), (9, -1)])
def test_nobody_met_where_nobody_came_or_more_than_there_are(expected, present):
    assert refused(take, TRACK, expected=expected, present=present) == "step-present"
    shown = take(walked(4), expected=expected, present=present)
    assert shown.stage is Stage.DECISION_SHOWN  # a disclosure has no attendance


def test_days_lie_between_the_meetings_and_a_decision_may_be_shown_at_once():
    track = walked(3)
    last = track.last.on

    assert fourstep.earliest(TRACK, NEED) is None
    assert fourstep.earliest(track, NEED) == last + timedelta(days=7)
    assert refused(take, track, on=last + timedelta(days=6)) == "step-early"
    decided = take(track, on=last + timedelta(days=7))
    assert fourstep.earliest(decided, NEED) == decided.last.on
    assert refused(take, decided, on=decided.last.on - timedelta(days=1)) == "step-early"
    assert take(decided, on=decided.last.on).stage is Stage.DECISION_SHOWN


def test_a_body_that_does_not_agree_meets_again():
    failed = take(walked(1), passed=False)

    assert (failed.stage, len(failed.records)) == (Stage.PROPOSED, 2)
    assert failed.last.step is FourStep.PROPOSE
    assert refused(take, failed, step=FourStep.EXAMINE) == "not-allowed"
    assert take(failed).stage is Stage.CONSIDERED


def test_the_decision_is_awaited_days_after_it_and_the_result_without_a_day():
    decided = walked(4)

    assert fourstep.disclosure_due(decided, NEED) == decided.last.on + timedelta(days=5)
    assert fourstep.disclosure_due(TRACK, NEED) is None
    assert fourstep.disclosure_due(walked(5), NEED) is None
    assert fourstep.disclosure_due(walked(6), NEED) is None


def walk(seed):
    """Give any commands to a way, in any order, on any day, by anybody."""
    chance = Random(seed)
    required = Requirements(step_days=chance.choice([0, 1, 7]))
    track, today = Track(topic=1), date(2026, 3, 2)
    for _ in range(60):
        today += timedelta(days=chance.randrange(6))
        wanted = fourstep.next_step(track) or chance.choice(ORDER)
        step = wanted if chance.random() < 0.6 else chance.choice(ORDER)
        minuted = Minuted(
            step=step,
            on=today - timedelta(days=chance.randrange(-1, 5)),
            expected=chance.choice([0, 9, 9, 9]),
            present=chance.choice([0, 5, 9, 9]),
            passed=chance.random() < 0.8,
            photo=chance.choice(["", "p", "p", "p"]),
            by="chen",
            at=AT,
        )
        try:
            track = fourstep.record(
                track, minuted, chance.choice([CHEN, CHEN, WU]), today, required
            )
        except Refusal:
            continue
        yield track, required


@given(st.integers(0, 2**32))
def test_no_order_of_commands_skips_a_step(seed):
    for track, required in walk(seed):
        passed = [r for r in track.records if r.passed]
        assert [r.step for r in passed] == list(ORDER[: len(passed)])
        assert track.stage is list(Stage)[len(passed)]
        for before, after in pairwise(passed):
            gap = required.step_days if after.step in MEETINGS else 0
            assert after.on - before.on >= timedelta(days=gap)
        assert all(r.photo for r in track.records)
        met = [r for r in track.records if r.step in MEETINGS]
        assert all(0 < r.present <= r.expected for r in met)


def test_the_walks_of_this_law_reach_the_last_step():
    ends = [len(list(walk(seed))) and list(walk(seed))[-1][0].stage for seed in range(60)]

    assert ends.count(Stage.RESULT_SHOWN) > 5
