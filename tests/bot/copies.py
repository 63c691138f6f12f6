"""A database with a sealed audit, to be copied and put back."""

import sqlite3
from contextlib import closing

import pytest

from storage import audit, directory
from storage.audit import Note
from storage.database import writing
from tests.bases import migrate
from tests.bot.doors import COMMUNITY
from tests.bot.test_commands import address


def note(connection, number, unit):
    noted = Note(
        community=number,
        at=1,
        unit=unit,
        actor="a",
        verb="report",
        object="case:1",
        detail={"text": "灯坏了" * 200},
    )
    audit.note(connection, noted)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "linli.db"


@pytest.fixture
def engine(tmp_path):
    migrate(address(tmp_path))
    engine = filled(address(tmp_path))
    yield engine
    engine.dispose()


def filled(url):
    """Return an engine over a migrated database that has a sealed audit now."""
    engine = writing(url)
    with engine.begin() as connection:
        number = directory.community(connection, COMMUNITY.key)
        for each in range(300):
            note(connection, number, f"u{each}")
        audit.seal(connection, number, 1)
    return engine


def count(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(*) FROM audit").fetchone()[0]
