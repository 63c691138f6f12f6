"""Communities and the people who have met the bot."""

import secrets

from sqlalchemy import Boolean, Column, Connection, Table, Text, bindparam, func, select, update
from sqlalchemy.dialects.postgresql import insert

from governance.cases import OPEN
from governance.directory import Person
from storage.cases import ASSIGNMENTS, CASES
from storage.database import METADATA, key, number

COMMUNITIES = Table(
    "communities",
    METADATA,
    key(),
    Column("key", Text, nullable=False, unique=True),
    Column("stamp", Text, nullable=False, server_default=""),
    Column("bot", Text, nullable=False, server_default=""),
)
PEOPLE = Table(
    "people",
    METADATA,
    number("id", primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("chosen", Boolean, nullable=False, default=False),
    Column("reachable", Boolean, nullable=True),
    Column("pseudonym", Text, nullable=False, unique=True),
)

_ADMIT = insert(COMMUNITIES).on_conflict_do_nothing()
_WHICH = select(COMMUNITIES.c.id).where(COMMUNITIES.c.key == bindparam("named"))
_KEYS = select(COMMUNITIES.c.key).order_by(COMMUNITIES.c.key)
_THIS = COMMUNITIES.c.id == bindparam("which")
_BOT = select(COMMUNITIES.c.bot).where(_THIS)
_RAN = update(COMMUNITIES).where(_THIS).values(bot=bindparam("called"))
_GET = select(PEOPLE).where(PEOPLE.c.id == bindparam("person"))
_MEET = insert(PEOPLE).on_conflict_do_nothing(index_elements=["id"])
_HERE = update(PEOPLE).where(PEOPLE.c.id == bindparam("person"))
_RENAME = _HERE.values(name=bindparam("called"))
_REACH = _HERE.values(reachable=bindparam("open"))
_SPEAK = _HERE.values(language=bindparam("tongue"), chosen=True)
_FOLLOW = _HERE.where(PEOPLE.c.chosen.is_(False)).values(language=bindparam("tongue"))
_OPEN = CASES.c.status.in_(sorted(OPEN)), CASES.c.community_id == bindparam("community")
_LATER = ASSIGNMENTS.alias()
_NEWEST = (
    select(func.max(_LATER.c.seq)).where(_LATER.c.case_id == CASES.c.id).correlate(CASES)
).scalar_subquery()
_ON_DUTY = (
    select(CASES.c.desk)
    .where(*_OPEN)
    .union(
        select(ASSIGNMENTS.c.officer)
        .join(CASES, CASES.c.id == ASSIGNMENTS.c.case_id)
        .where(*_OPEN, ASSIGNMENTS.c.seq == _NEWEST)
    )
)

LANGUAGE = "zh-CN"


def community(connection: Connection, named: str) -> int:
    """Return the number of a community, giving it one where it has none."""
    connection.execute(_ADMIT, {"key": named})
    found: int = connection.execute(_WHICH, {"named": named}).scalar_one()
    return found


def communities(connection: Connection) -> list[str]:
    """Return the keys of all communities of a database."""
    return list(connection.execute(_KEYS).scalars())


def bot(connection: Connection, community: int) -> str:
    """Return the user name of the bot that last ran for a community, empty if none ever did."""
    found: str = connection.execute(_BOT, {"which": community}).scalar_one()
    return found


def ran(connection: Connection, community: int, name: str) -> None:
    """Remember the user name of the bot, so that links can be made while Telegram is away."""
    connection.execute(_RAN, {"which": community, "called": name})


def on_duty(connection: Connection, community: int) -> set[str]:
    """Return the officers who answer for an open case, by key."""
    return set(connection.execute(_ON_DUTY, {"community": community}).scalars())


class People:
    """Those who have ever written to the bot."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def get(self, person: int) -> Person:
        """Return a person; one never met is nobody known yet."""
        row = self._db.execute(_GET, {"person": person}).first()
        if row is None:
            return Person(id=person, name="", language=LANGUAGE)
        return Person(id=person, name=row.name, language=row.language, reachable=row.reachable)

    def pseudonym(self, person: int) -> str:
        """Return the word that stands for a person in the audit; the clock is 0."""
        row = self._db.execute(_GET, {"person": person}).first()
        if row is None:
            self._meet(Person(id=person, name="", language=LANGUAGE))
            row = self._db.execute(_GET, {"person": person}).one()
        return str(row.pseudonym)

    def greet(self, person: Person) -> None:
        """Remember a person as met, under the present name; a language once chosen stays."""
        row = self._db.execute(_GET, {"person": person.id}).first()
        if row is None:
            self._meet(person)
        elif row.name != person.name:
            self._db.execute(_RENAME, {"person": person.id, "called": person.name})
        if row is not None and not row.chosen and row.language != person.language:
            self._db.execute(_FOLLOW, {"person": person.id, "tongue": person.language})

    def reach(self, person: int, *, reachable: bool) -> None:
        """Remember whether a private message gets through."""
        self._db.execute(_REACH, {"person": person, "open": reachable})

    def speak(self, person: int, language: str) -> None:
        """Remember the language a person chose."""
        self._db.execute(_SPEAK, {"person": person, "tongue": language})

    def _meet(self, person: Person) -> None:
        row = {
            "id": person.id,
            "name": person.name,
            "language": person.language,
            "chosen": False,
            "reachable": person.reachable,
            "pseudonym": secrets.token_hex(8),
        }
        self._db.execute(_MEET, row)
