"""Entering a report for somebody without a phone: a worker, a helper, a relative (B11)."""

from dataclasses import dataclass, replace

from governance.cases import CaseKind, Urgency
from governance.categories import OTHER
from governance.dialogues import Dialogue, DialogueKind
from governance.entry import PROXY
from governance.intake import YES
from services import deliveries, talks
from services.cases import collecting, filing, holding, reporting
from services.cases.filing import Origin
from services.hearing import Asked, Heard
from services.ports import Work
from services.talks import Filled


def begin(work: Work, asked: Asked) -> Dialogue:
    """Open the form in private, wherever it was asked for."""
    dialogue = talks.open_form(work, DialogueKind.PROXY)
    if asked.chat < 0:
        deliveries.come_private(work, asked.address, reader=work.by.id, token=dialogue.token)
    return dialogue


def filed(work: Work, dialogue: Dialogue) -> object:
    """File what was read back: entered by one, on behalf of another, who agreed."""
    known = {"category": dialogue.text("category") or OTHER}
    dialogue = replace(dialogue, data={**dialogue.data, **known})
    heard = holding.heard_in(dialogue, chat=work.by.id, message=0)
    origin = Origin(talk=dialogue.id, behalf=dialogue.text("behalf"), entered_by=work.by.id)
    return filing.file(work, heard, origin)


@dataclass(frozen=True, slots=True)
class EntryTalk(Filled):
    """A form that also takes photos at any time, and reads the words that it is given."""

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take an answer; of what happened, place and category are read by rule."""
        if heard.files:
            dialogue = collecting.add(work, dialogue, heard)
        question = self.form.next(dialogue)
        if heard.files and not (heard.text and question and question.words):
            return dialogue
        if question and question.field == "text":
            reporting.warn(work, heard)
            dialogue = replace(dialogue, data={**dialogue.data, **_read(heard)})
        return Filled.hear(self, work, dialogue, heard)


def _read(heard: Heard) -> dict[str, str]:
    """Return what was understood; what was not is left for the form to ask."""
    reading = heard.reading
    found = {
        "category": reading.category or "",
        "building": reading.building or "",
        "kind": reading.kind if reading.kind is not CaseKind.SERVICE else "",
        "urgency": reading.urgency if reading.urgency is not Urgency.PAINFUL else "",
        "dispute": YES if reading.dispute else "",
    }
    return {name: value for name, value in found.items() if value}


TALK = EntryTalk(PROXY, filed)
