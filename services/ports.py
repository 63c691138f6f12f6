"""What services need of the world; storage and bot satisfy it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from governance.cases import Case, Passage
from governance.dialogues import Dialogue
from governance.directory import Actor, Community, Person
from governance.notices import Delivery


class People(Protocol):
    """Those who have ever written to the bot."""

    def get(self, person: int) -> Person:
        """Return a person; one never met is nobody known yet."""

    def greet(self, person: Person) -> None:
        """Remember a person as met."""

    def reach(self, person: int, *, reachable: bool) -> None:
        """Remember whether a private message gets through."""

    def speak(self, person: int, language: str) -> None:
        """Remember the language a person chose."""


class Cases(Protocol):
    """Every case and its assignments."""

    def add(self, case: Case) -> Case:
        """Write a new case; return it with its id and number."""

    def get(self, case: int) -> Case:
        """Return a case; Unknown if there is none."""

    def numbered(self, number: int) -> Case:
        """Return the case of that number in the community; Unknown if there is none."""

    def save(self, case: Case) -> Case:
        """Write the case unless somebody else did since it was read (then Conflict)."""

    def of_reporter(self, person: int) -> Sequence[Case]:
        """Return the newest cases of a person, open ones first."""

    def from_message(self, chat: int, message: int) -> Case | None:
        """Return the case that a message opened, if one did."""

    def passed(self, case: int, passage: Passage) -> None:
        """Write down a step taken."""

    def passages(self, case: int) -> Sequence[Passage]:
        """Return the steps taken, oldest first."""

    def revise(self, case: int, at: datetime, text: str) -> None:
        """Keep an edited text beside the one first sent."""

    def revisions(self, case: int) -> Sequence[str]:
        """Return the edited texts, oldest first."""


class Dialogues(Protocol):
    """The talks that are going on."""

    def open(self, dialogue: Dialogue) -> Dialogue:
        """Begin a talk; others go on beside it."""

    def get(self, dialogue: int) -> Dialogue:
        """Return a talk; Unknown if there is none."""

    def by_token(self, token: str) -> Dialogue:
        """Return the talk that a link names; Unknown if there is none."""

    def save(self, dialogue: Dialogue) -> Dialogue:
        """Write the talk unless somebody else did since it was read (then Conflict)."""

    def waiting(self, person: int, chat: int) -> Dialogue | None:
        """Return the newest open talk with a person in a chat."""


class Shelf(Protocol):
    """What can be read: the same for a verb and for the drawing of a card."""

    @property
    def community(self) -> Community:
        """The community."""

    @property
    def people(self) -> People:
        """Who has been met."""

    @property
    def cases(self) -> Cases:
        """The cases."""

    @property
    def dialogues(self) -> Dialogues:
        """The talks."""

    def actor(self, person: int) -> Actor:
        """Recognise a person."""


class Work(Shelf, Protocol):
    """One unit of work: what a verb may read, change and tell, all in one commit."""

    @property
    def by(self) -> Actor:
        """Who acts."""

    @property
    def now(self) -> datetime:
        """The civil time, aware."""

    def changed(self) -> None:
        """Say that posts or chats changed: the community is read anew, here and elsewhere."""

    def card_at(self, chat: int, message: int) -> str:
        """Return the subject of the card that is this message, or nothing."""

    def token(self) -> str:
        """Return a fresh opaque word for a link."""

    def tell(self, delivery: Delivery) -> None:
        """Put a delivery into the outbox."""

    def redraw(self, subjects: str) -> None:
        """Ask for each reader's newest card whose subject begins so to be drawn anew."""

    def due(self, at: datetime, verb: str, key: str, **words: int | str) -> None:
        """Ask to be woken for a verb; the same key is asked only once."""

    def note(self, verb: str, subject: str, detail: Mapping[str, Any]) -> None:
        """Write an audit entry; `detail` stays deletable."""
