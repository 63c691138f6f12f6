"""How a talk looks: what was understood, what is still asked, and the taps that answer it."""

from collections.abc import Callable, Mapping

from governance import routing
from governance.cases import CaseAction
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from handlers.buttons import TalkPress
from handlers.talks import FORMS
from handlers.views import forms
from handlers.views.shown import IN_CAPTION, LONGEST, Button, Page, Shown, pairs
from services.cases import asking
from services.cases.reporting import ELSEWHERE

REASONS = {
    CaseAction.TRANSFER: ("not-mine", "skill", "away"),
    CaseAction.HAND_BACK: ("not-mine", "skill", "away"),
    CaseAction.ESCALATE: ("authority", "money", "hands"),
}


def dialogue(page: Page) -> Shown:
    """Show a talk as it stands."""
    talk = page.shelf.dialogues.get(int(page.delivery.subject.split(":")[1]))
    if talk.status is not DialogueStatus.OPEN:
        return Shown(text=page.texts(f"talk-{talk.kind}-{talk.status}"))
    if view := DRAWN.get(talk.kind):
        return view(page, talk)
    return forms.form(page, talk, FORMS[talk.kind])


def _draft(page: Page, talk: Dialogue) -> Shown:
    question, buttons = _next_question(page, talk)
    lines = [page.texts("draft-heading")]
    if talk.text("parent"):
        parent = page.shelf.cases.get(talk.whole("parent"))
        lines.append(page.texts("draft-parent", number=parent.number))
    if talk.text("text"):
        longest = IN_CAPTION if talk.text("photo") else LONGEST
        lines.append(page.texts("draft-text", text=page.gate(talk.text("text"), longest)))
    if talk.text("category"):
        lines.append(page.texts("draft-category", category=page.category(talk.text("category"))))
    if talk.text("building"):
        lines.append(page.texts("draft-place", place=_place(page, talk.text("building"))))
    rows = [*buttons, [_answer(page, talk, "draft-cancel", "cancel")]]
    return Shown(
        text="\n".join([*lines, page.texts(question)]), buttons=rows, photo=talk.text("photo")
    )


def _next_question(page: Page, talk: Dialogue) -> tuple[str, list[list[Button]]]:
    if not talk.text("text"):
        return "draft-ask-text", []
    if not talk.text("category"):
        choices = [
            Button(page.category(c.key), TalkPress(talk.id, "category", c.key).data)
            for c in page.community.categories
        ]
        return "draft-ask-category", pairs(choices)
    if not talk.text("building"):
        places = [
            Button(b.name, TalkPress(talk.id, "building", b.key).data)
            for b in page.community.buildings
        ]
        elsewhere = _answer(page, talk, "place-elsewhere", "building", ELSEWHERE)
        return "draft-ask-place", [*pairs(places), [elsewhere]]
    change = [
        _answer(page, talk, "draft-change-category", "category"),
        _answer(page, talk, "draft-change-place", "building"),
    ]
    return "draft-ask-submit", [[_answer(page, talk, "draft-submit", "submit")], change]


def _place(page: Page, building: str) -> str:
    if building == ELSEWHERE:
        return page.texts.plain("place-elsewhere")
    return page.community.building(building).name


def _answer(page: Page, talk: Dialogue, words: str, field: str, value: str = "") -> Button:
    return Button(page.texts.plain(words), TalkPress(talk.id, field, value).data)


def _step(page: Page, talk: Dialogue) -> Shown:
    action = CaseAction(talk.text("action"))
    case = page.shelf.cases.get(talk.whole("case"))
    wanted = asking.missing(talk)
    head = page.texts(
        "step-heading", number=case.number, action=page.texts.plain(f"case-action-{action}")
    )
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
        question = f"step-ask-note-{action}" if action is CaseAction.ANSWER else question
        buttons = pairs(
            [_answer(page, talk, f"reason-{r}", "note", f"@{r}") for r in REASONS.get(action, ())]
        )
    elif wanted == "proof":
        question = _proof_question(talk)
        if not talk.text("bare"):
            buttons = [[_answer(page, talk, "step-no-photo", "bare", "yes")]]
    rows = [*buttons, [_answer(page, talk, "step-cancel", "cancel")]]
    return Shown(text=f"{head}\n{page.texts(question)}", buttons=rows)


def _proof_question(talk: Dialogue) -> str:
    if talk.text("bare"):
        return "step-ask-line"
    return "step-ask-photo" if talk.text("note") else "step-ask-proof"


DRAWN: Mapping[DialogueKind, Callable[[Page, Dialogue], Shown]] = {
    DialogueKind.REPORT: _draft,
    DialogueKind.STEP: _step,
}
