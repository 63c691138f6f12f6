"""The calendar, the archive and the coverage, as everybody reads them (G06, G07, G09)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from governance.disclosures import changes
from governance.disclosures.edition import Edition
from governance.disclosures.states import ChangeStatus, ProgrammeStatus
from governance.powers import Verb, may
from governance.programme import Content, Item, Occasion
from handlers.views.disclosures import parts
from handlers.views.shown import BESIDE, Button, Page, Shown, cut, pairs
from services.disclosures import asking, coverage, looking, meant, owing, staging
from services.disclosures.looking import List
from services.disclosures.owing import Owed

MOST = 12  # lines of a page
NEXT = 6  # of the calendar, for a resident on a phone
CHANGING = frozenset({Verb.APPROVE_DISCLOSURE, Verb.CHECK_DISCLOSURE})
Lines = tuple[Sequence[str], Sequence[Sequence[Button]]]


def listing(page: Page) -> Shown:
    """Show one of the lists, with the ways to the others."""
    wanted = List(str(page.delivery.facts["list"]))
    lines, rows = LISTS[wanted](page, int(page.delivery.facts["start"] or 0))
    return Shown(text="\n".join(lines), buttons=[*rows, *_others(page, wanted)])


def _others(page: Page, shown: List) -> list[list[Button]]:
    """Return the ways to the other lists: taps in private, links from a group."""
    others = [each for each in (List.CALENDAR, List.ARCHIVE, List.COVERAGE) if each is not shown]
    if page.delivery.address.chat < 0:
        return [[parts.link(page, f"programme-list-{each}", each)] for each in others]
    found = [parts.button(page, 0, f"programme-list-{each}", each) for each in others]
    viewer = page.shelf.actor(page.delivery.reader)
    if shown is not List.ITEMS and any(may(viewer, verb) for verb in CHANGING):
        found.append(parts.button(page, 0, "programme-list-items", List.ITEMS))
    return pairs(found)


def _seen(page: Page, resolution: int) -> bool:
    """Whether this reader is told here of what a resolution owes or showed."""
    delivery = page.delivery
    return meant.seen(page.shelf, resolution, delivery.reader, delivery.address.chat)


def _today(page: Page) -> date:
    return date.fromisoformat(str(page.delivery.facts["day"]))


def _turning(
    page: Page, shown: List, start: int, count: int, most: int = MOST
) -> list[list[Button]]:
    """Return the taps that turn the page, in private alone."""
    if page.delivery.address.chat < 0:
        return []
    found = []
    if start > 0:
        found.append(parts.button(page, max(start - most, 0), "programme-newer", shown))
    if start + most < count:
        found.append(parts.button(page, start + most, "programme-older", shown))
    return [found] if found else []


def _calendar(page: Page, start: int) -> Lines:
    every = owing.calendar(page.shelf, _today(page))
    found = [each for each in every if _seen(page, each.resolution)]
    absent = sum(each.absent for each in found)
    most = _length(page, absent)
    shown = found[start : start + most]
    head = page.texts("programme-calendar", count=len(found), absent=absent)
    lines = [head, *(line(page, each) for each in shown)]
    if start == 0:
        lines += _paused(page)
    rows = [*_writing(page, shown), *_turning(page, List.CALENDAR, start, len(found), most)]
    return lines, rows


def _length(page: Page, absent: int) -> int:
    """Return how much of the calendar stands on a page: fewer lines for a resident in private.

    No page is turned in a group, an officer's taps stand under what is shown, and what is absent
    is put off for nobody.
    """
    if page.delivery.address.chat < 0 or page.shelf.actor(page.delivery.reader).officer:
        return MOST
    return min(MOST, max(NEXT, absent))


def line(page: Page, owed: Owed) -> str:
    """Say what is owed until when and by which office, and whether it is absent."""
    return page.texts(
        "programme-absent-line" if owed.absent else "programme-due-line",
        title=_title(page, owed),
        day=parts.day(owed.day) if owed.day else "none",
        by=page.offices([owed.by]),
        known="yes" if owed.known else "no",
    )


def _title(page: Page, owed: Owed) -> str:
    if not owed.resolution:
        called = parts.title(page, owed.item, owed.period, owed.occasion)
        return parts.version(page, called, owed.version)
    number = page.shelf.resolutions.get(owed.resolution).number
    called = parts.promised(page, number, owed.clause, owed.stage or "none")
    return parts.version(page, called, owed.version)


def _paused(page: Page) -> list[str]:
    """Say of each item that is paused or over since when, why, and who agreed (8.12)."""
    lines = []
    for item in page.community.disclosures:
        known = owing.of_item(page.shelf, item.key)
        standing = changes.status(known)
        if standing is ProgrammeStatus.ACTIVE:
            continue
        last = [c for c in known if c.status is ChangeStatus.CONFIRMED][-1]
        at = last.decided_at or last.asked_at
        lines.append(
            page.texts(
                "programme-standing",
                name=parts.name(page, item),
                standing=standing,
                day=parts.day(owing.local(page.shelf, at)),
                why=cut(page.public(last.why, figures=True), BESIDE),
            )
        )
    return lines


def _writing(page: Page, shown: Sequence[Owed]) -> list[list[Button]]:
    """Return the worksheets of those who write, sign or check, in private alone."""
    viewer = page.shelf.actor(page.delivery.reader)
    if page.delivery.address.chat < 0 or not viewer.officer:
        return []
    far = any(may(viewer, verb) for verb in CHANGING)
    rows = []
    for owed in shown:
        if owed.edition and (far or _near(page, owed)):
            label = cut(_title(page, owed), 40)
            rows.append([parts.button(page, owed.edition, "programme-open", "open", name=label)])
    events = [
        parts.button(page, 0, "programme-event", f"event={item.key}", name=parts.name(page, item))
        for item in page.community.disclosures
        if item.occasion is Occasion.EVENT and asking.may_draft(page.community, item, viewer)
    ]
    return [*rows, *pairs(events)]


def _near(page: Page, owed: Owed) -> bool:
    """Whether this reader may write an edition that is owed."""
    edition = page.shelf.disclosures.get(owed.edition)
    viewer = page.shelf.actor(page.delivery.reader)
    return asking.may_write(page.shelf, edition, viewer)


def _archive(page: Page, start: int) -> Lines:
    every = ((e, staging.staged(e)) for e in looking.archive(page.shelf))
    found = [e for e, of in every if _seen(page, of[0] if of else 0)]
    shown = found[start : start + MOST]
    head = page.texts("programme-archive" if found else "programme-archive-none", count=len(found))
    lines = [head, *(_published(page, each) for each in shown)]
    rows = [] if page.delivery.address.chat < 0 else _again(page, shown)
    return lines, [*rows, *_turning(page, List.ARCHIVE, start, len(found))]


def _again(page: Page, shown: Sequence[Edition]) -> list[list[Button]]:
    """Return the tap of each edition that this reader may have again, in private."""
    viewer = page.shelf.actor(page.delivery.reader)
    rows = []
    for each in shown:
        known = page.community.item(each.item) is not None
        if known and meant.reads(page.shelf, each, viewer):
            label = cut(f"{each.serial}-{each.version} {parts.of_edition(page, each)}", 40)
            rows.append([parts.button(page, each.id, "programme-open", "again", name=label)])
    return rows


def _published(page: Page, edition: Edition) -> str:
    at = edition.published_at
    return page.texts(
        "programme-archive-line",
        serial=edition.serial,
        version=edition.version,
        title=parts.of_edition(page, edition),
        day=parts.day(owing.local(page.shelf, at)) if at else "—",
        standing=parts.standing(page, edition),
    )


def _coverage(page: Page, back: int) -> Lines:
    """Show a quarter: of each content how much, or that there was nothing (G06)."""
    period = coverage.quarter(_today(page), back)
    found = coverage.covered(page.shelf, period)
    none = sum(not count for count in found.values())
    about = parts.period(page, period)
    lines = [page.texts("programme-coverage", period=about, count=none)]
    for content in Content:
        called = page.texts.plain(f"programme-content-{content}")
        lines.append(page.texts("programme-coverage-line", name=called, count=found[content]))
    if page.delivery.address.chat < 0:
        return lines, []
    rows = [parts.button(page, back + 1, "programme-quarter-before", List.COVERAGE)]
    if back:
        rows.append(parts.button(page, back - 1, "programme-quarter-after", List.COVERAGE))
    return lines, [rows]


def _items(page: Page, start: int) -> Lines:
    """Show the items with the tap that asks for a change, to those who may ask."""
    viewer = page.shelf.actor(page.delivery.reader)
    allowed = any(may(viewer, verb) for verb in CHANGING)
    found = page.community.disclosures if allowed else ()
    shown = found[start : start + MOST]
    lines = [page.texts("programme-items", count=len(found))]
    lines += [_item(page, item) for item in shown]
    rows = pairs(
        [
            parts.button(
                page, 0, "programme-item-button", f"change={item.key}", name=parts.name(page, item)
            )
            for item in shown
        ]
    )
    return lines, [*rows, *_turning(page, List.ITEMS, start, len(found))]


def _item(page: Page, item: Item) -> str:
    known = owing.of_item(page.shelf, item.key)
    return page.texts(
        "programme-item",
        name=parts.name(page, item),
        kind=page.texts.plain(f"programme-kind-{item.kind}"),
        content=page.texts.plain(f"programme-content-{item.content}"),
        by=page.offices([asking.office(page.community, item)]),
        standing=changes.status(known),
        asked="yes" if any(c.status is ChangeStatus.ASKED for c in known) else "no",
    )


LISTS: Mapping[List, Callable[[Page, int], Lines]] = {
    List.CALENDAR: _calendar,
    List.ARCHIVE: _archive,
    List.COVERAGE: _coverage,
    List.ITEMS: _items,
}


def subscribing(page: Page) -> Shown:
    """Say whether somebody reads along in private, with the tap that changes it."""
    on = page.delivery.facts["on"] == "yes"
    wanted, words = (0, "programme-leave") if on else (1, "programme-join")
    text = page.texts("subscribe", on="yes" if on else "no")
    return Shown(text=text, buttons=[[parts.button(page, wanted, words, "subscribe")]])
