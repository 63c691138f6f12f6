"""What lies before supervision: late, sent back, objected to, unanswered, lapsed, the audit."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from governance.ballots.states import BallotStatus
from governance.deliberations.statements import Passage as TopicPassage
from governance.deliberations.states import TopicAction, TopicStatus
from governance.deliberations.topic import Objection
from governance.disclosures.readers import Passage
from governance.disclosures.states import EditionAction, EditionStatus
from governance.refusals import NotAllowed
from governance.resolutions.resolution import Contest
from governance.resolutions.states import Reply, ResolutionStatus
from governance.supervision import Matter
from services.resolutions import watching
from services.supervision import finding, looking
from services.supervision.finding import List, Point
from tests.services.ballots.booth import draft, live
from tests.services.disclosures.programmes import begun, edition, stands, until
from tests.services.resolutions.promises import drafted, in_force, press, public, resolution, step
from tests.services.supervision.speaking import close, give, overdue
from tests.services.town import AT, CHEN, LI, WANG, WU, ZHANG

M = Matter
EVERYBODY_ELSE = [CHEN, WANG, LI]


def found(town, which):
    with town.work(0) as work:
        return [(p.matter, p.about, p.day) for p in which(work, town.now)]


def test_the_desk_is_for_supervision_alone(town):
    town.do(WU, looking.show)
    assert town.told() == [("supervise", WU)]
    assert town.facts("supervise")["list"] == looking.FIRST
    for by in EVERYBODY_ELSE:
        for verb, words in (
            (looking.show, ()),
            (looking.page, (0, List.OVERDUE)),
            (looking.look, (M.CASE, 1)),
        ):
            with pytest.raises(NotAllowed) as refused:
                town.do(by, verb, *words)
            assert refused.value.key == "refusal-supervise"


def test_that_the_audit_was_read_is_in_the_audit(town):
    town.do(WU, looking.page, 15, List.AUDIT)
    assert (town.audit(), town.facts("supervise")["start"]) == (["read_trail"], 15)
    town.do(WU, looking.page, 0, List.OVERDUE)
    assert town.audit() == []


def test_a_matter_is_looked_at(working):
    working.do(WU, looking.look, M.CASE, 1)

    assert working.facts("supervise-matter")["about"] == 1


def test_what_is_late_stands_there_once_the_oldest_day_first(working):
    in_force(working)  # a promise of the 30th of November, its result due a week later
    absent = overdue(working)
    with working.work(0) as work:
        late = work.topics.add(replace(work.topics.get(1), id=0, status=TopicStatus.PRE_REVIEW))
        work.topics.add(replace(late, id=0))  # not overdue yet
        step = TopicPassage(action=TopicAction.OVERDUE, officer="", at=AT)
        work.topics.passed(late.id, step)

    working.report(message=77, text="四号楼电梯又坏了没人来修")  # not late yet

    assert found(working, finding.overdue) == [
        (M.TOPIC, late.id, date(2026, 11, 2)),
        (M.CASE, 1, date(2026, 11, 4)),
        (M.RESOLUTION, 1, date(2026, 11, 30)),
        (M.CASE, 2, date(2026, 12, 1)),
        (M.DISCLOSURE, absent.id, date(2026, 12, 10)),
    ]


def test_what_was_sent_back_lies_there_until_it_is_taken_up_again(town):
    drafted(town)
    press(town, CHEN, "hand-in")
    begun(town)
    until(town, "2026-11-30")
    back = stands(town, edition(town), EditionStatus.DRAFT)
    assert found(town, finding.sent_back) == []
    with town.work(0) as work:
        note = Passage(action=EditionAction.OBJECT, officer="wu", at=AT, note="少一笔")
        work.disclosures.passed(back.id, note)
        returned = work.topics.add(replace(work.topics.get(1), id=0, status=TopicStatus.RETURNED))
    step(town, WU, "return", "少一句")
    today = date(2026, 11, 30)

    assert found(town, finding.sent_back) == [
        (M.DISCLOSURE, back.id, date(2026, 11, 2)),
        (M.RESOLUTION, 1, today),
        (M.TOPIC, returned.id, None),
    ]


def test_what_residents_say_is_not_carried_out_lies_there_until_they_say_otherwise(working):
    in_force(working)
    live(working, LI, "101")
    live(working, ZHANG, "102")
    working.do(LI, watching.watch, 1, Reply.NO)
    working.do(ZHANG, watching.watch, 1, Reply.UNSURE)

    with working.work(0) as work:
        assert finding.doubted(work, working.now) == [Point(matter=M.RESOLUTION, about=1, count=1)]
    working.do(LI, watching.watch, 1, Reply.YES)
    assert found(working, finding.doubted) == []


def test_what_somebody_objects_to_lies_there_until_it_is_answered(town):
    public(town)
    town.ring("resolution_look") if resolution(town).status is ResolutionStatus.PUBLISHED else None
    contested = draft(town)
    with town.work(0) as work:
        work.ballots.save(replace(contested, status=BallotStatus.CONTESTED))
        running = work.topics.add(replace(work.topics.get(1), id=0, status=TopicStatus.DISCUSSION))
        against = Objection(person=LI, text="挡光", affected=True)
        work.topics.object(running.id, against, AT)
    with town.work(0) as work:
        before = finding.objections(work, town.now)
        against = Contest(person=LI, at=AT, text="太贵")
        window = replace(
            work.resolutions.get(1), status=ResolutionStatus.OBJECTION_WINDOW, contests=(against,)
        )
        window = work.resolutions.save(window)
        after = finding.objections(work, town.now)
        work.resolutions.save(replace(window, status=ResolutionStatus.DISPUTED, contests=()))
        disputed = finding.objections(work, town.now)

    others = (
        Point(matter=M.BALLOT, about=contested.id),
        Point(matter=M.TOPIC, about=running.id, count=1),
    )
    assert before == others
    assert after == (Point(matter=M.RESOLUTION, about=1, count=1), *others)
    assert disputed[0].matter is M.RESOLUTION


def test_opinions_without_their_reply_come_first(town):
    about = overdue(town).id
    first, second = give(town, about, days="15"), give(town, about, days="3")
    third = give(town, about, days="7")
    town.now += timedelta(days=5)
    with town.work(0) as work:
        numbers = [m.number for m in finding.opinions(work, town.now)]

    assert numbers == [second.number, third.number, first.number]


def test_an_opinion_is_opened_by_both_sides_and_nobody_else(town):
    given = give(town, overdue(town).id)
    for by in (WU, CHEN):
        town.do(by, looking.measure, given.id)
        assert (f"measure:{given.id}:{by}", by) in town.told()
    with pytest.raises(NotAllowed):
        town.do(LI, looking.measure, given.id)


def test_what_lapsed_was_told_to_supervision(town):
    """Each entry of the list has its words to supervision, by the clock (F03)."""
    given = give(town, overdue(town).id)
    heard = until(town, "2026-12-17")
    with town.work(0) as work:
        lapsed = [e.verb for e in work.trail.newest(looking.LAPSED, 0)]

    assert lapsed == ["missing-reply", "absent-edition"]
    assert WU in {d.address.chat for d in heard if d.facts.get("measure") == given.id}
    close(town, given)
