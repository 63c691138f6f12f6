"""`linli migrate-to URL`: from the SQLite database of the settings to PostgreSQL."""

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bot import ending
from bot.commands import say
from bot.exits import FAILED, OK
from bot.speech import LOCALES, both, mistaken
from config.mistakes import MistakesError
from config.settings import read_settings
from handlers.texts import Library
from storage import copying
from storage.copying import Copied, NotCopied
from storage.database import WrongAddress, address, without_password
from storage.postgresql import Unreachable
from storage.upgrade import UnknownRevision


def migrate(target: str) -> int:
    """Copy everything, say what was checked, and what to set; or why nothing was copied."""
    words = Library(LOCALES)
    if not _readable(target):  # and never shown: it may hold a password
        return say(both(words, "copy-address"))
    try:
        settings = read_settings(token=False)
        with _bar() as bar:
            copied = copying.copy(settings.database_url, target, _Shown(bar))
    except MistakesError as mistakes:
        return say(mistaken(mistakes))
    except NotCopied as reason:
        return say(both(words, reason.key, **reason.facts), FAILED)
    except Unreachable as wrong:
        return say(both(words, "copy-unreachable", **wrong.facts, fault=wrong.fault), FAILED)
    except (WrongAddress, UnknownRevision) as wrong:
        return say(ending.unusable(wrong))
    click.echo(both(words, "copy-done", **_counts(copied), address=without_password(target)))
    return OK


def _readable(target: str) -> bool:
    try:
        return bool(address(target))
    except WrongAddress:
        return False


def _bar() -> Progress:
    # on stderr, and gone at the end: what is said on stdout stays
    console = Console(stderr=True, highlight=False)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,  # elsewhere it would leave an empty line
    )


class _Shown:
    """One bar, which names the table at work."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task = bar.add_task("")

    def __call__(self, table: str, done: int, whole: int) -> None:
        """Show how far a table is."""
        self._bar.update(self._task, description=table, completed=done, total=whole)


def _counts(copied: Copied) -> dict[str, str | int]:
    audits = copied.audits.values()
    return {
        "rows": sum(copied.rows.values()),
        "tables": len(copied.rows),
        "sealed": sum(each.sealed for each in audits),
        "head": ", ".join(each.head[:12] for each in audits) or "-",
    }
