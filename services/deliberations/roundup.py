"""The roundup of a day: where much was said to a topic, a few lines on it in its thread (E16)."""

from dataclasses import replace

from governance.deliberations import roundup, spared
from governance.deliberations.statements import Statement
from governance.deliberations.states import TopicStatus
from governance.deliberations.topic import Topic
from services import attention, near
from services.deliberations import telling
from services.ports import Work

VERB = "topic_roundup"


def await_morning(work: Work, topic: Topic) -> None:
    """Ask to be woken in the morning where enough was said by now; once a day and topic."""
    if len(roundup.fresh(work.statements.of(topic.id), topic.roundup)) < roundup.ENOUGH:
        return
    at = roundup.next_at(work.now, work.community.calendar.zone, work.community.deliberation)
    work.due(at, VERB, f"topic-roundup:{topic.id}:{at:%Y%m%d}", topic=topic.id)


def tell(work: Work, topic: int) -> None:
    """Say in a topic's thread how much was said since the last time, and on which side.

    Nothing once the talk is over. Where too little of it stands in the group by now, or the
    group has heard enough today, it is for tomorrow: it never waits on a list, where it would
    come after the end of the talk.
    """
    found = work.topics.get(topic)
    chat = near.group(work, found)
    if found.status is not TopicStatus.DISCUSSION or chat is None:
        return
    every = work.statements.of(found.id)
    new = roundup.fresh(every, found.roundup, _held(work, found, spared.STATEMENTS))
    if len(new) < roundup.ENOUGH or not attention.free(work, chat.id):
        await_morning(work, found)
        return
    replied = {s.number for s in every if s.reply} - _held(work, found, spared.REPLY)
    _say(work, found, new, len(replied))


def _say(work: Work, topic: Topic, new: tuple[Statement, ...], replied: int) -> None:
    said = telling.facts(
        topic,
        first=new[0].number,
        last=new[-1].number,
        replies=replied - topic.replied,
    )
    telling.aloud(work, "topic-roundup", said, topic)
    work.topics.save(replace(topic, roundup=new[-1].number, replied=replied))


def _held(work: Work, topic: Topic, key: str) -> frozenset[int]:
    """Return the numbers from which on the group has not read what was said, or answered."""
    waiting = (d for d in work.attention.waiting().values() if d.key == key)
    return frozenset(int(d.facts["first"] or 0) for d in waiting if d.facts["topic"] == topic.id)
