from dataclasses import replace
from datetime import timedelta

import pytest

from governance.deliberations import summing
from governance.deliberations.statements import Stance
from governance.deliberations.summing import NOBODY, Part
from governance.refusals import Refusal
from tests.governance.deliberations.matters import (
    AT,
    PARTS,
    STANDING,
    A,
    S,
    at,
    refused,
    spoken,
    step,
)

TALK = at(S.DISCUSSION, summarised_at=None)
SILENCE = dict.fromkeys(Part, NOBODY)


@pytest.mark.parametrize("part", list(Part))
def test_no_part_of_a_summary_is_left_open(part):
    assert refused(TALK, A.SUMMARISE, parts=PARTS | {part: ""}) == "summary-part"
    assert refused(TALK, A.SUMMARISE, parts={}) == "summary-part"


@pytest.mark.parametrize("part", list(Part))
def test_nobody_said_so_does_not_stand_where_somebody_did(part):
    silent = PARTS | {part: NOBODY}

    with pytest.raises(Refusal) as found:
        step(TALK, A.SUMMARISE, parts=silent, had={part: 2})

    assert found.value.key == "refusal-summary-nobody"
    assert found.value.facts == {"part": part, "count": 2}
    others = {p: 3 for p in Part if p != part}
    assert step(TALK, A.SUMMARISE, parts=silent, had=others).summing[part] == NOBODY


def test_what_a_summary_must_answer_is_what_was_shown_in_this_round():
    said = [
        replace(spoken(1), stance=Stance.FOR),
        replace(spoken(2), stance=Stance.AGAINST),
        replace(spoken(3), stance=Stance.AGAINST, shown=False),
        replace(spoken(4), stance=Stance.AGAINST, at=AT - timedelta(days=9)),
    ]
    topic = replace(TALK, objections=(STANDING, replace(STANDING, met="改了")))

    found = summing.heard(topic, said)

    assert found == {"for": 1, "against": 1, "condition": 0, "unresolved": 1}
    assert sum(summing.heard(replace(topic, discussed_from=None), said).values()) == 1


def test_a_summary_as_one_text_leaves_out_what_nobody_said():
    assert (
        summing.words(SILENCE | {Part.AGAINST: "怕忘带卡", Part.FOR: "安全"}) == "安全\n怕忘带卡"
    )
    assert summing.words(SILENCE) == "—"


@pytest.mark.parametrize("action", [A.RESUME, A.RETRY])
def test_a_talk_that_goes_on_needs_a_new_summary(action):
    summed = step(TALK, A.SUMMARISE)
    stands = summed if action is A.RESUME else replace(summed, status=S.INVALID)

    assert dict(summed.summing) == PARTS
    assert step(stands, action).summing == {}


@pytest.mark.parametrize("action", [A.REJECT, A.REDIRECT])
def test_nothing_is_closed_without_a_talk_before_the_three_boxes_are_answered(action):
    unknown = at(S.PRE_REVIEW, criteria=frozenset())

    assert refused(unknown, action, weighed=False) == "topic-unweighed"
    assert refused(unknown, action, note="") == "reason"
    assert step(unknown, action).undeliberated
    assert step(at(S.PRE_REVIEW), action, weighed=False).undeliberated


def test_what_was_talked_over_is_not_called_closed_without_a_talk():
    assert not step(at(S.INVALID), A.ARCHIVE).undeliberated
