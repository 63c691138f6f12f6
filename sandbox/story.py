"""Stories as plain data: read from TOML, checked, never played here."""

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

from sandbox.verbs import HASTY, HOLDS, MANY, VERBS, WORDS
from sandbox.words import listed

SHELF = Path(__file__).parent / "stories"
TOWN = "example"

_KEPT = re.compile(r"\{([a-z_]\w*)\}")
_FIELDS = {"title", "chinese", "start", "town", "crowds", "step"}
_STORY = (
    "title, start (a time with its offset: 2026-03-02T09:00:00+08:00) and at least one [[step]]; "
    "chinese is its title in that language, town names its town, "
    "and [crowds] many groups by how their titles begin"
)


class StoryMistake(Exception):
    """A story that cannot be read or does not fit its town; one sentence says where and why."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens or holds: a verb with its value, and what goes with it."""

    number: int
    who: str
    chat: str
    verb: str
    value: Any
    extras: dict[str, Any]

    def keeps(self) -> dict[str, str]:
        """Return what is kept of what the operator reads: names with their patterns."""
        kept = self.extras.get("keeps", {})
        return {kept: r"start=([\w-]+)"} if isinstance(kept, str) else kept

    def line(self) -> str:
        """Return the step in one line."""
        where = f" in {self.chat}" if self.chat else ""
        return f"{self.who} {self.verb} {_shown(self.value)}{where}".strip()


@dataclass(frozen=True, slots=True)
class Story:
    """A title (and its Chinese one), a town, the civil time of its beginning, and its steps."""

    name: str
    title: str
    start: datetime
    steps: tuple[Step, ...]
    town: str = TOWN
    crowds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    chinese: str = ""

    def rests_after(self, step: Step) -> bool:
        """Tell whether the bot comes to rest after a step; what breaks it meets it at work."""
        following = self.steps[step.number : step.number + 1]
        return not any(one.verb in HASTY for one in (step, *following))

    def follows(self, title: str) -> bool:
        """Tell whether a group is told of: one of a crowd only where a step names it."""
        crowded = any(title.startswith(each) for each in chain(*self.crowds.values()))
        return not crowded or any(step.chat == title for step in self.steps)


def stories(shelf: Path = SHELF) -> list[tuple[str, str]]:
    """Return the name and title of every story there is."""
    return [(story.name, story.title) for story in map(read, sorted(shelf.glob("*.toml")))]


def find(name: str, shelf: Path = SHELF) -> Story:
    """Return the story of that name."""
    path = shelf / f"{name}.toml"
    names = [each.stem for each in sorted(shelf.glob("*.toml"))]
    if name not in names:
        raise StoryMistake(f"there is no story {name!r}; there are: {', '.join(names) or '–'}")
    return read(path)


