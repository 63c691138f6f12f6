"""What services need of the stores of a deliberation; `services/ports.py` puts them together."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from governance.ballots.ballot import Ballot
from governance.ballots.passages import Passage as BallotPassage
from governance.ballots.result import Bloc, Result
from governance.ballots.roll import Roll, VotingUnit
from governance.ballots.states import BallotStatus, VoteStatus
from governance.ballots.votes import Vote
from governance.deliberations.opinions import Answer
from governance.deliberations.statements import Passage, Second, Statement
from governance.deliberations.states import TopicStatus
from governance.deliberations.steady import Spots
from governance.deliberations.topic import Objection, Topic
from governance.notices import Delivery
from governance.papers import Paper
from governance.roster import Roster


class Topics(Protocol):
    """Every topic, its seconds, objections and steps."""

    def add(self, topic: Topic) -> Topic:
        """Write a new topic; return it with its id and number."""

    def get(self, topic: int) -> Topic:
        """Return a topic; Unknown if there is none."""

    def numbered(self, number: int) -> Topic:
        """Return the topic of that number in its own series; Unknown if there is none."""

    def threaded(self, thread: int) -> Sequence[Topic]:
        """Return the topic that is talked over in a thread, if one is; 0 is nobody's."""

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


class Reminders(Protocol):
    """Who wants to be reminded of which ballot."""

    def ask(self, ballot: int, person: int) -> None:
        """Remember that somebody wants to be reminded."""

    def leave(self, ballot: int, person: int) -> None:
        """Forget that somebody wanted to be."""

    def of(self, ballot: int) -> Sequence[int]:
        """Return who wants to be reminded of a ballot."""

    def done(self, ballot: int) -> None:
        """Forget everybody who wanted to be: it was done."""


class Attention(Protocol):
    """What the groups heard, and what waits for their lists."""

    def heard(self, chat: int, day: str) -> int:
        """Return how many messages a group has heard on a day."""

    def hear(self, chat: int, day: str) -> None:
        """Count one message more."""

    def hold(self, delivery: Delivery) -> None:
        """Keep a message for the next list of its group."""

    def waiting(self) -> Mapping[int, Delivery]:
        """Return what waits in every group by its number, oldest first."""

    def take(self, number: int) -> Delivery:
        """Take one message out of what waits; Unknown where it does not, or does no longer."""

    def put_on_list(self, chat: int, day: str) -> Sequence[Delivery]:
        """Put all that waits on the list of a day, and return that list."""

    def listed(self, chat: int, day: str) -> Sequence[Delivery]:
        """Return what stands on the list of a day, oldest first."""


class Papers(Protocol):
    """The sheets that are set in type."""

    def want(self, paper: Paper, then: str, **words: int | str) -> Paper:
        """Ask for a sheet to be drawn, once for each key; `then` is the verb that follows."""

    def keyed(self, key: str) -> Paper | None:
        """Return the sheet of this key, if it was ever asked for."""

    def under(self, keys: str) -> Sequence[Paper]:
        """Return every sheet whose key begins so, oldest first."""

    def get(self, paper: int) -> Paper:
        """Return a sheet; Unknown if there is none."""

    def forget(self, paper: int) -> None:
        """Let go of what a sheet says, and of its bytes: it was for one reader alone."""

    def body(self, paper: int) -> bytes:
        """Return the bytes of a sheet; Unknown where there are none."""


class Statements(Protocol):
    """What was said to the topics, numbered."""

    def add(self, statement: Statement) -> Statement:
        """Write a statement; return it with its id, and its number where it is shown at once."""

    def next(self, topic: int) -> int:
        """Return the next free number of a topic, from 1."""

    def numbered(self, topic: int, number: int) -> Statement:
        """Return the statement of a topic that bears a number; Unknown if none does."""

    def of(self, topic: int) -> Sequence[Statement]:
        """Return all that was said to a topic, in the order of the numbers."""

    def save(self, statement: Statement) -> None:
        """Write down a statement's number, whether it is shown, and the reply to it."""

    def answer(self, statement: int, person: int, answer: Answer, at: datetime) -> None:
        """Write down what somebody says to a statement; the newest answer counts."""

    def said(self, topic: int) -> Mapping[tuple[str, int], Answer]:
        """Return the last answer of each person to each statement of a topic, by its number."""

    def moments(self, topic: int) -> Mapping[tuple[str, int], datetime]:
        """Return when each person answered each statement of a topic last."""

    def cells(self, topic: int) -> Spots:
        """Return what was last shown of a topic's map."""

    def stand(self, topic: int, cells: Spots) -> None:
        """Write down what is shown of a topic's map by now."""

    def answered(self, topic: int, person: int, since: datetime) -> int:
        """Return to how many statements of a topic somebody answered after a time."""


