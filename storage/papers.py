"""Sheets to be drawn, and the bytes of those that are: what was drawn is what is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    LargeBinary,
    Row,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from governance.papers import Format, Paper
from governance.refusals import Unknown
from storage.database import METADATA, document, key, number
from storage.inbox import AT_ONCE
from storage.rows import moment, ms

PAPERS = Table(
    "papers",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    Column("key", Text, nullable=False),
    Column("sheet", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("language", Text, nullable=False),
    document("facts"),
    number("at"),
    Column("digest", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("body", LargeBinary, nullable=True),
    Column("then", Text, nullable=False),
    document("words"),
    UniqueConstraint("community_id", "key"),
)
_SHOWN = [c for c in PAPERS.c if c.name != "body"]
_HERE = PAPERS.c.community_id == bindparam("community")
_WANT = insert(PAPERS).on_conflict_do_nothing(index_elements=["community_id", "key"])
_BY_KEY = select(*_SHOWN).where(_HERE, PAPERS.c.key == bindparam("wanted"))
# a range, not LIKE: the key's own index answers it; "~" stands after all that a key holds
_UNDER = (
    select(*_SHOWN)
    .where(_HERE, PAPERS.c.key.between(bindparam("wanted"), bindparam("until")))
    .order_by(PAPERS.c.id)
)
_GET = select(*_SHOWN).where(_HERE, PAPERS.c.id == bindparam("wanted"))
_WANTED = select(PAPERS.c.id).where(_HERE, PAPERS.c.body.is_(None)).order_by(PAPERS.c.id).limit(8)
_BODY = select(PAPERS.c.body).where(PAPERS.c.id == bindparam("wanted"))
_DRAWN = (
    update(PAPERS)
    .where(PAPERS.c.id == bindparam("b_id"), PAPERS.c.body.is_(None))
    .values(body=bindparam("b_body"), digest=bindparam("b_digest"))
)
_FORGET = (
    update(PAPERS)
    .where(PAPERS.c.community_id == bindparam("b_community"), PAPERS.c.id == bindparam("b_id"))
    .values(body=b"", facts={}, file="")
)
_SENT = update(PAPERS).where(PAPERS.c.id == bindparam("b_id")).values(file=bindparam("b_file"))


@dataclass(frozen=True, slots=True)
class Follows:
    """What is asked of the house once a sheet is drawn."""

    verb: str
    words: dict[str, Any]


class Papers:
    """The sheets of one community."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._community = community

    def want(self, paper: Paper, then: str, **words: int | str) -> Paper:
        """Ask for a sheet to be drawn, once for each key; `then` is the verb that follows."""
        row = {
            "community_id": self._community,
            "key": paper.key,
            "sheet": paper.sheet,
            "format": paper.format,
            "name": paper.name,
            "language": paper.language,
            "facts": dict(paper.facts),
            "at": ms(paper.at),
            "digest": "",
            "file": "",
            "body": None,
            "then": then,
            "words": words,
        }
        self._db.info[AT_ONCE] = True
        self._db.execute(_WANT, row)
        found = self.keyed(paper.key)
        if found is None:
            raise Unknown("refusal-no-dialogue")
        return found

    def keyed(self, key: str) -> Paper | None:
        """Return the sheet of this key, if it was ever asked for."""
        row = self._db.execute(_BY_KEY, self._wanted(key)).first()
        return _paper(row) if row else None

    def get(self, paper: int) -> Paper:
        """Return a sheet; Unknown if there is none."""
        return _paper(self._row(paper))

    def under(self, keys: str) -> Sequence[Paper]:
        """Return every sheet whose key begins so, oldest first."""
        asked = {**self._wanted(keys), "until": f"{keys}~"}
        return [_paper(row) for row in self._db.execute(_UNDER, asked).all()]

    def wanted(self) -> Sequence[int]:
        """Return the sheets that are still to be drawn, oldest first, a few of them."""
        return self._db.execute(_WANTED, {"community": self._community}).scalars().all()

    def drawn(self, paper: int, body: bytes) -> Follows | None:
        """Keep the bytes; return what follows, or None where it was drawn already."""
        row = self._row(paper)
        made = {"b_id": paper, "b_body": body, "b_digest": sha256(body).hexdigest()}
        if self._db.execute(_DRAWN, made).rowcount != 1:
            return None
        return Follows(row.then, {**row.words, "paper": paper})

    def broken(self, paper: int) -> None:
        """Give up a sheet that cannot be drawn: it is asked for no more, and has no bytes."""
        self._db.execute(_DRAWN, {"b_id": paper, "b_body": b"", "b_digest": ""})

    def body(self, paper: int) -> bytes:
        """Return the bytes of a sheet; Unknown where there are none."""
        found = self._db.execute(_BODY, {"wanted": paper}).scalar()
        if not found:
            raise Unknown("refusal-no-dialogue")
        return bytes(found)

    def forget(self, paper: int) -> None:
        """Let go of what a sheet says, and of its bytes: it was for one reader alone."""
        self._db.execute(_FORGET, {"b_community": self._community, "b_id": paper})

    def sent(self, paper: int, file: str) -> None:
        """Remember by which id Telegram has the bytes."""
        self._db.execute(_SENT, {"b_id": paper, "b_file": file})

    def _row(self, paper: int) -> Row[Any]:
        row = self._db.execute(_GET, self._wanted(paper)).first()
        if row is None:
            raise Unknown("refusal-no-dialogue")
        return row

    def _wanted(self, wanted: int | str) -> dict[str, int | str]:
        return {"community": self._community, "wanted": wanted}


def _paper(row: Row[Any]) -> Paper:
    return Paper(
        id=row.id,
        key=row.key,
        sheet=row.sheet,
        format=Format(row.format),
        name=row.name,
        language=row.language,
        facts=row.facts,
        at=moment(row.at),
        digest=row.digest,
        file=row.file,
    )
