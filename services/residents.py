"""Residents: asking to be one, being met face to face, moving out (8.1, A12, A14)."""

from collections.abc import Sequence
from dataclasses import replace

from governance import places, powers, residents
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Grid, Role
from governance.notices import Address, Policy, Priority
from governance.powers import Verb
from governance.refusals import NotAllowed, Refusal, Unknown
from governance.residents import (
    Deed,
    Residency,
    Resident,
    ResidentAction,
    ResidentStatus,
)
from services import consent, deliveries, directory, talks
from services.hearing import Asked, Heard
from services.ports import Work

MOVED, LIST = "moved", "residents"
MOST_WAITING = 3  # households of one person that wait at a time
POWERS = {
    ResidentAction.VERIFY: Verb.VERIFY_RESIDENT,
    ResidentAction.MEET: Verb.VERIFY_RESIDENT,
    ResidentAction.CONFIRM_AGE: Verb.VERIFY_RESIDENT,
    ResidentAction.DOUBT_AGE: Verb.VERIFY_RESIDENT,
    ResidentAction.DOUBT: Verb.VERIFY_RESIDENT,
    ResidentAction.REFUSE: Verb.REFUSE_RESIDENT,
    ResidentAction.SUSPEND: Verb.SUSPEND_RESIDENT,
    ResidentAction.RESTORE: Verb.SUSPEND_RESIDENT,
    ResidentAction.MOVE: Verb.MOVE_RESIDENT,
}


def arrive(work: Work, asked: Asked, goal: str = consent.JOIN) -> None:
    """Hear of somebody who wants to be a resident here, by command or by the QR of a door."""
    if not consent.private(work, asked, goal):
        return
    if not consent.stands(work, work.by.id):
        consent.ask(work, goal)
        return
    building = goal.removeprefix(consent.BUILDING)
    if building in {b.key for b in work.community.buildings}:
        talks.open_form(work, DialogueKind.JOIN, building=building)
    else:
        talks.open_form(work, DialogueKind.JOIN)


def agree(work: Work, version: int, goal: str) -> None:
    """Take consent, and go on with what the person came for."""
    if not consent.give(work, version):
        return
    _go_on(work, goal)


def look(work: Work) -> None:
    """Let somebody look around first: nothing is written down."""
    _go_on(work, consent.START)


def _go_on(work: Work, goal: str) -> None:
    here = Asked(chat=work.by.id, message=0)
    if goal == consent.START:
        directory.guide(work, here)
    else:
        arrive(work, here, goal)


