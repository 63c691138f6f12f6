"""Who looks after which building, and who somebody is to this bot (A02)."""

from dataclasses import dataclass

from governance import helpers, places
from governance.directory import Community, Grid
from governance.households import Helper, Household
from governance.notices import Address, Fact
from governance.powers import Verb, may
from governance.refusals import Unknown
from governance.residents import HERE, ResidentStatus
from services import deliveries
from services.hearing import Asked
from services.ports import Shelf, Work


def grid(work: Work, asked: Asked) -> None:
    """Tell a resident his grid and worker; a group never learns where somebody lives (N21)."""
    homes = [r.building for r in work.residents.of(work.by.id) if r.status in HERE]
    if asked.chat < 0 or not homes:
        deliveries.notice(work, "grid-ask", asked.address, reader=work.by.id)
        return
    for building in dict.fromkeys(homes):
        tell(work, building, asked.address)
    if may(work.by, Verb.SEE_HOUSEHOLDS):  # of the other grids too
        deliveries.notice(work, "grid-ask", asked.address, reader=work.by.id)


def tell(work: Work, building: str, here: Address) -> None:
    """Say who looks after a building; Unknown if there is none of this key."""
    deliveries.notice(work, "grid-told", here, reader=work.by.id, facts=_facts(work, building))


def look(work: Work, building: str, asked: Asked) -> dict[str, Fact]:
    """Return who looks after a building that was tapped; in private it is said as a message."""
    facts = _facts(work, building)
    if asked.chat > 0:
        deliveries.notice(work, "grid-told", asked.address, reader=work.by.id, facts=facts)
    return facts


def _facts(work: Work, building: str) -> dict[str, Fact]:
    language = work.people.get(work.by.id).language
    return keepers(work.community, _grid(work, building), language)


def _grid(shelf: Shelf, building: str) -> Grid:
    try:
        return shelf.community.grid_of(building)
    except KeyError:
        raise Unknown("refusal-no-dialogue") from None


def keepers(community: Community, found: Grid, language: str) -> dict[str, Fact]:
    """Return the keepers of a grid by the names that residents know, without numbers (N21)."""
    return {
        "grid": places.path(community, found, language),
        "which": found.key,
        "owner": community.called(found.worker),
        "away": not community.officer(found.worker).present,
        "substitute": community.called(found.substitute),
        "head": community.called(found.head),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Helping:
    """A helper as a reader may see him: `households` is None where they are not his to read."""

    helper: Helper
    households: tuple[Household, ...] | None


def helping(shelf: Shelf, reader: int, grid: str) -> tuple[Helping, ...]:
    """Return the helpers of a grid for who lives there or keeps it; to others nobody (N06)."""
    found = next((g for g in shelf.community.grids if g.key == grid), None)
    by = shelf.actor(reader)
    lived_in = frozenset(
        r.building for r in shelf.residents.of(reader) if r.status is ResidentStatus.VERIFIED
    )
    if found is None or not helpers.named_to(shelf.community, found, by, lived_in):
        return ()
    return tuple(
        Helping(
            helper=h, households=h.households if helpers.reads(shelf.community, h, by) else None
        )
        for h in helpers.of_grid(shelf.community, grid)
    )


def whoami(work: Work, asked: Asked) -> None:
    """Tell somebody what this bot knows of him, in private alone (N21)."""
    if asked.chat > 0:
        work.people.reach(work.by.id, reachable=True)
    elif not work.people.get(work.by.id).reachable:
        deliveries.notice(work, "whoami-private", asked.address, reader=work.by.id)
        return
    deliveries.notice(work, "whoami", Address(chat=work.by.id), reader=work.by.id)
