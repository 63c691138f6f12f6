"""Who is meant by a topic of one building or grid, and where they hear of it (A11)."""

from governance import nodes, residents
from governance.ballots.roll import Participant
from governance.deliberations import groups
from governance.deliberations.advance import roles_in
from governance.deliberations.concerned import NAMED, classes
from governance.deliberations.topic import Topic
from governance.directory import Chat, ChatKind
from governance.households import Household
from governance.nodes import Reach
from governance.refusals import Refusal
from governance.residents import ResidentStatus
from services import afar
from services.ports import Shelf, Work


def sees(shelf: Shelf, topic: Topic, reader: int, chat: int = 0) -> bool:
    """Whether somebody reads a topic here: a neighbour, who leads or checks it, its own group."""
    if not topic.node:
        return True
    if chat < 0:
        here = group(shelf, topic)
        return here is not None and here.id == chat
    actor = shelf.actor(reader)
    leads = roles_in(topic, actor) or groups.heads(shelf.community, actor, topic)
    return lives(shelf, topic, reader) or bool(leads)


def lives(shelf: Shelf, topic: Topic, person: int) -> bool:
    """Whether somebody is known to live where a topic belongs; anywhere, if it is everybody's."""
    there = nodes.buildings(shelf.community, topic.node)
    mine = shelf.residents.of(person)
    return any(r.status is ResidentStatus.VERIFIED and r.building in there for r in mine)


def homes(shelf: Shelf, person: int) -> tuple[str, ...]:
    """Return the buildings in which somebody is known to have a home."""
    return tuple(sorted({home.building for home in _households(shelf, person)}))


def concerned(shelf: Shelf, topic: Topic, person: int) -> tuple[Participant, ...]:
    """Return as what any home of somebody is directly concerned, the closer first (E09)."""
    mine = _households(shelf, person)
    found = {each for home in mine for each in classes(topic.concerned, home)}
    return tuple(each for each in NAMED if each in found)


def _households(shelf: Shelf, person: int) -> list[Household]:
    mine = shelf.residents.of(person)
    known = [r for r in mine if r.status is ResidentStatus.VERIFIED]
    return [Household(building=r.building, door=r.door) for r in known]


def home(shelf: Shelf, person: int, node: str) -> Household | None:
    """Return for which household somebody counts where a topic belongs, if for any."""
    there = nodes.buildings(shelf.community, node)
    mine = shelf.residents.of(person)
    found = residents.primary([r for r in mine if not node or r.building in there])
    return Household(building=found.building, door=found.door) if found else None


def require(work: Work, topic: Topic, chat: int = 0) -> Topic:
    """Return a topic to whom it may be shown; Refusal to whoever lives elsewhere."""
    if not sees(work, topic, work.by.id, chat):
        raise Refusal("refusal-topic-elsewhere")
    return topic


def among(work: Work, topic: Topic) -> Topic:
    """Return a topic to whoever may speak in it; Refusal to whoever lives elsewhere."""
    if topic.node and not lives(work, topic, work.by.id):
        raise Refusal("refusal-topic-elsewhere")
    return topic


def group(shelf: Shelf, topic: Topic) -> Chat | None:
    """Return where a topic is talked over: everybody's group, or one of its neighbours alone."""
    return meets(shelf, topic.node)


def meets(shelf: Shelf, node: str) -> Chat | None:
    """Return the group of those who live in a node, and of nobody else."""
    community = shelf.community
    if not node:
        return community.chat(ChatKind.COMMUNITY)
    there = nodes.buildings(community, node)
    return next((c for c in community.chats if there and _of(shelf, c) == there), None)


def threaded(shelf: Shelf, chat: int, thread: int) -> Topic | None:
    """Return the topic that is talked over in a thread of this group, if one is."""
    found = ((topic, group(shelf, topic)) for topic in shelf.topics.threaded(thread))
    return next((topic for topic, here in found if here and here.id == chat), None)


def serves(work: Work, topic: Topic) -> Topic:
    """Return a topic to an officer whose it is: who leads it, who works there; else Refusal."""
    community, me = work.community, work.by
    there = nodes.buildings(community, topic.node)
    works = any(me.officer in g.officers and there & {*g.buildings} for g in community.grids)
    if topic.node and not works and not roles_in(topic, me):
        raise Refusal("refusal-topic-elsewhere")
    return topic


def _of(shelf: Shelf, chat: Chat) -> frozenset[str]:
    """Return the buildings whose neighbours meet in a group: none where others meet too."""
    if chat.kind is ChatKind.BUILDING:
        return nodes.buildings(shelf.community, f"{Reach.BUILDING}:{chat.scope}")
    grids = [g for g in shelf.community.grids if g.area == chat.scope]
    alone = chat.kind is ChatKind.AREA and len(grids) == 1
    return frozenset(grids[0].buildings) if alone else frozenset()


def readers(shelf: Shelf, topic: Topic) -> tuple[int, ...]:
    """Return who hears of a topic in private: who works away, all where they have no group."""
    if not topic.node or group(shelf, topic):
        return tuple(p for p in afar.readers(shelf) if sees(shelf, topic, p))
    every = sorted(neighbours(shelf, topic))
    return tuple(p for p in every if shelf.people.get(p).reachable is not False)


def neighbours(shelf: Shelf, topic: Topic) -> frozenset[int]:
    """Return who is known to live where a topic belongs, by account."""
    there = shelf.residents.within(sorted(nodes.buildings(shelf.community, topic.node)))
    return frozenset(r.person for r in there if r.status is ResidentStatus.VERIFIED)
