"""How the desk looks, what an officer holds, words carried over, and leave."""

from datetime import UTC, datetime

from governance import cases
from governance.cases import Case, CaseAction, CaseKind, CaseStatus
from governance.cases.heaps import Heap
from governance.notices import Fact
from governance.relays import RelayKind
from handlers.buttons import VerbPress
from handlers.views import intake, watch
from handlers.views.record import LETTER, step, tap, whole
from handlers.views.shown import Button, Page, Shown, pairs
from services.cases import desk as desks
from services.cases import tasks as duties
from services.cases.desk import Lying

# taken elsewhere, or by the bot in the place of another step
NOT_AT_DESK = frozenset(
    {
        CaseAction.WITHDRAW,
        CaseAction.RELEASE,
        CaseAction.PROPOSE_ANSWER,
        CaseAction.PROPOSE_DECLINE,
    }
)
STEPS = 4  # the newest steps and words that the desk shows
TEXT = 1200  # of a report at the desk
TASKS = 20  # listed at once: with their buttons they fit into one message
BACK = {
    "leave-on": "leave-back",
    "leave-begun": "leave-back",
    "leave-planned": "leave-call-off",
}
RELAYS = tuple(f"relay-{kind}" for kind in RelayKind)
LEAVES = (*BACK, "leave-cancelled", "leave-told", "leave-stands", "leave-over", "leave-relieved")


def desk(page: Page) -> Shown:
    """Show what lies at an officer's desk: how much of each, and one case with its buttons."""
    officer = page.delivery.subject.split(":")[1]
    lying = desks.queue(page.shelf, page.shelf.actor(page.delivery.reader))
    open_at = desks.first(page.shelf, officer, lying)
    if open_at is None:
        return Shown(text=page.texts("desk-empty"), buttons=watch.offered(page))
    counted = [
        page.texts.plain(f"desk-heap-{heap}", count=count)
        for heap, count in desks.counts(lying).items()
    ]
    lines = [page.texts("desk-heading", heaps=" · ".join(counted)), *_item(page, open_at)]
    rows = [*_buttons(page, open_at)]
    if len(lying) > 1:
        rows.append([tap(page, "desk-next", open_at.case.id, "next")])
    rows += watch.offered(page)
    return Shown(text="\n".join(lines), buttons=rows)


def _item(page: Page, lying: Lying) -> list[str]:
    case = lying.case
    building = page.community.building(case.building).name if case.building else ""
    heading = page.texts(
        "worksheet-heading",
        number=case.number,
        category=page.category(case.category),
        place=building or page.texts.plain("place-unknown"),
        status=page.texts.plain(f"case-status-{case.status}"),
    )
    lines = ["", heading, *intake.lines(page, case)]
    lines.append(page.texts("worksheet-text", text=intake.body(page, case, TEXT)))
    lines += whole(page, case)[-STEPS:]
    lines.append(page.texts(f"desk-why-{lying.heap}"))
    return lines


def _buttons(page: Page, lying: Lying) -> list[list[Button]]:
    case = lying.case
    if lying.heap is Heap.LEAVING:
        found = [step(page, case, CaseAction.RELEASE), tap(page, "desk-stay", case.id, "stay")]
    else:
        offered = cases.choices(case, page.shelf.actor(page.delivery.reader))
        found = [_step(page, case, a) for a in offered if _at_desk(a, offered)]
    if lying.asked:
        found.append(tap(page, "desk-write", case.id, "write"))
        found.append(tap(page, "desk-done", case.id, "done"))
    found.append(tap(page, "desk-open", case.id, "open"))
    return pairs(found)


def _at_desk(action: CaseAction, offered: tuple[CaseAction, ...]) -> bool:
    # dispatching takes it up as well
    once = action is CaseAction.ADMIT and CaseAction.DISPATCH in offered
    return not once and action not in NOT_AT_DESK


