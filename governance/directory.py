"""The community, its grids and buildings, and those who hold an office in it (A01, A02, A03)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from governance.calendar import WorkCalendar
from governance.council import Council
from governance.households import Helper, Household
from governance.limits import Limits
from governance.procedure import Body, Entry, Requirements
from governance.programme import Disclosing, Item
from governance.retention import Retention
from governance.smallpowers import SmallPower
from governance.subjects import Category, CategoryGroup, Route
from governance.wording import Words


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


_K = TypeVar("_K", bound=_Keyed)


def _one(those: tuple[_K, ...], key: str) -> _K:
    for each in those:
        if each.key == key:
            return each
    raise KeyError(key)


class Role(StrEnum):
    """What somebody is to a case, or in the community."""

    REPORTER = "reporter"
    ASSIGNEE = "assignee"
    RECEIVER = "receiver"
    SUBSCRIBER = "subscriber"
    PANEL = "panel"
    GRID_WORKER = "grid-worker"
    GRID_HEAD = "grid-head"
    GROUP_HEAD = "group-head"
    HELPER = "helper"
    DISPATCHER = "dispatcher"
    COMMITTEE = "committee"
    SUPERVISION = "supervision"
    MEDIATOR = "mediator"
    TOWNSHIP = "township"
    REPRESENTATIVE = "representative"
    PARTY_DELEGATE = "party-delegate"
    DEPUTY = "deputy"
    ADVISER = "adviser"
    RESIDENT = "resident"
    OPERATOR = "operator"
    CLOCK = "clock"


class ChatKind(StrEnum):
    """Who meets in a chat (A01, A13)."""

    COMMUNITY = "community"
    AREA = "area"
    BUILDING = "building"
    ORGANISER = "organiser"
    STAFF = "staff"
    SUPERVISION = "supervision"


AMONG_NEIGHBOURS = frozenset(
    {ChatKind.COMMUNITY, ChatKind.AREA, ChatKind.BUILDING, ChatKind.ORGANISER}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """Somebody who answers for something; residents read `known_as`, never the full name.

    `telegram` is 0 until the post is taken up (8.2); `away` while on leave or off duty (A06).
    `home` is where a representative lives, so that he is found without an account too (E09).
    """

    key: str
    name: str
    known_as: str
    telegram: int = 0
    offices: frozenset[Role]
    away: bool = False
    term_ends: date | None = None
    one_shoulder: bool = False  # 一肩挑: secretary and chair in one (A15)
    stand_in: str = ""  # who answers for it meanwhile, while away
    home: Household | None = None

    @property
    def seated(self) -> bool:
        """Whether an account stands behind the post."""
        return self.telegram != 0

    @property
    def present(self) -> bool:
        """Whether this officer can be asked now."""
        return self.seated and not self.away


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a Telegram account; `reachable` is None until a private message was tried."""

    id: int
    name: str
    language: str
    reachable: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts: a Telegram id (0 is the clock), the officer's key if one, and the offices held."""

    id: int
    officer: str = ""
    offices: frozenset[Role] = frozenset()


THE_CLOCK = Actor(id=0, offices=frozenset({Role.CLOCK}))
THE_OPERATOR = Actor(id=-2, offices=frozenset({Role.OPERATOR}))  # whoever runs `linli`


