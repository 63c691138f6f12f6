"""A group whose id has changed: the new one stands wherever the old one stood (ChatMigrated)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    delete,
    exists,
    select,
    text,
    update,
)

from governance.notices import Delivery, Fate, Kind
from storage import cards
from storage.cards import CARDS
from storage.chats import CHATS
from storage.database import METADATA
from storage.outbox import OUTBOX, STILL_OPEN
from storage.rows import padded

# a message's number meant something in the old group alone
DEAD_NUMBERS = ("message", "reply_to", "topic")
# what is over stays as it was said: it tells where it was said
OPEN_ALONE: Mapping[str, Any] = {
    "outbox": STILL_OPEN,
    "dues": text("status = 'open'"),
    "dialogues": text("status = 'open'"),
}
_OWN = select(CARDS.c.subject).where(CARDS.c.subject.in_(bindparam("subjects", expanding=True)))
NEVER = frozenset({"audit", "audit_details", "inbox"})


def tables() -> list[Table]:
    """Return the tables that name a chat in a column, or may within a document."""
    return [
        t
        for t in METADATA.sorted_tables
        if t.name not in NEVER and ("chat" in t.c or any(_is_document(c) for c in t.c))
    ]


def move(connection: Connection, old: int, new: int) -> tuple[bool, list[Delivery]]:
    """Rewrite the id everywhere; say whether anything was, and which cards must be shown anew.

    Doing it again changes nothing.
    """
    _twins(connection, old, new)
    stranded = [
        replace(each, address=replace(each.address, chat=new, reply_to=None, topic=None))
        for each in cards.standing_in(connection, old)
    ]
    changed = _register(connection, old, new)
    for table in tables():
        if "chat" in table.c:
            changed += _column(connection, table, old, new)
        for column in filter(_is_document, table.c):
            changed += _documents(connection, table, column.name, old, new)
    return bool(changed), stranded


def _twins(connection: Connection, old: int, new: int) -> None:
    """Let go of each card of which the new group has its own: it was bound before it was known."""
    here = connection.execute(select(CARDS.c.subject).where(CARDS.c.chat == old)).scalars()
    own = {
        subject: f"{subject.removesuffix(str(old))}{new}"
        for subject in here
        if subject.endswith(f":{old}")
    }
    wanted = padded([*own.values()]) if own else []
    has = set(connection.execute(_OWN, {"subjects": wanted}).scalars()) if own else set()
    double = [subject for subject, twin in own.items() if twin in has]
    let_go(connection, double)
    if double:
        connection.execute(delete(CARDS).where(CARDS.c.subject.in_(double)))


def let_go(connection: Connection, subjects: Sequence[str]) -> None:
    """End what waits to draw these cards where they stood."""
    if subjects:
        card = OUTBOX.c.subject.in_(subjects), OUTBOX.c.kind == Kind.CARD
        ended = update(OUTBOX).where(*card, STILL_OPEN).values(status=Fate.SUPERSEDED)
        connection.execute(ended)


def _register(connection: Connection, old: int, new: int) -> int:
    """Move the registration; the new group has none of its own unless somebody was quick."""
    known = connection.execute(select(CHATS.c.id).where(CHATS.c.id == old)).first()
    if known is None:
        return 0
    connection.execute(delete(CHATS).where(CHATS.c.id == new))
    here = update(CHATS).where(CHATS.c.id == old)
    return connection.execute(here.values(id=new, version=CHATS.c.version + 1)).rowcount


def _column(connection: Connection, table: Table, old: int, new: int) -> int:
    dead: dict[str, Any] = {
        name: None if table.c[name].nullable else 0 for name in DEAD_NUMBERS if name in table.c
    }
    _clashing(connection, table, old, new)
    here = update(table).where(table.c.chat == old)
    if table.name in OPEN_ALONE:
        here = here.where(OPEN_ALONE[table.name])
    return connection.execute(here.values(chat=new, **dead)).rowcount


def _clashing(connection: Connection, table: Table, old: int, new: int) -> None:
    """Delete what the new group has of its own already: it was bound before its move was known."""
    keys = [c for c in table.constraints if isinstance(c, PrimaryKeyConstraint | UniqueConstraint)]
    for columns in (key.columns for key in keys if "chat" in key.columns):
        own = table.alias()
        same = [own.c[c.name] == c for c in columns if c.name != "chat"]
        double = exists().where(own.c.chat == new, *same)
        connection.execute(delete(table).where(table.c.chat == old, double))


def _documents(connection: Connection, table: Table, name: str, old: int, new: int) -> int:
    keys = list(table.primary_key.columns)
    # a document is text in the end: only those that hold the number at all are read
    found = select(*keys, table.c[name]).where(table.c[name].cast(Text).contains(str(old)))
    if table.name in OPEN_ALONE:
        found = found.where(OPEN_ALONE[table.name])
    count = 0
    for row in connection.execute(found).all():
        moved = _moved(row[-1], old, new)
        if moved != row[-1]:
            this = [key == row[n] for n, key in enumerate(keys)]
            connection.execute(update(table).where(*this).values({name: moved}))
            count += 1
    return count


def _is_document(column: Column[Any]) -> bool:
    return isinstance(column.type, JSON)


def _moved(found: object, old: int, new: int) -> Any:  # noqa: ANN401 -- any JSON
    if isinstance(found, list):
        return [_moved(each, old, new) for each in found]
    if not isinstance(found, dict):
        return found
    if found.get("chat") == old:
        dead = dict.fromkeys(found.keys() & set(DEAD_NUMBERS))
        return {**found, **dead, "chat": new}
    return {key: _moved(each, old, new) for key, each in found.items()}
