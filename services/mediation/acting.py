"""Taking a step on the road of a dispute: one verb, one unit of work, telling included (8.4)."""

from dataclasses import dataclass, replace
from datetime import timedelta

from governance import mediation
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import THE_CLOCK, Actor, Role
from governance.mediation import Dispute, DisputeAction, DisputeStatus, Entry, Given
from governance.mediation.form import STEP_FORM
from governance.notices import Priority
from governance.refusals import Unknown
from services import talks
from services.hearing import Heard
from services.mediation import alarm, telling
from services.ports import Shelf, Work
from services.talks import Filled

A, S = DisputeAction, DisputeStatus
TO_CONSENT = frozenset({A.ASK_CONSENT, A.DECLINE, A.PASS_ON, A.VACATE})
ANSWER_WITHIN = timedelta(hours=7)  # of working time: one day
# holds the place of what a talk will gather, so that every other rule is asked before it opens
ANYTHING = Given(note="?", office="?", place="?", phone="?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A step that was taken, by whom, and who hears of it."""

    action: DisputeAction
    by: Actor
    given: Given
    tells: tuple[Role, ...]


def known(shelf: Shelf, dispute_id: int, actor: Actor) -> Dispute:
    """Return a dispute; Unknown too for whoever is left out: not even its existence is told."""
    found = shelf.disputes.get(dispute_id)
    if not mediation.roles_in(shelf.community, found, actor):
        raise Unknown("refusal-no-dispute")
    return found


def press(work: Work, dispute_id: int, action: DisputeAction, to: str) -> Dispute | Dialogue:
    """Take the step of a button, or open the talk that it needs."""
    found = known(work, dispute_id, work.by)
    roles = mediation.roles_in(work.community, found, work.by)
    step = mediation.LIFECYCLE.step(found.status, action, roles)
    if not step.reason:
        return act(work, dispute_id, action, Given(to=to))
    mediation.check(work.community, found, action, work.by, ANYTHING)
    return talks.open_form(
        work, DialogueKind.MEDIATE, dispute=found.id, number=found.number, action=action
    )


def act(work: Work, dispute_id: int, action: DisputeAction, given: Given) -> Dispute:
    """Take one step, and the one that follows by rule; raise Refusal or Conflict."""
    dispute = known(work, dispute_id, work.by)
    dispute, first = _one(work, dispute, action, work.by, given)
    taken = [first]
    if following := mediation.automatic(work.community, dispute):
        by_rule, to = following
        dispute, second = _one(work, dispute, by_rule, THE_CLOCK, Given(to=to))
        taken.append(second)
    dispute = work.disputes.save(dispute)
    for each in taken:
        _settle(work, dispute, each)
    telling.redraw(work, dispute)
    return _follow(work, dispute, action)


def _one(
    work: Work, dispute: Dispute, action: DisputeAction, by: Actor, given: Given
) -> tuple[Dispute, Taken]:
    roles = mediation.roles_in(work.community, dispute, by)
    step = mediation.LIFECYCLE.step(dispute.status, action, roles)
    moved = mediation.advance(work.community, dispute, action, by, given)
    return moved, Taken(action=action, by=by, given=given, tells=step.tells)


def _settle(work: Work, dispute: Dispute, taken: Taken) -> None:
    if taken.action is A.RAISE:
        return  # the alarm writes it down itself
    note = taken.given.note
    entry = Entry(action=taken.action, officer=taken.by.officer, at=work.now, note=note)
    work.disputes.entered(dispute.id, entry)
    work.note(taken.action, f"dispute:{dispute.id}", {"note": note, "status": dispute.status})
    telling.step(work, dispute, taken.action, taken.given, taken.tells)


def _follow(work: Work, dispute: Dispute, action: DisputeAction) -> Dispute:
    """Show whom the step calls what he has to do, and set the next alarm."""
    if action is A.RAISE:
        return alarm.begin(work, dispute)
    if action is A.ACKNOWLEDGE:
        telling.sheet(work, dispute, work.community.officer(work.by.officer), Priority.ANSWER)
    if action in TO_CONSENT and dispute.status is S.CONSENT_ASKED:
        telling.own(work, dispute)
        if not mediation.candidates(work.community, dispute):
            telling.nobody_left(work, dispute)
    if dispute.status is S.MEDIATOR_ASKED and action in {*TO_CONSENT, A.AGREE}:
        telling.sheet(work, dispute, work.community.officer(dispute.mediator))
        _wait(work, dispute)
    return dispute


def _wait(work: Work, dispute: Dispute) -> None:
    at = work.community.calendar.due(work.now, ANSWER_WITHIN).at
    turn = asked_so_far(work, dispute)
    key = f"unmediated:{dispute.id}:{turn}"
    work.due(at, "unmediated", key, dispute=dispute.id, turn=turn)


def asked_so_far(work: Work, dispute: Dispute) -> int:
    """Return how often a mediator was asked: an alarm knows for which asking it was set."""
    return sum(entry.action is A.AGREE for entry in work.disputes.entries(dispute.id))


class MediateTalk(Filled):
    """The talk that gathers what a step needs: words, or the office referred to."""

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take words; where the reporter's speak of danger, the flag goes up with them (C02)."""
        if heard.reading.danger:
            dialogue = replace(dialogue, data={**dialogue.data, "danger": "yes"})
        return super().hear(work, dialogue, heard)


def let_go(work: Work, talk: Dialogue) -> Dialogue:
    """Let a talk that is over forget what was said in it: the dispute holds it."""
    return work.dialogues.save(replace(talk, data={}))


def finish(work: Work, talk: Dialogue) -> Dispute:
    """Take the step for which a talk has gathered everything."""
    given = Given(
        note=talk.text("note"),
        office=talk.text("office"),
        place=talk.text("place"),
        phone=talk.text("phone"),
    )
    let_go(work, talk)
    dispute = act(work, talk.whole("dispute"), DisputeAction(talk.text("action")), given)
    if talk.text("danger") and work.by.id == dispute.reporter and not dispute.flagged:
        return act(work, dispute.id, A.RAISE, Given())
    return dispute


MEDIATE = MediateTalk(STEP_FORM, finish)
