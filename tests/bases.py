"""Databases in memory with the house's tables: laid out once, emptied for each test."""

from contextlib import contextmanager

from storage.database import METADATA, writing

FREE = []  # engines that keep what they have compiled; the statements are the same in each test
BLANK = []


@contextmanager
def memory():
    """Lend an engine over a database as it is on its first day."""
    engine = FREE.pop() if FREE else writing("sqlite://")
    lay(engine)
    yield engine
    FREE.append(engine)


def lay(engine):
    """Make a database blank: every table of the house, and not a row."""
    if not BLANK:
        BLANK.append(writing("sqlite://"))
        METADATA.create_all(BLANK[0])
    with BLANK[0].connect() as source, engine.connect() as target:
        driver = target.connection.driver_connection
        driver.rollback()  # whatever a test that failed left open
        source.connection.driver_connection.backup(driver)
