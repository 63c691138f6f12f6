"""What services need of the stores of a deliberation; `services/ports.py` puts them together."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from governance.deliberations.opinions import Answer
from governance.deliberations.statements import Passage, Second, Statement
from governance.deliberations.states import TopicStatus
from governance.deliberations.topic import Objection, Topic
from governance.papers import Paper


class Topics(Protocol):
    """Every topic, its seconds, objections and steps."""

    def add(self, topic: Topic) -> Topic:
        """Write a new topic; return it with its id and number."""

    def get(self, topic: int) -> Topic:
        """Return a topic; Unknown if there is none."""

    def numbered(self, number: int) -> Topic:
        """Return the topic of that number in its own series; Unknown if there is none."""

    def standing(self, statuses: Sequence[TopicStatus]) -> Sequence[Topic]:
        """Return the topics that stand in one of these statuses, oldest first."""

    def save(self, topic: Topic) -> Topic:
        """Write the topic unless somebody else did since it was read (then Conflict)."""

    def object(self, topic: int, objection: Objection, at: datetime) -> int:
        """Write an objection down; return its id."""

    def settle(self, objection: Objection) -> None:
        """Write down how an objection was met, or that it was withdrawn."""

    def second(self, second: Second) -> bool:
        """Count a household's support once; say whether it was the first of that household."""

    def seconds(self, topic: int) -> Sequence[Second]:
        """Return the support of a topic, oldest first, one a household."""

    def passed(self, topic: int, passage: Passage) -> None:
        """Write down a step taken."""

    def passages(self, topic: int) -> Sequence[Passage]:
        """Return the steps taken, oldest first."""


class Papers(Protocol):
    """The sheets that are set in type."""

    def want(self, paper: Paper, then: str, **words: int | str) -> Paper:
        """Ask for a sheet to be drawn, once for each key; `then` is the verb that follows."""

    def keyed(self, key: str) -> Paper | None:
        """Return the sheet of this key, if it was ever asked for."""

    def get(self, paper: int) -> Paper:
        """Return a sheet; Unknown if there is none."""


class Statements(Protocol):
    """What was said to the topics, numbered."""

    def add(self, statement: Statement) -> Statement:
        """Write a statement; return it with its id, and its number where it is shown at once."""

    def next(self, topic: int) -> int:
        """Return the next free number of a topic, from 1."""

    def get(self, statement: int) -> Statement:
        """Return a statement; Unknown if there is none."""

    def of(self, topic: int) -> Sequence[Statement]:
        """Return all that was said to a topic, in the order of the numbers."""

    def save(self, statement: Statement) -> None:
        """Write down a statement's number, whether it is shown, and the reply to it."""

    def answer(self, statement: int, person: int, answer: Answer, at: datetime) -> None:
        """Write down what somebody says to a statement; the newest answer counts."""

    def said(self, topic: int) -> Mapping[tuple[str, int], Answer]:
        """Return the last answer of each person to each statement of a topic, by its number."""

    def answered(self, topic: int, person: int, since: datetime) -> int:
        """Return to how many statements of a topic somebody answered after a time."""
