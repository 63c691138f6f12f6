"""What services need of the stores of single subjects; `services/ports.py` puts them together."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from governance import chain
from governance.absences import Absence
from governance.cases import Case, CaseStatus
from governance.chats import Registration
from governance.consent import Consent
from governance.dialogues import Dialogue
from governance.forgetting import Tally
from governance.grants import Grant
from governance.intake import Attachment
from governance.mediation import Dispute, Entry
from governance.mediation.screening import Screening
from governance.relays import Relay
from governance.residents import Resident


class Disputes(Protocol):
    """Every dispute, and how many the grid workers heard of."""

    def add(self, dispute: Dispute) -> Dispute:
        """Write a new dispute; return it with its id and number."""

    def get(self, dispute: int) -> Dispute:
        """Return a dispute; Unknown if there is none."""

    def numbered(self, number: int) -> Dispute:
        """Return the dispute of that number in its own series; Unknown if there is none."""

    def save(self, dispute: Dispute) -> Dispute:
        """Write the dispute unless somebody else did since it was read (then Conflict)."""

    def of_reporter(self, person: int) -> Sequence[Dispute]:
        """Return the newest disputes that a person reported, open ones first."""

    def queue(self) -> Sequence[Dispute]:
        """Return the open disputes, flagged ones first, else the oldest first."""

    def entered(self, dispute: int, entry: Entry) -> None:
        """Write down a step taken."""

    def entries(self, dispute: int) -> Sequence[Entry]:
        """Return the steps taken, oldest first."""

    def ask_week(self, grid: str, week: str) -> None:
        """Make room for the count of a grid in a week, if there is none yet."""

    def week(self, week: str) -> Sequence[Screening]:
        """Return what was asked and answered in a week, grid by grid."""

    def screening(self, screening: int) -> Screening:
        """Return one grid's question of a week; Unknown if there is none."""

    def count(self, screening: int, heard_of: int) -> None:
        """Write down of how many new disputes a worker heard; the newest answer counts."""


class Grants(Protocol):
    """Posts: to whom each was given, and how."""

    def add(self, grant: Grant) -> Grant:
        """Write a new invitation; return it with its id."""

    def get(self, grant: int) -> Grant:
        """Return a grant; Unknown if there is none."""

    def by_token(self, digest: str) -> Grant:
        """Return the grant whose link has this digest; Unknown if there is none."""

    def save(self, grant: Grant) -> Grant:
        """Write the grant unless somebody else did since it was read (then Conflict)."""

    def of(self, officer: str) -> Sequence[Grant]:
        """Return every grant of a post, the newest first."""

    def going_on(self) -> Sequence[Grant]:
        """Return every grant that waits or is in office, oldest first."""

    def ever(self) -> frozenset[str]:
        """Return every post that was ever confirmed, by the officer's key."""

    def duties(self, officer: str) -> Sequence[int]:
        """Return every open case that an officer has to do with, by id, oldest first."""


class Chats(Protocol):
    """The register of the community's groups."""

    def get(self, chat: int) -> Registration | None:
        """Return what is known of a group; Unknown if it is another community's."""

    def all(self) -> Sequence[Registration]:
        """Return every group that was ever registered, the oldest first."""

    def add(self, found: Registration) -> Registration:
        """Write a group down for the first time."""

    def save(self, found: Registration) -> Registration:
        """Write a group unless somebody else did since it was read (then Conflict)."""


class Desks(Protocol):
    """What lies at the desk, what officers hold, and where each of them is reading."""

    def lying(self, statuses: Sequence[CaseStatus]) -> Sequence[Case]:
        """Return what waits in these statuses or asks something of the desk, oldest first."""

    def held_by(self, officer: str) -> Sequence[Case]:
        """Return what an officer answers for or is asked to take over, the first due first."""

    def given_up(self, officer: str, since: datetime) -> Sequence[Case]:
        """Return what went from an officer to somebody else since then, oldest first."""

    def watched(self) -> Sequence[int]:
        """Return the open cases that lastingly pain somebody, by id, oldest first (B02)."""

    def filed(self, since: datetime, until: datetime) -> Sequence[Case]:
        """Return what was reported from one moment on and before another, oldest first."""

    def shown(self, officer: str) -> int:
        """Return the case at which an officer's desk is open, 0 where it is at the beginning."""

    def turn(self, officer: str, case: int) -> None:
        """Open an officer's desk at a case."""

    def quiet(self, officer: str) -> bool:
        """Whether an officer wants no daily digest."""

    def hush(self, officer: str, *, quiet: bool) -> None:
        """Remember whether an officer wants no daily digest."""


