"""Talks around a case: what a button needs before its step is taken, and what is answered."""

from collections.abc import Mapping

from governance import cases
from governance.cases import HANDLING, Case, CaseAction, CaseKind, Passage
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.notices import Address
from governance.refusals import NotAllowed
from services import talks
from services.cases import acting, collecting, reporting
from services.hearing import Heard
from services.ports import Shelf, Work

ASKS_RECEIVER = frozenset({CaseAction.TRANSFER, CaseAction.DISPATCH})
# what a step gathers by a form of its own, in private
FORMED: Mapping[CaseAction, DialogueKind] = {
    CaseAction.REFER: DialogueKind.REFER,
    CaseAction.MERGE: DialogueKind.MERGE,
    CaseAction.INFORM: DialogueKind.INFORM,
    CaseAction.CORRECT: DialogueKind.CORRECT,
}


def press(
    work: Work, case_id: int, action: CaseAction, chat: int, topic: int | None = None
) -> Case | Dialogue:
    """Take the step of a button, or open the talk that it needs."""
    case = work.cases.get(case_id)
    step = cases.LIFECYCLE.step(case.status, action, cases.roles_in(case, work.by))
    if action not in cases.choices(case, work.by):
        raise NotAllowed("refusal-not-allowed")
    if action in FORMED:
        return talks.open_form(work, FORMED[action], case=case.id, question=asked_last(work, case))
    if step.reason or step.proof or action in ASKS_RECEIVER:
        return _open(work, case, action, Address(chat=chat, topic=topic))
    if action is CaseAction.CONCUR and concurred(work, case, work.by.id):
        raise NotAllowed("refusal-not-allowed")
    case = acting.act(work, case_id, action, acting.With(note=_signed(work, case, action)))
    if action is CaseAction.CONCUR:
        _remember(work, case)
    if action is CaseAction.SETTLE_PART:
        reporting.rest(work, case)
    return case


def asked_last(work: Work, case: Case) -> str:
    """Return what the desk asked back last, or nothing."""
    asked = [p.note for p in work.cases.passages(case.id) if p.action is CaseAction.ASK_INFO]
    return asked[-1] if asked else ""


def _signed(work: Work, case: Case, action: CaseAction) -> str:
    """Return the reason under which supervision puts its name, for whoever hears of it."""
    if action is not CaseAction.COUNTERSIGN:
        return ""
    proposals = set(cases.PROPOSED_AS.values())
    return [p.note for p in work.cases.passages(case.id) if p.action in proposals][-1]


def concurred(shelf: Shelf, case: Case, person: int) -> bool:
    """Whether somebody whose own case was merged into this one has said yes this time."""
    since = case.current.at if case.current else case.at
    return any(
        p.action is CaseAction.CONCUR and p.at >= since
        for own in shelf.cases.merged_into(case.id)
        if own.reporter == person
        for p in shelf.cases.passages(own.id)
    )


def _remember(work: Work, case: Case) -> None:
    """Write the yes down in the own case of whoever said it."""
    passage = Passage(action=CaseAction.CONCUR, officer="", at=work.now)
    for own in work.cases.merged_into(case.id):
        if own.reporter == work.by.id:
            work.cases.passed(own.id, passage)
    work.redraw(f"verdict:{case.id}:")


def _open(work: Work, case: Case, action: CaseAction, here: Address) -> Dialogue:
    dialogue = Dialogue(
        token=work.token(),
        kind=DialogueKind.STEP,
        person=work.by.id,
        chat=here.chat,
        expires=work.now + work.community.limits.draft_lives,
        data={"case": case.id, "action": action, "kind": case.kind, "topic": here.topic},
    )
    return talks.begin(work, dialogue)


def say(work: Work, kinds: talks.Kinds, chat: int, heard: Heard) -> object:
    """Take a message as the answer to the talk going on here, else as the draft of a report.

    The rest of an album, whose first picture was the answer, says nothing more.
    """
    if joined := reporting.joined(work, heard):
        return joined
    if dialogue := talks.going_on(work, chat, heard):
        collecting.remember(work, dialogue, heard)
        return kinds[dialogue.kind].hear(work, dialogue, heard)
    more = None if heard.text else work.dialogues.newest(work.by.id, DialogueKind.REST)
    if more and heard.files:
        return kinds[more.kind].hear(work, more, heard)
    return reporting.report(work, heard)


def reply(work: Work, kinds: talks.Kinds, chat: int, heard: Heard) -> object:
    """Take an answer given in a group under the question itself; a voice said to us is a draft."""
    if dialogue := talks.meant(work, chat, heard):
        collecting.remember(work, dialogue, heard)
        return kinds[dialogue.kind].hear(work, dialogue, heard)
    return reporting.report(work, heard) if heard.voice else None


class StepTalk:
    """The talk that gathers what a step of a case needs: receiver, reason, proof."""

    def offers(self, work: Work, _dialogue: Dialogue, field: str, value: str) -> bool:
        """Whether a button of ours could say this."""
        officers = {o.key for o in work.community.officers}
        return field in {"note", "bare"} or (field == "to" and value in officers)

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> Case | Dialogue:
        """Take words as the reason or the line, a photo as the proof."""
        words = {"note": heard.text, "proof": heard.photo}
        given = {k: v for k, v in words.items() if v}
        return _take(work, talks.gather(work, dialogue, **given))

    def take(self, work: Work, dialogue: Dialogue, field: str, value: str) -> Case | Dialogue:
        """Take a tap."""
        return _take(work, talks.gather(work, dialogue, **{field: value}))

    def back(self, work: Work, dialogue: Dialogue) -> Dialogue:
        """Leave: a step asks for too little to go back in it."""
        return talks.end(work, dialogue, DialogueStatus.CANCELLED)


def _take(work: Work, dialogue: Dialogue) -> Case | Dialogue:
    """Take the step as soon as all that it needs is there."""
    if missing(dialogue):
        return dialogue
    talks.end(work, dialogue, DialogueStatus.DONE)
    note = dialogue.text("note")
    given = acting.With(note=note, proof=dialogue.text("proof"), to=dialogue.text("to"))
    return acting.act(work, dialogue.whole("case"), CaseAction(dialogue.text("action")), given)


def missing(dialogue: Dialogue) -> str:
    """Return what the talk about a step asks for next: to, proof, note, or nothing."""
    action = CaseAction(dialogue.text("action"))
    steps = [s for s in cases.LIFECYCLE.steps if s.action is action]
    if action in ASKS_RECEIVER and not dialogue.text("to"):
        return "to"
    if any(s.proof for s in steps):
        told = dialogue.text("bare") and dialogue.text("note") and not needs_photo(dialogue)
        return "" if dialogue.text("proof") or told else "proof"
    if any(s.reason for s in steps) and not dialogue.text("note"):
        return "note"
    return ""


def needs_photo(dialogue: Dialogue) -> bool:
    """Whether words alone do not end the case that a talk is about (L05)."""
    return HANDLING[CaseKind(dialogue.text("kind") or CaseKind.SERVICE)].photo