class Joining(talks.Filled):
    """The talk in which somebody says building, door and residency."""

    __slots__ = ()

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take a door as every household is found by; Refusal where it says nothing."""
        question = self.form.next(dialogue)
        if question and question.field == "door" and heard.text:
            door = residents.door(heard.text)
            if not door:
                raise Refusal("refusal-door")
            heard = replace(heard, text=door)
        return super().hear(work, dialogue, heard)


def join(work: Work, dialogue: Dialogue) -> Resident:
    """Ask for a household; where the person stands there already, only the residency changes."""
    building, door = dialogue.text("building"), dialogue.text("door")
    residency = Residency(dialogue.text("residency"))
    if building not in {b.key for b in work.community.buildings}:
        raise Unknown("refusal-no-dialogue")  # the file was changed meanwhile
    own = work.residents.of(work.by.id)
    found = next((r for r in own if (r.building, r.door) == (building, door)), None)
    if found and found.status in residents.HERE:
        return _told_again(work, replace(found, residency=residency))
    waiting = [r for r in own if r.status is ResidentStatus.PENDING]
    if len(waiting) >= MOST_WAITING:
        raise Refusal("refusal-waiting")
    fresh = Resident(
        person=work.by.id, building=building, door=door, residency=residency, asked_at=work.now
    )
    asked = work.residents.save(replace(found, residency=residency) if found else fresh)
    return act(work, asked.id, ResidentAction.ASK)


def _told_again(work: Work, resident: Resident) -> Resident:
    resident = work.residents.save(resident)
    work.note("residency", f"resident:{resident.id}", {"residency": resident.residency})
    work.redraw(f"resident:{resident.id}:")
    _tell(work, resident, "resident-already", resident.person, Address(chat=resident.person))
    return resident


JOINING = Joining(residents.JOIN, join)


def press(work: Work, resident: int, action: ResidentAction) -> Resident | Dialogue:
    """Take the step of a button, or open the talk in which its reason is given."""
    found = work.residents.get(resident)
    taken = residents.BINDING.step(found.status, action, _roles(work, found, action))
    if residents.explained(found, action, reason=taken.reason):
        return talks.open_form(work, DialogueKind.RESIDENT, resident=resident, action=action)
    return act(work, resident, action)


def reasoned(work: Work, dialogue: Dialogue) -> Resident:
    """Take the step with the reason that was given."""
    action, note = ResidentAction(dialogue.text("action")), dialogue.text("note")
    tapped = note in residents.REASONS[action]
    return act(work, dialogue.whole("resident"), action, f"@{note}" if tapped else note)


REASONING = talks.Filled(residents.REASON, reasoned)


def act(work: Work, resident: int, action: ResidentAction, note: str = "") -> Resident:
    """Take one step of 8.1, and tell those whom the table names."""
    before = work.residents.get(resident)
    roles = _roles(work, before, action)
    deed = Deed(by=work.by, at=work.now, note=note)
    after = work.residents.save(residents.advance(before, action, roles, deed))
    tells = residents.BINDING.step(before.status, action, roles).tells
    detail = {"note": note, "status": after.status, "building": after.building}
    work.note(f"resident-{action}", f"resident:{resident}", detail)
    work.redraw(f"resident:{resident}:")
    if action in residents.VERIFYING and after.residency is Residency.AWAY:
        work.programme.subscribe(after.person, work.now)  # what others read on the board (A14)
    for role in tells:
        TOLD[role](work, after, action)
    if action is ResidentAction.ASK:
        _tell(work, after, "resident-asked", after.person, Address(chat=after.person))
        _wake(work, work.community.grid_of(after.building))
    return after


def _household(work: Work, resident: Resident) -> frozenset[int]:
    """Return those who live behind the same door, or say so: none of them vouches for another."""
    all_of = work.residents.household(resident.building, resident.door)
    return frozenset(r.person for r in all_of if r.status in residents.HERE)


def _roles(work: Work, resident: Resident, action: ResidentAction) -> frozenset[Role]:
    """Return the actor's roles; Refusal for one's own household, or without the power (A09)."""
    household = _household(work, resident)
    roles = residents.roles_in(resident, work.community, work.by, household)
    if Role.RESIDENT in roles and action in residents.OWN:
        return roles
    if work.by.id in household | {resident.person}:
        raise NotAllowed("refusal-own-household")
    if action in POWERS:
        powers.require(work.by, POWERS[action])
    return roles


def _ask_keeper(work: Work, resident: Resident, action: ResidentAction) -> None:
    """Ask the worker to meet the person; of a move he only hears."""
    officer = residents.keeper(work.community, resident, _household(work, resident))
    if not officer:
        return
    if action is ResidentAction.ASK:
        _card(work, resident, officer)
        return
    reader = work.community.officer(officer).telegram
    _tell(work, resident, "resident-left", reader, deliveries.to_officer(work, officer))


def _ask_committee(work: Work, resident: Resident, _action: ResidentAction) -> None:
    own = _household(work, resident) | {resident.person}
    for officer in residents.verifiers(work.community):
        if officer.telegram not in own:
            _card(work, resident, officer.key)


def _tell_resident(work: Work, resident: Resident, action: ResidentAction) -> None:
    here = Address(chat=resident.person)
    _tell(work, resident, f"resident-told-{action}", resident.person, here)


TOLD = {
    Role.GRID_WORKER: _ask_keeper,
    Role.COMMITTEE: _ask_committee,
    Role.RESIDENT: _tell_resident,
}


def _card(work: Work, resident: Resident, officer: str) -> None:
    deliveries.card(
        work,
        f"resident:{resident.id}:{officer}:{resident.version}",
        deliveries.to_officer(work, officer),
        reader=work.community.officer(officer).telegram,
        priority=Priority.ASSIGNMENT,
    )


def _tell(work: Work, resident: Resident, key: str, reader: int, address: Address) -> None:
    deliveries.notice(work, key, address, reader=reader, facts={"resident": resident.id})


def show(work: Work, resident: int) -> Resident:
    """Show one person of the list, with the taps that are open."""
    found = work.residents.get(resident)
    if found.building not in residents.readable(work.community, work.by):
        raise NotAllowed("refusal-read")
    _tell(work, found, "resident", work.by.id, Address(chat=work.by.id))
    return found


def listing(work: Work, asked: Asked, building: str) -> None:
    """List who waits to be met, or all of one building: a worker's grids, the committee's all."""
    powers.require(work.by, Verb.SEE_ROSTER)
    mine = residents.readable(work.community, work.by)
    named = places.find(building, work.community).building or ""
    if not mine or (named and named not in mine):
        raise NotAllowed("refusal-read")
    if consent.private(work, asked, LIST):
        facts = {"building": named}
        deliveries.notice(work, "residents", asked.address, reader=work.by.id, facts=facts)


def moving(work: Work, asked: Asked) -> None:
    """Show a person's own households, each with the tap that leaves it."""
    if consent.private(work, asked, MOVED):
        deliveries.notice(work, "resident-moving", asked.address, reader=work.by.id)


def _wake(work: Work, grid: Grid) -> None:
    at = residents.next_list(work.community.calendar, work.now)
    key = f"residents:{grid.key}:{at:%Y%m%d}"
    work.due(at, "residents", key, grid=grid.key)


def weekly(work: Work, grid: str) -> None:
    """Send each keeper the one list of those who waited over three working days (N25)."""
    found = next((g for g in work.community.grids if g.key == grid), None)
    within = work.residents.within(found.buildings) if found else ()
    waiting = [r for r in within if r.status is ResidentStatus.PENDING]
    if not found or not waiting:
        return
    calendar = work.community.calendar
    late = [r for r in waiting if residents.is_late(calendar, r, work.now)]
    for officer, ids in _by_keeper(work, late).items():
        deliveries.notice(
            work,
            "residents-late",
            deliveries.to_officer(work, officer),
            reader=work.community.officer(officer).telegram,
            priority=Priority.REMINDER,
            policy=Policy.ONCE,
            facts={"residents": ",".join(ids)},
        )
    _wake(work, found)


def _by_keeper(work: Work, late: Sequence[Resident]) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {}
    for resident in late:
        officer = residents.keeper(work.community, resident, _household(work, resident))
        if officer:
            lists.setdefault(officer, []).append(str(resident.id))
    return lists
