"""What services need of the stores of disclosures; `services/ports.py` puts them together."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from governance.disclosures.changes import Change
from governance.disclosures.edition import Edition
from governance.disclosures.reach import Carried
from governance.disclosures.readers import Passage, Question, Understood
from governance.disclosures.states import EditionStatus


class Disclosures(Protocol):
    """Every edition, and what stands in it."""

    def add(self, edition: Edition) -> Edition:
        """Write a new edition, once for each item, period or occasion, and version; return it."""

    def get(self, edition: int) -> Edition:
        """Return an edition; Unknown if there is none."""

    def of(self, item: str) -> Sequence[Edition]:
        """Return every edition and version of an item, in the order of the periods."""

    def standing(self, statuses: Sequence[EditionStatus]) -> Sequence[Edition]:
        """Return the editions that stand in one of these statuses, the first due first."""

    def untold(self, statuses: Sequence[EditionStatus]) -> Sequence[Edition]:
        """Return those of them of which it was never told that they are absent."""

    def told_absent(self, edition: int, at: datetime) -> None:
        """Write down that it was told: that is done once."""

    def covered(self, item: str) -> date | None:
        """Return up to which day the known periods of an item reach; None before the first."""

    def serial(self, year: int) -> str:
        """Return the next serial number of a year, like 2026-031."""

    def save(self, edition: Edition) -> Edition:
        """Write the edition unless somebody else did since it was read (then Conflict)."""

    def content(self, edition: int) -> Mapping[str, Any] | None:
        """Return what stands in an edition, as it was written; None while nothing does."""

    def write(self, edition: int, content: Mapping[str, Any]) -> None:
        """Put into an edition what is to stand there; Conflict where it was shown already."""

    def passed(self, edition: int, passage: Passage) -> None:
        """Write down a step taken."""

    def passages(self, edition: int) -> Sequence[Passage]:
        """Return the steps taken, oldest first."""


class Readings(Protocol):
    """What readers made of the editions, and asked."""

    def read(self, edition: int, person: int, said: Understood, at: datetime) -> None:
        """Write down what a reader made of it; the newest answer counts."""

    def understood(self, edition: int) -> Mapping[Understood, int]:
        """Return how many readers said what."""

    def said(self, edition: int, since: datetime, until: datetime) -> Mapping[Understood, int]:
        """Return how many readers said what within a time."""

    def ask(self, question: Question) -> Question:
        """Write a question down; return it with its id."""

    def question(self, question: int) -> Question:
        """Return a question; Unknown if there is none."""

    def questions(self, edition: int) -> Sequence[Question]:
        """Return what was asked about an edition, oldest first."""

    def answer(self, question: Question) -> None:
        """Write an answer down."""


class Programme(Protocol):
    """How the items were changed, and who reads their editions in private."""

    def add(self, change: Change) -> Change:
        """Write a change down; return it with its id."""

    def change(self, change: int) -> Change:
        """Return a change; Unknown if there is none."""

    def changes(self) -> Sequence[Change]:
        """Return every change of every item, oldest first."""

    def decide(self, change: Change) -> None:
        """Write down what became of a change that was asked for; Conflict where it was decided."""

    def subscribe(self, person: int, at: datetime) -> None:
        """Let somebody read every edition in private, once."""

    def unsubscribe(self, person: int) -> None:
        """Let somebody read them no longer."""

    def subscribers(self) -> Sequence[int]:
        """Return who reads every edition in private, by account."""


class Reach(Protocol):
    """How far editions came, and at the head of which groups they stand."""

    def carried(self, edition: int) -> Sequence[Carried]:
        """Return what became of an edition in each group that it is for, in one order."""

    def pinned(self, edition: int, chat: int, at: datetime, *, done: bool) -> None:
        """Write down whether an edition stands at the head of a group, the newest in place."""

    def pins(self, edition: int) -> Mapping[int, bool]:
        """Return the groups in which an edition was to stand at the head, and whether it does."""


class Shown(Protocol):
    """What a shelf holds of disclosures."""

    @property
    def disclosures(self) -> Disclosures:
        """What is disclosed."""

    @property
    def programme(self) -> Programme:
        """What of it is paused or over, and who reads along."""

    @property
    def reach(self) -> Reach:
        """How far it came."""

    @property
    def readings(self) -> Readings:
        """What readers make of it, and ask."""
