"""What the house may say of the programme of disclosures."""

from governance.disclosures.forms import CHANGE, EVENT
from governance.disclosures.states import (
    ChangeAction,
    EditionAction,
    EditionStatus,
    ProgrammeAction,
)
from governance.programme import Content, Kind, Privacy, Template
from services.disclosures.looking import List
from tests.house.forming import of_form

ASKED = (ProgrammeAction.PAUSE, ProgrammeAction.RESUME, ProgrammeAction.RETIRE)
DISCLOSED = {
    **of_form(CHANGE, action=ASKED),
    **of_form(EVENT),
    "submit-programme": {"submit-programme"},
    "submit-event": {"submit-event"},
    "programme-kind-": {f"programme-kind-{k}" for k in Kind},
    "programme-content-": {f"programme-content-{c}" for c in Content},
    "programme-status-": {f"programme-status-{s}" for s in EditionStatus},
    "programme-template-": {f"programme-template-{t}" for t in Template},
    "programme-privacy-": {f"programme-privacy-{p}" for p in Privacy},
    "programme-action-": {f"programme-action-{a}" for a in EditionAction},
    "programme-change-": {f"programme-change-{a}" for a in ChangeAction},
    "programme-list-": {f"programme-list-{each}" for each in List},
}
