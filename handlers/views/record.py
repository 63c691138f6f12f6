"""The record of a case: whole to its own people, to others what a group may read (N21)."""

from governance import cases
from governance.cases import Case, CaseAction, CaseStatus, Passage
from governance.directory import Role
from governance.notices import Fact
from governance.relays import Relay
from governance.supervision import Matter
from handlers.buttons import CasePress, VerbPress
from handlers.views import intake, residents
from handlers.views.shown import BESIDE, LONGEST, WHOLE, Button, Page, Shown, fitting, pairs
from handlers.views.supervision import parts as supervised
from services import consent

LETTER = "k"
REFUSALS = ("told-reporter-decline", "told-reporter-countersign")
# by which of his offices somebody is named where names are not
OFFICES = (
    Role.COMMITTEE,
    Role.DISPATCHER,
    Role.GRID_HEAD,
    Role.GROUP_HEAD,
    Role.GRID_WORKER,
    Role.HELPER,
    Role.MEDIATOR,
    Role.SUPERVISION,
    Role.TOWNSHIP,
)


def tap(page: Page, words: str, case: int, verb: str) -> Button:
    """Return a button of the desk's letter."""
    return Button(page.texts.plain(words), VerbPress(LETTER, case, verb).data)


def step(page: Page, case: Case, action: CaseAction) -> Button:
    """Return the button of a step."""
    return Button(page.texts.plain(f"case-action-{action}"), CasePress(case.id, action).data)


def receipt(page: Page) -> Shown:
    """Answer a report where it was made; a line says who has it now, or how it ended (B08)."""
    case = page.shelf.cases.get(int(page.delivery.subject.split(":")[1]))
    asked = case.assignments[0] if case.assignments else None
    facts: dict[str, Fact] = {
        "number": case.number,
        "category": case.category,
        "owner": page.community.called(asked.officer if asked else case.desk),
        "grid": page.community.grid(case.grid).name if case.grid else "",
        "accept_by": int(asked.until.timestamp() * 1000) if asked else 0,
        "finish_by": int(case.finish_by.timestamp() * 1000),
        "known": case.calendar_known,
    }
    leads = consent.leads(page.shelf, case)
    lines = [page.texts("receipt", **page.spoken(facts))]
    lines += [page.texts("receipt-five")] if leads else []
    if case.status in cases.OPEN and asked and case.holder != asked.officer:
        lines.append(page.texts("worksheet-with", owner=page.community.called(case.holder)))
    if case.status in cases.CLOSED:
        status = page.texts.plain(f"case-status-{case.status}")
        lines.append(page.texts("receipt-over", status=status))
    return Shown(text="\n".join(lines), buttons=[[_five(page)]] if leads else [])


def _five(page: Page) -> Button:
    url = f"https://t.me/{page.bot}?start={residents.LETTER}_{consent.START}"
    return Button(page.texts.plain("receipt-five-button"), url=url)


def status_whole(page: Page) -> Shown:
    """Tell a case to its own people: what was said, who holds it, every step it took (D03)."""
    case = _case(page)
    key = "status" if case.status in cases.OPEN else "status-closed"
    head = page.texts(key, **page.spoken(page.delivery.facts))
    said = page.texts("status-text", text=intake.body(page, case, WHOLE))
    steps = [passage(page, p) for p in page.shelf.cases.passages(case.id)]
    return Shown(text=fitting([head, said], steps), buttons=own_buttons(page, case))


def _case(page: Page) -> Case:
    return page.shelf.cases.get(int(page.delivery.facts["case"] or 0))


def passage(page: Page, taken: Passage) -> str:
    """Say one step of a case as its own people read it."""
    who = page.community.called(taken.officer) if taken.officer else "none"
    line = page.texts(
        "passage",
        at=page.when(taken.at),
        who=who,
        action=page.texts.plain(f"passage-{taken.action}"),
    )
    if taken.to:
        to = taken.to if taken.to.startswith("#") else page.community.called(taken.to)
        line += page.texts("passage-to", to=to)
    note = page.note(taken.note)
    return line + (page.texts("passage-note", note=note) if note else "")


def history(page: Page) -> Shown:
    """Tell the public part: each step with its office and time; nobody's words or name (F10)."""
    case = _case(page)
    steps = [_public(page, p) for p in page.shelf.cases.passages(case.id)]
    if changed := len(page.shelf.cases.revisions(case.id)):
        steps.append(page.texts("history-revised", count=changed))
    steps += supervised.lines(page, Matter.CASE, case.id)
    return Shown(text=fitting([_heading(page, case)], steps))


def _heading(page: Page, case: Case) -> str:
    return page.texts(
        "history-heading",
        number=case.number,
        category=page.category(case.category),
        grid=page.community.grid(case.grid).name if case.grid else "none",
        status=page.texts.plain(f"case-status-{case.status}"),
    )


def _public(page: Page, taken: Passage) -> str:
    line = page.texts(
        "passage",
        at=page.when(taken.at),
        who=office(page, taken.officer) if taken.officer else "none",
        action=page.texts.plain(f"passage-{taken.action}"),
    )
    if taken.to:
        to = taken.to if taken.to.startswith("#") else office(page, taken.to)
        line += page.texts("passage-to", to=to)
    told = taken.officer and taken.action is not CaseAction.ASK_INFO
    note = page.public(page.note(taken.note)) if told else ""
    return line + (page.texts("passage-note", note=note) if note else "")


