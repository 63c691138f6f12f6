"""How a case looks to its worker, to the reporter who judges it, and in answer to /status."""

from governance import cases
from governance.cases import AssignmentStatus, Case, CaseAction, CaseStatus, Passage
from governance.notices import Fact
from handlers.buttons import CasePress
from handlers.views.shown import BESIDE, IN_CAPTION, LONGEST, WHOLE, Button, Page, Shown, fitting

REPORTERS = (CaseAction.CONFIRM, CaseAction.SETTLE_PART, CaseAction.REOPEN)
NOT_ON_WORKSHEET = (*REPORTERS, CaseAction.WITHDRAW)


def worksheet(page: Page) -> Shown:
    """Show a case to an officer, with only the buttons legal in this state (D15)."""
    _, number, officer, seq = page.delivery.subject.split(":")
    case = page.shelf.cases.get(int(number))
    holder = page.community.officer(officer)
    viewer = page.shelf.actor(holder.telegram)
    newest = int(seq) == len(case.assignments)
    open_to = cases.choices(case, viewer) if newest and not page.among_neighbours else ()
    buttons = [
        Button(page.texts.plain(f"case-action-{a}"), CasePress(case.id, a).data)
        for a in open_to
        if a not in NOT_ON_WORKSHEET
    ]
    rows = [buttons[:1], buttons[1:3], buttons[3:]]
    lines = [_heading(page, case), *_said(page, case)]
    lines += _duty(page, case, officer, newest=newest)
    if page.delivery.address.chat < 0:
        lines.insert(0, page.texts("mention", person=str(holder.telegram), name=holder.known_as))
    return Shown(text="\n".join(lines), buttons=[r for r in rows if r], photo=case.photo)


def _heading(page: Page, case: Case) -> str:
    building = page.community.building(case.building).name if case.building else ""
    return page.texts(
        "worksheet-heading",
        number=case.number,
        category=page.category(case.category),
        place=building or page.texts.plain("place-unknown"),
        status=page.texts.plain(f"case-status-{case.status}"),
    )


def _said(page: Page, case: Case) -> list[str]:
    """Show the report and its newest edit; where a card is too small, say where to read on."""
    longest = IN_CAPTION if case.photo else LONGEST
    edits = page.shelf.cases.revisions(case.id)[-1:]
    room = longest * 2 // 3 if edits else longest
    text = page.gate(case.text, room)
    lines = [page.texts("worksheet-text", text=text)]
    newest = [page.gate(edit, longest - room) for edit in edits]
    lines += [page.texts("worksheet-revised", text=edit) for edit in newest]
    if any(t.endswith("…") for t in (text, *newest)):
        lines.append(page.texts("worksheet-more", number=case.number))
    return lines


def _duty(page: Page, case: Case, officer: str, *, newest: bool) -> list[str]:
    texts, current = page.texts, case.current
    lines = []
    if case.status in cases.OPEN:
        lines.append(texts("worksheet-finish-by", at=page.when(case.finish_by)))
        owner = page.community.called(case.holder)
        if case.holder != officer or not newest:
            lines.append(texts("worksheet-with", owner=owner))
    if (
        current
        and current.status is AssignmentStatus.OFFERED
        and case.holder == officer
        and newest
    ):
        lines.append(texts("worksheet-accept-by", at=page.when(current.until)))
    if current and current.status is AssignmentStatus.TRANSFER_PENDING:
        receiver = page.community.called(current.receiver)
        sender = page.community.called(current.officer)
        lines.append(
            texts(
                "worksheet-transfer",
                sender=sender,
                receiver=receiver,
                note=page.note(current.note, BESIDE),
            )
        )
    again = case.reopened - (case.status is CaseStatus.CONTESTED)
    if again > 0 and case.status in cases.OPEN:
        lines.append(texts("worksheet-reopened", count=again))
    return lines


def verdict(page: Page) -> Shown:
    """Ask the reporter whether it is truly done; afterwards say what was answered (H01)."""
    _, number, seq = page.delivery.subject.split(":")
    case = page.shelf.cases.get(int(number))
    asked = case.assignments[int(seq) - 1]
    facts: dict[str, Fact] = {
        "number": case.number,
        "category": page.category(case.category),
        "owner": page.community.called(asked.officer),
        "note": page.note(asked.note, IN_CAPTION if asked.proof else LONGEST) or "none",
    }
    waiting = case.status is CaseStatus.DONE_REPORTED and int(seq) == len(case.assignments)
    if not waiting:
        newer = int(seq) < len(case.assignments) or case.status is CaseStatus.CONTESTED
        status = CaseStatus.REOPENED if newer else case.status
        answer = page.texts("verdict-over", status=page.texts.plain(f"case-status-{status}"))
        return Shown(text=f"{page.texts('verdict-done', **facts)}\n{answer}", photo=asked.proof)
    buttons = [
        Button(page.texts.plain(f"case-action-{a}"), CasePress(case.id, a).data) for a in REPORTERS
    ]
    days = page.community.limits.confirm_within.days
    question = page.texts("verdict-question", days=days)
    text = f"{page.texts('verdict-done', **facts)}\n{question}"
    return Shown(text=text, buttons=[buttons], photo=asked.proof)


def status_whole(page: Page) -> Shown:
    """Tell a case to its own people: what was said, who holds it, every step it took (D03)."""
    facts = page.delivery.facts
    case = page.shelf.cases.get(int(facts["case"] or 0))
    key = "status" if case.status in cases.OPEN else "status-closed"
    head = page.texts(key, **page.spoken(facts))
    said = page.texts("status-text", text=page.gate(case.text, WHOLE))
    steps = [_passage(page, p) for p in page.shelf.cases.passages(case.id)]
    viewer = page.shelf.actor(page.delivery.reader)
    withdraw = CaseAction.WITHDRAW
    buttons = [
        Button(page.texts.plain(f"case-action-{withdraw}"), CasePress(case.id, withdraw).data)
    ]
    may = withdraw in cases.choices(case, viewer)
    return Shown(text=fitting([head, said], steps), buttons=[buttons] if may else [])


def _passage(page: Page, passage: Passage) -> str:
    who = page.community.called(passage.officer) if passage.officer else "none"
    line = page.texts(
        "passage",
        at=page.when(passage.at),
        who=who,
        action=page.texts.plain(f"passage-{passage.action}"),
    )
    if passage.to:
        to = page.community.called(passage.to)
        line += page.texts("passage-to", to=to)
    note = page.note(passage.note)
    return line + (page.texts("passage-note", note=note) if note else "")


def my_cases(page: Page) -> Shown:
    """List a person's own reports."""
    ids = [int(n) for n in str(page.delivery.facts["cases"]).split(",") if n]
    own = [page.shelf.cases.get(each) for each in ids]
    lines = [
        page.texts(
            "my-case",
            number=c.number,
            category=page.category(c.category),
            status=page.texts.plain(f"case-status-{c.status}"),
            text=page.gate(c.text).splitlines()[0][:40],
        )
        for c in own
    ]
    return Shown(text="\n".join([page.texts("my-cases" if own else "my-none"), *lines]))
