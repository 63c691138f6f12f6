"""Plays stories in a running town and tells them as transcripts."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sandbox.client import NotSeen, Refused, Town, duration, listed, quoted
from sandbox.story import Step, Story, StoryMistake, find, stories
from sandbox.transcript import Transcript, markdown

__all__ = [
    "NotAsTold",
    "Story",
    "StoryMistake",
    "Town",
    "find",
    "markdown",
    "play",
    "stories",
]

Report = Callable[[str], None]
Deed = Callable[[Step, Town, Transcript], object]

_LATE = timedelta(minutes=10)


class NotAsTold(AssertionError):
    """A step did not come out as the story tells."""

    def __init__(self, step: int, expected: str, seen: str) -> None:
        super().__init__(f"step {step}: expected {expected}; seen: {seen}")
        self.step = step
        self.expected = expected
        self.seen = seen


def play(story: Story, town: Town, report: Report) -> None:
    """Play a story and report its transcript line by line; raise NotAsTold where it fails.

    The clock is moved on to the story's start; a town long past it plays from its own time.
    """
    _fit(story, town)
    town.idle()
    transcript = Transcript(town, _begin(story, town), report)
    for step in story.steps:
        try:
            DEEDS[step.verb](step, town, transcript)
            town.idle()
            transcript.catch_up()
        except NotSeen as other:
            transcript.catch_up()
            raise NotAsTold(step.number, other.expected, other.seen) from None
        except Refused as refusal:
            expected = f"{step.who} {step.verb} {step.value!r}".strip()
            raise NotAsTold(step.number, expected, str(refusal)) from None


def _fit(story: Story, town: Town) -> None:
    world = town.world()
    people = {person["name"]: None for person in world["people"]}
    chats = {chat["title"]: None for chat in world["chats"] if chat["type"] != "private"}
    for step in story.steps:
        chat = step.value if step.verb in {"joins", "leaves"} else step.chat
        for name, known in ((step.who, people), (chat, chats)):
            if name and name not in known:
                where = f"{story.name}.toml, step {step.number}"
                there = ", ".join(known)
                raise StoryMistake(f"{where}: the town knows no {name!r}; it knows {there}")


def _begin(story: Story, town: Town) -> datetime:
    """Return the story's first moment: its start, though the bot took a while to wake up."""
    now = datetime.fromtimestamp(town.world()["now"] / 1000, UTC)
    ahead = story.start - now
    if ahead >= timedelta(seconds=1):
        town.advance(seconds=int(ahead.total_seconds()))
    return story.start if -ahead < _LATE else now.astimezone(story.start.tzinfo)


def _presses(step: Step, town: Town, transcript: Transcript) -> None:
    under = step.extras.get("under", ())
    toast = town.presses(step.who, step.value, under=under, chat=step.chat)
    answer = f" → toast “{toast}”" if toast else ""
    transcript.tell(f"{step.who} presses [{step.value}]{answer}")
    expected = listed(step.extras.get("toast", ()))
    if not all(word in (toast or "") for word in expected):
        raise NotSeen(f"a toast with {quoted(expected)}", toast or "no toast")


def _blocks(step: Step, town: Town, transcript: Transcript) -> None:
    town.blocks(step.who)
    transcript.tell(f"{step.who} blocks the bot")


def _waits(step: Step, town: Town, transcript: Transcript) -> None:
    town.waits(step.value)
    if step.value == "next":
        now = datetime.fromtimestamp(town.world()["now"] / 1000, UTC)
        transcript.now = now.astimezone(transcript.now.tzinfo)
        transcript.tell("the next thing is due")
    else:
        transcript.now += duration(step.value)
        transcript.tell(f"{step.value} later")


def _never_sees(step: Step, _town: Town, transcript: Transcript) -> None:
    for word in listed(step.value):
        if found := transcript.ever_showed(step.who, step.chat, word):
            raise NotSeen(f"{step.who} never to see “{word}”", f"“{found}”")


DEEDS: dict[str, Deed] = {
    "says": lambda step, town, _: town.says(step.who, step.value, chat=step.chat, **step.extras),
    "edits": lambda step, town, _: town.edits(step.who, step.value, chat=step.chat, **step.extras),
    "presses": _presses,
    "starts": lambda step, town, _: town.starts(step.who, step.value),
    "joins": lambda step, town, _: town.joins(step.who, step.value),
    "leaves": lambda step, town, _: town.leaves(step.who, step.value),
    "blocks": _blocks,
    "sees": lambda step, town, _: town.sees(step.who, step.value, chat=step.chat, **step.extras),
    "never_sees": _never_sees,
    "waits": _waits,
}
