"""How the talks about a resolution look, where a plain form does not say enough."""

from dataclasses import replace

from governance.dialogues import Dialogue, DialogueKind
from governance.resolutions import forms as tables
from handlers.views import forms
from handlers.views.shown import Page, Shown


def called(page: Page, talk: Dialogue) -> Dialogue:
    """Return a talk with its step by name, and with a word for a photo beside its words."""
    added: dict[str, str] = {}
    if talk.kind is DialogueKind.RESOLUTION_STEP:
        added["name"] = page.texts.plain(f"resolution-action-{talk.text('action')}")
    if talk.kind is DialogueKind.CHECK_IN:
        added |= {name: talk.text(name) or "—" for name in ("count", "what", "day")}
    if talk.kind is DialogueKind.LET_AHEAD:
        added |= {name: talk.text(name) or "—" for name in ("count", "missing", "stage")}
    photographed = talk.kind is DialogueKind.CHECK_IN and "text" in talk.data
    if photographed and talk.text("photo"):
        photo = page.texts.plain("resolution-photo")
        added["text"] = " ".join(part for part in (photo, talk.text("text")) if part)
    return replace(talk, data={**talk.data, **added})


def stepping(page: Page, talk: Dialogue) -> Shown:
    """Ask for the words of a step, under its name."""
    return forms.form(page, called(page, talk), tables.STEP)


def reporting(page: Page, talk: Dialogue) -> Shown:
    """Ask for a report; a photo stands where its words would."""
    return forms.form(page, called(page, talk), tables.REPORT)
