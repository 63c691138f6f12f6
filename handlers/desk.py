"""The desk, the relay, leave and the day's tasks, as heard on Telegram: parse, ask, show."""

from collections.abc import Callable, Mapping
from functools import partial

from telegram import Update

from governance.refusals import Refusal, Unknown
from handlers.buttons import VerbPress
from handlers.context import Context, Toast
from services.cases import absences, looking, relaying, tasks, watching
from services.cases import desk as desks
from services.ports import Work


async def desk(_update: Update, context: Context) -> None:
    """Hear /desk: wherever it is said, the desk stands in private."""
    await context.ask(desks.show)


async def held(_update: Update, context: Context) -> None:
    """Hear /tasks."""
    await context.ask(tasks.show)


async def leave(_update: Update, context: Context) -> None:
    """Hear /leave."""
    await context.ask(absences.ask)


# what a button does to the object whose id it carries: mostly a case, for `back` an absence
VERBS: Mapping[str, Callable[[Work, int], object]] = {
    "next": desks.following,
    "turn": desks.turn,
    "watch": watching.show,
    "stay": desks.stay,
    "leave": desks.ask_leave,
    "mute": partial(desks.mute, muted=True),
    "unmute": partial(desks.mute, muted=False),
    "write": relaying.write,
    "done": relaying.done,
    "add": relaying.add,
    "open": tasks.open_sheet,
    "mine": looking.own,
    "history": looking.record,
    "back": absences.back,
    "hush": partial(tasks.hush, quiet=True),
    "unhush": partial(tasks.hush, quiet=False),
}
SAID = frozenset({"stay", "leave", "mute", "unmute", "done", "back", "hush", "unhush"})


def _on(work: Work, deed: Callable[[Work, int], object], about: int) -> object:
    return deed(work, about)


async def press(pressed: VerbPress, chat: int, context: Context) -> Toast | None:
    """Take up a button of the desk's letter; in a group none of them stands."""
    deed = VERBS.get(pressed.verb)
    if deed is None:
        raise Unknown("refusal-no-dialogue")
    if chat < 0:
        raise Refusal("refusal-talk-private")
    await context.ask(_on, deed=deed, about=pressed.id)
    return context.toast(f"desk-toast-{pressed.verb}") if pressed.verb in SAID else None
