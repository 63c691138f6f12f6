"""The newest roster of flats as services read it, and which account is which owner (E09)."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, Table, Text, bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert as upsert

from governance.roster import Roster
from storage import roster
from storage.database import METADATA, number
from storage.rows import ms

ACCOUNTS = Table(
    "owner_accounts",
    METADATA,
    number("community_id", ForeignKey("communities.id"), primary_key=True),
    Column("owner", Text, primary_key=True),
    number("person", primary_key=True),
    number("at"),
    Column("by", Text, nullable=False),
)

_HERE = ACCOUNTS.c.community_id == bindparam("community")
_ALL = select(ACCOUNTS.c.owner, ACCOUNTS.c.person).where(_HERE)
_LINK = upsert(ACCOUNTS).on_conflict_do_nothing(index_elements=["community_id", "owner", "person"])
_UNLINK = delete(ACCOUNTS).where(
    ACCOUNTS.c.community_id == bindparam("b_community"), ACCOUNTS.c.person == bindparam("b_person")
)


class Flats:
    """The flats of one community, their owners, and the owners' accounts."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._community = community

    def roster(self) -> Roster | None:
        """Return the roster in force, if one was ever imported."""
        return roster.newest(self._db, self._community)

    def accounts(self) -> Mapping[str, frozenset[int]]:
        """Return the accounts of owners, by the owner's key in the roster."""
        found: dict[str, set[int]] = defaultdict(set)
        for row in self._db.execute(_ALL, {"community": self._community}):
            found[row.owner].add(row.person)
        return {owner: frozenset(persons) for owner, persons in found.items()}

    def link(self, owner: str, person: int, by: str, at: datetime) -> None:
        """Write down that an officer knows an account to be an owner's."""
        row = {"community_id": self._community, "owner": owner, "person": person, "by": by}
        self._db.execute(_LINK, row | {"at": ms(at)})

    def unlink(self, person: int) -> None:
        """Write down that an account is no owner's."""
        self._db.execute(_UNLINK, {"b_community": self._community, "b_person": person})
