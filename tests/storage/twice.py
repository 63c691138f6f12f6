"""A connection that runs every statement both ways, and fails where they differ."""

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from storage.hot import CONSTANT, PLANS, Found, Hot

CLOCK = "julianday"


def outcome(run):
    """Return what an execution gave: its rows with their names, its count, or its error."""
    try:
        result = run()
    except DBAPIError as error:
        return type(error), type(error.orig), str(error.orig), error.statement
    if isinstance(result, Found):
        rows = list(result)
        return [(tuple(row), row._asdict()) for row in rows], counted(result, rows)
    rows = result.all() if result.returns_rows else []
    return [(tuple(row), row._asdict()) for row in rows], counted(result, rows)


def counted(result, rows):
    # of rows that were read the driver knows no number, and says so in different ways
    return len(rows) or max(result.rowcount, 0)


class Twice(Hot):
    """Runs each statement by SQLAlchemy, undoes it, and runs it by the short way."""

    def __init__(self, engine):
        super().__init__(engine)
        self.compared = set()

    def execute(self, statement, parameters=None, **options):
        if isinstance(statement, CONSTANT) and not options and self.in_transaction():
            given = parameters[0] if isinstance(parameters, list) else (parameters or {})
            words = str(statement.compile(dialect=self.dialect))
            if CLOCK in words:  # a moment later it says another time
                return super().execute(statement, parameters, **options)
            PLANS.find(statement, given, self.dialect)  # from now on it was seen
            driver = self.connection.dbapi_connection
            ways = []
            for run in (Connection.execute, Hot.execute):
                driver.execute("SAVEPOINT both")
                ways.append(outcome(lambda run=run: run(self, statement, parameters)))
                driver.execute("ROLLBACK TO both")
                driver.execute("RELEASE both")
            assert ways[0] == ways[1], words
            if PLANS.find(statement, given, self.dialect) is not None:
                self.compared.add(words)
        return super().execute(statement, parameters, **options)
