"""What is told of editions in words: a file, and how far one came (G10)."""

from collections.abc import Iterator

from governance.directory import Role
from governance.disclosures.contents import Report
from governance.disclosures.reach import Carried, reach
from handlers.views.shown import Page, Shown
from handlers.views.shown import paper as sheet
from services.disclosures import beside

NAMED = 20  # groups that are named in one message
READ = frozenset({Role.COMMITTEE, Role.SUPERVISION})  # who hears which groups, and why
OUT = ("bot was kicked", "bot is not a member", "the group chat was deleted", "chat not found")
MUTED = ("not enough rights to send", "have no rights to send", "chat_write_forbidden")


def photo(page: Page) -> Shown:
    """Show the photo that stands beside the words of an edition, under its number."""
    edition = page.shelf.disclosures.get(int(page.delivery.facts["edition"] or 0))
    content = beside.content(page.shelf, edition)
    taken = content.photo if isinstance(content, Report) else ""
    text = page.texts("edition-photo", serial=edition.serial, version=edition.version)
    return Shown(text=text, photo=taken)


def file(page: Page) -> Shown:
    """Show one file of an edition, as it was frozen."""
    facts = page.delivery.facts
    said = {name: facts[name] for name in ("serial", "version", "part")}
    return sheet(page, page.texts("edition-file", **said))


def coverage(page: Page) -> Shown:
    """Say how many groups have an edition; to committee and supervision also which lack it."""
    edition = page.shelf.disclosures.get(int(page.delivery.facts["edition"] or 0))
    carried = page.shelf.reach.carried(edition.id)
    found = reach(carried)
    counts = {name: len(getattr(found, name)) for name in ("sent", "waiting", "lost")}
    lines = [
        page.texts(
            "coverage",
            serial=edition.serial,
            version=edition.version,
            all=len(carried),
            **counts,
        )
    ]
    private = page.delivery.address.chat == page.delivery.reader
    if private and page.shelf.actor(page.delivery.reader).offices & READ:
        lines += _named(page, edition.id, found.lost)
    return Shown(text="\n".join(lines))


def _named(page: Page, edition: int, lost: tuple[Carried, ...]) -> Iterator[str]:
    for each in lost[:NAMED]:
        group = page.shelf.chats.get(each.chat)  # the community's own list has none that is out
        title = group.name if group else str(each.chat)
        yield page.texts("coverage-lost", title=title, why=_why(page, each))
    if len(lost) > NAMED:
        yield page.texts("coverage-more", count=len(lost) - NAMED)
    pins = page.shelf.reach.pins(edition)
    done = sum(pins.values())
    yield page.texts("coverage-pins", done=done, missing=len(pins) - done)


def _why(page: Page, lost: Carried) -> str:
    """Return why, of the reasons that somebody can mend."""
    if lost.shut:
        found = page.shelf.chats.get(lost.chat)
        return "muted" if found and found.standing.present else "out"
    said = lost.why.lower()
    if any(each in said for each in OUT):
        return "out"
    return "muted" if any(each in said for each in MUTED) else "other"
