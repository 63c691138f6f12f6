"""What every view of disclosures is made of: names, periods, days, buttons."""

from datetime import date, timedelta

from governance.disclosures.edition import Edition
from governance.disclosures.periods import Period
from governance.notices import Fact
from governance.programme import Item
from handlers.buttons import VerbPress
from handlers.views.shown import BESIDE, Button, Page, cut
from services.disclosures import lines, staging

LETTER = "w"
MONTHS = {1: "month", 3: "quarter", 12: "year"}  # the periods that have a name of their own


def name(page: Page, item: Item | None) -> str:
    """Return what an item is called; a dash for one that has left the file."""
    if item is None:
        return "—"
    return item.names.get(page.texts.language) or item.names["zh-CN"]


def period(page: Page, found: Period) -> str:
    """Return a period as people call it: a month, a quarter, a year, or its days."""
    last, start = found.end - timedelta(days=1), found.start
    months = (found.end.year - start.year) * 12 + found.end.month - start.month
    whole = (
        start.day == found.end.day == 1 and (start.month - 1) % months == 0 if months else False
    )
    kind = MONTHS.get(months, "days") if whole else "days"
    return page.texts.plain(
        "programme-period",
        kind=kind,
        year=str(start.year),
        month=start.month,
        number=(start.month - 1) // 3 + 1,
        start=day(start),
        last=day(last),
    )


def title(page: Page, key: str, found: Period | None, occasion: str) -> str:
    """Return what an edition is of: its item, and its period or what happened."""
    about = period(page, found) if found else cut(page.public(occasion, figures=True), BESIDE)
    return page.texts.plain(
        "programme-title", name=name(page, page.community.item(key)), about=about or "none"
    )


def of_edition(page: Page, edition: Edition) -> str:
    """Return what an edition is of; of duties also of whom, of a project which stage."""
    if found := staging.promised(page.shelf, edition):
        resolution, clause, stage = found
        return promised(page, resolution.number, clause.number, stage)
    said = title(page, edition.item, edition.period, edition.occasion)
    known = page.community.known(edition.occasion) if edition.period else None
    return f"{said} · {known.known_as}" if known else said


def promised(page: Page, number: int, clause: int, stage: str) -> str:
    """Return what is shown of a promise: one of the stages of a project, or its result."""
    return page.texts.plain("programme-promised", number=number, clause=clause, stage=stage)


def version(page: Page, called: str, number: int) -> str:
    """Return what an edition is called where a correction is owed: with its version."""
    if number == 1:
        return called
    return page.texts.plain("programme-corrected", title=called, version=number)


def standing(page: Page, edition: Edition) -> str:
    """Return where an edition stands in words; of what is shown also what waits for an answer."""
    if count := lines.queried(page.shelf, edition):
        return page.texts.plain("programme-queried", count=count)
    return page.texts.plain(f"programme-status-{edition.status}")


def day(of: date) -> str:
    """Return a day as everybody reads it."""
    return f"{of:%Y-%m-%d}"


def button(page: Page, of: int, words: str, verb: str, **facts: Fact) -> Button:
    """Return a button of disclosures: of an edition, a change, or a page of a list."""
    return Button(page.texts.plain(words, **facts), VerbPress(LETTER, of, verb).data)


def link(page: Page, words: str, word: str) -> Button:
    """Return the button that leads from a group into the private chat."""
    url = f"https://t.me/{page.bot}?start={LETTER}_{word}"
    return Button(page.texts.plain(words), url=url)
