"""The roll: the units that may vote, frozen when a ballot opens (E09)."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from governance import roster
from governance.procedure import UnitKind
from governance.quorum import Measure, Weights


class Participant(StrEnum):
    """As what somebody takes part (E09); whoever is several counts as the first of them."""

    PARTY = "party"
    STAKEHOLDER = "stakeholder"
    REPRESENTATIVE = "representative"
    RESIDENT = "resident"
    OBSERVER = "observer"  # reads and speaks, and has no vote (E23)


_FIRST = tuple(Participant)
VOTING = frozenset(Participant) - {Participant.OBSERVER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrant:
    """One person in one household, as somebody vouches for; `adult` is 18 or older.

    The person's key need not be an account: whoever has no phone stands on the roll all the same.
    `home` is the household for which the person may speak where there are several.
    """

    person: str
    building: str
    door: str
    adult: bool
    participant: Participant = Participant.RESIDENT
    home: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class VotingUnit:
    """One vote: who may cast it, as what it is counted, the floor area behind it.

    `heads` is 1 for each unit; the area is in hundredths of a square metre.
    """

    key: str
    voters: frozenset[str]
    participant: Participant = Participant.RESIDENT
    area: int = 0

    @property
    def weights(self) -> Weights:
        """What the unit weighs in each measure."""
        return {Measure.HEADS: 1, Measure.AREA: self.area}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whom a ballot is for: what has a vote, in which buildings, as what; adults only or not."""

    kind: UnitKind
    buildings: frozenset[str]
    participants: frozenset[Participant] = VOTING
    adults: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """The units that may vote, in the order of their keys."""

    kind: UnitKind
    units: tuple[VotingUnit, ...]

    def units_of(self, person: str) -> tuple[VotingUnit, ...]:
        """Return the units for which a person may vote; an owner may be several with others."""
        return tuple(u for u in self.units if person in u.voters)

    def unit(self, key: str) -> VotingUnit | None:
        """Return the unit of this key, if it is on the roll."""
        return next((u for u in self.units if u.key == key), None)

    def of(self, participant: Participant) -> tuple[VotingUnit, ...]:
        """Return the units of one class."""
        return tuple(u for u in self.units if u.participant is participant)

    @property
    def classes(self) -> tuple[Participant, ...]:
        """The classes that stand on the roll."""
        found = {u.participant for u in self.units}
        return tuple(p for p in Participant if p in found)


def weigh(units: Iterable[VotingUnit]) -> Weights:
    """Return what units weigh together."""
    every = [u.weights for u in units]
    return {m: sum(w[m] for w in every) for m in Measure}


def freeze(scope: Scope, entrants: Iterable[Entrant]) -> Roll:
    """Return the roll of persons or of households; ValueError for owners, who own flats."""
    if scope.kind is UnitKind.OWNER:
        raise ValueError("owners are frozen from the roster of flats")
    here = [
        e
        for e in entrants
        if e.building in scope.buildings
        and e.participant in scope.participants
        and (e.adult or not scope.adults)
    ]
    if scope.kind is UnitKind.HOUSEHOLD:
        return _rolled(scope.kind, _households(here))
    return _rolled(scope.kind, [(e.person, e) for e in here])


def _households(here: Iterable[Entrant]) -> list[tuple[str, Entrant]]:
    """Return who speaks for which household: nobody for two of them."""
    own: dict[str, tuple[bool, str]] = {}
    every = [(f"{e.building}/{e.door}", e) for e in here]
    for key, e in every:
        own[e.person] = min((not e.home, key), own.get(e.person, (True, key)))
    return [(key, e) for key, e in every if own[e.person][1] == key]


def _rolled(kind: UnitKind, voices: Iterable[tuple[str, Entrant]]) -> Roll:
    found: dict[str, list[Entrant]] = {}
    for key, entrant in voices:
        found.setdefault(key, []).append(entrant)
    units = (
        VotingUnit(
            key=key,
            voters=frozenset(e.person for e in those),
            participant=_as(e.participant for e in those),
        )
        for key, those in sorted(found.items())
    )
    return Roll(kind=kind, units=tuple(units))


def _as(participants: Iterable[Participant]) -> Participant:
    return min(participants, key=_FIRST.index)


def freeze_owners(
    scope: Scope,
    flats: Iterable[roster.Unit],
    participants: Mapping[str, Participant] | None = None,
    minors: AbstractSet[str] = frozenset(),
) -> Roll:
    """Return the roll of owners: flats of the same owners are one head, their areas together.

    Joint owners are one head (Supreme People's Court, interpretation on building ownership,
    article 9). A minor owns, and does not press: where nobody of full age owns with him, the unit
    is on the roll and a guardian is entered for it. Owners are keyed as in the roster.
    """
    classes = participants or {}
    held: dict[frozenset[str], int] = {}
    for flat in flats:
        if flat.building in scope.buildings:
            owners = frozenset(o.key for o in flat.owners)
            held[owners] = held.get(owners, 0) + flat.area
    units = [
        VotingUnit(
            key="+".join(sorted(owners)),
            voters=owners - minors if scope.adults else owners,
            participant=_as(classes.get(o, Participant.RESIDENT) for o in owners),
            area=area,
        )
        for owners, area in held.items()
    ]
    voting = (u for u in units if u.participant in scope.participants)
    return Roll(kind=scope.kind, units=tuple(sorted(voting, key=lambda u: u.key)))
