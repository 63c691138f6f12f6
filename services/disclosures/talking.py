"""The talks in which an edition is written by answers; what cannot be taken is asked anew."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from governance.dialogues import Dialogue, DialogueKind
from governance.disclosures import answers, gate
from governance.disclosures.contents import Content, Year
from governance.disclosures.edition import Edition
from governance.disclosures.ledger import Side
from governance.disclosures.programme import Template
from governance.forms import Form
from governance.refusals import Refusal
from services import talks
from services.disclosures import beside, drafting, sheets
from services.hearing import Heard
from services.ports import Shelf, Work

LONGEST = 1000  # characters of an answer
Check = Callable[[str], object]
CHECKS: Mapping[str, Check] = {
    "groups": answers.groups,
    **dict.fromkeys(answers.SUMS, answers.money),
    **dict.fromkeys(Side, answers.money),
}


@dataclass(frozen=True, slots=True)
class Answers(talks.Filled):
    """A talk whose every answer is looked at when it is given, not at its end."""

    checks: Mapping[str, Check] = field(default_factory=lambda: CHECKS)

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take words; Refusal where they are no amount, too long, or say what nobody may read.

        A photo may stand beside what is said of a project.
        """
        question = self.form.next(dialogue)
        if heard.photo and dialogue.kind is DialogueKind.PROJECT and question:
            dialogue = talks.gather(work, dialogue, photo=heard.photo)
            if not heard.text:
                return dialogue
        if question and heard.text:
            self._look(question.field, heard.text)
        return talks.Filled.hear(self, work, dialogue, heard)

    def _look(self, name: str, text: str) -> None:
        if len(text) > LONGEST:
            raise Refusal("refusal-drafting-long", most=LONGEST)
        if found := gate.kind(text):
            raise Refusal("refusal-drafting-private", kind=found)
        if check := self.checks.get(name):
            check(text)


def _finish(
    made: Callable[[Shelf, Edition, Dialogue], Content],
) -> Callable[[Work, Dialogue], object]:
    def finish(work: Work, talk: Dialogue) -> object:
        edition = work.disclosures.get(talk.whole("edition"))
        return drafting.take(work, edition, made(work, edition, talk))

    return finish


def _report(form: Form) -> Callable[[Shelf, Edition, Dialogue], Content]:
    def made(_shelf: Shelf, edition: Edition, talk: Dialogue) -> Content:
        subject = edition.occasion if form is answers.DUTIES else ""
        return answers.report(form, talk, subject)

    return made


def _support(_shelf: Shelf, _edition: Edition, talk: Dialogue) -> Content:
    return answers.beneficiaries(talk)


def _yearly(shelf: Shelf, edition: Edition, talk: Dialogue) -> Content:
    summed = beside.prefilled(shelf, edition)
    if not isinstance(summed, Year):
        raise Refusal("refusal-drafting-months")
    return answers.year(talk, summed)


_MADE: Mapping[Template, Callable[[Shelf, Edition, Dialogue], Content]] = {
    **{t: _report(form) for t, form in answers.FORMS.items()},
    Template.BENEFICIARIES: _support,
    Template.TOTALS: _yearly,
}
KINDS: Mapping[DialogueKind, talks.Talk] = {
    **{form.kind: Answers(form, _finish(_MADE[t])) for t, form in answers.FORMS.items()},
    DialogueKind.JUMP: Answers(answers.JUMP, drafting.explained),
    DialogueKind.ACCOUNTS: sheets.SheetTalk(),
}
