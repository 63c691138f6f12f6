"""The cards of an edition: frozen words and picture, and what became of it since (N23, N24)."""

from collections.abc import Iterator, Mapping

from governance.disclosures import edition as road
from governance.disclosures.edition import Edition
from governance.disclosures.freezing import SHORT, Part
from governance.disclosures.states import EditionAction, EditionStatus
from governance.papers import Paper
from handlers.buttons import VerbPress
from handlers.texts import DEFAULT
from handlers.views.disclosures import duties
from handlers.views.shown import Button, Page, Shown, cut, pairs
from services.disclosures import asking, beside, freezing, lines, presenting, versions

S = EditionStatus
LETTER, READERS = "p", "y"
WHY = 60  # characters of a reason, in a caption
ANSWERS = ("yes", "no", "ask")


def edition_of(page: Page) -> Edition:
    """Return the edition that a card draws."""
    return page.shelf.disclosures.get(int(page.delivery.subject.split(":")[1]))


def public(page: Page) -> Shown:
    """Show an edition as it was signed; above it what became of it, below it the taps."""
    edition = edition_of(page)
    frozen = freezing.parts(page.shelf, edition)
    said = [*_fate(page, edition), _words(page, frozen), *duties.beneath(page, edition)]
    return _pictured("\n".join(said), frozen, _taps(page, edition))


def _fate(page: Page, edition: Edition) -> Iterator[str]:
    """Say of a version whether another has taken its place, or whose place it took, and why."""
    if fresh := versions.follower(page.shelf, edition):
        key = "edition-superseded-by" if fresh.published_at else "edition-superseded"
        why = cut(page.public(fresh.why, figures=True), WHY)
        yield page.texts(key, version=fresh.version, note=why)
    elif edition.follows:
        yield _corrects(page, edition)
    if lines.queried(page.shelf, edition):
        yield page.texts("edition-queried")


def _corrects(page: Page, edition: Edition) -> str:
    return page.texts("edition-corrects", note=cut(page.public(edition.why, figures=True), WHY))


def _taps(page: Page, edition: Edition) -> list[list[Button]]:
    files = Button(
        page.texts.plain("edition-tap-files"), VerbPress(LETTER, edition.id, "files").data
    )
    if edition.status is not S.PUBLISHED:
        return [[files]]
    answers = [
        Button(page.texts.plain(f"edition-tap-{a}"), VerbPress(READERS, edition.id, a).data)
        for a in ANSWERS
    ]
    return pairs([*answers, files])


def review(page: Page) -> Shown:
    """Show an edition to whoever signs: how it stands, the check code, words, picture, taps."""
    edition = edition_of(page)
    frozen = freezing.parts(page.shelf, edition)
    said = [_standing(page, edition)]
    if edition.follows:
        said.append(_corrects(page, edition))
    if other := beside.parted(page.shelf, edition):
        said.append(page.texts("edition-parted", serial=other.serial, version=other.version))
    if frozen:
        said += [
            page.texts("edition-review-digest", short=edition.digest[:SHORT]),
            _words(page, frozen),
        ]
    actor = page.shelf.actor(page.delivery.reader)
    choices = presenting.choices(page.shelf, edition, actor)
    buttons = [_acts(page, edition, a) for a in choices if a in SIGNING]
    return _pictured("\n".join(said), frozen, pairs(buttons))


SIGNING = (
    EditionAction.APPROVE,
    EditionAction.COUNTERSIGN,
    EditionAction.SEND_BACK,
    EditionAction.OBJECT,
)


def _standing(page: Page, edition: Edition) -> str:
    key = f"edition-review-{edition.status}"
    if edition.status is not S.APPROVED or edition.checked_until is None:
        return page.texts(key)
    at = page.when(edition.checked_until)
    if edition.countersigned_by:
        return page.texts("edition-review-countersigned", at=at)
    alone = "-alone" if road.alone(page.community, edition) else ""
    return page.texts(f"{key}{alone}", who=page.community.called(edition.approved_by), at=at)


def _acts(page: Page, edition: Edition, action: EditionAction) -> Button:
    words = page.texts.plain(f"edition-action-{action}")
    return Button(words, VerbPress(LETTER, edition.id, action).data)


def _words(page: Page, frozen: Mapping[Part, Paper]) -> str:
    """Return the words that were frozen, in the reader's language."""
    said = freezing.words(page.shelf, frozen[Part.TEXT])
    return said.get(page.texts.language) or said[DEFAULT]


def _pictured(text: str, frozen: Mapping[Part, Paper], buttons: list[list[Button]]) -> Shown:
    if not frozen:
        return Shown(text=text, buttons=buttons)
    picture = frozen[Part.PICTURE]
    return Shown(text=text, buttons=buttons, file=(picture.media, f"paper:{picture.id}"))


def called(page: Page, edition: Edition) -> str:
    """Return what an edition's item is called."""
    names = asking.item_of(page.shelf, edition).names
    return names.get(page.texts.language) or names[DEFAULT]
