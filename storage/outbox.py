"""What is to be told, and what became of it."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Index,
    Row,
    Table,
    Text,
    and_,
    bindparam,
    exists,
    false,
    func,
    null,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from governance.notices import Address, Delivery, Fate, Kind, Policy, Priority
from storage.cards import CARDS, addressed, columns, place, post
from storage.chats import CHATS
from storage.database import METADATA, document, is_exactly, key, number
from storage.rows import moment, padded

PAGE = 500
POSTED = "posted"  # among what a connection knows: this transaction put something here
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
WAITS = and_(STILL_OPEN, is_exactly(OUTBOX.c.status, Fate.WAITING))
_PUT = insert(OUTBOX).on_conflict_do_nothing(index_elements=["dedupe"])
_PUT_CARD = insert(OUTBOX).on_conflict_do_update(
    index_elements=["subject"],
    index_where=text("status = 'waiting' AND kind = 'card'"),
    set_={"draft": OUTBOX.c.draft + 1},
)
# what is for a group of ours where the bot may not write waits there until it may
PARKED = exists().where(
    CHATS.c.id == OUTBOX.c.chat,
    CHATS.c.can_write.is_(False),
    CHATS.c.status.in_(("bound", "out")),
    OUTBOX.c.kind != Kind.ENQUIRY,
)
_OPEN = (
    select(
        OUTBOX,
        CARDS.c.message.is_not(None).label("posted"),
        CARDS.c.chat.label("stands"),
    )
    .outerjoin(CARDS, CARDS.c.subject == OUTBOX.c.subject)
    .where(WAITS, ~PARKED)
    .order_by(OUTBOX.c.priority, OUTBOX.c.id)
    .limit(PAGE)
)
_ASKED = (
    select(OUTBOX, false().label("posted"), null().label("stands"))
    .where(STILL_OPEN, OUTBOX.c.status == Fate.CLAIMED, OUTBOX.c.kind == Kind.ENQUIRY)
    .order_by(OUTBOX.c.id)
)
_NEWS = _OPEN.where(OUTBOX.c.id > bindparam("newest")).order_by(None).order_by(OUTBOX.c.id)
_NOW = _OPEN.where(OUTBOX.c.id == bindparam("wanted"))
_OTHERS = _OPEN.where(OUTBOX.c.chat.not_in(bindparam("but", expanding=True)))
_NOWHERE = select(CARDS.c.subject).where(
    CARDS.c.subject.between(bindparam("first"), bindparam("last")), CARDS.c.message.is_(None)
)
_FATES = select(OUTBOX.c.subject, OUTBOX.c.status).where(
    OUTBOX.c.subject.in_(bindparam("subjects", expanding=True))
)
_HOW_MANY = select(func.count()).select_from(OUTBOX).where(STILL_OPEN, ~PARKED)
_THIS = update(OUTBOX).where(OUTBOX.c.id == bindparam("b_id"))
_CLAIM = _THIS.where(WAITS).values(status=Fate.CLAIMED)
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


def put(connection: Connection, delivery: Delivery, *, dedupe: str, at: int) -> None:
    """Write a delivery; a card that is waiting already is only marked to be drawn anew."""
    connection.info[POSTED] = True
    row = {
        "dedupe": dedupe,
        "words": delivery.key,
        "kind": delivery.kind,
        "subject": delivery.subject,
        "reader": delivery.reader,
        **columns(delivery.address),
        "facts": dict(delivery.facts),
        "priority": int(delivery.priority),
        "policy": delivery.policy,
        "status": Fate.WAITING,
        "draft": 0,
        "tries": 0,
        "at": at,
    }
    if delivery.kind is Kind.CARD:
        place(connection, delivery)
        connection.execute(_PUT_CARD, row)
    else:
        connection.execute(_PUT, row)


def waiting(connection: Connection, *, but: Collection[int] = ()) -> list[Delivery]:
    """Return what is to be sent, the most urgent first, a page; nothing to the chats named."""
    found = connection.execute(_OTHERS, {"but": padded(but)}) if but else connection.execute(_OPEN)
    return [_delivery(row) for row in found.all()]


def since(connection: Connection, newest: int) -> list[Delivery]:
    """Return what came after a row and is to be sent, in the order in which it came, a page."""
    return [_delivery(row) for row in connection.execute(_NEWS, {"newest": newest}).all()]


def now(connection: Connection, delivery: int) -> Delivery | None:
    """Return what waits as it stands by now; None if it does not wait any more."""
    row = connection.execute(_NOW, {"wanted": delivery}).first()
    return _delivery(row) if row else None


def asked(connection: Connection) -> list[Delivery]:
    """Return the enquiries that are claimed and have no answer yet."""
    return [_delivery(row) for row in connection.execute(_ASKED)]


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
    row = {"b_id": delivery.id, "b_error": why, **columns(address)}
    connection.execute(_MOVE, row)
    if delivery.kind is Kind.CARD:
        post(connection, delivery.subject, address.chat, None, photo=False)


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        id=row.id,
        key=row.words,
        kind=Kind(row.kind),
        subject=row.subject,
        reader=row.reader,
        address=addressed(row),
        facts=row.facts,
        priority=Priority(row.priority),
        policy=Policy(row.policy),
        draft=row.draft,
        tries=row.tries,
        posted=bool(row.posted),
        stands=row.stands or 0,
        at=moment(row.at),
    )


def left(connection: Connection, subjects: str) -> set[str]:
    """Return the cards that arrived, stand nowhere now, and are not on their way."""
    where = {"first": subjects, "last": f"{subjects}~"}
    nowhere = connection.execute(_NOWHERE, where).scalars().all()
    fates: dict[str, set[str]] = {}
    if nowhere:
        for row in connection.execute(_FATES, {"subjects": padded(nowhere)}):
            fates.setdefault(row.subject, set()).add(row.status)
    open_yet = {Fate.WAITING, Fate.CLAIMED}
    return {name for name, found in fates.items() if Fate.SENT in found and not open_yet & found}
