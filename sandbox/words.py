"""What stories say of messages: words, buttons, durations, and what was not seen."""

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

Message = dict[str, Any]
Words = str | Sequence[str]

KILL = "kill -9 linli"  # an operator's command too: the power is cut, and comes back

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


class NotSeen(AssertionError):
    """What was looked for is not to be seen; `seen` is what is there instead."""

    def __init__(self, expected: str, seen: str) -> None:
        super().__init__(f"expected {expected}; seen: {seen}")
        self.expected = expected
        self.seen = seen


def duration(text: str) -> timedelta:
    """Read 90s, 15m, 2h or 7d."""
    found = re.fullmatch(r"([1-9]\d*)([smhd])", text)
    if found is None:
        raise ValueError(f"{text!r} is no duration: write 90s, 15m, 2h or 7d")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def listed(words: Words) -> Sequence[str]:
    """Return words as a list."""
    return (words,) if isinstance(words, str) else words


def quoted(words: Words) -> str:
    """Return words as a sentence shows them."""
    return " + ".join(f"“{word}”" for word in listed(words))


def labels(message: Message) -> list[str]:
    """Return what stands on the buttons under a message."""
    return [button["text"] for row in message["buttons"] or [] for button in row]


def said(message: Message) -> str:
    """Return all that can be read in a message but its buttons."""
    poll, document = message["poll"], message["document"]
    lines = [message["text"], message["service"], document and document["name"]]
    if poll:
        lines += [poll["question"], *(option["text"] for option in poll["options"])]
    return "\n".join(filter(None, lines))


def holds(message: Message, words: Words) -> bool:
    """Tell whether a message holds all these words."""
    text = said(message)
    return all(word in text for word in listed(words))


def has(message: Message, button: str) -> bool:
    """Tell whether this button stands under a message, by its text or its data."""
    rows = message["buttons"] or []
    return any(button in {key["text"], key.get("data")} for row in rows for key in row)


def speaker(message: Message) -> str:
    """Name who speaks, as people see it: a person, the bot, a group or a channel."""
    shown = message["sender_chat"]
    return str(shown["title"] if shown else message["from"]["name"])


def short(message: Message) -> str:
    """Return a message in one line."""
    line = (said(message) or "…").replace("\n", " ")
    return " ".join(filter(None, (line, _keys(labels(message)))))


def where(chat: str) -> str:
    """Say where somebody looks."""
    return f"in {chat}" if chat else "in private"


def keyboard(texts: Sequence[str]) -> str:
    """Say which buttons there are."""
    return f"the buttons {_keys(texts)}" if texts else "no buttons"


def _keys(texts: Iterable[str]) -> str:
    return " ".join(f"[{text}]" for text in texts)
