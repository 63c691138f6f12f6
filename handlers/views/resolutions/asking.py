"""How a report is asked for and shown, and what everybody is asked at the end."""

from datetime import date

from governance.resolutions.clauses import CheckIn, Clause
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import (
    EVALUATION,
    WORKING,
    Question,
    Reply,
    ResolutionStatus,
)
from handlers.views.resolutions import parts
from handlers.views.shown import LONGEST, Button, Page, Shown
from services.resolutions import asking

S = ResolutionStatus
CHOSEN = "✓ "


def checkin(page: Page) -> Shown:
    """Ask whoever is responsible for the report of a day."""
    _, resolution_id, clause_id, ordinal = page.delivery.subject.split(":")
    resolution = page.shelf.resolutions.get(int(resolution_id))
    found = resolution.clause(int(clause_id))
    due = date.fromordinal(int(ordinal))
    report = found.checkin(due) if found else None
    if found is None or report is None:
        return Shown(text=page.texts("resolution-checkin-gone", number=resolution.number))
    lines = [
        page.texts("resolution-checkin", number=resolution.number, day=parts.day(due)),
        *parts.clause(page, found),
        page.texts(f"resolution-checkin-{_stands(resolution, found, report)}"),
    ]
    running = resolution.status in WORKING and not found.settled
    verb = f"report={found.id}-{ordinal}"
    rows = [[parts.button(page, resolution.id, "resolution-report", verb)]] if running else []
    return Shown(text="\n".join(lines), buttons=rows)


def _stands(resolution: Resolution, clause: Clause, report: CheckIn) -> str:
    if report.at:
        return "there"
    if clause.settled or resolution.status not in WORKING:
        return "over"
    return "missed" if report.missed else "wanted"


def reported(page: Page) -> Shown:
    """Show everybody a report, with its photo."""
    facts = page.delivery.facts
    resolution = page.shelf.resolutions.get(int(facts["resolution"] or 0))
    found = resolution.clause(int(facts["clause"] or 0))
    report = found.checkin(date.fromordinal(int(facts["day"] or 0))) if found else None
    if found is None or report is None:
        return Shown(text=page.texts("resolution-checkin-gone", number=resolution.number))
    text = page.texts(
        "resolution-reported",
        number=resolution.number,
        count=found.number,
        who=page.community.called(found.who),
        what=parts.published(page, found.what),
        progress=report.progress,
        text=parts.published(page, report.text, LONGEST // 4) or "none",
    )
    return Shown(text=text, photo=report.photo)


def asked(page: Page) -> Shown:
    """Ask somebody whether it was done, and how; with what he answered so far."""
    resolution = page.shelf.resolutions.get(int(page.delivery.subject.split(":")[1]))
    reader = page.delivery.reader
    said = page.shelf.replies.said(resolution.id)
    head = page.texts(
        "resolution-asked",
        number=resolution.number,
        text=parts.short(page, resolution.text),
        result=parts.published(page, resolution.result, LONGEST // 4),
    )
    kept = parts.kept(page, asking.whole(page.shelf, resolution).kept)
    if resolution.status not in {S.RESULT_PUBLISHED, S.DISPUTED}:
        return Shown(text="\n".join([head, kept, page.texts("resolution-asked-over")]))
    voted = page.shelf.replies.asked(resolution.id).get(reader, False)
    why = page.texts("resolution-asked-why", voted="yes" if voted else "no")
    lines = [page.texts(f"resolution-question-{q}") for q in reversed(EVALUATION)]
    rows = [_replies(page, resolution, q, said.get((reader, q))) for q in reversed(EVALUATION)]
    return Shown(text="\n".join([head, kept, why, *lines]), buttons=rows)


def _replies(
    page: Page, resolution: Resolution, question: Question, before: Reply | None
) -> list[Button]:
    found = []
    for reply in Reply:
        tap = parts.button(
            page,
            resolution.id,
            f"resolution-reply-{question}-{reply}",
            f"reply={question}-{reply}",
        )
        mark = CHOSEN if reply is before else ""
        found.append(Button(f"{mark}{tap.text}", tap.data))
    return found
