"""Whom an edition is meant for: everybody, some groups, or a few neighbours alone (G09, A11)."""

from governance.deliberations.topic import Topic
from governance.directory import Actor, Chat, ChatKind
from governance.disclosures.edition import Edition
from governance.refusals import Unknown
from governance.residents import ResidentStatus
from services import near
from services.disclosures import asking, staging
from services.ports import Shelf


def few(shelf: Shelf, resolution: int) -> Topic | None:
    """Return the topic of a resolution that is of some neighbours alone; else None."""
    try:
        found = shelf.topics.get(shelf.resolutions.get(resolution).topic)
    except Unknown:
        return None
    return found if found.node else None


def topic(shelf: Shelf, edition: Edition) -> Topic | None:
    """Return of which topic of some neighbours alone an edition shows a stage; else None."""
    found = staging.staged(edition)
    return few(shelf, found[0]) if found else None


def groups(shelf: Shelf, edition: Edition) -> tuple[Chat, ...]:
    """Return the groups that read an edition; of what has left the file those that had it."""
    if found := topic(shelf, edition):
        here = near.group(shelf, found)
        return (here,) if here else ()
    if item := shelf.community.item(edition.item):
        return asking.groups(shelf.community, item)
    had = {each.chat for each in shelf.reach.carried(edition.id)}
    return tuple(chat for chat in shelf.community.chats if chat.id in had)


def in_group(shelf: Shelf, edition: Edition, chat: int) -> bool:
    """Whether an edition is read in a group."""
    return any(each.id == chat for each in groups(shelf, edition))


def for_all(shelf: Shelf, edition: Edition) -> bool:
    """Whether all neighbours read an edition; of what has left the file, what all had."""
    if topic(shelf, edition):
        return False
    if item := shelf.community.item(edition.item):
        return asking.for_all(item)
    return any(chat.kind is ChatKind.COMMUNITY for chat in groups(shelf, edition))


def reads(shelf: Shelf, edition: Edition, by: Actor) -> bool:
    """Whether somebody may read in private what was shown: whoever it is for.

    Who sits in a group nobody tells a bot: whose verified home lies there counts as one of it.
    """
    item = shelf.community.item(edition.item)
    if for_all(shelf, edition) or (item and asking.concerned(shelf.community, item, by)):
        return True
    if found := topic(shelf, edition):
        return near.sees(shelf, found, by.id)
    own = shelf.residents.of(by.id)
    homes = {r.building for r in own if r.status is ResidentStatus.VERIFIED}
    grids = [g for g in shelf.community.grids if homes & {*g.buildings}]
    places = homes | {g.key for g in grids} | {g.area for g in grids}
    return any(c.scope and c.scope in places for c in groups(shelf, edition))


def subscribers(shelf: Shelf, edition: Edition) -> tuple[int, ...]:
    """Return who has an edition in private, by account: who reads along, who has no group."""
    item = asking.item_of(shelf, edition)
    along = shelf.programme.subscribers() if item.subscribers else ()
    if found := topic(shelf, edition):
        mine = (p for p in along if near.sees(shelf, found, p))
        return tuple(dict.fromkeys((*near.readers(shelf, found), *mine)))
    return tuple(along)


def seen(shelf: Shelf, resolution: int, reader: int, chat: int) -> bool:
    """Whether what a resolution owes or showed is said to somebody in this chat."""
    found, item = few(shelf, resolution) if resolution else None, staging.item(shelf)
    if found is None or near.sees(shelf, found, reader, chat):
        return True
    by = shelf.actor(reader)
    return chat == reader and item is not None and asking.concerned(shelf.community, item, by)
