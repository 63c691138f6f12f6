"""What the commands of `linli` do; each returns the exit code."""

import sys
from pathlib import Path

import click

from bot.exits import FAILED, MISTAKE, OK, UNFIT


def run() -> int:
    """Run the bot until told to stop."""
    # structlog would load it for coloured tracebacks that are never drawn here: 5 MB
    sys.modules.setdefault("rich", None)  # type: ignore[arg-type]
    from bot import app, ending, logs  # only this command needs the whole house
    from bot.receiving import Stopped
    from config import community
    from config.mistakes import MistakesError
    from config.settings import read_settings
    from storage.database import WrongAddress
    from storage.upgrade import UnknownRevision

    try:
        settings = read_settings()
        found = community.read(settings.community)
    except MistakesError as mistakes:
        return say(f"{mistakes.told('zh-CN')}\n{mistakes.told()}")
    try:
        settings.state.mkdir(parents=True, exist_ok=True)
        file = settings.state / logs.FILE
        level = settings.log_level.upper()
        logs.set_up(settings.log_format, level=level, file=file, secrets=settings.secrets)
        app.run(settings, found)
    except WrongAddress as wrong:
        return say(str(wrong))
    except UnknownRevision as wrong:
        return say(str(wrong), UNFIT)
    except Stopped as stopped:
        return say(str(stopped), stopped.code)
    except Exception as error:
        if (told := ending.of(error)) is None:
            raise
        return say(told.words, told.code)
    return OK


def check(file: Path) -> int:
    """Check a community file."""
    from config import community
    from config.mistakes import MistakesError

    try:
        found = community.read(file)
    except MistakesError as mistakes:
        return say(f"{mistakes.told('zh-CN')}\n{mistakes.told()}")
    click.echo(
        f"{file}: {found.name}: {len(found.grids)} grids, {len(found.buildings)} buildings, "
        f"{len(found.officers)} officers, {len(found.categories)} categories. Nothing is wrong."
    )
    return OK


def verify() -> int:
    """Verify the audit chain of the community."""
    from bot.opening import on_either

    return on_either(_verify)()


def _verify() -> int:
    from bot.links import both, in_each
    from bot.opening import NotOpened, opened
    from bot.wiring import LOCALES
    from handlers.texts import Library
    from storage import audit

    try:
        with opened() as house, house.begin() as connection:
            found = house.roll.newest
            verdict = audit.verify(connection, house.number)
    except NotOpened as reason:
        return say(str(reason))
    words = Library(LOCALES)
    if verdict.broken:
        entry, key = verdict.broken.entry, f"community-audit-fault-{verdict.broken.fault}"
        told = in_each(
            words,
            lambda texts: texts.plain(
                "community-audit-broken",
                community=found.name,
                entry=entry,
                fault=texts.plain(key),
            ),
        )
        return say(told, FAILED)
    facts: dict[str, str | int] = {
        "sealed": verdict.sealed,
        "tail": verdict.tail,
        "head": verdict.head,
    }
    click.echo(both(words, "community-audit-whole", community=found.name, **facts))
    return OK


def say(sentence: str, code: int = MISTAKE) -> int:
    """Say what is wrong on stderr, and return the exit code."""
    sys.stderr.write(sentence + "\n")
    return code
