"""Constant statements, compiled to text once and run on the driver's own cursor.

SQLAlchemy builds, looks up and unpacks anew for every execution; for a statement that is a
constant of its module the text, the order of its parameters and the making of its rows never
change. What is not understood here is run by SQLAlchemy itself, and what is run here gives the
same rows and raises the same errors: a test runs every statement of the storage tests both ways.
"""

import sqlite3
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Executable, Row
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.exc import (
    DBAPIError,
    InvalidRequestError,
    MultipleResultsFound,
    NoResultFound,
)
from sqlalchemy.sql import Delete, Insert, Select, Update
from sqlalchemy.sql.compiler import SQLCompiler

Process = Callable[[Any], Any]
CONSTANT = (Select, Insert, Update, Delete)
MISSING = object()


class Strange(Exception):
    """This statement, or these parameters, are SQLAlchemy's own to run."""


class Found:
    """The rows of one execution: as much of SQLAlchemy's Result as this house uses."""

    __slots__ = ("_make", "_rows", "_scalar", "rowcount")

    def __init__(self, plan: "Plan", rows: list[tuple[Any, ...]], rowcount: int) -> None:
        self._rows = rows
        self._make: Callable[[tuple[Any, ...]], Row[Any]] = plan.make
        self._scalar = plan.scalar
        self.rowcount = rowcount

    def all(self) -> list[Row[Any]]:
        """Return every row."""
        return [self._make(row) for row in self._rows]

    def first(self) -> Row[Any] | None:
        """Return the first row, or None if there is none."""
        return self._make(self._rows[0]) if self._rows else None

    def one(self) -> Row[Any]:
        """Return the only row; NoResultFound, or MultipleResultsFound."""
        self._only()
        return self._make(self._rows[0])

    def scalar(self) -> Any:  # noqa: ANN401 -- what the statement selects
        """Return the first column of the first row, or None if there is none."""
        return self._scalar(self._rows[0][0]) if self._rows else None

    def scalar_one(self) -> Any:  # noqa: ANN401 -- what the statement selects
        """Return the first column of the only row; NoResultFound, or MultipleResultsFound."""
        self._only()
        return self._scalar(self._rows[0][0])

    def scalar_one_or_none(self) -> Any:  # noqa: ANN401 -- what the statement selects
        """Return the first column of the only row, or None; MultipleResultsFound."""
        return self.scalar_one() if self._rows else None

    def mappings(self) -> "Values":
        """Return every row by the names of its columns."""
        return Values([self._make(row)._mapping for row in self._rows])  # noqa: SLF001 -- its public name begins so

    def scalars(self) -> "Values":
        """Return the first column of every row."""
        return Values([self._scalar(row[0]) for row in self._rows])

    def close(self) -> None:
        """Do nothing: everything was fetched."""

    def _only(self) -> None:
        if not self._rows:
            raise NoResultFound("No row was found when one was required")
        if len(self._rows) > 1:
            raise MultipleResultsFound("Multiple rows were found when exactly one was required")

    def __iter__(self) -> Iterator[Row[Any]]:
        return map(self._make, self._rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return


class Values:
    """One value for every row."""

    __slots__ = ("_values",)

    def __init__(self, values: list[Any]) -> None:
        self._values = values

    def all(self) -> list[Any]:
        """Return every value."""
        return self._values

    def first(self) -> Any:  # noqa: ANN401 -- what the statement selects
        """Return the first value, or None if there is none."""
        return self._values[0] if self._values else None

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values)


class Plan:
    """How one statement is run with parameters of these names."""

    __slots__ = ("_order", "make", "returns", "scalar", "text")

    def __init__(self, statement: Any, dialect: Dialect, given: Mapping[str, Any]) -> None:  # noqa: ANN401 -- one of CONSTANT
        compiled = statement.compile(dialect=dialect, column_keys=list(given))
        if not isinstance(compiled, SQLCompiler) or compiled.escaped_bind_names:
            raise Strange
        # values that Python itself must add at each execution
        if compiled.insert_prefetch or compiled.update_prefetch:
            raise Strange
        if any(bind.expanding and name in given for name, bind in compiled.binds.items()):
            raise Strange
        if any(bind.callable for bind in compiled.binds.values()):
            raise Strange
        state = compiled.construct_expanded_state(dict(given))
        process = {**compiled._bind_processors, **state.processors}  # noqa: SLF001 -- what the types ask for
        order: list[tuple[str, Any, Process | None]] = []
        for name in state.positiontup or ():
            how: Any = process.get(name)
            if name in given:
                order.append((name, MISSING, how))
            else:
                value = state.parameters[name]
                order.append(("", how(value) if how else value, None))
        self.text = state.statement
        self._order = order
        self.returns = bool(compiled.effective_returning) or isinstance(statement, Select)
        columns = compiled._result_columns  # noqa: SLF001 -- what the rows of this text hold
        self.make: Process = _same
        self.scalar: Process = _same
        if self.returns:
            self._read(columns, dialect)

    def _read(self, columns: Sequence[Any], dialect: Dialect) -> None:
        names = [column.keyname for column in columns]
        if len(set(names)) < len(names):
            raise Strange
        processors = [
            column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns
        ]
        meta: Any = SimpleResultMetaData(names)
        places, some = meta._key_to_index, processors if any(processors) else None  # noqa: SLF001 -- as SQLAlchemy's own results do

        def make(row: tuple[Any, ...]) -> Row[Any]:
            return Row(meta, some, places, row)

        self.make = make
        self.scalar = processors[0] or _same

    def values(self, given: Mapping[str, Any]) -> list[Any]:
        """Return the parameters in the order of the text; KeyError where one is missing."""
        return [
            (how(given[name]) if how else given[name]) if value is MISSING else value
            for name, value, how in self._order
        ]


