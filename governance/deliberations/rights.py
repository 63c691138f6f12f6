"""The four rights, and what somebody may do by each in a topic now.

E27: whoever lives here reads all that there is, speaks, votes and changes the vote until the
close, and questions the result; where it is not the time, or not his, he is told why.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from governance.deliberations.states import WAITING, TopicStatus
from governance.deliberations.topic import Topic
from governance.directory import THE_CLOCK

S = TopicStatus


class Right(StrEnum):
    """One of the four."""

    KNOW = "know"
    TAKE_PART = "take-part"
    SPEAK = "speak"
    SUPERVISE = "supervise"


class Way(StrEnum):
    """What can be done by a right now, or why nothing can; the latter have no button."""

    OPEN = "open"
    READ = "read"
    STEPS = "steps"
    SECOND = "second"
    SECONDED = "seconded"
    SPEAK = "speak"
    VOTE = "vote"
    CONTEST = "contest"
    OBJECT = "object"
    VERIFY = "verify"  # only whoever was met as a resident
    OFF_ROLL = "off-roll"  # a ballot is held among others
    NOT_YET = "not-yet"
    OVER = "over"


W = Way
OF_PROPOSALS = frozenset({S.PROPOSED, S.PRE_REVIEW, S.RETURNED})  # where seconds still count
BEFORE_TALK = WAITING | {S.NOTICED}
BEFORE_BALLOT = BEFORE_TALK | {S.DISCUSSION, S.SUMMARY, S.POLLING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What somebody is to a topic: met as a resident, on the roll of what is open or decided."""

    verified: bool = False
    seconded: bool = False
    balloting: bool = False  # a ballot is open
    votes: bool = False  # and he has a vote in it
    contests: bool = False  # one he had a vote in can be contested
    objects: bool = False  # a resolution stands open to objections


def ways(topic: Topic, reader: Reader) -> Mapping[Right, tuple[Way, ...]]:
    """Return what each right comes to now; never nothing: at the least, why not."""
    read = (W.OPEN, W.READ) if topic.discussed_from else (W.OPEN,)
    return {
        Right.KNOW: (*read, W.STEPS),
        Right.TAKE_PART: (_takes_part(topic, reader),),
        Right.SPEAK: (_speaks(topic, reader),),
        Right.SUPERVISE: _supervises(topic, reader),
    }


def _takes_part(topic: Topic, reader: Reader) -> Way:
    if reader.balloting:
        return W.VOTE if reader.votes else W.OFF_ROLL
    if topic.status in OF_PROPOSALS and topic.proposer != str(THE_CLOCK.id):
        if not reader.verified:
            return W.VERIFY
        return W.SECONDED if reader.seconded else W.SECOND
    return W.NOT_YET if topic.status in BEFORE_BALLOT else W.OVER


def _speaks(topic: Topic, reader: Reader) -> Way:
    if topic.status is S.DISCUSSION:
        return W.SPEAK if reader.verified else W.VERIFY
    return W.NOT_YET if topic.status in BEFORE_TALK else W.OVER


def _supervises(topic: Topic, reader: Reader) -> tuple[Way, ...]:
    now = ((W.CONTEST, reader.contests), (W.OBJECT, reader.objects and reader.verified))
    found = tuple(way for way, there in now if there)
    if found:
        return found
    if reader.objects:
        return (W.VERIFY,)
    return (W.NOT_YET if topic.status in BEFORE_BALLOT else W.OVER,)
