"""What is told of disputes in words, and lists of them, to each reader his own."""

from collections.abc import Callable
from dataclasses import replace

from governance import mediation
from governance.directory import Role
from governance.mediation import DisputeAction
from handlers.buttons import VerbPress
from handlers.views.mediation.parts import (
    LETTER,
    button,
    kind,
    link,
    may_read,
    name,
    taken_back,
    withways,
)
from handlers.views.shown import Button, Page, Shown, pairs

A = DisputeAction
TOLD = (
    "dispute-danger",
    "dispute-nobody",
    "dispute-elsewhere",
    "dispute-told-committee-nobody",
    *(f"dispute-told-{r}-{s.action}" for s in mediation.LIFECYCLE.steps for r in s.tells),
)
UNDER = {"dispute-told-reporter-contact": A.REPLY, "dispute-told-assignee-reply": A.CONTACT}


def private(page: Page) -> Shown:
    """Answer in a group: one neutral line, and the way into the private chat (C01)."""
    return Shown(
        text=page.texts("dispute-private"), buttons=[[link(page, "dispute-private-button")]]
    )


def told(page: Page) -> Shown:
    """Say words about a dispute, with the answer to them where there is one."""
    facts = page.delivery.facts
    rows = []
    if action := UNDER.get(page.delivery.key):
        dispute = page.shelf.disputes.get(int(facts["dispute"] or 0))
        rows = [[button(page, dispute, action)]]
    return Shown(
        text=withways(page, page.texts(page.delivery.key, **page.spoken(facts))), buttons=rows
    )


def voice(page: Page) -> Shown:
    """Let somebody who may handle a dispute hear what was said about it."""
    dispute = page.shelf.disputes.get(int(page.delivery.facts["dispute"] or 0))
    if not may_read(page, dispute):
        return taken_back(page)
    text = withways(page, page.texts("dispute-voice", number=dispute.number))
    return Shown(text=text, file=("voice", dispute.voice))


def queue(page: Page) -> Shown:
    """List the open disputes of which the reader may know, flagged first, then the oldest."""
    viewer = page.shelf.actor(page.delivery.reader)
    mine = [
        d
        for d in page.shelf.disputes.queue()
        if mediation.roles_in(page.community, d, viewer) - {Role.REPORTER}
    ]
    lines = [
        page.texts(
            "dispute-queue-line",
            flag="yes" if d.flagged else "no",
            number=d.number,
            type=kind(page, d),
            status=page.texts.plain(f"dispute-status-{d.status}"),
            at=page.when(d.at),
        )
        for d in mine
    ]
    opens = [Button(name(page, d), VerbPress(LETTER, d.id, "open").data) for d in mine]
    heading = page.texts("dispute-queue" if mine else "dispute-queue-none")
    return Shown(text=withways(page, heading, *lines), buttons=pairs(opens))


def with_own(view: Callable[[Page], Shown]) -> Callable[[Page], Shown]:
    """Show a person's own disputes beneath his other reports, to himself alone (N21)."""

    def both(page: Page) -> Shown:
        shown = view(page)
        own = page.shelf.disputes.of_reporter(page.delivery.reader)
        if page.delivery.address.chat != page.delivery.reader or not own:
            return shown
        lines = [
            page.texts(
                "dispute-my-line",
                number=d.number,
                type=kind(page, d),
                status=page.texts.plain(f"dispute-status-{d.status}"),
            )
            for d in own
        ]
        text = withways(page, shown.text, page.texts("dispute-my"), *lines)
        opens = [Button(name(page, d), VerbPress(LETTER, d.id, "open").data) for d in own]
        return replace(shown, text=text, buttons=[*shown.buttons, *pairs(opens)])

    return both
