"""What `linli backup` and `linli restore` do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from bot import ending
from bot.clock import CivilClock
from bot.commands import say
from bot.exits import FAILED, OK
from bot.keeping import aside, free, must_stay
from bot.speech import LOCALES, bilingual, mistaken, says_yes
from config.mistakes import MistakesError
from config.settings import read_settings
from handlers.texts import Library
from storage import backups, locks
from storage.database import WrongAddress, is_sqlite, path_of, shelter
from storage.rows import stamp


class NotDone(Exception):
    """It cannot be done; the message says why, and what would be right, in every language."""


def backup(file: Path, *, agreed: bool) -> int:
    """Copy the database into a file and look the copy through; the bot may run meanwhile."""
    try:
        database = _database()
        if not database.exists():
            return say(bilingual("ops-database-none", file=str(database)))
        if must_stay(file, agreed=agreed):
            return say(bilingual("ops-file-there", file=str(file)))
        found = _copied(database, file)
    except NotDone as reason:
        return say(str(reason))
    except backups.Unsound as wrong:
        foreign = wrong.fault == "foreign"
        told = bilingual("ops-database-foreign", file=str(database)) if foreign else None
        return say(told or _unsound(wrong, database), FAILED)
    except (sqlite3.Error, OSError) as error:
        return say(ending.unwritten(error, file), FAILED)
    click.echo(bilingual("ops-backup-done", file=str(file), **_entries(found)))
    return OK


def _copied(database: Path, file: Path) -> backups.Contents:
    with aside(file) as fresh:
        backups.copy(database, fresh)
        return backups.look_through(fresh)


def restore(file: Path, *, agreed: bool) -> int:
    """Put a backup in the database's place; what was there is kept beside it."""
    try:
        database = _database()
        _look_over(file, database)
        if not agreed and not _agreed(database):  # nothing is held, or made, while it is asked
            return FAILED
        kept = free(database, f".{stamp(CivilClock().now())}.replaced")
        with _alone(database):
            found = backups.restore(file, database, kept)
    except NotDone as reason:
        return say(str(reason))
    except locks.Held:
        return say(bilingual("ops-held"), FAILED)
    except backups.Unsound as wrong:
        return say(_unsound(wrong, file), FAILED)
    except (sqlite3.Error, OSError) as error:
        return say(ending.unwritten(error, database), FAILED)
    click.echo(bilingual("ops-restore-done", file=str(database), **_entries(found)))
    if kept.exists():
        click.echo(bilingual("ops-restore-kept", file=str(kept)))
    return OK


@contextmanager
def _alone(database: Path) -> Iterator[None]:
    try:
        shelter(database)
    except WrongAddress as wrong:
        raise NotDone(ending.unusable(wrong)) from None
    with locks.alone(database):
        yield


def _look_over(file: Path, database: Path) -> None:
    if not file.exists() or (database.exists() and file.samefile(database)):
        raise NotDone(bilingual("ops-restore-none", file=str(file)))
    if backups.touches(file, database):
        raise NotDone(bilingual("ops-restore-name", file=str(file)))
    backups.look_over(file)


def _agreed(database: Path) -> bool:
    """Ask; Held where a yes would be in vain."""
    locks.ask(database)
    there = "yes" if database.exists() else "no"
    question = bilingual("ops-restore-ask", file=str(database), there=there)
    return says_yes(Library(LOCALES), question)


def _database() -> Path:
    try:
        url = read_settings(token=False).database_url
        if is_sqlite(url):
            return path_of(url)
    except MistakesError as mistakes:
        raise NotDone(mistaken(mistakes)) from None
    except WrongAddress as wrong:
        raise NotDone(ending.unusable(wrong)) from None
    raise NotDone(bilingual("ops-postgres"))


def _entries(found: backups.Contents) -> dict[str, int]:
    return {"entries": sum(found.entries.values()), "unsealed": found.unsealed}


def _unsound(wrong: backups.Unsound, file: Path) -> str:
    return bilingual(f"ops-unsound-{wrong.fault}", file=str(file), more=wrong.more)
