"""The people and the chats, and who stands where in them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

from sandbox.errors import UnknownError
from sandbox.messages import Message

ChatType = Literal["private", "group", "supergroup"]
Standing = Literal["administrator", "member", "restricted", "left", "kicked"]
PRESENT: frozenset[Standing] = frozenset({"administrator", "member", "restricted"})

ANONYMOUS: Final = 1087968824  # GroupAnonymousBot: whoever speaks as the group itself
TELEGRAM: Final = 777000  # Telegram: carries the posts of a linked channel
_MASKS = {ANONYMOUS: "Group", TELEGRAM: "Telegram"}
_NEWCOMERS = 9000
_GROUPS = -4_000_000_000
_SUPERGROUPS = -1_002_000_000_000


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


@dataclass(kw_only=True)
class Topic:
    """A topic of a forum; its id is that of the note of its making."""

    id: int
    name: str
    closed: bool = False
    by: int


@dataclass(kw_only=True)
class Channel:
    """A channel whose posts are forwarded into the group it is linked to."""

    id: int
    title: str
    posts: int = 0


@dataclass(kw_only=True)
class Chat:
    """A chat, its members and its messages; `members` tells the first message each may see."""

    id: int
    type: ChatType
    title: str
    members: dict[int, int]
    admins: list[int] = field(default_factory=list)
    creator: int | None = None
    anonymous: list[int] = field(default_factory=list)
    # of an administrator's usual rights, those that were set otherwise; the bot's too
    rights: dict[int, dict[str, bool]] = field(default_factory=dict)
    bot: Standing = "member"
    bot_can_send: bool = True
    forum: bool = False
    topics: dict[int, Topic] = field(default_factory=dict)
    linked: Channel | None = None
    migrated_to: int | None = None
    pinned: list[int] = field(default_factory=list)
    gone: dict[int, Standing] = field(default_factory=dict)
    looked: dict[int, int] = field(default_factory=dict)
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
        self.demote(person)

    def demote(self, somebody: int) -> None:
        """Take an administrator's office away."""
        for office in (self.admins, self.anonymous):
            if somebody in office:
                office.remove(somebody)
        self.rights.pop(somebody, None)

    def bot_may(self, right: str, bot: int) -> bool:
        """Tell whether the bot is an administrator with this right."""
        return self.bot == "administrator" and self.rights.get(bot, {}).get(right, True)


class World:
    """Everybody and every chat; each person has a private chat with the bot from the start."""

    def __init__(self, bot: Bot, people: Iterable[Person], groups: Iterable[Chat]) -> None:
        self.bot = bot
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        # a bot knows whom it has had an update of, and nobody else
        self.met: set[int] = set()
        for person in people:
            self.welcome(person)
        self.chats |= {chat.id: chat for chat in groups}

    def welcome(self, person: Person) -> Person:
        """Let a person into the town."""
        self.people[person.id] = person
        self.chats[person.id] = Chat(
            id=person.id, type="private", title=self.bot.name, members={person.id: 0}
        )
        if person.started:
            self.met.add(person.id)
        return person

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
        """Return the name of a person, of the bot or of a mask."""
        if somebody == self.bot.id:
            return self.bot.name
        return _MASKS[somebody] if somebody in _MASKS else self.people[somebody].name

    def next_person(self) -> int:
        """Return an id for a newcomer."""
        return max([_NEWCOMERS, *self.people]) + 1

    def next_chat(self, kind: ChatType) -> int:
        """Return an id for a new group."""
        number = _GROUPS if kind == "group" else _SUPERGROUPS
        while number in self.chats:
            number -= 1
        return number
