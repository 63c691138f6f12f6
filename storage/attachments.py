"""Photos, voices and papers of cases and talks, by the ids that Telegram gave them (B03)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Row,
    Table,
    Text,
    bindparam,
    insert,
    select,
    update,
)

from governance.intake import Attachment, AttachmentKind
from storage.database import METADATA, key, number
from storage.rows import moment, ms

ATTACHMENTS = Table(
    "attachments",
    METADATA,
    key(),
    number("case_id", ForeignKey("cases.id"), nullable=True, index=True),
    number("dialogue_id", ForeignKey("dialogues.id"), nullable=True, index=True),
    Column("kind", Text, nullable=False),
    Column("file", Text, nullable=False),
    number("by"),
    number("at"),
    Column("album", Text, nullable=False),
    Index(None, "by", "album"),
)

_ADD = insert(ATTACHMENTS)
_OF = select(ATTACHMENTS).order_by(ATTACHMENTS.c.id)
_OF_CASE = _OF.where(ATTACHMENTS.c.case_id == bindparam("wanted"))
_OF_TALK = _OF.where(ATTACHMENTS.c.dialogue_id == bindparam("wanted"))
_HAND_OVER = (
    update(ATTACHMENTS)
    .where(ATTACHMENTS.c.dialogue_id == bindparam("talk"))
    .values(case_id=bindparam("matter"))
)
_PASS_ON = (
    update(ATTACHMENTS)
    .where(ATTACHMENTS.c.dialogue_id == bindparam("talk"))
    .values(dialogue_id=bindparam("to"))
)
_ALBUM = (
    select(ATTACHMENTS.c.case_id, ATTACHMENTS.c.dialogue_id)
    .where(
        ATTACHMENTS.c.by == bindparam("person"),
        ATTACHMENTS.c.album == bindparam("group"),
        ATTACHMENTS.c.at >= bindparam("since"),
    )
    .order_by(ATTACHMENTS.c.id.desc())
    .limit(1)
)


class Attachments:
    """What came with reports besides words."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, attachment: Attachment, *, case: int = 0, dialogue: int = 0) -> None:
        """Keep a file of a case, or of a talk that may become one."""
        row = {
            "case_id": case or None,
            "dialogue_id": dialogue or None,
            "kind": attachment.kind,
            "file": attachment.file,
            "by": attachment.by,
            "at": ms(attachment.at),
            "album": attachment.album,
        }
        self._db.execute(_ADD, row)

    def of_case(self, case: int) -> Sequence[Attachment]:
        """Return the files of a case in the order in which they came."""
        return [_attachment(row) for row in self._db.execute(_OF_CASE, {"wanted": case})]

    def of_talk(self, dialogue: int) -> Sequence[Attachment]:
        """Return the files of a talk in the order in which they came."""
        return [_attachment(row) for row in self._db.execute(_OF_TALK, {"wanted": dialogue})]

    def hand_over(self, dialogue: int, case: int) -> None:
        """Let the files of a talk belong to the case that it became."""
        self._db.execute(_HAND_OVER, {"talk": dialogue, "matter": case})

    def pass_on(self, dialogue: int, to: int) -> None:
        """Let the files of a talk belong to another that follows it."""
        self._db.execute(_PASS_ON, {"talk": dialogue, "to": to})

    def album(self, person: int, album: str, since: datetime) -> tuple[int, int]:
        """Return the case and the talk to which a person's album belongs, 0 for none."""
        row = self._db.execute(
            _ALBUM, {"person": person, "group": album, "since": ms(since)}
        ).first()
        return (row.case_id or 0, row.dialogue_id or 0) if row else (0, 0)


def _attachment(row: Row[tuple[object, ...]]) -> Attachment:
    return Attachment(
        kind=AttachmentKind(row.kind),
        file=row.file,
        by=row.by,
        at=moment(row.at),
        album=row.album,
    )
