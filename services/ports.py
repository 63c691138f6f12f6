"""What services need of the world; storage and bot satisfy it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from governance.cases import Case, CaseKind, Passage
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Actor, Community, Person
from governance.notices import Address, Delivery
from services.editions import Shown
from services.envelopes import Boxed
from services.gatherings import Gathered
from services.matters import Attention, Ballots, Flats, Papers, Reminders, Statements, Topics
from services.measures import Supervised
from services.promises import Referrals, Replies, Resolutions
from services.shelves import (
    Absences,
    Attachments,
    Chats,
    Desks,
    Disputes,
    Grants,
    Relays,
    Residents,
    Traces,
    Trail,
)
from services.witnessing import Witnessed


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

    def same(self, person: int, chat: int, text: str, since: datetime) -> Case | None:
        """Return the first case that a person reported here in the same words since then."""

    def open_of_kind(self, kind: CaseKind) -> Sequence[Case]:
        """Return the open cases of a kind, oldest first."""

    def alike(self, category: str, building: str, since: datetime) -> Sequence[tuple[int, int]]:
        """Return case and reporter of what was reported alike since then, oldest first."""

    def merged_into(self, case: int) -> Sequence[Case]:
        """Return every case merged into one, and into those, oldest first."""

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

    def newest(self, person: int, kind: DialogueKind) -> Dialogue | None:
        """Return the newest open talk of a kind with a person, wherever it is held."""

    def about(self, kind: DialogueKind, chat: int, message: int) -> Dialogue | None:
        """Return the newest talk of a kind about a message in a chat, open or over."""


class Shelf(Gathered, Boxed, Shown, Witnessed, Supervised, Protocol):
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
    def disputes(self) -> Disputes:
        """The disputes."""

    @property
    def topics(self) -> Topics:
        """The topics."""

    @property
    def statements(self) -> Statements:
        """What was said to the topics."""

    @property
    def ballots(self) -> Ballots:
        """The ballots, their rolls and votes."""

    @property
    def reminders(self) -> Reminders:
        """Who wants to be reminded of them."""

    @property
    def flats(self) -> Flats:
        """The flats and their owners."""

    @property
    def attention(self) -> Attention:
        """What the groups heard, and what waits for their lists."""

    @property
    def resolutions(self) -> Resolutions:
        """The resolutions."""

    @property
    def replies(self) -> Replies:
        """What people answer about them."""

    @property
    def referrals(self) -> Referrals:
        """What came of what was referred."""

    @property
    def papers(self) -> Papers:
        """The sheets that are set in type."""

    @property
    def dialogues(self) -> Dialogues:
        """The talks."""

    @property
    def desks(self) -> Desks:
        """The desks."""

    @property
    def relays(self) -> Relays:
        """What was said about the cases."""

    @property
    def absences(self) -> Absences:
        """Who is away."""

    @property
    def attachments(self) -> Attachments:
        """What came with reports besides words."""

    @property
    def grants(self) -> Grants:
        """The posts."""

    @property
    def trail(self) -> Trail:
        """The audit, as it is read."""

    @property
    def residents(self) -> Residents:
        """The residents."""

    @property
    def traces(self) -> Traces:
        """What is stored of a person."""

    @property
    def chats(self) -> Chats:
        """The groups."""

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

    @property
    def heard(self) -> datetime:
        """When what is done now was written down: by that time it counts."""

    @property
    def order(self) -> int:
        """The place of what is done now among all that was written down."""

    def changed(self) -> None:
        """Say that posts or chats changed: the community is read anew, here and elsewhere."""

    def card_at(self, chat: int, message: int) -> str:
        """Return the subject of the card that is this message, or nothing."""

    def placed(self, subject: str) -> Address | None:
        """Return where a card stands, to answer under it; None where it does not stand yet."""

    def let_go(self, subjects: Sequence[str]) -> None:
        """Draw these cards no more where they are not shown anew."""

    def move_chat(self, old: int, new: int) -> tuple[bool, Sequence[Delivery]]:
        """Put a group's new id in the place of the old; say whether the old stood anywhere.

        Returns the cards that stood in the old group too: they must be shown anew.
        """

    def alarm(self, key: str, what: str) -> None:
        """Let the operator know, in ids and keys alone."""

    def token(self) -> str:
        """Return a fresh opaque word for a link."""

    def tell(self, delivery: Delivery) -> None:
        """Put a delivery into the outbox."""

    def redraw(self, subjects: str) -> None:
        """Ask for each reader's newest card whose subject begins so to be drawn anew."""

    def redraw_all(self, subjects: str) -> None:
        """Ask for every card whose subject begins so to be drawn anew, wherever it stands."""

    def afresh(self, subject: str) -> None:
        """Let a card be shown anew at the end of its chat, and no longer where it stands."""

    def due(self, at: datetime, verb: str, key: str, **words: int | str) -> None:
        """Ask to be woken for a verb; the same key is asked only once."""

    def wake(self, at: datetime, verb: str, key: str, **words: int | str) -> None:
        """Ask to be woken for a verb; the same key is asked anew once it has rung."""

    def due_after(self, verb: str, key: str, **words: int | str) -> None:
        """Ask to be woken for a verb once Telegram gave all that it holds by now."""

    def unheard(self, since: datetime, until: datetime) -> bool:
        """Whether anything that was written down in this time is not yet done."""

    def note(
        self, verb: str, subject: str, detail: Mapping[str, Any], *, by: Actor | None = None
    ) -> None:
        """Write an audit entry of the actor, or of him for whom it is done; `detail` may go."""

    def forget(self, person: int) -> None:
        """Delete or pseudonymise what is stored of a person, as the table of stores says."""
