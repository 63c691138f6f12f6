"""What waits until Telegram was asked once more: then nothing of before is still on its way."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects.postgresql import insert

from storage.inbox import AT_ONCE, DUES, OPEN, UNASKED

_WAIT = insert(DUES).on_conflict_do_nothing(index_elements=["key"])
_WAITS = select(DUES.c.id).where(DUES.c.status == UNASKED).limit(1)
_WAKE = (
    update(DUES)
    .where(DUES.c.status == UNASKED, DUES.c.at <= bindparam("b_began"))
    .values(status=OPEN)
)


def wait(connection: Connection, at: int, verb: str, key: str, words: Mapping[str, Any]) -> None:
    """Ask to be woken once Telegram gave all that it held at a time in UTC ms."""
    row = {"at": at, "verb": verb, "key": key, "words": dict(words), "status": UNASKED}
    connection.info[AT_ONCE] = True
    connection.execute(_WAIT, row)


def waits(connection: Connection) -> bool:
    """Whether anybody waits for a further question to Telegram."""
    return connection.execute(_WAITS).first() is not None


def asked(connection: Connection, began: int) -> None:
    """Wake who waited: a question that began at a time in UTC ms was answered, and kept."""
    if connection.execute(_WAKE, {"b_began": began}).rowcount:
        connection.info[AT_ONCE] = True
