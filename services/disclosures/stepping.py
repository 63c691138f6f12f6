"""One step of an edition: taken, written down, and heard of by nobody yet (8.12)."""

from collections.abc import Mapping

from governance.disclosures import edition as road
from governance.disclosures.edition import Edition, Given
from governance.disclosures.readers import Passage
from governance.disclosures.states import EditionAction
from services.disclosures import telling
from services.ports import Work

PUBLISH = "edition_publish"


def given(
    work: Work, edition: Edition, *, note: str = "", digest: str = "", problems: int = 0
) -> Given:
    """Return what the rules must know of this moment."""
    return Given(
        by=work.by,
        at=work.now,
        note=note,
        digest=digest,
        problems=problems,
        alone=road.alone(work.community, edition),
        window=work.community.disclosing.window,
    )


def step(
    work: Work,
    edition: Edition,
    action: EditionAction,
    said: Given,
    detail: Mapping[str, int] | None = None,
) -> Edition:
    """Take one step, write it down, and draw its worksheets; nobody is told of it here."""
    moved = work.disclosures.save(road.advance(edition, action, said))
    passage = Passage(action=action, officer=said.by.officer, at=said.at, note=said.note)
    work.disclosures.passed(moved.id, passage)
    told = {"digest": said.digest, "note": said.note, "status": moved.status, **(detail or {})}
    work.note(f"edition-{action}", f"edition:{moved.id}", told, by=said.by)
    telling.restated(work, moved)
    return moved


def wake(work: Work, edition: Edition) -> None:
    """Let an edition be published once supervision has had its time."""
    at = max(edition.checked_until or work.now, work.now)
    key = f"{PUBLISH}:{edition.id}:{edition.revision}"
    work.due(at, PUBLISH, key, edition=edition.id)
