"""Cards that may stand in their chats twice, sent again because nobody knew of the first."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, select

from governance.notices import Kind
from storage.cards import CARDS
from storage.outbox import OUTBOX, WAITS

TWICE = "sent again; the first may have arrived"  # stands in the row of a card that was
RECENT = 20_000  # rows of the outbox looked through for it

_BEGUN = (
    select(OUTBOX.c.id)
    .join(CARDS, CARDS.c.subject == OUTBOX.c.subject)
    .where(
        WAITS,
        OUTBOX.c.kind == Kind.CARD,
        CARDS.c.message.is_(None),
    )
)
_NEWEST = select(func.max(OUTBOX.c.id)).scalar_subquery()
_SENT = (
    select(CARDS.c.subject, CARDS.c.chat, CARDS.c.message)
    .join(OUTBOX, (OUTBOX.c.subject == CARDS.c.subject) & (OUTBOX.c.message == CARDS.c.message))
    .where(OUTBOX.c.id > _NEWEST - RECENT, OUTBOX.c.error == TWICE)
    .order_by(OUTBOX.c.id)
)
_OURS = (
    select(OUTBOX.c.id)
    .where(OUTBOX.c.chat == bindparam("where"), OUTBOX.c.message == bindparam("which"))
    .limit(1)
)


def begun(connection: Connection) -> set[int]:
    """Return the deliveries of cards that stand nowhere; a sender before may have sent them."""
    return set(connection.execute(_BEGUN).scalars())


def sent(connection: Connection) -> Sequence[tuple[str, int, int]]:
    """Return (subject, chat, message) of the newest cards that were sent again, in order."""
    return [(row.subject, row.chat, row.message) for row in connection.execute(_SENT).all()]


def recorded(connection: Connection, chat: int, message: int) -> bool:
    """Say whether a message is one whose sending was written down: then it is no unknown first."""
    return connection.execute(_OURS, {"where": chat, "which": message}).first() is not None
