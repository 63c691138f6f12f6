"""What every view of a dispute is made of; each message names the other lawful ways."""

from governance import mediation
from governance.mediation import Dispute, DisputeAction
from handlers.buttons import VerbPress
from handlers.views.shown import Button, Page, Shown

LETTER = "m"


def withways(page: Page, *lines: str) -> str:
    """Put the other lawful ways behind a message: mediation hinders none of them (C14, N11)."""
    return "\n".join([*lines, page.texts("dispute-ways")])


def link(page: Page, words: str) -> Button:
    """Return the button that leads into the private form."""
    return Button(page.texts.plain(words), url=f"https://t.me/{page.bot}?start=dispute")


def button(page: Page, dispute: Dispute, action: DisputeAction) -> Button:
    """Return the button of a step."""
    words = page.texts.plain(f"dispute-action-{action}")
    return Button(words, VerbPress(LETTER, dispute.id, action).data)


def name(page: Page, dispute: Dispute) -> str:
    """Return what people call a dispute by."""
    return page.texts.plain("dispute-number", number=dispute.number)


def kind(page: Page, dispute: Dispute) -> str:
    """Return what a dispute is about, in words."""
    if dispute.type is None:
        return page.texts.plain("dispute-type-unknown")
    return page.texts.plain(f"choice-dispute-type-{dispute.type}")


def place(page: Page, dispute: Dispute) -> str:
    """Return where it is, as the community calls it."""
    known = (b.name for b in page.community.buildings if b.key == dispute.building)
    return next(known, page.texts.plain("place-unknown"))


def said(page: Page, dispute: Dispute) -> dict[str, str]:
    """Return what its reporter said of a dispute, field by field; nothing is cut."""
    told = {
        "pair": _choice(page, "pair", dispute.pair or ""),
        "since": _choice(page, "since", dispute.since),
        "text": page.all(dispute.text),
        "tried": _choice(page, "tried", dispute.tried),
        "wishes": page.all(dispute.wishes),
    }
    return {field: value for field, value in told.items() if value}


def label(page: Page, field: str) -> str:
    """Return how a field of what was said is called."""
    return page.texts.plain(f"dispute-label-{field}")


def _choice(page: Page, field: str, value: str) -> str:
    key = f"choice-dispute-{field}-{value}"
    return page.texts.plain(key) if value and page.texts.has(key) else page.all(value)


def may_read(page: Page, dispute: Dispute) -> bool:
    """Whether the reader of this page may know of a dispute."""
    viewer = page.shelf.actor(page.delivery.reader)
    return bool(mediation.roles_in(page.community, dispute, viewer))


def taken_back(page: Page) -> Shown:
    """Show nothing of a dispute to whoever may no longer read it."""
    return Shown(text=withways(page, page.texts("dispute-not-yours")))
