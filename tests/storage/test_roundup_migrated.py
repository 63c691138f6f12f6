"""A talk that was going on before there were roundups is not told all over in its first one."""

from contextlib import contextmanager

import pytest
from sqlalchemy import MetaData, Text, insert, text

from storage.database import writing
from storage.driving import drive
from storage.upgrade import upgrade


@pytest.fixture(params=["sqlite-disk", "postgres"])
def address(request, tmp_path):
    if request.param == "postgres":
        return request.getfixturevalue("postgres").empty()
    return f"sqlite+aiosqlite:///{tmp_path}/a.db"


@contextmanager
def opened(address):
    engine = writing(address)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def put(connection, tables, name, **given):
    """Insert a row of which nothing else matters."""
    table = tables.tables[name]
    row = {c.name: "" if isinstance(c.type, Text) else 0 for c in table.c if not c.nullable}
    connection.execute(insert(table), [row | given])


def talked(address):
    """Two topics: of the first three statements are numbered and one waits; two are answered."""
    with opened(address) as connection:
        tables = MetaData()
        tables.reflect(connection)
        put(connection, tables, "communities", id=1, key="xingfuli")
        for topic in (1, 2):
            put(connection, tables, "topics", id=topic, community_id=1, number=topic)
        for number, reply in ((1, "好"), (2, ""), (3, "会办"), (-1, "")):
            said = {"id": number + 5, "topic_id": 1, "number": number, "reply": reply}
            put(connection, tables, "statements", **said)


def begun(address):
    with opened(address) as connection:
        asked = text("SELECT id, roundup, replied FROM topics ORDER BY id")
        return [tuple(row) for row in connection.execute(asked)]


def test_what_was_said_and_answered_by_then_is_no_news(address):
    upgrade(address, head="0033")
    drive(talked, address)

    upgrade(address, head="0034")

    assert drive(begun, address) == [(1, 3, 2), (2, 0, 0)]
