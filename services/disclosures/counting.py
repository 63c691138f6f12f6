"""A month's rates to committee and supervision; what few understood is written anew (G17)."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, time

from governance.directory import Role
from governance.disclosures import readers
from governance.disclosures.edition import Edition
from governance.disclosures.readers import Rates
from governance.disclosures.states import EditionStatus
from governance.notices import Address
from governance.residents import ResidentStatus
from services import deliveries
from services.disclosures import asking, versions
from services.ports import Shelf, Work

RATES, REWRITE = "edition_rates", "edition-rewrite"
S = EditionStatus
SHOWN = (S.ARCHIVED, S.PUBLISHED, S.SUPERSEDED)
DECEMBER, MORNING = 12, 9  # hours of the day on which a month is counted


def wake(work: Work) -> None:
    """Let this month be counted once it is over, whatever came back first."""
    today = work.now.astimezone(work.community.calendar.zone)
    since = _first(work, today.year, today.month)
    after = _first(work, today.year + today.month // DECEMBER, today.month % DECEMBER + 1)
    words = {"since": int(since.timestamp()), "until": int(after.timestamp())}
    at = after.replace(hour=MORNING)
    work.due(at, RATES, f"{RATES}:{since:%Y-%m}", **words)


def _first(work: Work, year: int, month: int) -> datetime:
    return datetime.combine(datetime(year, month, 1), time(), work.community.calendar.zone)  # noqa: DTZ001 -- its zone is given beside it


def month(work: Work, since: int, until: int) -> None:
    """Tell the rates of a month with their counts, and hand out what is to be written anew."""
    zone = work.community.calendar.zone
    first, after = (datetime.fromtimestamp(each, zone) for each in (since, until))
    shown = work.disclosures.standing(SHOWN)
    heard = {e.id: work.readings.said(e.id, first, after) for e in shown}
    told = [e for e in shown if heard[e.id] or _within(e.published_at, first, after)]
    asked = [q for e in shown for q in work.readings.questions(e.id) if first <= q.at < after]
    counts = readers.rates([heard[e.id] for e in told], residents(work), asked, work.now)
    facts = {"year": first.year, "month": first.month, **asdict(counts)}
    for reader in _told(work):
        here = Address(chat=reader)
        deliveries.notice(work, "edition-rates", here, reader=reader, facts=facts)
    numbers = work.community.disclosing
    for edition in told:
        stands = edition.status is S.PUBLISHED and not versions.correcting(work, edition)
        if stands and readers.unplain(work.readings.understood(edition.id), numbers):
            _rewrite(work, edition)


def standing(shelf: Shelf, editions: Sequence[Edition], at: datetime) -> Rates:
    """Count what came back of editions until now."""
    said = [shelf.readings.understood(e.id) for e in editions]
    asked = [q for e in editions for q in shelf.readings.questions(e.id)]
    return readers.rates(said, residents(shelf), asked, at)


def _within(at: datetime | None, first: datetime, after: datetime) -> bool:
    return at is not None and first <= at < after


def _told(work: Work) -> Sequence[int]:
    """Return committee and supervision, each once, by account."""
    both = (*work.community.holders(Role.COMMITTEE), *work.community.holders(Role.SUPERVISION))
    return tuple(dict.fromkeys(o.telegram for o in both if o.seated))


def residents(shelf: Shelf) -> int:
    """Count who could answer: every resident whose home is verified, once."""
    homes = shelf.residents.within([b.key for b in shelf.community.buildings])
    return len({r.person for r in homes if r.status is ResidentStatus.VERIFIED})


def _rewrite(work: Work, edition: Edition) -> None:
    """Give an edition to those who write it, to be said more plainly in a new version."""
    found = asking.writers(work, edition)
    readers = (o.telegram for o in found if o.telegram)
    deliveries.tasks(work, f"{REWRITE}:{edition.id}", readers)
