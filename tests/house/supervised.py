"""What the house may say of supervision, and of the records of what is numbered."""

from governance.ballots.states import BallotAction
from governance.supervision import (
    OPINION,
    REPLY,
    WITHDRAWAL,
    MeasureAction,
    MeasureStatus,
    unmatched,
)
from services.history import Series
from services.supervision.finding import POINTS, List
from tests.house.forming import of_form
from tests.house.noted import worded

SUPERVISED = {
    **of_form(OPINION, days=()),
    **of_form(REPLY),
    **of_form(WITHDRAWAL),
    **{f"submit-{f.kind}": {f"submit-{f.kind}"} for f in (OPINION, REPLY, WITHDRAWAL)},
    "supervise-count-": {f"supervise-count-{each}" for each in (*POINTS, List.OPINIONS)},
    "supervise-list-": {f"supervise-list-{each}" for each in List},
    "supervise-point-": {f"supervise-point-{each}" for each in (*POINTS, List.OPINIONS)},
    "supervise-head-": {f"supervise-head-{each}" for each in List},
    "power-verb-": {f"power-verb-{verb}" for verb in unmatched(())},
    "measure-standing-": {f"measure-standing-{s}" for s in (*MeasureStatus, "missing")},
    "measure-action-": {f"measure-action-{a}" for a in MeasureAction},
    "measure-told-": {"measure-told-answered", "measure-told-withdrawn"},
    "history-words-": {f"history-words-{each}" for each in Series},
    "history-ballot-": {f"history-ballot-{a}" for a in BallotAction},
}


def supervised(keys):
    """Return the families of supervision, with what the audit has words for among these keys."""
    return {**SUPERVISED, "supervise-verb-": worded(keys)}
