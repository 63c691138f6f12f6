"""What services need of the stores of resolutions; `services/ports.py` puts them together."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from governance.resolutions.fulfilment import Said
from governance.resolutions.referral import Referral
from governance.resolutions.resolution import Passage, Resolution
from governance.resolutions.states import Question, Reply, ResolutionStatus


class Resolutions(Protocol):
    """Every resolution with its promises, objections, corrections and steps."""

    def add(self, resolution: Resolution) -> Resolution:
        """Write a new resolution; return it with its id and number."""

    def get(self, resolution: int) -> Resolution:
        """Return a resolution; Unknown if there is none."""

    def numbered(self, number: int) -> Resolution:
        """Return the resolution of that number in its own series; Unknown if there is none."""

    def of_topic(self, topic: int) -> Resolution | None:
        """Return the newest resolution of a topic, if it has one."""

    def of_case(self, case: int) -> Resolution | None:
        """Return the resolution of which a case carries out a promise, if there is one."""

    def standing(self, statuses: Sequence[ResolutionStatus]) -> Sequence[Resolution]:
        """Return the resolutions that stand in one of these statuses, newest first."""

    def save(self, resolution: Resolution) -> Resolution:
        """Write it with all its parts unless somebody else did since it was read (then Conflict).

        Returns it with the ids of what was new.
        """

    def passed(self, resolution: int, passage: Passage) -> None:
        """Write down a step taken."""

    def passages(self, resolution: int) -> Sequence[Passage]:
        """Return the steps taken, oldest first."""


class Replies(Protocol):
    """Who is asked about a resolution, and what each answers."""

    def ask(self, resolution: int, people: Mapping[int, bool]) -> None:
        """Write down who is asked, and of each whether he voted; once a person."""

    def asked(self, resolution: int) -> Mapping[int, bool]:
        """Return who was asked, and of each whether he voted."""

    def answer(
        self, resolution: int, person: int, question: Question, reply: Reply, at: datetime
    ) -> None:
        """Write down what somebody answers; the newest answer counts."""

    def said(self, resolution: int) -> Said:
        """Return the last answer of each person to each question."""


class Referrals(Protocol):
    """What came of matters that were referred."""

    def add(self, referral: Referral) -> None:
        """Write an outcome down."""

    def of(self, topic: int) -> Sequence[Referral]:
        """Return the outcomes of a topic's referrals, oldest first."""
