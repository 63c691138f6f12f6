"""A row of any table, empty but for what is said."""

from sqlalchemy import JSON, Boolean, Integer, LargeBinary, Numeric

from storage.database import METADATA

EMPTY = (
    (JSON, list),
    (LargeBinary, bytes),
    (Boolean, bool),
    ((Integer, Numeric), int),
)


def blank(name, **values):
    table = METADATA.tables[name]
    wanted = [c for c in table.c if not c.nullable and c.autoincrement is not True]
    return {c.name: _empty(c.type) for c in wanted} | values


def _empty(kind):
    return next((empty() for kinds, empty in EMPTY if isinstance(kind, kinds)), "")


def put(engine, name, **values):
    """Write it."""
    with engine.begin() as connection:
        connection.execute(METADATA.tables[name].insert().values(**blank(name, **values)))
