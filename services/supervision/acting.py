"""Supervision reminds, and gives an opinion that wants a written reply; the committee replies."""

from governance import powers, privacy, supervision
from governance.dialogues import Dialogue, DialogueKind
from governance.powers import Verb
from governance.refusals import NotAllowed, Refusal
from governance.supervision import Matter, Measure, MeasureAction, Said
from services import talks
from services.disclosures import owing
from services.ports import Work
from services.supervision import matters, waiting

A = MeasureAction
ASKING = {A.ANSWER: DialogueKind.REPLY_OPINION, A.WITHDRAW: DialogueKind.WITHDRAW_OPINION}


def remind(work: Work, matter: Matter, about: int) -> Measure:
    """Remind whoever a matter waits for, once a day; everybody reads later that it was done."""
    powers.require(work.by, Verb.SUPERVISE)
    if matters.over(work, matter, about):
        raise Refusal("refusal-supervise-over")
    known = work.measures.about(matter, about)
    given = _given(work, matter, about, Said.REMINDER)
    measure = work.measures.add(supervision.remind(known, given, work.community.calendar.zone))
    work.note("supervise-remind", measure.subject, {"measure": measure.number})
    found = matters.waited_for(work, matter, about)
    matters.tell(work, "supervise-reminded", found, matters.facts(measure))
    return measure


def _given(work: Work, matter: Matter, about: int, said: Said, text: str = "") -> Measure:
    return Measure(
        said=said,
        matter=matter,
        about=about,
        officer=work.by.officer,
        at=work.now,
        text=text,
        due=owing.local(work, work.now),
    )


def begin(work: Work, matter: Matter, about: int) -> Dialogue:
    """Ask supervision for the words of an opinion, and until when a reply is due."""
    powers.require(work.by, Verb.GIVE_OPINION)
    matters.over(work, matter, about)  # there is something to write about, over or not
    return talks.open_form(work, DialogueKind.GIVE_OPINION, matter=matter, about=about)


def given(work: Work, talk: Dialogue) -> Measure:
    """Put an opinion before the committee, and watch the day of its reply."""
    powers.require(work.by, Verb.GIVE_OPINION)
    matter, about = Matter(talk.text("matter")), talk.whole("about")
    draft = _given(work, matter, about, Said.OPINION, public(talk))
    zone = work.community.calendar.zone
    measure = work.measures.add(supervision.opine(draft, talk.whole("days"), zone))
    detail = {"measure": measure.number, "text": measure.text, "due": str(measure.due)}
    work.note("give-opinion", measure.subject, detail)
    matters.hand_out(work, measure)
    matters.sheet(work, measure, work.by.id)
    waiting.watch(work, measure)
    return measure


def ask(work: Work, measure_id: int, action: MeasureAction) -> Dialogue:
    """Ask for the words of a reply, or for why an opinion is withdrawn."""
    measure = work.measures.get(measure_id)
    if action not in supervision.choices(measure, work.by):
        raise NotAllowed("refusal-not-allowed")
    return talks.open_form(work, ASKING[action], measure=measure.id)


def answered(work: Work, talk: Dialogue) -> Measure:
    """Take the committee's written reply, in time or late; supervision reads it at once."""
    return _close(work, talk, A.ANSWER)


def withdrawn(work: Work, talk: Dialogue) -> Measure:
    """Take an opinion back, with a reason: it stays readable, and waits for nothing more."""
    return _close(work, talk, A.WITHDRAW)


def _close(work: Work, talk: Dialogue, action: MeasureAction) -> Measure:
    measure = work.measures.get(talk.whole("measure"))
    moved = supervision.advance(measure, action, work.by, work.now, public(talk))
    moved = work.measures.save(moved)
    detail = {"measure": moved.number, "note": moved.note, "status": moved.status}
    work.note(f"{action}-opinion", moved.subject, detail)
    work.redraw(f"measure:{moved.id}:")
    heard = matters.supervision(work) if action is A.ANSWER else matters.committee(work)
    matters.tell(work, f"measure-told-{moved.status}", heard, matters.facts(moved))
    return moved


def public(talk: Dialogue, field: str = "text") -> str:
    """Return what was written, as everybody will read it; Refusal where it tells of a person."""
    said = talk.text(field).strip()
    if privacy.is_private(said):
        raise Refusal("refusal-supervise-private")
    return said


OPINION = talks.Filled(supervision.OPINION, given)
REPLY = talks.Filled(supervision.REPLY, answered)
WITHDRAWAL = talks.Filled(supervision.WITHDRAWAL, withdrawn)
