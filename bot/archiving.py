"""What `linli community archive` and `linli community remove` do."""

import asyncio
import json
import os
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import click
from sqlalchemy import Connection

from bot import ending
from bot.commands import say
from bot.exits import FAILED, OK
from bot.keeping import aside, must_stay
from bot.opening import NotOpened, on_either, opened
from bot.speech import LOCALES, bilingual, mistaken, says_yes
from config.mistakes import MistakesError
from config.settings import read_settings
from handlers.texts import Library
from storage import audit, belongings, health, locks
from storage.database import METADATA, WrongAddress
from storage.exclusive import Exclusive, exclusive
from storage.reader import Reader
from storage.upgrade import UnknownRevision


class Differs(Exception):
    """The archive does not hold what the database does."""


@on_either
def archive(file: Path, *, agreed: bool) -> int:
    """Write all of the community into a zip, verified by its counts; the bot may run meanwhile."""
    if must_stay(file, agreed=agreed):
        return say(bilingual("ops-file-there", file=str(file)))
    try:
        with opened() as house:
            url, number, key = house.settings.database_url, house.number, house.roll.newest.key
        with aside(file) as part:
            told = asyncio.run(_snapshot(url, part, number, key))
    except NotOpened as reason:
        return say(str(reason))
    except OSError as error:
        return say(ending.unwritten(error, file), FAILED)
    except Differs as what:
        return say(bilingual("ops-archive-differs", what=str(what)), FAILED)
    click.echo(bilingual("ops-archive-done", file=str(file), rows=sum(told.values())))
    return OK


async def _snapshot(url: str, part: Path, number: int, key: str) -> Mapping[str, int]:
    async with Reader(url, readers=1) as reader:
        return await reader.run(lambda c: _write(c, part, number, key))


def _write(connection: Connection, part: Path, number: int, key: str) -> Mapping[str, int]:
    """Write the zip from one snapshot, read it again, and count; Differs where it is not so."""
    wanted, verdict = belongings.counts(connection, number), audit.verify(connection, number)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as made:
        for table in METADATA.sorted_tables:
            with made.open(f"tables/{table.name}.jsonl", "w", force_zip64=True) as member:
                for line in belongings.rows(connection, table, number):
                    member.write(f"{line}\n".encode())
        chain = {
            "community": key,
            "sealed": verdict.sealed,
            "tail": verdict.tail,
            "head": verdict.head,
            "broken": str(verdict.broken.fault) if verdict.broken else None,
        }
        made.writestr("chain.json", json.dumps(chain, indent=2))
        made.writestr("README.md", "\n".join(_columns(wanted)))
    with zipfile.ZipFile(part) as again:
        for name, count in wanted.items():
            with again.open(f"tables/{name}.jsonl") as member:
                if (found := sum(1 for _ in member)) != count:
                    raise Differs(f"{name}: {found}/{count}")
    return wanted


def _columns(counts: Mapping[str, int]) -> Iterable[str]:
    """Tell what stands in each file; names of tables and columns need no translation."""
    yield f"{bilingual('ops-archive-readme')}\n"
    for table in METADATA.sorted_tables:
        yield f"## {table.name}.jsonl ({counts[table.name]})\n"
        for column in table.c:
            to = "".join(f" → {k.column.table.name}.{k.column.name}" for k in column.foreign_keys)
            yield f"- {column.name}: {str(column.type).lower()}{to}"
        yield ""


@on_either
def remove(key: str, *, agreed: bool, dry: bool) -> int:
    """Show what of a community is stored, ask, and delete it all; the bot must be stopped."""
    try:
        url = read_settings(token=False).database_url
        found = health.look(url)
        if not found.there:
            return say(bilingual("ops-database-none", file=found.where))
        with exclusive(url) as house:
            return _removed(house, key, agreed=agreed, dry=dry)
    except MistakesError as mistakes:
        return say(mistaken(mistakes))
    except (WrongAddress, UnknownRevision) as wrong:
        return say(ending.unusable(wrong))
    except locks.Held:
        return say(bilingual("ops-held"), FAILED)
    except Exception as error:
        if (told := ending.of(error)) is None:
            raise
        return say(told.words, FAILED)


def _removed(house: Exclusive, key: str, *, agreed: bool, dry: bool) -> int:
    with house.begin() as connection:
        number = health.number(connection, key)
        if number is None:
            return say(bilingual("ops-remove-nobody", community=key))
        for name, count in belongings.counts(connection, number).items():
            click.echo(f"{count:8} {name}")
    if dry:
        click.echo(bilingual("ops-remove-dry"))
        return OK
    if not (agreed or says_yes(Library(LOCALES), bilingual("ops-remove-ask", community=key))):
        return FAILED
    with house.begin() as connection:
        gone = belongings.remove(connection, number)
    house.rewrite()
    click.echo(bilingual("ops-remove-done", community=key, rows=sum(gone.values())))
    return OK
