"""What `linli community …` does: apply an edition of the file, give it back, list, presets."""

from collections.abc import Iterable
from pathlib import Path

import click

from bot import ending
from bot.commands import say
from bot.exits import FAILED, OK
from bot.keeping import must_stay, put
from bot.opening import NotOpened, Opened, on_either, opened, put_in_force
from bot.speech import LOCALES, bilingual, mistaken, says_yes
from config import community, presets
from config.mistakes import MistakesError
from config.settings import read_settings
from governance import editions as rules
from governance import helpers
from governance.directory import Community
from governance.editions import Difference
from handlers.texts import Library
from storage import editions, health, roster
from storage.rows import moment


@on_either
def apply(file: Path, *, agreed: bool, dry: bool) -> int:
    """Show what a file would change, ask, and put it in force as the next edition."""
    try:
        after = community.read(file)
        if dry and not health.look(read_settings(token=False).database_url).there:
            return _first(file, after)
        with opened(fresh=True) as house:
            return _applied(house, file, after, agreed=agreed, dry=dry)
    except MistakesError as mistakes:
        return say(mistaken(mistakes))
    except NotOpened as reason:
        return say(str(reason))


def _first(file: Path, after: Community) -> int:
    """Say that there is none yet; nothing is made for that."""
    known = community.read(read_settings(token=False).community).key
    if after.key != known:
        return say(bilingual("community-other", file=str(file), found=after.key, known=known))
    click.echo(bilingual("community-first"))
    return OK


def _applied(house: Opened, file: Path, after: Community, *, agreed: bool, dry: bool) -> int:
    before = house.roll.newest
    if after.key != before.key:
        return say(bilingual("community-other", file=str(file), found=after.key, known=before.key))
    text = file.read_bytes().decode("utf-8-sig")
    with house.begin() as connection:
        last = editions.newest(connection, house.number)
        used = editions.in_use(connection, house.number)
        flats = roster.newest(connection, house.number)
    if last and last.digest == editions.digest(text):
        click.echo(bilingual("community-same", edition=last.seq))
        return OK
    changed = _told(rules.differences(before, after)) or bilingual("community-unchanged")
    click.echo(changed if last else bilingual("community-first"))
    if kept := rules.orphaned(before, after, used):
        return say(f"{bilingual('community-kept')}\n{_told(kept)}")
    if flats and (unknown := helpers.unlisted(after, flats)):
        named = "\n".join(f"helpers.{key}.households: {home}" for key, home in unknown)
        return say(f"{bilingual('community-unlisted')}\n{named}")
    if dry or not (agreed or says_yes(Library(LOCALES), bilingual("community-ask"))):
        return OK if dry else FAILED
    with house.begin() as connection:
        edition = put_in_force(connection, house.number, text)
    click.echo(bilingual("community-applied", edition=edition))
    return OK


def _told(found: Iterable[Difference]) -> str:
    """Return differences as lines of `+`, `-` and `~`, which need no translation."""
    lines = [
        f"{each.change} {each.where}"
        + (f": {each.before} → {each.after}" if each.before or each.after else "")
        for each in found
    ]
    return "\n".join(lines)


@on_either
def export(file: Path | None, edition: int | None, *, agreed: bool) -> int:
    """Give back the file as it is in force, or an earlier edition of it."""
    if file is not None and must_stay(file, agreed=agreed):
        return say(bilingual("ops-file-there", file=str(file)))
    try:
        with opened() as house, house.begin() as connection:
            found = editions.every(connection, house.number)
    except NotOpened as reason:
        return say(str(reason))
    wanted = next((e for e in found if edition in (None, e.seq)), None)
    if wanted is None:
        return say(bilingual("community-no-edition", edition=edition or 1))
    if file is None:
        click.echo(wanted.text, nl=False)
    else:
        try:
            put(wanted.text.encode(), file)
        except OSError as error:
            return say(ending.unwritten(error, file), FAILED)
        click.echo(bilingual("community-exported", file=str(file), edition=wanted.seq))
    return OK


@on_either
def history() -> int:
    """List the editions, the newest first."""
    try:
        with opened() as house, house.begin() as connection:
            for each in editions.every(connection, house.number):
                at = moment(each.at).astimezone(house.roll.newest.calendar.zone)
                click.echo(
                    f"{each.seq:4} {at:%Y-%m-%d %H:%M} {each.applied_by} {each.digest[:12]}"
                )
    except NotOpened as reason:
        return say(str(reason))
    return OK


def preset(name: str) -> int:
    """Print a preset: a whole file to fill in."""
    if name not in presets.PRESETS:
        known = ", ".join(presets.PRESETS)
        return say(bilingual("community-no-preset", known=known))
    click.echo(presets.preset(name), nl=False)
    return OK
