"""As what each stands on the roll: who is named in the topic, who represents, all others (E09).

A representative is the account that took up the post; one without an account is known by the
home that the file names, and among people by his name too. What is concerned is a household.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from governance import roster
from governance.ballots.ballot import Ballot
from governance.ballots.roll import Entrant, Participant
from governance.deliberations.concerned import Concerned, classes
from governance.directory import Community, Officer, Role
from governance.households import Household
from governance.procedure import UnitKind
from services.ports import Shelf

P = Participant


def classed(shelf: Shelf, ballot: Ballot, found: Iterable[Entrant]) -> Iterator[Entrant]:
    """Yield each entrant as a resident, and once more in each class to which he belongs."""
    concerned = shelf.topics.get(ballot.topic).concerned
    speakers = tuple(shelf.community.holders(Role.REPRESENTATIVE))
    for entrant in found:
        yield entrant
        home = Household(building=entrant.building, door=entrant.door)
        for participant in classes(concerned, home):
            yield replace(entrant, participant=participant)
        if any(_represents(o, entrant, home, ballot.scope.kind) for o in speakers):
            yield replace(entrant, participant=P.REPRESENTATIVE)


def _represents(officer: Officer, entrant: Entrant, home: Household, kind: UnitKind) -> bool:
    if officer.seated and str(officer.telegram) == entrant.person:
        return True
    if officer.home != home:
        return False
    own = f"/{officer.known_as}"  # as `without_account` names him
    return kind is UnitKind.HOUSEHOLD or (not officer.seated and entrant.person.endswith(own))


def without_account(
    community: Community, kind: UnitKind, buildings: Container[str]
) -> tuple[str, ...]:
    """Return the representatives who have not taken up their post, as a roll of people names them.

    Each as building/door/name: he votes on paper or by phone, as everybody without an account.
    """
    silent = (o for o in community.holders(Role.REPRESENTATIVE) if o.home and not o.seated)
    if kind is not UnitKind.PERSON:
        return ()
    return tuple(
        f"{o.home.building}/{o.home.door}/{o.known_as}"
        for o in silent
        if o.home and o.home.building in buildings
    )


def of_owners(
    concerned: Iterable[Concerned], flats: Iterable[roster.Unit]
) -> Mapping[str, Participant]:
    """Return as what each owner votes: the closest class of his flats."""
    named, found = tuple(concerned), dict[str, Participant]()
    every = tuple(P)
    for flat in flats:
        here = classes(named, Household(building=flat.building, door=flat.door))
        for owner in flat.owners if here else ():
            found[owner.key] = min(here[0], found.get(owner.key, P.RESIDENT), key=every.index)
    return found
