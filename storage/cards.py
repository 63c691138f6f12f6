"""The cards that stand in chats, and the columns in which a row holds an address."""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Index,
    Row,
    Table,
    Text,
    bindparam,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from governance.notices import Address, Delivery, Kind, Priority
from storage.database import METADATA, document, number

CARDS = Table(
    "cards",
    METADATA,
    Column("subject", Text, primary_key=True),
    number("reader"),
    number("chat"),
    number("reply_to", nullable=True),
    number("topic", nullable=True),
    document("instead", nullable=True),
    number("priority"),
    number("message", nullable=True),
    Column("photo", Boolean, nullable=False),
    Index(None, "chat", "message"),
)

_PLACE = insert(CARDS).on_conflict_do_nothing(index_elements=["subject"])
_CARD = select(CARDS).where(CARDS.c.subject == bindparam("wanted"))
# a range, not LIKE: the key's own index answers it; "~" stands after all that a subject holds
_PLACED = select(CARDS).order_by(CARDS.c.subject)
_CARDS = _PLACED.where(CARDS.c.subject.between(bindparam("wanted"), bindparam("until")))
_STANDING = _PLACED.where(CARDS.c.chat == bindparam("where"), CARDS.c.message.is_not(None))
_STANDS = select(CARDS.c.subject).where(
    CARDS.c.chat == bindparam("where"), CARDS.c.message == bindparam("which")
)
_POST = (
    update(CARDS)
    .where(CARDS.c.subject == bindparam("b_subject"))
    .values(message=bindparam("b_message"), chat=bindparam("b_chat"), photo=bindparam("b_photo"))
)
_LOSE = (
    update(CARDS)
    .where(CARDS.c.subject == bindparam("b_subject"))
    .where(CARDS.c.chat == bindparam("b_where"), CARDS.c.message == bindparam("b_which"))
    .values(message=None, chat=bindparam("b_chat"), photo=False)
)


def columns(address: Address) -> dict[str, Any]:
    """Return an address as the columns of a row."""
    instead = columns(address.instead) if address.instead else None
    here = {"chat": address.chat, "reply_to": address.reply_to, "topic": address.topic}
    return {**here, "instead": instead}


def addressed(row: Row[Any]) -> Address:
    """Return the address that stands in a row."""
    told = row.instead and {k: row.instead.get(k) for k in ("chat", "reply_to", "topic")}
    instead = Address(**told) if told else None
    return Address(chat=row.chat, reply_to=row.reply_to, topic=row.topic, instead=instead)


def place(connection: Connection, delivery: Delivery) -> None:
    """Remember that a card is to stand in a chat; one that is known stays as it is."""
    row = {
        "subject": delivery.subject,
        "reader": delivery.reader,
        **columns(delivery.address),
        "priority": int(delivery.priority),
        "message": None,
        "photo": False,
    }
    connection.execute(_PLACE, row)


def card(connection: Connection, subject: str) -> Row[Any] | None:
    """Return where a card stands (chat, message, photo), if it was ever placed."""
    return connection.execute(_CARD, {"wanted": subject}).first()


def cards(connection: Connection, subjects: str) -> list[Delivery]:
    """Return every card placed whose subject begins so, each as a delivery that draws it anew."""
    rows = connection.execute(_CARDS, {"wanted": subjects, "until": f"{subjects}~"}).all()
    return [_drawn(row) for row in rows]


def standing_in(connection: Connection, chat: int) -> list[Delivery]:
    """Return every card that stands in a chat, each as a delivery that draws it anew."""
    return [_drawn(row) for row in connection.execute(_STANDING, {"where": chat}).all()]


def _drawn(row: Row[Any]) -> Delivery:
    return Delivery(
        key=row.subject.split(":", 1)[0],
        kind=Kind.CARD,
        address=addressed(row),
        subject=row.subject,
        reader=row.reader,
        priority=Priority(row.priority),
    )


def stands(connection: Connection, chat: int, message: int) -> str:
    """Return the subject of the card that is this message, or nothing."""
    found: str | None = connection.execute(_STANDS, {"where": chat, "which": message}).scalar()
    return found or ""


def post(
    connection: Connection, subject: str, chat: int, message: int | None, *, photo: bool
) -> None:
    """Remember the message as which a card stands; None where it is gone."""
    row = {"b_subject": subject, "b_chat": chat, "b_message": message, "b_photo": photo}
    connection.execute(_POST, row)


def lose(connection: Connection, subject: str, message: int, *, where: int, chat: int) -> None:
    """Let a card be posted in a chat: the message where it stood is gone. Not if it has moved."""
    row = {"b_subject": subject, "b_which": message, "b_where": where, "b_chat": chat}
    connection.execute(_LOSE, row)
