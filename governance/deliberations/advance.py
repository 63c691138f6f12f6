"""The one door through which a topic changes (8.8): talk, then a ballot, then a promise."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from governance import powers
from governance.ballots.result import Verdict
from governance.ballots.states import Instrument
from governance.deliberations import summing
from governance.deliberations.states import Study, TopicAction, TopicStatus
from governance.deliberations.table import LIFECYCLE
from governance.deliberations.topic import Topic, lacking, waited
from governance.directory import THE_CLOCK, Actor, Role
from governance.powers import Verb
from governance.procedure import Level, Requirements
from governance.refusals import NotAllowed, Refusal

S, A = TopicStatus, TopicAction
SOUNDED = frozenset({S.NOTICED, S.DISCUSSION, S.SUMMARY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What comes with an action: who, when, a reason, a proof (minutes, the resolution's text).

    `running` is how many topics are open now, `verdict` that of the certified ballot. `weighed`
    says that the three boxes were answered, `parts` is a summary and `had` what it must answer.
    """

    by: Actor
    at: datetime
    note: str = ""
    proof: str = ""
    running: int = 0
    verdict: Verdict | None = None
    weighed: bool = False
    parts: Mapping[str, str] = field(default_factory=dict)
    had: Mapping[str, int] = field(default_factory=dict)
    required: Requirements = field(default_factory=Requirements)


def outcome(topic: Topic, verdict: Verdict) -> TopicAction:
    """Return what a certified ballot makes of its topic.

    An objection of somebody directly affected that nobody has met ends it without consensus,
    whatever the count says (E06).
    """
    if verdict is Verdict.INVALID:
        return A.LACK
    carried = verdict is Verdict.CARRIED and not topic.standing_objections
    return A.CARRY if carried else A.FAIL


def before_ballot(
    topic: Topic, instrument: Instrument, required: Requirements, at: datetime
) -> tuple[str, ...]:
    """Return what a topic lacks before a ballot of this kind may be held; nothing: it may (E05).

    A survey decides nothing and belongs to the talk (E18); an evaluation follows the resolution.
    """
    if instrument is Instrument.SURVEY:
        return () if topic.status in SOUNDED else ("discussion",)
    if instrument is Instrument.EVALUATION:
        return () if topic.status is S.RESOLVED else ("resolution",)
    missing = lacking(topic, required, at)
    return missing if topic.status is S.POLLING else (*missing, "polling")


def roles_in(topic: Topic, by: Actor) -> frozenset[Role]:
    """Return what somebody is to a topic: its proposer, or an officer who may lead or check."""
    if Role.CLOCK in by.offices:
        return by.offices
    roles = by.offices & (powers.POWERS[Verb.LEAD_TOPIC] | powers.POWERS[Verb.CERTIFY_BALLOT])
    return roles | ({Role.RESIDENT} if str(by.id) == topic.proposer else frozenset())


# which way is open where the table has several
FITS: Mapping[TopicAction, Callable[[Topic, Given], bool]] = {
    # what grew from cases has no proposer who could mend it (E20)
    A.RETURN: lambda t, _: t.proposer != str(THE_CLOCK.id),
    A.RETRY: lambda t, g: t.status is not S.NO_CONSENSUS or t.retried < g.required.retries,
    # a reserved matter is talked over and handed on; others are referred once they failed (F12)
    A.REFER: lambda t, _: t.status is not S.SUMMARY or t.reserved,
    A.AGREE: lambda t, _: not t.reserved,
    A.POLL: lambda t, _: not t.reserved,
    A.AWAIT: lambda t, _: t.level is Level.MEETING,
    # what the meeting must decide is resolved by its minutes alone (E12, N03)
    A.RESOLVE: lambda t, _: t.level is not Level.MEETING,
    A.CARRY: lambda t, g: g.verdict is not None and outcome(t, g.verdict) is A.CARRY,
    A.FAIL: lambda t, g: g.verdict is not None and outcome(t, g.verdict) is A.FAIL,
    A.LACK: lambda t, g: g.verdict is not None and outcome(t, g.verdict) is A.LACK,
}


