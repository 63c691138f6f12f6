"""An opinion and its reply as a card, what is told of it, and the talks about it."""

from collections.abc import Mapping
from dataclasses import replace

from governance import supervision
from governance.dialogues import Dialogue, DialogueKind
from governance.forms import Form
from governance.supervision import Matter, Measure
from handlers.buttons import VerbPress
from handlers.views import forms
from handlers.views.disclosures import parts as disclosing
from handlers.views.shown import LONGEST, Button, Page, Shown, cut, pairs
from handlers.views.supervision import parts


def card(page: Page) -> Shown:
    """Show an opinion with its reply, and what this reader may do about it."""
    measure = page.shelf.measures.get(int(page.delivery.subject.split(":")[1]))
    viewer = page.shelf.actor(page.delivery.reader)
    taps = [
        parts.button(page, measure.id, f"measure-action-{action}", action)
        for action in supervision.choices(measure, viewer)
    ]
    return Shown(text=_whole(page, measure, "measure-card"), buttons=pairs(taps))


def told(page: Page) -> Shown:
    """Tell of a reminder or an opinion, in private with the way to it."""
    measure = page.shelf.measures.get(int(page.delivery.facts["measure"] or 0))
    text = _whole(page, measure, page.delivery.key)
    if page.delivery.address.chat < 0:
        return Shown(text=text)
    return Shown(text=text, buttons=_ways(page, measure))


def _ways(page: Page, measure: Measure) -> list[list[Button]]:
    if measure.said is supervision.Said.OPINION:
        return [[parts.button(page, measure.id, "measure-open", "measure")]]
    return [[open_button(page, measure.matter, measure.about)]]


def _whole(page: Page, measure: Measure, key: str) -> str:
    return page.texts(
        key,
        number=measure.number,
        title=parts.title(page, measure.matter, measure.about),
        at=page.when(measure.at),
        who=page.community.called(measure.officer),
        text=cut(page.public(measure.text, figures=True), LONGEST),
        due=parts.day(measure.due),
        standing=parts.standing(page, measure),
        note=cut(page.public(measure.note, figures=True), LONGEST) or "none",
        by=page.community.called(measure.closed_by),
    )


OPENED = {Matter.RESOLUTION: "v", Matter.TOPIC: "t", Matter.BALLOT: "b"}


def open_button(page: Page, matter: Matter, about: int) -> Button:
    """Return the button that opens a matter where its own steps stand."""
    label = page.texts.plain("supervise-open")
    if matter is Matter.CASE:
        return Button(label, VerbPress("k", about, "history").data)
    letter = OPENED.get(matter, disclosing.LETTER)
    return Button(label, VerbPress(letter, about, "open").data)


def called(page: Page, talk: Dialogue) -> Dialogue:
    """Return a talk about an opinion with what it is about."""
    if talk.kind not in FORMS:
        return talk
    name = "—"
    if talk.whole("measure"):
        measure = page.shelf.measures.get(talk.whole("measure"))
        name = parts.title(page, measure.matter, measure.about)
    elif talk.whole("about"):
        name = parts.title(page, Matter(talk.text("matter")), talk.whole("about"))
    return replace(talk, data={**talk.data, "name": name})


def _form(page: Page, talk: Dialogue) -> Shown:
    return forms.form(page, called(page, talk), FORMS[talk.kind])


FORMS: Mapping[DialogueKind, Form] = {
    form.kind: form for form in (supervision.OPINION, supervision.REPLY, supervision.WITHDRAWAL)
}
DRAWN = dict.fromkeys(FORMS, _form)
