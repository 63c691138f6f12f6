"""What is told of an edition in one language, and the words that all templates share."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from governance import privacy
from governance.disclosures.contents import Content
from governance.disclosures.edition import Edition
from governance.disclosures.ledger import Line, Side
from governance.disclosures.telling import yuan
from governance.notices import Fact
from governance.papers import Table
from governance.programme import Item
from handlers.texts import Texts, unmarked
from handlers.views.shown import cut
from services.disclosures import staging
from services.ports import Shelf

BRIEF = 44  # characters of what somebody wrote, in a line of the message
LINES = 6  # of the message at most, as far as a template has two that can be one
YEAR, QUARTER = 12, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An edition on its way to words: lines of a message, what it lists below, all tables."""

    shelf: Shelf
    texts: Texts
    edition: Edition
    item: Item
    content: Content
    lines: Sequence[str] = ()
    beside: int = 0  # the line that goes with the one before it where there are too many
    listed: Sequence[str] = ()  # a few of what its tables tell: paper has those in their place
    top: Table | None = None  # its largest entries
    tables: Sequence[Table] = ()
    notes: Sequence[str] = field(default=())
    whole: bool = False  # whether its lines and its list leave out nothing of its tables

    def saying(self, **more: Any) -> "Told":  # noqa: ANN401 -- fields of this very class
        """Return the same with what a template says."""
        return replace(self, **more)

    def short(self) -> "Told":
        """Return the same in six lines: the two that weigh least are one where there are more."""
        if len(self.lines) <= LINES or not self.beside:
            return self
        before, at = self.beside - 1, self.beside
        one = self.texts("sheet-joined", one=self.lines[before], other=self.lines[at])
        return self.saying(lines=[*self.lines[:before], one, *self.lines[at + 1 :]], beside=0)

    def name(self) -> str:
        """Return what the item is called."""
        return self.item.names.get(self.texts.language) or self.item.names["zh-CN"]

    def title(self) -> str:
        """Return the headline: what, and of which time."""
        return self.texts("sheet-edition-title", name=self.name(), period=self.period())

    def numbered(self) -> str:
        """Return under which serial number, and in which version."""
        return self.texts(
            "sheet-edition-number", serial=self.edition.serial, version=self.edition.version
        )

    def period(self) -> str:
        """Return the time it is of, as people call it; its occasion where it has no period."""
        found = self.edition.period
        if found is None:
            return self._happened()
        start, end = found.start, found.end
        months = (end.year - start.year) * 12 + end.month - start.month
        whole = start.day == end.day == 1 and (start.month - 1) % max(months, 1) == 0
        kinds = {1: "month", QUARTER: "quarter", YEAR: "year"}
        return self.texts.plain(
            "sheet-edition-period",
            kind=kinds.get(months, "days") if whole else "days",
            year=str(start.year),
            month=start.month,
            quarter=(start.month - 1) // QUARTER + 1,
            start=start.isoformat(),
            end=(end - timedelta(days=1)).isoformat(),
        )

    def _happened(self) -> str:
        """Return what an edition without a period is of: what happened, or a project's stage."""
        found = staging.promised(self.shelf, self.edition)
        if found is None:
            return self.edition.occasion
        resolution, clause, stage = found
        facts: dict[str, Fact] = {"number": resolution.number, "clause": clause.number}
        return self.texts.plain("programme-promised", **facts, stage=stage)

    def said(self, text: str, longest: int = 0) -> str:
        """Return what was drafted, as everybody may read it: its figures stay (N06, N21)."""
        text = privacy.mask(text)  # neither picture nor paper passes a gate on its way
        return cut(text, longest) if longest else text

    def words(self, key: str) -> str:
        """Return the words of a column."""
        return self.texts.plain(f"sheet-column-{key}")

    def most(self) -> Iterator[str]:
        """Yield what is listed, and the largest entries, as lines of a message."""
        yield from (f"– {each}" for each in self.listed)
        if self.top is None:
            return
        yield self.texts("sheet-edition-top", heading=self.top.heading)
        for what, amount in self.top.rows:
            yield self.texts("sheet-edition-entry", what=what, amount=amount)


def plain(line: str) -> str:
    """Return a line without markup."""
    return unmarked(line)


def top(told: Told, key: str, lines: Iterable[Line]) -> Table | None:
    """Return the largest entries, each by its number."""
    rows = [
        [
            told.texts.plain("sheet-line", number=n.number, what=told.said(n.what, BRIEF)),
            yuan(n.amount),
        ]
        for n in lines
    ]
    if not rows:
        return None
    columns = [told.words("what"), told.words("amount")]
    return Table(heading=told.texts.plain(key), columns=columns, rows=rows, right=[1])


def entries(told: Told, lines: Sequence[Line]) -> Table:
    """Return every entry in the order of its numbers, with the papers it rests on under it."""
    signs = {Side.INCOME: "+", Side.EXPENSE: "-"}
    rows = [
        [
            str(line.number),
            day(line.on),
            _entry(told, line),
            f"{signs[line.side]}{yuan(line.amount)}",
        ]
        for line in lines
    ]
    columns = [told.words(key) for key in ("number", "day", "what", "amount")]
    heading = told.texts.plain("sheet-edition-entries", count=len(rows))
    return Table(heading=heading, columns=columns, rows=rows, right=[3], wide=2)


def day(found: date) -> str:
    """Return a day of the period, short."""
    return f"{found:%m-%d}"


def _entry(told: Told, line: Line) -> str:
    papers = (("payee", line.payee), ("receipt", line.receipt), ("basis", line.basis))
    under = [
        told.texts.plain(f"sheet-entry-{key}", value=told.said(value))
        for key, value in papers
        if value
    ]
    if line.resolution:
        under.append(told.texts.plain("sheet-entry-resolution", number=line.resolution))
    return "\n".join([told.said(line.what), *under])
