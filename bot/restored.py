"""Forgetting again whom an old backup brought back (N06)."""

import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import Connection

from bot.house import House
from governance.directory import THE_OPERATOR
from storage.forgetting import forgotten, still_here

FORGOTTEN = "forgotten"
"""The file beside the database that outlives it: words of the audit, which lead to nobody."""


def keep(folder: Path, connection: Connection) -> Sequence[str]:
    """Write down, beside the database, who was forgotten; return all who ever were."""
    file = folder / FORGOTTEN
    known = file.read_text(encoding="ascii").split() if file.exists() else []
    words = list(dict.fromkeys([*known, *forgotten(connection)]))
    if words != known:
        part = file.with_suffix(".part")
        part.write_text("".join(f"{word}\n" for word in words), encoding="ascii")
        part.replace(file)
    return words


def again(house: House, folder: Path) -> Callable[[Connection], object]:
    """Return the unit that forgets again whom an old backup brought back."""

    def unit(connection: Connection) -> None:
        back = still_here(connection, keep(folder, connection))
        name = f"again-{secrets.token_hex(8)}"
        for person in back:
            house.work(connection, name, THE_OPERATOR.id, house.clock.now()).forget(person)

    return unit
