"""Which rows of a table hold something of a person, and what is written in its place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Table, Text, and_, case, cast, false, func, or_, select

from governance.forgetting import Treatment
from governance.notices import Fate
from storage.database import within

NOBODY = "＊"  # in the place of a name in what others wrote
SHORTEST_NAME = 2  # one letter stands in every second word
ENDED = tuple(fate for fate in Fate if fate not in {Fate.WAITING, Fate.CLAIMED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Who is meant: account, name, word in the audit, the number that stands in, own matters."""

    person: int
    name: str
    pseudonym: str
    stand_in: int
    cases: tuple[int, ...]
    disputes: tuple[int, ...]
    objects: tuple[str, ...]


Finds = Callable[[Table, Whose], ColumnElement[bool]]
Writes = Callable[[Table, Whose], Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the table: `store` and `why` are keys of words, `writes` what stands instead.

    Without columns the whole row is meant; without a table, a store that is not reached into.
    """

    table: str = ""
    columns: tuple[str, ...] = ()
    store: str
    treatment: Treatment
    why: str
    finds: Finds | None = None
    writes: Writes | None = None


def kept(store: str, why: str, *tables: str) -> tuple[Rule, ...]:
    """Keep what stands in these tables, or in a store that is none."""
    return tuple(
        Rule(table=table, store=store, treatment=Treatment.KEEP, why=why)
        for table in tables or ("",)
    )


def deleted(table: str, store: str, why: str, finds: Finds, **blank: str | None) -> Rule:
    """Delete the rows found, or blank some of their columns."""
    return Rule(
        table=table,
        columns=tuple(blank),
        store=store,
        treatment=Treatment.DELETE,
        why=why,
        finds=finds,
        writes=(lambda _t, _whose: blank) if blank else None,
    )


def unnamed(table: str, store: str, *columns: str, finds: Finds) -> Rule:
    """Take the name out of what others wrote in these columns."""
    return Rule(
        table=table,
        columns=columns,
        store=store,
        treatment=Treatment.PSEUDONYMISE,
        why="name",
        finds=lambda t, w: and_(finds(t, w), or_(*(named(t, c, w) for c in columns))),
        writes=lambda t, w: {c: func.replace(t.c[c], w.name, NOBODY) for c in columns},
    )


def unlinked(table: str, store: str, why: str, *columns: str, message: str = "") -> Rule:
    """Write the stand-in for the account in these columns.

    A message in a group would lead back to who wrote it, so its number is let go of too.
    """

    def finds(t: Table, whose: Whose) -> ColumnElement[bool]:
        return or_(*(t.c[name] == whose.person for name in columns))

    def writes(t: Table, whose: Whose) -> Mapping[str, Any]:
        changed: dict[str, Any] = {
            name: case((t.c[name] == whose.person, whose.stand_in), else_=t.c[name])
            for name in columns
        }
        return changed | ({message: 0} if message else {})

    return Rule(
        table=table,
        columns=(*columns, *((message,) if message else ())),
        store=store,
        treatment=Treatment.PSEUDONYMISE,
        why=why,
        finds=finds,
        writes=writes,
    )


def among(table: str, store: str, why: str, column: str) -> Rule:
    """Write the stand-in for the account in a list of accounts that is a text like `,1,2,`."""
    return Rule(
        table=table,
        columns=(column,),
        store=store,
        treatment=Treatment.PSEUDONYMISE,
        why=why,
        finds=lambda t, whose: t.c[column].contains(f",{whose.person},"),
        writes=lambda t, whose: {
            column: func.replace(t.c[column], f",{whose.person},", f",{whose.stand_in},")
        },
    )


def standing_in(table: str, store: str, why: str, *columns: str) -> Rule:
    """Write the stand-in for the account where a text is the account and nothing else."""

    def finds(t: Table, whose: Whose) -> ColumnElement[bool]:
        return or_(*(t.c[name] == str(whose.person) for name in columns))

    def writes(t: Table, whose: Whose) -> Mapping[str, Any]:
        person, instead = str(whose.person), str(whose.stand_in)
        return {n: case((t.c[n] == person, instead), else_=t.c[n]) for n in columns}

    return Rule(
        table=table,
        columns=columns,
        store=store,
        treatment=Treatment.PSEUDONYMISE,
        why=why,
        finds=finds,
        writes=writes,
    )


def spoken(t: Table, whose: Whose) -> ColumnElement[bool]:
    """Find the steps that the person took himself, in no office, and that say something."""
    return and_(t.c.person == whose.person, t.c.officer == "", t.c.note != "")


def named(t: Table, column: str, whose: Whose) -> ColumnElement[bool]:
    """Find rows whose text holds the name, in these very letters: LIKE is no judge of that."""
    if len(whose.name) < SHORTEST_NAME:
        return false()
    return func.replace(t.c[column], whose.name, "") != t.c[column]


def is_person(*columns: str) -> Finds:
    """Find rows where the account stands in one of these columns."""
    return lambda t, whose: or_(*(t.c[name] == whose.person for name in columns))


def is_own(column: str) -> Finds:
    """Find rows of the cases which the person reported."""
    return lambda t, whose: t.c[column].in_(whose.cases)


def is_own_dispute(column: str) -> Finds:
    """Find rows of the disputes which the person reported."""
    return lambda t, whose: t.c[column].in_(whose.disputes)


def holds_number(*columns: str) -> Finds:
    """Find rows in whose text or document the account stands as a whole number."""
    return lambda t, whose: or_(
        *(cast(t.c[c], Text).regexp_match(rf"(?<!\d){whose.person}(?!\d)") for c in columns)
    )


def either(*finds: Finds) -> Finds:
    """Find what one of them finds."""
    return lambda t, whose: or_(*(each(t, whose) for each in finds))


def own_words(finds: Finds) -> Finds:
    """Of the steps of a matter, find those that no officer took and that say something."""
    return lambda t, whose: and_(finds(t, whose), t.c.officer == "", t.c.note != "")


def repeated(t: Table, whose: Whose) -> ColumnElement[bool]:
    """Find assignments whose note is not the officer's but what the reporter said of it."""
    steps = t.metadata.tables["passages"]
    said = select(steps.c.id).where(
        steps.c.case_id == t.c.case_id, steps.c.officer == "", steps.c.note == t.c.note
    )
    return and_(is_own("case_id")(t, whose), t.c.note != "", said.exists())


def told(t: Table, whose: Whose) -> ColumnElement[bool]:
    """Find what was told to the person; and what others were told of him, once it is over."""
    about = or_(
        holds_number("facts", "instead")(t, whose),
        within(t.c.facts, "case").in_(map(str, whose.cases)),
        within(t.c.facts, "dispute").in_(map(str, whose.disputes)),
    )
    return or_(is_person("reader", "chat")(t, whose), and_(about, t.c.status.in_(ENDED)))


def noted(t: Table, whose: Whose) -> ColumnElement[bool]:
    """Find the details of what the person did, and of what was done in his matters."""
    audit = t.metadata.tables["audit"]
    own = or_(audit.c.actor == whose.pseudonym, audit.c.object.in_(whose.objects))
    return t.c.audit_id.in_(select(audit.c.id).where(own))


def buried(t: Table, whose: Whose) -> ColumnElement[bool]:
    """Find dead letters; what is still open is the person's own next wish."""
    return and_(t.c.status == "dead", holds_number("raw")(t, whose))


def walked(t: Table, whose: Whose) -> ColumnElement[bool]:
    """Find the lanes of what is done."""
    return and_(t.c.status != "open", holds_number("lane")(t, whose))


def filed(t: Table, whose: Whose) -> ColumnElement[bool]:
    """Find the pictures and voices of the person, of his cases and of his talks."""
    talks = t.metadata.tables["dialogues"]
    own = select(talks.c.id).where(talks.c.person == whose.person)
    return or_(is_own("case_id")(t, whose), is_person("by")(t, whose), t.c.dialogue_id.in_(own))
