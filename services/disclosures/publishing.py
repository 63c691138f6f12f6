"""An edition is published by the clock, to every group in one commit (8.12, G10)."""

from collections.abc import Sequence

from governance import attention
from governance.directory import ChatKind, Role
from governance.disclosures.edition import Edition
from governance.disclosures.states import EditionAction, EditionStatus
from governance.notices import Address
from governance.programme import Item
from governance.refusals import Refusal
from services.disclosures import (
    answering,
    audience,
    carrying,
    correcting,
    counting,
    duties,
    freezing,
    meant,
    presenting,
    staging,
    stepping,
)
from services.ports import Shelf, Work

S = EditionStatus
OTHER, JOINED, MISSED = "refusal-edition-other", "edition_joined", "edition_missed"


def publish(work: Work, edition: int) -> None:
    """Publish what was signed, once supervision has had its time; the clock's errand.

    By night a group is left in peace: then it is published in the morning.
    """
    found = work.disclosures.get(edition)
    if found.status is not S.APPROVED or not _ripe(work, found):
        return
    said = stepping.given(work, found, digest=freezing.lying(work, found))
    try:
        shown = stepping.step(work, found, EditionAction.PUBLISH, said)
    except Refusal as refusal:
        _refused(work, found, refusal)
        return
    staging.shown(work, shown)
    if shown.follows:
        correcting.replaced(work, shown)
    _into(work, shown, carrying.groups(work, shown))
    readers = meant.subscribers(work, shown)
    carrying.in_private(work, shown, readers)
    for reader in readers:
        presenting.photo(work, shown, Address(chat=reader), reader)
    answering.show(work, shown)
    counting.wake(work)
    duties.wake(work, shown)
    presenting.redraw(work, shown)
    _to_print(work, shown)


def _into(work: Work, edition: Edition, chats: Sequence[int]) -> None:
    """Show an edition in groups, and the photo that stands beside its words."""
    carrying.tell(work, edition, chats)
    for chat in chats:
        presenting.photo(work, edition, Address(chat=chat), carrying.EVERYBODY)


def _ripe(work: Work, edition: Edition) -> bool:
    """Whether the time has come; by night it comes in the morning."""
    if edition.checked_until and work.now < edition.checked_until:
        return False  # it was signed anew since this was asked for
    zone, required = work.community.calendar.zone, work.community.deliberation
    if not attention.quiet(work.now, zone, required):
        return True
    at = attention.list_at(work.now, zone, required)
    key = f"{stepping.PUBLISH}:{edition.id}:{edition.revision}:{at.date()}"
    work.due(at, stepping.PUBLISH, key, edition=edition.id)
    return False


def _refused(work: Work, edition: Edition, refusal: Refusal) -> None:
    """Say why it was not published: supervision must sign yet, or other bytes lie there."""
    if refusal.key == OTHER:
        work.alarm("altered", f"edition:{edition.id}")
        presenting.officers(work, "edition-altered", edition, Role.COMMITTEE)
        presenting.officers(work, "edition-altered", edition, Role.SUPERVISION)
    else:
        presenting.officers(work, "edition-unsigned", edition, Role.SUPERVISION)


def _to_print(work: Work, edition: Edition) -> None:
    """Give the staff what hangs on the wall, and the workbook."""
    staff = work.community.chat(ChatKind.STAFF)
    if staff:
        presenting.files(work, edition, Address(chat=staff.id), 0, presenting.FILES)


def joined(work: Work, chat: int) -> None:
    """Show a group that has joined what stands shown now of each item, with the answers."""
    for item in work.community.disclosures:
        for edition in newest(work, item, chat):
            _into(work, edition, [chat])
            answering.into(work, edition, [chat])


def missed(work: Work, chat: int) -> None:
    """Show a group what was published since it was bound and never told there: it was away.

    A group is away from when the bot is told that it left until it is known where the group is.
    """
    known = work.chats.get(chat)
    if known is None:
        return
    for item in work.community.disclosures:
        for edition in work.disclosures.of(item.key):
            at = edition.published_at
            if (
                edition.status is S.PUBLISHED
                and at
                and at >= known.at
                and meant.in_group(work, edition, chat)
                and not _told(work, edition, chat)
            ):
                _into(work, edition, [chat])
                answering.into(work, edition, [chat])


def _told(work: Work, edition: Edition, chat: int) -> bool:
    """Whether a group has an edition, or it is on its way, under whatever number it had then."""
    return any(each.chat == chat for each in work.reach.carried(edition.id))


def newest(shelf: Shelf, item: Item, chat: int = 0) -> list[Edition]:
    """Return all that stands shown of an item's newest period; of what has none, the last.

    In a group it is the newest of what this group reads.
    """
    shown = [e for e in shelf.disclosures.of(item.key) if e.status is S.PUBLISHED]
    if chat:
        shown = [e for e in shown if meant.in_group(shelf, e, chat)]
    last = max((e.period.end for e in shown if e.period), default=None)
    if last is None:
        return shown[-1:]
    return [e for e in shown if e.period and e.period.end == last]


def stands(shelf: Shelf, edition: Edition) -> bool:
    """Whether an edition is of what a group that joins now is shown."""
    item = shelf.community.item(edition.item)
    return item is not None and edition.id in {each.id for each in newest(shelf, item)}


def hand_out(work: Work, edition_id: int, chat: int = 0) -> None:
    """Send whoever asks the paper and the workbook of an edition, in private."""
    edition = audience.shown(work, edition_id, chat)
    here = Address(chat=work.by.id)
    presenting.files(work, edition, here, work.by.id, (presenting.FILES[0], presenting.FILES[-1]))
