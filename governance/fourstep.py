"""The six steps: four bodies decide, decision and result are shown; none is skipped (E13)."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Actor
from governance.forms import Form, Question, these
from governance.lifecycle import Lifecycle, step
from governance.meetings.forms import NO, YES, days_behind
from governance.powers import POWERS, Verb
from governance.procedure import Requirements
from governance.quorum import Threshold
from governance.refusals import Refusal


class Stage(StrEnum):
    """Up to where a matter has come."""

    BEGUN = "begun"
    PROPOSED = "proposed"
    CONSIDERED = "considered"
    EXAMINED = "examined"
    DECIDED = "decided"
    DECISION_SHOWN = "decision-shown"
    RESULT_SHOWN = "result-shown"


class FourStep(StrEnum):
    """The six steps in their order; where they stand is not in the documents (mechanisms 9)."""

    PROPOSE = "propose"  # 党支部会提议
    CONSIDER = "consider"  # "两委"会商议
    EXAMINE = "examine"  # 党员大会审议
    DECIDE = "decide"  # 村民代表会议或村民会议决议
    SHOW_DECISION = "show-decision"  # 决议公开
    SHOW_RESULT = "show-result"  # 实施结果公开


S, A = Stage, FourStep
LEAD = POWERS[Verb.LEAD_TOPIC]
LIFECYCLE = Lifecycle(
    step(A.PROPOSE, {S.BEGUN}, S.PROPOSED, LEAD, proof=True),
    step(A.CONSIDER, {S.PROPOSED}, S.CONSIDERED, LEAD, proof=True),
    step(A.EXAMINE, {S.CONSIDERED}, S.EXAMINED, LEAD, proof=True),
    step(A.DECIDE, {S.EXAMINED}, S.DECIDED, LEAD, proof=True),
    step(A.SHOW_DECISION, {S.DECIDED}, S.DECISION_SHOWN, LEAD, proof=True),
    step(A.SHOW_RESULT, {S.DECISION_SHOWN}, S.RESULT_SHOWN, LEAD, proof=True),
)
MEETINGS = (A.PROPOSE, A.CONSIDER, A.EXAMINE, A.DECIDE)


def _meets(talk: Dialogue) -> bool:
    return talk.text("step") in set(MEETINGS)


FORM = Form(
    kind=DialogueKind.FOURSTEP,
    confirm=True,
    questions=(
        Question(field="on", choices=days_behind, words=True),
        Question(field="expected", words=True, when=_meets),
        Question(field="present", words=True, when=_meets),
        Question(field="passed", choices=these(YES, NO), when=_meets),
        Question(field="result", words=True, optional=True),
        Question(field="photo"),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Minuted:
    """One step as a person recorded it; a body that did not agree meets again (`passed`).

    `on` is the day it took place; `expected` and `present` count the members of the body, both 0
    of a disclosure; `photo` shows the minutes, of a party body its conclusion alone (N02), or the
    board.
    """

    id: int = 0
    step: FourStep
    on: date
    expected: int = 0
    present: int = 0
    passed: bool = True
    result: str = ""
    quorum: str = ""  # by which the body was enough, or was not; of older records unknown
    photo: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One topic's way through the six steps."""

    id: int = 0
    topic: int
    stage: Stage = Stage.BEGUN
    records: tuple[Minuted, ...] = ()
    version: int = 0

    @property
    def last(self) -> Minuted | None:
        """The newest step that was passed."""
        return next((r for r in reversed(self.records) if r.passed), None)


def next_step(track: Track) -> FourStep | None:
    """Return the only step that may be recorded now; None after the last."""
    return next((s.action for s in LIFECYCLE.steps if track.stage in s.sources), None)


def earliest(track: Track, required: Requirements) -> date | None:
    """Return the first day on which the next step may have taken place; None: any day.

    Between the meetings lie the days required; what was decided may be shown at once.
    """
    last = track.last
    if last is None:
        return None
    days = required.step_days if next_step(track) in MEETINGS else 0
    return last.on + timedelta(days=days)


def record(
    track: Track, minuted: Minuted, by: Actor, today: date, required: Requirements
) -> Track:
    """Return the way with one record more; raise NotAllowed or Refusal where a rule forbids it."""
    taken = LIFECYCLE.step(track.stage, minuted.step, by.offices)
    if not minuted.photo:
        raise Refusal("refusal-step-photo")
    first = earliest(track, required)
    if minuted.on > today:
        raise Refusal("refusal-step-ahead")
    if first and minuted.on < first:
        raise Refusal("refusal-step-early", month=first.month, day=first.day)
    if minuted.step in MEETINGS and not 0 < minuted.present <= minuted.expected:
        raise Refusal("refusal-step-present")
    if quorum := quorum_of(minuted.step, required):
        _check_quorum(minuted, quorum)
        minuted = replace(minuted, quorum=str(quorum))
    stage = taken.target if minuted.passed else track.stage
    return replace(track, stage=stage, records=(*track.records, minuted))


def quorum_of(step: FourStep, required: Requirements) -> Threshold | None:
    """Return how many of a body must be present, so that it can agree; None of a disclosure."""
    if step not in MEETINGS:
        return None
    return required.decide_quorum if step is A.DECIDE else required.step_quorum


def _check_quorum(minuted: Minuted, quorum: Threshold) -> None:
    """Raise Refusal where too few came to agree: that nothing was agreed may be recorded."""
    if minuted.passed and not quorum.holds(minuted.present, minuted.expected):
        least = quorum.needed(minuted.expected)
        raise Refusal("refusal-step-quorum", least=least, expected=minuted.expected)


def disclosure_due(track: Track, required: Requirements) -> date | None:
    """Return by which day the next disclosure is awaited, if one is next and a day is known.

    The result is shown when it is there: nobody knows that day at the decision.
    """
    last = track.last
    if last is None or next_step(track) is not A.SHOW_DECISION:
        return None
    return last.on + timedelta(days=required.disclose_days)
