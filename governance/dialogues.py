"""A short talk that gathers what a verb still needs; nothing is done before the person's tap."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class DialogueKind(StrEnum):
    """What is being gathered."""

    REPORT = "report"
    STEP = "step"
    REFUSE_SEAT = "refuse-seat"
    ASK_REVOKE = "ask-revoke"
    REFER = "refer"
    MERGE = "merge"
    INFORM = "inform"
    SUPPLEMENT = "supplement"
    RELAY = "relay"
    LEAVE = "leave"
    DISPUTE = "dispute"
    MEDIATE = "mediate"
    AGAIN = "again"
    NAMED = "named"
    REST = "rest"
    PROXY = "proxy"
    CORRECT = "correct"
    BIND = "bind"
    UNBIND = "unbind"
    JOIN = "join"
    RESIDENT = "resident"
    PROPOSE = "propose"
    IDEA = "idea"
    LAY_TOPIC = "lay-topic"
    PREREVIEW = "prereview"
    ELEMENTS = "elements"
    STUDY = "study"
    CONCERN = "concern"
    TOPIC_STEP = "step-topic"
    SUMMARY = "summary"
    SPEAK = "speak"
    ANSWER_STATEMENT = "answer-statement"
    MEET_OBJECTION = "meet-objection"
    RESOLVE = "resolve"
    CLAUSE = "clause"
    RESOLUTION_STEP = "resolution-step"
    CHECK_IN = "check-in"
    REFERRAL_OUTCOME = "outcome"
    BALLOT = "ballot"
    BALLOT_STEP = "step-ballot"
    MARK = "mark"
    ENTER_VOTE = "enter-vote"
    HAND_PAPER = "hand-paper"
    TAKE_PAPER = "take-paper"
    COUNT_PAPERS = "count-papers"
    CONFIRM_PAPERS = "confirm-papers"
    OWNER = "owner"
    CONVENE = "convene"
    MOVE_MEETING = "move-meeting"
    CALL_OFF = "call-off"
    MINUTES = "minutes"
    SPOKEN = "spoken"
    POST_NOTICE = "post-notice"
    POST_SURVEY = "post-survey"
    OBJECT = "object"
    FOURSTEP = "fourstep"
    ACCOUNTS = "accounts"
    POLICY = "policy"
    SUPPORT = "support"
    ANNOUNCE = "announce"
    DUTIES = "duties"
    PROJECT = "project"
    YEARLY = "yearly"
    JUMP = "jump"
    PROGRAMME = "programme"
    EVENT = "event"
    EDITION_STEP = "edition-step"
    GIVE_OPINION = "give-opinion"
    REPLY_OPINION = "reply-opinion"
    WITHDRAW_OPINION = "withdraw-opinion"
    LET_AHEAD = "let-ahead"
    ASK_LINE = "ask-line"
    ANSWER_LINE = "answer-line"


class DialogueStatus(StrEnum):
    """Whether it still waits for something."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """One talk with one person in one chat; `token` is what a link may carry."""

    id: int = 0
    token: str
    kind: DialogueKind
    person: int
    chat: int
    status: DialogueStatus = DialogueStatus.OPEN
    expires: datetime
    data: Mapping[str, str | int | None] = field(default_factory=dict)
    version: int = 0

    def text(self, name: str) -> str:
        """Return what was gathered under a name, or nothing."""
        value = self.data.get(name)
        return "" if value is None else str(value)

    def whole(self, name: str) -> int:
        """Return a number that was gathered, or 0."""
        return int(self.text(name) or 0)
