"""Notices and surveys: opened from a topic, closed by the clock (E18)."""

from governance import powers
from governance.deliberations import groups
from governance.deliberations.states import Consultation
from governance.deliberations.topic import Topic
from governance.dialogues import Dialogue, DialogueKind
from governance.meetings import sounding as soundings
from governance.meetings.forms import NOTICE, SURVEY
from governance.meetings.sounding import LIFECYCLE, Sounding
from governance.meetings.states import SoundingAction, SoundingStatus
from governance.powers import Verb
from governance.refusals import Refusal
from services import near
from services.meetings import filling, polling, telling
from services.meetings.filling import Gathering
from services.ports import Work

C, A, S = Consultation, SoundingAction, SoundingStatus
KINDS = {C.NOTICE: DialogueKind.POST_NOTICE, C.SURVEY: DialogueKind.POST_SURVEY}


def begin(work: Work, topic_id: int, kind: Consultation) -> Dialogue:
    """Ask whoever may sound people for the words and the days."""
    topic = _led(work, topic_id)
    soundings.check_open(topic)
    if kind is C.SURVEY and near.group(work, topic) is None:
        raise Refusal("refusal-survey-group")
    return filling.opened(
        work, KINDS[kind], matter=topic.id, number=topic.number, subject=topic.text
    )


def _led(work: Work, topic_id: int) -> Topic:
    """Return a topic to whoever may sound people about it: who leads, or heads its group (A10)."""
    topic = work.topics.get(topic_id)
    if not groups.heads(work.community, work.by, topic):
        powers.require(work.by, Verb.LEAD_TOPIC)
    return topic


def finish(work: Work, talk: Dialogue) -> Sounding:
    """Open the notice or survey of which a talk gathered all."""
    kind = C.SURVEY if talk.kind is DialogueKind.POST_SURVEY else C.NOTICE
    topic, needed = _led(work, talk.whole("matter")), work.community.deliberation
    soundings.check_open(topic)
    asked = Sounding(
        topic=topic.id,
        kind=kind,
        text=talk.text("text"),
        options=tuple(talk.text("options").splitlines()),
        by=work.by.officer,
        at=work.now,
        until=soundings.open_until(kind, talk.whole("days"), work.now, needed),
    )
    return opened(work, asked)


def opened(work: Work, asked: Sounding) -> Sounding:
    """Put a notice or survey before everybody, and set the alarm of its end."""
    sounding, kind = work.soundings.add(asked), asked.kind
    about = {"edition": asked.edition} if asked.edition else {"topic": asked.topic}
    work.note("sound", f"sounding:{sounding.id}", {"kind": kind, **about})
    if kind is C.SURVEY:
        polling.ask(work, sounding)
    else:
        telling.post(work, sounding)
    key = f"sounding_close:{sounding.id}"
    work.due(sounding.until, "sounding_close", key, sounding=sounding.id)
    return sounding


def close(work: Work, sounding: int) -> None:
    """End a notice; of a survey ask Telegram for the last count, which ends it."""
    found = work.soundings.get(sounding)
    if found.status is not S.OPEN:
        return
    if found.message:
        polling.stop(work, found)
        key = f"sounding_end:{found.id}"
        work.due(work.now + polling.PATIENCE, "sounding_end", key, sounding=found.id)
    else:
        polling.end(work, sounding)


def press(work: Work, sounding_id: int) -> Dialogue:
    """Ask why a notice or survey is withdrawn."""
    found = work.soundings.get(sounding_id)
    LIFECYCLE.step(found.status, A.WITHDRAW, work.by.offices)
    soundings.check_withdraw(found, A.WITHDRAW)
    return filling.opened(work, DialogueKind.CALL_OFF, sounding=found.id, number=found.number)


def withdrawn(work: Work, talk: Dialogue) -> Sounding:
    """Withdraw it with the reason; it counts for nothing."""
    found = work.soundings.get(talk.whole("sounding"))
    note = talk.text("note")
    found = work.soundings.save(soundings.advance(found, A.WITHDRAW, work.by, work.now, note))
    work.note(A.WITHDRAW, f"sounding:{found.id}", {"note": note})
    if found.message:
        polling.stop(work, found)
    telling.everybody(work, "sounding-withdrawn", telling.of_sounding(found, note=note))
    work.redraw(f"sounding:{found.id}:")
    return found


POSTING, ASKING = Gathering(NOTICE, finish), Gathering(SURVEY, finish)
