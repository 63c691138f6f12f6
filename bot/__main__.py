"""The command `linli`; `python -m bot` does the same."""

import gc
import sys
from pathlib import Path

import click

MISTAKE = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option("0.1.0", prog_name="linli")
def main() -> None:
    """Linli (邻里): neighbourhood self-government in residents' group chats."""


@main.command()
def run() -> None:
    """Run the bot, with the settings of the environment or of .env."""
    gc.disable()  # nothing that is loaded at the start becomes garbage
    from bot import commands  # each command loads only what it needs

    sys.exit(commands.run())


@main.command()
@click.option("--port", default=8080, show_default=True, help="Where the page will be.")
def demo(port: int) -> None:
    """Show a small town with the bot at work; open the printed address in a browser."""
    from bot import shows  # as above

    sys.exit(shows.demo(port))


@main.command()
@click.argument("story", required=False)
@click.option("--list", "listing", is_flag=True, help="Name the stories there are.")
def play(story: str | None, *, listing: bool) -> None:
    """Play a story on a fresh town and print who saw what."""
    from bot import shows  # as above

    sys.exit(shows.play(story, listing=listing))


@main.group()
def community() -> None:
    """Work with the community file."""


@community.command()
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Say what is wrong in a community file, and what would be right."""
    from bot import commands  # as above

    sys.exit(commands.check(file))


@main.group()
def audit() -> None:
    """Look after the audit."""


@audit.command()
def verify() -> None:
    """Follow the chain of the audit; name the first broken entry and the unsealed tail."""
    from bot import commands  # as above

    sys.exit(commands.verify())


if __name__ == "__main__":
    main()
