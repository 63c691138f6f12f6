"""Whom a topic concerns directly, as its organiser names them: by building, grid or door (E09).

Nobody is labelled: what has a class is a household, in this one topic.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from governance.ballots.forms import household
from governance.ballots.roll import Participant
from governance.deliberations.states import TopicStatus
from governance.directory import Community
from governance.households import Household
from governance.places import find
from governance.refusals import Refusal

NAMED = (Participant.PARTY, Participant.STAKEHOLDER)  # who can be named, the closer first
# while a topic is drafted and talked over; from the decision to vote on, the classes stand
OPEN_TO_NAMING = frozenset(
    {
        TopicStatus.PRE_REVIEW,
        TopicStatus.ADMITTED,
        TopicStatus.NOTICED,
        TopicStatus.DISCUSSION,
        TopicStatus.SUMMARY,
    }
)
MOST_LINES = 50
_BETWEEN = re.compile(r"[\n;；,，、]+")


@dataclass(frozen=True, slots=True, order=True)
class Concerned:
    """A building, or one household of it, and as what it takes part."""

    participant: Participant
    building: str
    door: str = ""  # empty where the whole building is meant

    @classmethod
    def read(cls, words: str) -> "Concerned":
        """Return what stands in a store."""
        participant, building, door = words.split(" ", 2)
        return cls(Participant(participant), building, door)

    def __str__(self) -> str:
        return f"{self.participant} {self.building} {self.door}"

    def covers(self, building: str, door: str) -> bool:
        """Whether a household is meant."""
        return self.building == building and self.door in {"", door}


def classes(named: Iterable[Concerned], home: Household) -> tuple[Participant, ...]:
    """Return as what a household is concerned, the closer first; nothing where nobody named it."""
    found = {each.participant for each in named if each.covers(home.building, home.door)}
    return tuple(p for p in NAMED if p in found)


def read(words: str, participant: Participant, community: Community) -> tuple[Concerned, ...]:
    """Return whom an organiser names, one a line: a grid, a building, or building and door."""
    lines = [each.strip() for each in _BETWEEN.split(words) if each.strip()]
    if len(lines) > MOST_LINES:
        raise Refusal("refusal-concern-many", most=MOST_LINES)
    found = {each for line in lines for each in _line(line, participant, community)}
    return tuple(sorted(found))


def _line(line: str, participant: Participant, community: Community) -> tuple[Concerned, ...]:
    grids = [g for g in community.grids if line.casefold() in {g.key, g.name.casefold()}]
    if grids:
        return tuple(Concerned(participant, building) for building in grids[0].buildings)
    place = find(line, community)
    if place.building and place.span and not _beside(line, place.span):
        return (Concerned(participant, place.building),)
    building, door = household(line, community)
    return (Concerned(participant, building, door),)


def _beside(line: str, span: tuple[int, int]) -> str:
    return (line[: span[0]] + line[span[1] :]).strip()
