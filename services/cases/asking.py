"""Talks around a case: what a button needs before its step is taken, and what is answered."""

from dataclasses import replace

from governance import cases
from governance.cases import Case, CaseAction
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.refusals import NotAllowed, Refusal, Unknown
from services import deliveries
from services.cases import acting, filing
from services.cases.filing import Heard
from services.cases.looking import Asked
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
        filing.rest(work, case)
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
    return filing.begin(work, dialogue)


def answer(work: Work, dialogue_id: int, field: str, value: str) -> Case | Dialogue:
    """Take a button of a talk; Refusal if it is somebody else's, over, or not yet complete."""
    dialogue = _mine(work, work.dialogues.get(dialogue_id))
    if field == "cancel":
        return _end(work, dialogue, DialogueStatus.CANCELLED)
    if field == "submit":
        return filing.submit(work, dialogue)
    if not _offered(work, dialogue, field, value):
        raise Unknown("refusal-no-dialogue")
    dialogue = filing.gather(work, dialogue, **{field: value})
    return _take(work, dialogue)


def _offered(work: Work, dialogue: Dialogue, field: str, value: str) -> bool:
    """Whether a button of ours could say this: a client may send anything under our cards."""
    if dialogue.kind is DialogueKind.STEP:
        officers = {o.key for o in work.community.officers}
        return field in {"note", "bare"} or (field == "to" and value in officers)
    places = {filing.ELSEWHERE, *(b.key for b in work.community.buildings)}
    known = {"category": {c.key for c in work.community.categories}, "building": places}
    return field in known and value in {"", *known[field]}


def say(work: Work, chat: int, heard: Heard) -> Case | Dialogue | None:
    """Take a message as the answer to the talk going on here, else as the draft of a report.

    The rest of an album, whose first picture was the answer, says nothing more.
    """
    dialogue = _meant(work, chat, heard) or work.dialogues.waiting(work.by.id, chat)
    if dialogue:
        return _hear(work, dialogue, heard)
    return None if heard.in_album and not heard.text else filing.report(work, heard)


def reply(work: Work, chat: int, heard: Heard) -> None:
    """Take an answer given in a group under the question itself; else do nothing."""
    if dialogue := _meant(work, chat, heard):
        _hear(work, dialogue, heard)


def _meant(work: Work, chat: int, heard: Heard) -> Dialogue | None:
    """Return the talk whose card was replied to; Refusal if it is somebody else's or over."""
    subject = work.card_at(chat, heard.replied) if heard.replied else ""
    kind, _, number = subject.partition(":")
    return _mine(work, work.dialogues.get(int(number))) if kind == "dialogue" else None


def _hear(work: Work, dialogue: Dialogue, heard: Heard) -> Case | Dialogue:
    if dialogue.kind is DialogueKind.REPORT:
        return filing.write(work, dialogue, heard)
    words = {"note": heard.text, "proof": heard.photo}
    dialogue = filing.gather(work, dialogue, **{k: v for k, v in words.items() if v})
    return _take(work, dialogue)


def resume(work: Work, token: str) -> Dialogue:
    """Go on with the talk that a link names; Refusal if it is somebody else's or over."""
    work.people.reach(work.by.id, reachable=True)
    dialogue = _mine(work, work.dialogues.by_token(token))
    filing.show(work, dialogue)
    return dialogue


def stop(work: Work, asked: Asked) -> None:
    """End the talk going on here, and say so; nothing is filed."""
    dialogue = work.dialogues.waiting(work.by.id, asked.chat)
    if dialogue:
        _end(work, dialogue, DialogueStatus.CANCELLED)
    key = "stopped" if dialogue else "nothing-to-stop"
    deliveries.notice(work, key, asked.address, reader=work.by.id)


def expire(work: Work, dialogue: int) -> None:
    """End a talk that nobody went on with; nothing is filed (8.3: DRAFT expires)."""
    found = work.dialogues.get(dialogue)
    if found.status is DialogueStatus.OPEN:
        _end(work, found, DialogueStatus.EXPIRED)


def _take(work: Work, dialogue: Dialogue) -> Case | Dialogue:
    """Take the step as soon as all that it needs is there."""
    if dialogue.kind is not DialogueKind.STEP or missing(dialogue):
        return dialogue
    _end(work, dialogue, DialogueStatus.DONE)
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


def _mine(work: Work, dialogue: Dialogue) -> Dialogue:
    if dialogue.person != work.by.id:
        raise Refusal("refusal-not-author")
    if dialogue.status is not DialogueStatus.OPEN:
        raise Unknown("refusal-no-dialogue")
    return dialogue


def _end(work: Work, dialogue: Dialogue, status: DialogueStatus) -> Dialogue:
    dialogue = work.dialogues.save(replace(dialogue, status=status))
    filing.show(work, dialogue)
    return dialogue