@dataclass(frozen=True, slots=True, kw_only=True)
class Building:
    """A building, under every name by which residents call it."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The smallest area and its keepers, officers by key (A02); `area` is the node above it."""

    key: str
    name: str
    buildings: tuple[str, ...]
    worker: str
    substitute: str
    head: str
    area: str = ""
    mediators: tuple[str, ...] = ()
    leader: str = ""  # of the residents' group that lives there (A10)

    @property
    def officers(self) -> frozenset[str]:
        """Who works there and who heads it."""
        return frozenset({self.worker, self.substitute, self.head})


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A node of the tree above the grids; `parent` is empty just below the community (A03)."""

    key: str
    name: str
    head: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A sub-committee, the second level for its categories (D14)."""

    key: str
    name: str
    categories: tuple[str, ...]
    head: str
    substitute: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A group that belongs to the community; `scope` is its area or building, if it has one."""

    id: int
    kind: ChatKind
    name: str
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """One village or neighbourhood, as its file says."""

    key: str
    name: str
    language: str
    calendar: WorkCalendar
    officers: tuple[Officer, ...]
    buildings: tuple[Building, ...]
    grids: tuple[Grid, ...]
    categories: tuple[Category, ...]
    routes: tuple[Route, ...] = ()
    chats: tuple[Chat, ...] = ()
    limits: Limits = field(default_factory=Limits)
    retention: Retention = field(default_factory=Retention)
    areas: tuple[Area, ...] = ()
    panels: tuple[Panel, ...] = ()
    levels: tuple[str, ...] = ()
    levels_in: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by language
    titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # of posts, by language
    groups: tuple[CategoryGroup, ...] = ()
    former: tuple[Officer, ...] = ()  # held a post, left the file; as it last named them
    helpers: tuple[Helper, ...] = ()
    deliberation: Requirements = field(default_factory=Requirements)
    bodies: Mapping[str, Body] = field(default_factory=dict)  # where not as the templates have it
    catalogue: tuple[Entry, ...] = ()
    disclosures: tuple[Item, ...] = ()
    disclosing: Disclosing = field(default_factory=Disclosing)
    jargon: Mapping[str, str] = field(default_factory=dict)  # and what is plainer
    wording: Mapping[str, Words] = field(default_factory=dict)  # by language (E25)
    nameless: tuple[str, ...] = ()  # words that look like names and are none (N06)
    small_powers: tuple[SmallPower, ...] = ()
    council: Council | None = None  # where it sits by a calendar (E24)

    def officer(self, key: str) -> Officer:
        """Return the officer of this key; KeyError if there is none."""
        return _one(self.officers, key)

    def known(self, key: str) -> Officer | None:
        """Return an officer, one who has left the file too; None for one never known."""
        return next((o for o in (*self.officers, *self.former) if o.key == key), None)

    def called(self, key: str) -> str:
        """Return how residents call an officer, or called him; a dash for one never known."""
        return found.known_as if (found := self.known(key)) else "—"

    def name_of(self, key: str) -> str:
        """Return the name of an officer, present or former; a dash for one never known."""
        return found.name if (found := self.known(key)) else "—"

    def item(self, key: str) -> Item | None:
        """Return what is disclosed under this key; None for what has left the file."""
        return next((item for item in self.disclosures if item.key == key), None)

    def grid(self, key: str) -> Grid:
        """Return the grid of this key; KeyError if there is none."""
        return _one(self.grids, key)

    def building(self, key: str) -> Building:
        """Return the building of this key; KeyError if there is none."""
        return _one(self.buildings, key)

    def category(self, key: str) -> Category:
        """Return the category of this key; KeyError if there is none."""
        return _one(self.categories, key)

    def grid_of(self, building: str) -> Grid:
        """Return the one grid in which the building stands (A02); KeyError if in none."""
        if found := next((g for g in self.grids if building in g.buildings), None):
            return found
        raise KeyError(building)

    def offices_of(self, telegram: int) -> frozenset[Role]:
        """Return the offices that a person holds here; empty for a resident."""
        return found.offices if (found := self.by_telegram(telegram)) else frozenset()

    def by_telegram(self, telegram: int) -> Officer | None:
        """Return the officer behind a Telegram account, if it belongs to one."""
        return next((o for o in self.officers if o.seated and o.telegram == telegram), None)

    def holders(self, role: Role) -> Iterator[Officer]:
        """Yield those who hold an office, in the order of the file."""
        return (o for o in self.officers if role in o.offices)

    def chat(self, kind: ChatKind) -> Chat | None:
        """Return the first chat of a kind, if the community has one."""
        return next((c for c in self.chats if c.kind is kind), None)

    def chat_kind(self, chat: int) -> ChatKind | None:
        """Return what kind of chat of ours this is; None for a stranger's, or a private one."""
        return next((c.kind for c in self.chats if c.id == chat), None)
