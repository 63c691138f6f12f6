"""What Telegram gave us, raw, until it is done; and the clock's alarms, by the same door."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Index,
    Table,
    Text,
    bindparam,
    func,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from storage.database import METADATA, document, key, number

INBOX = Table(
    "inbox",
    METADATA,
    number("bot", primary_key=True, autoincrement=False),
    number("update_id", primary_key=True, autoincrement=False),
    number("at"),
    Column("lane", Text, nullable=False),
    Column("raw", Text, nullable=True),
    Column("status", Text, nullable=False),
    Column("error", Text, nullable=True),
    Index(
        "ix_inbox_open",
        "update_id",
        sqlite_where=text("status = 'open'"),
        postgresql_where=text("status = 'open'"),
    ),
)
DUES = Table(
    "dues",
    METADATA,
    key(),
    Column("key", Text, nullable=False, unique=True),
    number("at"),
    Column("verb", Text, nullable=False),
    document("words"),
    Column("status", Text, nullable=False),
    Index(
        "ix_dues_open",
        "at",
        sqlite_where=text("status = 'open'"),
        postgresql_where=text("status = 'open'"),
    ),
)
OPEN, DONE, DEAD = "open", "done", "dead"
ANSWERS = 1 << 52  # from here on ids are ours: Telegram's have at most 52 bits

_KEEP = insert(INBOX).on_conflict_do_nothing(index_elements=["bot", "update_id"])
_THIS = update(INBOX).where(
    INBOX.c.bot == bindparam("b_bot"),
    INBOX.c.update_id == bindparam("b_update"),
    INBOX.c.status == OPEN,
)
_DONE = _THIS.values(status=DONE, raw=None)
_DEAD = _THIS.values(status=DEAD, error=bindparam("b_error"))
_OPEN = (
    select(INBOX.c.update_id, INBOX.c.lane, INBOX.c.raw)
    .where(INBOX.c.bot == bindparam("bot"), INBOX.c.status == OPEN)
    .order_by(INBOX.c.update_id)
)
_NEWEST = select(func.max(INBOX.c.update_id)).where(
    INBOX.c.bot == bindparam("bot"), INBOX.c.update_id < ANSWERS
)
_LAST_ANSWER = select(func.max(INBOX.c.update_id)).where(
    INBOX.c.bot == bindparam("bot"), INBOX.c.update_id >= ANSWERS
)
_COUNT = select(INBOX.c.status, func.count()).group_by(INBOX.c.status)
_ASK = insert(DUES).on_conflict_do_nothing(index_elements=["key"])
_DUE = (
    select(DUES.c.id, DUES.c.verb, DUES.c.words)
    .where(DUES.c.status == OPEN, DUES.c.at <= bindparam("now"))
    .order_by(DUES.c.at, DUES.c.id)
    .limit(200)
)
_NEXT = select(func.min(DUES.c.at)).where(DUES.c.status == OPEN)
_RANG = update(DUES).where(DUES.c.id == bindparam("b_due"), DUES.c.status == OPEN)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One raw update: its id, the lane that keeps its order, its JSON text."""

    update_id: int
    lane: str
    raw: str


def keep(connection: Connection, bot: int, at: int, arrivals: Sequence[Arrival]) -> None:
    """Write updates down; one already there is left as it is."""
    rows = [
        {
            "bot": bot,
            "update_id": a.update_id,
            "at": at,
            "lane": a.lane,
            "raw": a.raw,
            "status": OPEN,
        }
        for a in arrivals
    ]
    connection.execute(_KEEP, rows)


def done(connection: Connection, bot: int, update_id: int) -> bool:
    """Mark an update done and let go of its text; False if it was done before."""
    row = {"b_bot": bot, "b_update": update_id}
    return connection.execute(_DONE, row).rowcount == 1


def bury(connection: Connection, bot: int, update_id: int, error: str) -> bool:
    """Make an update a dead letter; its text is kept."""
    row = {"b_bot": bot, "b_update": update_id, "b_error": error}
    return connection.execute(_DEAD, row).rowcount == 1


def unfinished(connection: Connection, bot: int) -> list[Arrival]:
    """Return what was taken in and not yet done, in the order of arrival."""
    return [Arrival(*row) for row in connection.execute(_OPEN, {"bot": bot}).all()]


def newest(connection: Connection, bot: int) -> int:
    """Return the highest update id that Telegram ever gave, 0 where there was none."""
    return connection.execute(_NEWEST, {"bot": bot}).scalar() or 0


def next_answer(connection: Connection, bot: int) -> int:
    """Return a fresh number of our own, for what Telegram answered to an enquiry."""
    last: int = connection.execute(_LAST_ANSWER, {"bot": bot}).scalar() or ANSWERS
    return last + 1


def counts(connection: Connection) -> dict[str, int]:
    """Return how many updates are open, done, dead."""
    return dict(connection.execute(_COUNT).all())


def ask(connection: Connection, at: int, verb: str, key: str, words: Mapping[str, Any]) -> None:
    """Ask to be woken at a time in UTC ms; the same key is asked only once."""
    row = {"at": at, "verb": verb, "key": key, "words": dict(words), "status": OPEN}
    connection.execute(_ASK, row)


def due(connection: Connection, now: int) -> list[tuple[int, str, dict[str, Any]]]:
    """Return what is due at a time in UTC ms, oldest first, at most 200."""
    rows = connection.execute(_DUE, {"now": now}).all()
    return [(row.id, row.verb, row.words) for row in rows]


def next_due(connection: Connection) -> int | None:
    """Return when the next thing is due, in UTC ms."""
    found: int | None = connection.execute(_NEXT).scalar()
    return found


def rang(connection: Connection, due_id: int, status: str = DONE) -> bool:
    """Mark a due row as done; False if it was before."""
    return connection.execute(_RANG.values(status=status), {"b_due": due_id}).rowcount == 1


def text_of(update: Mapping[str, Any]) -> str:
    """Return an update as the text that is kept."""
    return json.dumps(update, ensure_ascii=False, separators=(",", ":"))
