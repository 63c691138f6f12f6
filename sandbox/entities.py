"""The entities Telegram finds in plain text by itself: commands, mentions, links."""

import re
from typing import Any

from sandbox.limits import utf16_length

Entity = dict[str, Any]

# As in Telegram, a command or mention that runs into a letter is none; 报 is a letter too.
_PATTERNS = {
    "url": re.compile(
        r"https?://[^\s<>\"，。！？；：、（）【】《》]+|(?<![\w@./])(?:[a-z0-9-]+\.)+(?:com|org|net|me|cn|io|gov|edu)(?![\w.])(?:/[^\s<>\"，。！？；：、]*)?",
        re.IGNORECASE,
    ),
    "email": re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII),
    "bot_command": re.compile(
        r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>@])"
    ),
    "mention": re.compile(r"(?<!\w)@[a-zA-Z0-9_]{4,32}(?!\w)"),
    "hashtag": re.compile(r"(?<!\w)#(?=\d*[^\W\d])\w{1,256}"),
}
_CLOSED = {"pre", "code", "text_link", "text_mention"}


def detect(text: str, given: list[Entity] | None = None) -> list[Entity]:
    """Return the given entities and those found outside code and links, in order."""
    found = list(given or [])
    taken = [entity for entity in found if entity["type"] in _CLOSED]
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            entity = {
                "type": kind,
                "offset": utf16_length(text[: match.start()]),
                "length": utf16_length(match.group()),
            }
            if not any(_overlap(entity, other) for other in taken):
                taken.append(entity)
                found.append(entity)
    return sorted(found, key=lambda entity: (entity["offset"], -entity["length"]))


def trim(text: str, given: list[Entity]) -> tuple[str, list[Entity]]:
    """Cut the blanks at both ends as Telegram does, and the entities with them."""
    lead = utf16_length(text) - utf16_length(text.lstrip())
    text = text.strip()
    end = utf16_length(text)
    kept = []
    for entity in given:
        first = max(0, entity["offset"] - lead)
        last = min(end, entity["offset"] + entity["length"] - lead)
        if last > first:
            kept.append({**entity, "offset": first, "length": last - first})
    return text, kept


def words(text: str, entity: Entity) -> str:
    """Return the piece of text that an entity marks."""
    start, length = entity["offset"], entity["length"]
    return text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le")


def _overlap(one: Entity, other: Entity) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"]
        and other["offset"] < one["offset"] + one["length"]
    )