def _same(value: Any) -> Any:  # noqa: ANN401 -- whatever it is
    return value


class _Known:
    """A statement that was executed before, and its plans by the names of its parameters."""

    __slots__ = ("plans", "statement")

    def __init__(self, statement: Executable, forget: Callable[[Any], object]) -> None:
        self.statement = weakref.ref(statement, forget)
        self.plans: dict[tuple[str, ...], Plan | None] = {}


class Plans:
    """The plans of all constant statements; one that is built for each call is never compiled."""

    def __init__(self) -> None:
        self._known: dict[int, _Known] = {}

    def find(
        self, statement: Executable, given: Mapping[str, Any], dialect: Dialect
    ) -> Plan | None:
        """Return how to run a statement; None where SQLAlchemy must, or where it is new."""
        key = id(statement)
        known = self._known.get(key)
        if known is None or known.statement() is not statement:
            self._known[key] = _Known(statement, lambda _: self._known.pop(key, None))
            return None
        names = tuple(given)
        try:
            return known.plans[names]
        except KeyError:
            pass
        try:
            plan = Plan(statement, dialect, given)
        except (Strange, InvalidRequestError):
            plan = None  # what is wrong with it SQLAlchemy says best
        known.plans[names] = plan
        return plan


PLANS = Plans()


class Hot(Connection):
    """A connection that on SQLite runs constant statements by the shortest way."""

    def execute(self, statement: Any, parameters: Any = None, **options: Any) -> Any:  # noqa: ANN401 -- as Connection has it
        """Execute a statement; constant ones on the driver's own cursor."""
        transaction = self.get_transaction()
        if (
            options
            or self.dialect.name != "sqlite"
            or not isinstance(statement, CONSTANT)
            or transaction is None
            or not transaction.is_active
            or statement._execution_options  # noqa: SLF001 -- SQLAlchemy alone knows these
        ):
            return super().execute(statement, parameters, **options)
        if isinstance(parameters, list):
            return self._many(statement, parameters)
        given = parameters or {}
        plan = PLANS.find(statement, given, self.dialect)
        if plan is None:
            return super().execute(statement, parameters)
        try:
            values = plan.values(given)
        except KeyError:  # told in SQLAlchemy's words
            return super().execute(statement, parameters)
        try:
            cursor = self.connection.dbapi_connection.execute(plan.text, values)  # type: ignore[union-attr]
            rows = cursor.fetchall() if plan.returns else []
        except sqlite3.Error as error:
            raise self._told(error, plan.text, values) from error
        return Found(plan, rows, cursor.rowcount)

    def _many(self, statement: Any, rows: list[Mapping[str, Any]]) -> Any:  # noqa: ANN401 -- as above
        plan = PLANS.find(statement, rows[0], self.dialect) if rows else None
        if plan is None or plan.returns:
            return super().execute(statement, rows)
        try:
            values = [plan.values(row) for row in rows]
        except KeyError:
            return super().execute(statement, rows)
        driver: Any = self.connection.dbapi_connection
        try:
            cursor = driver.executemany(plan.text, values)
        except sqlite3.Error as error:
            raise self._told(error, plan.text, values) from error
        return Found(plan, [], cursor.rowcount)

    def _told(self, error: sqlite3.Error, text: str, values: Any) -> BaseException:  # noqa: ANN401 -- for the message
        """Return the driver's error as SQLAlchemy would raise it, its transaction let go of."""
        self.failed()
        return DBAPIError.instance(
            text, values, error, sqlite3.Error, dialect=self.dialect, ismulti=False
        )

    def failed(self) -> None:
        """Look after a failure, before it is told."""
