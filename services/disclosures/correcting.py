"""What was shown is corrected by another version, with its reason; never edited (N24)."""

from governance.directory import Role
from governance.disclosures.edition import Edition, corrected
from governance.disclosures.states import EditionAction
from services.disclosures import asking, carrying, presenting, stepping, telling
from services.ports import Work


def correct(work: Work, edition: Edition, why: str) -> Edition:
    """Begin the next version out of what stands in this one; whoever reads this one sees it."""
    asking.check_drafter(work.community, asking.item_of(work, edition), work.by)
    action = EditionAction.CORRECT
    old = stepping.step(work, edition, action, stepping.given(work, edition, note=why))
    fresh = work.disclosures.add(corrected(old, work.by, why))
    work.disclosures.write(fresh.id, work.disclosures.content(old.id) or {})
    work.note(f"edition-{EditionAction.BEGIN}", f"edition:{fresh.id}", {"follows": old.id})
    presenting.officers(work, "edition-corrected", old, Role.SUPERVISION, note=why)
    presenting.told(work, "edition-begun", fresh, [work.by.id])
    telling.worksheet(work, fresh, work.by.id)
    carrying.redraw(work, old)
    return fresh
