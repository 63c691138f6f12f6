"""The talks that are going on."""

from dataclasses import replace
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Index,
    Row,
    Table,
    Text,
    bindparam,
    insert,
    select,
    text,
    update,
)

from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.refusals import Conflict, Unknown
from storage.database import METADATA, document, is_exactly, key, number, within
from storage.rows import moment, ms

DIALOGUES = Table(
    "dialogues",
    METADATA,
    key(),
    Column("token", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    number("person"),
    number("chat"),
    Column("status", Text, nullable=False),
    number("expires"),
    document("data"),
    number("version"),
    Index(
        "ix_dialogues_open",
        "person",
        "chat",
        sqlite_where=text("status = 'open'"),
        postgresql_where=text("status = 'open'"),
    ),
)

_OPEN = insert(DIALOGUES).returning(DIALOGUES.c.id)
_GET = select(DIALOGUES).where(DIALOGUES.c.id == bindparam("wanted"))
_TOKEN = select(DIALOGUES).where(DIALOGUES.c.token == bindparam("wanted"))
_GOING_ON = select(DIALOGUES).where(
    DIALOGUES.c.person == bindparam("whose"),
    DIALOGUES.c.chat == bindparam("where"),
    is_exactly(DIALOGUES.c.status, "open"),
)
_WAITING = _GOING_ON.order_by(DIALOGUES.c.id.desc()).limit(1)
_NEWEST = (
    select(DIALOGUES)
    .where(
        DIALOGUES.c.person == bindparam("whose"),
        DIALOGUES.c.kind == bindparam("sort"),
        is_exactly(DIALOGUES.c.status, "open"),
    )
    .order_by(DIALOGUES.c.id.desc())
    .limit(1)
)
_ABOUT = (
    select(DIALOGUES)
    .where(
        DIALOGUES.c.chat == bindparam("where"),
        DIALOGUES.c.kind == bindparam("sort"),
        within(DIALOGUES.c.data, "message") == bindparam("which"),
    )
    .order_by(DIALOGUES.c.id.desc())
    .limit(1)
)
_SAVE = (
    update(DIALOGUES)
    .where(DIALOGUES.c.id == bindparam("b_id"), DIALOGUES.c.version == bindparam("b_version"))
    .values(
        status=bindparam("b_status"),
        data=bindparam("b_data"),
        version=DIALOGUES.c.version + 1,
    )
)


class Dialogues:
    """The talks with everybody."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def open(self, dialogue: Dialogue) -> Dialogue:
        """Begin a talk; others go on beside it, so that nothing begun is lost."""
        row = {
            "token": dialogue.token,
            "kind": dialogue.kind,
            "person": dialogue.person,
            "chat": dialogue.chat,
            "status": dialogue.status,
            "expires": ms(dialogue.expires),
            "data": dict(dialogue.data),
            "version": 0,
        }
        return replace(dialogue, id=self._db.execute(_OPEN, row).scalar_one())

    def get(self, dialogue: int) -> Dialogue:
        """Return a talk; Unknown if there is none."""
        return _known(self._db.execute(_GET, {"wanted": dialogue}).first())

    def by_token(self, token: str) -> Dialogue:
        """Return the talk that a link names; Unknown if there is none."""
        return _known(self._db.execute(_TOKEN, {"wanted": token}).first())

    def save(self, dialogue: Dialogue) -> Dialogue:
        """Write the talk unless somebody else did since it was read (then Conflict)."""
        row = {
            "b_id": dialogue.id,
            "b_version": dialogue.version,
            "b_status": dialogue.status,
            "b_data": dict(dialogue.data),
        }
        if self._db.execute(_SAVE, row).rowcount != 1:
            raise Conflict
        return replace(dialogue, version=dialogue.version + 1)

    def waiting(self, person: int, chat: int) -> Dialogue | None:
        """Return the newest open talk with a person in a chat."""
        row = self._db.execute(_WAITING, {"whose": person, "where": chat}).first()
        return _dialogue(row) if row else None

    def newest(self, person: int, kind: DialogueKind) -> Dialogue | None:
        """Return the newest open talk of a kind with a person, wherever it is held."""
        row = self._db.execute(_NEWEST, {"whose": person, "sort": kind}).first()
        return _dialogue(row) if row else None

    def about(self, kind: DialogueKind, chat: int, message: int) -> Dialogue | None:
        """Return the newest talk of a kind about a message in a chat, open or over."""
        wanted = {"sort": kind, "where": chat, "which": str(message)}
        row = self._db.execute(_ABOUT, wanted).first()
        return _dialogue(row) if row else None


def _known(row: Row[Any] | None) -> Dialogue:
    if row is None:
        raise Unknown("refusal-no-dialogue")
    return _dialogue(row)


def _dialogue(row: Row[Any]) -> Dialogue:
    return Dialogue(
        id=row.id,
        token=row.token,
        kind=DialogueKind(row.kind),
        person=row.person,
        chat=row.chat,
        status=DialogueStatus(row.status),
        expires=moment(row.expires),
        data=row.data,
        version=row.version,
    )
