"""The one door through which a dispute changes (8.4, C02, C06)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from governance.directory import Actor, Community
from governance.mediation.dispute import Dispute
from governance.mediation.skipping import candidates, roles_in
from governance.mediation.states import DisputeAction, DisputeStatus
from governance.mediation.table import LIFECYCLE
from governance.refusals import NotAllowed, Refusal

A = DisputeAction
ANYONE = "anyone"  # the reporter accepts whichever mediator there is


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What comes with an action: a reason, the mediator wished for, the office referred to."""

    note: str = ""
    to: str = ""
    office: str = ""
    place: str = ""
    phone: str = ""


# what an action needs besides its row in the table
FITS: Mapping[DisputeAction, Callable[[Dispute], bool]] = {
    A.ACKNOWLEDGE: lambda d: d.alarming,
    A.LOWER: lambda d: d.flagged,
    A.RAISE: lambda d: not d.flagged,
    # who reported a danger may have been made to take it back (8.3)
    A.WITHDRAW: lambda d: not d.flagged,
    A.ASK_WITHDRAWAL: lambda d: d.flagged and not d.withdrawal_asked,
    A.LET_WITHDRAW: lambda d: d.withdrawal_asked,
    A.ASK_CONSENT: lambda d: d.declared,
}


def fits(dispute: Dispute, action: DisputeAction) -> bool:
    """Whether the state of flag and withdrawal allows an action."""
    return action not in FITS or FITS[action](dispute)


def choices(community: Community, dispute: Dispute, actor: Actor) -> tuple[DisputeAction, ...]:
    """Return what this person may do now."""
    found = LIFECYCLE.choices(dispute.status, roles_in(community, dispute, actor))
    return tuple(a for a in found if fits(dispute, a))


def check(
    community: Community, dispute: Dispute, action: DisputeAction, by: Actor, given: Given
) -> None:
    """Raise NotAllowed or Refusal where a rule forbids the step."""
    step = LIFECYCLE.step(dispute.status, action, roles_in(community, dispute, by))
    if not fits(dispute, action):
        raise NotAllowed("refusal-not-allowed")
    if step.reason and not given.note:
        raise Refusal("refusal-reason")
    if action is A.AGREE and not _eligible(community, dispute, given.to):
        raise Refusal("refusal-receiver")
    if action is A.REFER and not (given.office and given.place and given.phone):
        raise Refusal("refusal-office")


def _eligible(community: Community, dispute: Dispute, to: str) -> bool:
    found = {o.key for o in candidates(community, dispute)}
    return bool(found) if to == ANYONE else to in found


def advance(
    community: Community, dispute: Dispute, action: DisputeAction, by: Actor, given: Given
) -> Dispute:
    """Return the dispute one step further; raise NotAllowed or Refusal where a rule forbids it."""
    check(community, dispute, action, by, given)
    step = LIFECYCLE.step(dispute.status, action, roles_in(community, dispute, by))
    moved = replace(dispute, status=step.target)
    if action is A.RAISE:
        return flagged(moved)
    if action is A.AGREE:
        return _asked(community, moved, given.to)
    if action in {A.DECLINE, A.PASS_ON}:
        return replace(moved, mediator="", declined=(*moved.declined, moved.mediator))
    return replace(moved, **_changed(action, by, given))


def _changed(action: DisputeAction, by: Actor, given: Given) -> dict[str, Any]:
    """Return the fields that an action sets besides the status."""
    changed: Mapping[DisputeAction, dict[str, Any]] = {
        A.VACATE: {"mediator": ""},
        A.LOWER: {"flagged": False, "withdrawal_asked": False},
        A.ACKNOWLEDGE: {"acknowledged_by": by.officer},
        A.REFER: {"office": given.office, "place": given.place, "phone": given.phone},
        A.ASK_WITHDRAWAL: {"withdrawal_asked": True},
    }
    return changed.get(action, {})


def flagged(dispute: Dispute) -> Dispute:
    """Return the dispute with its flag up: everybody is called anew (C02)."""
    raised = dispute.raised + 1
    return replace(dispute, flagged=True, raised=raised, acknowledged_by="", called=())


def _asked(community: Community, dispute: Dispute, to: str) -> Dispute:
    first = candidates(community, dispute)[0].key
    return replace(dispute, mediator=first if to == ANYONE else to, anyone=to == ANYONE)


def automatic(community: Community, dispute: Dispute) -> tuple[DisputeAction, str] | None:
    """Return the step that follows by rule: the next mediator, where the reporter takes any."""
    waits = dispute.status is DisputeStatus.CONSENT_ASKED and dispute.anyone
    return (A.AGREE, ANYONE) if waits and candidates(community, dispute) else None
