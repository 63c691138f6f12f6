"""How a secret ballot looks: the taps of one's own paper, what is published, the slips."""

from collections.abc import Iterator

from governance.ballots.ballot import Ballot
from governance.ballots.batches import BatchStatus, may_settle
from governance.ballots.envelope import halves
from governance.ballots.result import Result
from governance.ballots.secrecy import SMALLEST, limit
from governance.ballots.states import BallotStatus
from governance.refusals import Refusal
from handlers.buttons import VerbPress
from handlers.views.ballots.parts import LETTER, button, option
from handlers.views.shown import Button, Page, Shown, cut
from services.ballots import boxes, sealing

LONGEST_TAP = 30
ON_A_PAGE = 200  # slips, so that a message holds them
TOLD = (
    *("paper-handed", "paper-taken"),
    *("papers-uncounted", "papers-unconfirmed", "papers-lapsed"),
)


def taps(page: Page, ballot: Ballot) -> list[list[Button]]:
    """Return a button an option; what it carries says nothing to whoever has not the key."""
    try:
        codes = sealing.codes(page.shelf, ballot, page.delivery.reader)
    except Refusal:
        return []  # the key is lost: a press could not be understood
    every = [
        Button(
            cut(option(page, ballot, name), LONGEST_TAP),
            VerbPress(LETTER, ballot.id, f"tap={code}").data,
        )
        for name, code in zip(ballot.paper.options, codes, strict=True)
    ]
    return [every] if ballot.method == "motion" else [[each] for each in every]


def box(page: Page, ballot: Ballot, found: Result) -> Iterator[str]:
    """Yield what is published besides the result: papers, digest, what a slip proves and not."""
    marks, slips = page.shelf.sealed.marks(ballot.id), page.shelf.sealed.slips(ballot.id)
    yield from _on_paper(page, found, len(slips))
    yield page.texts("ballot-digest", digest=boxes.digest(marks, slips), slips=len(slips))
    yield page.texts("ballot-slip-proves")


def _on_paper(page: Page, found: Result, phones: int) -> Iterator[str]:
    """Yield how many papers were out, counted and lost, and what their counters may guess."""
    if found.handed:
        lost = found.handed - found.entered
        yield page.texts("ballot-papers", handed=found.handed, count=found.entered)
        if lost:
            yield page.texts("ballot-papers-lost", count=lost)
    elif found.entered:  # counted before the number handed out was written down
        yield page.texts("ballot-papers-counted", count=found.entered)
    if few := limit(found.entered, phones):
        yield page.texts(f"ballot-papers-few-{few}", least=SMALLEST)


def papers(page: Page, ballot: Ballot) -> list[list[Button]]:
    """Return what may be done with papers by whoever may hand them out."""
    doors = (("ballot-hand", "hand"), ("ballot-take", "take"))
    return [
        [button(page, ballot, key, verb) for key, verb in doors],
        [button(page, ballot, "ballot-count-papers", "count")],
    ]


def look(page: Page, ballot: Ballot) -> Button:
    """Return the button that shows the slips."""
    return button(page, ballot, "ballot-slips-look", "slips=0")


def slips(page: Page) -> Shown:
    """Show a page of the slips in the order of their letters, with the ways to the others."""
    facts = page.delivery.facts
    ballot = page.shelf.ballots.get(int(facts["ballot"] or 0))
    every = page.shelf.sealed.slips(ballot.id)
    pages = max(1, -(-len(every) // ON_A_PAGE))
    number = min(int(facts["page"] or 0), pages - 1)
    here = every[number * ON_A_PAGE : (number + 1) * ON_A_PAGE]
    heading = page.texts(
        "ballot-slips", number=ballot.number, count=len(every), page=number + 1, pages=pages
    )
    listed = "<code>" + "  ".join(map(halves, here)) + "</code>" if here else ""
    lines = [heading, listed, page.texts("ballot-slip-proves")]
    others = [n for n in (number - 1, number + 1) if 0 <= n < pages]
    rows = [[_page(page, ballot, n) for n in others]] if others else []
    return Shown(text="\n".join(line for line in lines if line), buttons=rows)


def _page(page: Page, ballot: Ballot, number: int) -> Button:
    words = page.texts.plain("ballot-slips-page", page=number + 1)
    return Button(words, VerbPress(LETTER, ballot.id, f"slips={number}").data)


def told(page: Page) -> Shown:
    """Tell a household of its paper, or those who count how it stands, with the way on."""
    facts = page.delivery.facts
    ballot = page.shelf.ballots.get(int(facts["ballot"] or 0))
    said = page.spoken(facts) | {"by": page.community.called(str(facts.get("by") or ""))}
    text = page.texts(page.delivery.key, **said, at=page.when(ballot.closes), least=SMALLEST)
    return Shown(text=text, buttons=[[button(page, ballot, "ballot-open", "open")]])


def batch(page: Page) -> Shown:
    """Show whoever entered a count, and those who may confirm it, that it waits: no number of it.

    The second person writes his own, so that nobody reads them who did not count.
    """
    found = page.shelf.sealed.batch(int(page.delivery.subject.split(":")[1]))
    ballot = page.shelf.ballots.get(found.ballot)
    by = page.community.called(found.entered_by)
    lines = [page.texts("batch-card", number=ballot.number, by=by, count=found.papers)]
    waits = found.status is BatchStatus.ENTERED
    if ballot.status is not BallotStatus.OPEN:
        status = "lapsed" if waits else str(found.status)
        return Shown(text="\n".join([*lines, _status(page, status, found.confirmed_by)]))
    if not waits or not may_settle(ballot, found, page.shelf.actor(page.delivery.reader)):
        lines.append(_status(page, str(found.status), found.confirmed_by))
        return Shown(text="\n".join(lines))
    rows = [
        [
            button(page, ballot, f"batch-{status}", f"{status}={found.id}")
            for status in (BatchStatus.COUNTED, BatchStatus.REFUSED)
        ]
    ]
    return Shown(text="\n".join([*lines, page.texts("batch-ask")]), buttons=rows)


def _status(page: Page, status: str, by: str) -> str:
    return page.texts(f"batch-status-{status}", by=page.community.called(by) if by else "")
