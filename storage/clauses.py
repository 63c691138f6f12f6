"""The promises of a resolution, and what was reported on each (F01, idea 10)."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Row,
    Table,
    Text,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as upsert

from governance.resolutions.clauses import CheckIn, Clause
from governance.resolutions.stages import Ahead, Showing
from governance.resolutions.states import ClauseStatus, Rhythm, Stage
from storage.database import METADATA, document, key, number
from storage.rows import moment, ms

WORDS = ("who", "what", "proof")
DAYS = ("finish_by", "disclose_by")
LATER = ("until", "settled_on")
NUMBERS = ("number", "money", "progress")
MOVING = (*WORDS, *DAYS, *LATER, *NUMBERS, "rhythm", "status", "case_id")

CLAUSES = Table(
    "resolution_clauses",
    METADATA,
    key(),
    number("resolution_id", ForeignKey("resolutions.id"), index=True),
    *(Column(name, Text, nullable=False) for name in (*WORDS, *DAYS)),
    *(Column(name, Text, nullable=True) for name in LATER),
    *(number(name) for name in NUMBERS),
    Column("rhythm", Text, nullable=False),
    Column("status", Text, nullable=False),
    number("case_id", ForeignKey("cases.id"), nullable=True, index=True),
)
CHECKINS = Table(
    "clause_checkins",
    METADATA,
    number("clause_id", ForeignKey("resolution_clauses.id"), primary_key=True),
    Column("day", Text, primary_key=True),
    number("at", nullable=True),
    Column("text", Text, nullable=False),
    Column("photo", Text, nullable=False),
    number("progress"),
    Column("missed", Boolean, nullable=False),
)
SHOWINGS = Table(
    "clause_showings",
    METADATA,
    number("clause_id", ForeignKey("resolution_clauses.id"), primary_key=True),
    Column("phase", Text, primary_key=True),
    number("at", nullable=True),
    *(
        Column(name, Text, nullable=False)
        for name in ("day", "officer", "serial", "text", "photo")
    ),
    Column("missed", Boolean, nullable=False),
    document("aheads"),
)

_OF = (
    select(CLAUSES)
    .where(CLAUSES.c.resolution_id == bindparam("wanted"))
    .order_by(CLAUSES.c.number)
)
_ADD = insert(CLAUSES).returning(CLAUSES.c.id)
_SAVE = (
    update(CLAUSES)
    .where(CLAUSES.c.id == bindparam("b_id"))
    .values({name: bindparam(f"b_{name}") for name in MOVING})
)
_LET_GO = tuple(
    delete(table).where(table.c.clause_id == bindparam("wanted")) for table in (CHECKINS, SHOWINGS)
)
_DROP = delete(CLAUSES).where(CLAUSES.c.id == bindparam("wanted"))
_CHECKINS = (
    select(CHECKINS).where(CHECKINS.c.clause_id == bindparam("wanted")).order_by(CHECKINS.c.day)
)
_REPORT = upsert(CHECKINS)
_REPORT = _REPORT.on_conflict_do_update(
    index_elements=["clause_id", "day"],
    set_={n: _REPORT.excluded[n] for n in ("at", "text", "photo", "progress", "missed")},
)
_SHOWINGS = select(SHOWINGS).where(SHOWINGS.c.clause_id == bindparam("wanted"))
_SHOW = upsert(SHOWINGS)
_SHOW = _SHOW.on_conflict_do_update(
    index_elements=["clause_id", "phase"],
    set_={
        n: _SHOW.excluded[n]
        for n in ("day", "at", "officer", "serial", "text", "photo", "missed", "aheads")
    },
)


def read(connection: Connection, resolution: int) -> tuple[Clause, ...]:
    """Return the promises of a resolution by their numbers, each with its check-ins."""
    rows = connection.execute(_OF, {"wanted": resolution}).all()
    return tuple(_clause(connection, row) for row in rows)


def write(connection: Connection, resolution: int, clauses: tuple[Clause, ...]) -> None:
    """Write the promises as they are now: new ones, changed ones, and without those dropped."""
    known = {clause.id: clause for clause in read(connection, resolution)}
    for clause in clauses:
        before = known.pop(clause.id, None)
        if before == clause:
            continue
        written = clause.id
        if before is None:
            row = {"resolution_id": resolution, **_row(clause)}
            written = connection.execute(_ADD, row).scalar_one()
        else:
            changed = {f"b_{name}": value for name, value in _row(clause).items()}
            connection.execute(_SAVE, {"b_id": written, **changed})
        _report(connection, replace(clause, id=written), before)
        _show(connection, replace(clause, id=written), before)
    for dropped in known:
        for part in _LET_GO:
            connection.execute(part, {"wanted": dropped})
        connection.execute(_DROP, {"wanted": dropped})


def _report(connection: Connection, clause: Clause, before: Clause | None) -> None:
    known = before.checkins if before else ()
    for checkin in clause.checkins:
        if checkin not in known:
            row = {
                "clause_id": clause.id,
                "day": checkin.day.isoformat(),
                "at": ms(checkin.at) if checkin.at else None,
                "text": checkin.text,
                "photo": checkin.photo,
                "progress": checkin.progress,
                "missed": checkin.missed,
            }
            connection.execute(_REPORT, row)


def _show(connection: Connection, clause: Clause, before: Clause | None) -> None:
    known = before.stages if before else ()
    for showing in clause.stages:
        if showing not in known:
            row = {
                "clause_id": clause.id,
                "phase": showing.stage,
                "day": showing.day.isoformat(),
                "at": ms(showing.at) if showing.at else None,
                "officer": showing.by,
                "serial": showing.serial,
                "text": showing.text,
                "photo": showing.photo,
                "missed": showing.missed,
                "aheads": [_plain(each) for each in showing.aheads],
            }
            connection.execute(_SHOW, row)


def _row(clause: Clause) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(clause, name) for name in (*WORDS, *NUMBERS)}
    row |= {name: getattr(clause, name).isoformat() for name in DAYS}
    row |= {name: d.isoformat() if (d := getattr(clause, name)) else None for name in LATER}
    return row | {
        "rhythm": clause.rhythm,
        "status": clause.status,
        "case_id": clause.case or None,
    }


def _clause(connection: Connection, row: Row[Any]) -> Clause:
    found = row._mapping  # noqa: SLF001 -- SQLAlchemy's public name for it
    whole: dict[str, Any] = {name: found[name] for name in (*WORDS, *NUMBERS)}
    whole |= {name: date.fromisoformat(found[name]) for name in DAYS}
    whole |= {n: date.fromisoformat(found[n]) if found[n] else None for n in LATER}
    reports = connection.execute(_CHECKINS, {"wanted": row.id}).all()
    return Clause(
        id=row.id,
        rhythm=Rhythm(row.rhythm),
        status=ClauseStatus(row.status),
        case=row.case_id or 0,
        checkins=tuple(_checkin(r) for r in reports),
        stages=_stages(connection, row.id),
        **whole,
    )


def _checkin(row: Row[Any]) -> CheckIn:
    return CheckIn(
        day=date.fromisoformat(row.day),
        at=moment(row.at) if row.at is not None else None,
        text=row.text,
        photo=row.photo,
        progress=row.progress,
        missed=row.missed,
    )


def _stages(connection: Connection, clause: int) -> tuple[Showing, ...]:
    rows = {r.phase: r for r in connection.execute(_SHOWINGS, {"wanted": clause}).all()}
    return tuple(_showing(rows[stage]) for stage in Stage if stage in rows)


def _showing(row: Row[Any]) -> Showing:
    return Showing(
        stage=Stage(row.phase),
        day=date.fromisoformat(row.day),
        at=moment(row.at) if row.at is not None else None,
        by=row.officer,
        serial=row.serial,
        text=row.text,
        photo=row.photo,
        missed=row.missed,
        aheads=tuple(_ahead(each) for each in row.aheads),
    )


def _plain(ahead: Ahead) -> dict[str, Any]:
    return {
        "by": ahead.by,
        "at": ms(ahead.at),
        "why": ahead.why,
        "without": list(ahead.without),
        "spent": ahead.spent,
    }


def _ahead(plain: dict[str, Any]) -> Ahead:
    without = tuple(Stage(each) for each in plain["without"])
    return Ahead(**{**plain, "at": moment(plain["at"]), "without": without})
