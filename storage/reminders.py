"""Who asked to be reminded of a ballot, until that was done."""

from collections.abc import Sequence

from sqlalchemy import Connection, ForeignKey, Table, bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert

from storage.database import METADATA, number

REMINDERS = Table(
    "ballot_reminders",
    METADATA,
    number("ballot_id", ForeignKey("ballots.id"), primary_key=True),
    number("person", primary_key=True, autoincrement=False),
)

_OF = REMINDERS.c.ballot_id == bindparam("wanted")
_ASK = insert(REMINDERS).on_conflict_do_nothing(index_elements=["ballot_id", "person"])
_ASKED = select(REMINDERS.c.person).where(_OF).order_by(REMINDERS.c.person)
_LEAVE = delete(REMINDERS).where(_OF, REMINDERS.c.person == bindparam("who"))
_DONE = delete(REMINDERS).where(_OF)


class Reminders:
    """Who wants to be reminded of which ballot."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def ask(self, ballot: int, person: int) -> None:
        """Remember that somebody wants to be reminded."""
        self._db.execute(_ASK, {"ballot_id": ballot, "person": person})

    def leave(self, ballot: int, person: int) -> None:
        """Forget that somebody wanted to be."""
        self._db.execute(_LEAVE, {"wanted": ballot, "who": person})

    def of(self, ballot: int) -> Sequence[int]:
        """Return who wants to be reminded of a ballot."""
        return self._db.execute(_ASKED, {"wanted": ballot}).scalars().all()

    def done(self, ballot: int) -> None:
        """Forget everybody who wanted to be: it was done."""
        self._db.execute(_DONE, {"wanted": ballot})
