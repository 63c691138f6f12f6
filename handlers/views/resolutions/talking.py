"""How the talks about a resolution look, where a plain form does not say enough."""

from dataclasses import replace

from governance.dialogues import Dialogue
from governance.resolutions import forms as tables
from handlers.views import forms
from handlers.views.shown import Page, Shown


def stepping(page: Page, talk: Dialogue) -> Shown:
    """Ask for the words of a step, under its name."""
    name = page.texts.plain(f"resolution-action-{talk.text('action')}")
    return forms.form(page, replace(talk, data={**talk.data, "name": name}), tables.STEP)


def reporting(page: Page, talk: Dialogue) -> Shown:
    """Ask for a report; a photo stands where its words would."""
    photo = page.texts.plain("resolution-photo") if talk.text("photo") else ""
    said = " ".join(part for part in (photo, talk.text("text")) if part)
    data = {**talk.data, "text": said} if photo and "text" in talk.data else talk.data
    return forms.form(page, replace(talk, data=data), tables.REPORT)