class Trail(Protocol):
    """The audit, as it is read."""

    def of(self, subject: str) -> Sequence[chain.Entry]:
        """Return the newest entries about an object, oldest of them first."""

    def newest(self, verbs: Sequence[str], start: int) -> Sequence[chain.Entry]:
        """Return a page of the newest entries of the community, newest first.

        `verbs` are those asked for, none means all.
        """

    def head(self) -> chain.Seal | None:
        """Return the newest seal, if anything was sealed yet."""


class Relays(Protocol):
    """What reporters and handlers said to each other."""

    def add(self, relay: Relay) -> Relay:
        """Keep what was said; return it with its id."""

    def get(self, relay: int) -> Relay:
        """Return what was said; Unknown if there is none."""

    def of_case(self, case: int) -> Sequence[Relay]:
        """Return what was said about a case, oldest first."""

    def count(self, person: int, since: datetime) -> int:
        """Return how often a person spoke after a time."""

    def deal(self, case: int) -> None:
        """Count all that was said about a case so far as dealt with."""


class Absences(Protocol):
    """Who is off duty or on leave."""

    def add(self, absence: Absence) -> Absence:
        """Write an absence down; return it with its id."""

    def get(self, absence: int) -> Absence:
        """Return an absence; Unknown if there is none."""

    def going_on(self, officer: str) -> Sequence[Absence]:
        """Return an officer's absences that are on or still to come, the earliest first."""

    def save(self, absence: Absence) -> None:
        """Write down how an absence stands, and when it ends."""


class Residents(Protocol):
    """Who belongs to which household, and what each agreed to."""

    def get(self, resident: int) -> Resident:
        """Return a binding; Unknown if there is none."""

    def of(self, person: int) -> Sequence[Resident]:
        """Return the bindings of a person, oldest first."""

    def household(self, building: str, door: str) -> Sequence[Resident]:
        """Return the bindings to one household, oldest first."""

    def within(self, buildings: Sequence[str]) -> Sequence[Resident]:
        """Return the bindings in these buildings, oldest first."""

    def save(self, resident: Resident) -> Resident:
        """Write a binding unless somebody else did since it was read (then Conflict)."""

    def consent(self, person: int) -> Consent | None:
        """Return the newest answer of a person to the five lines, if there is one."""

    def answer(self, person: int, consent: Consent) -> None:
        """Write down an answer to the five lines."""


class Traces(Protocol):
    """What is stored of a person, wherever it is stored."""

    def cases(self, person: int) -> Sequence[int]:
        """Return every case that a person reported, by id, oldest first."""

    def disputes(self, person: int) -> Sequence[int]:
        """Return every dispute that a person reported, by id, oldest first."""

    def said(self, person: int) -> Sequence[str]:
        """Return what a person said to those who work on a case, oldest first."""

    def talks(self, person: int) -> Sequence[Dialogue]:
        """Return the talks that still wait for a person."""

    def pseudonym(self, person: int) -> str:
        """Return the word that stands for a person in the audit; nothing for one never met."""

    def survey(self, person: int) -> Sequence[Tally]:
        """Count what each store holds of a person, and say what becomes of it."""


class Attachments(Protocol):
    """What came with reports besides words."""

    def add(self, attachment: Attachment, *, case: int = 0, dialogue: int = 0) -> None:
        """Keep a file of a case, or of a talk that may become one."""

    def of_case(self, case: int) -> Sequence[Attachment]:
        """Return the files of a case in the order in which they came."""

    def of_talk(self, dialogue: int) -> Sequence[Attachment]:
        """Return the files of a talk in the order in which they came."""

    def hand_over(self, dialogue: int, case: int) -> None:
        """Let the files of a talk belong to the case that it became."""

    def pass_on(self, dialogue: int, to: int) -> None:
        """Let the files of a talk belong to another that follows it."""

    def album(self, person: int, album: str, since: datetime) -> tuple[int, int]:
        """Return the case and the talk to which a person's album belongs, 0 for none."""
