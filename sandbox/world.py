"""The people, the chats and what was said in them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from sandbox.entities import Entity
from sandbox.errors import UnknownError
from sandbox.files import File

ChatType = Literal["private", "group", "supergroup"]
Standing = Literal["administrator", "member", "left", "kicked"]
PRESENT: frozenset[Standing] = frozenset({"administrator", "member"})


@dataclass(kw_only=True)
class Bot:
    """The bot this Telegram is made for."""

    id: int
    name: str
    username: str
    token: str
    privacy: bool


@dataclass(kw_only=True)
class Person:
    """Somebody with a Telegram account."""

    id: int
    name: str
    role: str
    language: str
    started: bool
    blocked: bool = False


@dataclass(frozen=True, kw_only=True)
class Service:
    """What Telegram itself notes in a chat: somebody came or went."""

    kind: Literal["new_chat_members", "left_chat_member"]
    subject: int


@dataclass(kw_only=True)
class Content:
    """What a message holds."""

    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    photo: File | None = None
    location: dict[str, float] | None = None
    voice: File | None = None
    duration: int = 0
    album: str | None = None
    service: Service | None = None


@dataclass(kw_only=True)
class Message:
    """A message in a chat."""

    id: int
    chat: int
    at: int
    author: int
    content: Content
    reply_to: int | None = None
    markup: dict[str, Any] | None = None
    edited: int | None = None

    @property
    def keyboard(self) -> list[list[dict[str, Any]]]:
        """Return the rows of inline buttons under it."""
        rows: list[list[dict[str, Any]]] = (self.markup or {}).get("inline_keyboard", [])
        return rows


@dataclass(kw_only=True)
class Chat:
    """A chat, its members and its messages; `members` tells the first message each may see."""

    id: int
    type: ChatType
    title: str
    members: dict[int, int]
    admins: list[int] = field(default_factory=list)
    bot: Standing = "member"
    gone: dict[int, Standing] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    last_id: int = 0

    def find(self, message_id: int) -> Message:
        """Return a message, or say that there is none."""
        if message_id not in self.messages:
            raise UnknownError(f"There is no message {message_id} in “{self.title}”.")
        return self.messages[message_id]

    def seen_by(self, person: int) -> list[Message]:
        """Return what a person sees here, oldest first."""
        if person not in self.members:
            return []
        first = self.members[person]
        return [message for message in self.messages.values() if message.id >= first]

    def admit(self, person: int) -> None:
        """Let a person in; only a supergroup shows what was said before."""
        self.members[person] = 0 if self.type == "supergroup" else self.last_id + 1
        self.gone.pop(person, None)

    def dismiss(self, person: int, standing: Standing) -> None:
        """Let a person out."""
        self.members.pop(person, None)
        self.gone[person] = standing
        if person in self.admins:
            self.admins.remove(person)


class World:
    """Everybody and every chat; each person has a private chat with the bot from the start."""

    def __init__(self, bot: Bot, people: Iterable[Person], groups: Iterable[Chat]) -> None:
        self.bot = bot
        self.people = {person.id: person for person in people}
        private = [
            Chat(id=person.id, type="private", title=bot.name, members={person.id: 0})
            for person in self.people.values()
        ]
        self.chats = {chat.id: chat for chat in (*private, *groups)}

    def person(self, person_id: int) -> Person:
        """Return a person, or say that there is none."""
        if person_id not in self.people:
            raise UnknownError(f"There is no person {person_id}; see /sandbox/v1/world.")
        return self.people[person_id]

    def chat(self, chat_id: int) -> Chat:
        """Return a chat, or say that there is none."""
        if chat_id not in self.chats:
            raise UnknownError(f"There is no chat {chat_id}; see /sandbox/v1/world.")
        return self.chats[chat_id]

    def name_of(self, somebody: int) -> str:
        """Return the name of a person or of the bot."""
        return self.bot.name if somebody == self.bot.id else self.people[somebody].name
