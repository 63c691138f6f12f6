"""What `linli check` looks at on this machine: disk, database, fonts, words, the clock."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

from bot.speech import LOCALES
from config.settings import Settings
from handlers.texts import Library, Texts
from storage import health
from storage.database import WrongAddress, path_of
from storage.postgresql import Unreachable

SKEW = timedelta(seconds=30)
ROOM = 500_000_000  # bytes: a year of a community, its backups beside it
Fact = str | int | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """What was looked at, whether it is right, and the facts of its words.

    A fact that is itself words stands there by language.
    """

    name: str
    fine: bool
    facts: dict[str, Fact] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        """The sign before the words."""
        return "✓" if self.fine else "✗"

    def told(self, texts: Texts) -> str:
        """Return the words of one language, on one line, without the sign."""
        state = "fine" if self.fine else "wrong"
        said = {
            name: fact[texts.language] if isinstance(fact, Mapping) else fact
            for name, fact in self.facts.items()
        }
        return " ".join(texts.plain(f"check-{self.name}-{state}", **said).split())


def alone(settings: Settings | None) -> Iterator[Line]:
    """Look at this machine."""
    if settings:
        yield disk(settings)
        yield database(settings.database_url)
    yield fonts()
    yield words(Library(LOCALES))


def disk(settings: Settings, *, room: int = ROOM) -> Line:
    """Say how much room is left where the state or the database is kept, whichever is less."""
    folders = [settings.state.absolute()]
    if settings.database_url.startswith("sqlite"):
        folders.append(path_of(settings.database_url).parent)
    free, folder = min((shutil.disk_usage(each).free, each) for each in map(_there, folders))
    return Line(
        "disk", fine=free >= room, facts={"free": f"{free / 1e9:.1f}", "where": str(folder)}
    )


def _there(folder: Path) -> Path:
    """Return a folder, or the nearest above it that there is."""
    return next(each for each in (folder, *folder.parents) if each.exists())


def database(url: str) -> Line:
    """Say whether the database opens, is sound, and has the shape that this version knows."""
    facts: dict[str, Fact]
    try:
        found = health.look(url)
    except Unreachable as wrong:
        facts = {"file": "", "more": "", **wrong.facts, "fault": wrong.fault}
        return Line("database", fine=False, facts=facts)
    except WrongAddress as wrong:
        return Line(
            "database",
            fine=False,
            facts={"file": url.partition(":")[0], "fault": "address", "more": str(wrong)},
        )
    facts = {"file": found.where, "more": found.verdict}
    if not found.there:
        return Line("database", fine=True, facts={**facts, "state": "new"})
    if not found.writable:  # first: with its log it cannot even be opened there, and may be sound
        return Line("database", fine=False, facts={**facts, "fault": "readonly"})
    if found.verdict != health.SOUND:
        return Line("database", fine=False, facts={**facts, "fault": "broken"})
    state = "current" if found.current else "older"
    return Line("database", fine=True, facts={**facts, "state": state})


def fonts() -> Line:
    """Say whether this machine has a Chinese font, as fontconfig knows them."""
    asked = shutil.which("fc-list")
    if asked is None:
        return Line("fonts", fine=False, facts={"fault": "fontconfig"})
    told = subprocess.run(  # noqa: S603 -- a fixed question, no shell
        [asked, ":lang=zh", "family"], capture_output=True, text=True, check=False, timeout=30
    )
    first = told.stdout.strip().splitlines()[:1]
    found = first[0].split(",")[0] if first else ""
    return Line("fonts", fine=bool(found), facts={"font": found, "fault": "none"})


def words(library: Library) -> Line:
    """Say whether every language has all the words."""
    every = frozenset[str]().union(*(texts.keys for texts in library.languages.values()))
    missing = [
        f"{name}: {key}"
        for name, texts in library.languages.items()
        for key in sorted(every - texts.keys)
    ]
    facts: dict[str, Fact] = {"count": len(every), "first": next(iter(missing), "")}
    return Line("words", fine=not missing, facts=facts)


def clock(date: str, now: datetime) -> Line:
    """Compare the machine's clock with the server's, as its Date header has it."""
    try:
        skew = now - parsedate_to_datetime(date)
    except (TypeError, ValueError):
        return Line("clock", fine=True, facts={"seconds": 0})
    return Line("clock", fine=abs(skew) <= SKEW, facts={"seconds": int(abs(skew).total_seconds())})