def choices(topic: Topic, given: Given) -> tuple[TopicAction, ...]:
    """Return what this person may do now."""
    found = LIFECYCLE.choices(topic.status, roles_in(topic, given.by))
    return tuple(a for a in found if a not in FITS or FITS[a](topic, given))


def advance(topic: Topic, action: TopicAction, given: Given) -> Topic:
    """Return the topic one step further; raise NotAllowed or Refusal where a rule forbids it."""
    taken = LIFECYCLE.step(topic.status, action, roles_in(topic, given.by))
    if action in FITS and not FITS[action](topic, given):
        raise NotAllowed("refusal-not-allowed")
    if taken.reason and not given.note:
        raise Refusal("refusal-reason")
    if taken.proof and not given.proof:
        raise Refusal("refusal-proof")
    if action in CHECKS:
        CHECKS[action](topic, given)
    return replace(topic, status=taken.target, **_changed(topic, action, given))


def ready(topic: Topic) -> bool:
    """Whether an admitted topic only waits for its turn: five elements, and the gate passed."""
    return topic.elements.complete and studied(topic)


def studied(topic: Topic) -> bool:
    """Whether a major matter passed the party organisation's study; others need none (E11)."""
    agreed = topic.party_studied is not None and topic.party_conclusion == Study.AGREE
    return agreed or not topic.major


def _check_review(topic: Topic, _given: Given) -> None:
    if not topic.review.passed:
        raise Refusal("refusal-topic-review")


def _check_public(topic: Topic, given: Given) -> None:
    if not topic.elements.complete:
        raise Refusal("refusal-topic-elements")
    if not studied(topic):
        raise Refusal("refusal-topic-party")
    if given.running >= given.required.open_at_once:
        raise Refusal("refusal-topic-queue")


def _check_talked(topic: Topic, given: Given) -> None:
    if lacking(topic, given.required, given.at):
        raise Refusal("refusal-topic-untalked")


def _check_agreed(topic: Topic, given: Given) -> None:
    _check_talked(topic, given)
    if not waited(topic, given.required, given.at):
        raise Refusal("refusal-topic-window")
    if topic.standing_objections:
        raise Refusal("refusal-topic-objection")


def _check_weighed(topic: Topic, given: Given) -> None:
    """Nothing is closed without a talk before the three boxes were answered (E01)."""
    if not (topic.criteria or given.weighed):
        raise Refusal("refusal-topic-unweighed")


def _check_summed(_topic: Topic, given: Given) -> None:
    summing.check(given.parts, given.had)


CHECKS: Mapping[TopicAction, Callable[[Topic, Given], None]] = {
    A.ADMIT: _check_review,
    A.REJECT: _check_weighed,
    A.REDIRECT: _check_weighed,
    A.SUMMARISE: _check_summed,
    A.NOTICE: _check_public,
    A.POLL: _check_talked,
    A.AGREE: _check_agreed,
}


def _changed(topic: Topic, action: TopicAction, given: Given) -> dict[str, Any]:
    """Return the fields that an action sets besides the status."""
    changed: Mapping[TopicAction, dict[str, Any]] = {
        A.ADMIT: {"admitted_at": given.at, "lead": topic.lead or given.by.officer},
        A.DISCUSS: {"discussed_from": given.at},
        A.SUMMARISE: {
            "summarised_at": given.at,
            "summary": given.note,
            "summing": dict(given.parts),
        },
        A.RESUME: {"summarised_at": None, "summary": "", "summing": {}},
        # a second round is talked over anew; what was objected stands until it is met
        A.RETRY: {
            "discussed_from": given.at,
            "summarised_at": None,
            "summary": "",
            "summing": {},
            "statements": 0,
            "heard": frozenset(),
            "meetings": 0,
            "consultations": frozenset(),
            "retried": topic.retried + (topic.status is S.NO_CONSENSUS),
        },
    }
    return changed.get(action, {})
