"""Where an edition may stand, and what can be done to it (8.12)."""

from enum import StrEnum


class EditionStatus(StrEnum):
    """Where an edition stands."""

    DUE = "due"
    DRAFT = "draft"
    IN_REVIEW = "in-review"
    APPROVED = "approved"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"
    ARCHIVED = "archived"


class EditionAction(StrEnum):
    """What can be done to it."""

    BEGIN = "begin"
    SUBMIT = "submit"
    APPROVE = "approve"
    COUNTERSIGN = "countersign"
    SEND_BACK = "send-back"
    OBJECT = "object"
    PUBLISH = "publish"
    CORRECT = "correct"
    SUPERSEDE = "supersede"
    ARCHIVE = "archive"


class ProgrammeStatus(StrEnum):
    """Whether an item is shown at all."""

    ACTIVE = "active"
    PAUSED = "paused"
    RETIRED = "retired"


class ProgrammeAction(StrEnum):
    """What is done to an item itself."""

    ADOPT = "adopt"
    PAUSE = "pause"
    RESUME = "resume"
    RETIRE = "retire"


class ChangeStatus(StrEnum):
    """What became of a change that somebody asked for."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


class ChangeAction(StrEnum):
    """What the other side says to it."""

    CONFIRM = "confirm"
    REFUSE = "refuse"


S = EditionStatus
UNPUBLISHED = frozenset({S.DUE, S.DRAFT, S.IN_REVIEW, S.APPROVED})
SHOWN = frozenset({S.PUBLISHED, S.SUPERSEDED, S.ARCHIVED})
