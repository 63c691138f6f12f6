"""Databases of tests: in memory, laid out once, emptied for each; and a look at any of them."""

import importlib
import pkgutil
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

import storage
from storage import upgrade
from storage.database import METADATA, writing
from storage.driving import drive
from storage.hot import Hot

for module in pkgutil.iter_modules(storage.__path__, "storage."):  # every table
    importlib.import_module(module.name)

FREE = []  # engines that keep what they have compiled; the statements are the same in each test
BLANK, MIGRATED = [], []
MIGRATES = upgrade._upgrade


@contextmanager
def memory():
    """Lend an engine over a database as it is on its first day."""
    engine = FREE.pop() if FREE else hot()
    lay(engine)
    yield engine
    FREE.append(engine)


def hot():
    """Make an engine whose statements take the short way, as the writer's do."""
    engine = writing("sqlite://")
    engine._connection_cls = Hot
    return engine


def lay(engine):
    """Make a database blank: every table of the house, and not a row."""
    if not BLANK:
        BLANK.append(writing("sqlite://"))
        METADATA.create_all(BLANK[0])
    with BLANK[0].connect() as source, engine.connect() as target:
        driver = target.connection.driver_connection
        driver.rollback()  # whatever a test that failed left open
        source.connection.driver_connection.backup(driver)


def lay_out(engine):
    """Make a new database blank; one that has tables stays as it is."""
    with engine.connect() as connection:
        made = connection.exec_driver_sql("PRAGMA schema_version").scalar()
    if not made:
        lay(engine)


def migrate(address):
    """Make a file's database as it is after all migrations, which run once in this process."""
    path = Path(make_url(address).database)
    path.unlink(missing_ok=True)
    once(address, path, before=None, head=upgrade.HEAD, migrations=upgrade.MIGRATIONS)


def once(text, path, *, before, head, migrations):
    """Stand in for upgrade._upgrade: of a new file all migrations run once in this process."""
    if path.exists() or (head, migrations) != (upgrade.HEAD, upgrade.MIGRATIONS):
        return MIGRATES(text, path, before=before, head=head, migrations=migrations)
    if MIGRATED:
        path.write_bytes(MIGRATED[0])
        return upgrade.Upgrade(before, head)
    done = MIGRATES(text, path, before=before, head=head, migrations=migrations)
    assert not list(path.parent.glob(f"{path.name}-*"))  # all of it is in the file
    MIGRATED.append(path.read_bytes())
    return done


def look(address, question):
    """Return the rows of a database that bots are at work on, of either kind."""
    return drive(_look, address, question)


def change(address, statement):
    """Change rows behind the back of bots that are at work on a database."""
    drive(_change, address, statement)


def _change(address, statement):
    engine = writing(address)
    try:
        with engine.begin() as connection:
            connection.execute(text(statement))
    finally:
        engine.dispose()


def _look(address, question):
    engine = writing(address)
    if engine.dialect.name == "sqlite":  # a look must not wait for a writer
        engine = create_engine(engine.url)
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(question)).all()]
    finally:
        engine.dispose()
