"""Naming whom a topic concerns directly, so that they are counted apart (E06, E09, E10)."""

from dataclasses import replace

from governance.ballots.roll import Participant
from governance.deliberations import concerned as rules
from governance.deliberations import forms
from governance.deliberations.concerned import NAMED, OPEN_TO_NAMING
from governance.deliberations.topic import Topic
from governance.dialogues import Dialogue, DialogueKind
from services import talks
from services.deliberations import hearing, reviewing
from services.ports import Work


def begin(work: Work, topic_id: int) -> Dialogue:
    """Ask the topic's organiser whom it concerns; what is said replaces what was said before."""
    topic = reviewing.led(work, topic_id, OPEN_TO_NAMING)
    return talks.open_form(work, DialogueKind.CONCERN, matter=topic.id, number=topic.number)


class NamingTalk(talks.Filled):
    """The talk that takes places, one a line; what cannot be read is said at once."""

    __slots__ = ()

    def _go_on(self, work: Work, dialogue: Dialogue, field: str, value: str) -> object:
        if value:
            rules.read(value, Participant(field), work.community)
        return super()._go_on(work, dialogue, field, value)


def named(work: Work, talk: Dialogue) -> Topic:
    """Write down who is directly concerned; everybody reads which buildings, and no door."""
    topic = reviewing.led(work, talk.whole("matter"), OPEN_TO_NAMING)
    found = tuple(each for p in NAMED for each in rules.read(talk.text(p), p, work.community))
    # the doors stand in the topic, and nowhere else
    work.dialogues.save(replace(talk, data={"matter": topic.id, "number": topic.number}))
    counts = {p: sum(each.participant is p for each in found) for p in NAMED}
    topic = replace(topic, concerned=found)
    topic = replace(topic, heard=hearing.heard(work, topic, work.statements.of(topic.id)))
    return reviewing.written(work, topic, "topic-concerned", **counts)


NAMING = NamingTalk(forms.CONCERN, named)
