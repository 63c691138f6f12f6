"""How the talks about a topic look, where a plain form does not say enough."""

from dataclasses import replace

from governance.deliberations import forms as tables
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from handlers.views import forms
from handlers.views.deliberations.parts import button
from handlers.views.shown import Button, Page, Shown
from services import near
from services.talks import WAITS


def stepping(page: Page, talk: Dialogue) -> Shown:
    """Ask for the words of a step, under its name."""
    return forms.form(page, called(page, talk), tables.STEP)


def speaking(page: Page, talk: Dialogue) -> Shown:
    """Ask for a statement; a voice stands where its words would."""
    return forms.form(page, called(page, talk), tables.SPEAK)


def answering(page: Page, talk: Dialogue) -> Shown:
    """Ask for the answer to a statement."""
    return forms.form(page, called(page, talk), tables.ANSWER)


def meeting(page: Page, talk: Dialogue) -> Shown:
    """Ask how an objection was met, with its words."""
    return forms.form(page, called(page, talk), tables.MEET)


def called(page: Page, talk: Dialogue) -> Dialogue:
    """Return a talk with its step by name, and with a word for a voice where no words are."""
    added: dict[str, str] = {}
    if talk.kind is DialogueKind.TOPIC_STEP:
        added["name"] = page.texts.plain(f"topic-action-{talk.text('action')}")
    if talk.kind in {DialogueKind.SPEAK, DialogueKind.ANSWER_STATEMENT}:
        added["group"] = "yes" if _grouped(page, talk) else "no"
    if talk.kind is DialogueKind.SPEAK and talk.text("voice"):
        added["text"] = page.texts.plain("topic-voice")
    if talk.kind is DialogueKind.SPEAK and not tables.may_hide(talk):
        added["name"] = tables.OPEN  # it is not asked, and the last question speaks of it
    if talk.kind is DialogueKind.MEET_OBJECTION:
        added["said"] = talk.text("said") or page.texts.plain("topic-voice")
    return replace(talk, data={**talk.data, **added})


def _grouped(page: Page, talk: Dialogue) -> bool:
    """Whether those whose topic it is have a group; a talk that names none is of everybody's."""
    topic = talk.whole("matter")
    return not topic or near.group(page.shelf, page.shelf.topics.get(topic)) is not None


def over(page: Page, talk: Dialogue) -> str:
    """Say how a talk ended; and when the group hears what was sent by night, or is too much today.

    After a statement it is the same for one who hid his name: his own phone does not betray it.
    """
    at, done = forms.waits(page, talk), talk.status is DialogueStatus.DONE
    said = page.texts(f"talk-{talk.kind}-{talk.status}")
    if done and talk.kind is DialogueKind.SPEAK and not _grouped(page, talk):
        return f"{said}\n{page.texts('sent-nowhere')}"
    if not done or WAITS not in talk.data:
        return said
    if talk.kind is DialogueKind.SPEAK and talk.text("for") != tables.YES:
        return f"{said}\n{page.texts('sent-said', waits=at)}"
    return said if at == "none" else f"{said}\n{page.texts('sent-later', at=at)}"


def after(page: Page, talk: Dialogue) -> list[list[Button]]:
    """Return the way back to the topic of a talk that is over: its card stands far above."""
    if talk.status is not DialogueStatus.DONE or not talk.whole("matter"):
        return []
    topic = page.shelf.topics.get(talk.whole("matter"))
    return [[button(page, topic, "topic-open", "open")]]
