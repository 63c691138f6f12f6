"""JSON at the doors: read and written fast where it is whole, patiently where it is not."""

import json
from typing import Any

import orjson


def read(text: bytes | str) -> Any:  # noqa: ANN401 -- whatever it says
    """Parse JSON; what orjson refuses (half an emoji, bad bytes) Python may still read.

    ValueError where it is no JSON.
    """
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        if isinstance(text, bytes):
            text = text.decode("utf-8", "replace")
        return json.loads(text)


def is_id(found: object) -> bool:
    """Say whether Telegram can have given this number: it says that its ids have 52 bits at most.

    https://core.telegram.org/bots/api#chat
    """
    return isinstance(found, int) and not isinstance(found, bool) and abs(found) < 1 << 52


def write(found: Any) -> str:  # noqa: ANN401 -- as it was read
    """Return as JSON what was read; half an emoji, a lone surrogate, becomes a question mark."""
    try:
        return orjson.dumps(found).decode()
    except (TypeError, orjson.JSONEncodeError):
        text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "replace").decode("utf-8")
