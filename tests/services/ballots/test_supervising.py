"""Certified, contested, voided; and what the topic hears of it, and when."""

from datetime import timedelta

import pytest

from governance.ballots.result import Verdict
from governance.ballots.states import BallotAction, BallotStatus
from governance.deliberations.states import TopicStatus
from governance.refusals import NotAllowed
from services.ballots import acting, waiting
from tests.governance.deliberations.matters import STANDING
from tests.services.ballots.booth import (
    AGAINST,
    DAY,
    FOR,
    LIANG,
    ballot,
    certified,
    closed,
    final,
    households,
    matter,
    opened,
    press,
    result,
    take,
)
from tests.services.town import CHEN, GROUP, HE, LI, WU, ZHANG

A, S, T = BallotAction, BallotStatus, TopicStatus


# ── supervision ──


def test_whoever_drafted_it_does_not_certify(town):
    households(town)
    opened(town, drafted_by="wu")
    closed(town)

    assert (f"ballot:1:{LIANG}:0", LIANG) in town.told()
    with pytest.raises(NotAllowed):
        town.do(WU, acting.press, 1, A.CERTIFY)
    assert town.do(LIANG, acting.press, 1, A.CERTIFY).status is S.PUBLISHED


def test_certified_is_published_in_the_group_and_can_be_contested_for_days(town):
    households(town)
    opened(town)
    press(town, LI)
    press(town, ZHANG)

    done = certified(town)

    assert done.status is S.PUBLISHED
    assert done.contest_until == town.now + 5 * DAY
    assert ("ballot:1:0:0", GROUP) in town.told()
    assert ("ballot-told-committee-certify", CHEN) in town.told()
    assert matter(town).status is T.POLLING


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((FOR, FOR), T.CONSENSUS),
        ((FOR, AGAINST), T.NO_CONSENSUS),
        ((FOR,), T.INVALID),
    ],
)
def test_the_topic_goes_on_when_nobody_can_contest_any_more(town, options, status):
    households(town)
    opened(town)
    for person, option in zip((LI, ZHANG), options, strict=False):
        press(town, person, option)
    certified(town)

    final(town)

    assert matter(town).status is status


def test_an_objection_that_nobody_met_ends_it_whatever_the_count(town):
    households(town)
    opened(town)
    press(town, LI)
    press(town, ZHANG)
    with town.work(0) as work:
        work.topics.object(1, STANDING, town.now)
    certified(town)

    final(town)

    assert result(town).verdict is Verdict.CARRIED
    assert matter(town).status is T.NO_CONSENSUS


def test_nothing_goes_on_before_the_last_moment_in_which_it_can_be_contested(town):
    households(town)
    opened(town)
    press(town, LI)
    press(town, ZHANG)
    done = certified(town)

    town.now = done.contest_until - timedelta(milliseconds=1)
    with town.work(0) as work:
        waiting.final(work, 1)
    assert matter(town).status is T.POLLING
    town.now = done.contest_until
    take(town, LI, A.CONTEST, "漏了我家")
    final(town)
    assert matter(town).status is T.POLLING


def test_what_is_contested_waits_and_is_published_again_when_it_stands(town):
    households(town)
    opened(town)
    press(town, LI)
    press(town, ZHANG)
    done = certified(town)

    take(town, LI, A.CONTEST, "漏了我家")
    told = town.told()
    assert ("ballot-told-supervision-contest", WU) in told
    assert ("ballot-told-committee-contest", CHEN) in told
    final(town)
    assert (ballot(town).status, matter(town).status) == (S.CONTESTED, T.POLLING)

    take(town, WU, A.UPHOLD, "核对过了")
    assert ballot(town).status is S.PUBLISHED
    assert ballot(town).contest_until == done.contest_until
    assert ("ballot-told-resident-uphold", GROUP) in town.told()
    final(town)
    assert matter(town).status is T.CONSENSUS


def test_only_who_stands_on_the_roll_contests_and_only_in_time(town):
    households(town)
    opened(town)
    certified(town)

    with pytest.raises(NotAllowed):
        town.do(77, acting.press, 1, A.CONTEST)
    town.now += 6 * DAY
    with pytest.raises(NotAllowed):
        town.do(LI, acting.press, 1, A.CONTEST)


def test_to_void_takes_two_bodies_and_a_reason(town):
    households(town)
    opened(town)
    press(town, LI)
    certified(town)
    with pytest.raises(NotAllowed):
        town.do(WU, acting.press, 1, A.VOID)

    take(town, CHEN, A.ASK_VOID, "名册错了")
    assert ("ballot-told-supervision-ask-void", WU) in town.told()
    assert (f"ballot:1:{WU}:0", WU) in town.told()
    final(town)
    assert matter(town).status is T.POLLING  # it waits for the answer
    with pytest.raises(NotAllowed):
        town.do(HE, acting.press, 1, A.VOID)
    take(town, WU, A.VOID, "名册确实错了")

    assert ballot(town).status is S.VOIDED
    assert ("ballot-told-resident-void", GROUP) in town.told()
    assert ("ballot-told-committee-void", CHEN) in town.told()
    with town.work(0) as work:
        waiting.final(work, 1)
    steps = [p.action for p in passages(town)]
    assert steps[-2:] == [A.ASK_VOID, A.VOID]


def test_what_is_not_voided_goes_on(town):
    households(town)
    opened(town)
    press(town, LI)
    press(town, ZHANG)
    take(town, CHEN, A.ASK_VOID)
    take(town, WU, A.KEEP)  # while it is open nothing waits for it
    certified(town)
    take(town, CHEN, A.ASK_VOID)
    final(town)

    take(town, WU, A.KEEP)
    assert ("ballot-told-committee-keep", CHEN) in town.told()
    final(town)

    assert matter(town).status is T.CONSENSUS


def passages(town):
    with town.work(0) as work:
        return work.ballots.passages(1)
