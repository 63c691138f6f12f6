from dataclasses import replace

import pytest

from governance.ballots.methods import METHODS
from governance.ballots.motion import MOTION
from governance.ballots.result import Terms, tallied
from governance.ballots.states import BallotStatus, Instrument
from governance.ballots.votes import Vote
from governance.deliberations.statements import Second
from governance.deliberations.states import TopicStatus
from governance.refusals import NotAllowed, Refusal
from governance.resolutions.fulfilment import Answers
from governance.resolutions.states import EVALUATION, Question, Reply, ResolutionStatus
from services.resolutions import acting, asking, basis
from services.resolutions.watching import watch as watching
from tests.governance.ballots.town import BALLOT, ROLL
from tests.governance.deliberations.matters import STANDING
from tests.services.ballots.booth import live
from tests.services.joining import verified
from tests.services.resolutions.promises import (
    agreed,
    carried_out,
    disclosed,
    empty,
    heard,
    in_force,
    met,
    public,
    resolution,
    step,
    topic,
    watch,
)
from tests.services.town import AT, CHEN, GROUP, LI, WANG, WU, ZHANG

S, Q, R = ResolutionStatus, Question, Reply


def asked(town):
    with town.work(0) as work:
        return dict(work.replies.asked(1))


def answer(town, person, question, reply):
    return town.do(person, asking.answer, 1, Question(question), Reply(reply))


def whole(town):
    with town.work(0) as work:
        return asking.whole(work, work.resolutions.get(1))


# ── while it is carried out (F04) ──


def test_a_neighbour_says_what_he_sees_and_may_change_it(town):
    verified(town, LI)
    in_force(town)

    assert watch(town, LI, "yes") is R.YES
    assert heard(town, "resolution-seen-no") == []
    assert ("resolution:1:0:0", GROUP) in town.told()  # drawn anew
    watch(town, LI, "no")
    assert heard(town, "resolution-seen-no") == [WU]
    watch(town, LI, "no")
    assert heard(town, "resolution-seen-no") == []  # the same answer is told once
    watch(town, LI, "unsure")
    assert heard(town, "resolution-seen-unsure") == [CHEN, 3002]
    with town.work(0) as work:
        assert work.replies.said(1) == {(LI, Q.SEEN): R.UNSURE}


def test_nobody_reads_who_said_it(town):
    verified(town, LI)
    in_force(town)
    watch(town, LI, "no")

    [told] = [d for d in town.deliveries() if d.key == "resolution-seen-no"]
    assert str(LI) not in str(told.facts)


@pytest.mark.parametrize("by", [ZHANG, CHEN, WANG])
def test_strangers_and_those_who_carry_it_out_are_not_counted(town, by):
    if by != ZHANG:
        met(town, by)
    in_force(town)

    with pytest.raises(NotAllowed, match=r"refusal-resolution-(resident|own)"):
        watch(town, by, "yes")


def test_before_it_is_in_force_there_is_nothing_to_see(town):
    verified(town, LI)

    public(town)
    with pytest.raises(Refusal, match="refusal-closed"):
        town.do(LI, watching, 1, R.YES)


def test_a_no_to_a_published_result_brings_it_before_supervision(town):
    disclosed(town)
    watch(town, LI, "no")

    assert resolution(town).status is S.DISPUTED
    assert heard(town, "resolution-told-supervision-dispute") == [WU]
    assert ("resolution:1:4001:0", WU) in town.fresh()
    made = step(town, WU, "resume", "门还关不上")
    [clause] = made.clauses
    assert (made.status, clause.status) == (S.IMPLEMENTING, "open")
    assert town.case(clause.case).status == "dispatched"
    assert clause.until


def test_supervision_closes_what_was_disputed_with_a_reason(town):
    disclosed(town)
    watch(town, LI, "no")
    made = step(town, WU, "close", "现场看过，已装好")

    assert made.status is S.CLOSED
    assert topic(town).status is TopicStatus.EVALUATED


# ── at its end ──


def test_those_who_spoke_and_every_resident_are_asked_in_private(town):
    made = disclosed(town)

    assert made.status is S.RESULT_PUBLISHED
    assert made.result == "装好了，用了1200.50元"
    assert asked(town) == {LI: True, ZHANG: False}
    told = town.told()
    assert (f"resolution-asked:1:{LI}:0", LI) in told
    assert (f"resolution-asked:1:{ZHANG}:0", ZHANG) in told
    assert ("resolution:1:0:0", GROUP) in told


def test_whoever_drafted_it_or_carries_it_out_lives_here_and_is_not_asked(town):
    for person in (CHEN, WANG, WU):
        live(town, person, f"9{person}")
    disclosed(town)

    assert asked(town).keys() == {LI, ZHANG, WU}


def test_whom_the_bot_cannot_reach_is_asked_without_a_message(town):
    verified(town, LI)
    in_force(town)
    carried_out(town)
    with town.work(LI) as work:
        work.people.reach(LI, reachable=False)
    step(town, CHEN, "disclose", "装好了")

    assert asked(town) == {LI: True}
    assert [t for t in town.told() if t[0].startswith("resolution-asked")] == []


