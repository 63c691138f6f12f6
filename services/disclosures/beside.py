"""What an edition is checked against and filled from: what was shown before (G01 to G03, G14)."""

from collections.abc import Sequence
from typing import TypeVar

from governance.disclosures import checking, contents, ledger
from governance.disclosures.checking import Beside
from governance.disclosures.contents import (
    Beneficiaries,
    Content,
    Large,
    Month,
    Register,
    Year,
)
from governance.disclosures.edition import Edition
from governance.disclosures.ledger import Ledger, Side
from governance.disclosures.periods import Period
from governance.disclosures.programme import Item, Template
from governance.disclosures.states import EditionStatus
from governance.resolutions.states import PUBLIC
from services.disclosures import allowing, asking, staging, versions
from services.ports import Shelf

STANDING = frozenset({EditionStatus.PUBLISHED, EditionStatus.ARCHIVED})
C = TypeVar("C", Beneficiaries, Ledger, Register, Year)


def content(shelf: Shelf, edition: Edition) -> Content | None:
    """Return what stands in an edition; None while nothing does."""
    document = shelf.disclosures.content(edition.id)
    if document is None:
        return None
    template = asking.item_of(shelf, edition).template
    return contents.read(template, document, edition.period)


def shown(shelf: Shelf, item: Item, kind: type[C]) -> Sequence[tuple[Edition, C]]:
    """Return what stands shown of an item, in the order of its periods, and nothing replaced."""
    found = []
    for edition in shelf.disclosures.of(item.key):
        if edition.status in STANDING:
            known = content(shelf, edition)
            if isinstance(known, kind):
                found.append((edition, known))
    return found


def last(shelf: Shelf, edition: Edition, kind: type[C]) -> C | None:
    """Return what was shown of the same item before this period; None for the first."""
    item = asking.item_of(shelf, edition)
    before = [known for other, known in shown(shelf, item, kind) if _before(other, edition)]
    return before[-1] if before else None


def shown_last(shelf: Shelf, edition: Edition, kind: type[C]) -> tuple[Edition, C] | None:
    """Return what was shown last of the same item when this was: by its day, not its number.

    No version of the same edition is meant; a correction is compared as the first version was.
    """
    own = versions.family(shelf, edition)[0].published_at
    found = []
    for other, known in shown(shelf, asking.item_of(shelf, edition), kind):
        first = versions.family(shelf, other)[0]
        before = first.published_at and (own is None or first.published_at < own)
        if before and first.serial != edition.serial:
            found.append((first.published_at, first.id, other, known))
    return max(found, key=lambda each: each[:2])[2:] if found else None


def _before(other: Edition, edition: Edition) -> bool:
    if other.period is None or edition.period is None:
        return other.id < edition.id
    return other.period.end <= edition.period.start


def parted(shelf: Shelf, edition: Edition) -> Edition | None:
    """Return the shown accounts that no longer begin with what is left in these, if there are."""
    known = content(shelf, edition)
    if not isinstance(known, Ledger):
        return None
    found = shown(shelf, asking.item_of(shelf, edition), Ledger)
    return next((other for other, after in found if ledger.parted(known, after)), None)


def months(shelf: Shelf, edition: Edition) -> Sequence[Ledger]:
    """Return the shown accounts within a longer period, in their order."""
    period = edition.period
    if period is None:
        return ()
    return [m for m in _accounts(shelf, edition) if _within(m.period, period)]


def _within(month: Period, period: Period) -> bool:
    return period.start <= month.start and month.end <= period.end


def _accounts(shelf: Shelf, edition: Edition) -> Sequence[Ledger]:
    """Return every shown account of the same affairs: of one purse, as the file names it first."""
    kind = asking.item_of(shelf, edition).kind
    monthly = (i for i in shelf.community.disclosures if i.template is Template.LEDGER)
    purse = next((item for item in monthly if item.kind is kind), None)
    return [known for _, known in shown(shelf, purse, Ledger)] if purse else ()


def around(shelf: Shelf, edition: Edition) -> Beside:
    """Return all that an edition is checked against."""
    limits = ledger.limits(shelf.community.disclosing)
    template, period = asking.item_of(shelf, edition).template, edition.period
    if template in {Template.LEDGER, Template.USE} and period is not None:
        accounts = [known for _, known in shown(shelf, asking.item_of(shelf, edition), Ledger)]
        return Beside(
            last=last(shelf, edition, Ledger),
            resolutions=frozenset(r.number for r in shelf.resolutions.standing(sorted(PUBLIC))),
            allowed=allowing.left(shelf, edition) if template is Template.USE else None,
            year=[a for a in accounts if a.period.start.year == period.start.year],
            limits=limits,
        )
    if template in {Template.LARGE, Template.TOTALS} and period is not None:
        found = months(shelf, edition)
        return Beside(months=found, gap=checking.gap(found, period), limits=limits)
    nameless = asking.nameless(shelf.community)
    return Beside(
        unshown=staging.unshown(shelf, edition),
        project=staging.project(shelf, edition),
        nameless=nameless,
        limits=limits,
    )


def prefilled(shelf: Shelf, edition: Edition) -> Content | None:
    """Return what an edition can be filled with out of what is known; None where nothing is."""
    template = asking.item_of(shelf, edition).template
    if template is Template.LARGE:
        found = months(shelf, edition)
        return Large(lines=ledger.large(found, ledger.limits(shelf.community.disclosing)))
    if template is Template.TOTALS:
        return _year(shelf, edition)
    return last(shelf, edition, Register) if template is Template.ASSETS else None


def _year(shelf: Shelf, edition: Edition) -> Year | None:
    """Return the months of a year added up, beside the year before."""
    found = months(shelf, edition)
    if not found:
        return None
    summed, before = ledger.totals(found), last(shelf, edition, Year)
    return Year(
        opening=summed.opening,
        sums=summed.sums,
        closing=summed.closing,
        months=tuple(
            Month(
                number=n,
                start=m.period.start,
                income=m.total(Side.INCOME),
                expense=m.total(Side.EXPENSE),
            )
            for n, m in enumerate(found, 1)
        ),
        last=before.sums if before else None,
    )
