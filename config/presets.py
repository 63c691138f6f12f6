"""Whole community files to begin with: an urban neighbourhood, a village (A03, A04)."""

import re
from collections.abc import Mapping
from pathlib import Path

_HERE = Path(__file__).parent
PRESETS: Mapping[str, Path] = {
    "urban": _HERE / "community.example.toml",
    "rural": _HERE / "presets" / "rural.toml",
}
_ACCOUNTS = re.compile(r"^telegram = \d+\n", re.MULTILINE)
_CHATS = re.compile(r"^\[\[chats\]\]\n(?:[^\n\[#][^\n]*\n)*\n?", re.MULTILINE)


def preset(name: str) -> str:
    """Return a file to fill in, without the accounts and chats of drills; KeyError if none."""
    text = PRESETS[name].read_text(encoding="utf-8")
    return _CHATS.sub("", _ACCOUNTS.sub("", text))
