"""What services need of the stores of meetings; `services/ports.py` puts them together."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from governance.fourstep import Track
from governance.meetings.meeting import Meeting
from governance.meetings.sounding import Sounding
from governance.meetings.states import Coming, MeetingStatus, SoundingStatus


class Meetings(Protocol):
    """Every meeting, with who comes."""

    def add(self, meeting: Meeting) -> Meeting:
        """Write a new meeting; return it with its id and number."""

    def get(self, meeting: int) -> Meeting:
        """Return a meeting; Unknown if there is none."""

    def standing(self, statuses: Sequence[MeetingStatus]) -> Sequence[Meeting]:
        """Return the meetings that stand in one of these statuses, oldest first."""

    def save(self, meeting: Meeting) -> Meeting:
        """Write the meeting unless somebody else did since it was read (then Conflict)."""

    def answer(self, meeting: int, person: int, coming: Coming, at: datetime) -> None:
        """Write down whether somebody comes; the newest answer counts."""

    def answers(self, meeting: int) -> Mapping[int, Coming]:
        """Return who answered what, in the order of the answers."""


class Soundings(Protocol):
    """Every notice and survey."""

    def add(self, sounding: Sounding) -> Sounding:
        """Write a new notice or survey; return it with its id and number."""

    def get(self, sounding: int) -> Sounding:
        """Return a notice or survey; Unknown if there is none."""

    def polled(self, poll: str) -> Sounding | None:
        """Return the survey that Telegram asks as this poll, if one is."""

    def about(self, edition: int) -> Sounding | None:
        """Return the survey about a duty report in this version, if there is one."""

    def standing(self, statuses: Sequence[SoundingStatus]) -> Sequence[Sounding]:
        """Return those that stand in one of these statuses, oldest first."""

    def save(self, sounding: Sounding) -> Sounding:
        """Write it unless somebody else did since it was read (then Conflict)."""


class Tracks(Protocol):
    """Every way through the six steps."""

    def of(self, topic: int) -> Track | None:
        """Return the way of a topic, if it was begun."""

    def all(self) -> Sequence[Track]:
        """Return every way, the oldest first."""

    def save(self, track: Track) -> Track:
        """Write a way and what is new in it, unless somebody else did (then Conflict)."""


class Gathered(Protocol):
    """The part of a shelf that holds them."""

    @property
    def meetings(self) -> Meetings:
        """The meetings."""

    @property
    def soundings(self) -> Soundings:
        """The notices and surveys."""

    @property
    def tracks(self) -> Tracks:
        """The ways through the six steps."""
