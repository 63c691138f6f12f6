"""Reading JSON at the doors: fast where it is whole, patiently where it is not."""

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
