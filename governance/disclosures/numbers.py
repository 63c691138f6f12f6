"""What a community sets for all that it discloses: windows, thresholds, days to answer."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from governance.disclosures.ledger import Limits

_USUAL = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosing:
    """A community's own numbers, all of them proposals; the large amount is in fen."""

    window_days: int = 1  # supervision may object so long after an approval
    large: int = _USUAL.large
    jump: Fraction = _USUAL.jump
    answer_days: int = 7  # a question about a line is answered within

    @property
    def window(self) -> timedelta:
        """How long supervision may object."""
        return timedelta(days=self.window_days)

    @property
    def limits(self) -> Limits:
        """The numbers by which accounts are checked."""
        return Limits(large=self.large, jump=self.jump)
