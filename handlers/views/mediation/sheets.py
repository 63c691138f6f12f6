"""How a dispute looks to those who see to it, and to its reporter."""

from governance import mediation
from governance.mediation import Dispute, DisputeAction, Entry
from handlers.buttons import VerbPress
from handlers.views.mediation.parts import (
    LETTER,
    button,
    kind,
    label,
    may_read,
    place,
    said,
    taken_back,
    withways,
)
from handlers.views.shown import BESIDE, LONGEST, Button, Page, Shown, cut, fitting, pairs

A = DisputeAction
REPORTERS = frozenset({A.AGREE, A.REFUSE, A.REPLY, A.WITHDRAW, A.ASK_WITHDRAWAL})
UNTOLD = frozenset({A.RECORD})  # what those who see to it note for themselves


def danger(page: Page) -> Shown:
    """Alert somebody: number, place, time and one button; nothing of what was said (C02)."""
    dispute = page.shelf.disputes.get(int(page.delivery.subject.split(":")[1]))
    if not may_read(page, dispute):
        return taken_back(page)
    lines = [
        page.texts("danger-heading", number=dispute.number),
        page.texts("danger-place", place=place(page, dispute)),
        page.texts("danger-at", at=page.when(dispute.at)),
    ]
    if dispute.alarming and dispute.status in mediation.OPEN:
        rows = [[button(page, dispute, A.ACKNOWLEDGE)]]
        return Shown(text=withways(page, *lines, page.texts("danger-ask")), buttons=rows)
    if dispute.flagged and dispute.status in mediation.OPEN:
        who = page.community.called(dispute.acknowledged_by)
        return Shown(text=withways(page, *lines, page.texts("danger-seen", who=who)))
    return Shown(text=withways(page, *lines, page.texts("danger-over")))


def sheet(page: Page) -> Shown:
    """Show a dispute to somebody who may handle it; to whoever may no longer, nothing of it."""
    dispute = page.shelf.disputes.get(int(page.delivery.subject.split(":")[1]))
    if not may_read(page, dispute):
        return taken_back(page)
    viewer = page.shelf.actor(page.delivery.reader)
    open_to = mediation.choices(page.community, dispute, viewer)
    lines = [*_head(page, dispute), *_told_us(page, dispute), *_standing(page, dispute)]
    steps = [_entry(page, e) for e in page.shelf.disputes.entries(dispute.id)]
    text = fitting([withways(page, *lines)], steps)
    rows = pairs([button(page, dispute, a) for a in open_to if a not in REPORTERS])
    return Shown(text=text, buttons=rows)


def _head(page: Page, dispute: Dispute) -> list[str]:
    status = page.texts.plain(f"dispute-status-{dispute.status}")
    lines = [
        page.texts(
            "dispute-heading",
            number=dispute.number,
            type=kind(page, dispute),
            place=place(page, dispute),
            status=status,
        )
    ]
    if dispute.flagged:
        who = page.community.called(dispute.acknowledged_by) if not dispute.alarming else "none"
        lines.append(page.texts("dispute-flag", who=who))
    if dispute.withdrawal_asked:
        lines.append(page.texts("dispute-leaving"))
    return lines


def _told_us(page: Page, dispute: Dispute) -> list[str]:
    reporter = page.shelf.people.get(dispute.reporter).name
    behalf = page.gate(dispute.behalf, BESIDE) or "none"
    lines = [page.texts("dispute-from", name=reporter, behalf=behalf)]
    for field, value in said(page, dispute).items():
        fitted = cut(value, LONGEST // 2 if field == "text" else BESIDE)
        lines.append(page.texts("dispute-line", name=label(page, field), value=fitted))
    return lines


def _standing(page: Page, dispute: Dispute) -> list[str]:
    lines = []
    if dispute.mediator:
        who = page.community.called(dispute.mediator)
        lines.append(page.texts("dispute-mediator", who=who))
    lines += _referred(page, dispute)
    if dispute.status in mediation.OPEN:
        free = "dispute-approach-yes" if dispute.may_approach else "dispute-approach-no"
        lines.append(page.texts(free))
    return lines


def _referred(page: Page, dispute: Dispute) -> list[str]:
    if not dispute.office:
        return []
    where = {"office": dispute.office, "place": dispute.place, "phone": dispute.phone}
    return [page.texts("dispute-referred", **where)]


def _entry(page: Page, entry: Entry) -> str:
    return page.texts(
        "dispute-entry",
        at=page.when(entry.at),
        who=page.community.called(entry.officer) if entry.officer else "none",
        action=page.texts.plain(f"dispute-action-{entry.action}"),
        note=page.gate(entry.note, BESIDE) or "none",
    )


def own(page: Page) -> Shown:
    """Show the reporter how his dispute stands, what comes next and what he can do."""
    dispute = page.shelf.disputes.get(int(page.delivery.subject.split(":")[1]))
    status = page.texts.plain(f"dispute-status-{dispute.status}")
    lines = [page.texts("dispute-own-heading", number=dispute.number, status=status)]
    if dispute.flagged and dispute.status in mediation.OPEN:
        lines.append(page.texts("dispute-own-flag"))
    lines += [page.texts("dispute-leaving-own")] if dispute.withdrawal_asked else []
    lines += _referred(page, dispute)
    who = page.community.called(dispute.mediator)
    lines.append(page.texts(f"dispute-next-{dispute.status}", who=who))
    viewer = page.shelf.actor(dispute.reporter)
    open_to = mediation.choices(page.community, dispute, viewer)
    asked = _mediators(page, dispute) if A.AGREE in open_to else []
    if A.AGREE in open_to and not asked:
        lines[-1] = page.texts("dispute-next-nobody")
    steps = [
        _entry(page, e) for e in page.shelf.disputes.entries(dispute.id) if e.action not in UNTOLD
    ]
    rows = pairs([button(page, dispute, a) for a in open_to if a is not A.AGREE])
    return Shown(text=fitting([withways(page, *lines)], steps), buttons=[*asked, *rows])


def _mediators(page: Page, dispute: Dispute) -> list[list[Button]]:
    """Offer every mediator who is not left out, and to take whichever there is."""
    found = mediation.candidates(page.community, dispute)
    named = [
        Button(
            page.texts.plain("dispute-ask-mediator", who=o.known_as),
            VerbPress(LETTER, dispute.id, f"{A.AGREE}={o.key}").data,
        )
        for o in found
    ]
    anyone = Button(
        page.texts.plain("dispute-ask-anyone"),
        VerbPress(LETTER, dispute.id, f"{A.AGREE}={mediation.ANYONE}").data,
    )
    return pairs([*named, anyone] if len(found) > 1 else named)