class Votes(Protocol):
    """The frozen rolls and the votes of their units."""

    def freeze(self, ballot: int, roll: Roll) -> None:
        """Write down who may vote; once."""

    def roll(self, ballot: int) -> Roll:
        """Return the whole frozen roll, without units where none is frozen."""

    def size(self, ballot: int) -> int:
        """Return how many units stand on the roll."""

    def turnout(self, ballot: int) -> Sequence[Bloc]:
        """Return the roll in blocs of units that count alike, by whether they voted."""

    def units_of(self, ballot: int, person: int | str) -> Sequence[VotingUnit]:
        """Return the units for which somebody may vote, each with him alone as its voter."""

    def unit(self, ballot: int, unit: str) -> VotingUnit | None:
        """Return one unit with all its voters, if it is on the roll."""

    def ballots_of(self, person: int | str) -> Sequence[int]:
        """Return the ballots on whose roll somebody stands, by id."""

    def cast(self, ballot: int, vote: Vote, at: datetime) -> None:
        """Write a press over the unit's earlier one; over a later one it is not written."""

    def pressed(self, ballot: int, unit: str) -> Vote | None:
        """Return the press that stands for a unit."""

    def strike(self, ballot: int, vote: Vote) -> None:
        """Write down the status and the note of a unit's press."""

    def lock(self, ballot: int) -> None:
        """Let no vote that counts be changed any more."""

    def enter(self, ballot: int, vote: Vote, at: datetime) -> Vote:
        """Write a vote that was entered for a unit; return it with its id."""

    def entry(self, entered: int) -> tuple[int, Vote, datetime]:
        """Return an entered vote: its ballot, itself, when; Unknown if there is none."""

    def settle(self, vote: Vote, was: VoteStatus) -> None:
        """Write how an entered vote stands; Conflict unless it stood as it was."""

    def entries(self, ballot: int, unit: str = "") -> Sequence[Vote]:
        """Return the votes that were entered, oldest first; of one unit, or of all."""

    def votes(self, ballot: int, unit: str = "") -> Sequence[Vote]:
        """Return every vote of a ballot, or of one of its units: presses, then entered ones."""


class Ballots(Votes, Protocol):
    """Every ballot, its steps and its result."""

    def add(self, ballot: Ballot) -> Ballot:
        """Write a new ballot; return it with its id and number."""

    def get(self, ballot: int) -> Ballot:
        """Return a ballot; Unknown if there is none."""

    def numbered(self, number: int) -> Ballot:
        """Return the ballot of that number in its own series; Unknown if there is none."""

    def of_topic(self, topic: int) -> Sequence[Ballot]:
        """Return the ballots of a topic, oldest first."""

    def standing(self, statuses: Sequence[BallotStatus]) -> Sequence[Ballot]:
        """Return the ballots that stand in one of these statuses, oldest first."""

    def save(self, ballot: Ballot) -> Ballot:
        """Write the ballot unless somebody else did since it was read (then Conflict)."""

    def keep_result(self, ballot: int, result: Result) -> None:
        """Write down what a ballot came to, in the place of what stood there."""

    def result(self, ballot: int) -> Result | None:
        """Return what a ballot came to, if it was tallied."""

    def passed(self, ballot: int, passage: BallotPassage) -> None:
        """Write down a step taken."""

    def passages(self, ballot: int) -> Sequence[BallotPassage]:
        """Return the steps taken, oldest first."""


class Flats(Protocol):
    """The flats, their owners, and the owners' accounts."""

    def roster(self) -> Roster | None:
        """Return the roster in force, if one was ever imported."""

    def accounts(self) -> Mapping[str, frozenset[int]]:
        """Return the accounts of owners, by the owner's key in the roster."""

    def link(self, owner: str, person: int, by: str, at: datetime) -> None:
        """Write down that an officer knows an account to be an owner's."""

    def unlink(self, person: int) -> None:
        """Write down that an account is no owner's."""
