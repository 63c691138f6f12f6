"""The head of the audit chain as it was told in public each day, and whether it still is so.

Whoever holds the file can rewrite the whole chain; not what stands in the neighbours' phones.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from governance.chain import Verdict
from governance.procedure import Requirements

FEWEST = 8  # letters of a hash that a reader compares
MOST = 64  # letters of a whole one
TOLD = 16  # letters in the line of a day; so few are not found by trying
_GROUP = 4
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What was told on a day: how many entries were sealed, the last of them, and its hash."""

    day: date
    count: int
    entry: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An anchor, and the entry and the hash that stand at its place in the chain now, if any."""

    anchor: Anchor
    entry: int = 0
    hash: str = ""

    @property
    def fits(self) -> bool:
        """Whether the chain still is at this place what was told."""
        return (self.entry, self.hash) == (self.anchor.entry, self.anchor.hash)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a verification came to: the verdict, and the days between which it was told.

    `fits` is the last day up to which all is as it was told, `misfit` the first that is not; where
    the chain is broken behind the last day, there is no misfit, and still it is broken.
    """

    verdict: Verdict
    first: date | None = None
    last: date | None = None
    fits: date | None = None
    misfit: date | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing was altered."""
        return self.verdict.broken is None and self.misfit is None


def judge(verdict: Verdict, held: Iterable[Held]) -> Finding:
    """Compare a chain that was followed with what was told of it, and name the first day."""
    days = sorted(held, key=lambda h: h.anchor.day)
    good = _good(verdict, days)
    return Finding(
        verdict=verdict,
        first=days[0].anchor.day if days else None,
        last=days[-1].anchor.day if days else None,
        fits=days[good - 1].anchor.day if good else None,
        misfit=days[good].anchor.day if good < len(days) else None,
    )


def _good(verdict: Verdict, days: Sequence[Held]) -> int:
    """Return how many of the days fit before the first that does not."""
    count = 0
    for place, held in enumerate(days):
        anchor, broken = held.anchor, verdict.broken
        reached = count <= anchor.count <= verdict.sealed
        before = broken is None or anchor.entry < broken.entry
        if not (reached and before and held.fits):
            return place
        count = anchor.count
    return len(days)


def letters(said: str) -> str:
    """Return the letters of a hash as somebody typed or copied them, without what parts them."""
    return "".join(c for c in said.lower() if c not in " :：·.-").strip()


def is_hash(said: str) -> bool:
    """Whether these letters can be compared: enough of them, and none that a hash has not."""
    return FEWEST <= len(said) <= MOST and all(c in "0123456789abcdef" for c in said)


def told(found: str) -> str:
    """Return the first letters of a hash in small groups, as they are read out and compared."""
    return ":".join(found[n : n + _GROUP] for n in range(0, TOLD, _GROUP))


def next_line(at: datetime, zone: ZoneInfo, required: Requirements) -> datetime:
    """Return when the next line is told: as the quiet hours end, with the whole day's budget."""
    local = at.astimezone(zone)
    morning = datetime.combine(local.date(), time(required.quiet_until), zone)
    return morning if morning > local else morning + _DAY
