"""Off duty and on leave: who stands in, what becomes of the cases, and coming back (A06)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from governance import absences, days, routing
from governance.absences import Absence, AbsenceStatus, Held
from governance.cases import AssignmentStatus, Case, CaseAction
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import THE_CLOCK, Officer, Role
from governance.notices import Fact
from governance.powers import Verb, require
from governance.refusals import NotAllowed, Refusal
from services import deliveries, talks
from services.cases import acting
from services.cases.acting import With
from services.hearing import Heard
from services.ports import Work
from services.talks import Filled

DAYS = frozenset({"from", "to"})


class Leave(Filled):
    """The form of leave: days are read as they are written."""

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take a day where one is asked for; Refusal where it is none."""
        question = self.form.next(dialogue)
        if question and question.field in DAYS:
            today = work.now.astimezone(work.community.calendar.zone).date()
            heard = replace(heard, text=days.ahead(heard.text, today).isoformat())
        return super().hear(work, dialogue, heard)


def ask(work: Work) -> Dialogue | None:
    """Show an officer that he is away, with the way back; else ask from when to when."""
    require(work.by, Verb.TAKE_LEAVE)
    for absence in work.absences.going_on(work.by.officer):
        if absence.status is AbsenceStatus.ON:
            _tell(work, "leave-on", absence, work.community.officer(absence.officer))
            return None
    busy = "yes" if work.desks.held_by(work.by.officer) else ""
    return talks.open_form(work, DialogueKind.LEAVE, own=work.by.officer, busy=busy)


def take(work: Work, dialogue: Dialogue) -> Absence:
    """Write an absence down, begin it when it begins; Refusal where it overlaps another."""
    require(work.by, Verb.TAKE_LEAVE)  # the talk may have begun in an office since lost
    own = work.community.officer(work.by.officer)
    starts, ends = absences.span(work.community.calendar, dialogue, work.now)
    absence = Absence(
        officer=own.key,
        starts=starts,
        ends=ends,
        substitute=dialogue.text("officer") or absences.usual_substitute(work.community, own),
        held=Held(dialogue.text("held") or Held.KEEP),
    )
    if any(absences.clashes(absence, other) for other in work.absences.going_on(own.key)):
        raise Refusal("refusal-away")
    absence = work.absences.add(absence)
    if starts <= work.now:
        begin(work, absence.id)
        return absence
    work.due(starts, "leave_begins", f"leave_begins:{absence.id}", absence=absence.id)
    _tell(work, "leave-planned", absence, own)
    return absence


def begin(work: Work, absence: int) -> None:
    """Let an absence begin: offers go on, cases are handed over if so wished, all are told.

    Of a post that is no more in the file nothing is left to do.
    """
    found = work.absences.get(absence)
    own = _known(work, found.officer)
    if found.status is not AbsenceStatus.PLANNED or own is None:
        return
    found = replace(found, status=AbsenceStatus.ON)
    _turn(work, found, "leave_begin")
    if found.ends:
        work.due(found.ends, "leave_ends", f"leave_ends:{found.id}", absence=found.id)
    for case in work.desks.held_by(own.key):
        _let_go(work, own, case, found)
    _tell(work, "leave-begun", found, own)
    stands = _stands(work, found)
    if stands:
        _tell(work, "leave-stands", found, stands)
    for member in work.community.holders(Role.COMMITTEE):
        if member.seated and member.key not in {own.key, found.substitute}:
            _tell(work, "leave-told", found, member)


def _let_go(work: Work, own: Officer, case: Case, absence: Absence) -> None:
    """Let an offer go to the next; ask the substitute to take over what is being worked on."""
    current = case.current
    if current is None or current.officer != own.key:
        return
    if current.status is AssignmentStatus.OFFERED:
        if to := routing.next_in_line(work.community, case):
            acting.act(work, case.id, CaseAction.PASS_ON, With(to=to), THE_CLOCK)
        return
    if absence.held is Held.HAND_OVER and current.status is AssignmentStatus.ACCEPTED:
        _hand_over(work, own, case, _stands(work, absence))


def _hand_over(work: Work, own: Officer, case: Case, stands: Officer | None) -> None:
    """Ask the substitute to take a case over, else a helper of its grid, else it goes up."""
    by = work.actor(own.telegram)
    able = stands and stands.present and routing.may_handle(work.community, case, stands.key)
    to = stands if able else routing.helper_for(work.community, case)
    if to:
        given = With(note=routing.ON_LEAVE, to=to.key)
        acting.act(work, case.id, CaseAction.TRANSFER, given, by)
    else:
        acting.act(work, case.id, CaseAction.ESCALATE, With(note=routing.ON_LEAVE), by)


def back(work: Work, absence: int) -> None:
    """End an absence before its time, or call it off; NotAllowed to all but its officer."""
    found = work.absences.get(absence)
    if found.officer != work.by.officer:
        raise NotAllowed("refusal-not-yours")
    if found.status is AbsenceStatus.PLANNED:
        _turn(work, replace(found, status=AbsenceStatus.OVER), "leave_cancel")
        _tell(work, "leave-cancelled", found, work.community.officer(found.officer))
        return
    end(work, absence)


def end(work: Work, absence: int) -> None:
    """Let an absence end: who comes back reads what became of the cases."""
    found = work.absences.get(absence)
    if found.status is not AbsenceStatus.ON:
        return
    _turn(work, replace(found, status=AbsenceStatus.OVER, ends=work.now), "leave_end")
    if own := _known(work, found.officer):
        gone = work.desks.given_up(own.key, found.starts)
        held = work.desks.held_by(own.key)
        _tell(work, "leave-over", found, own, gone=_numbers(gone), held=_numbers(held))
    if stands := _stands(work, found):
        _tell(work, "leave-relieved", found, stands)


def _numbers(those: Sequence[Case]) -> str:
    return ",".join(str(case.id) for case in those)


def _turn(work: Work, absence: Absence, verb: str) -> None:
    work.absences.save(absence)
    work.note(verb, f"officer:{absence.officer}", {"absence": absence.id})
    work.changed()


def _known(work: Work, key: str) -> Officer | None:
    """Return the officer of a key; nobody where the post is no more in the file."""
    return next((o for o in work.community.officers if o.key == key), None)


def _stands(work: Work, absence: Absence) -> Officer | None:
    found = _known(work, absence.substitute)
    return found if found and found.seated else None


def _tell(work: Work, key: str, absence: Absence, to: Officer, **more: Fact) -> None:
    facts = {
        "absence": absence.id,
        "officer": absence.officer,
        "substitute": absence.substitute,
        "starts": _ms(absence.starts),
        "ends": _ms(absence.ends) if absence.ends else 0,
        **more,
    }
    address = deliveries.to_officer(work, to.key)
    deliveries.notice(work, key, address, reader=to.telegram, facts=facts)


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)
