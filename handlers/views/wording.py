"""What could be worded better in a draft: said beside it, and nothing is changed (E25)."""

from collections.abc import Mapping
from dataclasses import replace

from governance import wording
from governance.ballots.forms import AS_TOPIC
from governance.deliberations.forms import AS_PROPOSED
from governance.dialogues import Dialogue, DialogueKind
from handlers.talks import FORMS
from handlers.views import forms
from handlers.views.shown import Page, Shown, cut

MOST = 4  # suggestions beside one draft
SHORT = 40  # characters of what a suggestion is about
# in which answer of a draft the question stands that neighbours will be asked
DRAFTED: Mapping[DialogueKind, str] = {
    DialogueKind.PROPOSE: "text",
    DialogueKind.IDEA: "text",
    DialogueKind.LAY_TOPIC: "text",
    DialogueKind.ELEMENTS: "question",
    DialogueKind.BALLOT: "question",
    DialogueKind.POST_SURVEY: "text",
}


def drafting(page: Page, talk: Dialogue) -> Shown:
    """Show the form of a draft, with what its question could say more fairly or plainly."""
    shown = forms.form(page, talk, FORMS[talk.kind])
    lines = hints(page, _question(page, talk))
    return replace(shown, text="\n".join([shown.text, *lines]))


def _question(page: Page, talk: Dialogue) -> str:
    said = talk.text(DRAFTED[talk.kind])
    if said not in {AS_PROPOSED, AS_TOPIC}:
        return said
    topic = page.shelf.topics.get(talk.whole("matter"))
    return topic.elements.question or topic.text


def hints(page: Page, text: str) -> list[str]:
    """Return the suggestions for a question, each a line; none where there is nothing to say."""
    lists, jargon = page.community.wording, page.community.jargon
    found = wording.lint(text, lists, jargon, page.segment)[:MOST]
    lines = [
        page.texts(
            f"wording-{hint.concern}",
            said=cut(page.gate(hint.said), SHORT) or "none",
            instead=hint.instead or "none",
        )
        for hint in found
    ]
    return ["", page.texts("wording-hints"), *lines] if lines else []
