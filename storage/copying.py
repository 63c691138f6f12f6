"""All of a SQLite database copied to PostgreSQL, in one transaction, and checked on the copy."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

import storage
from governance.chain import Verdict
from storage import audit, locks, postgresql, upgrade
from storage.audit import AUDIT
from storage.database import METADATA, address, in_memory, on_server, path_of, writing
from storage.driving import drive

BATCH = 1_000
# Who holds what right now is nothing to take along.
PASSING = frozenset({"leases"})
Told = Callable[[str, int, int], None]
"""Hears the table at work, how many of its rows stand in the copy, and how many there are."""

_COMMUNITIES = select(AUDIT.c.community).distinct().order_by(AUDIT.c.community)
_COUNT_ON = text(
    "SELECT setval(pg_get_serial_sequence(:whole, :key), greatest(:highest, 1), :highest > 0)"
)


class NotCopied(Exception):
    """Nothing was copied; the key and facts of the words that say why."""

    def __init__(self, key: str, **facts: str | int) -> None:
        super().__init__(key, facts)
        self.key = key
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Copied:
    """How many rows stand in each table of the copy; what the audit of each community says."""

    rows: Mapping[str, int]
    audits: Mapping[int, Verdict]


def tables() -> list[Table]:
    """Return every table of the house, those before which others stand first."""
    for module in pkgutil.iter_modules(storage.__path__, "storage."):
        importlib.import_module(module.name)
    return [table for table in METADATA.sorted_tables if table.name not in PASSING]


def copy(source: str, target: str, told: Told = lambda _t, _n, _of: None) -> Copied:
    """Copy a SQLite database to an empty PostgreSQL database: all of it or nothing.

    Raises NotCopied, WrongAddress, or whatever the server answers.
    """
    here, there = address(source), address(target)
    if on_server(here) or in_memory(here):
        raise NotCopied("copy-source")
    if not on_server(there):
        raise NotCopied("copy-target")
    file = path_of(source)
    if not file.exists():
        raise NotCopied("copy-nothing", file=str(file))
    try:
        # a bot that has not reached Telegram yet is at work, and has not opened it
        with locks.alone(file), postgresql.told(there):
            upgrade.upgrade(source)
            return drive(_copy, source, target, told)
    except locks.Held:
        raise NotCopied("copy-running") from None


def _copy(source: str, target: str, told: Told) -> Copied:
    engine = writing(target)
    try:
        with _still(source) as old, engine.connect() as new:
            with new.begin():
                postgresql.examine(new, address(target))
            with new.begin():
                return _all(old, new, target, told)
    finally:
        engine.dispose()


@contextmanager
def _still(source: str) -> Iterator[Connection]:
    """Open the old database while nobody else has it open, and let nobody write to it."""
    engine = writing(source, busy_ms=0)
    try:
        with engine.connect() as connection:
            driver = connection.connection.dbapi_connection
            try:
                # It leaves its log only if it is alone; whoever comes next takes it up again.
                driver.execute("PRAGMA journal_mode = DELETE")  # type: ignore[union-attr] # sqlite3's own
                connection.begin()
            except (DBAPIError, driver.OperationalError) as error:  # type: ignore[union-attr] # the same
                raise NotCopied("copy-running") from error
            yield connection
    finally:
        engine.dispose()


def _all(old: Connection, new: Connection, target: str, told: Told) -> Copied:
    before = _audits(old)
    upgrade.arrive(new, address(target))
    every = tables()
    if full := next((t.name for t in every if _count(new, t)), None):
        raise NotCopied("copy-full", table=full)
    for table in every:
        _rows(old, new, table, told)
    counts = {table.name: _count(new, table) for table in every}
    for table in every:
        if counts[table.name] != _count(old, table):
            raise NotCopied("copy-counts", table=table.name)
    if _audits(new) != before:
        raise NotCopied("copy-audit", entry=0)
    return Copied(counts, before)


def _audits(connection: Connection) -> dict[int, Verdict]:
    """Follow every chain of the audit; NotCopied where one is broken."""
    found = {
        community: audit.verify(connection, community)
        for community in connection.execute(_COMMUNITIES).scalars().all()
    }
    for verdict in found.values():
        if verdict.broken:
            raise NotCopied("copy-audit", entry=verdict.broken.entry or 0)
    return found


def _count(connection: Connection, table: Table) -> int:
    counted: int = connection.execute(select(func.count()).select_from(table)).scalar_one()
    return counted


def _rows(old: Connection, new: Connection, table: Table, told: Told) -> None:
    keys, whole, done = list(table.primary_key), _count(old, table), 0
    # A row may point at a later one of its own table: such links are made when all are there.
    links = [c for c in table.c if any(f.column.table is table for f in c.foreign_keys)]
    waiting: list[dict[str, Any]] = []
    told(table.name, 0, whole)
    ordered = select(table).order_by(*keys)
    found = old.execute(ordered, execution_options={"yield_per": BATCH})
    for part in found.mappings().partitions():
        rows = [{name: _clean(value) for name, value in row.items()} for row in part]
        waiting += _unlinked(rows, keys, links)
        new.execute(insert(table), rows)
        done += len(rows)
        told(table.name, done, whole)
    if waiting:
        new.execute(_linking(table, keys, links), waiting)
    _count_on(new, table)


def _unlinked(
    rows: list[dict[str, Any]], keys: list[Column[Any]], links: list[Column[Any]]
) -> list[dict[str, Any]]:
    """Take the links within a table out of its rows; return them, each under its row's key."""
    linked = [row for row in rows if any(row[c.name] is not None for c in links)]
    taken = [{f"b_{c.name}": row[c.name] for c in (*keys, *links)} for row in linked]
    for row in linked:
        row.update(dict.fromkeys((c.name for c in links), None))
    return taken


def _linking(table: Table, keys: list[Column[Any]], links: list[Column[Any]]) -> Any:  # noqa: ANN401 -- an Update
    here = [c == bindparam(f"b_{c.name}") for c in keys]
    return update(table).where(*here).values({c.name: bindparam(f"b_{c.name}") for c in links})


def _clean(value: object) -> object:
    # SQLite takes a text that holds a NUL, PostgreSQL does not; and in a document that holds one
    # it finds nothing, and fails every query that looks into it
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, list):
        return [_clean(each) for each in value]
    if isinstance(value, dict):
        return {_clean(name): _clean(each) for name, each in value.items()}
    return value


def _count_on(new: Connection, table: Table) -> None:
    """Let the numbers that the database gives go on after the highest that came along."""
    key = table.autoincrement_column
    if key is not None:
        highest = new.execute(select(func.coalesce(func.max(key), 0))).scalar_one()
        new.execute(_COUNT_ON, {"whole": table.name, "key": key.name, "highest": highest})
