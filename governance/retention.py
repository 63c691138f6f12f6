"""How long each kind of record is kept before it is let go of by itself (N06, PIPL 19)."""

from dataclasses import dataclass
from datetime import timedelta

_MONTH, _YEAR = timedelta(days=30), timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """What a community decided; all are proposals, and counted from when a matter was over."""

    talks: timedelta = _MONTH  # drafts and half-finished talks, with their pictures
    letters: timedelta = _MONTH  # what could not be read; what the operator was told
    received: timedelta = _MONTH  # the bare numbers of updates that were done
    messages: timedelta = 3 * _MONTH  # what notices said, once they are sent
    reminders: timedelta = 6 * _MONTH
    residents: timedelta = 6 * _MONTH  # who moved out, or was refused
    rosters: timedelta = _YEAR  # lists of owners that a newer one replaced
    relays: timedelta = _YEAR  # words between a reporter and those who work on a case
    revisions: timedelta = _YEAR  # corrected texts of a report
    disputes: timedelta = _YEAR  # what was told of a dispute
    cases: timedelta = 3 * _YEAR  # the words and pictures of a report
    topics: timedelta = 3 * _YEAR  # what people said in a deliberation; what came of it is kept
    details: timedelta = 5 * _YEAR  # of the audit; its chain is kept for ever
