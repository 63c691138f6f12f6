"""Finding one's own open reports, and the open hazards of one's grids, without a number."""

from governance.cases import OPEN, CaseKind
from governance.directory import Role
from governance.notices import Address
from services import deliveries
from services.cases import looking
from services.hearing import Asked
from services.ports import Work

ALL_GRIDS = frozenset({Role.DISPATCHER, Role.COMMITTEE, Role.SUPERVISION})


def progress(work: Work, asked: Asked) -> None:
    """List a person's open reports with a button each, in private only (N21)."""
    if asked.chat < 0:
        looking.mine(work, asked)
        return
    own = [c for c in work.cases.of_reporter(work.by.id) if c.status in OPEN]
    facts = {"cases": ",".join(str(c.id) for c in own)}
    deliveries.notice(work, "my-open", Address(chat=work.by.id), reader=work.by.id, facts=facts)


def status(work: Work, case_id: int, asked: Asked) -> None:
    """Tell where the case of a button stands."""
    looking.status(work, work.cases.get(case_id).number, asked)


def hazards(work: Work) -> None:
    """List the open hazards in private to those who keep the grid, oldest first (L05)."""
    mine = {g.key for g in work.community.grids if work.by.officer in g.officers}
    every = work.cases.open_of_kind(CaseKind.HAZARD)
    all_of = bool(work.by.offices & ALL_GRIDS)
    seen = [c for c in every if all_of or c.grid in mine or c.reporter == work.by.id]
    facts = {"cases": ",".join(str(c.id) for c in seen)}
    deliveries.notice(work, "hazards", Address(chat=work.by.id), reader=work.by.id, facts=facts)
