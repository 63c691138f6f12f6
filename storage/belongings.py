"""What belongs to one community: found by its number, or along foreign keys that lead to it."""

import importlib
import json
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    Text,
    cast,
    delete,
    false,
    func,
    or_,
    select,
    true,
)

import storage
from storage import audit
from storage.cases.tables import CASES
from storage.chats import CHATS
from storage.database import METADATA, within
from storage.directory import COMMUNITIES
from storage.forgetting import FORGOTTEN
from storage.inbox import DUES
from storage.mediation import DISPUTES
from storage.outbox import OUTBOX

for _module in pkgutil.iter_modules(storage.__path__, "storage."):
    importlib.import_module(_module.name)  # so that every table is known

OWN = ("community_id", "community")
NEVER = frozenset({FORGOTTEN.name})  # tells after a restore whom to forget again, of any community


def owned(table: Table, community: int) -> ColumnElement[bool]:
    """Return which rows bear this community's number; none where the table has none."""
    if table is COMMUNITIES:
        return COMMUNITIES.c.id == community
    for name in OWN:
        if name in table.c:
            return table.c[name] == community
    return false()


def _parents(table: Table) -> Iterator[tuple[Column[Any], Any]]:
    for column in table.c:
        for key in column.foreign_keys:
            if key.column.table is not table:
                yield column, key.column


def belongs(connection: Connection, table: Table, community: int) -> ColumnElement[bool]:
    """Return which rows of any table are this community's.

    A table that names no community is shared by all in this database: where there is no other,
    all of it; else what names its groups or its matters.
    """
    if table.name in NEVER:
        return false()
    others = select(func.count()).where(COMMUNITIES.c.id != community)
    if not connection.execute(others).scalar_one():
        return true()  # what hangs on nobody's row here can only be its own
    if table is COMMUNITIES or any(name in table.c for name in OWN):
        return owned(table, community)
    ways = [
        column.in_(select(parent).where(belongs(connection, parent.table, community)))
        for column, parent in _parents(table)
    ]
    return or_(false(), *ways, *_named(connection, table, community))


def _named(connection: Connection, table: Table, community: int) -> Iterator[ColumnElement[bool]]:
    """Yield the rows that name a group or a matter of the community."""
    own = select(CHATS.c.id).where(CHATS.c.community_id == community)
    groups = list(connection.execute(own).scalars())
    if "chat" in table.c:
        yield table.c.chat.in_(groups)
    if "lane" in table.c:
        yield table.c.lane.in_(map(str, groups))
    for facts in (OUTBOX.c.facts, DUES.c.words):
        if table is facts.table:
            for name, of in (("case", CASES), ("dispute", DISPUTES)):
                matters = select(cast(of.c.id, Text)).where(of.c.community_id == community)
                yield within(facts, name).in_(matters)


def counts(connection: Connection, community: int) -> Mapping[str, int]:
    """Return by table how many rows are this community's."""
    found = {}
    for table in METADATA.sorted_tables:
        where = belongs(connection, table, community)
        asked = select(func.count()).select_from(table).where(where)
        found[table.name] = int(connection.execute(asked).scalar_one())
    return found


def rows(connection: Connection, table: Table, community: int) -> Iterator[str]:
    """Yield the rows as lines of JSON, in the order of their keys; bytes as hex."""
    asked = select(table).where(belongs(connection, table, community))
    keys = tuple(table.primary_key.columns)
    for row in connection.execute(asked.order_by(*keys), execution_options={"yield_per": 500}):
        found = row._asdict()
        plain = {k: v.hex() if isinstance(v, bytes) else v for k, v in found.items()}
        yield json.dumps(plain, ensure_ascii=False)


def remove(connection: Connection, community: int) -> Mapping[str, int]:
    """Delete all of it in this transaction, the audit too; return by table how many rows went."""
    found = {t: belongs(connection, t, community) for t in METADATA.sorted_tables}
    guards = _guards(connection)
    for lifted in guards:
        connection.exec_driver_sql(lifted)
    gone = {}
    # what is found by its matters goes before they do
    first = [OUTBOX, DUES]
    for table in (*first, *(t for t in reversed(METADATA.sorted_tables) if t not in first)):
        gone[table.name] = connection.execute(delete(table).where(found[table])).rowcount
    for put_back in guards.values():
        connection.exec_driver_sql(put_back)
    return gone


def _guards(connection: Connection) -> Mapping[str, str]:
    """Return how what keeps the audit from being changed is lifted, and how each is put back."""
    if connection.dialect.name == "postgresql":
        by = "ALTER TABLE {} {} TRIGGER USER"
        return {
            by.format(t, "DISABLE"): by.format(t, "ENABLE") for t in (audit.AUDIT, audit.SEALS)
        }
    known = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    found: Sequence[Any] = connection.exec_driver_sql(known).all()
    ours = audit.TRIGGERS["sqlite"]
    return {f"DROP TRIGGER {row.name}": row.sql for row in found if row.sql in ours}
