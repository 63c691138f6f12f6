"""What was shown is corrected by another version, with its reason; never edited (N24)."""

from dataclasses import replace
from datetime import timedelta

from governance.directory import Role
from governance.disclosures.edition import CHECKS, Edition, Given, corrected
from governance.disclosures.states import EditionAction
from services.disclosures import (
    asking,
    beside,
    carrying,
    owing,
    presenting,
    scheduling,
    staging,
    stepping,
    telling,
    versions,
)
from services.ports import Work

CORRECT = EditionAction.CORRECT


def _said(work: Work, edition: Edition, why: str = "") -> Given:
    begun = versions.correcting(work, edition)
    return replace(stepping.given(work, edition, note=why), correcting=begun)


def check(work: Work, edition: Edition) -> None:
    """Raise NotAllowed or Refusal where no correction can be begun by this person now."""
    asking.check_writer(work, edition, work.by)
    CHECKS[CORRECT](edition, _said(work, edition))


def correct(work: Work, edition: Edition, why: str) -> Edition:
    """Begin the next version out of what stands in this one, to be shown by a day.

    This one stands until then, and says to whoever reads it that it is being corrected.
    """
    check(work, edition)
    old = stepping.step(work, edition, CORRECT, _said(work, edition, why))
    days = timedelta(days=work.community.disclosing.correct_days)
    due = owing.local(work, work.now) + days
    fresh = corrected(old, work.by, why, due)
    if staging.staged(old):  # whoever carries a project out signs no version of it (A09)
        hands = tuple(dict.fromkeys((*old.drafters[:1], *fresh.drafters)))
        fresh = replace(fresh, drafters=hands)
    fresh = work.disclosures.add(fresh)
    work.disclosures.write(fresh.id, work.disclosures.content(old.id) or {})
    work.note(f"edition-{EditionAction.BEGIN}", f"edition:{fresh.id}", {"follows": old.id})
    scheduling.watch(work, fresh)
    presenting.officers(work, "edition-corrected", old, Role.SUPERVISION, note=why)
    presenting.told(work, "edition-begun", fresh, [work.by.id])
    telling.worksheet(work, fresh, work.by.id)
    carrying.redraw(work, old)
    return fresh


def replaced(work: Work, fresh: Edition) -> None:
    """Let the version before give way to the one that was shown just now, and say so.

    Whose opening no longer agrees with what is left here is to be corrected next.
    """
    old = work.disclosures.get(fresh.follows)
    stepping.step(work, old, EditionAction.SUPERSEDE, stepping.given(work, old))
    carrying.redraw(work, old)
    if other := beside.parted(work, fresh):
        for role in (Role.COMMITTEE, Role.SUPERVISION):
            presenting.officers(work, "edition-parted", other, role)
