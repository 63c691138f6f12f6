"""What an error of Telegram means for the sender: one table."""

import enum
import os
from dataclasses import dataclass
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)

# PTB warns at every RetryAfter unless its coming type (a timedelta) is chosen; it looks each time.
os.environ.setdefault("PTB_TIMEDELTA", "true")


class NeverLeft(NetworkError):
    """The request did not reach Telegram: it may be sent again without fear."""

    __slots__ = ()


class OutcomeUnknown(NetworkError):
    """The request left, and no word of Telegram came back: it may have had its effect."""

    __slots__ = ()


class Outcome(enum.Enum):
    """What became of a request that did not simply succeed."""

    OK_ANYWAY = "ok-anyway"  # the state asked for is the state there is
    AGAIN = "again"  # never left
    LATER = "later"  # Verdict.seconds
    READDRESS = "readdress"  # Verdict.chat
    NO_DM = "no-dm"  # this person cannot be written to
    OUT = "out"  # the bot is not in this group, or the group is no more
    MUTED = "muted"  # in the group, but not allowed to speak there
    GONE = "gone"  # the message to edit or delete: re-post an anchor, a deletion is done
    NO_THREAD = "no-thread"  # omit message_thread_id
    BAD_MARKUP = "bad-markup"  # send as plain text
    TOO_LATE = "too-late"  # to answer a pressed button
    REFUSED = "refused"  # any other plain no: nothing was sent, and the same request fails again
    STOP = "stop"  # a second instance, or a bad token
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """An outcome with what it takes to act on it."""

    outcome: Outcome
    seconds: float = 0.0
    chat: int | None = None
    reason: str = ""
    at: int = 0  # the chat that was called; 0 where none was
    message: int = 0  # the one that was to be changed; 0 where there was none
    method_unknown: bool = False  # perhaps; PTB takes every 404 for a bad token


# Beginnings, not contents: Telegram quotes what users wrote further on.
TEXTS: tuple[tuple[Outcome, tuple[str, ...]], ...] = (
    (
        Outcome.OK_ANYWAY,
        (
            "message is not modified",
            "message_not_modified",
            "topic_not_modified",
            "poll has already been closed",
        ),
    ),
    (
        Outcome.GONE,
        (
            "message to edit not found",
            "message to delete not found",
            "message to pin not found",
            "message to unpin not found",
            "message to react not found",
            "message with poll to stop not found",
            "message can't be edited",
            "message can't be deleted",
            "message_id_invalid",
        ),
    ),
    (
        Outcome.OUT,
        (
            "bot was kicked from",
            "bot is not a member of",
            "the group chat was deleted",
            "the supergroup was deleted",
            "the channel was deleted",
        ),
    ),
    (
        Outcome.NO_DM,
        (
            "bot was blocked by the user",
            "user is deactivated",
            "bot can't initiate conversation with a user",
            "bot can't send messages to",
            "private chat not found",
            "user not found",
            "user_is_blocked",
            "input_user_deactivated",
        ),
    ),
    (
        Outcome.MUTED,
        (
            "not enough rights to send",
            "have no rights to send",
            "need administrator rights in the channel chat",
            "chat_write_forbidden",
            "chat_restricted",
            "chat_send_",
            "topic_closed",
        ),
    ),
    (
        Outcome.NO_THREAD,
        ("message thread not found", "topic_deleted", "topic_id_invalid"),
    ),
    (Outcome.BAD_MARKUP, ("can't parse entities",)),
    (Outcome.TOO_LATE, ("query is too old", "query_id_invalid")),
)
NEVER_MET = ("chat not found", "peer_id_invalid")


def classify(error: Exception, *, private: bool) -> Verdict:
    """Say what an error of a request means; private: the request was for a person's own chat."""
    reason = f"{type(error).__name__}: {error}"
    match error:
        case NeverLeft():
            return Verdict(outcome=Outcome.AGAIN, reason=reason)
        case RetryAfter():
            return Verdict(outcome=Outcome.LATER, seconds=_seconds(error), reason=reason)
        case ChatMigrated():
            return Verdict(outcome=Outcome.READDRESS, chat=error.new_chat_id, reason=reason)
        case Conflict() | InvalidToken():
            unknown = isinstance(error, InvalidToken)
            return Verdict(outcome=Outcome.STOP, reason=reason, method_unknown=unknown)
        case BadRequest() | Forbidden():
            return Verdict(outcome=_refusal(error, private=private), reason=reason)
    return Verdict(outcome=Outcome.UNKNOWN, reason=reason)


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _refusal(error: BadRequest | Forbidden, *, private: bool) -> Outcome:
    # PTB drops "Bad Request: " and changes the case of what follows.
    text = error.message.lower().removeprefix("bad request: ").removeprefix("forbidden: ")
    if text.startswith(NEVER_MET):
        return Outcome.NO_DM if private else Outcome.OUT
    for outcome, beginnings in TEXTS:
        if text.startswith(beginnings):
            return outcome
    return Outcome.NO_DM if private and isinstance(error, Forbidden) else Outcome.REFUSED
