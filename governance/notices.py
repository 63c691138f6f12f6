"""What is told, to whom, how urgently, and what if nobody knows it arrived (house plan 1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

Fact = str | int | bool | None


class Priority(IntEnum):
    """Who goes first when Telegram makes us wait."""

    DANGER = 0
    ANSWER = 1
    ASSIGNMENT = 2
    REMINDER = 3
    BROADCAST = 4


class Policy(StrEnum):
    """What is done when it is unknown whether a message arrived."""

    RESEND = "resend"  # send again, a few times: it bears a number and is recognisably the same
    ALWAYS = "always"  # until it is known: what the law demands, under its serial number
    ONCE = "once"  # never twice: the next of its kind replaces it


class Kind(StrEnum):
    """A notice says facts, a card draws state in place, commands are a menu, an enquiry asks."""

    NOTICE = "notice"
    CARD = "card"
    COMMANDS = "commands"
    ENQUIRY = "enquiry"  # asks Telegram; its answer comes in by the inbox


class Fate(StrEnum):
    """What became of a delivery; `WAITING` and `CLAIMED` are the only ones still open."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    SENT = "sent"
    SUPERSEDED = "superseded"
    UNDELIVERABLE = "undeliverable"
    UNCERTAIN = "uncertain"
    EXPIRED = "expired"  # it had become stale before it could be sent; its chat is told so


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where something is said; `instead` is tried where the chat cannot be written to.

    `topic` is the thread of a forum; None is its General one, which bears no number.
    """

    chat: int
    reply_to: int | None = None
    instead: "Address | None" = None
    topic: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message on its way: its words' key and facts, or the card it draws."""

    key: str
    kind: Kind
    address: Address
    subject: str = ""
    reader: int = 0
    facts: Mapping[str, Fact] = field(default_factory=dict)
    priority: Priority = Priority.ANSWER
    policy: Policy = Policy.RESEND
    id: int = 0
    draft: int = 0
    tries: int = 0
    posted: bool = False
    stands: int = 0  # the chat where its card stands
    at: datetime | None = None  # when it was put there

    @property
    def goes_to(self) -> int:
        """The chat that is called: where its card stands, else where it is addressed."""
        return self.stands if self.posted and self.stands else self.address.chat


NOTICE, CARD = 5, 2
NUDGE, REMINDER = timedelta(hours=6), timedelta(hours=24)


def sendings(delivery: Delivery) -> int | None:
    """Return how often it is sent while nobody knows whether it arrived; None: till it is known.

    What edits or deletes does no harm twice; a card in two places is mended by the first press.
    """
    match delivery:
        case Delivery(policy=Policy.ONCE):
            return 1
        case Delivery(policy=Policy.ALWAYS) | Delivery(kind=Kind.COMMANDS):
            return None
        case Delivery(kind=Kind.CARD):
            return None if delivery.posted else CARD
    return NOTICE


def is_stale(delivery: Delivery, now: datetime) -> bool:
    """Whether it says nothing any more at this time: a nudge by the next, a reminder by the day.

    What matters never does: an answer, a result, a danger, what the law demands. Nor does a
    card: it is drawn when it is sent.
    """
    if delivery.kind is not Kind.NOTICE or delivery.policy is Policy.ALWAYS or not delivery.at:
        return False
    if delivery.policy is Policy.ONCE:
        return now - delivery.at > NUDGE
    return delivery.priority is Priority.REMINDER and now - delivery.at > REMINDER
