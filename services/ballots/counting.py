"""From the box to the result: votes are locked, counted, and the topic told what it came to."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace

from governance.ballots.ballot import ADVISORY, Ballot
from governance.ballots.methods import METHODS
from governance.ballots.result import Result, Terms, Verdict, tallied
from governance.ballots.states import Instrument, VoteAction, VoteStatus
from governance.ballots.votes import Vote, advance, entered, standing
from governance.deliberations.advance import Given, outcome
from governance.deliberations.states import Consultation, TopicAction, TopicStatus
from governance.deliberations.topic import consulted
from governance.directory import THE_CLOCK
from governance.notices import Fact
from governance.quorum import Measure
from services.ballots import telling
from services.deliberations import acting
from services.ports import Work

I = Instrument  # noqa: E741 -- as elsewhere, one letter for a long enum


def lock(work: Work, ballot: Ballot) -> None:
    """Let no vote change any more; an entered one that nobody confirmed lapses, and is told.

    What was in the box is written into the audit as one digest: nobody can alter it unseen.
    """
    for vote in work.ballots.entries(ballot.id):
        if vote.status is VoteStatus.ENTERED:
            lapsed = advance(vote, VoteAction.LAPSE, THE_CLOCK.offices, THE_CLOCK, "")
            work.ballots.settle(lapsed, VoteStatus.ENTERED)
            work.redraw(f"entry:{vote.id}:")
            enterer(work, "vote-lapsed", ballot, vote)
    work.ballots.lock(ballot.id)
    every = work.ballots.votes(ballot.id)
    detail = {"votes": len(standing(every)), "digest": digest(every)}
    work.note("lock-votes", f"ballot:{ballot.id}", detail)


def enterer(work: Work, key: str, ballot: Ballot, vote: Vote, note: str = "") -> None:
    """Tell whoever entered a vote what became of it."""
    found = work.community.known(vote.entered_by)
    if found and found.seated:
        said: dict[str, Fact] = {"ballot": ballot.id, "number": ballot.number}
        telling.officers(work, key, [found], {**said, "vote": vote.id, "note": note})


def digest(votes: Iterable[Vote]) -> str:
    """Return the SHA-256 of the votes that count, in the order of their units."""
    box = [(unit, sorted(vote.marks.items())) for unit, vote in sorted(standing(votes).items())]
    return hashlib.sha256(json.dumps(box, ensure_ascii=False).encode()).hexdigest()


def count(work: Work, ballot: Ballot) -> Result:
    """Count the votes, and write down what they came to."""
    terms = Terms(method=METHODS[ballot.method], paper=ballot.paper, rule=ballot.rule)
    votes = standing(work.ballots.votes(ballot.id))
    marks = {unit: vote.marks for unit, vote in votes.items()}
    found = tallied(terms, work.ballots.roll(ballot.id), marks)
    result = replace(found, entered=entered(votes))
    if ballot.instrument in ADVISORY:
        result = replace(result, verdict=Verdict.COUNTED)
    work.ballots.keep_result(ballot.id, result)
    detail = {"verdict": result.verdict, "entered": result.entered}
    work.note("tally-votes", f"ballot:{ballot.id}", detail)
    return result


def settle(work: Work, ballot: Ballot) -> None:
    """Tell the topic what a certified ballot came to, once nobody can contest it any more.

    A survey is a consultation and an evaluation ends the road; neither decides anything.
    """
    topic, result = work.topics.get(ballot.topic), work.ballots.result(ballot.id)
    if result is None:
        return
    given = Given(by=THE_CLOCK, at=work.now, verdict=result.verdict)
    if ballot.instrument is I.SURVEY:
        heard = result.whole.taking_part[Measure.HEADS]  # of nobody is nobody consulted (E18)
        if heard and topic.status is TopicStatus.DISCUSSION and not _outlived(work, ballot):
            work.topics.save(consulted(topic, Consultation.SURVEY))
            work.redraw(f"topic:{topic.id}:")
    elif ballot.instrument is I.EVALUATION:
        if topic.status is TopicStatus.RESOLVED:
            acting.act(work, topic.id, TopicAction.EVALUATE, given)
    elif topic.status is TopicStatus.POLLING:
        acting.act(work, topic.id, outcome(topic, result.verdict), given)


def _outlived(work: Work, ballot: Ballot) -> bool:
    """Whether the round of talk in which a ballot opened is over, and another has begun."""
    passed = work.topics.passages(ballot.topic)
    return any(p.action is TopicAction.RETRY and p.at > ballot.opens for p in passed)
