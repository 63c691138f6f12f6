"""The audit: what was done, never changed; its details, which may be forgotten; and the seals."""

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from sqlalchemy import (
    DDL,
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    Row,
    Select,
    Table,
    Text,
    bindparam,
    delete,
    event,
    func,
    insert,
    select,
)

from governance import chain
from storage.database import METADATA, document, key, number
from storage.raw import raw, spoken

SALT_BYTES = 16
CHUNK = 1_000
LOWEST = -(2**63)  # before every number there can be, also one that was altered

AUDIT = Table(
    "audit",
    METADATA,
    key(),
    number("community"),
    number("at"),
    Column("unit", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("object", Text, nullable=False),
    Column("commitment", Text, nullable=False),
    Index(None, "community", "id"),
)
DETAILS = Table(
    "audit_details",
    METADATA,
    Column("audit_id", BigInteger, ForeignKey(AUDIT.c.id), primary_key=True, autoincrement=False),
    Column("salt", LargeBinary, nullable=False),
    document("detail"),
)
SEALS = Table(
    "seals",
    METADATA,
    number("community"),
    number("seq"),
    number("audit_id", ForeignKey(AUDIT.c.id), unique=True),
    number("at"),
    Column("hash", Text, nullable=False),
    PrimaryKeyConstraint("community", "seq"),
)


def _guards(table: str) -> dict[str, tuple[str, ...]]:
    refuse = (
        f"CREATE FUNCTION {table}_never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE integrity_constraint_violation USING MESSAGE = '{table} is append-only'; END $$"
    )
    always = (
        f"CREATE TRIGGER {table}_never BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"EXECUTE FUNCTION {table}_never()"
    )
    return {
        "sqlite": tuple(
            f"CREATE TRIGGER {table}_never_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for verb in ("UPDATE", "DELETE")
        ),
        "postgresql": (refuse, always),
    }


# By the engine; for the migration too, each by its own op.execute. Rebuilding a table on SQLite
# (batch mode) drops them.
TRIGGERS = {
    engine: statements + _guards(SEALS.name)[engine]
    for engine, statements in _guards(AUDIT.name).items()
}
for _table in (AUDIT, SEALS):
    for _engine, _statements in _guards(_table.name).items():
        for _each in _statements:
            _guard = DDL(_each)  # type: ignore[no-untyped-call] # SQLAlchemy left it so
            event.listen(_table, "after_create", _guard.execute_if(dialect=_engine))

_NOTE = insert(AUDIT).returning(AUDIT.c.id)
_DETAIL = insert(DETAILS)
_SEAL = insert(SEALS)
_FORGET = delete(DETAILS).where(DETAILS.c.audit_id == bindparam("forgotten"))
_ALL = select(AUDIT).where(AUDIT.c.community == bindparam("community")).order_by(AUDIT.c.id)
_UNSEALED = _ALL.where(AUDIT.c.id > bindparam("after"))
_SOME = (
    select(*(raw(c) if isinstance(c.type, Text) else c for c in AUDIT.c))
    .where(AUDIT.c.community == bindparam("community"), AUDIT.c.id > bindparam("after"))
    .order_by(AUDIT.c.id)
    .limit(bindparam("most"))
)
_TAIL = select(func.count()).where(
    AUDIT.c.community == bindparam("community"), AUDIT.c.id > bindparam("after")
)
_CHAIN = (
    select(SEALS.c.seq, SEALS.c.audit_id.label("entry"), SEALS.c.at, raw(SEALS.c.hash))
    .where(SEALS.c.community == bindparam("community"))
    .order_by(SEALS.c.seq)
)
_LINKS = _CHAIN.where(SEALS.c.seq > bindparam("after")).limit(bindparam("most"))
_HEAD = _CHAIN.order_by(None).order_by(SEALS.c.seq.desc()).limit(1)
_DETAILED = (
    select(
        AUDIT.c.id,
        raw(AUDIT.c.commitment),
        DETAILS.c.salt,
        raw(DETAILS.c.detail),
    )
    .join(DETAILS, DETAILS.c.audit_id == AUDIT.c.id)
    .where(AUDIT.c.community == bindparam("community"), AUDIT.c.id > bindparam("after"))
    .order_by(AUDIT.c.id)
    .limit(bindparam("most"))
)
# A seal carried into another community would leave its entry looking unsealed.
_STRAYED = (
    select(func.min(AUDIT.c.id))
    .join(SEALS, SEALS.c.audit_id == AUDIT.c.id)
    .where(AUDIT.c.community == bindparam("community"), SEALS.c.community != AUDIT.c.community)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is to be remembered: who (a pseudonym) did what to what, by which unit, at UTC ms."""

    community: int
    at: int
    unit: str
    actor: str
    verb: str
    object: str
    detail: Mapping[str, Any]


def note(connection: Connection, noted: Note) -> int:
    """Append an entry and its detail, and return the entry's id; chain.NotCanonical for floats."""
    salt = secrets.token_bytes(SALT_BYTES)
    entry: int = connection.execute(
        _NOTE,
        {
            "community": noted.community,
            "at": noted.at,
            "unit": noted.unit,
            "actor": noted.actor,
            "verb": noted.verb,
            "object": noted.object,
            "commitment": chain.commitment(noted.detail, salt),
        },
    ).scalar_one()
    connection.execute(_DETAIL, {"audit_id": entry, "salt": salt, "detail": noted.detail})
    return entry


def seal(connection: Connection, community: int, at: int, *, most: int | None = None) -> int:
    """Seal what follows the last seal, at a time in UTC ms, at most so many; return how many."""
    heads = list(_seals(connection, _HEAD, community))
    head = heads[0] if heads else None
    entries = _entries(connection, _UNSEALED, community, after=head.entry if head else 0)
    fresh = chain.seals(islice(entries, most), after=head, at=at)
    sealed = 0
    while rows := [_row(community, each) for each in islice(fresh, CHUNK)]:
        connection.execute(_SEAL, rows)
        sealed += len(rows)
    return sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """How far a chain was followed: to a seal, then its details to an entry; `done` at its end."""

    head: chain.Seal | None = None
    details: int | None = None
    verdict: chain.Verdict | None = None
    done: bool = False


BEGUN = Followed()


def verify(connection: Connection, community: int) -> chain.Verdict:
    """Follow the chain of a community, then check what is left of its details."""
    followed = BEGUN
    while not followed.done or followed.verdict is None:
        followed = follow(connection, community, followed)
    return followed.verdict


def follow(
    connection: Connection, community: int, so_far: Followed = BEGUN, most: int | None = None
) -> Followed:
    """Follow one part more, of at most so many rows, so that a long chain is in nobody's way."""
    most = most or CHUNK
    if so_far.verdict is not None:
        return _follow_details(connection, community, so_far, most)
    head = so_far.head
    asked = {"after": head.seq if head else LOWEST, "most": most}
    links = list(_seals(connection, _LINKS, community, **asked))
    asked["after"] = head.entry if head else LOWEST
    verdict = chain.first_break(_entries(connection, _SOME, community, **asked), links, after=head)
    if verdict.broken:
        return Followed(verdict=verdict, done=True)
    if len(links) == most:
        return Followed(head=links[-1])
    asked["after"] = links[-1].entry if links else asked["after"]
    tail = connection.execute(_TAIL, {"community": community, "after": asked["after"]}).scalar()
    verdict = replace(verdict, tail=int(tail or 0))
    strayed: int | None = connection.execute(_STRAYED, {"community": community}).scalar()
    if strayed is not None:
        broken = chain.Break(chain.Fault.ALTERED, strayed)
        return Followed(verdict=replace(verdict, broken=broken), done=True)
    return Followed(verdict=verdict, details=LOWEST)


def _follow_details(
    connection: Connection, community: int, so_far: Followed, most: int
) -> Followed:
    asked = {"community": community, "after": so_far.details or 0, "most": most}
    count, last = 0, 0
    for row in _stream(connection, _DETAILED, asked):
        count, last = count + 1, row.id
        if so_far.verdict and not _opens(spoken(row.commitment), row.salt, spoken(row.detail)):
            broken = chain.Break(chain.Fault.DETAIL_ALTERED, row.id)
            return Followed(verdict=replace(so_far.verdict, broken=broken), done=True)
    if count < most:
        return replace(so_far, done=True)
    return replace(so_far, details=last)


def forget(connection: Connection, audit_ids: Sequence[int]) -> None:
    """Delete the details and salts of entries; their chain stays whole."""
    if audit_ids:
        connection.execute(_FORGET, [{"forgotten": each} for each in audit_ids])


def _opens(commitment: str, salt: bytes, detail: str) -> bool:
    try:
        return chain.commitment(json.loads(detail), salt) == commitment
    except (ValueError, TypeError):
        return False


def _row(community: int, sealed: chain.Seal) -> dict[str, Any]:
    return {
        "community": community,
        "seq": sealed.seq,
        "audit_id": sealed.entry,
        "at": sealed.at,
        "hash": sealed.hash,
    }


def _entries(
    connection: Connection, statement: Select[Any], community: int, **more: int
) -> Iterator[chain.Entry]:
    for row in _stream(connection, statement, {"community": community, **more}):
        yield chain.Entry(**_plain(row))


def _seals(
    connection: Connection, statement: Select[Any], community: int, **more: int
) -> Iterator[chain.Seal]:
    for row in _stream(connection, statement, {"community": community, **more}):
        yield chain.Seal(**_plain(row))


def _plain(row: Row[Any]) -> dict[str, Any]:
    return {n: spoken(v) if isinstance(v, bytes) else v for n, v in row._asdict().items()}


def _stream(
    connection: Connection, statement: Select[Any], parameters: Mapping[str, int]
) -> Iterator[Row[Any]]:
    with connection.execute(
        statement, parameters, execution_options={"yield_per": CHUNK}
    ) as result:
        yield from result
