"""Who alone may do a thing for a while: taken, renewed by heartbeat, and fenced by an epoch."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Table,
    Text,
    bindparam,
    delete,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from storage.database import METADATA, number

LEASES = Table(
    "leases",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("holder", Text, nullable=False),
    number("epoch"),
    number("until"),
)
FREE = ""
COPY, SHARD, SENDER, POLL = "copy:", "shard:", "sender:", "poll:"
LONGEST_MS = 600_000
"""No lease lasts longer; one that seems to was written before the clock was set back."""


class _Now(FunctionElement[int]):
    """The database's clock in UTC ms: the one clock of all copies."""

    type = BigInteger()
    inherit_cache = True


@compiles(_Now, "sqlite")
def _now_sqlite(*_: Any, **__: Any) -> str:  # noqa: ANN401 -- as SQLAlchemy calls it
    return "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"


@compiles(_Now, "postgresql")
def _now_postgresql(*_: Any, **__: Any) -> str:  # noqa: ANN401 -- as SQLAlchemy calls it
    return "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"


@dataclass(frozen=True, slots=True)
class Lease:
    """A thing held: its name, by whom, and the how-manieth holding of it this is."""

    name: str
    holder: str
    epoch: int


_C = LEASES.c
_NOW = _Now()
_UNTIL: ColumnElement[int] = _NOW + bindparam("b_ttl", type_=BigInteger)
_DEAD = _C.holder.in_(bindparam("b_dead", expanding=True))
_LAPSED = or_(_C.until <= _NOW, _C.until > _NOW + LONGEST_MS, _DEAD)
_FOUND = insert(LEASES).on_conflict_do_nothing(index_elements=["name"])
_RENEW = (
    update(LEASES)
    .where(_C.holder == bindparam("b_holder"))
    .values(until=_UNTIL)
    .returning(_C.name, _C.holder, _C.epoch)
)
# skip_locked: whose fence is in use just now is not waited for, but tried again at the next beat
_TAKEABLE = (
    select(_C.name, _C.epoch)
    .where(
        _C.name.in_(bindparam("b_names", expanding=True)),
        or_(_C.holder == FREE, _LAPSED),
    )
    .order_by(_C.name)
    .limit(bindparam("b_most"))
    .with_for_update(skip_locked=True)
)
_TAKE = (
    update(LEASES)
    .where(_C.name == bindparam("b_name"))
    .values(holder=bindparam("b_holder"), epoch=_C.epoch + 1, until=_UNTIL)
)
_MINE = (
    _C.name == bindparam("b_name"),
    _C.holder == bindparam("b_holder"),
    _C.epoch == bindparam("b_epoch"),
)
_HOLDS = select(_C.epoch).where(*_MINE).with_for_update(read=True, key_share=True)
_RELEASE = update(LEASES).where(*_MINE).values(holder=FREE, until=0)
_DROP = update(LEASES).where(_C.holder == bindparam("b_holder")).values(holder=FREE, until=0)
_IS_COPY = _C.name.startswith(COPY, autoescape=True)
_OTHERS = select(_C.holder).where(_C.holder.not_in((FREE, bindparam("b_holder")))).distinct()
_COPIES = select(func.count()).select_from(LEASES).where(_IS_COPY, ~_LAPSED)
_REAP = delete(LEASES).where(_IS_COPY, _C.holder != bindparam("b_holder"), _LAPSED)
_LEAVE = delete(LEASES).where(_IS_COPY, _C.holder == bindparam("b_holder"))


def renew(connection: Connection, holder: str, ttl_ms: int) -> list[Lease]:
    """Prolong all that a holder still holds, and return it."""
    rows = connection.execute(_RENEW, {"b_holder": holder, "b_ttl": ttl_ms}).all()
    return [Lease(*row) for row in rows]


def take(  # noqa: PLR0913 -- who takes what, for how long, and from whom
    connection: Connection,
    names: Sequence[str],
    holder: str,
    ttl_ms: int,
    *,
    dead: Collection[str] = (),
    most: int | None = None,
) -> list[Lease]:
    """Take what is free, has run out, or was a dead holder's: of these names, at most so many."""
    wanted = len(names) if most is None else max(most, 0)
    if not names or not wanted:
        return []
    fresh = {"holder": FREE, "epoch": 0, "until": 0}
    connection.execute(_FOUND, [{"name": name, **fresh} for name in names])
    asked = {"b_names": list(names), "b_most": wanted, "b_dead": list(dead)}
    rows = connection.execute(_TAKEABLE, asked).all()
    if rows:
        given = {"b_holder": holder, "b_ttl": ttl_ms}
        connection.execute(_TAKE, [{"b_name": row.name, **given} for row in rows])
    return [Lease(row.name, holder, row.epoch + 1) for row in rows]


def holds(connection: Connection, lease: Lease) -> bool:
    """Say whether a lease still stands, and let nobody take it before this transaction ends.

    This is the fence. A lease that has run out stands until somebody takes it.
    """
    return connection.execute(_HOLDS, _row(lease)).first() is not None


def release(connection: Connection, leases: Collection[Lease]) -> None:
    """Give leases back; one that somebody else has taken is left to him."""
    if leases:
        connection.execute(_RELEASE, [_row(each) for each in leases])


def drop(connection: Connection, holder: str) -> None:
    """Give back whatever a holder holds: it slept past the end of it, and begins anew."""
    connection.execute(_DROP, {"b_holder": holder})


def others(connection: Connection, holder: str) -> set[str]:
    """Return who else holds anything."""
    return set(connection.execute(_OTHERS, {"b_holder": holder}).scalars())


def copies(connection: Connection, dead: Collection[str] = ()) -> int:
    """Return how many copies of the house are alive."""
    count: int = connection.execute(_COPIES, {"b_dead": list(dead)}).scalar_one()
    return count


def reap(connection: Connection, holder: str, dead: Collection[str] = ()) -> int:
    """Strike off the other copies that ended without a word; return how many."""
    return connection.execute(_REAP, {"b_holder": holder, "b_dead": list(dead)}).rowcount


def leave(connection: Connection, holder: str) -> None:
    """Strike off a copy that ends in order."""
    connection.execute(_LEAVE, {"b_holder": holder})


def _row(lease: Lease) -> dict[str, Any]:
    return {"b_name": lease.name, "b_holder": lease.holder, "b_epoch": lease.epoch}
