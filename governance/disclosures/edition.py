"""One edition, and the one door through which it changes: written, signed by another (8.12)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from governance.directory import THE_CLOCK, Actor, Community, Role
from governance.disclosures.periods import Period
from governance.disclosures.states import EditionAction, EditionStatus
from governance.lifecycle import Lifecycle, step
from governance.powers import POWERS, Verb
from governance.refusals import NotAllowed, Refusal

S, A = EditionStatus, EditionAction

DRAFTERS = POWERS[Verb.DRAFT_DISCLOSURE]
APPROVERS = POWERS[Verb.APPROVE_DISCLOSURE]
CHECKING = POWERS[Verb.CHECK_DISCLOSURE]
CLOCK = THE_CLOCK.offices

LIFECYCLE = Lifecycle(
    step(A.BEGIN, {S.DUE, S.DRAFT}, S.DRAFT, DRAFTERS),
    step(A.SUBMIT, {S.DRAFT}, S.IN_REVIEW, DRAFTERS, Role.COMMITTEE),
    step(A.APPROVE, {S.IN_REVIEW}, S.APPROVED, APPROVERS, Role.SUPERVISION),
    step(A.COUNTERSIGN, {S.APPROVED}, S.APPROVED, CHECKING, Role.COMMITTEE),
    step(A.SEND_BACK, {S.IN_REVIEW}, S.DRAFT, APPROVERS, Role.ASSIGNEE, reason=True),
    step(A.OBJECT, {S.IN_REVIEW, S.APPROVED}, S.DRAFT, CHECKING, Role.COMMITTEE, reason=True),
    step(A.PUBLISH, {S.APPROVED}, S.PUBLISHED, CLOCK, Role.RESIDENT),
    # what was shown is never edited: it stands until another version, signed like the first,
    # is shown in its place, and says why (N24)
    step(A.CORRECT, {S.PUBLISHED}, S.PUBLISHED, DRAFTERS, Role.SUPERVISION, reason=True),
    step(A.SUPERSEDE, {S.PUBLISHED}, S.SUPERSEDED, CLOCK),
    step(A.ARCHIVE, {S.PUBLISHED}, S.ARCHIVED, CLOCK),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is shown of one item for one period, or on one occasion, in one version of it.

    `serial` is the number of the year, the same for all versions. `digest` is what was submitted,
    `signed` what its approver signed; `follows` the edition that this one corrects, and `why`.
    `checked_until` ends the window in which supervision may still object.
    """

    id: int = 0
    item: str
    period: Period | None = None
    occasion: str = ""
    due: date | None = None
    serial: str = ""
    version: int = 1
    status: EditionStatus = EditionStatus.DUE
    digest: str = ""
    drafters: tuple[str, ...] = ()  # everybody who had a hand in it, by officer
    approved_by: str = ""
    signed: str = ""
    countersigned_by: str = ""
    checked_until: datetime | None = None
    published_at: datetime | None = None
    follows: int = 0
    why: str = ""
    revision: int = 0  # of the row, by which two who save at once are told apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What comes with an action; `digest` is of what lies there now, `problems` its count.

    `alone` says that drafter and approver are one person's offices here (A15): supervision must
    sign too. `window` is how long supervision may object after the approval, `correcting` says
    that another version is being written already.
    """

    by: Actor
    at: datetime
    note: str = ""
    digest: str = ""
    problems: int = 0
    alone: bool = False
    correcting: bool = False
    window: timedelta = timedelta(days=1)


def advance(edition: Edition, action: EditionAction, given: Given) -> Edition:
    """Return the edition one step further; raise NotAllowed or Refusal where a rule forbids it."""
    taken = LIFECYCLE.step(edition.status, action, given.by.offices)
    if taken.reason and not given.note:
        raise Refusal("refusal-reason")
    if action in CHECKS:
        CHECKS[action](edition, given)
    return replace(edition, status=taken.target, **_changed(edition, action, given))


def choices(edition: Edition, by: Actor, *, alone: bool = False) -> tuple[EditionAction, ...]:
    """Return what this person may do now; to sign beside the approver only where it is asked."""
    found = LIFECYCLE.choices(edition.status, by.offices)
    signs = {A.APPROVE, A.COUNTERSIGN} if by.officer in edition.drafters else set()
    if not unsigned(edition, alone=alone):
        signs.add(A.COUNTERSIGN)
    return tuple(a for a in found if a not in signs)


def unsigned(edition: Edition, *, alone: bool) -> bool:
    """Whether all that is waited for is that supervision signs too (A15)."""
    return alone and edition.status is S.APPROVED and not edition.countersigned_by


def _check_submit(_edition: Edition, given: Given) -> None:
    if given.problems:
        raise Refusal("refusal-edition-problems", count=given.problems)
    if not given.digest:
        raise Refusal("refusal-edition-empty")


def _check_sign(edition: Edition, given: Given) -> None:
    if given.by.officer in edition.drafters:
        raise NotAllowed("refusal-conflicted")
    if given.digest != edition.digest:
        raise Refusal("refusal-edition-other")


def _check_countersign(edition: Edition, given: Given) -> None:
    _check_sign(edition, given)
    if not given.alone:
        raise Refusal("refusal-edition-alone")


def _check_publish(edition: Edition, given: Given) -> None:
    if edition.checked_until is not None and given.at < edition.checked_until:
        raise Refusal("refusal-edition-window")
    if unsigned(edition, alone=given.alone):
        raise Refusal("refusal-edition-unsigned")
    # what goes out is what was signed, to the byte (N23)
    if not given.digest or given.digest != edition.signed:
        raise Refusal("refusal-edition-other")


def _check_correct(_edition: Edition, given: Given) -> None:
    if given.correcting:
        raise Refusal("refusal-edition-correcting")


CHECKS: Mapping[EditionAction, Callable[[Edition, Given], None]] = {
    A.SUBMIT: _check_submit,
    A.APPROVE: _check_sign,
    A.COUNTERSIGN: _check_countersign,
    A.PUBLISH: _check_publish,
    A.CORRECT: _check_correct,
}

_UNSIGNED: Mapping[str, Any] = {
    "digest": "",
    "approved_by": "",
    "signed": "",
    "countersigned_by": "",
    "checked_until": None,
}


def _changed(edition: Edition, action: EditionAction, given: Given) -> Mapping[str, Any]:
    """Return the fields that an action sets besides the status."""
    hands = tuple(dict.fromkeys((*edition.drafters, given.by.officer)))
    changed: Mapping[EditionAction, Mapping[str, Any]] = {
        A.BEGIN: {"drafters": hands},
        A.SUBMIT: {"digest": given.digest, "drafters": hands},
        A.APPROVE: {
            "approved_by": given.by.officer,
            "signed": given.digest,
            "checked_until": given.at + given.window,
        },
        A.COUNTERSIGN: {"countersigned_by": given.by.officer},
        A.SEND_BACK: _UNSIGNED,
        A.OBJECT: _UNSIGNED,
        A.PUBLISH: {"published_at": given.at},
    }
    return changed.get(action, {})


def alone(community: Community, edition: Edition) -> bool:
    """Whether secretary and chair are one person who wrote or signed it (A15)."""
    hands = {*edition.drafters, edition.approved_by}
    return any(o.one_shoulder and o.key in hands for o in community.officers)


def corrected(edition: Edition, by: Actor, why: str, due: date) -> Edition:
    """Return the version that is to replace one that was shown, as its drafter begins it."""
    return Edition(
        item=edition.item,
        period=edition.period,
        occasion=edition.occasion,
        due=due,
        serial=edition.serial,
        version=edition.version + 1,
        status=EditionStatus.DRAFT,
        drafters=(by.officer,),
        follows=edition.id,
        why=why,
    )
