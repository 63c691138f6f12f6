"""What lastingly pains somebody is watched from its filing until it ends (B02)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.cases import CaseStatus, Urgency
from governance.categories import NOTHING
from governance.refusals import NotAllowed
from services.cases import desk, filing, tasks, watching
from services.mediation import screening
from tests.services.cases.desks import MORE, OTHER
from tests.services.cases.test_absences import leave
from tests.services.town import CHEN, HE, LI, LIFT, SUN, WANG, WU, ZHANG

URGENT = replace(LIFT, urgency=Urgency.URGENT)
WISH = replace(OTHER, urgency=Urgency.WISH)


def watched(town):
    with town.work(0) as work:
        return work.desks.watched()


def corrected(town, value):
    talk = town.press(HE, "correct").id
    for field, answer in (("what", "urgency"), ("urgency", value)):
        town.answer(HE, field, answer, dialogue_id=talk)
    town.say(HE, "看过了", reading=NOTHING)


def test_what_pains_is_watched_from_its_filing_oldest_first(town):
    town.report()
    town.now += timedelta(hours=1)
    town.report(ZHANG, text=MORE, reading=OTHER, message=8)

    assert watched(town) == [1, 2]


@pytest.mark.parametrize("reading", [URGENT, WISH])
def test_what_is_urgent_or_a_wish_is_not_watched(town, reading):
    town.report(reading=reading)

    assert watched(town) == []


def test_what_is_corrected_to_pain_comes_on_and_corrected_away_goes_off(town):
    town.report(reading=WISH)
    corrected(town, "painful")
    on = watched(town)
    corrected(town, "wish")

    assert (on, watched(town)) == ([1], [])


def test_what_ends_is_watched_no_more(town):
    town.report()
    town.act(WANG, "accept")
    town.act(WANG, "finish", note="修好了")
    waiting = watched(town)
    town.act(LI, "confirm")

    assert (waiting, watched(town)) == ([1], [])


def test_it_is_listed_with_when_it_moved_and_whether_the_desk_is_next(two):
    two.now += timedelta(hours=2)
    two.act(WANG, "escalate", note="@money")

    with two.work(0) as work:
        listed = watching.listed(work, work.desks.watched(), HE)

    assert [(w.case.id, w.at_desk, w.case.status) for w in listed] == [
        (1, True, CaseStatus.ESCALATED),
        (2, True, CaseStatus.SUBMITTED),
    ]
    assert (listed[0].moved, listed[1].moved) == (two.now, listed[1].case.at)


def test_with_a_worker_the_desk_is_not_next(town):
    town.report()

    with town.work(0) as work:
        [listed] = watching.listed(work, work.desks.watched(), HE)
        assert watching.listed(work, [], HE) == ()
    assert listed.at_desk is False


@pytest.mark.parametrize(("person", "key"), [(HE, "he"), (CHEN, "chen")])
def test_dispatcher_and_committee_open_the_list_in_private(town, person, key):
    town.do(person, watching.show)

    assert town.told() == [(f"watch:{key}:0", person)]


@pytest.mark.parametrize("person", [LI, WANG, SUN, WU])
def test_nobody_else_opens_it(town, person):
    with pytest.raises(NotAllowed):
        town.do(person, watching.show)


def test_from_the_list_the_desk_is_opened_at_the_case(two):
    two.act(WANG, "escalate", note="@money")
    two.do(HE, desk.turn, 2)

    with two.work(HE) as work:
        found = desk.first(work, "he", desk.queue(work, work.by))
    assert found.case.id == 2
    assert two.told() == [("desk:he:0", HE)]


def test_nobody_without_a_desk_turns_to_a_case(two):
    with pytest.raises(NotAllowed):
        two.do(WANG, desk.turn, 2)


def weekly(town):
    town.do(0, screening.arrange)
    town.ring("screen")
    return [d for d in town.deliveries() if d.key == "watch-week"]


def test_once_a_week_the_desk_hears_how_much_is_watched_and_since_when(town):
    town.report(text=MORE, reading=OTHER)
    at = town.now
    town.report(ZHANG, message=8)

    told = weekly(town)

    assert [(d.reader, d.address.chat) for d in told] == [(CHEN, CHEN), (HE, HE)]
    facts = {"count": 2, "number": 1, "at": int(at.timestamp() * 1000)}
    assert [dict(d.facts) for d in told] == [facts, facts]


def test_where_nothing_is_watched_nothing_is_said(town):
    town.report(reading=WISH)

    assert weekly(town) == []


def test_who_is_away_or_wants_no_digest_is_spared_it(town):
    town.report(text=MORE, reading=OTHER)
    leave(town, CHEN)
    town.do(HE, tasks.hush, 0, quiet=True)

    assert weekly(town) == []


def test_what_is_urgent_goes_out_at_once_and_the_committee_hears_of_it(town):
    case = town.report(reading=replace(URGENT, category="other"))

    assert (case.status, case.holder) == (CaseStatus.DISPATCHED, "wang")
    assert [t for t in town.told() if t[0] == "case-urgent"] == [
        ("case-urgent", CHEN),
        ("case-urgent", HE),
    ]


def test_what_is_corrected_to_urgent_goes_out_at_once_and_is_told_too(town):
    town.report(reading=WISH)
    corrected(town, "urgent")

    assert (town.case().status, town.case().holder) == (CaseStatus.DISPATCHED, "wang")
    assert ("case-urgent", CHEN) in town.told()


def test_what_is_urgent_without_a_place_waits_at_the_desk_and_is_told(town):
    nowhere = replace(URGENT, building=None)
    case = town.do(LI, filing.file, town.hear(reading=nowhere))

    assert case.status is CaseStatus.SUBMITTED
    assert ("case-urgent", CHEN) in town.told()
