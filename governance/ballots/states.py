"""Where a ballot and a vote may stand, and what can be done to them (8.9, 8.10)."""

from enum import StrEnum


class Instrument(StrEnum):
    """What a ballot is for; only the middle two may decide something."""

    SURVEY = "survey"  # 征求意见，不是决议
    DELIBERATIVE = "deliberative"
    MENU = "menu"
    EVALUATION = "evaluation"


class BallotStatus(StrEnum):
    """Where a ballot stands."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSED = "closed"
    TALLIED = "tallied"
    CERTIFIED = "certified"
    PUBLISHED = "published"
    CONTESTED = "contested"
    CANCELLED = "cancelled"
    VOIDED = "voided"


class BallotAction(StrEnum):
    """What can be done to it; nothing edits it once it is open."""

    SCHEDULE = "schedule"
    OPEN = "open"
    CLOSE = "close"
    TALLY = "tally"
    CERTIFY = "certify"
    PUBLISH = "publish"
    CONTEST = "contest"
    UPHOLD = "uphold"
    CANCEL = "cancel"
    ASK_VOID = "ask-void"
    VOID = "void"
    KEEP = "keep"


class VoteStatus(StrEnum):
    """Where a vote stands."""

    ENTERED = "entered"
    CAST = "cast"
    CHANGED = "changed"
    LOCKED = "locked"
    REFUSED = "refused"
    LAPSED = "lapsed"
    INVALIDATED = "invalidated"


class VoteAction(StrEnum):
    """What can be done to it."""

    CONFIRM = "confirm"
    REFUSE = "refuse"
    LAPSE = "lapse"
    CHANGE = "change"
    LOCK = "lock"
    INVALIDATE = "invalidate"


class Channel(StrEnum):
    """How a vote came: by the voter's own press, or entered for him."""

    PRESS = "press"
    PHONE = "phone"
    DOORSTEP = "doorstep"
    PAPER = "paper"


S = BallotStatus

RUNNING = frozenset({S.OPEN})
OVER = frozenset({S.PUBLISHED, S.CANCELLED, S.VOIDED})
# from here on a ballot can only be voided, by two bodies and with a reason
VOIDABLE = frozenset(S) - {S.DRAFT, S.SCHEDULED, S.CANCELLED, S.VOIDED}
COUNTING = frozenset({VoteStatus.CAST, VoteStatus.LOCKED})
