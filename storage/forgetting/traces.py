"""What is stored of a person: found, counted, and let go of as the table of rules says."""

import secrets
from collections.abc import Sequence

from sqlalchemy import (
    Column,
    Connection,
    Table,
    Text,
    bindparam,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from governance.dialogues import Dialogue, DialogueStatus
from governance.forgetting import Tally, Treatment
from storage.cases import CASES
from storage.database import METADATA, number
from storage.dialogues import DIALOGUES, Dialogues
from storage.directory import PEOPLE
from storage.forgetting.finding import Rule, Whose
from storage.forgetting.rules import RULES
from storage.mediation import DISPUTES
from storage.relays import RELAYS
from storage.residents import RESIDENTS

FORGOTTEN = Table(
    "forgotten",
    METADATA,
    Column("pseudonym", Text, primary_key=True),
    number("at"),
)

STAND_INS = 2**52
"""Accounts of Telegram have at most 52 bits: a number from here on is nobody's."""

_CASES = select(CASES.c.id).where(CASES.c.reporter == bindparam("whose")).order_by(CASES.c.id)
_DISPUTES = (
    select(DISPUTES.c.id).where(DISPUTES.c.reporter == bindparam("whose")).order_by(DISPUTES.c.id)
)
_SAID = (
    select(RELAYS.c.text)
    .where(RELAYS.c.sender == bindparam("whose"), RELAYS.c.text != "")
    .order_by(RELAYS.c.id)
)
_RESIDENTS = select(RESIDENTS.c.id).where(RESIDENTS.c.person == bindparam("whose"))
_WHO = select(PEOPLE.c.name, PEOPLE.c.pseudonym).where(PEOPLE.c.id == bindparam("whose"))
_OPEN_TALKS = (
    select(DIALOGUES.c.id)
    .where(
        DIALOGUES.c.person == bindparam("whose"), DIALOGUES.c.status == str(DialogueStatus.OPEN)
    )
    .order_by(DIALOGUES.c.id)
)
_REMEMBER = insert(FORGOTTEN).on_conflict_do_nothing(index_elements=["pseudonym"])
_ALL_FORGOTTEN = select(FORGOTTEN.c.pseudonym).order_by(FORGOTTEN.c.at, FORGOTTEN.c.pseudonym)
_STILL_HERE = (
    select(PEOPLE.c.id)
    .where(PEOPLE.c.pseudonym.in_(bindparam("words", expanding=True)))
    .order_by(PEOPLE.c.id)
)


class Traces:
    """What is stored of anybody."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def cases(self, person: int) -> Sequence[int]:
        """Return every case that a person reported, by id, oldest first."""
        return self._db.execute(_CASES, {"whose": person}).scalars().all()

    def disputes(self, person: int) -> Sequence[int]:
        """Return every dispute that a person reported, by id, oldest first."""
        return self._db.execute(_DISPUTES, {"whose": person}).scalars().all()

    def said(self, person: int) -> Sequence[str]:
        """Return what a person said to those who work on a case, oldest first."""
        return self._db.execute(_SAID, {"whose": person}).scalars().all()

    def talks(self, person: int) -> Sequence[Dialogue]:
        """Return the talks that still wait for a person."""
        dialogues = Dialogues(self._db)
        found = self._db.execute(_OPEN_TALKS, {"whose": person}).scalars().all()
        return [dialogues.get(each) for each in found]

    def pseudonym(self, person: int) -> str:
        """Return the word that stands for a person in the audit; nothing for one never met."""
        known = self._db.execute(_WHO, {"whose": person}).first()
        return str(known.pseudonym) if known else ""

    def survey(self, person: int) -> Sequence[Tally]:
        """Count what each store holds of a person, and say what becomes of it."""
        whose = self._whose(person)
        counted: dict[tuple[str, Treatment, str], int] = {}
        for rule in RULES:
            place = (rule.store, rule.treatment, rule.why)
            counted[place] = counted.get(place, 0) + self._count(rule, whose)
        return [
            Tally(store=store, treatment=treatment, why=why, count=count)
            for (store, treatment, why), count in counted.items()
        ]

    def forget(self, person: int, at: int) -> None:
        """Delete and pseudonymise at a time in UTC ms; remember only the word of the audit."""
        whose = self._whose(person)
        for rule in RULES:
            self._apply(rule, whose)
        if whose.pseudonym:
            self._db.execute(_REMEMBER, {"pseudonym": whose.pseudonym, "at": at})

    def _whose(self, person: int) -> Whose:
        known = self._db.execute(_WHO, {"whose": person}).first()
        cases, disputes = tuple(self.cases(person)), tuple(self.disputes(person))
        homes = self._db.execute(_RESIDENTS, {"whose": person}).scalars().all()
        own = {"case": cases, "dispute": disputes, "resident": homes}
        return Whose(
            person=person,
            name=known.name if known else "",
            pseudonym=known.pseudonym if known else "",
            stand_in=STAND_INS + secrets.randbits(40),
            cases=cases,
            disputes=disputes,
            objects=tuple(f"{what}:{each}" for what, those in own.items() for each in those),
        )

    def _count(self, rule: Rule, whose: Whose) -> int:
        if rule.finds is None:
            return 0
        table = METADATA.tables[rule.table]
        count = select(func.count()).select_from(table).where(rule.finds(table, whose))
        return int(self._db.execute(count).scalar_one())

    def _apply(self, rule: Rule, whose: Whose) -> None:
        if rule.finds is None:
            return
        table = METADATA.tables[rule.table]
        found = rule.finds(table, whose)
        if rule.writes is None:
            self._db.execute(delete(table).where(found))
        else:
            self._db.execute(update(table).where(found).values(rule.writes(table, whose)))


def forgotten(connection: Connection) -> Sequence[str]:
    """Return the words of the audit of those who were forgotten, oldest first."""
    return connection.execute(_ALL_FORGOTTEN).scalars().all()


def still_here(connection: Connection, words: Sequence[str]) -> Sequence[int]:
    """Return the accounts that these words of the audit still lead to: a backup came back."""
    return connection.execute(_STILL_HERE, {"words": list(words)}).scalars().all()
