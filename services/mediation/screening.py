"""Once a week grid workers are asked for a number of new disputes, by one tap (C01, N25)."""

from governance.directory import Community
from governance.mediation import screening
from governance.mediation.screening import MOST, Screening
from governance.notices import Address, Priority
from governance.refusals import NotAllowed, Unknown
from services import deliveries
from services.ports import Shelf, Work


def arrange(work: Work) -> None:
    """Ask to be woken at the beginning of the next working week."""
    at = screening.next_opening(work.community.calendar, work.now)
    work.due(at, "screen", f"screen:{at:%G-%V}")


def screen(work: Work) -> None:
    """Ask whoever keeps a grid now: one message each, whatever number of grids."""
    arrange(work)
    week = screening.week_of(work.community.calendar, work.now).isoformat()
    for grid in work.community.grids:
        work.disputes.ask_week(grid.key, week)
    for officer, person in _keepers(work.community).items():
        deliveries.card(
            work,
            f"screening:{week}:{officer}:0",
            Address(chat=person),
            reader=person,
            priority=Priority.REMINDER,
        )


def _keepers(community: Community) -> dict[str, int]:
    found = (screening.keeper(community, g.key) for g in community.grids)
    return {o.key: o.telegram for o in found if o}


def kept(shelf: Shelf, week: str, officer: str) -> tuple[Screening, ...]:
    """Return the questions of a week that are this officer's to answer."""
    community = shelf.community
    return tuple(
        each
        for each in shelf.disputes.week(week)
        if any(g.key == each.grid for g in community.grids)
        and (keeper := screening.keeper(community, each.grid))
        and keeper.key == officer
    )


def count(work: Work, screening_id: int, heard_of: int) -> Screening:
    """Write down a worker's number; Refusal for anybody else, Unknown for no such number."""
    found = work.disputes.screening(screening_id)
    mine = kept(work, found.week, work.by.officer) if work.by.officer else ()
    if found.id not in {each.id for each in mine}:
        raise NotAllowed("refusal-not-yours")
    if not 0 <= heard_of <= MOST:
        raise Unknown("refusal-no-dialogue")
    work.disputes.count(screening_id, heard_of)
    work.note("screen", f"screening:{screening_id}", {"count": heard_of})
    work.redraw(f"screening:{found.week}:{work.by.officer}:")
    return found
