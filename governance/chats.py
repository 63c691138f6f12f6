"""Which groups belong to the community, and how the bot stands in them (A01, A13, N09)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Chat, ChatKind, Community, Role
from governance.forms import Form, Question, these
from governance.lifecycle import Lifecycle, step
from governance.refusals import Refusal

TALK_LIVES = timedelta(hours=1)  # what Telegram said about an administrator soon grows old
LOOK_AGAIN = timedelta(hours=1)  # lifting a ban on all members' writing sends no update


class Membership(StrEnum):
    """What somebody is in a group, in Telegram's own words (ChatMember.status)."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    RESTRICTED = "restricted"
    LEFT = "left"
    KICKED = "kicked"


ADMINISTRATORS = frozenset({Membership.CREATOR, Membership.ADMINISTRATOR})
OUTSIDE = frozenset({Membership.LEFT, Membership.KICKED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How somebody, mostly the bot, stands in a group; `inside` counts for the restricted.

    `topics`: the group is a forum, and threads may be opened and closed there.
    """

    membership: Membership
    can_send: bool = True
    inside: bool = True
    topics: bool = False

    @property
    def present(self) -> bool:
        """Whether this is a member of the group."""
        return self.inside and self.membership not in OUTSIDE

    @property
    def can_write(self) -> bool:
        """Whether a message would stand in the group."""
        return self.present and self.can_send

    @property
    def administrator(self) -> bool:
        """Whether this is an administrator; the bot then gets all that is said (N09)."""
        return self.membership in ADMINISTRATORS


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What Telegram answered about a group; None where it does not know, which is not "no".

    `reached` is False where nobody answered at all; `message` and `topic` are where it was asked.
    """

    about: str
    chat: int
    message: int = 0
    topic: int | None = None
    title: str = ""
    reached: bool = True
    bot: Standing | None = None
    member: Standing | None = None


class ChatStatus(StrEnum):
    """How far a group belongs to the community."""

    PROPOSED = "proposed"
    BOUND = "bound"
    OUT = "out"
    UNBOUND = "unbound"


class ChatAction(StrEnum):
    """What may be done with a group."""

    BIND = "bind"
    PROPOSE = "propose"
    AGREE = "agree"
    UNBIND = "unbind"
    LOSE = "lose"
    RETURN = "return"


S, A, R = ChatStatus, ChatAction, Role
_COMMITTEE, _CLOCK = frozenset({R.COMMITTEE}), frozenset({R.CLOCK})
REGISTER = Lifecycle[ChatStatus, ChatAction](
    step(A.BIND, {S.UNBOUND, S.PROPOSED}, S.BOUND, _COMMITTEE),
    step(A.PROPOSE, {S.UNBOUND, S.PROPOSED}, S.PROPOSED, _COMMITTEE),
    # whoever runs the group; that he does, Telegram says
    step(A.AGREE, {S.PROPOSED}, S.BOUND, frozenset({R.RESIDENT})),
    step(A.UNBIND, {S.PROPOSED, S.BOUND, S.OUT}, S.UNBOUND, _COMMITTEE),
    step(A.LOSE, {S.BOUND}, S.OUT, _CLOCK),
    step(A.RETURN, {S.OUT}, S.BOUND, _CLOCK),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """A group in the community's register: what it is, who answers for it, how the bot stands."""

    id: int
    kind: ChatKind
    name: str
    scope: str = ""
    organiser: int = 0
    status: ChatStatus = ChatStatus.UNBOUND
    standing: Standing = Standing(membership=Membership.MEMBER)
    at: datetime
    version: int = 0

    @property
    def can_write(self) -> bool:
        """Whether what is to be told may go there now."""
        return self.standing.can_write

    @property
    def belongs(self) -> bool:
        """Whether the group is one of the community's."""
        return self.status in {S.BOUND, S.OUT}

    @property
    def chat(self) -> Chat:
        """The group as the community lists it."""
        return Chat(id=self.id, kind=self.kind, name=self.name, scope=self.scope)


def advance(found: Registration, action: ChatAction, role: Role) -> Registration:
    """Take a step of the register; raise NotAllowed where the table has none."""
    taken = REGISTER.step(found.status, action, {role})
    return replace(found, status=taken.target)


# of these a community has one, lest duty be told in two places
SINGLE = frozenset({ChatKind.STAFF, ChatKind.SUPERVISION})


def kinds(community: Community, *, administrator: bool) -> tuple[ChatKind, ...]:
    """Return what a group may become; who does not run it can only propose it (A01, A13)."""
    if not administrator:
        return (ChatKind.ORGANISER,)
    taken = SINGLE & {chat.kind for chat in community.chats}
    lacking = {ChatKind.AREA} if not community.areas else set()
    return tuple(k for k in OFFERED if k not in taken | lacking)


OFFERED = (
    ChatKind.COMMUNITY,
    ChatKind.AREA,
    ChatKind.BUILDING,
    ChatKind.STAFF,
    ChatKind.SUPERVISION,
    ChatKind.ORGANISER,
)


def _kinds(community: Community, talk: Dialogue) -> tuple[str, ...]:
    return kinds(community, administrator=talk.text("administrator") == "yes")


def _areas(community: Community, _talk: Dialogue) -> tuple[str, ...]:
    return tuple(a.key for a in community.areas)


def _buildings(community: Community, _talk: Dialogue) -> tuple[str, ...]:
    return tuple(b.key for b in community.buildings)


BIND = Form(
    kind=DialogueKind.BIND,
    questions=(
        Question(field="kind", choices=_kinds),
        Question(field="area", choices=_areas, when=lambda t: t.text("kind") == ChatKind.AREA),
        Question(
            field="building",
            choices=_buildings,
            when=lambda t: t.text("kind") == ChatKind.BUILDING,
        ),
    ),
    confirm=True,
)
UNBIND = Form(
    kind=DialogueKind.UNBIND,
    questions=(Question(field="sure", choices=these("yes")),),
    confirm=True,
)


def require_room(community: Community, chat: int, kind: ChatKind) -> None:
    """Raise Refusal where another group of this kind is bound, of which there is one alone."""
    other = next((c for c in community.chats if c.kind is kind and c.id != chat), None)
    if kind in SINGLE and other:
        raise Refusal("refusal-chat-kind-taken", title=other.name)
