"""What the commands of `linli` do; each returns the exit code."""

import signal
import sys
from pathlib import Path
from types import FrameType

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

out, err = Console(highlight=False), Console(stderr=True, highlight=False)
OK, FAILED, MISTAKE = 0, 1, 2


def run() -> int:
    """Run the bot until told to stop."""
    from bot import app, logs  # only this command needs the whole house
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
        return _say(mistakes.told())
    logs.set_up(settings.log_format, secrets=[settings.token.get_secret_value()])
    try:
        app.run(settings, found)
    except (WrongAddress, UnknownRevision, Stopped) as wrong:
        return _say(str(wrong))
    return OK


def demo(port: int) -> int:
    """Run sandbox and bot until Ctrl-C."""
    from bot.demo import NotUp, town

    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with town(port=port) as address:
            _welcome(address)
            signal.pause()
    except NotUp as reason:
        return _say(f"{reason}\nAnother port: make demo PORT=8081")
    except KeyboardInterrupt:
        out.print("\nStopped; nothing is left behind. 已停止。")
    return OK


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _welcome(address: str) -> None:
    out.print(f"[bold]Linli · 邻里[/bold]   open [bold]{address}/[/bold] in a browser")
    out.print("You are 李婶. In 幸福里居民群 send:  /report 三号楼电梯坏了两天没人修")
    out.print("Ctrl-C stops. 按 Ctrl-C 停止。")


def play(story: str | None, *, listing: bool) -> int:
    """Play a story on a fresh town."""
    from bot.demo import NotUp, town
    from sandbox import player

    if listing or story is None:
        for name, title in player.stories():
            out.print(f"{name:20} {title}")
        return OK
    try:
        told = player.find(story)
        with _progress(f"playing {story}"), town(start=told.start.isoformat()) as address:
            player.play(told, player.Town(address), _line)
    except (player.StoryMistake, NotUp) as mistake:
        return _say(str(mistake))
    except player.NotAsTold as other:
        err.print(f"[bold red]not as told[/bold red] {other}")
        return FAILED
    return OK


def _line(line: str) -> None:
    out.print(line, markup=False, soft_wrap=True)


def _progress(doing: str) -> Progress:
    progress = Progress(
        SpinnerColumn(), TextColumn("{task.description}"), console=err, transient=True
    )
    progress.add_task(doing)
    return progress


def check(file: Path) -> int:
    """Check a community file."""
    from config import community
    from config.mistakes import MistakesError

    try:
        found = community.read(file)
    except MistakesError as mistakes:
        return _say(mistakes.told())
    out.print(
        f"{file}: {found.name}: {len(found.grids)} grids, {len(found.buildings)} buildings, "
        f"{len(found.officers)} officers, {len(found.categories)} categories. Nothing is wrong."
    )
    return OK


def verify() -> int:
    """Verify the audit chain of every community in the database."""
    from config import community
    from config.mistakes import MistakesError
    from config.settings import read_settings
    from storage import audit, directory, upgrade
    from storage.database import writing

    try:
        settings = read_settings()
        found = community.read(settings.community)
    except MistakesError as mistakes:
        return _say(mistakes.told())
    upgrade.upgrade(settings.database_url)
    with writing(settings.database_url).begin() as connection:
        number = directory.community(connection, found.key)
        verdict = audit.verify(connection, number)
    if verdict.broken:
        return _say(f"{found.name}: {verdict.broken}", FAILED)
    out.print(f"{found.name}: {verdict}")
    return OK


def _say(sentence: str, code: int = MISTAKE) -> int:
    sys.stderr.write(sentence + "\n")
    return code
