"""Where a meeting and a sounding may stand, and what can be done to them."""

from enum import StrEnum


class MeetingKind(StrEnum):
    """What people are called to (E17, E24); a hearing has registered speakers (E18)."""

    TALK = "talk"  # 恳谈会
    COURTYARD = "courtyard"  # 屋场会
    EVENING = "evening"  # 广场夜谈
    FORUM = "forum"  # 居民论坛
    COUNCIL = "council"  # 协商议事会议
    HEARING = "hearing"  # 听证会


class MeetingStatus(StrEnum):
    """Whether a meeting is to come, is on record, or was called off."""

    ANNOUNCED = "announced"
    RECORDED = "recorded"
    CANCELLED = "cancelled"


class MeetingAction(StrEnum):
    """What can be done to it."""

    MOVE = "move"
    RECORD = "record"
    CANCEL = "cancel"


class Coming(StrEnum):
    """What somebody answers to an invitation."""

    COME = "come"
    STAY = "stay"
    SPEAK = "speak"  # comes, and is registered to speak; at a hearing alone


class SoundingStatus(StrEnum):
    """Whether a notice or a survey still runs."""

    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class SoundingAction(StrEnum):
    """What can be done to it."""

    CLOSE = "close"
    WITHDRAW = "withdraw"
