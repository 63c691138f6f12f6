"""How what waits is shown to who may tell it at once, and what was told so."""

from collections.abc import Sequence

from governance.attention import Urgent
from handlers.views.shown import BESIDE, Page, Shown, cut, fitting
from handlers.views.spared import OF_IT, words


def waiting(page: Page) -> Shown:
    """Show what waits: its number, its group, and the beginning of it as it stands by now."""
    found, lines = page.shelf.attention.waiting(), []
    titles = {each.id: each.name for each in page.community.chats}
    for number, delivery in found.items():
        first = words(page, delivery, OF_IT)
        group = titles.get(delivery.address.chat, "")
        lines.append(page.texts("urgent-waiting-line", number=number, group=group, line=first))
    return Shown(text=fitting([page.texts("urgent-waiting", count=len(found))], lines))


def told(page: Page) -> Shown:
    """Show a group why the message below did not wait."""
    why = page.public(str(page.delivery.facts["why"]), figures=True)
    return Shown(text=page.texts("urgent-told", why=why))


def sent(page: Page) -> Shown:
    """Say to who sent it where it went, and how many this month has by now."""
    count = len(page.shelf.urgents.told(str(page.delivery.facts["month"])))
    here = page.delivery.facts["group"]
    group = next((each.name for each in page.community.chats if each.id == here), "")
    return Shown(text=page.texts("urgent-sent", group=group, count=count))


def month(page: Page) -> Shown:
    """Show how many a month had, and the reason of each."""
    of = str(page.delivery.facts["month"])
    found = page.shelf.urgents.told(of)
    head = page.texts("urgent-month", month=of, count=len(found))
    return Shown(text=fitting([head], lines(page, found)))


def lines(page: Page, found: Sequence[Urgent]) -> list[str]:
    """Say each with its day, who let it, and why."""
    names = {o.key: o.known_as for o in (*page.community.former, *page.community.officers)}
    return [
        page.texts(
            "urgent-line",
            at=page.when(each.at),
            who=names.get(each.officer, each.officer),
            why=cut(page.public(each.why, figures=True), BESIDE),
        )
        for each in found
    ]


NOTICES = {
    "urgent-waiting": waiting,
    "urgent-told": told,
    "urgent-sent": sent,
    "urgent-month": month,
}
