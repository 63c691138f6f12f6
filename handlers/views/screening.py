"""The weekly question to grid workers: one tap, a number, no names (C01, N07, N25)."""

from governance.mediation.screening import MOST
from handlers.buttons import VerbPress
from handlers.views.mediation import LETTER, link, withways
from handlers.views.shown import Button, Page, Shown
from services.mediation.screening import kept


def weekly(page: Page) -> Shown:
    """Ask for the first grid that is not answered; then say thanks, and show the way."""
    _, week, officer, _ = page.delivery.subject.split(":")
    mine = kept(page.shelf, week, officer)
    waiting = next((each for each in mine if each.count is None), None)
    if waiting is None:
        lines = [page.texts("screening-thanks")]
        if not any(each.count for each in mine):
            return Shown(text=withways(page, *lines))
        rows = [[link(page, "screening-report-button")]]
        text = withways(page, *lines, page.texts("screening-report"))
        return Shown(text=text, buttons=rows)
    grid = page.community.grid(waiting.grid).name
    buttons = [
        Button(
            str(number) if number < MOST else page.texts.plain("screening-more"),
            VerbPress(LETTER, waiting.id, f"count={number}").data,
        )
        for number in range(MOST + 1)
    ]
    return Shown(text=withways(page, page.texts("screening-ask", grid=grid)), buttons=[buttons])
