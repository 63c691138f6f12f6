"""The command `linli`; `python -m bot` does the same."""

import gc
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import TextIO

import click

from bot.answering import FILE, Answering

PORT, MOST = click.IntRange(0, 65535), click.IntRange(1, 2**63 - 1)  # what a database can hold


@click.group(cls=Answering, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option("0.4.0", prog_name="linli")
def main() -> None:
    """Linli (邻里): neighbourhood self-government in residents' group chats."""


@main.command()
def run() -> None:
    """Run the bot, with the settings of the environment or of .env."""
    gc.disable()  # nothing that is loaded at the start becomes garbage
    from bot import commands  # each command loads only what it needs

    sys.exit(commands.run())


@main.command()
@click.option("--port", default=8080, type=PORT, show_default=True, help="Where the page will be.")
def demo(port: int) -> None:
    """Show a small town with the bot at work; open the printed address in a browser."""
    from bot import shows  # as above

    sys.exit(shows.demo(port))


@main.command()
@click.argument("story", required=False)
@click.option("--list", "listing", is_flag=True, help="Name the stories there are.")
@click.option(
    "--groups", type=click.IntRange(min=1), help="Of the many groups of a story, so many in all."
)
def play(story: str | None, *, listing: bool, groups: int | None) -> None:
    """Play a story on a fresh town and print who saw what."""
    from bot import shows  # as above

    sys.exit(shows.play(story, listing=listing, groups=groups))


@main.command(name="check")
@click.option("--lang", help="zh or en alone; else both, Chinese first.")
def look(lang: str | None) -> None:
    """Look whether all is right, one line each, with the cure; 1 if anything is not."""
    from bot import checking  # as above

    sys.exit(checking.run(lang))


@main.group()
def community() -> None:
    """Work with the community file."""


@community.command()
@click.argument("file", type=FILE)
def check(file: Path) -> None:
    """Say what is wrong in a community file, and what would be right."""
    from bot import commands  # as above

    sys.exit(commands.check(file))


@community.command()
@click.argument("file", type=FILE)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Only show the difference.")
def apply(file: Path, *, yes: bool, dry_run: bool) -> None:
    """Show what a community file would change, ask, and put it in force."""
    from bot import communities  # as above

    sys.exit(communities.apply(file, agreed=yes, dry=dry_run))


@community.command()
@click.argument("file", type=FILE, required=False)
@click.option("--edition", type=int, help="An earlier edition, by its number.")
@click.option("--yes", is_flag=True, help="Replace a file that is there already.")
def export(file: Path | None, edition: int | None, *, yes: bool) -> None:
    """Give back the community file as it is in force."""
    from bot import communities  # as above

    sys.exit(communities.export(file, edition, agreed=yes))


@community.command()
def editions() -> None:
    """List the editions of the community file that were in force."""
    from bot import communities  # as above

    sys.exit(communities.history())


@community.command()
@click.argument("name")
def preset(name: str) -> None:
    """Print a whole community file to fill in: urban or rural."""
    from bot import communities  # as above

    sys.exit(communities.preset(name))


@community.command()
@click.argument("file", type=FILE)
@click.option("--yes", is_flag=True, help="Replace a file that is there already.")
def archive(file: Path, *, yes: bool) -> None:
    """Write all of the community into a zip: every table, the audit, what the columns mean."""
    from bot import archiving  # as above

    sys.exit(archiving.archive(file, agreed=yes))


@community.command()
@click.argument("key")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Only count.")
def remove(key: str, *, yes: bool, dry_run: bool) -> None:
    """Delete all that is stored of a community, for ever; the bot must be stopped."""
    from bot import archiving  # as above

    sys.exit(archiving.remove(key, agreed=yes, dry=dry_run))


@main.group()
def roster() -> None:
    """Work with the roster of flats and owners, a spreadsheet."""


@roster.command(name="template")
@click.argument("file", type=FILE)
@click.option("--yes", is_flag=True, help="Replace a file that is there already.")
def roster_template(file: Path, *, yes: bool) -> None:
    """Write an empty spreadsheet to fill in."""
    from bot import rosters  # as above

    sys.exit(rosters.template(file, agreed=yes))


@roster.command(name="import")
@click.argument("file", type=FILE)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Only count.")
def roster_import(file: Path, *, yes: bool, dry_run: bool) -> None:
    """Import the roster, all or nothing; a marked-up copy shows what to mend."""
    from bot import rosters  # as above

    sys.exit(rosters.take(file, agreed=yes, dry=dry_run))


@main.command()
@click.argument("keys", nargs=-1)
@click.option("--all-unclaimed", "unclaimed", is_flag=True, help="Every post that is free.")
@click.option(
    "--qr", metavar="FOLDER", type=click.Path(path_type=Path), help="A folder for QR pictures."
)
@click.option(
    "--hours",
    default=72,
    show_default=True,
    type=click.IntRange(1, 720),
    help="How long the link lives.",
)
@click.option(
    "--until", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="The last day in office."
)
@click.option(
    "--confirm", "confirmed", metavar="KEY", help="Confirm who took up this post (the first two)."
)
@click.option("--list", "listing", is_flag=True, help="Name the posts, who holds them, how long.")
def invite(  # noqa: PLR0913 -- one parameter an option
    keys: tuple[str, ...],
    *,
    unclaimed: bool,
    qr: Path | None,
    hours: int,
    until: datetime | None,
    confirmed: str | None,
    listing: bool,
) -> None:
    """Print a single-use link for each officer named, to take up the post with."""
    from bot import posts  # as above

    if listing:
        sys.exit(posts.posts())
    if confirmed:
        sys.exit(posts.confirm(confirmed))
    ends = until.date() if until else None
    lives = timedelta(hours=hours)
    wanted = posts.Wanted(keys=keys, unclaimed=unclaimed, folder=qr, lives=lives, ends=ends)
    sys.exit(posts.invite(wanted))


@main.command()
@click.argument("buildings", nargs=-1)
@click.option(
    "--qr", metavar="FOLDER", type=click.Path(path_type=Path), help="A folder for QR pictures."
)
def door(buildings: tuple[str, ...], qr: Path | None) -> None:
    """Print the link for each door; it says where it hangs, and nothing else."""
    from bot import posts  # as above

    sys.exit(posts.door(buildings, qr))


@main.command()
@click.argument("person", type=MOST)
@click.option("--yes", is_flag=True, help="Do it; without this nothing is changed.")
@click.option("--withdraw", is_flag=True, help="Take open cases back, if the person asked so.")
def forget(person: int, *, yes: bool, withdraw: bool) -> None:
    """Show what would become of a person's data (by account), and delete it on request."""
    from bot import forgetting  # as above

    sys.exit(forgetting.forget(person, agreed=yes, withdraw=withdraw))


@main.command()
@click.argument("url")
def migrate_to(url: str) -> None:
    """Copy the SQLite database into an empty PostgreSQL database; the bot must be stopped."""
    from bot import migrating  # as above

    sys.exit(migrating.migrate(url))


@main.command()
@click.argument("file", type=FILE)
@click.option("--yes", is_flag=True, help="Replace a file that is there already.")
def backup(file: Path, *, yes: bool) -> None:
    """Copy the database into a file, while the bot runs, and look the copy through."""
    from bot import backups  # as above

    sys.exit(backups.backup(file, agreed=yes))


@main.command()
@click.argument("file", type=FILE)
@click.option("--yes", is_flag=True, help="Do not ask.")
def restore(file: Path, *, yes: bool) -> None:
    """Put a backup in the database's place, looked through first; the bot must be stopped."""
    from bot import backups  # as above

    sys.exit(backups.restore(file, agreed=yes))


@main.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--port", default=8090, type=click.IntRange(1, 65535), help="Served on this one.")
def board(folder: Path | None, port: int) -> None:
    """Serve the public notice board on this machine; with a folder, write its pages there."""
    from bot import board as boards  # as above

    sys.exit(boards.export(folder) if folder else boards.serve(port))


@main.group()
def audit() -> None:
    """Look after the audit."""


@audit.command()
def verify() -> None:
    """Follow the chain of the audit; name the first broken entry and the unsealed tail."""
    from bot import commands  # as above

    sys.exit(commands.verify())


@main.group()
def ballots() -> None:
    """Look after the ballots."""


@ballots.command(name="recount")
@click.argument("number", type=MOST)
@click.option(
    "--posted",
    type=click.File(errors="replace", encoding="utf-8"),
    help="slips and digest as posted",
)
def count_again(number: int, posted: TextIO | None) -> None:
    """Count the ballot of this number again, from its votes and its roll alone."""
    from bot import recounting  # as above

    sys.exit(recounting.run(number, posted.read() if posted else None))


if __name__ == "__main__":
    main()
