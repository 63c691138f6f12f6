"""The desk puts right what a report is, where, and how it presses: with a reason (B02, N19)."""

from governance import correction
from governance.cases import Case, CaseAction, Urgency
from governance.dialogues import Dialogue
from services.cases import acting, telling, waking
from services.cases.acting import With
from services.ports import Work


def corrected(work: Work, dialogue: Dialogue) -> Case:
    """Put one thing right; the steps that follow by rule follow now."""
    before = work.cases.get(dialogue.whole("case"))
    what = dialogue.text("what")
    changed = correction.corrected(work.community, before, what, dialogue.text(what))
    given = With(note=dialogue.text("reason"))
    case, taken = acting.walk(work, changed, CaseAction.CORRECT, given)
    case = work.cases.save(case)
    work.note("corrected", f"case:{case.id}", {what: dialogue.text(what)})
    acting.settle(work, before, case, taken)
    waking.promise(work, case)
    if case.urgency is Urgency.URGENT and before.urgency is not Urgency.URGENT:
        telling.urgent(work, case)
    return case
