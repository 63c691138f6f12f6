"""Asking what is disclosed: the calendar, the archive, the coverage; one edition (G06, G09)."""

from collections.abc import Sequence
from enum import StrEnum

from governance.disclosures.edition import Edition
from governance.disclosures.states import SHOWN
from governance.notices import Address, Fact
from governance.refusals import Unknown
from services import deliveries
from services.disclosures import answering, asking, carrying, meant, owing, presenting, telling
from services.hearing import Asked
from services.ports import Shelf, Work

KEY = "disclosures"


class List(StrEnum):
    """What can be looked at."""

    CALENDAR = "calendar"
    ARCHIVE = "archive"
    COVERAGE = "coverage"
    ITEMS = "items"


def listing(work: Work, asked: Asked) -> None:
    """Show the calendar to whoever asks, in a group or in private."""
    _told(work, List.CALENDAR, 0, asked.address)


def page(work: Work, start: int, shown: List) -> None:
    """Show a page of one of the lists in private; of the items only to whoever changes them."""
    _told(work, shown, start, Address(chat=work.by.id))


def _told(work: Work, shown: List, start: int, address: Address) -> None:
    today = owing.local(work, work.now).isoformat()
    facts: dict[str, Fact] = {"list": shown, "start": start, "day": today}
    deliveries.notice(work, KEY, address, reader=work.by.id, facts=facts)


def archive(shelf: Shelf) -> Sequence[Edition]:
    """Return all that was shown, the newest first; old versions stand beside the new (N24)."""
    found = [e for e in shelf.disclosures.standing(sorted(SHOWN)) if e.published_at]
    return sorted(found, key=lambda e: (e.published_at, e.id), reverse=True)


def show(work: Work, edition_id: int) -> None:
    """Show the worksheet of an edition to whoever writes, signs or checks it; to nobody else.

    Whoever may sign it now, or object, has before him what is signed, with every file.
    """
    edition = work.disclosures.get(edition_id)
    item = asking.item_of(work, edition)
    mine = asking.may_write(work, edition, work.by)
    if not (mine or asking.concerned(work.community, item, work.by)):
        raise Unknown("refusal-no-edition")
    telling.worksheet(work, edition, work.by.id)
    presenting.again(work, edition)


def again(work: Work, edition_id: int) -> None:
    """Show what was shown again, in private, with its answers; to whoever it is for."""
    edition = work.disclosures.get(edition_id)
    asking.item_of(work, edition)  # what has left the file is drawn no more
    if edition.published_at is None or not meant.reads(work, edition, work.by):
        raise Unknown("refusal-no-edition")
    carrying.again(work, edition)
    presenting.photo(work, edition, Address(chat=work.by.id), work.by.id)
    answering.again(work, edition)