def _step(page: Page, case: Case, action: CaseAction) -> Button:
    button = step(page, case, action)
    if action is CaseAction.DISPATCH and case.status is CaseStatus.SUBMITTED:
        return Button(page.texts.plain("desk-admit-dispatch"), button.data)
    return button


def tasks(page: Page) -> Shown:
    """Show an officer what he holds, hazards first, the first due first."""
    officer = page.delivery.subject.split(":")[1]
    held = duties.held(page.shelf, officer)
    quiet = page.shelf.desks.quiet(officer)
    hush = tap(page, "tasks-unhush" if quiet else "tasks-hush", 0, "unhush" if quiet else "hush")
    lines = [page.texts("tasks-heading" if held else "tasks-none", count=len(held))]
    listed, more = held[:TASKS], len(held[TASKS:])
    lines += [_task(page, case) for case in listed]
    lines += [page.texts("tasks-more", count=more)] if more else []
    opens = [Button(f"#{c.number}", VerbPress(LETTER, c.id, "open").data) for c in listed]
    rows = [opens[at : at + 4] for at in range(0, len(opens), 4)]
    return Shown(text="\n".join(lines), buttons=[*rows, [hush]])


def _task(page: Page, case: Case) -> str:
    building = page.community.building(case.building).name if case.building else ""
    said = page.shelf.relays.of_case(case.id)
    return page.texts(
        "task",
        number=case.number,
        category=page.category(case.category),
        place=building or page.texts.plain("place-unknown"),
        status=page.texts.plain(f"case-status-{case.status}"),
        at=page.when(case.finish_by),
        hazard="yes" if case.kind is CaseKind.HAZARD else "no",
        asked="yes" if any(not r.dealt and not r.officer for r in said) else "no",
    )


def relay(page: Page) -> Shown:
    """Show what the other side of a case said, with the way to answer."""
    facts = page.delivery.facts
    case = page.shelf.cases.get(int(facts["case"] or 0))
    said = page.shelf.relays.get(int(facts["relay"] or 0))
    who = page.community.called(said.officer) if said.officer else "none"
    text = page.texts(
        page.delivery.key,
        number=case.number,
        category=page.category(case.category),
        who=who,
        text=page.gate(said.text, TEXT) or page.texts.plain("relay-file"),
    )
    file = ("voice", said.voice) if said.voice else ("", "")
    rows = [[tap(page, "desk-write", case.id, "write")]]
    return Shown(text=text, buttons=rows, photo=said.photo, file=file)


def leave(page: Page) -> Shown:
    """Tell of an absence: who, from when to when, who stands in; and the way back."""
    facts = page.delivery.facts
    officer, substitute = str(facts["officer"]), str(facts["substitute"])
    told: dict[str, Fact] = {
        "officer": page.community.called(officer),
        "substitute": page.community.called(substitute) if substitute else "none",
        "starts": page.when(_moment(facts["starts"])),
        "ends": page.when(_moment(facts["ends"])) if facts["ends"] else "none",
    }
    lines = [page.texts(page.delivery.key, **told)]
    for heading in ("gone", "held"):
        if listed := [int(n) for n in str(facts.get(heading, "")).split(",") if n]:
            lines.append(page.texts(f"leave-what-{heading}"))
            lines += [_line(page, page.shelf.cases.get(each)) for each in listed]
    back = BACK.get(page.delivery.key)
    rows = [[tap(page, back, int(facts["absence"] or 0), "back")]] if back else []
    return Shown(text="\n".join(lines), buttons=rows)


def _line(page: Page, case: Case) -> str:
    return page.texts(
        "leave-case",
        number=case.number,
        category=page.category(case.category),
        owner=page.community.called(case.holder),
        status=page.texts.plain(f"case-status-{case.status}"),
    )


def _moment(at: Fact) -> datetime:
    return datetime.fromtimestamp(int(at or 0) / 1000, UTC)
