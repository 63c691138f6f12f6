"""Asking how topics stand: which run, how one stands, and what it lacks before a ballot."""

from governance import powers
from governance.deliberations.advance import Given, roles_in
from governance.deliberations.required import required
from governance.deliberations.states import RUNNING, WAITING, TopicAction, TopicStatus
from governance.deliberations.topic import Topic, lacking
from governance.notices import Priority
from governance.powers import Verb
from services import deliveries, near
from services.deliberations import acting, telling
from services.hearing import Asked
from services.ports import Work

LISTED = (*RUNNING, *WAITING, TopicStatus.CONSENSUS, TopicStatus.RESOLVING, TopicStatus.REFERRED)


def listing(work: Work, asked: Asked) -> None:
    """List the topics that wait, run, or are being carried out."""
    deliveries.notice(work, "topics", asked.address, reader=work.by.id)


def status(work: Work, number: int, asked: Asked) -> None:
    """Show a topic by its number: in the group as everybody reads it, in private with the taps."""
    topic = near.require(work, work.topics.numbered(number), asked.chat)
    if asked.chat > 0 and roles_in(topic, work.by):
        telling.card(work, topic, work.by.id, Priority.ANSWER, afresh=True)
        return
    said = telling.facts(topic)
    deliveries.notice(work, "topic", asked.address, reader=work.by.id, facts=said)


def show(work: Work, topic_id: int) -> None:
    """Show a topic in private to whoever pressed its name in the list."""
    status(work, work.topics.get(topic_id).number, Asked(chat=work.by.id, message=0))


def history(work: Work, topic_id: int) -> None:
    """Show in private what was done to a topic, step by step, with the reasons."""
    topic = near.require(work, work.topics.get(topic_id))
    telling.privately(work, "topic-history", telling.facts(topic), [work.by.id])


def ballot(work: Work, topic_id: int) -> Topic | None:
    """Open the way to a ballot; where the talk lacks something, say what, and nothing happens.

    Returns None where something is missing (E05); raises Refusal as any other step.
    """
    powers.require(work.by, Verb.LEAD_TOPIC)
    topic = work.topics.get(topic_id)
    missing = lacking(topic, required(work.community, topic), work.now)
    if not missing:
        given = Given(by=work.by, at=work.now)
        return acting.act(work, topic_id, TopicAction.POLL, given)
    said = telling.facts(topic, missing=",".join(missing))
    telling.privately(work, "topic-lacking", said, [work.by.id])
    return None
