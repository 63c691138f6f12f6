"""Where a dispute may stand, what can be done to it, and what it may be about (8.4, C05, C06)."""

from enum import StrEnum


class DisputeStatus(StrEnum):
    """Where a dispute stands."""

    REPORTED = "reported"
    CONSENT_ASKED = "consent-asked"
    MEDIATOR_ASKED = "mediator-asked"
    ASSIGNED = "assigned"
    REFERRED = "referred"
    NO_CONSENT = "no-consent"
    WITHDRAWN = "withdrawn"


class DisputeAction(StrEnum):
    """What can be done to a dispute."""

    ACKNOWLEDGE = "acknowledge"
    LOWER = "lower"
    RAISE = "raise"
    ASK_CONSENT = "ask-consent"
    AGREE = "agree"
    REFUSE = "refuse"
    ACCEPT = "accept"
    DECLINE = "decline"
    PASS_ON = "pass-on"  # noqa: S105 -- an action
    VACATE = "vacate"
    CONTACT = "contact"
    REPLY = "reply"
    RECORD = "record"
    REFER = "refer"
    WITHDRAW = "withdraw"
    ASK_WITHDRAWAL = "ask-withdrawal"
    LET_WITHDRAW = "let-withdraw"


class DisputeType(StrEnum):
    """What a dispute is about (C05)."""

    FAMILY = "family"
    NEIGHBOURS = "neighbours"
    NOISE = "noise"
    PROPERTY = "property"
    ASSETS = "assets"
    EXPROPRIATION = "expropriation"
    DIVIDENDS = "dividends"
    WELFARE = "welfare"
    LAND = "land"
    LABOUR = "labour"
    ELECTIONS = "elections"


class PartyPair(StrEnum):
    """Between whom it is (C06)."""

    HOUSEHOLD = "household"
    COMMUNITY = "community"
    NEWCOMERS = "newcomers"
    MIGRANTS = "migrants"
    GOVERNMENT = "government"
    LABOUR = "labour"
    DEVELOPER = "developer"
    OWNERS = "owners"
    COMMITTEE = "committee"


class LeftOut(StrEnum):
    """Why an officer neither reads nor handles a dispute (C06, A09)."""

    REPORTER = "reporter"
    PARTY = "party"
    KIN = "kin"
    NAMED = "named"  # as a party or kin, in another post than today's


S = DisputeStatus

# legal elections are never dealt with here: who may is named, and nothing is filed (C05, N01)
NOT_MEDIATED = frozenset({DisputeType.ELECTIONS})
OPEN = frozenset({S.REPORTED, S.CONSENT_ASKED, S.MEDIATOR_ASKED, S.ASSIGNED})
CLOSED = frozenset(S) - OPEN
