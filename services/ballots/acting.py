"""Taking a step of a ballot: one verb, one unit of work, telling included (8.9)."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import cast

from governance import powers
from governance.ballots import ballot as road
from governance.ballots.ballot import POT, Ballot, Given
from governance.ballots.bodies import body
from governance.ballots.passages import Passage
from governance.ballots.roll import Roll
from governance.ballots.states import OVER, BallotAction, BallotStatus
from governance.ballots.table import LIFECYCLE
from governance.deliberations.advance import before_ballot
from governance.deliberations.required import required
from governance.deliberations.states import TopicAction
from governance.deliberations.topic import Topic
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import THE_CLOCK, Actor
from governance.notices import Address, Fact
from governance.powers import Verb
from services import deliveries, pots, talks
from services.ballots import boxes, counting, printing, reminding, rolling, telling
from services.ports import Work

A, S = BallotAction, BallotStatus
ANYTHING = "?"  # holds the place of words that a talk will gather


def press(work: Work, ballot_id: int, action: BallotAction) -> Ballot | Dialogue | None:
    """Take the step of a button, or open the talk that it needs; None where something lacks."""
    ballot = work.ballots.get(ballot_id)
    given = by_hand(work, ballot, ANYTHING)
    taken = LIFECYCLE.step(ballot.status, action, road.roles_in(work.community, ballot, given))
    if taken.reason:
        road.advance(work.community, ballot, action, given)
        return talks.open_form(
            work, DialogueKind.BALLOT_STEP, ballot=ballot.id, number=ballot.number, action=action
        )
    if action is A.SCHEDULE and (missing := lacking(work, ballot)):
        said: dict[str, Fact] = {"number": ballot.number, "missing": ",".join(missing)}
        here = Address(chat=work.by.id)
        deliveries.notice(work, "ballot-lacking", here, reader=work.by.id, facts=said)
        return None
    return act(work, ballot_id, action)


def act(work: Work, ballot_id: int, action: BallotAction, note: str = "") -> Ballot:
    """Take one step by hand, and what follows by rule; raise Refusal or Conflict."""
    ballot = work.ballots.get(ballot_id)
    return step(work, ballot, action, by_hand(work, ballot, note))


def by_clock(work: Work, ballot: Ballot, action: BallotAction) -> Ballot:
    """Take a step that nobody's hand takes."""
    return step(work, ballot, action, given(work, ballot, THE_CLOCK, ""))


def step(work: Work, ballot: Ballot, action: BallotAction, given: Given) -> Ballot:
    """Take one step of a ballot as it was read."""
    roles = road.roles_in(work.community, ballot, given)
    tells = LIFECYCLE.step(ballot.status, action, roles).tells
    moved = work.ballots.save(road.advance(work.community, ballot, action, given))
    passage = Passage(
        action=action,
        officer=given.by.officer,
        person=given.by.id,
        at=given.at,
        note=given.note,
    )
    work.ballots.passed(ballot.id, passage)
    detail = {"note": given.note, "status": moved.status}
    work.note(f"ballot-{action}", f"ballot:{ballot.id}", detail)
    telling.step(work, moved, action, given, tells)
    if follow := FOLLOWS.get(action):
        moved = follow(work, moved, given)
    telling.redraw(work, moved)
    return moved


def by_hand(work: Work, ballot: Ballot, note: str) -> Given:
    """Return what comes with a step of whoever acts now."""
    return given(work, ballot, work.by, note)


def given(work: Work, ballot: Ballot, by: Actor, note: str) -> Given:
    """Return what comes with a step; the roll only when a ballot is opened."""
    opening = ballot.status is S.SCHEDULED and by is THE_CLOCK
    days = timedelta(days=work.community.deliberation.contest_days)
    return Given(
        by=by,
        at=work.now,
        note=note,
        on_roll=bool(by.id > 0 and work.ballots.units_of(ballot.id, by.id)),
        lacks=lacking(work, ballot),
        roll=rolling.frozen(work, ballot) if opening else None,
        # what is published again is not contested for another time
        contest_until=ballot.contest_until or work.now + days,
    )


