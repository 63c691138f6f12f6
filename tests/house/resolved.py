"""What the house may say of resolutions."""

from governance.resolutions import forms as resolving
from governance.resolutions.states import (
    EVALUATION,
    ClauseStatus,
    Reply,
    ResolutionAction,
    ResolutionStatus,
)
from handlers.views import resolutions
from tests.house.forming import of_form

RESOLVED = {
    **of_form(resolving.RESOLVE),
    **of_form(resolving.CLAUSE, officer=()),
    **of_form(resolving.STEP),
    **of_form(resolving.REPORT),
    **of_form(resolving.AHEAD),
    "submit-let-ahead": {"submit-let-ahead"},
    **of_form(resolving.OUTCOME),
    "resolution-status-": {f"resolution-status-{s}" for s in ResolutionStatus},
    "resolution-next-": {f"resolution-next-{s}" for s in (*ResolutionStatus, "submitted")},
    "resolution-action-": {f"resolution-action-{a}" for a in ResolutionAction},
    "resolution-told-": {k for k in resolutions.TOLD if k.startswith("resolution-told-")},
    "resolution-clause-": {f"resolution-clause-{s}" for s in (*ClauseStatus, "more", "price")},
    "resolution-checkin-": {
        f"resolution-checkin-{s}" for s in ("wanted", "missed", "there", "over", "gone")
    },
    "resolution-seen-": {f"resolution-seen-{r}-tap" for r in Reply}
    | {"resolution-seen-no", "resolution-seen-unsure"},
    "resolution-toast-": {f"resolution-toast-{r}" for r in Reply},
    "resolution-question-": {f"resolution-question-{q}" for q in EVALUATION},
    "resolution-reply-": {f"resolution-reply-{q}-{r}" for q in EVALUATION for r in Reply},
}
