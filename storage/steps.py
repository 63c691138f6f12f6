"""The steps that a thing has taken: a table a subject, all written and read alike."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Table, bindparam, insert, select

from storage.rows import moment, ms

S = TypeVar("S")  # a step: a frozen dataclass with an `action` and the moment `at`


class Steps(Generic[S]):
    """One table of steps: a column bears the name of the field, or the one in `named`."""

    def __init__(
        self, table: Table, owner: str, step: type[S], action: type[StrEnum], **named: str
    ) -> None:
        self._owner = owner
        self._step: Callable[..., S] = step
        self._action = action
        self._columns = {f.name: named.get(f.name, f.name) for f in fields(step)}  # type: ignore[arg-type]
        self._add = insert(table)
        self._read = (
            select(table).where(table.c[owner] == bindparam("wanted")).order_by(table.c.id)
        )

    def write(self, db: Connection, owner: int, step: S) -> None:
        """Write down a step that its owner took."""
        row = {column: getattr(step, name) for name, column in self._columns.items()}
        db.execute(self._add, {**row, self._owner: owner, "at": ms(row["at"])})

    def read(self, db: Connection, owner: int) -> Sequence[S]:
        """Return the steps that its owner took, oldest first."""
        return [self._known(row._mapping) for row in db.execute(self._read, {"wanted": owner})]  # noqa: SLF001 -- SQLAlchemy's public name for it

    def _known(self, row: Any) -> S:  # noqa: ANN401 -- a row by its columns
        said = {name: row[column] for name, column in self._columns.items()}
        return self._step(
            **said | {"action": self._action(row["action"]), "at": moment(row["at"])}
        )
