"""Whoever lives here objects to a notice while it runs (E06, E18)."""

from governance.deliberations.topic import Objection
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Role
from governance.meetings import sounding as soundings
from governance.meetings.forms import OBJECT, YES
from governance.meetings.sounding import Sounding
from governance.notices import Address, Priority
from governance.refusals import Refusal
from governance.residents import ResidentStatus
from services import deliveries, near
from services.meetings import filling, telling
from services.meetings.filling import Gathering
from services.ports import Work


def begin(work: Work, sounding_id: int) -> Dialogue:
    """Ask whether it touches the home, and why; Refusal to whoever is not known to live here."""
    work.people.reach(work.by.id, reachable=True)
    found = _open(work, sounding_id)
    return filling.opened(
        work, DialogueKind.OBJECT, sounding=found.id, number=found.number, subject=found.text
    )


def _open(work: Work, sounding_id: int) -> Sounding:
    found = work.soundings.get(sounding_id)
    if not soundings.may_object(found, work.now):
        raise Refusal("refusal-sounding-over")
    bindings = work.residents.of(work.by.id)
    if not any(r.status is ResidentStatus.VERIFIED for r in bindings):
        raise Refusal("refusal-object-resident")
    topic = near.among(work, work.topics.get(found.topic))
    mine = [o for o in topic.objections if o.person == str(work.by.id)]
    if any(not (o.met or o.withdrawn) for o in mine):
        raise Refusal("refusal-object-again")
    return found


def finish(work: Work, talk: Dialogue) -> Sounding:
    """Write the objection down; the group sees how many there are, the committee what they say.

    The audit says nothing of it: it would name whoever objects, whom nobody else is told.
    """
    found = _open(work, talk.whole("sounding"))
    affected = talk.text("affected") == YES
    objection = Objection(person=str(work.by.id), affected=affected, text=talk.text("text"))
    made = work.topics.object(found.topic, objection, work.now)
    facts = telling.of_sounding(found)
    deliveries.notice(
        work, "object-taken", Address(chat=work.by.id), reader=work.by.id, facts=facts
    )
    # what it says is read from the topic: once its author is forgotten, nobody reads it here
    own = {**facts, "topic": found.topic, "objection": made}
    telling.office(work, Role.COMMITTEE, "object-told", own, Priority.ASSIGNMENT)
    work.redraw(f"sounding:{found.id}:")
    work.redraw(f"topic:{found.topic}:")
    return found


TALK = Gathering(OBJECT, finish)
