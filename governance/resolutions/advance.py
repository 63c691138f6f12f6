"""The one door through which a resolution changes (8.11): checked, public, then kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from governance import powers
from governance.deliberations.states import TopicStatus
from governance.directory import THE_CLOCK, Actor, Community, Role
from governance.powers import Verb
from governance.procedure import Requirements
from governance.refusals import NotAllowed, Refusal
from governance.resolutions import clauses, prices, stages
from governance.resolutions.fulfilment import Answers
from governance.resolutions.resolution import (
    Basis,
    Contest,
    Correction,
    Edition,
    Resolution,
)
from governance.resolutions.states import (
    ResolutionAction,
    ResolutionKind,
    ResolutionStatus,
)
from governance.resolutions.table import LIFECYCLE

S, A = ResolutionStatus, ResolutionAction


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What comes with an action: who, when, and a reason; `today` is the community's own day.

    `resident` is whether a verified resident acts, `topic` where the topic stands, `law` the
    article of the law, `contest` the objection that is answered, `final` what people answered,
    `winners` the projects that a menu chose: each must become a promise of its name (E19).
    """

    by: Actor
    at: datetime
    today: date
    note: str = ""
    law: str = ""
    resident: bool = False
    topic: TopicStatus | None = None
    basis: Basis | None = None
    contest: int = 0
    final: Mapping[str, Answers] = field(default_factory=dict)
    winners: Mapping[str, int] = field(default_factory=dict)
    required: Requirements = field(default_factory=Requirements)


def judges(community: Community, resolution: Resolution) -> frozenset[str]:
    """Return who checks and judges: supervision without a conflict, else the township (A09)."""
    found = powers.approvers(community, Verb.CERTIFY_BALLOT, resolution.involved)
    return frozenset(o.key for o in found)


def roles_in(community: Community, resolution: Resolution, given: Given) -> frozenset[Role]:
    """Return what somebody is to a resolution."""
    by = given.by
    if Role.CLOCK in by.offices:
        return by.offices
    roles = by.offices & (powers.POWERS[Verb.LEAD_TOPIC] | {Role.TOWNSHIP})
    if by.officer and by.officer in judges(community, resolution):
        roles |= powers.POWERS[Verb.CERTIFY_BALLOT]
    return roles | ({Role.RESIDENT} if given.resident else frozenset())


def _window_over(resolution: Resolution, given: Given) -> bool:
    until = resolution.window_until
    return until is not None and given.at >= until and not resolution.unanswered


def _any_late(resolution: Resolution, given: Given) -> bool:
    return any(clauses.is_overdue(c, given.today) for c in resolution.clauses)


def _all_settled(resolution: Resolution, _given: Given) -> bool:
    return bool(resolution.clauses) and all(c.settled for c in resolution.clauses)


def _objection(resolution: Resolution, given: Given) -> bool:
    return not given.contest or given.contest in {c.id for c in resolution.unanswered}


def _asked_long_enough(resolution: Resolution, given: Given) -> bool:
    if resolution.status is S.DISPUTED:
        return True
    return resolution.asked_until is not None and given.at >= resolution.asked_until


# which way is open where the table alone does not tell
FITS: Mapping[ResolutionAction, Callable[[Resolution, Given], bool]] = {
    A.HAND_IN: lambda r, _: not r.submitted,
    A.RETURN: lambda r, _: r.submitted,
    A.CHECK: lambda r, _: r.submitted and r.complete,
    A.ANSWER: lambda r, g: bool(r.unanswered) and _objection(r, g),
    A.UPHOLD: lambda r, g: bool(r.unanswered) and _objection(r, g),
    A.ENTER: _window_over,
    A.LATE: _any_late,
    A.CATCH_UP: lambda r, g: not _any_late(r, g),
    A.FINISH: _all_settled,
    A.CLOSE: _asked_long_enough,
}


def choices(
    community: Community, resolution: Resolution, given: Given
) -> tuple[ResolutionAction, ...]:
    """Return what this person may do now."""
    roles = roles_in(community, resolution, given)
    found = LIFECYCLE.choices(resolution.status, roles)
    return tuple(a for a in found if a not in FITS or FITS[a](resolution, given))


def advance(
    community: Community, resolution: Resolution, action: ResolutionAction, given: Given
) -> Resolution:
    """Return the resolution one step further; NotAllowed or Refusal where a rule forbids it."""
    taken = LIFECYCLE.step(resolution.status, action, roles_in(community, resolution, given))
    if action in FITS and not FITS[action](resolution, given):
        raise NotAllowed("refusal-not-allowed")
    if taken.reason and not given.note:
        raise Refusal("refusal-reason")
    if taken.proof and not given.law:
        raise Refusal("refusal-resolution-law")
    if action in CHECKS:
        CHECKS[action](resolution, given)
    return replace(resolution, status=taken.target, **_changed(resolution, action, given))


def _check_handed_in(resolution: Resolution, given: Given) -> None:
    if not resolution.complete:
        raise Refusal("refusal-resolution-incomplete")
    if missing := unwritten(resolution, given.winners):
        raise Refusal("refusal-resolution-winner", project=missing[0])
    if given.winners and resolution.kind is not ResolutionKind.PROJECT:
        raise Refusal("refusal-resolution-project")
    _check_prices(resolution, given)
    _check_days(resolution, given.today)


