"""What Telegram gave us, raw, until it is done; and the clock's alarms, by the same door."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

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

from storage.database import METADATA, document, is_exactly, key, number
from storage.rows import padded

INBOX = Table(
    "inbox",
    METADATA,
    number("bot", primary_key=True, autoincrement=False),
    number("update_id", primary_key=True, autoincrement=False),
    number("at"),
    Column("lane", Text, nullable=False),
    number("shard", server_default="0"),
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
    Index(
        "ix_dues_unasked",
        "at",
        sqlite_where=text("status = 'unasked'"),
        postgresql_where=text("status = 'unasked'"),
    ),
)
OPEN, DONE, DEAD = "open", "done", "dead"
AT_ONCE = "at once"  # among what a connection knows: this transaction left something to do now
UNASKED = "unasked"  # of a due row: Telegram was not asked since for what it still holds
SHARDS = 64
_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")  # an escape, and no backslash before the letter u
ANSWERS = 1 << 52  # from here on ids are ours: Telegram's have at most 52 bits

STILL_OPEN, STILL_DUE = is_exactly(INBOX.c.status, OPEN), is_exactly(DUES.c.status, OPEN)
_KEEP = insert(INBOX).on_conflict_do_nothing(index_elements=["bot", "update_id"])
_THIS = update(INBOX).where(
    INBOX.c.bot == bindparam("b_bot"),
    INBOX.c.update_id == bindparam("b_update"),
    STILL_OPEN,
)
_DONE = _THIS.values(status=DONE, raw=None).returning(INBOX.c.at)
_DEAD = _THIS.values(status=DEAD, error=bindparam("b_error"))
_OPEN = (
    select(INBOX.c.update_id, INBOX.c.lane, INBOX.c.raw)
    .where(INBOX.c.bot == bindparam("bot"), STILL_OPEN)
    .order_by(INBOX.c.update_id)
)
_WAITING = _OPEN.with_only_columns(INBOX.c.update_id, INBOX.c.lane).limit(bindparam("most"))
_FETCH = _OPEN.where(INBOX.c.update_id.in_(bindparam("numbers", expanding=True)))
# of each lane no more than its turn, so that a flood in one leaves room for the others
_TURN = func.row_number().over(partition_by=INBOX.c.lane, order_by=INBOX.c.update_id)
_IN_TURN = (
    select(INBOX.c.update_id, INBOX.c.lane, _TURN.label("turn"))
    .where(
        INBOX.c.bot == bindparam("bot"),
        STILL_OPEN,
        INBOX.c.shard.in_(bindparam("shards", expanding=True)),
    )
    .subquery()
)
_OF_SHARDS = (
    select(_IN_TURN.c.update_id, _IN_TURN.c.lane)
    .where(
        _IN_TURN.c.turn <= bindparam("each"),
        _IN_TURN.c.update_id.not_in(bindparam("known", expanding=True)),
    )
    .order_by(_IN_TURN.c.update_id)
    .limit(bindparam("most"))
)
_NEWEST = select(func.max(INBOX.c.update_id)).where(
    INBOX.c.bot == bindparam("bot"), INBOX.c.update_id < ANSWERS
)
_LAST_ANSWER = select(func.max(INBOX.c.update_id)).where(
    INBOX.c.bot == bindparam("bot"), INBOX.c.update_id >= ANSWERS
)
_COUNT = select(INBOX.c.status, func.count()).group_by(INBOX.c.status)
_ASK = insert(DUES).on_conflict_do_nothing(index_elements=["key"])
_WAKE = insert(DUES)
_WAKE = _WAKE.on_conflict_do_update(
    index_elements=["key"],
    set_={"at": _WAKE.excluded.at, "words": _WAKE.excluded.words, "status": OPEN},
    where=~STILL_DUE,
)
_UNHEARD = (
    select(INBOX.c.update_id)
    .where(STILL_OPEN, INBOX.c.at >= bindparam("since"), INBOX.c.at < bindparam("until"))
    .limit(1)
)
_DUE = (
    select(DUES.c.id, DUES.c.verb, DUES.c.words)
    .where(STILL_DUE, DUES.c.at <= bindparam("now"))
    .order_by(DUES.c.at, DUES.c.id)
    .limit(200)
)
_NEXT = select(func.min(DUES.c.at)).where(STILL_DUE)
_RANG = update(DUES).where(DUES.c.id == bindparam("b_due"), STILL_DUE)


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
            "shard": shard(a.lane),
            "raw": a.raw,
            "status": OPEN,
        }
        for a in arrivals
    ]
    connection.execute(_KEEP, rows)


def shard(lane: str) -> int:
    """Return the shard of a lane: the same on every machine, for ever."""
    return crc32(lane.encode()) % SHARDS


def done(connection: Connection, bot: int, update_id: int) -> int | None:
    """Mark an update done and let go of its text; return when it was written down, in UTC ms.

    None if it was done before.
    """
    row = {"b_bot": bot, "b_update": update_id}
    found: int | None = connection.execute(_DONE, row).scalar()
    return found


def bury(connection: Connection, bot: int, update_id: int, error: str) -> bool:
    """Make an update a dead letter; its text is kept."""
    row = {"b_bot": bot, "b_update": update_id, "b_error": error}
    return connection.execute(_DEAD, row).rowcount == 1


def unfinished(connection: Connection, bot: int) -> list[Arrival]:
    """Return what was taken in and not yet done, in the order of arrival."""
    return [Arrival(*row) for row in connection.execute(_OPEN, {"bot": bot}).all()]


def dead_letter(connection: Connection, bot: int, at: int, raw: str, error: str) -> None:
    """Keep what is no update as a dead letter, under a number of our own."""
    lane, number = "rest", next_answer(connection, bot)
    row = {"bot": bot, "update_id": number, "at": at, "lane": lane, "shard": shard(lane)}
    connection.execute(_KEEP, row | {"raw": raw, "status": DEAD, "error": error})


def waiting(connection: Connection, bot: int, most: int) -> list[tuple[int, str]]:
    """Return (number, lane) of what is not yet done, in the order of arrival, at most so many."""
    asked = {"bot": bot, "most": most}
    return [(row.update_id, row.lane) for row in connection.execute(_WAITING, asked).all()]


def fetch(connection: Connection, bot: int, numbers: Sequence[int]) -> list[Arrival]:
    """Return those of these updates that are not yet done, in the order of arrival."""
    asked = {"bot": bot, "numbers": padded(numbers)}
    return [Arrival(*row) for row in connection.execute(_FETCH, asked).all()]


def of_shards(  # noqa: PLR0913 -- which, and how many of them
    connection: Connection,
    bot: int,
    shards: Collection[int],
    *,
    known: Collection[int],
    each: int,
    most: int,
) -> list[tuple[int, str]]:
    """Return (number, lane) of what is not yet done in some shards, without what is known.

    In the order of arrival, at most so many, and of each lane at most its first so many.
    """
    lists = {"shards": padded(shards), "known": padded(known)}
    asked = {"bot": bot, **lists, "each": each, "most": most}
    return [(row.update_id, row.lane) for row in connection.execute(_OF_SHARDS, asked).all()]


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


def ask(  # noqa: PLR0913 -- each is a column of the row, but the last
    connection: Connection,
    at: int,
    verb: str,
    key: str,
    words: Mapping[str, Any],
    *,
    now: bool = False,
) -> None:
    """Ask to be woken at a time in UTC ms, or `now`; the same key is asked only once."""
    if now:
        connection.info[AT_ONCE] = True
    row = {"at": at, "verb": verb, "key": key, "words": dict(words), "status": OPEN}
    connection.execute(_ASK, row)


def wake(connection: Connection, at: int, verb: str, key: str, words: Mapping[str, Any]) -> None:
    """Ask to be woken; the same key is asked anew once it has rung, and not before."""
    row = {"at": at, "verb": verb, "key": key, "words": dict(words), "status": OPEN}
    connection.execute(_WAKE, row)


def unheard(connection: Connection, since: int, until: int) -> bool:
    """Whether anything that was written down in this time, in UTC ms, is not yet done."""
    asked = {"since": since, "until": until}
    return connection.execute(_UNHEARD, asked).first() is not None


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


def clean(text: str) -> str:
    """Return an update's JSON without NULs: PostgreSQL's texts hold none."""
    return _NUL.sub(r"\1", text) if r"\u0000" in text else text
