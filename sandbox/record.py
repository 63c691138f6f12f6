"""What became of every update: given how often, confirmed, expired or dropped."""

from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, Literal

Json = dict[str, Any]
Fate = Literal["waiting", "confirmed", "expired", "dropped"]
KEPT: Final = 200_000


@dataclass(kw_only=True, slots=True)
class Entry:
    """One update, how often it was given out, and what became of it; `broken` was meant to be."""

    update: Json
    at: int
    given: int = 0
    fate: Fate = "waiting"
    broken: bool = False


class Record:
    """Every update of a run, oldest first; beyond so many the oldest are forgotten."""

    def __init__(self, kept: int = KEPT) -> None:
        self.forgotten = 0
        self._kept = kept
        self._entries: dict[int, Entry] = {}

    def note(self, update: Json, at: int, *, broken: bool) -> None:
        """Keep an update that begins to wait."""
        self._entries[update["update_id"]] = Entry(update=update, at=at, broken=broken)
        # a tenth more than kept, then that tenth at once: so that each costs the same
        if len(self._entries) > self._kept + self._kept // 10:
            for number in list(islice(self._entries, len(self._entries) - self._kept)):
                del self._entries[number]
                self.forgotten += 1

    def give(self, number: int) -> None:
        """Note that an update was given out once more."""
        if number in self._entries:
            self._entries[number].given += 1

    def end(self, number: int, fate: Fate) -> None:
        """Note what became of an update."""
        if number in self._entries:
            self._entries[number].fate = fate

    def after(self, number: int, limit: int | None = None) -> list[Json]:
        """Return the updates after this one, at most so many."""
        first = next(iter(self._entries), 0)
        # the ids of a run have no gaps, so the place of one is known
        skipped = max(0, number + 1 - first)
        found = islice(self._entries.items(), skipped, None if limit is None else skipped + limit)
        return [
            {
                "id": one,
                "at": entry.at,
                "given": entry.given,
                "fate": entry.fate,
                "broken": entry.broken,
                "update": entry.update,
            }
            for one, entry in found
        ]

    def given(self) -> list[Json]:
        """Return every update that was given out, oldest first."""
        return [entry.update for entry in self._entries.values() if entry.given]

    def broken(self) -> list[int]:
        """Return the ids of those that no bot can read."""
        return [number for number, entry in self._entries.items() if entry.broken]
