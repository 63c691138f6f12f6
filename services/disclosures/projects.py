"""The editions of a project's stages begin: by the clock, or where one is reached (G05)."""

from governance import powers
from governance.disclosures.edition import Edition
from governance.powers import Verb
from governance.refusals import NotAllowed, Refusal
from governance.resolutions import stages
from governance.resolutions.clauses import Clause
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import Stage
from services import stages as warning
from services.disclosures import scheduling, staging, telling
from services.ports import Work


def reached(work: Work, resolution: int, clause: int, stage: str) -> None:
    """Begin the edition of a stage that is reached or near; the clock's errand.

    Where the work is over and an earlier stage was shown to nobody, supervision is told.
    """
    found = work.resolutions.get(resolution)
    promise = found.clause(clause)
    if promise is None or found.status not in staging.SHOWABLE:
        return
    if stage == Stage.SETTLED and promise.settled:
        warning.early(work, found, promise, Stage.SETTLED)
    _begin(work, found, promise, Stage(stage))


def _begin(work: Work, resolution: Resolution, clause: Clause, stage: Stage) -> Edition | None:
    if made := staging.owed(work, resolution, clause, stage):
        return scheduling.add(work, made)
    return staging.waiting(work, resolution.id, clause.id, stage)


def open_(work: Work, resolution_id: int, clause_id: int, stage: Stage) -> Stage | None:
    """Let whoever carries a project out, or the committee, write the edition of its next stage.

    Return the earlier stage that was shown to nobody, where one stands before it.
    """
    resolution, clause = _own(work, resolution_id, clause_id)
    if missing := warning.early(work, resolution, clause, stage):
        return missing
    stages.check_open(clause.stages, stage, over=clause.settled)
    edition = _begin(work, resolution, clause, stage)
    if edition is None:
        raise Refusal("refusal-resolution-unlisted")
    telling.worksheet(work, edition, work.by.id)
    return None


def _own(work: Work, resolution_id: int, clause_id: int) -> tuple[Resolution, Clause]:
    """Return the promise; NotAllowed for all but whoever carries it out and the committee."""
    resolution = work.resolutions.get(resolution_id)
    clause = resolution.clause(clause_id)
    mine = clause is not None and bool(work.by.officer) and clause.who == work.by.officer
    if clause is None or not (mine or powers.may(work.by, Verb.LEAD_TOPIC)):
        raise NotAllowed("refusal-not-yours")
    if resolution.status not in staging.SHOWABLE:
        raise Refusal("refusal-closed")
    return resolution, clause
