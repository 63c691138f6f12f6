"""Fates of many at once: what nobody knows of, and what became stale, which its chat is told."""

from collections import Counter
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, bindparam, select, update

from governance.notices import Address, Delivery, Fate, Kind
from storage import outbox
from storage.outbox import OUTBOX, STILL_OPEN, WAITS

DROPPED = "stale-dropped"  # the key of the words
_THESE = (
    select(OUTBOX.c.id, OUTBOX.c.chat, OUTBOX.c.reader)
    .where(OUTBOX.c.id.in_(bindparam("these", expanding=True)), WAITS)
    .order_by(OUTBOX.c.id)
)
_EXPIRE = (
    update(OUTBOX)
    .where(OUTBOX.c.id.in_(bindparam("these", expanding=True)), WAITS)
    .values(status=Fate.EXPIRED)
)
_ORPHANS = (
    update(OUTBOX)
    .where(STILL_OPEN, OUTBOX.c.status == Fate.CLAIMED)
    .values(status=Fate.UNCERTAIN, error="the process ended during the send")
)
_TOLD = select(OUTBOX.c.id, OUTBOX.c.facts).where(
    WAITS,
    OUTBOX.c.words == DROPPED,
    OUTBOX.c.chat == bindparam("where"),
)
_MORE = update(OUTBOX).where(OUTBOX.c.id == bindparam("b_id")).values(facts=bindparam("b_facts"))


def orphans(connection: Connection) -> int:
    """Name uncertain what was claimed by a process that is no more; return how many."""
    return connection.execute(_ORPHANS).rowcount


def expire(connection: Connection, deliveries: Collection[int], at: int) -> int:
    """Let these expire, as far as they still wait, at a time in UTC ms; return how many did.

    A chat whose line about it has not left yet gets no second one: the count in it grows.
    """
    these = {"these": sorted(deliveries)}
    found = connection.execute(_THESE, these).all()
    connection.execute(_EXPIRE, these)
    readers = {row.chat: row.reader for row in found}
    for chat, count in Counter(row.chat for row in found).items():
        _tell(connection, chat, readers[chat], count, f"{DROPPED}:{chat}:{found[-1].id}", at)
    return len(found)


def _tell(  # noqa: PLR0913, PLR0917 -- a row, piece by piece
    connection: Connection, chat: int, reader: int, count: int, dedupe: str, at: int
) -> None:
    waiting = connection.execute(_TOLD, {"where": chat}).first()
    if waiting is not None:
        facts: Mapping[str, int] = {"count": waiting.facts["count"] + count}
        connection.execute(_MORE, {"b_id": waiting.id, "b_facts": facts})
        return
    told = Delivery(
        key=DROPPED,
        kind=Kind.NOTICE,
        address=Address(chat=chat),
        reader=reader,
        facts={"count": count},
    )
    outbox.put(connection, told, dedupe=dedupe, at=at)
