"""Who may read and handle a dispute: never a party, its kin or friend, its reporter (C06, A09)."""

from collections.abc import Iterable, Mapping

from governance import powers
from governance.directory import Actor, Community, Officer, Role
from governance.mediation.dispute import THE_COMMITTEE, Dispute
from governance.mediation.states import LeftOut, PartyPair
from governance.powers import Verb

# the committee, and the mediators whom it appoints (People's Mediation Law, art. 8 and 9)
_UNDER_COMMITTEE = frozenset({Role.COMMITTEE, Role.DISPATCHER, Role.MEDIATOR})


def left_out(community: Community, dispute: Dispute) -> Mapping[str, LeftOut]:
    """Return the officers who never read, handle or hear of a dispute, and why."""
    found = ((o.key, _why(o, dispute)) for o in community.officers)
    return {key: why for key, why in found if why}


def _why(officer: Officer, dispute: Dispute) -> LeftOut | None:
    if officer.seated and officer.telegram in {dispute.reporter, dispute.entered_by}:
        return LeftOut.REPORTER
    committee = THE_COMMITTEE in dispute.parties or dispute.pair is PartyPair.COMMITTEE
    government = dispute.pair is PartyPair.GOVERNMENT
    if (
        officer.key in dispute.parties
        or (committee and officer.offices & _UNDER_COMMITTEE)
        or (government and Role.TOWNSHIP in officer.offices)
    ):
        return LeftOut.PARTY
    if officer.key in dispute.kin:
        return LeftOut.KIN
    return LeftOut.NAMED if officer.seated and officer.telegram in dispute.persons else None


def mediators(community: Community, dispute: Dispute) -> tuple[Officer, ...]:
    """Return the mediators who may handle it, those of its grid first, those on duty first.

    Nobody until the reporter has said who is a party.
    """
    ours: tuple[str, ...] = ()
    if dispute.building and any(dispute.building in g.buildings for g in community.grids):
        ours = community.grid_of(dispute.building).mediators
    holders = {o.key: o for o in community.holders(Role.MEDIATOR)}
    ordered = [holders[key] for key in ours if key in holders] + list(holders.values())
    return _free(community, dispute, ordered) if dispute.declared else ()


def members(community: Community, dispute: Dispute) -> tuple[Officer, ...]:
    """Return the committee members who may handle it; nobody until the parties are known."""
    holders = community.holders(Role.COMMITTEE)
    return _free(community, dispute, holders) if dispute.declared else ()


def contacts(community: Community, dispute: Dispute) -> tuple[Officer, ...]:
    """Return the township's contacts, where they stand in for a body that has nobody left (D17).

    Also where an alarm that nobody answered has come to them.
    """
    free = township(community, dispute)
    willing = [o for o in mediators(community, dispute) if o.key not in dispute.declined]
    if willing and members(community, dispute):
        return tuple(o for o in free if o.key in dispute.called)
    return free


def township(community: Community, dispute: Dispute) -> tuple[Officer, ...]:
    """Return the township's contacts who are not left out, whether it has come to them or not."""
    return _free(community, dispute, community.holders(Role.TOWNSHIP))


def _free(
    community: Community, dispute: Dispute, officers: Iterable[Officer]
) -> tuple[Officer, ...]:
    out = left_out(community, dispute)
    free = {o.key: o for o in officers if o.seated and o.key not in out}
    return tuple(sorted(free.values(), key=lambda o: o.away))


def handlers(community: Community, dispute: Dispute) -> tuple[Officer, ...]:
    """Return everybody who may read and handle it, in the order in which they are asked."""
    every = (
        *mediators(community, dispute),
        *members(community, dispute),
        *contacts(community, dispute),
    )
    return tuple({o.key: o for o in every}.values())


def heads(community: Community, dispute: Dispute) -> tuple[Officer, ...]:
    """Return who may ask for consent: the committee, else the township's contacts."""
    return members(community, dispute) or contacts(community, dispute)


def candidates(community: Community, dispute: Dispute) -> tuple[Officer, ...]:
    """Return who may be asked to mediate: mediators who did not decline, else the township's."""
    for body in (mediators(community, dispute), contacts(community, dispute)):
        if left := tuple(o for o in body if o.key not in dispute.declined):
            return left
    return ()


def called_next(community: Community, dispute: Dispute) -> tuple[Officer, ...]:
    """Return whom an alarm calls now besides those it called before (C02).

    First the mediator on duty with the committee; then one by one the other mediators and, where
    nobody answers, the township.
    """
    ready, board = mediators(community, dispute), members(community, dispute)
    last = township(community, dispute)
    if any(o.key in dispute.called for o in (*ready, *board)):
        return tuple(o for o in (*ready, *board, *last) if o.key not in dispute.called)[:1]
    together = {o.key: o for o in (*ready[:1], *board, *contacts(community, dispute))}
    return tuple(o for key, o in together.items() if key not in dispute.called)


def roles_in(community: Community, dispute: Dispute, actor: Actor) -> frozenset[Role]:
    """Return what somebody is to this dispute; nothing for whoever is left out of it."""
    if Role.CLOCK in actor.offices:
        return actor.offices
    if actor.id == dispute.reporter:
        return frozenset({Role.REPORTER})
    if actor.officer not in {o.key for o in handlers(community, dispute)}:
        return frozenset()
    roles: set[Role] = set()
    if powers.may(actor, Verb.HANDLE_DISPUTE):
        roles |= actor.offices & powers.POWERS[Verb.HANDLE_DISPUTE]
    if actor.officer in {o.key for o in contacts(community, dispute)}:
        roles.add(Role.TOWNSHIP)
    return frozenset(roles | ({Role.ASSIGNEE} if actor.officer == dispute.mediator else set()))
