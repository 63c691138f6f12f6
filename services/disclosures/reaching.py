"""How far an edition came: every group counted, and at the head of which it stands (G10)."""

from datetime import timedelta

from governance.directory import Role
from governance.disclosures.edition import Edition
from governance.disclosures.states import EditionStatus
from governance.notices import Delivery, Kind, Policy, Priority
from governance.refusals import Unknown
from services import deliveries
from services.disclosures import carrying, presenting
from services.hearing import Asked
from services.ports import Shelf, Work

S = EditionStatus
COVERAGE, PIN = "coverage", "pin"
POSTED, UNPINNED = "edition_posted", "edition_unpinned"
GATHERS = timedelta(minutes=10)  # of the groups without the right, one line is told


def coverage(work: Work, serial: str, asked: Asked) -> None:
    """Say how far an edition came, by its serial number; of its versions the newest shown."""
    shown = [e for e in work.disclosures.standing(sorted(SHOWN)) if e.serial == serial]
    if not shown:
        raise Unknown("refusal-no-edition")
    newest = max(shown, key=lambda e: e.version)
    facts = {"edition": newest.id}
    deliveries.notice(work, COVERAGE, asked.address, reader=work.by.id, facts=facts)


SHOWN = frozenset({S.PUBLISHED, S.SUPERSEDED, S.ARCHIVED})


def posted(work: Work, subject: str) -> None:
    """Pin an edition now that its message is known, where it is the newest of its item."""
    _, number, reader, _ = subject.split(":")
    edition, here = work.disclosures.get(int(number)), work.placed(subject)
    if int(reader) != carrying.EVERYBODY or here is None or not newest(work, edition):
        return
    before = _pinned(work, edition, here.chat)
    work.tell(
        Delivery(
            key=PIN,
            kind=Kind.ENQUIRY,
            address=here,
            priority=Priority.BROADCAST,
            policy=Policy.RESEND,
            facts={"about": PIN, "edition": edition.id, "instead_of": before},
        )
    )


def newest(shelf: Shelf, edition: Edition) -> bool:
    """Whether an edition is the last of its item that stands shown."""
    shown = [e for e in shelf.disclosures.of(edition.item) if e.status is S.PUBLISHED]
    return bool(shown) and shown[-1].id == edition.id


def _pinned(work: Work, edition: Edition, chat: int) -> int:
    """Return the message of the same item that stands at the head of a group; 0 for none."""
    for other in reversed(work.disclosures.of(edition.item)):
        if other.id != edition.id and work.reach.pins(other.id).get(chat):
            place = work.placed(carrying.subject(other, carrying.EVERYBODY, chat))
            return (place.reply_to or 0) if place else 0
    return 0


def pinned(work: Work, edition: int, chat: int, *, done: bool) -> None:
    """Write down what became of pinning; where the right is missing the committee hears, once."""
    found = work.disclosures.get(edition)
    work.reach.pinned(edition, chat, work.now, done=done)
    if done:
        for other in work.disclosures.of(found.item):
            if other.id != edition and work.reach.pins(other.id).get(chat):
                work.reach.pinned(other.id, chat, work.now, done=False)
        return
    key = f"{UNPINNED}:{edition}"
    work.due(work.now + GATHERS, UNPINNED, key, edition=edition)


def unpinned(work: Work, edition: int) -> None:
    """Tell the committee in how many groups an edition could not be pinned."""
    count = sum(not done for done in work.reach.pins(edition).values())
    found = work.disclosures.get(edition)
    presenting.officers(work, "edition-unpinned", found, Role.COMMITTEE, count=count)
