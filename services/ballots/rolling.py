"""The roll: who stands on it when a ballot opens, with a phone or without one (E09).

An account is a key of figures. Whoever has none is keyed by what names him here, and no key of
those is made of figures alone: nobody's account is taken for an owner's number in the roster.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from governance import roster
from governance.ballots import roll as rules
from governance.ballots.ballot import Ballot
from governance.ballots.roll import Entrant, Roll, VotingUnit
from governance.procedure import UnitKind
from governance.refusals import Refusal
from governance.residents import Resident, ResidentStatus
from services.ballots import classing
from services.ports import Shelf, Work

OWNER, OFFLINE = "@", "+"  # before the key of whoever has no account


def frozen(work: Work, ballot: Ballot) -> Roll:
    """Return the roll as it is now; Refusal where owners vote and no roster was imported."""
    if ballot.scope.kind is UnitKind.OWNER:
        return _owners(work, ballot)
    return rules.freeze(ballot.scope, classing.classed(work, ballot, entrants(work, ballot)))


def entrants(work: Work, ballot: Ballot) -> tuple[Entrant, ...]:
    """Return everybody who is known to live in the scope of a ballot of persons or households.

    Where only adults vote, a flat in which nobody was seen to be one is as silent as any other:
    who has no phone there may vote on paper.
    """
    here = verified(work, ballot.scope.buildings)
    known = tuple(_residents(here))
    doors = {(e.building, e.door) for e in known if e.adult or not ballot.scope.adults}
    silent = (f for f in _flats(work, ballot) if (f.building, f.door) not in doors)
    persons = {r.person for r in here}
    met = {owner for owner, people in work.flats.accounts().items() if people & persons}
    if ballot.scope.kind is UnitKind.HOUSEHOLD:
        return (*known, *_households(silent), *_named(ballot))
    return (*known, *_phoneless(silent, ballot, met), *_named(ballot))


def verified(shelf: Shelf, buildings: Iterable[str]) -> tuple[Resident, ...]:
    """Return the bindings that were confirmed in these buildings, oldest first."""
    here = shelf.residents.within(sorted(buildings))
    return tuple(r for r in here if r.status is ResidentStatus.VERIFIED)


def _residents(here: tuple[Resident, ...]) -> Iterator[Entrant]:
    """Yield who is registered; of several households he speaks for the one he had first."""
    home: dict[int, int] = {}
    grown = {r.person for r in here if r.adult}
    for resident in here:
        first = home.setdefault(resident.person, resident.id) == resident.id
        yield Entrant(
            person=str(resident.person),
            building=resident.building,
            door=resident.door,
            adult=resident.person in grown,
            home=first,
        )


def _households(flats: Iterable[roster.Unit]) -> Iterator[Entrant]:
    """Yield each household without anybody registered."""
    for flat in flats:
        door = f"{OFFLINE}{flat.building}/{flat.door}"
        yield Entrant(person=door, building=flat.building, door=flat.door, adult=True)


def _phoneless(
    flats: Iterable[roster.Unit], ballot: Ballot, met: Container[str]
) -> Iterator[Entrant]:
    """Yield the owners of such households whom nobody met, or named beside: he has one vote."""
    for flat in flats:
        for owner in flat.owners:
            named = f"{flat.building}/{flat.door}/{owner.name}" in ballot.offline
            if owner.key not in met and not named:
                key = f"{OWNER}{owner.key}"
                yield Entrant(person=key, building=flat.building, door=flat.door, adult=True)


def _named(ballot: Ballot) -> Iterator[Entrant]:
    for each in ballot.offline:
        building, door, _ = each.split("/", 2)
        yield Entrant(person=f"{OFFLINE}{each}", building=building, door=door, adult=True)


def _flats(work: Work, ballot: Ballot) -> tuple[roster.Unit, ...]:
    """Return the flats in which somebody lives, as the roster has them."""
    found = work.flats.roster()
    every = found.units if found else ()
    return tuple(f for f in every if f.building in ballot.scope.buildings and not f.vacant)


def _owners(work: Work, ballot: Ballot) -> Roll:
    found = work.flats.roster()
    if found is None:
        raise Refusal("refusal-ballot-roster")
    accounts = {f"{OWNER}{key}": people for key, people in work.flats.accounts().items()}
    flats = tuple(map(_keyed, found.units))
    concerned = classing.of_owners(work.topics.get(ballot.topic).concerned, flats)
    roll = rules.freeze_owners(ballot.scope, flats, concerned)
    young = _young(work) if ballot.scope.adults else frozenset()

    def pressing(unit: VotingUnit) -> VotingUnit:
        known = {p for o in unit.voters for p in accounts.get(o, ())} - young
        return replace(unit, voters=unit.voters | {str(p) for p in known})

    return replace(roll, units=tuple(map(pressing, roll.units)))


def _young(work: Work) -> frozenset[int]:
    """Return the registered whom nobody saw to be of age: a guardian's word is entered instead."""
    here = verified(work, [b.key for b in work.community.buildings])
    return frozenset(r.person for r in here) - {r.person for r in here if r.adult}


def _keyed(flat: roster.Unit) -> roster.Unit:
    return replace(flat, owners=tuple(replace(o, key=f"{OWNER}{o.key}") for o in flat.owners))


def is_account(voter: str) -> bool:
    """Whether a voter has an account, and so can be told and can press."""
    return voter.isdecimal()
