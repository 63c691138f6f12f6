"""Talks around a case: what a button needs before its step is taken, and what is answered."""

from governance import cases
from governance.cases import Case, CaseAction
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.refusals import NotAllowed
from services import talks
from services.cases import acting, reporting
from services.hearing import Heard
from services.ports import Work

ASKS_RECEIVER = frozenset({CaseAction.TRANSFER, CaseAction.DISPATCH})


def press(work: Work, case_id: int, action: CaseAction, chat: int) -> Case | Dialogue:
    """Take the step of a button, or open the talk that it needs."""
    case = work.cases.get(case_id)
    step = cases.LIFECYCLE.step(case.status, action, cases.roles_in(case, work.by))
    if action not in cases.choices(case, work.by):
        raise NotAllowed("refusal-not-allowed")
    if step.reason or step.proof or action in ASKS_RECEIVER:
        return _open(work, case, action, chat)
    case = acting.act(work, case_id, action)
    if action is CaseAction.SETTLE_PART:
        reporting.rest(work, case)
    return case


def _open(work: Work, case: Case, action: CaseAction, chat: int) -> Dialogue:
    dialogue = Dialogue(
        token=work.token(),
        kind=DialogueKind.STEP,
        person=work.by.id,
        chat=chat,
        expires=work.now + work.community.limits.draft_lives,
        data={"case": case.id, "action": action},
    )
    return talks.begin(work, dialogue)


def say(work: Work, kinds: talks.Kinds, chat: int, heard: Heard) -> object:
    """Take a message as the answer to the talk going on here, else as the draft of a report.

    The rest of an album, whose first picture was the answer, says nothing more.
    """
    if dialogue := talks.going_on(work, chat, heard):
        return kinds[dialogue.kind].hear(work, dialogue, heard)
    return None if heard.in_album and not heard.text else reporting.report(work, heard)


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
        told = dialogue.text("bare") and dialogue.text("note")
        return "" if dialogue.text("proof") or told else "proof"
    if any(s.reason for s in steps) and not dialogue.text("note"):
        return "note"
    return ""
