"""The same words twice within minutes are one report, unless their author says otherwise (B06)."""

from governance.cases import Case
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.intake import TWICE_WITHIN
from governance.refusals import Refusal
from services import talks
from services.cases import filing, holding
from services.cases.filing import Origin
from services.hearing import Heard
from services.ports import Work


def file(work: Work, heard: Heard, origin: Origin) -> Case | Dialogue:
    """File a report; where the same was filed just now, ask whether it is another."""
    since = work.now - TWICE_WITHIN
    twin = heard.text and work.cases.same(work.by.id, heard.chat, heard.text, since)
    if not twin:
        return filing.file(work, heard, origin)
    return holding.hold(
        work,
        DialogueKind.AGAIN,
        heard,
        person=work.by.id,
        chat=heard.chat,
        before=origin.talk,
        case=twin.id,
        parent=origin.parent,
        under=heard.message,
    )


class AgainTalk:
    """The talk that asks whether the same words are a second report."""

    def offers(self, _work: Work, _dialogue: Dialogue, field: str, _value: str) -> bool:
        """Whether a button of ours could say this."""
        return field == talks.SUBMIT

    def hear(self, _work: Work, _dialogue: Dialogue, _heard: Heard) -> object:
        """Take no words: it is a yes or a no."""
        raise Refusal("refusal-tap")

    def take(self, work: Work, dialogue: Dialogue, _field: str, _value: str) -> Case:
        """File it a second time."""
        talks.end(work, dialogue, DialogueStatus.DONE)
        heard = holding.heard_in(
            dialogue, chat=dialogue.whole("chat"), message=dialogue.whole("message")
        )
        parent = dialogue.whole("parent") or None
        return filing.file(work, heard, Origin(talk=dialogue.id, parent=parent))

    def back(self, work: Work, dialogue: Dialogue) -> object:
        """Leave: the first report stands."""
        return talks.end(work, dialogue, DialogueStatus.CANCELLED)
