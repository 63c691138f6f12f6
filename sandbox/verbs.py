"""The verbs of a story: what value each takes, and what may stand beside it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sandbox.words import KILL, duration


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value in a story: what it is called in a mistake, and how it is known."""

    called: str
    fits: Callable[[Any], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """What a verb takes; whether somebody does it, and whether it needs a chat."""

    value: Kind
    extras: dict[str, Kind] = field(default_factory=dict)
    doer: str = "needed"  # or "possible", or "nobody"
    chat: str = "nowhere"  # or "possible", or "needed"

    def fields(self, name: str) -> dict[str, Kind]:
        """Return every field that a step of this verb may have."""
        found = {name: self.value, **self.extras}
        if self.chat != "nowhere":
            found["chat"] = TITLE
        if self.doer != "nobody":
            found["who"] = TEXT
        return found


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


def _is_keep(value: object) -> bool:
    if not isinstance(value, dict):
        return isinstance(value, str) and value.isidentifier()
    return bool(value) and all(
        name.isidentifier() and _is_text(pattern) and _groups(pattern) == 1
        for name, pattern in value.items()
    )


def _groups(pattern: str) -> int:
    try:
        return re.compile(pattern).groups
    except re.error:
        return -1


def _table(**kinds: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Know a table: the first key must be there, the others may."""
    first = next(iter(kinds))

    def fits(value: object) -> bool:
        if not isinstance(value, dict) or first not in value or value.keys() - kinds.keys():
            return False
        return all(kinds[key](held) for key, held in value.items())

    return fits


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_list(value: object) -> bool:
    return value == [] or _is_words(value)


def _is_type(value: object) -> bool:
    return value in ("group", "supergroup")


def _is_rights(value: object) -> bool:
    return isinstance(value, dict) and all(_is_flag(one) for one in value.values())


def _is_fault(value: object) -> bool:
    return isinstance(value, dict) and _is_text(value.get("kind")) and "chat" not in value


_makes = _table(
    title=_is_text,
    members=_is_list,
    type=_is_type,
    forum=_is_flag,
    linked=_is_text,
    bot=_is_flag,
)
_admins = _table(who=_is_text, admin=_is_flag, anonymous=_is_flag, rights=_is_rights)
_arrives = _table(name=_is_text, language=_is_text, role=_is_text)
_document = _table(name=_is_text, text=_is_text)

ANY_TEXT = Kind("a text, which may be empty", lambda value: isinstance(value, str))
TEXT = Kind("a text", _is_text)
TITLE = Kind("the title of a chat", _is_text)
WORDS = Kind("a text, or a list of texts", lambda value: _is_text(value) or _is_words(value))
KEYS = Kind("a list of texts", _is_list)
CHOICE = Kind("a text, or a list of texts", lambda value: _is_text(value) or _is_list(value))
PLACE = Kind("{ latitude = …, longitude = … }", _is_place)
VOICE = Kind("{ duration = seconds }", _is_voice)
DOCUMENT = Kind("{ name = …, text = … }", lambda value: _document(value) and "text" in value)
ALBUM = Kind(
    "a list of two to ten pictures", lambda value: _is_words(value) and len(value) in range(2, 11)
)
YES = Kind("true", lambda value: value is True)
FLAG = Kind("true or false", _is_flag)
WAIT = Kind("90s, 15m, 2h, 7d or next, in quotes", _is_wait)
BOT = Kind('true or "bot"', lambda value: value is True or value == "bot")
COMMAND = Kind(
    f'"linli …", or "{KILL}"',
    lambda value: _is_text(value) and (value.startswith("linli ") or value == KILL),
)
KEEPS = Kind("a name, or { name = a pattern with one group }", _is_keep)
MAKES = Kind("{ title = …, members, type, forum, linked, bot }", _makes)
ADMINS = Kind("{ who = …, admin, anonymous, rights }", _admins)
FAULT = Kind("{ kind = …, and what POST /faults takes }", _is_fault)
PERCENT = Kind("a whole number from 1 to 99", lambda value: value in range(1, 100))
COUNT = Kind("a whole number", lambda value: type(value) is int and value >= 0)
ARRIVES = Kind("{ name = …, language, role }", _arrives)

_HELD = {
    "photo": TEXT,
    "album": ALBUM,
    "location": PLACE,
    "voice": VOICE,
    "document": DOCUMENT,
}
HOLDS = frozenset(_HELD)

MANY = frozenset({"spreads", "everywhere", "nowhere"})
HASTY = frozenset({"breaks", "spreads"})  # the bot is met at work: nobody waits for its rest

VERBS: dict[str, Verb] = {
    "says": Verb(
        value=ANY_TEXT,
        extras={"topic": TEXT, **_HELD, "reply_to": WORDS, "anonymous": YES},
        chat="possible",
    ),
    "edits": Verb(value=TEXT, extras={"under": WORDS}, chat="possible"),
    "presses": Verb(
        value=TEXT, extras={"topic": TEXT, "under": WORDS, "toast": WORDS}, chat="possible"
    ),
    "votes": Verb(value=CHOICE, extras={"under": WORDS}, chat="possible"),
    "starts": Verb(value=ANY_TEXT),
    "joins": Verb(value=TITLE),
    "leaves": Verb(value=TITLE),
    "blocks": Verb(value=YES),
    "makes": Verb(value=MAKES),
    "adds": Verb(value=BOT, doer="possible", chat="needed"),
    "kicks": Verb(value=TEXT, doer="nobody", chat="needed"),
    "admins": Verb(value=ADMINS, doer="nobody", chat="needed"),
    "mutes": Verb(value=FLAG, doer="nobody", chat="needed"),
    "migrates": Verb(value=YES, doer="nobody", chat="needed"),
    "posts": Verb(value=ANY_TEXT, extras={"photo": TEXT}, doer="nobody", chat="needed"),
    "arrives": Verb(value=ARRIVES, doer="nobody"),
    "operator": Verb(value=COMMAND, extras={"keeps": KEEPS}, doer="nobody"),
    "breaks": Verb(value=FAULT, extras={"each": TEXT}, doer="nobody", chat="possible"),
    "spreads": Verb(value=WORDS, extras={"each": TEXT, "percent": PERCENT}, doer="nobody"),
    "everywhere": Verb(value=WORDS, extras={"each": TEXT, "again": COUNT}, doer="nobody"),
    "nowhere": Verb(value=WORDS, extras={"each": TEXT}, doer="nobody"),
    "paced": Verb(value=COUNT, extras={"late": COUNT}, doer="nobody"),
    "sees": Verb(value=WORDS, extras={"topic": TEXT, "buttons": KEYS}, chat="possible"),
    "never_sees": Verb(value=WORDS, chat="possible"),
    "waits": Verb(value=WAIT, doer="nobody"),
}
