"""The commands that show something: the demo and the stories."""

import signal
from types import FrameType

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from bot.commands import say
from bot.demo import NotUp, town, town_file
from bot.exits import FAILED, OK
from bot.interrupts import ENDING
from bot.speech import bilingual
from sandbox import player

MORNING = "2026-03-02T09:00:00+08:00"  # a working Monday, as in the stories
out, err = Console(highlight=False), Console(stderr=True, highlight=False)


def demo(port: int) -> int:
    """Run sandbox and bot until Ctrl-C."""
    _end_in_order()
    try:
        with town(port=port, start=MORNING) as (address, bot):
            out.print(welcome(address), markup=False, soft_wrap=True)
            while (last := bot.ended(within=1)) is None:
                pass
            return say(f"{bilingual('ops-show-ended')}\n{last}", FAILED)
    except NotUp as reason:
        return _not_up(reason)
    except KeyboardInterrupt:
        out.print(_stopped())
    return OK


def _end_in_order() -> None:
    """Let whatever ends this process end sandbox and bot first."""
    for ending in ENDING:
        signal.signal(ending, _interrupt)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def welcome(address: str) -> str:
    """Return what stands in the terminal while the demo runs, Chinese first."""
    return bilingual("ops-show-welcome", address=address)


def _not_up(reason: NotUp) -> int:
    return say(f"{bilingual('ops-show-not-up')}\n{reason}")


def _stopped() -> str:
    return f"\n{bilingual('ops-show-stopped')}"


def play(story: str | None, *, listing: bool, groups: int | None = None) -> int:
    """Play a story on a fresh town, of a crowd only so many groups."""
    if listing or story is None:
        for name, title in player.stories():
            for words in (name, f"  {player.find(name).chinese}", f"  {title}"):
                _line(words)
        return OK
    _end_in_order()
    try:
        names = [name for name, _ in player.stories()]
        if story not in names:
            return say(bilingual("ops-story-none", story=story, known=", ".join(names)))
        told = player.find(story)
        fresh = town(start=told.start.isoformat(), people=town_file(told.town), groups=groups)
        with _progress(bilingual("ops-show-under-way", story=story)), fresh as (address, _):
            player.play(told, player.Town(address), _line)
    except (player.StoryMistake, player.TownError, NotUp) as mistake:
        return _not_up(mistake) if isinstance(mistake, NotUp) else say(str(mistake))
    except player.NotAsTold as other:
        err.print(f"{bilingual('ops-show-differs')}\n{other}", markup=False)
        return FAILED
    except KeyboardInterrupt:
        return say(_stopped(), FAILED)
    return OK


def _line(line: str) -> None:
    out.print(line, markup=False, soft_wrap=True)


def _progress(doing: str) -> Progress:
    progress = Progress(
        SpinnerColumn(), TextColumn("{task.description}"), console=err, transient=True
    )
    progress.add_task(doing)
    return progress
