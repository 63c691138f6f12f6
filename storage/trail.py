"""The audit as supervision reads it: what was done with one object, and how far it is sealed."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select

from governance.chain import Entry, Seal
from storage.audit import AUDIT, SEALS

MOST = 15  # entries on one card: the newest are what somebody asks about
FAR = 20_000  # entries back that are looked through for some verbs: there is no index of verbs

_OF = (
    select(AUDIT)
    .where(AUDIT.c.community == bindparam("here"), AUDIT.c.object == bindparam("what"))
    .order_by(AUDIT.c.id.desc())
    .limit(MOST)
)
_NEWEST = select(AUDIT).where(AUDIT.c.community == bindparam("here")).order_by(AUDIT.c.id.desc())
_RECENT = _NEWEST.limit(FAR).subquery()
_ALL = _NEWEST.offset(bindparam("start")).limit(MOST)
_AMONG = (
    select(_RECENT)
    .where(_RECENT.c.verb.in_(bindparam("verbs", expanding=True)))
    .order_by(_RECENT.c.id.desc())
    .offset(bindparam("start"))
    .limit(MOST)
)
_HEAD = (
    select(SEALS.c.seq, SEALS.c.audit_id.label("entry"), SEALS.c.at, SEALS.c.hash)
    .where(SEALS.c.community == bindparam("here"))
    .order_by(SEALS.c.seq.desc())
    .limit(1)
)


class Trail:
    """The audit of one community, without the details, which are no reading matter."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._here = {"here": community}

    def of(self, subject: str) -> Sequence[Entry]:
        """Return the newest entries about an object, oldest of them first."""
        rows = self._db.execute(_OF, {**self._here, "what": subject}).all()
        return [Entry(**row._asdict()) for row in reversed(rows)]

    def newest(self, verbs: Sequence[str], start: int) -> Sequence[Entry]:
        """Return a page of the newest entries of the community, newest first; of verbs, or all."""
        asked: dict[str, object] = {**self._here, "start": start}
        asked |= {"verbs": list(verbs)} if verbs else {}
        rows = self._db.execute(_AMONG if verbs else _ALL, asked)
        return [Entry(**row._asdict()) for row in rows]

    def head(self) -> Seal | None:
        """Return the newest seal, if anything was sealed yet."""
        row = self._db.execute(_HEAD, self._here).first()
        return Seal(**row._asdict()) if row else None
