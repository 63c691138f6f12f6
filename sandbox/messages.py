"""What is said in a chat: messages, what they hold, and the polls among them."""

from dataclasses import dataclass, field
from typing import Any, Literal

from sandbox.entities import Entity
from sandbox.files import File

ServiceKind = Literal[
    "new_chat_members",
    "left_chat_member",
    "group_chat_created",
    "supergroup_chat_created",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "forum_topic_created",
    "forum_topic_closed",
    "forum_topic_reopened",
    "pinned_message",
]


@dataclass(frozen=True, kw_only=True)
class Service:
    """What Telegram itself notes in a chat; `subject` is a person, a chat or a message."""

    kind: ServiceKind
    subject: int = 0
    name: str = ""


@dataclass(kw_only=True)
class Poll:
    """A native poll; `votes` tells the options each voter chose."""

    id: str
    question: str
    options: tuple[str, ...]
    anonymous: bool = True
    multiple: bool = False
    revoting: bool = True
    hides: bool = False  # its counts, from people, until it is closed
    closes: int | None = None
    period: int | None = None
    closed: bool = False
    votes: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def count(self, option: int) -> int:
        """Count who chose this option."""
        return sum(option in chosen for chosen in self.votes.values())


@dataclass(kw_only=True)
class Content:
    """What a message holds."""

    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    photo: File | None = None
    location: dict[str, float] | None = None
    voice: File | None = None
    duration: int = 0
    document: File | None = None
    poll: Poll | None = None
    album: str | None = None
    service: Service | None = None

    @property
    def captioned(self) -> bool:
        """Tell whether the text stands under something."""
        return any(each is not None for each in (self.photo, self.voice, self.document))


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a forwarded message comes from; `post` is its number in a channel."""

    author: int
    at: int
    post: int | None = None


@dataclass(kw_only=True)
class Message:
    """A message in a chat; `writer` is who wrote it, though `author` may be a mask."""

    id: int
    chat: int
    at: int
    author: int
    writer: int
    content: Content
    reply_to: int | None = None
    topic: int | None = None
    origin: Origin | None = None
    markup: dict[str, Any] | None = None
    edited: int | None = None

    @property
    def keyboard(self) -> list[list[dict[str, Any]]]:
        """Return the rows of inline buttons under it."""
        rows: list[list[dict[str, Any]]] = (self.markup or {}).get("inline_keyboard", [])
        return rows


@dataclass(frozen=True, kw_only=True)
class Frame:
    """How a message stands in its chat: what it answers, in which topic, with which buttons."""

    reply_to: int | None = None
    topic: int | None = None
    markup: dict[str, Any] | None = None
    writer: int | None = None  # who wrote it, where the author is a mask
    origin: Origin | None = None


PLAIN = Frame()
