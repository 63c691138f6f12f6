"""What the commands of `linli` do; each returns the exit code."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.exits import FAILED, MISTAKE, OK, UNFIT

if TYPE_CHECKING:
    from governance.chain import Break
    from handlers.texts import Library, Texts


def run() -> int:
    """Run the bot until told to stop."""
    # structlog would load it for coloured tracebacks that are never drawn here: 5 MB
    sys.modules.setdefault("rich", None)  # type: ignore[arg-type]
    from bot import app, ending, logs  # only this command needs the whole house
    from bot.receiving import Stopped
    from bot.speech import mistaken
    from config import community
    from config.mistakes import MistakesError
    from config.settings import read_settings
    from storage.database import WrongAddress
    from storage.upgrade import UnknownRevision

    try:
        settings = read_settings()
        found = community.read(settings.community)
    except MistakesError as mistakes:
        return say(mistaken(mistakes))
    try:
        settings.state.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        told = ending.of(error)
        code = MISTAKE if isinstance(error, tuple(ending.OF_A_NAME)) else FAILED
        return say(ending.unwritten(error, settings.state), told.code if told else code)
    try:
        file = settings.state / logs.FILE
        level = settings.log_level.upper()
        logs.set_up(settings.log_format, level=level, file=file, secrets=settings.secrets)
        app.run(settings, found)
    except (WrongAddress, UnknownRevision) as wrong:
        newer = isinstance(wrong, UnknownRevision)
        return say(ending.unusable(wrong), UNFIT if newer else MISTAKE)
    except Stopped as stopped:
        return say(str(stopped), stopped.code)
    except Exception as error:  # noqa: BLE001 -- Python's own words of it may be people's
        told = ending.of(error) or ending.unforeseen(error)
        return say(told.words, told.code)
    return OK


def check(file: Path) -> int:
    """Check a community file."""
    from bot.speech import LOCALES, in_each, mistaken
    from config import community
    from config.mistakes import MistakesError
    from handlers.texts import Library

    try:
        found = community.read(file)
    except MistakesError as mistakes:
        return say(mistaken(mistakes))
    facts: dict[str, str | int] = {
        "grids": len(found.grids),
        "buildings": len(found.buildings),
        "officers": len(found.officers),
        "categories": len(found.categories),
    }
    words = Library(LOCALES)
    facts |= {"file": str(file), "community": found.name}
    click.echo(
        in_each(words, lambda t: words.speak(t.language, found).plain("community-fine", **facts))
    )
    return OK


def verify() -> int:
    """Verify the audit chain of the community."""
    from bot.opening import on_either

    return on_either(_verify)()


def _verify() -> int:
    from bot.opening import NotOpened, opened
    from bot.speech import LOCALES, both
    from governance import anchors
    from handlers.texts import Library
    from storage import audit
    from storage.anchors import Anchors

    try:
        with opened() as house, house.begin() as connection:
            found = house.roll.newest
            verdict = audit.verify(connection, house.number)
            finding = anchors.judge(verdict, Anchors(connection, house.number).held())
    except NotOpened as reason:
        return say(str(reason))
    words = Library(LOCALES)
    days = {name: str(getattr(finding, name) or "") for name in ("first", "last", "fits")}
    if finding.misfit:
        facts = {**days, "misfit": str(finding.misfit)}
        sys.stderr.write(both(words, "cli-verify-misfit", **facts) + "\n")
    if verdict.broken:
        return _broken(words, found.name, verdict.broken)
    if finding.misfit:
        return FAILED
    sizes: dict[str, str | int] = {
        "sealed": verdict.sealed,
        "tail": verdict.tail,
        "head": verdict.head,
    }
    click.echo(both(words, "community-audit-whole", community=found.name, **sizes))
    if finding.last:
        click.echo(both(words, "cli-verify-days", **days))
    return OK


def _broken(words: "Library", community: str, broken: "Break") -> int:
    from bot.speech import in_each

    def told(texts: "Texts") -> str:
        fault = texts.plain(f"community-audit-fault-{broken.fault}")
        return texts.plain(
            "community-audit-broken", community=community, entry=broken.entry, fault=fault
        )

    return say(in_each(words, told), FAILED)


def say(sentence: str, code: int = MISTAKE) -> int:
    """Say what is wrong on stderr, and return the exit code."""
    sys.stderr.write(sentence + "\n")
    return code
