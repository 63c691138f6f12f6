"""Where a topic may stand, and what can be done to it (8.8)."""

from enum import StrEnum


class TopicStatus(StrEnum):
    """Where a topic stands."""

    PROPOSED = "proposed"
    PRE_REVIEW = "pre-review"
    RETURNED = "returned"
    REJECTED = "rejected"
    REDIRECTED = "redirected"
    ADMITTED = "admitted"
    NOTICED = "noticed"
    DISCUSSION = "discussion"
    SUMMARY = "summary"
    POLLING = "polling"
    CONSENSUS = "consensus"
    NO_CONSENSUS = "no-consensus"
    INVALID = "invalid"
    REFERRED = "referred"
    DIRECTED = "directed"
    AWAIT_MEETING = "await-meeting"
    MEETING_PASSED = "meeting-passed"
    MEETING_FAILED = "meeting-failed"
    RESOLVING = "resolving"
    RESOLVED = "resolved"
    EVALUATED = "evaluated"
    ARCHIVED = "archived"


class TopicAction(StrEnum):
    """What can be done to it."""

    REVIEW = "review"
    OVERDUE = "overdue"
    ADMIT = "admit"
    RETURN = "return"
    REJECT = "reject"
    REDIRECT = "redirect"
    RESUBMIT = "resubmit"
    NOTICE = "notice"
    DISCUSS = "discuss"
    SUMMARISE = "summarise"
    RESUME = "resume"
    POLL = "poll"
    AGREE = "agree"
    CARRY = "carry"
    FAIL = "fail"
    LACK = "lack"
    RETRY = "retry"
    REFER = "refer"
    DIRECT = "direct"
    AWAIT = "await"
    PASS = "pass"  # noqa: S105 -- a meeting passes it
    MISS = "miss"
    CHECK = "check"
    DOUBT = "doubt"
    RESOLVE = "resolve"
    CONCLUDE = "conclude"
    EVALUATE = "evaluate"
    ARCHIVE = "archive"


class Study(StrEnum):
    """What the party organisation's study came to; nothing more of it is kept (E11, N02)."""

    AGREE = "agree"
    ADJUST = "adjust"
    POSTPONE = "postpone"


class Criterion(StrEnum):
    """Why a matter must be deliberated (E01)."""

    PUBLIC_INTEREST = "public-interest"
    VITAL_DIFFICULTY = "vital-difficulty"
    DISPUTE = "dispute"


class Consultation(StrEnum):
    """How everybody is heard on a vital decision; one at the least (E18)."""

    SURVEY = "survey"
    NOTICE = "notice"
    HEARING = "hearing"


class Step(StrEnum):
    """What a kind of matter can be made to pass, besides a talk and its summary (E02)."""

    MEETING = "meeting"
    SURVEY = "survey"
    NOTICE = "notice"
    HEARING = "hearing"


class Lack(StrEnum):
    """What can be missing before a ballot (E02, E05, E18)."""

    DISCUSSION = "discussion"
    SUMMARY = "summary"
    CONSULTATION = "consultation"
    STAGES = "stages"
    PARTICIPANTS = "participants"


S = TopicStatus

# before the public; in the public's hands; settled; over
WAITING = frozenset({S.PROPOSED, S.PRE_REVIEW, S.RETURNED, S.ADMITTED})
RUNNING = frozenset({S.NOTICED, S.DISCUSSION, S.SUMMARY, S.POLLING})
UNDELIBERATED = frozenset({S.REJECTED, S.REDIRECTED})  # closed without a talk (E01)
OVER = frozenset({S.REJECTED, S.REDIRECTED, S.ARCHIVED})
