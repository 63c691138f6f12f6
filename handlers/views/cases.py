"""How a case looks to its worker, and to the reporter who judges it."""

from governance import cases
from governance.cases import AssignmentStatus, Case, CaseAction, CaseStatus
from governance.notices import Fact
from governance.relays import RelayKind
from handlers.buttons import CasePress
from handlers.views import intake, record
from handlers.views.shown import BESIDE, IN_CAPTION, LONGEST, Button, Page, Shown, pairs
from services.cases import asking

REPORTERS = (CaseAction.CONFIRM, CaseAction.SETTLE_PART, CaseAction.REOPEN)
FOLLOWERS = (CaseAction.CONCUR, CaseAction.REOPEN)
# the reporters', or put by the bot in the place of another step (A15)
NOT_ON_WORKSHEET = (
    *REPORTERS,
    CaseAction.CONCUR,
    CaseAction.WITHDRAW,
    CaseAction.INFORM,
    CaseAction.APPEAL,
    CaseAction.PROPOSE_ANSWER,
    CaseAction.PROPOSE_DECLINE,
)

# A chat stands on its lower edge, so a card that grows under the finger leaves its last button
# where it was: a second tap on “accept” must meet what harms nobody, never this.
LAST = CaseAction.HAND_BACK


def worksheet(page: Page) -> Shown:
    """Show a case to an officer, with only the buttons legal in this state (D15)."""
    _, number, officer, seq = page.delivery.subject.split(":")
    case = page.shelf.cases.get(int(number))
    holder = page.community.officer(officer)
    viewer = page.shelf.actor(holder.telegram)
    newest = int(seq) == len(case.assignments)
    open_to = cases.choices(case, viewer) if newest and not page.among_neighbours else ()
    steps = [a for a in open_to if a not in NOT_ON_WORKSHEET]
    buttons = [_step(page, case, a) for a in steps if a is not LAST]
    last = [_step(page, case, a) for a in steps if a is LAST]
    beside = _beside(page, case, viewer.officer)
    rows = [buttons[:1], *pairs(buttons[1:]), *beside, last]
    lines = [_heading(page, case), *intake.lines(page, case), *_said(page, case)]
    lines += _duty(page, case, officer, newest=newest)
    if page.delivery.address.chat < 0:
        lines.insert(0, page.texts("mention", person=str(holder.telegram), name=holder.known_as))
    return Shown(text="\n".join(lines), buttons=[r for r in rows if r], photo=case.photo)


def _step(page: Page, case: Case, action: CaseAction) -> Button:
    return Button(page.texts.plain(f"case-action-{action}"), CasePress(case.id, action).data)


def _beside(page: Page, case: Case, viewer: str) -> list[list[Button]]:
    """Return what its holder may do besides: write to the reporter, look at the files."""
    rows = intake.rows(page, case)
    working = case.status in {CaseStatus.IN_PROGRESS, CaseStatus.ESCALATED}
    if viewer == case.holder and working and page.delivery.address.chat > 0:
        rows.append([record.tap(page, "worksheet-write", case.id, "write")])
    return rows


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
    text = intake.body(page, case, room)
    lines = [page.texts("worksheet-text", text=text)]
    newest = [page.gate(edit, longest - room) for edit in edits]
    lines += [page.texts("worksheet-revised", text=edit) for edit in newest]
    more = [r for r in page.shelf.relays.of_case(case.id) if r.kind is not RelayKind.WORD]
    lines += [record.spoken(page, r) for r in more[-2:]]
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
    _, number, *_, seq = page.delivery.subject.split(":")
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
    buttons = _verdicts(page, case)
    text = f"{page.texts('verdict-done', **facts)}\n{intake.question(page, case)}"
    return Shown(text=text, buttons=[buttons] if buttons else [], photo=asked.proof)


def _verdicts(page: Page, case: Case) -> list[Button]:
    """Return the answers of a reporter; of one whose case was merged into this one his own."""
    reader = page.delivery.reader
    answers: tuple[CaseAction, ...] = REPORTERS
    if reader in case.followers and reader != case.reporter:
        answers = () if asking.concurred(page.shelf, case, reader) else FOLLOWERS
    return [
        Button(page.texts.plain(f"case-action-{a}"), CasePress(case.id, a).data) for a in answers
    ]
