"""Where a resolution and its clauses may stand, and what can be done to them (8.11)."""

from enum import StrEnum


class ResolutionStatus(StrEnum):
    """Where a resolution stands."""

    DRAFTED = "drafted"
    LEGAL_CHECKED = "legal-checked"
    PUBLISHED = "published"
    OBJECTION_WINDOW = "objection-window"
    IN_FORCE = "in-force"
    IMPLEMENTING = "implementing"
    OVERDUE = "overdue"
    IMPLEMENTED = "implemented"
    RESULT_PUBLISHED = "result-published"
    DISPUTED = "disputed"
    UNDER_CORRECTION = "under-correction"
    CLOSED = "closed"


class ResolutionAction(StrEnum):
    """What can be done to it."""

    EDIT = "edit"
    HAND_IN = "hand-in"
    RETURN = "return"
    CHECK = "check"
    PUBLISH = "publish"
    OPEN = "open"
    OBJECT = "object"
    ANSWER = "answer"
    UPHOLD = "uphold"
    ENTER = "enter"
    BEGIN = "begin"
    LATE = "late"
    CATCH_UP = "catch-up"
    FINISH = "finish"
    DISCLOSE = "disclose"
    DISPUTE = "dispute"
    RESUME = "resume"
    CLOSE = "close"
    CORRECT = "correct"
    REDRAFT = "redraft"


class ResolutionKind(StrEnum):
    """In what form an agreement is fixed (E07)."""

    PACT = "pact"  # 村规民约修订
    AGREEMENT = "agreement"
    PLAN = "plan"
    PROJECT = "project"


class ClauseStatus(StrEnum):
    """What became of one promise; whoever checks it and stays silent has not confirmed it."""

    OPEN = "open"
    KEPT = "kept"
    PARTLY = "partly"
    UNCONFIRMED = "unconfirmed"
    BROKEN = "broken"


class Rhythm(StrEnum):
    """How often whoever is responsible reports, before the day itself."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    ONCE = "once"  # on the day alone


class Stage(StrEnum):
    """The three stages at which a project is shown, in their order (G05)."""

    BEFORE = "before"  # 开工前
    HALFWAY = "halfway"  # 进展到一半
    SETTLED = "settled"  # 项目结算


class Question(StrEnum):
    """What people are asked: while it is carried out, and at its end (E14, F04)."""

    SEEN = "seen"  # 看到落实了吗
    OPENLY = "openly"  # 程序公开吗
    HEARD = "heard"  # 意见被听取吗
    DONE = "done"  # 做到了吗


class Reply(StrEnum):
    """What somebody answers; the last answer of a person counts."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Outcome(StrEnum):
    """What came of a matter that was referred (E08)."""

    STUDIED = "studied"  # 研究决定
    CORRECTED = "corrected"  # 依法纠正
    AGAIN = "again"  # 再协商


S = ResolutionStatus

WORKING = frozenset({S.IMPLEMENTING, S.OVERDUE})
# public, and not yet carried out: here the township or supervision may ask for a correction (F11)
CORRECTABLE = WORKING | {S.PUBLISHED, S.OBJECTION_WINDOW, S.IN_FORCE}
OVER = frozenset({S.CLOSED})
PUBLIC = frozenset(S) - {S.DRAFTED, S.LEGAL_CHECKED}
# what it allows to be spent is allowed; not while it is corrected, nor before it is in force
ALLOWING = PUBLIC - {S.PUBLISHED, S.OBJECTION_WINDOW, S.UNDER_CORRECTION}
# what its promises cost is bound; while it is corrected too, lest it be given away twice (G16)
BOUND = PUBLIC - {S.PUBLISHED, S.OBJECTION_WINDOW}
SETTLED = frozenset(ClauseStatus) - {ClauseStatus.OPEN}
# asked of everybody at the end; the last of them makes the rate of what was kept (idea 10)
EVALUATION = (Question.OPENLY, Question.HEARD, Question.DONE)
