"""The numbered lines of an edition, and what was asked and answered about each (G11)."""

from collections.abc import Mapping, Sequence

from governance.disclosures import lines, readers
from governance.disclosures.contents import Content
from governance.disclosures.edition import Edition
from governance.disclosures.readers import Question
from governance.disclosures.states import EditionStatus
from services.disclosures import beside, versions
from services.ports import Shelf


def named(shelf: Shelf, edition: Edition) -> Mapping[int, str]:
    """Return the lines of an edition by number, as each is called."""
    content = beside.content(shelf, edition)
    return lines.lines(content) if content else {}


def carried(shelf: Shelf, edition: Edition, content: Content) -> Content:
    """Return what is to stand in an edition, numbered as in the versions that it corrects."""
    earlier = [
        beside.content(shelf, e)
        for e in shelf.disclosures.of(edition.item)
        if edition.follows and e.serial == edition.serial and e.version < edition.version
    ]
    used = {number for known in earlier if known for number in lines.lines(known)}
    return lines.carried(content, earlier[-1] if earlier else None, used)


def asked(shelf: Shelf, edition: Edition) -> Sequence[Question]:
    """Return what was asked about an edition in all its versions: a correction loses nothing."""
    return [q for e in versions.family(shelf, edition) for q in shelf.readings.questions(e.id)]


def about(shelf: Shelf, edition: Edition, line: int) -> Sequence[Question]:
    """Return what was asked about one line, oldest first."""
    return [q for q in asked(shelf, edition) if q.line == line]


def queried(shelf: Shelf, edition: Edition) -> int:
    """Count the lines of what stands shown that wait for an answer, in whichever version asked."""
    stands = edition.status is EditionStatus.PUBLISHED
    return readers.queried(asked(shelf, edition)) if stands else 0


def unanswered(shelf: Shelf, item: str, but: str) -> int:
    """Count the lines of an item's other editions that still wait for an answer."""
    shown = [e for e in shelf.disclosures.of(item) if e.published_at and e.serial != but]
    open_ = {(e.serial, q.line) for e in shown for q in shelf.readings.questions(e.id) if q.open}
    return len(open_)
