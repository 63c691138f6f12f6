"""A thread of its own for a topic, where the group is a forum and lets the bot open one (E16).

Telegram is asked by an enquiry, and its answer comes in by the inbox; where there is no thread,
or it was deleted, the topic is talked over under its card.
"""

from dataclasses import replace

from governance.deliberations.states import OVER
from governance.deliberations.topic import Topic
from governance.notices import Address, Delivery, Kind, Policy, Priority
from services import near
from services.deliberations import telling
from services.ports import Work

OPEN, CLOSE = "topic-thread", "close-thread"


def begin(work: Work, topic: Topic) -> None:
    """Open a thread for a topic that is made known, and show its card there; else at once."""
    chat = near.group(work, topic)
    found = work.chats.get(chat.id) if chat else None
    if found is None or not found.standing.topics:
        telling.public(work, topic, afresh=True)
        return
    # once: a second thread would split the talk
    _enquire(work, OPEN, topic, Address(chat=found.id), Policy.ONCE)


def opened(work: Work, topic_id: int, thread: int) -> None:
    """Show the card in the thread that Telegram made; 0 is none: where it would stand else.

    Of a topic that ended before Telegram answered, the thread is closed behind its card.
    """
    topic = work.topics.get(topic_id)
    if thread:
        topic = work.topics.save(replace(topic, thread=thread))
        work.note("topic-thread", f"topic:{topic.id}", {"thread": thread})
    telling.public(work, topic, afresh=True)
    if topic.status in OVER:
        end(work, topic)


def end(work: Work, topic: Topic) -> None:
    """Ask Telegram to close the thread of a topic that is over."""
    chat = near.group(work, topic)
    if chat and topic.thread:
        here = Address(chat=chat.id, topic=topic.thread)
        _enquire(work, CLOSE, topic, here, Policy.RESEND)


def lost(work: Work, chat: int, thread: int) -> None:
    """Go on under the card in the group where the thread of a topic was deleted."""
    found = near.threaded(work, chat, thread)
    if found is None:
        return
    topic = work.topics.save(replace(found, thread=0))
    work.note("lose-thread", f"topic:{topic.id}", {"thread": thread})
    telling.public(work, topic, afresh=True)


def _enquire(work: Work, key: str, topic: Topic, here: Address, policy: Policy) -> None:
    work.tell(
        Delivery(
            key=key,
            kind=Kind.ENQUIRY,
            address=here,
            facts={"about": key, "matter": topic.id},
            priority=Priority.BROADCAST,
            policy=policy,
        )
    )
