"""A story played from the page: a thread of its own, which somebody may pause or stop."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

from sandbox.player import NotAsTold, Story, StoryMistake, Town
from sandbox.player import play as tell
from sandbox.story import Step
from sandbox.wire import Refused

SECONDS = 1.2  # between two steps, at speed 1
BOT_SECONDS = 60


class Stopped(Exception):
    """Somebody stopped the story."""


@dataclass(kw_only=True)
class State:
    """How far a story is, as the page shows it."""

    name: str
    title: str
    chinese: str
    step: int
    steps: int
    state: str
    line: str
    error: str | None


Show = Callable[["Playing", dict[str, Any]], None]


class Playing:
    """Plays one story in a running sandbox by way of its control interface."""

    def __init__(self, story: Story, base: str, show: Show, *, speed: float, held: bool) -> None:
        self.state = State(
            name=story.name,
            title=story.title,
            chinese=story.chinese,
            step=0,
            steps=len(story.steps),
            state="waiting",
            line="",
            error=None,
        )
        self._story = story
        self._town = _Watched(base, self)
        self._show = show
        self._loop = asyncio.get_running_loop()
        self._seconds = SECONDS / speed
        self._held = held
        self._due = 0
        self._stopped = False
        self._changed = threading.Condition()

    def start(self) -> None:
        """Begin."""
        self._tell()
        threading.Thread(target=self._run, name="story", daemon=True).start()

    def next(self) -> None:
        """Play one step, and stand still before the one after it."""
        self._set(held=True, more=1)

    def pause(self) -> None:
        """Stand still before the next step."""
        self._set(held=True)

    def resume(self) -> None:
        """Go on."""
        self._set(held=False)

    def stop(self) -> None:
        """End, whatever the story had still to tell."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def check(self) -> None:
        """Raise Stopped where the story was stopped: nothing more may be done in the town."""
        if self._stopped:
            raise Stopped

    def _set(self, *, held: bool, more: int = 0) -> None:
        with self._changed:
            self._held = held
            self._due += more
            self._changed.notify_all()

    def _run(self) -> None:
        try:
            if not self._town.idle(BOT_SECONDS):
                self._end("broken", "No bot came to rest behind this sandbox within a minute.")
                return
            tell(self._story, self._town, lambda _line: None, self._pace)
            self._end("told")
        except (NotAsTold, StoryMistake, Refused) as other:
            self._end("broken", str(other))
        except OSError as gone:
            self._end("broken", f"The town does not answer: {gone}.")
        except Stopped:
            return

    def _pace(self, step: Step) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._held or self._stopped, self._seconds)
            if self._held and not self._due:
                self._tell(state="paused")
                self._changed.wait_for(lambda: not self._held or self._due or self._stopped)
            self._due = max(0, self._due - 1)
        self.check()
        self._tell(state="playing", step=step.number, line=step.line())

    def _end(self, state: str, error: str | None = None) -> None:
        self._tell(state=state, error=error)

    def _tell(self, **news: Any) -> None:  # noqa: ANN401 -- fields of State
        for name, value in news.items():
            setattr(self.state, name, value)
        with suppress(RuntimeError):  # the sandbox has ended, and its loop with it
            self._loop.call_soon_threadsafe(self._show, self, asdict(self.state))


class _Watched(Town):
    """A town in which nothing is done any more once the story was stopped."""

    def __init__(self, base: str, playing: Playing) -> None:
        super().__init__(base)
        self._playing = playing

    def _answer(self, path: str, body: bytes | None, method: str | None = None) -> dict[str, Any]:
        self._playing.check()
        return super()._answer(path, body, method)
