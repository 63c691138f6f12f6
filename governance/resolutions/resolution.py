"""A resolution: what was agreed, on what ground, and what has been said against it (E07, E21)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from governance.deliberations.states import TopicStatus
from governance.powers import Involved
from governance.resolutions.clauses import Clause, progress
from governance.resolutions.fulfilment import Answers
from governance.resolutions.states import ResolutionAction, ResolutionKind, ResolutionStatus

# where a topic's matter is decided and may be written down as a resolution
DRAFTABLE = frozenset(
    {
        TopicStatus.CONSENSUS,
        TopicStatus.DIRECTED,
        TopicStatus.MEETING_PASSED,
        TopicStatus.RESOLVING,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One certified ballot as it is published: roll, turnout and tally, in heads (N20).

    `entered` is how many were entered for somebody; of a `secret` one how many of the papers that
    were `handed` out two persons counted.
    """

    number: int
    roll: int
    turnout: int
    entered: int = 0
    handed: int = 0
    secret: bool = False
    tally: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """On what ground it stands: talk, objections, ballots, minutes; published with it (E21)."""

    statements: int = 0
    meetings: int = 0
    objections: int = 0
    met: int = 0
    counts: tuple[Count, ...] = ()
    minutes: str = ""
    directed: str = ""  # the outcome of a referral

    @property
    def stands(self) -> bool:
        """Whether there is any ground at all."""
        talked = self.statements or self.meetings
        return bool(talked or self.counts or self.minutes or self.directed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """What a resident has against a resolution in its window, and what supervision answered."""

    id: int = 0
    person: int
    at: datetime
    text: str
    answer: str = ""
    answered_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A dated opinion with its article of the law; it asks, and changes no word (F11)."""

    officer: str
    at: datetime
    note: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A text that was public before another took its place (N24).

    Of each promise: who, what, fen, and the days of finishing and of disclosing as written.
    """

    text: str
    clauses: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One step as it was taken: by which officer, when, and why."""

    action: ResolutionAction
    officer: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """One resolution; `earlier` are the editions that were public before this one.

    `drafted_by` and `checked_by` are officers by key; `result` is what was published at the end,
    `final` what people had answered by then: of the voters, and of everybody to each question.
    """

    id: int = 0
    number: int = 0
    topic: int
    at: datetime
    kind: ResolutionKind
    text: str
    drafted_by: str
    checked_by: str = ""
    status: ResolutionStatus = ResolutionStatus.DRAFTED
    submitted: bool = False
    basis: Basis | None = None
    earlier: tuple[Edition, ...] = ()
    published_at: datetime | None = None
    window_until: datetime | None = None
    in_force_at: datetime | None = None
    disclosed_at: datetime | None = None
    asked_until: datetime | None = None
    result: str = ""
    final: Mapping[str, Answers] = field(default_factory=dict)
    clauses: tuple[Clause, ...] = ()
    contests: tuple[Contest, ...] = ()
    corrections: tuple[Correction, ...] = ()
    version: int = 0

    @property
    def progress(self) -> int:
        """How much of it is done, in per cent: no more than its clauses say (idea 10)."""
        return progress(self.clauses)

    @property
    def unanswered(self) -> tuple[Contest, ...]:
        """The objections that supervision has not answered."""
        return tuple(c for c in self.contests if not c.answer)

    @property
    def complete(self) -> bool:
        """Whether it can be checked: words, and at least one promise."""
        return bool(self.text and self.clauses)

    @property
    def involved(self) -> Involved:
        """Who drafted it or carries it out, and whoever objected (A09)."""
        officers = {self.drafted_by, *(c.who for c in self.clauses)}
        persons = frozenset(c.person for c in self.contests)
        return Involved(persons=persons, officers=frozenset(officers))

    def clause(self, clause_id: int) -> Clause | None:
        """Return the clause of this id, if it has one."""
        return next((c for c in self.clauses if c.id == clause_id), None)
