"""How the entered votes of a ballot look to supervision, which may take one back (8.10)."""

from governance.ballots.ballot import Ballot
from governance.ballots.states import VoteAction
from governance.ballots.votes import Vote
from handlers.buttons import VerbPress
from handlers.views.ballots.cards import LONGEST_TAP
from handlers.views.ballots.parts import LETTER, button, unit_name
from handlers.views.shown import Button, Page, Shown, cut
from services.ballots import striking

ON_A_PAGE = 8


def listed(page: Page) -> Shown:
    """List who is entered, by whom and how; what is marked stands in no list."""
    facts = page.delivery.facts
    ballot = page.shelf.ballots.get(int(facts["ballot"] or 0))
    every = striking.counted(page.shelf, ballot, page.shelf.actor(page.delivery.reader))
    if not every:
        return Shown(text=page.texts("ballot-entries-none", number=ballot.number))
    pages = -(-len(every) // ON_A_PAGE)
    number = min(int(facts["page"] or 0), pages - 1)
    here = every[number * ON_A_PAGE : (number + 1) * ON_A_PAGE]
    heading = page.texts(
        "ballot-entries", number=ballot.number, count=len(every), page=number + 1, pages=pages
    )
    rows = [[strike(page, ballot, vote, "ballot-entries-strike")] for vote in here]
    others = [n for n in (number - 1, number + 1) if 0 <= n < pages]
    rows += [[_page(page, ballot, n) for n in others]] if others else []
    return Shown(text="\n".join([heading, *(_line(page, v) for v in here)]), buttons=rows)


def strike(page: Page, ballot: Ballot, vote: Vote, words: str) -> Button:
    """Return the button that asks why an entered vote is taken back."""
    said = page.texts.plain(words, unit=unit_name(page, vote.unit))
    data = button(page, ballot, "entry-invalidate", f"{VoteAction.INVALIDATE}={vote.id}").data
    return Button(cut(said, LONGEST_TAP), data)


def _line(page: Page, vote: Vote) -> str:
    by = page.community.called(vote.entered_by)
    unit = unit_name(page, vote.unit)
    return page.texts("ballot-entries-line", unit=unit, by=by, channel=vote.channel)


def _page(page: Page, ballot: Ballot, number: int) -> Button:
    words = page.texts.plain("ballot-entries-page", page=number + 1)
    return Button(words, VerbPress(LETTER, ballot.id, f"entries={number}").data)
