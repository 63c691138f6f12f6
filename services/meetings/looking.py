"""Asking which meetings are called, and what is being asked of everybody (E17)."""

from collections.abc import Sequence

from governance.deliberations import groups
from governance.deliberations.states import OVER, TopicStatus
from governance.deliberations.topic import Topic
from governance.dialogues import Dialogue
from governance.meetings.forms import CALL_OFF
from governance.powers import Verb, may
from services import deliveries
from services.deliveries import NO_FACTS
from services.hearing import Asked
from services.meetings import acting, filling, sounding
from services.meetings.filling import Gathering
from services.ports import Shelf, Work


def listing(work: Work, asked: Asked) -> None:
    """List what is called and asked; in private the committee sees what it can do."""
    council, said = work.community.council, NO_FACTS
    if council:
        today = filling.today(work.community, work.now)
        said = {"sits": next(council.sessions(today)).isoformat()}
    deliveries.notice(work, "meetings", asked.address, reader=work.by.id, facts=said)


def leads(shelf: Shelf, person: int) -> bool:
    """Whether this person may call meetings and sound people."""
    return may(shelf.actor(person), Verb.LEAD_TOPIC)


def heads(shelf: Shelf, person: int) -> Sequence[Topic]:
    """Return the topics of his own group about which its head may sound people (A10)."""
    actor = shelf.actor(person)
    return [t for t in in_talk(shelf) if groups.heads(shelf.community, actor, t)]


def in_talk(shelf: Shelf) -> Sequence[Topic]:
    """Return the topics about which a meeting may be called, or people be sounded."""
    return shelf.topics.standing([TopicStatus.DISCUSSION])


def on_the_way(shelf: Shelf) -> Sequence[Topic]:
    """Return the topics whose steps of the six steps are recorded, or should be."""
    alive = [s for s in TopicStatus if s not in OVER]
    return [t for t in shelf.topics.standing(alive) if t.major or shelf.tracks.of(t.id)]


def called_off(work: Work, talk: Dialogue) -> object:
    """Call off a meeting, or withdraw a notice or survey, with the reason gathered."""
    return (
        sounding.withdrawn(work, talk) if talk.whole("sounding") else acting.cancelled(work, talk)
    )


CALLING_OFF = Gathering(CALL_OFF, called_off)
