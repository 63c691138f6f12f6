"""Disputes: safety first, never in the hands of a party, voluntary throughout (C01, C02, C06)."""

from governance.mediation.advance import (
    ANYONE,
    Given,
    advance,
    automatic,
    check,
    choices,
    flagged,
)
from governance.mediation.dispute import Dispute, Entry, filled
from governance.mediation.skipping import (
    called_next,
    candidates,
    contacts,
    handlers,
    heads,
    left_out,
    mediators,
    members,
    roles_in,
    township,
)
from governance.mediation.states import (
    CLOSED,
    NOT_MEDIATED,
    OPEN,
    DisputeAction,
    DisputeStatus,
    DisputeType,
    LeftOut,
    PartyPair,
)
from governance.mediation.table import LIFECYCLE

__all__ = [
    "ANYONE",
    "CLOSED",
    "LIFECYCLE",
    "NOT_MEDIATED",
    "OPEN",
    "Dispute",
    "DisputeAction",
    "DisputeStatus",
    "DisputeType",
    "Entry",
    "Given",
    "LeftOut",
    "PartyPair",
    "advance",
    "automatic",
    "called_next",
    "candidates",
    "check",
    "choices",
    "contacts",
    "filled",
    "flagged",
    "handlers",
    "heads",
    "left_out",
    "mediators",
    "members",
    "roles_in",
    "township",
]