def unwritten(resolution: Resolution, winners: Mapping[str, int]) -> tuple[str, ...]:
    """Return the chosen projects that are no promise yet: one carries the project's own name."""
    written = {c.what for c in resolution.clauses}
    return tuple(name for name in winners if name not in written)


def _check_days(resolution: Resolution, today: date) -> None:
    """Refuse new promises whose day would come before they are in force."""
    for clause in resolution.clauses:
        if not clause.case:
            clauses.check(clause, today)


def _check_prices(resolution: Resolution, given: Given) -> None:
    """Look at the prices anew: what a menu chose may have changed since a promise was written."""
    prices.check(resolution.clauses, given.winners)


def _check_public(resolution: Resolution, given: Given) -> None:
    # what was in force before and is written anew has concluded its topic already
    ready = {TopicStatus.RESOLVING} | ({TopicStatus.RESOLVED} if resolution.earlier else set())
    if given.topic not in ready:
        raise Refusal("refusal-resolution-topic")
    if given.basis is None or not given.basis.stands:
        raise Refusal("refusal-resolution-basis")
    _check_prices(resolution, given)
    _check_days(resolution, given.today + timedelta(days=given.required.objection_days))


def _check_own(resolution: Resolution, given: Given) -> None:
    if given.by.officer and given.by.officer in resolution.involved.officers:
        raise Refusal("refusal-resolution-own")


def _check_shown(resolution: Resolution, _given: Given) -> None:
    """Refuse the end of a project while one of its stages was not shown (G05)."""
    for clause in resolution.clauses:
        if stage := stages.next_of(clause.stages):
            raise Refusal("refusal-resolution-unshown", clause=clause.number, stage=stage)


CHECKS: Mapping[ResolutionAction, Callable[[Resolution, Given], None]] = {
    A.HAND_IN: _check_handed_in,
    A.CHECK: _check_prices,
    A.PUBLISH: _check_public,
    A.DISCLOSE: _check_shown,
    A.DISPUTE: _check_own,
}


def _changed(resolution: Resolution, action: ResolutionAction, given: Given) -> dict[str, Any]:
    """Return the fields that an action sets besides the status: never the text (N14)."""
    if action in CHANGES:
        return CHANGES[action](resolution, given)
    return {}


def _published(_resolution: Resolution, given: Given) -> dict[str, Any]:
    until = given.at + timedelta(days=given.required.objection_days)
    return {"published_at": given.at, "window_until": until, "basis": given.basis}


def _disclosed(_resolution: Resolution, given: Given) -> dict[str, Any]:
    until = given.at + timedelta(days=given.required.contest_days)
    return {"result": given.note, "disclosed_at": given.at, "asked_until": until}


def _objected(resolution: Resolution, given: Given) -> dict[str, Any]:
    said = Contest(person=given.by.id, at=given.at, text=given.note)
    return {"contests": (*resolution.contests, said)}


def _answered(resolution: Resolution, given: Given) -> dict[str, Any]:
    """Answer one objection, or all that wait."""
    asked = {given.contest} if given.contest else {c.id for c in resolution.unanswered}

    def said(contest: Contest) -> Contest:
        if contest.answer or contest.id not in asked:
            return contest
        return replace(contest, answer=given.note, answered_by=given.by.officer)

    return {"contests": tuple(map(said, resolution.contests))}


def _corrected(resolution: Resolution, given: Given) -> dict[str, Any]:
    asked = Correction(officer=given.by.officer, at=given.at, note=given.note, basis=given.law)
    return {"corrections": (*resolution.corrections, asked)}


def _redrafted(resolution: Resolution, _given: Given) -> dict[str, Any]:
    """Begin anew: what was public stands beside, and is checked and published again."""
    return {
        "earlier": (*resolution.earlier, _edition(resolution)),
        "submitted": False,
        "checked_by": "",
        "basis": None,
        "window_until": None,
    }


def _edition(resolution: Resolution) -> Edition:
    words = (
        (c.who, c.what, str(c.money), c.finish_by.isoformat(), c.disclose_by.isoformat())
        for c in resolution.clauses
    )
    return Edition(text=resolution.text, clauses=tuple(words))


def _resumed(resolution: Resolution, given: Given) -> dict[str, Any]:
    until = given.today + timedelta(days=given.required.resolve_days)
    anew = tuple(clauses.again(c, until) for c in resolution.clauses)
    return {"clauses": anew, "asked_until": None}


CHANGES: Mapping[ResolutionAction, Callable[[Resolution, Given], dict[str, Any]]] = {
    A.HAND_IN: lambda _r, _g: {"submitted": True},
    A.RETURN: lambda _r, _g: {"submitted": False},
    A.CHECK: lambda _r, g: {"checked_by": g.by.officer},
    A.PUBLISH: _published,
    A.OBJECT: _objected,
    A.ANSWER: _answered,
    A.UPHOLD: _answered,
    A.ENTER: lambda _r, g: {"in_force_at": g.at},
    A.DISCLOSE: _disclosed,
    A.RESUME: _resumed,
    A.CLOSE: lambda _r, g: {"final": g.final},
    A.CORRECT: _corrected,
    A.REDRAFT: _redrafted,
}


def automatic(
    community: Community, resolution: Resolution, given: Given
) -> ResolutionAction | None:
    """Return the step that follows by rule alone, None where a human must act or wait.

    No such step refuses anything or writes a word.
    """
    by_rule = replace(given, by=THE_CLOCK, resident=False)
    return next(iter(choices(community, resolution, by_rule)), None)
