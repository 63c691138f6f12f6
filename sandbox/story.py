"""Stories as plain data: read from TOML, checked, never played here."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sandbox.client import duration

SHELF = Path(__file__).parent / "stories"


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


@dataclass(frozen=True, slots=True)
class Story:
    """A title, the civil time of its beginning, and its steps."""

    name: str
    title: str
    start: datetime
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value in a story: what it is called in a mistake, and how it is known."""

    called: str
    fits: Callable[[Any], bool]


def _is_words(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(_is_text(word) for word in value)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_place(value: object) -> bool:
    keys = {"latitude", "longitude"}
    return (
        isinstance(value, dict)
        and set(value) == keys
        and all(isinstance(number, int | float) for number in value.values())
    )


def _is_voice(value: object) -> bool:
    if not isinstance(value, dict) or set(value) != {"duration"}:
        return False
    return isinstance(value["duration"], int) and value["duration"] > 0


def _is_wait(value: object) -> bool:
    try:
        return value == "next" or bool(duration(str(value)))
    except ValueError:
        return False


ANY_TEXT = Kind("a text, which may be empty", lambda value: isinstance(value, str))
TEXT = Kind("a text", _is_text)
TITLE = Kind("the title of a chat", _is_text)
WORDS = Kind("a text, or a list of texts", lambda value: _is_text(value) or _is_words(value))
KEYS = Kind("a list of texts", lambda value: value == [] or _is_words(value))
PLACE = Kind("{ latitude = …, longitude = … }", _is_place)
VOICE = Kind("{ duration = seconds }", _is_voice)
YES = Kind("true", lambda value: value is True)
WAIT = Kind("90s, 15m, 2h, 7d or next, in quotes", _is_wait)

VERBS: dict[str, tuple[Kind, dict[str, Kind]]] = {
    "says": (
        ANY_TEXT,
        {"chat": TITLE, "photo": TEXT, "location": PLACE, "voice": VOICE, "reply_to": WORDS},
    ),
    "edits": (TEXT, {"chat": TITLE, "under": WORDS}),
    "presses": (TEXT, {"chat": TITLE, "under": WORDS, "toast": WORDS}),
    "starts": (ANY_TEXT, {}),
    "joins": (TITLE, {}),
    "leaves": (TITLE, {}),
    "blocks": (YES, {}),
    "sees": (WORDS, {"chat": TITLE, "buttons": KEYS}),
    "never_sees": (WORDS, {"chat": TITLE}),
    "waits": (WAIT, {}),
}


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
    if unknown := sorted(set(told) - {"title", "start", "step"}):
        raise StoryMistake(f"{path.name}: {unknown[0]!r} is unknown; a story has {_STORY}")
    if not _is_text(title) or start is None or not isinstance(steps, list) or not steps:
        raise StoryMistake(f"{path.name}: a story has {_STORY}")
    numbered = tuple(_step(path.name, n, step) for n, step in enumerate(steps, start=1))
    return Story(path.stem, str(title), start, numbered)


_STORY = (
    "title, start (a time with its offset: 2026-03-02T09:00:00+08:00) and at least one [[step]]"
)


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
    verbs = [verb for verb in VERBS if verb in told]
    if len(verbs) != 1:
        found = " and ".join(verbs) or "none"
        raise mistake(f"a step has exactly one of {', '.join(VERBS)}; this one has {found}")
    verb = verbs[0]
    kind, extras = VERBS[verb]
    fields = {verb: kind, **extras} | ({} if verb == "waits" else {"who": TEXT})
    for key, value in told.items():
        if key not in fields:
            raise mistake(f"{key!r} does not go with {verb!r}; allowed are {', '.join(fields)}")
        if not fields[key].fits(value):
            raise mistake(f"{key} must be {fields[key].called}, not {value!r}")
    if "who" in fields and "who" not in told:
        raise mistake(f"who is missing: name the person who {verb}")
    if verb == "edits" and "under" not in told:
        raise mistake("under is missing: words of the message that is edited")
    if verb == "says" and not told[verb] and not told.keys() & {"photo", "location", "voice"}:
        raise mistake("says may be empty only with a photo, a location or a voice")
    rest = {key: told[key] for key in extras if key in told and key != "chat"}
    return Step(number, told.get("who", ""), told.get("chat", ""), verb, told[verb], rest)
