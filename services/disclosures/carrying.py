"""An edition in the groups: one card in each, under its serial number (G10)."""

from collections.abc import Sequence

from governance.disclosures.edition import Edition
from governance.notices import Address, Delivery, Kind, Policy, Priority
from services.disclosures import meant
from services.ports import Work

CARD = "disclosure"
EVERYBODY = 0


def subject(edition: Edition, reader: int, chat: int) -> str:
    """Name the card of an edition in one chat; `chat` as it was numbered when it was told."""
    return f"{CARD}:{edition.id}:{reader}:{chat}"


def groups(work: Work, edition: Edition) -> Sequence[int]:
    """Return the groups in which it is shown; the community's own file says which kinds."""
    return [chat.id for chat in meant.groups(work, edition)]


def tell(work: Work, edition: Edition, chats: Sequence[int]) -> None:
    """Show an edition in groups, each exactly once, until it is known to have arrived.

    What the law demands on its day waits for no list; a group's budget counts it all the same.
    """
    day = work.now.astimezone(work.community.calendar.zone).date().isoformat()
    for chat in chats:
        work.attention.hear(chat, day)
        _card(work, edition, EVERYBODY, chat)


def in_private(work: Work, edition: Edition, people: Sequence[int]) -> None:
    """Show it to those who read along in private."""
    for person in people:
        _card(work, edition, person, person)


def again(work: Work, edition: Edition) -> None:
    """Show it in private, at the end of the chat, to whoever asks for it."""
    work.afresh(subject(edition, work.by.id, work.by.id))
    in_private(work, edition, [work.by.id])


def redraw(work: Work, edition: Edition) -> None:
    """Draw an edition anew wherever it stands: it says what became of it."""
    work.redraw_all(f"{CARD}:{edition.id}:")


def _card(work: Work, edition: Edition, reader: int, chat: int) -> None:
    work.tell(
        Delivery(
            key=CARD,
            kind=Kind.CARD,
            address=Address(chat=chat),
            subject=subject(edition, reader, chat),
            reader=reader,
            priority=Priority.BROADCAST,
            policy=Policy.ALWAYS,
        )
    )
