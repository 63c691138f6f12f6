"""Check-ins: asked on their day, reported with evidence, else missing in public (idea 10)."""

from dataclasses import replace
from datetime import date

from governance.cases import Case, CaseStatus
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Role
from governance.notices import Policy
from governance.refusals import NotAllowed, Refusal
from governance.resolutions import clauses, forms
from governance.resolutions.clauses import CheckIn, Clause
from governance.resolutions.resolution import Resolution
from governance.resolutions.stages import HALF
from governance.resolutions.states import WORKING, ClauseStatus, Stage
from services import stages, talks
from services.hearing import Heard
from services.ports import Work
from services.resolutions import acting, carrying, telling

ENDED = {
    CaseStatus.CONFIRMED: ClauseStatus.KEPT,
    CaseStatus.PARTIAL: ClauseStatus.PARTLY,
    CaseStatus.UNCONFIRMED: ClauseStatus.UNCONFIRMED,
}
# a refusal may still be appealed, so nothing is settled yet
PENDING = frozenset({CaseStatus.DECLINED})


def ask(work: Work, resolution: int, clause: int, day: str) -> None:
    """Ask whoever is responsible for the report of a day, unless it is there."""
    found, promise = _running(work, resolution, clause)
    due = date.fromisoformat(day)
    checkin = promise.checkin(due) if promise else None
    if promise and checkin and checkin.at is None:
        telling.checkin(work, found, promise, due.toordinal())


def unreported(work: Work, resolution: int, clause: int, day: str) -> None:
    """Say in public, on its day, that a report is missing."""
    found, promise = _running(work, resolution, clause)
    due = date.fromisoformat(day)
    changed = clauses.missed(promise, due) if promise else None
    if changed is None or changed == promise:
        return
    saved = _saved(work, found, changed)
    work.note("unreported", f"resolution:{saved.id}", {"clause": changed.number, "day": day})
    said = telling.facts(saved, clause=changed.number, by=changed.who, day=day)
    telling.aloud(work, "resolution-unreported", said, policy=Policy.ONCE)
    telling.officers(work, "resolution-unreported", said, Role.SUPERVISION)
    work.redraw(f"resolution-checkin:{saved.id}:")


def _running(work: Work, resolution_id: int, clause_id: int) -> tuple[Resolution, Clause | None]:
    """Return a resolution, and the promise if it is being carried out and open."""
    found = work.resolutions.get(resolution_id)
    promise = found.clause(clause_id)
    running = promise and not promise.settled and found.status in WORKING
    return found, promise if running else None


def begin(work: Work, resolution_id: int, clause_id: int, day: int) -> Dialogue:
    """Ask for the report of a day, by its ordinal: words or a photo, and how far it has come."""
    resolution, clause = _own(work, resolution_id, clause_id)
    due = date.fromordinal(day)
    if clause.checkin(due) is None:
        raise NotAllowed("refusal-not-allowed")
    return talks.open_form(
        work,
        DialogueKind.CHECK_IN,
        0,
        resolution=resolution.id,
        number=resolution.number,
        clause=clause.id,
        count=clause.number,
        what=clause.what,
        day=due.isoformat(),
    )


def _own(work: Work, resolution_id: int, clause_id: int) -> tuple[Resolution, Clause]:
    resolution = work.resolutions.get(resolution_id)
    clause = resolution.clause(clause_id)
    if clause is None or not work.by.officer or clause.who != work.by.officer:
        raise NotAllowed("refusal-not-yours")
    acting.working(resolution)
    if clause.settled:
        raise Refusal("refusal-closed")
    return resolution, clause


def reported(work: Work, talk: Dialogue) -> Resolution:
    """Write a report down, and show it to everybody with its photo."""
    resolution, clause = _own(work, talk.whole("resolution"), talk.whole("clause"))
    report = CheckIn(
        day=date.fromisoformat(talk.text("day")),
        at=work.now,
        text=talk.text("text"),
        photo=talk.text("photo"),
        progress=talk.whole("progress"),
    )
    changed = clauses.reported(clause, report)
    saved = _saved(work, resolution, changed)
    detail = {"clause": clause.number, "text": report.text, "progress": report.progress}
    work.note("report-promise", f"resolution:{saved.id}", detail)
    day = report.day.toordinal()
    said = telling.facts(saved, clause=clause.id, by=clause.who, day=day)
    telling.aloud(work, "resolution-reported", said)
    work.redraw(f"resolution-checkin:{saved.id}:")
    return saved


def moved(work: Work, case: int) -> None:
    """Settle a promise whose case has ended, with the evidence that stands there (F01)."""
    found = work.resolutions.of_case(case)
    ended = work.cases.get(case)
    if found is None or ended.status in PENDING:
        return
    [clause] = [c for c in found.clauses if c.case == case]
    if ended.merged_into:
        _saved(work, found, replace(clause, case=ended.merged_into))
        return
    if clause.settled:
        return
    status = ENDED.get(ended.status, ClauseStatus.BROKEN)
    today = carrying.local(work, work.now)
    changed = clauses.settled(clause, status, _evidence(work, ended), today)
    saved = _saved(work, found, changed)
    detail = {"clause": clause.number, "status": status, "case": case}
    work.note("settle-promise", f"resolution:{saved.id}", detail)
    acting.follow(work, saved)
    if showing := changed.stage(Stage.SETTLED):
        carrying.reached(work, saved, changed, showing, work.now)


def _evidence(work: Work, case: Case) -> str:
    """Return the photo or the words with which the case was reported done."""
    done = [a.proof for a in case.assignments if a.proof]
    said = [p.note for p in work.cases.passages(case.id) if p.action == "finish" and p.note]
    return (*done, *said, "")[0]


def _saved(work: Work, resolution: Resolution, clause: Clause) -> Resolution:
    changed = tuple(clause if c.id == clause.id else c for c in resolution.clauses)
    saved = work.resolutions.save(replace(resolution, clauses=changed))
    telling.redraw(work, saved)
    return saved


class ReportTalk(talks.Filled):
    """The talk of a report: words or a photo are evidence, and both may come."""

    __slots__ = ()

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take words, or a photo with or without them."""
        question = self.form.next(dialogue)
        if question and question.field == "text" and heard.photo:
            data = {**dialogue.data, "photo": heard.photo}
            return self._go_on(work, replace(dialogue, data=data), "text", heard.text)
        return super().hear(work, dialogue, heard)

    def take(self, work: Work, dialogue: Dialogue, field: str, value: str) -> object:
        """Take a tap; half the work is not reached before the stage before it was shown (G05)."""
        if field == "progress" and int(value) >= HALF:
            ids = dialogue.whole("resolution"), dialogue.whole("clause")
            resolution, clause = _own(work, *ids)
            if stages.early(work, resolution, clause, Stage.HALFWAY):
                return dialogue
        return super().take(work, dialogue, field, value)


REPORT = ReportTalk(forms.REPORT, reported)
