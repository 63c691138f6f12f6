"""Plays stories in a running town and tells them as transcripts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sandbox.client import NotSeen, Refused, Town
from sandbox.deeds import DEEDS
from sandbox.errors import TownError
from sandbox.scene import Scene
from sandbox.story import Step, Story, StoryMistake, filled, find, stories
from sandbox.transcript import Transcript, markdown

__all__ = [
    "NotAsTold",
    "Story",
    "StoryMistake",
    "Town",
    "TownError",
    "find",
    "markdown",
    "play",
    "stories",
]

Report = Callable[[str], None]
Pace = Callable[[Step], None]

_LATE = timedelta(minutes=10)


class NotAsTold(AssertionError):
    """A step did not come out as the story tells."""

    def __init__(self, step: int, expected: str, seen: str) -> None:
        super().__init__(f"step {step}: expected {expected}; seen: {seen}")
        self.step = step
        self.expected = expected
        self.seen = seen


def play(story: Story, town: Town, report: Report, pace: Pace | None = None) -> None:
    """Play a story and report its transcript line by line; raise NotAsTold where it fails.

    The clock is moved on to the story's start; a town long past it plays from its own time.
    `pace` is called before each step and may wait.
    """
    _fit(story, town)
    town.idle()
    transcript = Transcript(town, _begin(story, town), report, story.follows)
    scene = Scene(town, transcript, story.crowds)
    scene.count()
    for told in story.steps:
        step = replace(
            told, value=filled(told.value, scene.kept), extras=_extras(told, scene.kept)
        )
        if pace is not None:
            pace(told)
        try:
            DEEDS[step.verb](step, scene)
            if story.rests_after(step):
                town.idle()
                scene.transcript.catch_up()
        except NotSeen as other:
            scene.transcript.catch_up()
            raise NotAsTold(step.number, other.expected, other.seen) from None
        except Refused as refusal:
            expected = f"{step.who} {step.verb} {step.value!r}".strip()
            raise NotAsTold(step.number, expected, str(refusal)) from None


def _extras(step: Step, kept: dict[str, str]) -> dict[str, object]:
    """Fill in kept words; a pattern's braces are its own."""
    return {k: v if k == "keeps" else filled(v, kept) for k, v in step.extras.items()}


def _fit(story: Story, town: Town) -> None:
    """Hold that everybody and every group is there, or comes to be by an earlier step."""
    world = town.world()
    people = {person["name"]: None for person in world["people"]}
    chats = {chat["title"]: None for chat in world["chats"] if chat["type"] != "private"}
    for begins in {begins for each in story.crowds.values() for begins in each}:
        if not any(title.startswith(begins) for title in chats):
            raise StoryMistake(f"{story.name}.toml: no group's title begins with {begins!r}")
    for step in story.steps:
        for name, known in _named(step, people, chats):
            if name and name not in known:
                where = f"{story.name}.toml, step {step.number}"
                there = ", ".join(known)
                raise StoryMistake(f"{where}: the town knows no {name!r}; it knows {there}")
        if step.verb == "arrives":
            people[step.value["name"]] = None
        if step.verb == "makes":
            chats[step.value["title"]] = None


def _named(
    step: Step, people: dict[str, None], chats: dict[str, None]
) -> list[tuple[str, dict[str, None]]]:
    """Return every name in a step, each with those that are known."""
    chat = step.value if step.verb in {"joins", "leaves"} else step.chat
    found = [(step.who, people), (chat, chats)]
    if step.verb == "makes":
        found += [(name, people) for name in step.value.get("members", ())]
    whom = {"admins": lambda: step.value["who"], "kicks": lambda: step.value}
    if step.verb in whom:
        found.append((whom[step.verb](), {**people, "bot": None}))
    return found


def _begin(story: Story, town: Town) -> datetime:
    """Return the story's first moment: its start, though the bot took a while to wake up."""
    now = datetime.fromtimestamp(town.world()["now"] / 1000, UTC)
    ahead = story.start - now
    if ahead >= timedelta(seconds=1):
        town.advance(seconds=int(ahead.total_seconds()))
    return story.start if -ahead < _LATE else now.astimezone(story.start.tzinfo)
