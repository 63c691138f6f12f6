"""What stands at the doors, for a look from outside: counts, keys, fates; no word of people."""

import re
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from storage import inbox
from storage.audit import AUDIT, SEALS
from storage.inbox import DUES, INBOX
from storage.outbox import OUTBOX

NEWEST, DEAD = 40, 10
# An error may quote what somebody wrote: only its first words are told, and of those no figures.
_FOLDERS = re.compile(r"\S*/")
_FIGURES = re.compile(r"[^A-Za-z_ .:'-]")

_OLDEST = select(func.min(INBOX.c.at)).where(inbox.STILL_OPEN)
_DEAD = (
    select(INBOX.c.update_id, INBOX.c.error)
    .where(INBOX.c.status == inbox.DEAD)
    .order_by(INBOX.c.update_id.desc())
    .limit(bindparam("most"))
)
_OUT = (
    select(
        OUTBOX.c.id,
        OUTBOX.c.at,
        OUTBOX.c.words.label("key"),
        OUTBOX.c.kind,
        OUTBOX.c.chat,
        OUTBOX.c.reader,
        OUTBOX.c.priority,
        OUTBOX.c.status,
        OUTBOX.c.tries,
        OUTBOX.c.error,
    )
    .order_by(OUTBOX.c.id.desc())
    .limit(bindparam("most"))
)
_FATES = select(OUTBOX.c.status, func.count()).group_by(OUTBOX.c.status)
_DUE = select(func.count()).select_from(DUES).where(inbox.STILL_DUE)
_SEALED = (
    select(func.count()).select_from(SEALS).where(SEALS.c.community == bindparam("community"))
)
_NOTED = select(func.count()).select_from(AUDIT).where(AUDIT.c.community == bindparam("community"))


def look(connection: Connection, community: int, now: int) -> dict[str, Any]:
    """Return what waits and what became of it, at a time in UTC ms."""
    held = inbox.counts(connection)
    oldest = connection.execute(_OLDEST).scalar()
    place = {"community": community}
    sealed = _count(connection, _SEALED, place)
    return {
        "inbox": {s: held.get(s, 0) for s in (inbox.OPEN, inbox.DONE, inbox.DEAD)},
        "lag_ms": 0 if oldest is None else max(0, now - oldest),
        "outbox": [_shown(row) for row in connection.execute(_OUT, {"most": NEWEST}).mappings()],
        "fates": dict(connection.execute(_FATES).all()),
        "dead": [_shown(row) for row in connection.execute(_DEAD, {"most": DEAD}).mappings()],
        "due": {"open": _count(connection, _DUE, {}), "next": inbox.next_due(connection)},
        "audit": {"sealed": sealed, "tail": _count(connection, _NOTED, place) - sealed},
    }


def _count(connection: Connection, counted: Select[Any], where: dict[str, int]) -> int:
    count: int = connection.execute(counted, where).scalar_one()
    return count


def _shown(row: Any) -> dict[str, Any]:  # noqa: ANN401 -- a row, as a mapping
    told = dict(row)
    if told["error"]:
        first = ":".join(_FOLDERS.sub("", told["error"]).split(":")[:2])
        told["error"] = _FIGURES.sub("", first).strip(" :")
    return told
