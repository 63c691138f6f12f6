"""What is told, to whom, how urgently, and what if nobody knows it arrived (house plan 1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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

    RESEND = "resend"  # send again: it bears a number and is recognisably the same
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
