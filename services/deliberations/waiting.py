"""What the clock does to a topic: it asks, shows silence, and lets the next in; no more (N19)."""

from datetime import timedelta

from governance.deliberations import required as rules
from governance.deliberations.advance import ready
from governance.deliberations.states import RUNNING, TopicAction, TopicStatus
from governance.deliberations.topic import next_in_queue
from services.deliberations import acting, telling
from services.ports import Work

REMIND = acting.REMIND
A, S = TopicAction, TopicStatus


def unanswered(work: Work, topic: int, turn: int) -> None:
    """Show the committee's silence as silence, tell supervision too; the topic stays put."""
    found = work.topics.get(topic)
    if found.status is S.PRE_REVIEW and acting.asked_so_far(work, found) == turn:
        acting.by_clock(work, topic, A.OVERDUE)


def discuss(work: Work, topic: int) -> None:
    """Begin the talk about a topic that was made known, where nobody began it before."""
    if work.topics.get(topic).status is S.NOTICED:
        acting.by_clock(work, topic, A.DISCUSS)


def remind(work: Work, topic: int, turn: int) -> None:
    """Say in the group, once, that the talk may soon be summed up; who has not spoken yet, can."""
    found = work.topics.get(topic)
    rounds = sum(p.action in acting.TALKING for p in work.topics.passages(topic))
    if found.status is S.DISCUSSION and rounds == turn and found.discussed_from:
        days = timedelta(days=rules.required(work.community, found).days)
        until = int((found.discussed_from + days).timestamp() * 1000)
        telling.aloud(work, "topic-reminder", telling.facts(found, until=until), found)


def admit_next(work: Work) -> None:
    """Make known the topic whose turn it is: admitted first, five elements complete (E04)."""
    standing = work.topics.standing((*RUNNING, S.ADMITTED))
    waiting = [t for t in standing if t.status in RUNNING or ready(t)]
    if found := next_in_queue(waiting, work.community.deliberation):
        acting.by_clock(work, found.id, A.NOTICE)
