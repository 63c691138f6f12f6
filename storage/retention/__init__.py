"""How long each store is kept, and the purge that follows it in small batches."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, select, tuple_, update

from governance.retention import Retention
from storage.retention.finding import Rule
from storage.retention.rules import RULES
from storage.retention.tables import known

__all__ = ["BATCH", "KINDS", "PURGED", "RULES", "Rule", "found", "purge"]
BATCH = 500
PURGED = tuple(rule for rule in RULES if rule.keeps)
KINDS = tuple(each.name for each in fields(Retention))


def found(
    connection: Connection, rule: Rule, before: int, community: int
) -> Sequence[tuple[Any, ...]]:
    """Return the keys of rows that are older than a time in UTC ms, at most a batch of them."""
    table = known(rule.table)
    wanted = select(*table.primary_key.columns).where(_finds(rule, before, community)).limit(BATCH)
    return [tuple(row) for row in connection.execute(wanted).all()]


def purge(
    connection: Connection,
    rule: Rule,
    keys: Sequence[tuple[Any, ...]],
    before: int,
    community: int,
) -> int:
    """Let go of these rows, as far as the rule still finds them; return how many."""
    table = known(rule.table)
    these = tuple_(*table.primary_key.columns).in_(keys)
    where = and_(these, _finds(rule, before, community))
    if rule.writes is None:
        return connection.execute(delete(table).where(where)).rowcount
    return connection.execute(update(table).where(where).values(**rule.writes)).rowcount


def _finds(rule: Rule, before: int, community: int) -> ColumnElement[bool]:
    if rule.finds is None:
        raise ValueError(f"{rule.table} is kept")
    return rule.finds(known(rule.table), before, community)
