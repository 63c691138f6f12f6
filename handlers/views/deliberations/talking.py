"""How the talks about a topic look, where a plain form does not say enough."""

from dataclasses import replace

from governance.deliberations import forms as tables
from governance.dialogues import Dialogue
from handlers.views import forms
from handlers.views.shown import Page, Shown


def stepping(page: Page, talk: Dialogue) -> Shown:
    """Ask for the words of a step, under its name."""
    name = page.texts.plain(f"topic-action-{talk.text('action')}")
    return forms.form(page, replace(talk, data={**talk.data, "name": name}), tables.STEP)


def speaking(page: Page, talk: Dialogue) -> Shown:
    """Ask for a statement; a voice stands where its words would."""
    spoken = talk.text("voice") and page.texts.plain("topic-voice")
    data = {**talk.data, "text": spoken} if spoken else talk.data
    return forms.form(page, replace(talk, data=data), tables.SPEAK)


def meeting(page: Page, talk: Dialogue) -> Shown:
    """Ask how an objection was met, with its words."""
    said = talk.text("said") or page.texts.plain("topic-voice")
    return forms.form(page, replace(talk, data={**talk.data, "said": said}), tables.MEET)
