"""Each body of the six steps agrees only where enough of it came, and how many is kept."""

from dataclasses import replace

import pytest

from governance import fourstep
from governance.fourstep import MEETINGS, FourStep
from governance.quorum import Threshold
from tests.governance.meetings.gatherings import NEED, refused
from tests.governance.test_fourstep import take, walked

DECIDES = MEETINGS.index(FourStep.DECIDE)


@pytest.mark.parametrize(
    ("step", "present", "enough"),
    [(0, 4, False), (0, 5, True), (DECIDES, 5, False), (DECIDES, 6, True)],
)
def test_too_few_of_a_body_do_not_agree(step, present, enough):
    track = walked(step)
    found = {"on": fourstep.earliest(track, NEED)} if step else {}
    if not enough:
        assert refused(take, track, expected=9, present=present, **found) == "step-quorum"
    track = take(track, expected=9, present=present, passed=enough, **found)

    assert track.records[-1].quorum == ("at least 2/3" if step else "more than 1/2")


def test_a_community_has_its_own_numbers_and_a_disclosure_none():
    half = replace(NEED, step_quorum=Threshold.read("at least 1/2"))

    assert str(fourstep.quorum_of(FourStep.PROPOSE, half)) == "at least 1/2"
    assert fourstep.quorum_of(FourStep.SHOW_RESULT, half) is None
    assert walked(6).records[-1].quorum == ""
