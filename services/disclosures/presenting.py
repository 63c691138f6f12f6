"""Who is shown an edition to be signed: in private, with all files and the digest (N23)."""

from collections.abc import Iterable

from governance.directory import Actor, Officer, Role
from governance.disclosures import edition as road
from governance.disclosures.contents import Report
from governance.disclosures.edition import Edition
from governance.disclosures.freezing import Part
from governance.disclosures.states import EditionAction
from governance.notices import Address, Fact, Priority
from services import deliveries
from services.disclosures import beside, freezing
from services.ports import Shelf, Work

REVIEW, FILE, PHOTO = "edition-review", "edition-file", "edition-photo"
FILES = (Part.A4, Part.A3, Part.BOOK)
SIGNING = frozenset({EditionAction.APPROVE, EditionAction.COUNTERSIGN, EditionAction.OBJECT})


def present(work: Work, edition: Edition, readers: Iterable[Officer]) -> None:
    """Show an edition to each of those who may sign it: the card, then every file."""
    for officer in readers:
        here = Address(chat=officer.telegram)
        deliveries.card(
            work,
            f"{REVIEW}:{edition.id}:{officer.telegram}:0",
            here,
            reader=officer.telegram,
            priority=Priority.ASSIGNMENT,
            afresh=True,
        )
        files(work, edition, here, officer.telegram, FILES)
        photo(work, edition, here, officer.telegram)


def photo(work: Work, edition: Edition, here: Address, reader: int) -> None:
    """Show the photo that stands beside the words of an edition, if there is one (G05)."""
    content = beside.content(work, edition)
    if isinstance(content, Report) and content.photo:
        deliveries.notice(
            work, PHOTO, here, reader=reader, priority=Priority.BROADCAST, facts=_facts(edition)
        )


def again(work: Work, edition: Edition) -> None:
    """Show it once more to whoever looks for it and may sign it, or object, as it stands now."""
    if SIGNING.intersection(choices(work, edition, work.by)):
        present(work, edition, [work.community.officer(work.by.officer)])


def choices(shelf: Shelf, edition: Edition, by: Actor) -> tuple[EditionAction, ...]:
    """Return what somebody may do to an edition now, in this community."""
    return road.choices(edition, by, alone=road.alone(shelf.community, edition))


def files(
    work: Work, edition: Edition, here: Address, reader: int, wanted: Iterable[Part]
) -> None:
    """Send files of an edition as they were frozen."""
    frozen = freezing.parts(work, edition)
    for part in wanted:
        facts = {**_facts(edition), "paper": frozen[part].id, "part": part}
        deliveries.notice(
            work, FILE, here, reader=reader, priority=Priority.ASSIGNMENT, facts=facts
        )


def redraw(work: Work, edition: Edition) -> None:
    """Draw the cards of those who sign anew."""
    work.redraw(f"{REVIEW}:{edition.id}:")


def seated(work: Work, role: Role) -> list[Officer]:
    """Return who holds an office and took it up."""
    return [officer for officer in work.community.holders(role) if officer.seated]


def officers(work: Work, key: str, edition: Edition, role: Role, **more: Fact) -> None:
    """Tell all of an office, each in private; whoever acts knows."""
    readers = (o.telegram for o in seated(work, role) if o.telegram != work.by.id)
    told(work, key, edition, readers, **more)


def told(work: Work, key: str, edition: Edition, readers: Iterable[int], **more: Fact) -> None:
    """Tell people something about an edition, each in private."""
    deliveries.each(work, key, readers, {**_facts(edition), **more})


def _facts(edition: Edition) -> dict[str, Fact]:
    return {"edition": edition.id, "serial": edition.serial, "version": edition.version}