def office(page: Page, officer: str) -> str:
    """Return by which of his offices somebody is named where names are not."""
    found = page.community.known(officer)
    role = next((r for r in OFFICES if found and r in found.offices), None)
    return page.offices([role]) if role else "—"


def history_whole(page: Page) -> Shown:
    """Tell the whole record: first words, every edit, every step, what both sides wrote (F10)."""
    case = _case(page)
    head = [_heading(page, case), page.texts("status-text", text=intake.body(page, case, LONGEST))]
    head += [
        page.texts("worksheet-revised", text=page.gate(text, BESIDE))
        for text in page.shelf.cases.revisions(case.id)
    ]
    said = supervised.lines(page, Matter.CASE, case.id)
    return Shown(text=fitting(head, [*whole(page, case), *said]))


def whole(page: Page, case: Case) -> list[str]:
    """Say every step of a case and all that both sides said, oldest first."""
    steps = [(p.at, passage(page, p)) for p in page.shelf.cases.passages(case.id)]
    said = [(r.at, spoken(page, r)) for r in page.shelf.relays.of_case(case.id)]
    return [line for _, line in sorted([*steps, *said], key=lambda each: each[0])]


def spoken(page: Page, relay: Relay) -> str:
    """Say one thing that was said about a case."""
    who = page.community.called(relay.officer) if relay.officer else "none"
    text = page.gate(relay.text, BESIDE) or page.texts.plain("relay-file")
    return page.texts(f"said-{relay.kind}", at=page.when(relay.at), who=who, text=text)


def my_cases(page: Page) -> Shown:
    """List a person's own reports, each with a button that opens it."""
    ids = [int(n) for n in str(page.delivery.facts["cases"]).split(",") if n]
    own = [page.shelf.cases.get(each) for each in ids]
    lines = [
        page.texts(
            "my-case",
            number=c.number,
            category=page.category(c.category),
            status=page.texts.plain(f"case-status-{c.status}"),
            text=intake.body(page, c, LONGEST).splitlines()[0][:40],
        )
        for c in own
    ]
    buttons = [Button(f"#{c.number}", VerbPress(LETTER, c.id, "mine").data) for c in own]
    text = "\n".join([page.texts("my-cases" if own else "my-none"), *lines])
    rows = [buttons[at : at + 4] for at in range(0, len(buttons), 4)]
    return Shown(text=text, buttons=rows)


def mine(page: Page) -> Shown:
    """Show a reporter one of his cases, with all that he may do about it."""
    case = page.shelf.cases.get(int(page.delivery.subject.split(":")[1]))
    lines = [
        _heading(page, case),
        page.texts("status-text", text=intake.body(page, case, LONGEST)),
    ]
    if case.status in cases.OPEN:
        lines.append(page.texts("mine-owner", owner=page.community.called(case.holder)))
        lines.append(page.texts("worksheet-finish-by", at=page.when(case.finish_by)))
    if case.merged_into:
        other = page.shelf.cases.get(case.merged_into)
        lines.append(page.texts("mine-merged", number=other.number))
    lines += [spoken(page, r) for r in page.shelf.relays.of_case(case.id)[-2:]]
    if case.muted:
        lines.append(page.texts("mine-muted"))
    return Shown(text="\n".join(lines), buttons=own_buttons(page, case))


def own_buttons(page: Page, case: Case) -> list[list[Button]]:
    """Return what a reporter may do about his case: nothing for others, and never in a group."""
    if page.delivery.address.chat < 0 or page.delivery.reader != case.reporter:
        return []
    choices = cases.choices(case, page.shelf.actor(page.delivery.reader))
    buttons = [step(page, case, a) for a in (CaseAction.INFORM, CaseAction.APPEAL) if a in choices]
    if case.status in cases.OPEN:
        buttons += [
            tap(page, "mine-add", case.id, "add"),
            tap(page, "mine-write", case.id, "write"),
        ]
    if case.status in cases.OPEN or case.status is CaseStatus.MERGED:
        words, verb = ("mine-unmute", "unmute") if case.muted else ("mine-mute", "mute")
        buttons.append(tap(page, words, case.id, verb))
    buttons.append(tap(page, "mine-history", case.id, "history"))
    if CaseAction.WITHDRAW in choices:
        buttons.append(step(page, case, CaseAction.WITHDRAW))
    elif case.flagged and case.status in cases.OPEN and not case.leaving:
        buttons.append(tap(page, "mine-leave", case.id, "leave"))
    return pairs(buttons)


def refused(page: Page) -> Shown:
    """Tell a reporter that his report was refused, why, and how to have it reviewed (N19, N11)."""
    case = _case(page)
    text = page.texts(page.delivery.key, **page.spoken(page.delivery.facts))
    appeal = case.status is CaseStatus.DECLINED and not case.appealed
    return Shown(text=text, buttons=[[step(page, case, CaseAction.APPEAL)]] if appeal else [])
