"""Worksheets of editions and changes, for those whose step is waited for; and what is told."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from governance.dialogues import Dialogue, DialogueKind
from governance.disclosures import edition as road
from governance.disclosures import forms as tables
from governance.disclosures.changes import Change, other, side
from governance.disclosures.edition import Edition
from governance.disclosures.states import ChangeAction, ChangeStatus, EditionAction
from governance.forms import Form
from governance.powers import may
from governance.programme import Item, Kind
from handlers.disclosures import ACTIONS
from handlers.views import forms
from handlers.views.disclosures import parts
from handlers.views.disclosures.calendar import CHANGING
from handlers.views.shown import BESIDE, LONGEST, Button, Page, Shown, cut, fitting, pairs
from services.disclosures import asking, owing, versions

BUTTON = 40  # characters of a title on a button
BY_DRAFTERS = frozenset({EditionAction.BEGIN, EditionAction.SUBMIT, EditionAction.CORRECT})


def worksheet(page: Page) -> Shown:
    """Show an edition that is due: what, until when, by whom, and what this reader may do."""
    edition = page.shelf.disclosures.get(int(page.delivery.subject.split(":")[1]))
    item = page.community.item(edition.item)
    if item is None:
        return Shown(text=page.texts("programme-gone"))
    return Shown(text="\n".join(_lines(page, item, edition)), buttons=_taps(page, edition))


def _lines(page: Page, item: Item, edition: Edition) -> Iterator[str]:
    yield page.texts(
        "disclosure-work",
        title=parts.of_edition(page, edition),
        standing=parts.standing(page, edition),
    )
    if owing.owes(edition):  # what is shown is owed no more
        day = owing.day_of(page.shelf, edition)
        yield page.texts("programme-due", day=parts.day(day) if day else "none")
    comma = page.texts.plain("list-comma")
    drafters = asking.writers(page.shelf, edition)
    approvers = asking.approvers(page.community, item, edition)
    yield page.texts(
        "programme-people",
        drafters=comma.join(o.known_as for o in drafters) or "none",
        approvers=comma.join(o.known_as for o in approvers) or "none",
    )
    yield page.texts(f"programme-template-{item.template}")
    yield page.texts(f"programme-privacy-{item.privacy}")
    if item.kind is Kind.PARTY:
        yield page.texts("programme-party")
    if edition.why:
        yield page.texts("programme-why", why=cut(page.public(edition.why, figures=True), BESIDE))


def _taps(page: Page, edition: Edition) -> list[list[Button]]:
    """Return the steps of this reader that a verb stands behind; of party affairs one drafts."""
    viewer = page.shelf.actor(page.delivery.reader)
    steps = [a for a in road.choices(edition, viewer) if a in ACTIONS]
    if not asking.may_write(page.shelf, edition, viewer):
        steps = [a for a in steps if a not in BY_DRAFTERS]
    if versions.correcting(page.shelf, edition):
        steps = [a for a in steps if a is not EditionAction.CORRECT]
    return pairs([parts.button(page, edition.id, f"programme-action-{a}", a) for a in steps])


def absent(page: Page) -> Shown:
    """Say what is absent: one edition in a sentence, several in one list (G07)."""
    numbers = str(page.delivery.facts["editions"]).split(",")
    found = [page.shelf.disclosures.get(int(number)) for number in numbers]
    if len(found) == 1:
        return _told(page, found[0], "none")
    head = page.texts("programme-absences", count=len(found))
    lines = [page.texts("programme-absences-line", **_owed(page, each)) for each in found]
    titles = [cut(parts.of_edition(page, each), BUTTON) for each in found]
    shown = [_told(page, each, title) for each, title in zip(found, titles, strict=True)]
    return Shown(text=fitting([head], lines), buttons=[row for s in shown for row in s.buttons])


def told(page: Page) -> Shown:
    """Say that an edition is due; in private with the way to it."""
    edition = page.shelf.disclosures.get(int(page.delivery.facts["edition"] or 0))
    return _told(page, edition, "none")


def _owed(page: Page, edition: Edition) -> dict[str, str]:
    """Return what every sentence about a debt says: of what, until when, in which office."""
    item = page.community.item(edition.item)
    day = owing.day_of(page.shelf, edition) or edition.due
    return {
        "title": parts.version(page, parts.of_edition(page, edition), edition.version),
        "day": str(day or "—"),
        "by": page.offices([asking.office(page.community, item)]) if item else "—",
    }


def _told(page: Page, edition: Edition, name: str) -> Shown:
    item = page.community.item(edition.item)
    days = page.delivery.facts.get("days", 0)
    text = page.texts(page.delivery.key, days=days, **_owed(page, edition))
    if page.delivery.address.chat < 0 or item is None:
        return Shown(text=text)
    viewer = page.shelf.actor(page.delivery.reader)
    mine = asking.may_write(page.shelf, edition, viewer) or any(may(viewer, v) for v in CHANGING)
    opens = parts.button(page, edition.id, "programme-open", "open", name=name)
    return Shown(text=text, buttons=[[opens]] if mine else [])


def change(page: Page) -> Shown:
    """Show what the other side asks to be done to an item, with the two taps."""
    found = page.shelf.programme.change(int(page.delivery.subject.split(":")[1]))
    viewer = page.shelf.actor(page.delivery.reader)
    held = any(may(viewer, verb) for verb in CHANGING)
    asked = found.status is ChangeStatus.ASKED and held and side(viewer) is other(found.side)
    rows = [
        [parts.button(page, found.id, f"programme-change-{action}", action)]
        for action in ChangeAction
    ]
    return Shown(text=_change(page, "programme-change", found), buttons=rows if asked else [])


def decided(page: Page) -> Shown:
    """Say what became of a change that was asked for."""
    found = page.shelf.programme.change(int(page.delivery.facts["change"] or 0))
    return Shown(text=_change(page, "programme-decided", found))


def _change(page: Page, key: str, found: Change) -> str:
    return page.texts(
        key,
        name=parts.name(page, page.community.item(found.item)),
        action=page.texts.plain(f"choice-programme-action-{found.action}"),
        why=cut(page.public(found.why, figures=True), LONGEST),
        who=page.community.called(found.asked_by),
        status=found.status,
        other=page.community.called(found.decided_by),
    )


def called(page: Page, talk: Dialogue) -> Dialogue:
    """Return a talk with the name of its item, or of its step."""
    if talk.kind is DialogueKind.EDITION_STEP:
        name = page.texts.plain(f"edition-action-{talk.text('action')}")
    elif talk.kind in FORMS:
        name = parts.name(page, page.community.item(talk.text("item")))
    else:
        return talk
    return replace(talk, data={**talk.data, "name": name})


def _form(page: Page, talk: Dialogue) -> Shown:
    """Show a talk about an item, under the item's name."""
    return forms.form(page, called(page, talk), FORMS[talk.kind])


FORMS: Mapping[DialogueKind, Form] = {
    DialogueKind.PROGRAMME: tables.CHANGE,
    DialogueKind.EVENT: tables.EVENT,
}
DRAWN = dict.fromkeys(FORMS, _form)
