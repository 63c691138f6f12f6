"""Taking a step on the road of a topic: one verb, one unit of work, telling included (8.8)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from governance import attention
from governance.deliberations import advance as road
from governance.deliberations import required as rules
from governance.deliberations import summing
from governance.deliberations.advance import Given
from governance.deliberations.statements import Passage
from governance.deliberations.states import OVER, RUNNING, TopicAction, TopicStatus
from governance.deliberations.table import LIFECYCLE
from governance.deliberations.topic import Topic
from governance.directory import THE_CLOCK, Role
from services.deliberations import telling, threads
from services.ports import Work

A, S = TopicAction, TopicStatus
SHOWN_FOR = timedelta(days=1)  # a topic is made known before it is talked over


def act(work: Work, topic_id: int, action: TopicAction, given: Given) -> Topic:
    """Take one step, and what follows by rule; raise Refusal or Conflict.

    How much is required, and how many topics run, is filled in here.
    """
    return step(work, work.topics.get(topic_id), action, given)


def step(work: Work, topic: Topic, action: TopicAction, given: Given) -> Topic:
    """Take one step of a topic as it was read, with what somebody changed of it before."""
    given = _known(work, topic, given)
    roles = road.roles_in(topic, given.by)
    tells = LIFECYCLE.step(topic.status, action, roles).tells
    moved = work.topics.save(road.advance(topic, action, given))
    passage = Passage(
        action=action, officer=given.by.officer, at=given.at, note=given.note, proof=given.proof
    )
    work.topics.passed(topic.id, passage)
    detail = {"note": given.note, "proof": given.proof, "status": moved.status}
    if moved.undeliberated:
        detail["criteria"] = ",".join(sorted(moved.criteria))
    work.note(f"topic-{action}", f"topic:{topic.id}", detail)
    telling.step(work, moved, action, given, tells)
    if follow := FOLLOWS.get(action):
        follow(work, moved)
    if topic.status in RUNNING and moved.status not in RUNNING:
        work.due(work.now, "topic_next", f"topic-next:{moved.id}:{moved.version}")
    telling.redraw(work, moved)
    if moved.status in OVER:
        threads.end(work, moved)
    return work.topics.get(moved.id)


def foreseen(work: Work, topic: Topic, action: TopicAction, given: Given) -> None:
    """Ask every rule before words are asked for; raise Refusal as the step would."""
    road.advance(topic, action, _known(work, topic, given))


def _known(work: Work, topic: Topic, given: Given) -> Given:
    had = summing.heard(topic, work.statements.of(topic.id))
    required = rules.required(work.community, topic)
    return replace(given, required=required, running=running(work), had=had)


def by_clock(work: Work, topic_id: int, action: TopicAction) -> Topic:
    """Take a step that nobody's hand takes."""
    return act(work, topic_id, action, Given(by=THE_CLOCK, at=work.now))


def running(work: Work) -> int:
    """Return how many topics are open to everybody now."""
    return len(work.topics.standing(tuple(RUNNING)))


def _await_answer(work: Work, topic: Topic) -> None:
    """Put a topic before the committee, and be woken when its days to answer are past."""
    # whoever pressed it has the card before his eyes
    telling.leaders(work, topic, afresh=Role.COMMITTEE not in work.by.offices)
    turn = asked_so_far(work, topic)
    at = work.now + timedelta(days=work.community.deliberation.review_days)
    work.due(
        at, "topic_unanswered", f"topic-unanswered:{topic.id}:{turn}", topic=topic.id, turn=turn
    )


def asked_so_far(work: Work, topic: Topic) -> int:
    """Return how often a topic came before the committee: an alarm knows for which time it is."""
    return sum(p.action is A.REVIEW for p in work.topics.passages(topic.id))


def _again(work: Work, topic: Topic) -> None:
    """Let a topic that was mended go on at once where enough households stand behind it."""
    if enough(work, topic):
        by_clock(work, topic.id, A.REVIEW)
    else:
        telling.leaders(work, topic, afresh=True)


def enough(work: Work, topic: Topic) -> bool:
    """Whether so many households support a proposal that it must be answered (E22)."""
    return len(work.topics.seconds(topic.id)) >= rules.required(work.community, topic).seconds


def _made_known(work: Work, topic: Topic) -> None:
    threads.begin(work, topic)
    telling.from_afar(work, topic)
    key = f"topic-discuss:{topic.id}:{topic.version}"
    work.due(work.now + SHOWN_FOR, "topic_discuss", key, topic=topic.id)


def _talk(work: Work, topic: Topic) -> None:
    """Ask to be woken before the days are over after which a talk may be summed up (E05)."""
    zone, required = work.community.calendar.zone, rules.required(work.community, topic)
    turn = sum(p.action in TALKING for p in work.topics.passages(topic.id))
    until = work.now + timedelta(days=required.days)
    if at := attention.reminder(work.now, until, zone, required):
        key = f"topic-remind:{topic.id}:{turn}"
        work.due(at, REMIND, key, topic=topic.id, turn=turn)


def _resolve(work: Work, topic: Topic) -> None:
    """Ask at once for a resolution; past its time the alarm goes on (E07)."""
    turn = sum(p.action in AGREEING for p in work.topics.passages(topic.id))
    key = f"unresolved:{topic.id}:{turn}:0"
    work.due(work.now, "unresolved", key, topic=topic.id, turn=turn, tier=0)


def _refer(work: Work, topic: Topic) -> None:
    """Send all that was said along with what is referred (E08)."""
    work.due(work.now, "dossier", f"dossier:{topic.id}:{topic.version}", topic=topic.id)


REMIND = "topic_remind"
TALKING = frozenset({A.DISCUSS, A.RETRY})
AGREEING = frozenset({A.AGREE, A.CARRY, A.DIRECT, A.PASS})
FOLLOWS: Mapping[TopicAction, Callable[[Work, Topic], None]] = {
    A.REVIEW: _await_answer,
    A.RESUBMIT: _again,
    A.NOTICE: _made_known,
    A.REFER: _refer,
    **dict.fromkeys(TALKING, _talk),
    **dict.fromkeys(AGREEING, _resolve),
}
