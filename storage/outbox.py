"""What is to be told, what became of it, and the cards that stand in chats."""

from dataclasses import asdict
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
    exists,
    func,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from governance.notices import Address, Delivery, Fate, Kind, Policy, Priority
from storage.chats import CHATS
from storage.database import METADATA, document, key, number

STILL_OPEN = text("status in ('waiting', 'claimed')")
OUTBOX = Table(
    "outbox",
    METADATA,
    key(),
    Column("dedupe", Text, nullable=False, unique=True),
    Column("words", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    number("reader"),
    number("chat"),
    number("reply_to", nullable=True),
    number("topic", nullable=True),
    document("instead", nullable=True),
    document("facts"),
    number("priority"),
    Column("policy", Text, nullable=False),
    Column("status", Text, nullable=False),
    number("draft"),
    number("tries"),
    number("at"),
    number("message", nullable=True),
    Column("error", Text, nullable=True),
    Index(
        "ix_outbox_open",
        "priority",
        "id",
        sqlite_where=STILL_OPEN,
        postgresql_where=STILL_OPEN,
    ),
    Index(
        "uq_outbox_card",
        "subject",
        unique=True,
        sqlite_where=text("status = 'waiting' AND kind = 'card'"),
        postgresql_where=text("status = 'waiting' AND kind = 'card'"),
    ),
)
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

_PUT = insert(OUTBOX).on_conflict_do_nothing(index_elements=["dedupe"])
_PUT_CARD = insert(OUTBOX).on_conflict_do_update(
    index_elements=["subject"],
    index_where=text("status = 'waiting' AND kind = 'card'"),
    set_={"draft": OUTBOX.c.draft + 1},
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
# what is for a group of ours where the bot may not write waits there until it may
_PARKED = exists().where(
    CHATS.c.id == OUTBOX.c.chat,
    CHATS.c.can_write.is_(False),
    CHATS.c.status.in_(("bound", "out")),
    OUTBOX.c.kind != Kind.ENQUIRY,
)
_OPEN = (
    select(OUTBOX, CARDS.c.message.is_not(None).label("posted"))
    .outerjoin(CARDS, CARDS.c.subject == OUTBOX.c.subject)
    .where(OUTBOX.c.status == Fate.WAITING, ~_PARKED)
    .order_by(OUTBOX.c.priority, OUTBOX.c.id)
    .limit(500)
)
_HOW_MANY = select(func.count()).select_from(OUTBOX).where(STILL_OPEN, ~_PARKED)
_THIS = update(OUTBOX).where(OUTBOX.c.id == bindparam("b_id"))
_CLAIM = _THIS.where(OUTBOX.c.status == Fate.WAITING).values(status=Fate.CLAIMED)
_END = _THIS.where(OUTBOX.c.draft == bindparam("b_draft")).values(
    status=bindparam("b_status"),
    message=bindparam("b_message"),
    error=bindparam("b_error"),
    tries=OUTBOX.c.tries + 1,
)
_TRY = _THIS.values(tries=OUTBOX.c.tries + 1, error=bindparam("b_error"))
_MOVE = _THIS.values(
    chat=bindparam("chat"),
    reply_to=bindparam("reply_to"),
    topic=bindparam("topic"),
    instead=bindparam("instead"),
    error=bindparam("b_error"),
    status=Fate.WAITING,
)
_ORPHANS = (
    update(OUTBOX)
    .where(OUTBOX.c.status == Fate.CLAIMED)
    .values(status=Fate.UNCERTAIN, error="the process ended during the send")
)


def put(connection: Connection, delivery: Delivery, *, dedupe: str, at: int) -> None:
    """Write a delivery; a card that is waiting already is only marked to be drawn anew."""
    row = {
        "dedupe": dedupe,
        "words": delivery.key,
        "kind": delivery.kind,
        "subject": delivery.subject,
        "reader": delivery.reader,
        **_address(delivery.address),
        "facts": dict(delivery.facts),
        "priority": int(delivery.priority),
        "policy": delivery.policy,
        "status": Fate.WAITING,
        "draft": 0,
        "tries": 0,
        "at": at,
    }
    if delivery.kind is Kind.CARD:
        _place(connection, delivery)
        connection.execute(_PUT_CARD, row)
    else:
        connection.execute(_PUT, row)


def _place(connection: Connection, delivery: Delivery) -> None:
    row = {
        "subject": delivery.subject,
        "reader": delivery.reader,
        **_address(delivery.address),
        "priority": int(delivery.priority),
        "message": None,
        "photo": False,
    }
    connection.execute(_PLACE, row)


def _address(address: Address) -> dict[str, Any]:
    instead = asdict(address.instead) if address.instead else None
    here = {"chat": address.chat, "reply_to": address.reply_to, "topic": address.topic}
    return {**here, "instead": instead}


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
        address=_addressed(row),
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


def waiting(connection: Connection) -> list[Delivery]:
    """Return what is to be sent, the most urgent first, at most 500."""
    return [_delivery(row) for row in connection.execute(_OPEN).all()]


def open_count(connection: Connection) -> int:
    """Return how many deliveries have no fate yet."""
    count: int = connection.execute(_HOW_MANY).scalar_one()
    return count


def claim(connection: Connection, delivery: int) -> bool:
    """Claim what must never be sent twice; False if it was claimed before."""
    return connection.execute(_CLAIM, {"b_id": delivery}).rowcount == 1


def end(
    connection: Connection,
    delivery: Delivery,
    fate: Fate,
    *,
    message: int | None = None,
    error: str | None = None,
) -> bool:
    """Write a fate; False if the card was asked to be drawn anew meanwhile, and so waits on."""
    row = {
        "b_id": delivery.id,
        "b_draft": delivery.draft,
        "b_status": fate,
        "b_message": message,
        "b_error": error,
    }
    return connection.execute(_END, row).rowcount == 1


def count_try(connection: Connection, delivery: int, error: str) -> None:
    """Count a send that ended without a fate; a claim is let go."""
    connection.execute(_TRY.values(status=Fate.WAITING), {"b_id": delivery, "b_error": error})


def move(connection: Connection, delivery: Delivery, address: Address, why: str) -> None:
    """Send a delivery elsewhere; a card moves with it."""
    row = {"b_id": delivery.id, "b_error": why, **_address(address)}
    connection.execute(_MOVE, row)
    if delivery.kind is Kind.CARD:
        post(connection, delivery.subject, address.chat, None, photo=False)


def orphans(connection: Connection) -> int:
    """Name uncertain what was claimed by a process that is no more; return how many."""
    return connection.execute(_ORPHANS).rowcount


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        id=row.id,
        key=row.words,
        kind=Kind(row.kind),
        subject=row.subject,
        reader=row.reader,
        address=_addressed(row),
        facts=row.facts,
        priority=Priority(row.priority),
        policy=Policy(row.policy),
        draft=row.draft,
        tries=row.tries,
        posted=bool(row.posted),
    )


def _addressed(row: Row[Any]) -> Address:
    told = row.instead and {k: row.instead.get(k) for k in ("chat", "reply_to", "topic")}
    instead = Address(**told) if told else None
    return Address(chat=row.chat, reply_to=row.reply_to, topic=row.topic, instead=instead)
