"""The commands that show something: the demo and the stories."""

import signal
from types import FrameType

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from bot.commands import say
from bot.demo import NotUp, town, town_file
from bot.exits import FAILED, OK
from bot.speech import bilingual
from sandbox import player

MORNING = "2026-03-02T09:00:00+08:00"  # a working Monday, as in the stories
STOPPED = "\n已停止，什么都没有留下。Stopped; nothing is left behind."
out, err = Console(highlight=False), Console(stderr=True, highlight=False)


def demo(port: int) -> int:
    """Run sandbox and bot until Ctrl-C."""
    _end_in_order()
    try:
        with town(port=port, start=MORNING) as (address, bot):
            _welcome(address)
            while (last := bot.ended(within=1)) is None:
                pass
            return say(f"机器人自己停了。The bot has ended by itself:\n{last}", FAILED)
    except NotUp as reason:
        return say(f"{reason}\n换一个端口 · another port: make demo PORT=8081")
    except KeyboardInterrupt:
        out.print(STOPPED)
    return OK


def _end_in_order() -> None:
    """Let whatever ends this process end sandbox and bot first."""
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, _interrupt)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _welcome(address: str) -> None:
    for line in welcome(f"[bold]{address}/[/bold]"):
        out.print(line, soft_wrap=True)


def welcome(address: str) -> tuple[str, ...]:
    """Return what stands in the terminal while the demo runs, Chinese first."""
    return (
        f"[bold]邻里 · Linli[/bold]   用浏览器打开 {address} · open it in a browser",
        "您是李婶。打开“幸福里居民群”，发：/report 三号楼电梯坏了两天没人修",
        "You are 李婶. In 幸福里居民群 send the line above, from /report on.",
        "按 Ctrl-C 停止。Ctrl-C stops.",
    )


def play(story: str | None, *, listing: bool, groups: int | None = None) -> int:
    """Play a story on a fresh town, of a crowd only so many groups."""
    if listing or story is None:
        for name, title in player.stories():
            out.print(f"{name:20} {title}")
        return OK
    _end_in_order()
    try:
        names = [name for name, _ in player.stories()]
        if story not in names:
            return say(bilingual("ops-story-none", story=story, known=", ".join(names)))
        told = player.find(story)
        fresh = town(start=told.start.isoformat(), people=town_file(told.town), groups=groups)
        with _progress(f"playing {story}"), fresh as (address, _):
            player.play(told, player.Town(address), _line)
    except (player.StoryMistake, player.TownError, NotUp) as mistake:
        return say(str(mistake))
    except player.NotAsTold as other:
        err.print(f"[bold red]not as told[/bold red] {other}")
        return FAILED
    except KeyboardInterrupt:
        return say(STOPPED, FAILED)
    return OK


def _line(line: str) -> None:
    out.print(line, markup=False, soft_wrap=True)


def _progress(doing: str) -> Progress:
    progress = Progress(
        SpinnerColumn(), TextColumn("{task.description}"), console=err, transient=True
    )
    progress.add_task(doing)
    return progress
