"""Which menu of commands Telegram was last asked to show, by scope and language."""

from sqlalchemy import Column, Connection, Table, Text, delete, select
from sqlalchemy.dialects.postgresql import insert

from storage.database import METADATA

MENUS = Table(
    "menus",
    METADATA,
    Column("scope", Text, primary_key=True),
    Column("language", Text, primary_key=True),
    Column("digest", Text, nullable=False),
)

_SHOWN = select(MENUS.c.scope, MENUS.c.language, MENUS.c.digest)
_FRESH = insert(MENUS)
_SHOW = _FRESH.on_conflict_do_update(
    index_elements=["scope", "language"], set_={"digest": _FRESH.excluded.digest}
)


def shown(connection: Connection) -> dict[tuple[str, str], str]:
    """Return the digest of each menu, by scope and language."""
    return {(row.scope, row.language): row.digest for row in connection.execute(_SHOWN).all()}


def show(connection: Connection, scope: str, language: str, digest: str) -> None:
    """Remember what Telegram is asked to show."""
    row = {"scope": scope, "language": language, "digest": digest}
    connection.execute(_SHOW, row)


def forget(connection: Connection, scope: str, language: str) -> None:
    """Remember that this scope has no menu of its own any more."""
    here = delete(MENUS).where(MENUS.c.scope == scope, MENUS.c.language == language)
    connection.execute(here)
