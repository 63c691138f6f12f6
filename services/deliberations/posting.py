"""Statements as the group reads them: numbered, under their topic; without names in batches."""

from collections.abc import Sequence
from dataclasses import replace

from governance.deliberations import topic as topics
from governance.deliberations.spared import STATEMENTS, TOGETHER
from governance.deliberations.statements import Stance, Statement, next_batch, shuffled
from governance.deliberations.states import TopicStatus
from governance.deliberations.topic import Objection, Topic
from services.deliberations import hearing, roundup, telling
from services.ports import Work


def post(work: Work, topic: Topic, statements: Sequence[Statement]) -> Topic:
    """Count statements, keep the objections among them, and show them under the topic."""
    every = work.statements.of(topic.id)
    topic = topics.stated(topic, every)
    topic = replace(topic, heard=hearing.heard(work, topic, every))
    for each in statements:
        if each.affected and each.stance is Stance.AGAINST:
            found = Objection(person=str(each.person), text=each.text, affected=True)
            work.topics.object(topic.id, found, work.now)
    topic = work.topics.save(topic)
    for part in range(0, len(statements), TOGETHER):
        some = statements[part : part + TOGETHER]
        voice = any(s.voice for s in some)
        said = telling.facts(topic, first=some[0].number, last=some[-1].number, voice=voice)
        telling.aloud(work, STATEMENTS, said, topic)
    telling.redraw(work, topic)
    roundup.await_morning(work, topic)
    return topic


def wait(work: Work, topic: Topic) -> None:
    """Ask to be woken at the next fixed hour, at which statements without a name are shown."""
    at = next_batch(work.community.calendar.zone, work.now)
    work.due(at, "topic_batch", f"topic-batch:{topic.id}:{at:%Y%m%d%H}", topic=topic.id)


def batch(work: Work, topic: int) -> None:
    """Show what waited, in an order that says nothing of when each was written."""
    found = work.topics.get(topic)
    if found.status is TopicStatus.DISCUSSION:
        flush(work, found)


def flush(work: Work, topic: Topic) -> Topic:
    """Show all that waits for its batch; the statements get their numbers now."""
    waiting = [s for s in work.statements.of(topic.id) if not s.shown]
    if not waiting:
        return topic
    shown = []
    for each in shuffled(waiting, work.token()):
        now_shown = replace(each, number=work.statements.next(topic.id), shown=True)
        work.statements.save(now_shown)
        shown.append(now_shown)
    work.note("batch", f"topic:{topic.id}", {"count": len(shown)})
    return post(work, topic, shown)
