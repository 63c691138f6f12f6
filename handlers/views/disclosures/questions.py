"""How questions about lines look: to whoever asked, to those who answer, to everybody (G11)."""

from collections.abc import Iterator

from governance.disclosures import readers
from governance.disclosures.edition import Edition
from governance.disclosures.states import EditionAction, EditionStatus
from handlers.buttons import VerbPress
from handlers.views.disclosures import cards
from handlers.views.shown import BESIDE, Button, Page, Shown, cut, fitting
from services.disclosures import lines, versions

CORRECT = EditionAction.CORRECT


def _line(page: Page, edition: Edition, line: int) -> str:
    """Return a line by its number, with what stands there."""
    name = lines.named(page.shelf, edition).get(line, "")
    return page.texts(
        "edition-line-named",
        line=line,
        what=cut(page.public(name, figures=True), BESIDE) or "none",
    )


def _head(page: Page, edition: Edition) -> dict[str, str | int]:
    return {
        "name": cards.called(page, edition),
        "serial": edition.serial,
        "version": edition.version,
    }


def at_line(page: Page, edition: Edition, line: int) -> Iterator[str]:
    """Say what a line is, and every answer that was given about it."""
    yield _line(page, edition, line)
    asked = lines.about(page.shelf, edition, line)
    for answer in readers.beneath(asked).get(line, ()):
        yield page.texts("edition-answer", answer=page.public(answer, figures=True))


def wanted(page: Page, edition: Edition, line: int) -> Iterator[str]:
    """Say what is asked about a line by all who wait; nobody is named."""
    yield _line(page, edition, line)
    for each in lines.about(page.shelf, edition, line):
        if each.open:
            yield page.texts("edition-question-asks", text=page.public(each.text, figures=True))


def question(page: Page) -> Shown:
    """Show a question to those who answer: until when, what is asked, and the taps."""
    found = page.shelf.readings.question(int(page.delivery.subject.split(":")[1]))
    edition = page.shelf.disclosures.get(found.edition)
    head = page.texts("edition-question", **_head(page, edition))
    if not found.open:
        return Shown(text="\n".join([head, *at_line(page, edition, found.line)]))
    due = page.texts("edition-question-due", at=page.when(found.due))
    answer = Button(
        page.texts.plain("edition-tap-answer"),
        VerbPress(cards.READERS, found.id, "answer").data,
    )
    taps = [[answer], *_correct(page, edition, "edition-tap-wrong")]
    text = fitting([head, due], [*wanted(page, edition, found.line)])
    return Shown(text=text, buttons=taps)


def _standing(page: Page, edition: Edition) -> bool:
    shown = edition.status is EditionStatus.PUBLISHED
    return shown and not versions.correcting(page.shelf, edition)


def _correct(page: Page, edition: Edition, words: str) -> list[list[Button]]:
    """Offer another version while this one stands: a wrong figure is never edited (N24)."""
    if not _standing(page, edition):
        return []
    press = VerbPress(cards.LETTER, edition.id, CORRECT)
    return [[Button(page.texts.plain(words), press.data)]]


def beneath(page: Page) -> Shown:
    """Show everybody the answers, each beneath its line: no names, and no questions."""
    edition = cards.edition_of(page)
    found = readers.beneath(lines.asked(page.shelf, edition))
    said = ["\n".join(at_line(page, edition, line)) for line in found]
    return Shown(text=fitting([page.texts("edition-answers", **_head(page, edition))], said))


def told(page: Page) -> Shown:
    """Tell whoever asked: until when he has an answer, that it is late, or what it is."""
    found = page.shelf.readings.question(int(page.delivery.facts["question"] or 0))
    edition = page.shelf.disclosures.get(found.edition)
    said = page.texts(
        page.delivery.key,
        serial=edition.serial,
        version=edition.version,
        line=page.texts.plain("edition-line", line=found.line),
        at=page.when(found.due),
        answer=page.public(found.answer, figures=True),
    )
    return Shown(text=said)


def rewrite(page: Page) -> Shown:
    """Show what is to be written anew, by how many did not understand it."""
    edition = cards.edition_of(page)
    said = page.shelf.readings.understood(edition.id)
    yes, no = (said.get(word, 0) for word in readers.Understood)
    if not _standing(page, edition):
        return Shown(text=page.texts("edition-rewrite-begun", **_head(page, edition)))
    text = page.texts("edition-rewrite", **_head(page, edition), yes=yes, all=yes + no)
    return Shown(text=text, buttons=_correct(page, edition, "edition-tap-rewrite"))
