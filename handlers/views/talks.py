"""How a talk looks: what was understood, what is still asked, and the taps that answer it."""

from collections.abc import Callable, Iterator, Mapping

from governance import routing
from governance.cases import CaseAction
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from handlers.buttons import TalkPress
from handlers.talks import FORMS
from handlers.views import (
    ballots,
    deliberations,
    disclosures,
    drafting,
    drafts,
    forms,
    mediation,
    resolutions,
    supervision,
    wording,
)
from handlers.views.forms import Fit
from handlers.views.shown import MESSAGE, Button, Page, Shown, pairs
from services.cases import asking

REASONS = {
    CaseAction.TRANSFER: ("not-mine", "skill", "away"),
    CaseAction.HAND_BACK: ("not-mine", "skill", "away"),
    CaseAction.ESCALATE: ("authority", "money", "hands"),
}


OWN_QUESTION = frozenset(
    {
        CaseAction.ANSWER,
        CaseAction.SUMMARISE,
        CaseAction.ASK_INFO,
        CaseAction.DECLINE,
        CaseAction.OVERRULE,
        CaseAction.UPHOLD,
        CaseAction.RELEASE,
    }
)


def dialogue(page: Page) -> Shown:
    """Show a talk as it stands."""
    talk = page.shelf.dialogues.get(int(page.delivery.subject.split(":")[1]))
    if talk.status is not DialogueStatus.OPEN:
        over = deliberations.over(page, talk)
        return Shown(text=over, buttons=deliberations.after(page, talk))
    if view := DRAWN.get(talk.kind):
        return view(page, talk)
    return forms.form(page, talk, FORMS[talk.kind])


def gathered(page: Page, talk: Dialogue, fit: Fit) -> list[str]:
    """Say what a talk gathered so far, as its own steps call it; words as they fit."""
    if talk.kind is DialogueKind.STEP:
        return [_head(page, talk), *_gathered(page, talk, fit)]
    if talk.kind in FORMS:
        called = disclosures.called(page, supervision.called(page, talk))
        called = deliberations.called(page, mediation.called(page, called))
        table, named = FORMS[talk.kind], resolutions.called(page, ballots.called(page, called))
        return [forms.heading(page, named, table), *forms.answers(page, named, table, fit)]
    if talk.kind in ALONE:
        return [ALONE[talk.kind](page, talk).text]
    return [page.texts("draft-heading"), *drafts.gathered(page, talk, fit)]


def _gathered(page: Page, talk: Dialogue, fit: Fit) -> Iterator[str]:
    if talk.text("to"):
        to = page.community.called(talk.text("to"))
        yield page.texts("step-given", words=to)
    for words in fit(page.note(talk.text("note"), MESSAGE)):
        yield page.texts("step-given", words=words)
    if talk.text("proof"):
        yield page.texts("step-given", words=page.texts.plain("files-photo", count=1))


def _head(page: Page, talk: Dialogue) -> str:
    action = page.texts.plain(f"case-action-{CaseAction(talk.text('action'))}")
    number = page.shelf.cases.get(talk.whole("case")).number
    return page.texts("step-heading", number=number, action=action)


def _answer(page: Page, talk: Dialogue, words: str, field: str, value: str = "") -> Button:
    return Button(page.texts.plain(words), TalkPress(talk.id, field, value).data)


def _step(page: Page, talk: Dialogue) -> Shown:
    action = CaseAction(talk.text("action"))
    case = page.shelf.cases.get(talk.whole("case"))
    wanted = asking.missing(talk)
    head = _head(page, talk)
    question = f"step-ask-{wanted}"
    buttons: list[list[Button]] = []
    if page.among_neighbours:
        pass  # nobody is on duty there: it can only be left
    elif wanted == "to":
        asker = page.shelf.actor(talk.person).officer
        buttons = pairs(
            [
                Button(o.known_as, TalkPress(talk.id, "to", o.key).data)
                for o in routing.receivers(page.community, case, asker)
            ]
        )
    elif wanted == "note":
        question = f"step-ask-note-{action}" if action in OWN_QUESTION else question
        buttons = pairs(
            [_answer(page, talk, f"reason-{r}", "note", f"@{r}") for r in REASONS.get(action, ())]
        )
    elif wanted == "proof":
        question = _proof_question(talk)
        if not talk.text("bare") and not asking.needs_photo(talk):
            buttons = [[_answer(page, talk, "step-no-photo", "bare", "yes")]]
    rows = [*buttons, [_answer(page, talk, "step-cancel", "cancel")]]
    return Shown(text=f"{head}\n{page.texts(question)}", buttons=rows)


def _proof_question(talk: Dialogue) -> str:
    if talk.text("bare"):
        return "step-ask-line"
    return "step-ask-photo" if talk.text("note") else "step-ask-proof"


DRAWN: Mapping[DialogueKind, Callable[[Page, Dialogue], Shown]] = {
    DialogueKind.REPORT: drafts.draft,
    DialogueKind.NAMED: drafts.named,
    DialogueKind.AGAIN: drafts.again,
    DialogueKind.REST: drafts.rest,
    DialogueKind.DISPUTE: mediation.telling,
    DialogueKind.MEDIATE: mediation.mediating,
    DialogueKind.STEP: _step,
    **ballots.DRAWN,
    **disclosures.DRAWN,
    **dict.fromkeys(wording.DRAFTED, wording.drafting),
    **supervision.DRAWN,
    DialogueKind.TOPIC_STEP: deliberations.stepping,
    DialogueKind.SPEAK: deliberations.speaking,
    DialogueKind.ANSWER_STATEMENT: deliberations.answering,
    DialogueKind.MEET_OBJECTION: deliberations.meeting,
    DialogueKind.RESOLUTION_STEP: resolutions.stepping,
    DialogueKind.ASK_LINE: disclosures.asking,
    DialogueKind.ANSWER_LINE: disclosures.answering,
    DialogueKind.CHECK_IN: resolutions.reporting,
    DialogueKind.ACCOUNTS: drafting.accounts,
}
# talks whose own view says all that was gathered
ALONE = {kind: DRAWN[kind] for kind in (DialogueKind.REST, DialogueKind.MARK)}
