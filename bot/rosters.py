"""What `linli roster …` does: a template, a trial, an import, or a marked-up copy."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import click
from sqlalchemy import Connection

from bot import ending, spreadsheets
from bot.clock import CivilClock
from bot.commands import say
from bot.exits import FAILED, OK
from bot.keeping import free, must_stay, put
from bot.opening import OPERATOR, NotOpened, Opened, on_either, opened
from bot.speech import LOCALES, bilingual, both, in_each, says_yes, spoken
from governance import roster as rules
from governance.roster import COLUMNS, Line, Roster
from governance.spreadsheets import Fault
from handlers.texts import Library, Texts
from storage import audit, roster
from storage.rows import ms


def library() -> tuple[Library, Texts]:
    """Return all words, and those of the system's language, which a new sheet is written in."""
    words = Library(LOCALES)
    return words, words.speak(spoken(None))


def template(file: Path, *, agreed: bool) -> int:
    """Write an empty spreadsheet to fill in; one that may be filled in already is kept."""
    if file.suffix.lower() != ".xlsx":
        return say(bilingual("ops-template-name", file=str(file)))
    if must_stay(file, agreed=agreed):
        return say(bilingual("ops-file-there", file=str(file)))
    words, texts = library()
    hints = {texts.plain(f"roster-column-{c}"): texts.plain(f"roster-hint-{c}") for c in COLUMNS}
    try:
        put(spreadsheets.template(texts.plain("roster-sheet"), hints), file)
    except OSError as error:
        return say(ending.unwritten(error, file), FAILED)
    click.echo(both(words, "roster-template-done", file=str(file)))
    return OK


@on_either
def take(file: Path, *, agreed: bool, dry: bool) -> int:
    """Read a spreadsheet; import all of it, or nothing and a copy that shows what to mend."""
    words = Library(LOCALES)
    if not file.exists():
        return say(both(words, "ops-file-none", file=str(file)))
    try:
        headings, lines = spreadsheets.rows(file)
    except spreadsheets.Unreadable:
        return say(
            in_each(words, lambda texts: f"{file}: {texts.plain('roster-fault-unreadable')}")
        )
    columns = _columns(words, headings)
    if missing := [c for c in ("building", "unit", "area", "owners") if c not in columns]:
        return say(in_each(words, lambda texts: f"{file}: {_missing(texts, missing)}"))
    sheet = [
        Line(row=row, cells={name: cells[at] for name, at in columns.items() if at < len(cells)})
        for row, cells in lines
    ]
    try:
        with opened() as house:
            found, faults = rules.read(sheet, house.roll.newest, _yes_and_no(words))
            if faults:
                return _marked(words, file, columns, faults)
            return _taken(house, words, found, file, agreed=agreed, dry=dry)
    except NotOpened as reason:
        return say(str(reason))


def _columns(words: Library, headings: Sequence[str]) -> dict[str, int]:
    """Find the columns by their headings, in any language of ours."""
    named = {
        texts.plain(f"roster-column-{column}").casefold(): column
        for texts in words.languages.values()
        for column in COLUMNS
    }
    found = {named.get(heading.strip().casefold(), ""): at for at, heading in enumerate(headings)}
    return {column: at for column, at in found.items() if column}


def _yes_and_no(words: Library) -> rules.Words:
    yes, no = (
        frozenset(t.plain(key).casefold() for t in words.languages.values())
        for key in ("roster-yes", "roster-no")
    )
    return rules.Words(yes=yes, no=no)


def _missing(texts: Texts, columns: Sequence[str]) -> str:
    named = "、".join(texts.plain(f"roster-column-{c}") for c in columns)
    return texts.plain("roster-fault-columns", missing=named)


def _marked(
    words: Library, file: Path, columns: Mapping[str, int], faults: Sequence[Fault]
) -> int:
    copy = free(file.with_suffix(""), f".marked{file.suffix}")  # one may be mended already
    # a fault in a column that the sheet does not have stands at the row's beginning
    places = [
        (f.row, columns.get(f.column, 0) + 1, both(words, f"roster-fault-{f.code}", **f.facts))
        for f in faults
    ]
    put(spreadsheets.marked(file, places), copy)
    return say(in_each(words, lambda texts: _listed(texts, copy, faults)))


def _listed(texts: Texts, copy: Path, faults: Sequence[Fault]) -> str:
    lines = [
        texts.plain(
            "roster-fault-line",
            row=fault.row,
            column=texts.plain(f"roster-column-{fault.column}"),
            fault=texts.plain(f"roster-fault-{fault.code}", **fault.facts),
        )
        for fault in faults
    ]
    head = texts.plain("roster-faults", count=len(faults), file=str(copy))
    return "\n".join([head, *lines])


def _taken(  # noqa: PLR0913 -- what the command was told
    house: Opened, words: Library, found: Roster, file: Path, *, agreed: bool, dry: bool
) -> int:
    with house.begin() as connection:
        before = roster.newest(connection, house.number)
    if before:
        click.echo(both(words, "roster-was", **_counts(before)))
    click.echo(both(words, "roster-counts", **_counts(found)))
    if dry:
        click.echo(both(words, "roster-dry"))
        return OK
    if not (agreed or says_yes(words, both(words, "roster-ask"))):
        return FAILED
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    with house.begin() as connection:
        seq = _put(connection, house.number, found, digest)
    click.echo(both(words, "roster-done", seq=seq))
    return OK


def _put(connection: Connection, number: int, found: Roster, digest: str) -> int:
    at = ms(CivilClock().now())
    seq = roster.put(connection, number, found, at=at, digest=digest)
    noted = audit.Note(
        community=number,
        at=at,
        unit=f"roster-{seq}",
        actor=OPERATOR,
        verb="import-roster",
        object=f"roster:{seq}",
        detail={"units": len(found.units), "heads": found.heads, "digest": digest},
    )
    audit.note(connection, noted)
    return seq


def _counts(found: Roster) -> dict[str, str | int]:
    return {
        "units": len(found.units),
        "heads": found.heads,
        "joint": found.joint,
        "vacant": found.vacant,
        "area": f"{found.area / 100:.2f}",
    }
