"""A project's stage is not reached before the one before it was shown: that is warned of (G05)."""

from governance.directory import Role
from governance.notices import Address, Fact
from governance.resolutions import stages
from governance.resolutions.clauses import Clause
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import Stage
from services import deliveries
from services.ports import Work

WORDS, VERB = "resolution-early", "stage_early"


def early(work: Work, resolution: Resolution, clause: Clause, stage: Stage) -> Stage | None:
    """Return the stage that must be shown before one is reached, and warn of it; None if none.

    Supervision is told once a day, however often it is tried.
    """
    missing = stages.earlier(clause.stages, stage)
    if missing is None:
        return None
    detail = {"clause": clause.number, "stage": stage, "missing": missing}
    work.note("early-stage", f"resolution:{resolution.id}", detail)
    if work.by.id:
        said = _facts(resolution, clause, stage, missing)
        deliveries.notice(work, WORDS, Address(chat=work.by.id), reader=work.by.id, facts=said)
    today = work.now.astimezone(work.community.calendar.zone).date()
    of = {"resolution": resolution.id, "clause": clause.id}
    key = f"stage-early:{clause.id}:{stage}:{today}"
    work.due(work.now, VERB, key, stage=stage, missing=missing, **of)
    return missing


def warned(work: Work, resolution: int, clause: int, stage: str, missing: str) -> None:
    """Tell supervision that a stage was to be reached before another was shown."""
    found = work.resolutions.get(resolution)
    if promise := found.clause(clause):
        seated = (o.telegram for o in work.community.holders(Role.SUPERVISION) if o.seated)
        deliveries.each(work, WORDS, seated, _facts(found, promise, stage, missing))


def _facts(resolution: Resolution, clause: Clause, stage: str, missing: str) -> dict[str, Fact]:
    of = {"resolution": resolution.id, "number": resolution.number, "clause": clause.number}
    return {**of, "stage": stage, "missing": missing}
