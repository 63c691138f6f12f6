"""Asking a reporter back: the desk's question becomes a talk with him (8.3: NEEDS_INFO)."""

from governance.cases import Case
from governance.dialogues import Dialogue, DialogueKind
from services import deliveries, talks
from services.cases.waking import INFO_WITHIN
from services.ports import Work


def ask_back(work: Work, case: Case, question: str) -> Dialogue:
    """Put a question to the reporter in private; his next words there are the answer."""
    dialogue = Dialogue(
        token=work.token(),
        kind=DialogueKind.INFORM,
        person=case.reporter,
        chat=case.reporter,
        expires=work.now + 2 * INFO_WITHIN,
        data={"case": case.id, "question": question},
    )
    dialogue = talks.begin(work, dialogue)
    here = deliveries.to_reporter(work, case)
    if here.chat < 0:
        deliveries.come_private(work, here, reader=case.reporter, token=dialogue.token)
    return dialogue
