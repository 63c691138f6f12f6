"""One vote-taking, and the one door through which it changes (8.9, A09, E05)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from governance import powers
from governance.ballots.base import Paper
from governance.ballots.methods import METHODS
from governance.ballots.roll import Roll, Scope
from governance.ballots.secrecy import obstacles
from governance.ballots.states import BallotAction, BallotStatus, Instrument
from governance.ballots.table import LIFECYCLE
from governance.directory import Actor, Community, Role
from governance.powers import Involved, Verb
from governance.quorum import Rule
from governance.refusals import NotAllowed, Refusal

A, I = BallotAction, Instrument  # noqa: E741 -- as elsewhere, one letter for a long enum
UNASKED = ("unasked",)
POT = "pot"  # lacks where the fund has not enough left for a menu (G16)
ADVISORY = frozenset({I.SURVEY, I.EVALUATION})
# an instrument that has a way of voting of its own; the others take any but these
OWN_METHOD: Mapping[Instrument, str] = {I.MENU: "menu", I.EVALUATION: "evaluation"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One question put to a roll; all but the status is fixed when it opens.

    `drafted_by` and `carried_by` (who leads the topic, too) are officers by key, `persons` the
    accounts of whoever drafted it, leads the topic or proposed it: none of them certifies it, or
    enters or confirms votes (A09). `body` names by whose numbers it is
    read, `offline` the people without an account who stand on a roll of persons or households
    besides, each as building/door/name.
    """

    id: int = 0
    number: int = 0
    topic: int
    question: str = ""
    body: str = ""
    offline: tuple[str, ...] = ()
    instrument: Instrument
    method: str
    paper: Paper
    rule: Rule
    scope: Scope
    opens: datetime
    closes: datetime
    secret: bool = False
    status: BallotStatus = BallotStatus.DRAFT
    drafted_by: str = ""
    carried_by: tuple[str, ...] = ()
    persons: tuple[int, ...] = ()
    contest_until: datetime | None = None
    void_asked_by: str = ""
    version: int = 0

    @property
    def involved(self) -> Involved:
        """Who had a hand in it, or asks to void it."""
        officers = {self.drafted_by, self.void_asked_by, *self.carried_by} - {""}
        return Involved(persons=frozenset(self.persons), officers=frozenset(officers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What comes with an action: who, when, a reason, whether he stands on the roll.

    `lacks` is what the topic lacks before a ballot may be held (deliberations.lacking): unasked,
    it is not held (E05). `roll` is the one to open with, `contest_until` the end of the window.
    """

    by: Actor
    at: datetime
    note: str = ""
    on_roll: bool = False
    lacks: tuple[str, ...] = UNASKED
    roll: Roll | None = None
    contest_until: datetime | None = None


FITS: Mapping[BallotAction, Callable[[Ballot, datetime], bool]] = {
    A.OPEN: lambda b, at: b.opens <= at,
    A.CLOSE: lambda b, at: b.closes <= at,
    A.CONTEST: lambda b, at: b.contest_until is not None and at <= b.contest_until,
    A.ASK_VOID: lambda b, _at: not b.void_asked_by,
    A.VOID: lambda b, _at: bool(b.void_asked_by),
    A.KEEP: lambda b, _at: bool(b.void_asked_by),
}


def _fits(ballot: Ballot, action: BallotAction, at: datetime) -> bool:
    return action not in FITS or FITS[action](ballot, at)


def judges(community: Community, ballot: Ballot) -> frozenset[str]:
    """Return who certifies: supervision without a conflict, else the township (A09)."""
    found = powers.approvers(community, Verb.CERTIFY_BALLOT, ballot.involved)
    return frozenset(o.key for o in found)


def roles_in(community: Community, ballot: Ballot, given: Given) -> frozenset[Role]:
    """Return what somebody is to this ballot."""
    by = given.by
    if Role.CLOCK in by.offices:
        return by.offices
    roles = by.offices & powers.POWERS[Verb.HOLD_BALLOT]
    if by.officer and by.officer in judges(community, ballot):
        judging = powers.POWERS[Verb.CERTIFY_BALLOT] | powers.POWERS[Verb.APPROVE_INSTEAD]
        roles |= by.offices & judging
    return roles | ({Role.RESIDENT} if given.on_roll else frozenset())


def choices(community: Community, ballot: Ballot, given: Given) -> tuple[BallotAction, ...]:
    """Return what this person may do now."""
    found = LIFECYCLE.choices(ballot.status, roles_in(community, ballot, given))
    return tuple(a for a in found if _fits(ballot, a, given.at))


def advance(community: Community, ballot: Ballot, action: BallotAction, given: Given) -> Ballot:
    """Return the ballot one step further; raise NotAllowed or Refusal where a rule forbids it."""
    taken = LIFECYCLE.step(ballot.status, action, roles_in(community, ballot, given))
    if not _fits(ballot, action, given.at):
        raise NotAllowed("refusal-not-allowed")
    if taken.reason and not given.note:
        raise Refusal("refusal-reason")
    if action in {A.SCHEDULE, A.OPEN}:
        _check_talked(given)
    if action is A.SCHEDULE:
        _check_ready(ballot)
    if action is A.OPEN:
        _check_roll(ballot, given.roll)
    return replace(ballot, status=taken.target, **_changed(action, given))


def _check_talked(given: Given) -> None:
    if given.lacks:
        alone = given.lacks == (POT,)
        raise Refusal("refusal-ballot-overspent" if alone else "refusal-ballot-untalked")


def _check_ready(ballot: Ballot) -> None:
    own = OWN_METHOD.get(ballot.instrument)
    fitting = ballot.method == own if own else ballot.method not in OWN_METHOD.values()
    if not fitting or ballot.method not in METHODS:
        raise Refusal("refusal-ballot-method")
    if not METHODS[ballot.method].fits(ballot.paper) or ballot.opens >= ballot.closes:
        raise Refusal("refusal-ballot-paper")
    whole = ballot.rule.whole
    binding = ballot.instrument not in ADVISORY
    if binding and not (whole.turnout and (whole.assent or not METHODS[ballot.method].assent)):
        raise Refusal("refusal-ballot-numbers")


def _check_roll(ballot: Ballot, roll: Roll | None) -> None:
    if roll is None or not roll.units:
        raise Refusal("refusal-ballot-nobody")
    if ballot.secret and (found := obstacles(ballot.rule, roll)):
        raise Refusal("refusal-ballot-secret", **found[0].facts)


def _changed(action: BallotAction, given: Given) -> dict[str, Any]:
    """Return the fields that an action sets besides the status."""
    changed: Mapping[BallotAction, dict[str, Any]] = {
        A.PUBLISH: {"contest_until": given.contest_until},
        A.ASK_VOID: {"void_asked_by": given.by.officer},
        A.KEEP: {"void_asked_by": ""},
    }
    return changed.get(action, {})