def lacking(work: Work, ballot: Ballot) -> tuple[str, ...]:
    """Return what the topic lacks before this ballot, the notice that its body wants too (E05)."""
    topic = work.topics.get(ballot.topic)
    missing = before_ballot(topic, ballot.instrument, required(work.community, topic), work.now)
    others = {
        "notice": not _made_known(work, topic, ballot),
        "another": any(_competes(each, ballot) for each in work.ballots.of_topic(topic.id)),
        POT: pots.overspent(work, ballot),
    }
    return (*missing, *(name for name, lacks in others.items() if lacks))


def _competes(other: Ballot, ballot: Ballot) -> bool:
    """Whether two ballots would decide the same at once."""
    both = (other, ballot)
    binding = all(b.instrument not in road.ADVISORY for b in both)
    return binding and other.id != ballot.id and other.status not in {*OVER, S.DRAFT}


def _made_known(work: Work, topic: Topic, ballot: Ballot) -> bool:
    found = body(work.community, ballot.body)
    if found is None or not found.notice_days or ballot.instrument in road.ADVISORY:
        return True
    told = [p.at for p in work.topics.passages(topic.id) if p.action is TopicAction.NOTICE]
    return bool(told) and ballot.opens - told[0] >= timedelta(days=found.notice_days)


def require_holder(work: Work) -> None:
    """Raise NotAllowed unless the actor holds ballots."""
    powers.require(work.by, Verb.HOLD_BALLOT)


def _scheduled(work: Work, ballot: Ballot, _given: Given) -> Ballot:
    work.due(ballot.opens, "ballot_open", f"ballot-open:{ballot.id}", ballot=ballot.id)
    return ballot


def _opened(work: Work, ballot: Ballot, given: Given) -> Ballot:
    work.ballots.freeze(ballot.id, cast(Roll, given.roll))  # without one it did not open
    if ballot.secret:
        boxes.begin(work, ballot)
    work.due(
        ballot.closes, "ballot_close", f"ballot-close:{ballot.id}:0", ballot=ballot.id, turn=0
    )
    telling.public(work, ballot)
    telling.from_afar(work, ballot)
    reminding.arm(work, ballot)
    return ballot


def _closed(work: Work, ballot: Ballot, _given: Given) -> Ballot:
    if ballot.secret:
        boxes.close(work, ballot)
    else:
        counting.lock(work, ballot)
    return by_clock(work, ballot, A.TALLY)


def _tallied(work: Work, ballot: Ballot, _given: Given) -> Ballot:
    if not ballot.secret:  # what was in its box was counted when it was opened
        counting.count(work, ballot)
    return ballot


def _certified(work: Work, ballot: Ballot, _given: Given) -> Ballot:
    return by_clock(work, ballot, A.PUBLISH)


def _published(work: Work, ballot: Ballot, _given: Given) -> Ballot:
    telling.public(work, ballot)
    telling.from_afar(work, ballot)
    printing.ask(work, ballot)
    waited_for(work, ballot)
    return ballot


def waited_for(work: Work, ballot: Ballot) -> None:
    """Ask to be woken when nobody can contest any more."""
    until = ballot.contest_until or work.now
    key = f"ballot-final:{ballot.id}:{ballot.version}"
    work.due(max(until, work.now), "ballot_final", key, ballot=ballot.id)


def _kept(work: Work, ballot: Ballot, _given: Given) -> Ballot:
    if ballot.status is S.PUBLISHED:
        waited_for(work, ballot)
    return ballot


def _voided(work: Work, ballot: Ballot, _given: Given) -> Ballot:
    if ballot.secret:
        boxes.discard(work, ballot)
    telling.public(work, ballot)
    return ballot


FOLLOWS: Mapping[BallotAction, Callable[[Work, Ballot, Given], Ballot]] = {
    A.SCHEDULE: _scheduled,
    A.OPEN: _opened,
    A.CLOSE: _closed,
    A.TALLY: _tallied,
    A.CERTIFY: _certified,
    A.UPHOLD: _certified,
    A.PUBLISH: _published,
    A.KEEP: _kept,
    A.VOID: _voided,
}
