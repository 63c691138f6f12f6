"""Objections of those directly affected: how each was met, or that it was taken back (E06)."""

from dataclasses import replace

from governance import powers
from governance.deliberations import forms
from governance.deliberations import topic as topics
from governance.deliberations.states import OVER, TopicStatus
from governance.deliberations.topic import Objection, Topic
from governance.dialogues import Dialogue, DialogueKind
from governance.powers import Verb
from governance.refusals import NotAllowed, Unknown
from services import talks
from services.deliberations import telling
from services.ports import Work

SETTLED = OVER | {TopicStatus.RESOLVED, TopicStatus.EVALUATED}


def meet(work: Work, topic_id: int, objection: int) -> Dialogue:
    """Ask one of the committee how an objection was met."""
    powers.require(work.by, Verb.LEAD_TOPIC)
    topic, found = _standing(work, topic_id, objection)
    topics.answerable(topic)
    return talks.open_form(
        work,
        DialogueKind.MEET_OBJECTION,
        matter=topic.id,
        number=topic.number,
        objection=found.id,
        said=found.text,
    )


def met(work: Work, talk: Dialogue) -> Topic:
    """Write down how an objection was met; whoever raised it hears of it and may raise it anew."""
    powers.require(work.by, Verb.LEAD_TOPIC)
    said = talk.text("text")
    topic, found = _standing(work, talk.whole("matter"), talk.whole("objection"))
    topics.answerable(topic)
    work.note("topic-objection", f"topic:{topic.id}", {"objection": found.id, "met": said})
    topic = _settled(work, topic, replace(found, met=said))
    if telling.met(work, int(found.person)):
        told = telling.facts(topic, note=said)
        telling.privately(work, "topic-objection-met", told, [int(found.person)])
    return topic


def withdraw(work: Work, topic_id: int) -> Topic:
    """Take back all that the actor has against a topic; Unknown where he has nothing.

    The audit says nothing of it: it would name whoever objected without his name.
    """
    topic = work.topics.get(topic_id)
    mine = [o for o in topic.standing_objections if o.person == str(work.by.id)]
    if not mine:
        raise Unknown("refusal-no-dialogue")
    for each in mine:
        topic, found = _standing(work, topic_id, each.id)
        topic = _settled(work, topic, replace(found, withdrawn=True))
    return topic


def _standing(work: Work, topic_id: int, objection: int) -> tuple[Topic, Objection]:
    topic = work.topics.get(topic_id)
    if topic.status in SETTLED:
        raise NotAllowed("refusal-closed")
    found = next((o for o in topic.standing_objections if o.id == objection), None)
    if found is None:
        raise Unknown("refusal-no-dialogue")
    return topic, found


def _settled(work: Work, topic: Topic, objection: Objection) -> Topic:
    work.topics.settle(objection)
    saved = work.topics.save(work.topics.get(topic.id))
    telling.redraw(work, saved)
    return saved


MEET = talks.Filled(forms.MEET, met)
