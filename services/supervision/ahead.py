"""Supervision lets one stage of a project go on before an earlier one was shown (8.12, G05)."""

from dataclasses import replace

from governance import powers
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Role
from governance.notices import Fact, Policy
from governance.powers import Verb
from governance.refusals import NotAllowed, Refusal
from governance.resolutions import forms, stages
from governance.resolutions.clauses import Clause
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import Stage
from services import talks
from services.disclosures import staging
from services.ports import Work
from services.resolutions import telling
from services.supervision.acting import public

WORDS = "resolution-ahead-told"


def ask(work: Work, resolution_id: int, clause_id: int, stage: Stage) -> Dialogue:
    """Ask supervision why a stage may go on; what is missing before it stays owed."""
    resolution, clause = _promise(work, resolution_id, clause_id)
    missing = stages.earlier(clause.stages, stage)
    stages.ahead(clause.stages, stage, work.by.officer, work.now, DialogueKind.LET_AHEAD)
    return talks.open_form(
        work,
        DialogueKind.LET_AHEAD,
        resolution=resolution.id,
        number=resolution.number,
        clause=clause.id,
        count=clause.number,
        stage=stage,
        missing=missing,
    )


def given(work: Work, talk: Dialogue) -> Resolution:
    """Let the stage go on, and say so to everybody, with the reason."""
    resolution, clause = _promise(work, talk.whole("resolution"), talk.whole("clause"))
    stage, why = Stage(talk.text("stage")), public(talk, "why")
    let = stages.ahead(clause.stages, stage, work.by.officer, work.now, why)
    changed = tuple(replace(c, stages=let) if c is clause else c for c in resolution.clauses)
    saved = work.resolutions.save(replace(resolution, clauses=changed))
    missing = stages.earlier(clause.stages, stage)
    more: dict[str, Fact] = {"clause": clause.number, "stage": stage, "missing": missing}
    work.note("let-ahead", f"resolution:{saved.id}", {**more, "why": why})
    _tell(work, clause, telling.facts(saved, note=why, by=work.by.officer, **more))
    telling.redraw(work, saved)
    return saved


def _promise(work: Work, resolution_id: int, clause_id: int) -> tuple[Resolution, Clause]:
    """Return the promise; NotAllowed for all but supervision without a hand in it (A09)."""
    powers.require(work.by, Verb.LET_AHEAD)
    resolution = work.resolutions.get(resolution_id)
    clause = resolution.clause(clause_id)
    if clause is None or resolution.status not in staging.SHOWABLE:
        raise Refusal("refusal-closed")
    if powers.conflicted(work.by, resolution.involved):
        raise NotAllowed("refusal-conflicted")
    return resolution, clause


def _tell(work: Work, clause: Clause, said: dict[str, Fact]) -> None:
    telling.aloud(work, WORDS, said, policy=Policy.ONCE)
    for role in (Role.COMMITTEE, Role.SUPERVISION):
        telling.officers(work, WORDS, said, role, but=work.by.id)
    doer = work.community.known(clause.who)
    if doer and doer.seated and Role.COMMITTEE not in doer.offices:
        telling.private(work, WORDS, said, doer.telegram)


TALK = talks.Filled(forms.AHEAD, given)
