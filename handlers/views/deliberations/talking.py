"""How the talks about a topic look, where a plain form does not say enough."""

from dataclasses import replace
from datetime import UTC, datetime

from governance.deliberations import forms as tables
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from handlers.views import forms
from handlers.views.deliberations.parts import button
from handlers.views.shown import Button, Page, Shown


def stepping(page: Page, talk: Dialogue) -> Shown:
    """Ask for the words of a step, under its name."""
    return forms.form(page, called(page, talk), tables.STEP)


def speaking(page: Page, talk: Dialogue) -> Shown:
    """Ask for a statement; a voice stands where its words would."""
    return forms.form(page, called(page, talk), tables.SPEAK)


def meeting(page: Page, talk: Dialogue) -> Shown:
    """Ask how an objection was met, with its words."""
    return forms.form(page, called(page, talk), tables.MEET)


def called(page: Page, talk: Dialogue) -> Dialogue:
    """Return a talk with its step by name, and with a word for a voice where no words are."""
    added: dict[str, str] = {}
    if talk.kind is DialogueKind.TOPIC_STEP:
        added["name"] = page.texts.plain(f"topic-action-{talk.text('action')}")
    if talk.kind is DialogueKind.SPEAK and talk.text("voice"):
        added["text"] = page.texts.plain("topic-voice")
    if talk.kind is DialogueKind.SPEAK and not tables.may_hide(talk):
        added["name"] = tables.OPEN  # it is not asked, and the last question speaks of it
    if talk.kind is DialogueKind.MEET_OBJECTION:
        added["said"] = talk.text("said") or page.texts.plain("topic-voice")
    return replace(talk, data={**talk.data, **added})


def waits(page: Page, talk: Dialogue) -> list[str]:
    """Say when the group is shown what was brought by night, or past its number of a day."""
    at = datetime.fromtimestamp(talk.whole("waits") / 1000, UTC)
    return [page.texts("proposal-waits", at=page.when(at))] if talk.whole("waits") else []


def after(page: Page, talk: Dialogue) -> list[list[Button]]:
    """Return the way back to the topic of a talk that is over: its card stands far above."""
    if talk.status is not DialogueStatus.DONE or not talk.whole("matter"):
        return []
    topic = page.shelf.topics.get(talk.whole("matter"))
    return [[button(page, topic, "topic-open", "open")]]