def test_answers_are_counted_once_and_can_be_changed(town):
    disclosed(town)
    answer(town, LI, "done", "no")
    answer(town, LI, "done", "yes")
    answer(town, ZHANG, "done", "no")
    answer(town, ZHANG, "heard", "unsure")

    assert whole(town).voters == Answers(asked=1, yes=1, no=0, unsure=0)
    assert whole(town).everybody[Q.DONE] == Answers(asked=2, yes=1, no=1, unsure=0)
    assert whole(town).everybody[Q.HEARD].silent == 1
    assert (f"resolution-asked:1:{ZHANG}:0", ZHANG) in town.told()


def test_who_was_not_asked_does_not_answer_and_nothing_else_is_asked(town):
    disclosed(town)

    for person, question in ((WANG, "done"), (LI, "seen")):
        with pytest.raises(NotAllowed):
            answer(town, person, question, "yes")


def test_the_questions_end_and_what_was_said_stands(town):
    disclosed(town)
    answer(town, LI, "done", "yes")
    town.ring("resolution_look")

    made = resolution(town)
    assert made.status is S.CLOSED
    assert made.final["voters"] == Answers(asked=1, yes=1, no=0, unsure=0)
    assert set(made.final) == {"voters", *map(str, EVALUATION)}
    assert topic(town).status is TopicStatus.EVALUATED
    assert heard(town, "resolution-told-supervision-close") == [WU]
    with pytest.raises(Refusal, match="refusal-closed"):
        answer(town, LI, "done", "no")
    before = whole(town)
    with town.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM resolution_replies")
        connection.exec_driver_sql("DELETE FROM resolution_asked")
    assert whole(town) == before  # also after people were forgotten


def test_a_topic_that_nobody_could_conclude_is_not_evaluated(town):
    verified(town, LI)

    public(town)
    empty(town, "chen", "he")
    town.ring("resolution_look")
    with town.work(0) as work:
        made = work.resolutions.get(1)
        done = replace(made, status=S.RESULT_PUBLISHED, asked_until=AT)
        acting.follow(work, work.resolutions.save(done))

    assert resolution(town).status is S.CLOSED
    assert topic(town).status is TopicStatus.RESOLVING


# ── who voted, and on what ground it stands ──


def ballot(town, number, status=BallotStatus.PUBLISHED, voted=("b3/101",), **changed):
    with town.work(0) as work:
        made = work.ballots.add(replace(BALLOT, topic=number, status=status, **changed))
        work.ballots.freeze(made.id, ROLL)
        for order, unit in enumerate(voted):
            vote = Vote(unit=unit, marks={"for": 1}, order=order)
            work.ballots.cast(made.id, vote, AT)
        terms = Terms(method=METHODS["motion"], paper=MOTION, rule=made.rule)
        votes = {unit: {"for": 1} for unit in voted}
        work.ballots.keep_result(made.id, tallied(terms, ROLL, votes))
        return made


def voters(town, number):
    with town.work(0) as work:
        return asking.voters(work, work.topics.get(number))


def test_the_household_that_voted_is_asked_and_nobody_without_an_account(town):
    number = agreed(town)
    ballot(town, number, voted=("b3/101", "b3/103"))

    assert voters(town, number) == {5001, 5002}


def test_of_a_secret_ballot_everybody_on_the_roll_is_asked(town):
    number = agreed(town)
    ballot(town, number, voted=(), secret=True)

    assert voters(town, number) == {5001, 5002, 5003, 3001, 5005}


@pytest.mark.parametrize(
    "changed",
    [
        {"status": BallotStatus.VOIDED},
        {"status": BallotStatus.DRAFT},
        {"instrument": Instrument.SURVEY},
    ],
)
def test_without_a_ballot_that_counts_those_who_seconded_or_spoke_are_asked(town, changed):
    number = agreed(town)
    ballot(town, number, **changed)
    with town.work(0) as work:
        work.topics.second(Second(topic=number, household="b3/102", person=ZHANG, at=AT))

    assert voters(town, number) == {LI, ZHANG}


def test_certified_ballots_are_published_with_roll_and_turnout(town):
    number = agreed(town)
    ballot(town, number, voted=("b3/101", "b3/102"))
    ballot(town, number, instrument=Instrument.SURVEY)
    for status in (BallotStatus.TALLIED, BallotStatus.CONTESTED, BallotStatus.VOIDED):
        ballot(town, number, status=status)
    with town.work(0) as work:
        found = basis.of(work, work.topics.get(number))

    [count] = found.counts
    assert (count.number, count.roll, count.turnout) == (1, 5, 2)
    assert count.tally == (("for", 2),)
    assert (found.minutes, found.directed) == ("", "")


def test_what_was_objected_is_published_and_how_much_of_it_was_met(town):
    number = agreed(town)
    objected = {5002: {}, 5003: {"met": "改装了静音门"}, 5005: {"withdrawn": True}}
    with town.work(0) as work:
        known = basis.of(work, work.topics.get(number))
        for person, more in objected.items():
            objection = replace(STANDING, person=str(person), **more)
            work.topics.object(number, objection, AT)
        found = basis.of(work, work.topics.get(number))

    assert (found.objections - known.objections, found.met - known.met) == (3, 2)