def read(path: Path) -> Story:
    """Read a story, or say what is wrong with its file."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as mistake:
        raise StoryMistake(f"{path.name}: this is no TOML in UTF-8: {mistake}") from None
    title, start, steps = told.get("title"), _moment(told.get("start")), told.get("step")
    town = told.get("town", TOWN)
    if unknown := sorted(set(told) - _FIELDS):
        raise StoryMistake(f"{path.name}: {unknown[0]!r} is unknown; a story has {_STORY}")
    chinese = told.get("chinese", title)
    named = all(isinstance(each, str) and each.strip() for each in (title, chinese, town))
    if not named or start is None or not isinstance(steps, list) or not steps:
        raise StoryMistake(f"{path.name}: a story has {_STORY}")
    crowds = _crowds(path.name, told.get("crowds", {}))
    numbered = tuple(_step(path.name, n, step) for n, step in enumerate(steps, start=1))
    _check_kept(path.name, numbered, crowds)
    return Story(path.stem, str(title), start, numbered, str(town), crowds, str(chinese))


def filled(value: Any, kept: dict[str, str]) -> Any:  # noqa: ANN401 -- any value of a story
    """Put kept words where {name} stands."""
    if isinstance(value, dict):
        return {key: filled(each, kept) for key, each in value.items()}
    if isinstance(value, list):
        return [filled(each, kept) for each in value]
    if not isinstance(value, str):
        return value
    return _KEPT.sub(lambda found: kept.get(found[1], found[0]), value)


def _crowds(file: str, told: object) -> dict[str, tuple[str, ...]]:
    """Read which groups stand for many: a name, and how their titles begin."""
    if isinstance(told, dict) and all(
        name.isidentifier() and WORDS.fits(told[name]) for name in told
    ):
        return {name: tuple(listed(begins)) for name, begins in told.items()}
    raise StoryMistake(f'{file}: [crowds] names groups by how their titles begin: many = ["…"]')


def _check_kept(file: str, steps: tuple[Step, ...], crowds: Collection[str]) -> None:
    """Hold that every {name} was kept by an earlier step, or counts a crowd there is."""
    kept: set[str] = set(crowds)
    for step in steps:
        if step.extras.get("each", "") not in {"", *crowds}:
            there = ", ".join(crowds) or "none"
            sentence = f"each names {step.extras['each']!r}; in [crowds] there are: {there}"
            raise StoryMistake(f"{file}, step {step.number}: {sentence}")
        extras = [value for key, value in step.extras.items() if key != "keeps"]
        for text in _texts([step.value, *extras]):
            if missing := [name for name in _KEPT.findall(text) if name not in kept]:
                sentence = f"{{{missing[0]}}} was not kept by a step before it"
                raise StoryMistake(f"{file}, step {step.number}: {sentence}")
        kept |= step.keeps().keys()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return None
    return moment if isinstance(moment, datetime) and moment.tzinfo else None


def _step(file: str, number: int, told: object) -> Step:
    def mistake(sentence: str) -> StoryMistake:
        return StoryMistake(f"{file}, step {number}: {sentence}")

    if not isinstance(told, dict):
        raise mistake("a step begins with [[step]]")
    names = [verb for verb in VERBS if verb in told]
    if len(names) != 1:
        found = " and ".join(names) or "none"
        raise mistake(f"a step has exactly one of {', '.join(VERBS)}; this one has {found}")
    name = names[0]
    verb = VERBS[name]
    fields = verb.fields(name)
    for key, value in told.items():
        if key not in fields:
            raise mistake(f"{key!r} does not go with {name!r}; allowed are {', '.join(fields)}")
        if not fields[key].fits(value):
            raise mistake(f"{key} must be {fields[key].called}, not {value!r}")
    if missing := _missing(name, told):
        raise mistake(missing)
    rest = {key: told[key] for key in verb.extras if key in told}
    return Step(number, told.get("who", ""), told.get("chat", ""), name, told[name], rest)


def _missing(name: str, told: dict[str, Any]) -> str | None:
    """Say what a step lacks, if anything."""
    verb = VERBS[name]
    empty = name in {"says", "posts"} and not told[name] and not told.keys() & HOLDS
    lacks = {
        f"who is missing: name the person who {name}": verb.doer == "needed" and "who" not in told,
        "chat is missing: name the group": verb.chat == "needed" and "chat" not in told,
        "under is missing: words of the message that is edited": name == "edits"
        and "under" not in told,
        f"{name} may be empty only with a photo, a location or a voice": empty,
        "chat is missing: name the group of the topic": "topic" in told and "chat" not in told,
        "each is missing: name one of [crowds]": name in MANY and "each" not in told,
        "percent is missing: how many of them": name == "spreads" and "percent" not in told,
        "a message has a photo or an album": {"photo", "album"} <= told.keys(),
    }
    return next((sentence for sentence, lacking in lacks.items() if lacking), None)


def _shown(value: object) -> str:
    if value is True:
        return ""
    if isinstance(value, list):
        return " + ".join(f"“{each}”" for each in value)
    if isinstance(value, dict):
        # what it is called, and whom it takes in; the rest is read in the story's file
        named = next((value[k] for k in ("title", "name", "who", "kind") if value.get(k)), "")
        return " + ".join([f"“{named}”", *map(str, value.get("members", ()))])
    return f"“{value}”" if isinstance(value, str) else str(value)
