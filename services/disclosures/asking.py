"""Who writes an item, who signs it, which groups read it; party affairs (G09, G12)."""

from governance import powers
from governance.directory import (
    AMONG_NEIGHBOURS,
    Actor,
    Chat,
    ChatKind,
    Community,
    Officer,
    Role,
)
from governance.disclosures import edition as road
from governance.disclosures.edition import DRAFTERS, Edition
from governance.powers import Verb
from governance.programme import Item, Kind
from governance.refusals import NotAllowed, Unknown
from services.disclosures import staging
from services.ports import Shelf


def item_of(shelf: Shelf, edition: Edition) -> Item:
    """Return the item of an edition; Unknown where it has left the file."""
    return named(shelf.community, edition.item)


def named(community: Community, key: str) -> Item:
    """Return the item of this key; Unknown where there is none."""
    found = community.item(key)
    if found is None:
        raise Unknown("refusal-no-edition")
    return found


def nameless(community: Community) -> tuple[str, ...]:
    """Return the words that look like names and are none; the places here are among them (N06)."""
    areas, buildings = (a.name for a in community.areas), (b.name for b in community.buildings)
    return (*community.nameless, *filter(None, (community.name, *areas, *buildings)))


def writers(shelf: Shelf, edition: Edition) -> tuple[Officer, ...]:
    """Return who may write an edition: of a project's stage first whoever carries it out (G05)."""
    first = staging.owner(shelf, edition)
    others = drafters(shelf.community, item_of(shelf, edition))
    return tuple(dict.fromkeys((first, *others))) if first else others


def drafters(community: Community, item: Item) -> tuple[Officer, ...]:
    """Return who may write an item: who is named, else who stands in, else the committee.

    Of party affairs the authorised account alone: where it is vacant, nobody (G12).
    """
    first = next((o for o in community.officers if o.key == item.drafter), None)
    if item.kind is Kind.PARTY:
        return (first,) if first and first.seated else ()
    keys = (first.key, first.stand_in) if first and first.away else (item.drafter,)
    found = tuple(
        o for o in community.officers if o.key in keys and o.seated and o.offices & DRAFTERS
    )
    if any(not o.away for o in found):
        return found
    committee = tuple(o for o in community.holders(Role.COMMITTEE) if o.seated)
    return tuple(dict.fromkeys((*found, *committee)))


def may_draft(community: Community, item: Item, by: Actor) -> bool:
    """Whether somebody may write an edition of an item now."""
    return any(o.key == by.officer for o in drafters(community, item))


def may_write(shelf: Shelf, edition: Edition, by: Actor) -> bool:
    """Whether somebody may write this edition now."""
    return any(o.key == by.officer for o in writers(shelf, edition))


def check_writer(shelf: Shelf, edition: Edition, by: Actor) -> None:
    """Raise NotAllowed for whoever may not write this edition now."""
    if not may_write(shelf, edition, by):
        check_drafter(shelf.community, item_of(shelf, edition), by)


def check_drafter(community: Community, item: Item, by: Actor) -> None:
    """Raise NotAllowed for whoever may not write an edition of an item now."""
    if not may_draft(community, item, by):
        party = item.kind is Kind.PARTY
        raise NotAllowed("refusal-disclosure-account" if party else "refusal-disclosure-drafter")


def approvers(community: Community, item: Item, edition: Edition) -> tuple[Officer, ...]:
    """Return who may sign an edition: who is named, else any of the committee; never a drafter."""
    free = [
        o for o in community.holders(Role.COMMITTEE) if o.seated and o.key not in edition.drafters
    ]
    return tuple([o for o in free if o.key == item.approver and o.present] or free)


def countersigners(community: Community, edition: Edition) -> tuple[Officer, ...]:
    """Return who of supervision must sign too, where one person's offices wrote and signed it."""
    if not road.unsigned(edition, alone=road.alone(community, edition)):
        return ()
    seated = (o for o in community.holders(Role.SUPERVISION) if o.seated)
    return tuple(o for o in seated if o.key not in edition.drafters)


def office(community: Community, item: Item) -> Role:
    """Return in which office an item is written, as everybody reads it."""
    found = community.known(item.drafter)
    held = found.offices & DRAFTERS if found else frozenset()
    return Role.COMMITTEE if Role.COMMITTEE in held or not held else Role.GRID_WORKER


def groups(community: Community, item: Item) -> tuple[Chat, ...]:
    """Return the groups in which an item is shown: of the kinds named, else all neighbours'."""
    kinds = item.chats or AMONG_NEIGHBOURS
    return tuple(chat for chat in community.chats if chat.kind in kinds)


def for_all(item: Item) -> bool:
    """Whether all neighbours read an item; else some groups of them alone."""
    return not item.chats or ChatKind.COMMUNITY in item.chats


def concerned(community: Community, item: Item, by: Actor) -> bool:
    """Whether somebody writes, signs or checks the editions of an item."""
    signs = powers.may(by, Verb.APPROVE_DISCLOSURE) or powers.may(by, Verb.CHECK_DISCLOSURE)
    return signs or may_draft(community, item, by)
