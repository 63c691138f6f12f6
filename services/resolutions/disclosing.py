"""A project is shown before it begins, halfway, and settled; a missing stage is told (G05)."""

from dataclasses import replace

from governance import powers
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Role
from governance.notices import Policy, Priority
from governance.powers import Verb
from governance.refusals import NotAllowed, Refusal
from governance.resolutions import forms, stages
from governance.resolutions.clauses import Clause
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import WORKING, ResolutionStatus, Stage
from services import deliveries, talks
from services.hearing import Heard
from services.ports import Work
from services.resolutions import telling

SHOWABLE = WORKING | {ResolutionStatus.IMPLEMENTED}


def ask(work: Work, resolution: int, clause: int, stage: str) -> None:
    """Ask whoever is responsible to show a stage, unless it is shown or cannot be yet."""
    found = work.resolutions.get(resolution)
    promise = _waits(found, clause, Stage(stage))
    if promise and (promise.settled or stage != Stage.SETTLED):
        _card(work, found, promise, Stage(stage))


def _card(work: Work, resolution: Resolution, clause: Clause, stage: Stage) -> None:
    """Put the card of a stage at the end of the chat with whoever is responsible."""
    officer = work.community.known(clause.who)
    if officer is None or not officer.seated:
        work.alarm("vacant", f"resolution:{resolution.id}")
        return
    subject = f"resolution-stage:{resolution.id}:{clause.id}:{tuple(Stage).index(stage)}"
    here = deliveries.to_officer(work, officer.key)
    deliveries.card(work, subject, here, reader=officer.telegram, priority=Priority.ASSIGNMENT)


def missed(work: Work, resolution: int, clause: int, stage: str) -> None:
    """Say in public, on its day, that a stage is not shown; supervision hears of it (G07)."""
    found = work.resolutions.get(resolution)
    promise = _waits(found, clause, Stage(stage))
    if promise is None:
        return
    marked = replace(promise, stages=stages.missed(promise.stages, Stage(stage)))
    saved = _saved(work, found, marked)
    work.note("unshown", f"resolution:{saved.id}", {"clause": marked.number, "stage": stage})
    said = telling.facts(saved, clause=marked.number, by=marked.who, stage=stage)
    telling.aloud(work, "resolution-unshown", said, policy=Policy.ONCE)
    telling.officers(work, "resolution-unshown", said, Role.SUPERVISION)


def _waits(resolution: Resolution, clause_id: int, stage: Stage) -> Clause | None:
    """Return the promise if its stage is still to be shown."""
    clause = resolution.clause(clause_id)
    showing = clause.stage(stage) if clause else None
    open_yet = showing is not None and showing.at is None
    return clause if open_yet and resolution.status in SHOWABLE else None


def begin(work: Work, resolution_id: int, clause_id: int, stage: Stage) -> Dialogue:
    """Ask for what is to be shown at a stage: words, and a photo if there is one."""
    resolution, clause = _own(work, resolution_id, clause_id)
    stages.check_open(clause.stages, stage, over=clause.settled)
    return talks.open_form(
        work,
        DialogueKind.STAGE,
        0,
        resolution=resolution.id,
        number=resolution.number,
        clause=clause.id,
        count=clause.number,
        what=clause.what,
        stage=stage,
    )


def _own(work: Work, resolution_id: int, clause_id: int) -> tuple[Resolution, Clause]:
    """Return the promise; NotAllowed for all but whoever carries it out and the committee."""
    resolution = work.resolutions.get(resolution_id)
    clause = resolution.clause(clause_id)
    mine = clause is not None and bool(work.by.officer) and clause.who == work.by.officer
    if clause is None or not (mine or powers.may(work.by, Verb.LEAD_TOPIC)):
        raise NotAllowed("refusal-not-yours")
    if resolution.status not in SHOWABLE:
        raise Refusal("refusal-closed")
    return resolution, clause


def disclosed(work: Work, talk: Dialogue) -> Resolution:
    """Write down what is shown of a project, and show it to everybody."""
    resolution, clause = _own(work, talk.whole("resolution"), talk.whole("clause"))
    stage = Stage(talk.text("stage"))
    stages.check_open(clause.stages, stage, over=clause.settled)
    [known] = (s for s in clause.stages if s.stage is stage)
    said = replace(
        known,
        at=work.now,
        by=work.by.officer,
        text=talk.text("text"),
        photo=talk.text("photo"),
    )
    found = stages.shown(clause.stages, said, over=clause.settled)
    saved = _saved(work, resolution, replace(clause, stages=found))
    detail = {"clause": clause.number, "stage": stage, "text": said.text}
    work.note("show-stage", f"resolution:{saved.id}", detail)
    told = telling.facts(saved, clause=clause.id, stage=stage)
    telling.aloud(work, "resolution-shown", told)
    return saved


def _saved(work: Work, resolution: Resolution, clause: Clause) -> Resolution:
    changed = tuple(clause if c.id == clause.id else c for c in resolution.clauses)
    saved = work.resolutions.save(replace(resolution, clauses=changed))
    telling.redraw(work, saved)
    work.redraw(f"resolution-stage:{saved.id}:")
    return saved


class StageTalk(talks.Filled):
    """The talk of a stage: the words are needed, a photo may stand beside them."""

    __slots__ = ()

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take words, or a photo with or without them; a photo alone leaves the words asked."""
        if heard.photo and self.form.next(dialogue):
            dialogue = talks.gather(work, dialogue, photo=heard.photo)
            if not heard.text:
                return dialogue
        return super().hear(work, dialogue, heard)


TALK = StageTalk(forms.STAGE, disclosed)
