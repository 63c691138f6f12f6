"""How the talks about an edition look: a question about a line, its answer."""

from dataclasses import replace

from governance.dialogues import Dialogue
from governance.disclosures import asking as asked
from handlers.views import forms
from handlers.views.disclosures import questions
from handlers.views.shown import Page, Shown


def asking(page: Page, talk: Dialogue) -> Shown:
    """Ask which line; once it is known say what was answered there, and ask for the question."""
    shown = forms.form(page, talk, asked.ASK)
    if "line" not in talk.data:
        return shown
    edition = page.shelf.disclosures.get(talk.whole("edition"))
    known = questions.at_line(page, edition, talk.whole("line"))
    return replace(shown, text="\n".join([*known, shown.text]))


def answering(page: Page, talk: Dialogue) -> Shown:
    """Ask for the answer, beneath what was asked."""
    found = page.shelf.readings.question(talk.whole("question"))
    edition = page.shelf.disclosures.get(found.edition)
    shown = forms.form(page, talk, asked.ANSWER)
    lines = [*questions.wanted(page, edition, found.line), shown.text]
    return replace(shown, text="\n".join(lines))
