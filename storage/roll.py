"""The community as it is now: its file as applied, posts taken up, chats that are bound."""

import secrets
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sqlalchemy import (
    Connection,
    bindparam,
    insert,
    select,
    update,
)

from governance.directory import Community, Officer
from storage import absences, chats, editions, grants
from storage.chats import CHATS
from storage.directory import COMMUNITIES
from storage.grants import GRANTS

_STAMP = select(COMMUNITIES.c.stamp).where(COMMUNITIES.c.id == bindparam("community"))
_CHANGE = (
    update(COMMUNITIES)
    .where(COMMUNITIES.c.id == bindparam("community"))
    .values(stamp=bindparam("fresh"))
)


class Roll:
    """Composes the community anew whenever its stamp has changed; `plan` is its file alone."""

    def __init__(
        self, plan: Community, community: int, parse: Callable[[str], Community] | None = None
    ) -> None:
        self.id = community
        self.plan = plan
        self._parse = parse
        self._applied = (0, plan)  # an edition's number and its file, always of each other
        self._former: dict[str, Officer | None] = {}
        self._known: tuple[str, Community] = ("", plan)

    @property
    def newest(self) -> Community:
        """The community as it was last read: for what needs no transaction."""
        return self._known[1]

    def read(self, connection: Connection) -> Community:
        """Return the community as this transaction sees it."""
        stamp = connection.execute(_STAMP, {"community": self.id}).scalar_one()
        known, community = self._known
        if stamp and stamp == known:
            return community
        community = self._compose(connection)
        # a stamp is random: one that is rolled back is never written again for something else
        self._known = (stamp, community)
        return community

    def _compose(self, connection: Connection) -> Community:
        plan = self._in_force(connection)
        seated = grants.seated(connection, self.id)
        away = absences.away(connection, self.id)
        known = {o.key for o in plan.officers}
        stands = {key: each for key, each in away.items() if each in known}
        officers = tuple(
            replace(
                o,
                telegram=seated.get(o.key, 0),
                away=o.key in away,
                stand_in=stands.get(o.key, ""),
            )
            for o in plan.officers
        )
        bound, former = chats.bound(connection, self.id), self._left(connection, known)
        return replace(plan, officers=officers, chats=bound, former=former)

    def _in_force(self, connection: Connection) -> Community:
        """Return the file as this transaction sees it: beside, a reader may still see the last."""
        newest = editions.newest(connection, self.id)
        if newest is None or self._parse is None:
            return self.plan
        seq, plan = self._applied
        if newest.seq != seq:
            plan = self._parse(newest.text)
            self._applied = (newest.seq, plan)
        self.plan = plan
        return plan

    def _left(self, connection: Connection, known: AbstractSet[str]) -> tuple[Officer, ...]:
        """Return who held a post and has left the file, as its last edition that had him says."""
        gone = grants.posts(connection, self.id) - known
        if sought := gone - self._former.keys():
            self._former |= dict.fromkeys(sought) | self._named(connection, sought)
        return tuple(o for key in sorted(gone) if (o := self._former[key]))

    def _named(self, connection: Connection, sought: AbstractSet[str]) -> dict[str, Officer]:
        found: dict[str, Officer] = {}
        for edition in reversed(editions.every(connection, self.id) if self._parse else ()):
            found |= {o.key: o for o in self._officers(edition.text) if o.key in sought}
        return found

    def _officers(self, text: str) -> tuple[Officer, ...]:
        """Return the officers of an old edition; nobody where it is a file no longer."""
        try:
            return self._parse(text).officers if self._parse else ()
        except Exception:  # noqa: BLE001 -- rules grow stricter: then a name is lost, not the bot
            return ()


def changed(connection: Connection, community: int) -> None:
    """Say that the community is no longer as it was read."""
    connection.execute(_CHANGE, {"community": community, "fresh": secrets.token_hex(8)})


def seed(connection: Connection, community: int, plan: Community, at: int) -> None:
    """Take the accounts and chats that a file names as they are: for drills and tests alone."""
    seated, known = grants.seated(connection, community), chats.bound(connection, community)
    free = (o for o in plan.officers if o.telegram not in {0, *seated.values()})
    posts = [o for o in free if o.key not in seated]
    for officer in posts:
        row = dict.fromkeys(("token_hash", "ends", "ended_at")) | {
            "community_id": community,
            "officer": officer.key,
            "status": "active",
            "person": officer.telegram,
            "invited_at": at,
            "expires": at,
            "claimed_at": at,
            "confirmed_by": "drill",
            "confirmed_at": at,
            "asked_by": "",
            "reason": "",
            "version": 0,
        }
        connection.execute(insert(GRANTS), row)
    for chat in plan.chats if not known else ():
        row = {
            "id": chat.id,
            "community_id": community,
            "kind": chat.kind,
            "name": chat.name,
            "scope": chat.scope,
            "organiser": 0,
            "status": "bound",
            "can_write": True,
            "standing": {},
            "at": at,
            "version": 0,
        }
        connection.execute(insert(CHATS), row)
    changed(connection, community)
