"""How the watch list looks: the oldest first, who holds it, when it moved, what comes next."""

from datetime import UTC, datetime

from governance.powers import Verb, may
from handlers.buttons import VerbPress
from handlers.views.record import LETTER, tap
from handlers.views.shown import Button, Page, Shown
from services.cases import watching
from services.cases.watching import Watched

MOST = 8  # cases at once, each with its button


def watch(page: Page) -> Shown:
    """Show the list from a place on, each case with one thing to do next."""
    start = int(page.delivery.subject.split(":")[2])
    ids = page.shelf.desks.watched()
    found = watching.listed(page.shelf, ids[start : start + MOST], page.delivery.reader)
    lines = [page.texts("watch-heading" if found else "watch-none", count=len(ids))]
    lines += [_line(page, each) for each in found]
    rows = [[_button(page, each)] for each in found]
    if len(ids) > start + MOST:
        rows.append([tap(page, "watch-more", start + MOST, "watch")])
    return Shown(text="\n".join(lines), buttons=rows)


def _line(page: Page, each: Watched) -> str:
    case = each.case
    building = page.community.building(case.building).name if case.building else ""
    return page.texts(
        "watch-line",
        number=case.number,
        category=page.category(case.category),
        place=building or page.texts.plain("place-unknown"),
        status=page.texts.plain(f"case-status-{case.status}"),
        owner=page.community.called(case.holder),
        moved=page.when(each.moved),
        next=page.texts.plain(f"watch-next-{case.status}"),
    )


def _button(page: Page, each: Watched) -> Button:
    words, verb = ("watch-desk", "turn") if each.at_desk else ("watch-open", "open")
    label = page.texts.plain(words, number=each.case.number)
    return Button(label, VerbPress(LETTER, each.case.id, verb).data)


def week(page: Page) -> Shown:
    """Tell once a week what is watched, with the tap that opens the list, in private alone."""
    facts = page.delivery.facts
    text = page.texts(
        "watch-week",
        count=facts["count"],
        number=facts["number"],
        at=page.when(datetime.fromtimestamp(int(facts["at"] or 0) / 1000, UTC)),
    )
    private = page.delivery.address.chat > 0
    rows = [[tap(page, "watch-show", 0, "watch")]] if private else []
    return Shown(text=text, buttons=rows)


def offered(page: Page) -> list[list[Button]]:
    """Return the button that opens the list, to whoever may see it and where there is one."""
    count = len(page.shelf.desks.watched())
    if not count or not may(page.shelf.actor(page.delivery.reader), Verb.SEE_WATCH):
        return []
    label = page.texts.plain("watch-button", count=count)
    return [[Button(label, VerbPress(LETTER, 0, "watch").data)]]
