"""Pausing, resuming or retiring an item: one side asks and says why, the other confirms (8.12)."""

from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Role
from governance.disclosures import changes
from governance.disclosures.changes import Change
from governance.disclosures.forms import CHANGE
from governance.disclosures.states import ChangeAction, ChangeStatus, ProgrammeAction
from governance.notices import Fact
from services import deliveries, talks
from services.disclosures import asking, owing, scheduling, telling
from services.ports import Work

A = ProgrammeAction


def begin(work: Work, key: str) -> Dialogue:
    """Ask somebody of the committee or of supervision what is to be done to an item, and why."""
    changes.side(work.by)
    item = asking.named(work.community, key)
    standing = changes.status(owing.of_item(work, key))
    return talks.open_form(work, DialogueKind.PROGRAMME, item=item.key, standing=standing)


def asked(work: Work, talk: Dialogue) -> Change:
    """Write down what one side asks for, and put it before the other."""
    item = asking.named(work.community, talk.text("item"))
    wanted = Change(
        item=item.key,
        action=ProgrammeAction(talk.text("action")),
        why=talk.text("why"),
        side=Role.COMMITTEE,
        asked_at=work.now,
    )
    change = work.programme.add(changes.ask(owing.of_item(work, item.key), wanted, work.by))
    detail = {"item": change.item, "why": change.why}
    work.note(f"ask-{change.action}", f"item:{change.item}", detail)
    found = [o for o in work.community.holders(changes.other(change.side)) if o.seated]
    deliveries.tasks(work, f"programme-change:{change.id}", (o.telegram for o in found))
    if not found:
        work.alarm("unheld", f"item:{change.item}")
    return change


TALK = talks.Filled(CHANGE, asked)


def decide(work: Work, change_id: int, action: ChangeAction) -> Change:
    """Take the other side's word; what a pause put off gets its new days."""
    change = changes.decide(work.programme.change(change_id), action, work.by, work.now)
    work.programme.decide(change)
    detail = {"item": change.item, "action": change.action}
    work.note(f"{action}-change", f"item:{change.item}", detail)
    work.redraw(f"programme-change:{change.id}:")
    facts: dict[str, Fact] = {"change": change.id}
    telling.officers(work, "programme-decided", sorted(changes.SIDES), facts)
    if change.status is ChangeStatus.CONFIRMED:
        _follow(work, change)
    return change


def _follow(work: Work, change: Change) -> None:
    """Draw anew what is open of an item; set its alarms by the days that hold now."""
    for edition in work.disclosures.of(change.item):
        if owing.owes(edition):
            telling.redraw(work, edition)
            scheduling.watch(work, edition)
    item = work.community.item(change.item)
    if item and change.action is A.RESUME:
        scheduling.prepare(work, item)
