"""How the talk about a step of an edition looks: under the name of the step."""

from dataclasses import replace

from governance.dialogues import Dialogue
from governance.disclosures import signing
from handlers.views import forms
from handlers.views.shown import Page, Shown


def stepping(page: Page, talk: Dialogue) -> Shown:
    """Ask for the reason of a step."""
    name = page.texts.plain(f"edition-action-{talk.text('action')}")
    return forms.form(page, replace(talk, data={**talk.data, "name": name}), signing.STEP)
