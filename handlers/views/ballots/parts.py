"""What every view of a ballot is made of."""

from governance.ballots.ballot import ADVISORY, Ballot
from governance.ballots.base import Marks
from governance.ballots.bodies import body
from governance.ballots.states import BallotStatus, Instrument
from governance.deliberations.holding import HELD
from governance.deliberations.topic import Topic
from governance.procedure import Law, Level
from handlers import papers
from handlers.buttons import VerbPress
from handlers.papers import WORDED
from handlers.views.ballots import said
from handlers.views.shown import BESIDE, Button, Page
from services import pots
from services.ballots import rolling

LETTER = "b"
LINK = "vo"  # before the ballot's id in the word of a link
FEN, SQUARE = 100, 100
SEALED = frozenset(  # while there may be envelopes that a key opens
    {BallotStatus.DRAFT, BallotStatus.SCHEDULED, BallotStatus.OPEN, BallotStatus.CLOSED}
)


def of(page: Page) -> Ballot:
    """Return the ballot that a card draws, by its subject."""
    return page.shelf.ballots.get(int(page.delivery.subject.split(":")[1]))


def button(page: Page, ballot: Ballot, words: str, verb: str) -> Button:
    """Return a button of a ballot."""
    return Button(page.texts.plain(words), VerbPress(LETTER, ballot.id, verb).data)


def link(page: Page, ballot: Ballot, words: str) -> Button:
    """Return the button that leads from a group into the private chat."""
    url = f"https://t.me/{page.bot}?start={LINK}{ballot.id}"
    return Button(page.texts.plain(words), url=url)


def new(page: Page, topic: Topic) -> Button:
    """Return the button that begins the draft of a ballot on a topic."""
    words = page.texts.plain("ballot-new", number=topic.number, kind=HELD[topic.status][0])
    return Button(words, VerbPress(LETTER, topic.id, "new").data)


def option(page: Page, ballot: Ballot, name: str) -> str:
    """Return how an option is called, without markup."""
    return page.gate(papers.option(page.texts, ballot, name), BESIDE)


def price(fen: int) -> str:
    """Return a sum of money in yuan."""
    return f"{fen // FEN:,}" + (f".{fen % FEN:02}" if fen % FEN else "")


def area(hundredths: int) -> str:
    """Return a floor area in square metres."""
    return f"{hundredths // SQUARE:,}.{hundredths % SQUARE:02}"


def labelled(page: Page, ballot: Ballot, topic: Topic) -> str:
    """Say what a ballot is not: a survey never decides, and none is an election (N01, N03)."""
    opinion = ballot.instrument in ADVISORY or topic.level is Level.MEETING
    return page.texts("ballot-opinion" if opinion else "ballot-no-election")


def heading(page: Page, ballot: Ballot) -> list[str]:
    """Say which ballot it is, about what, by what method, for whom, until when."""
    topic = page.shelf.topics.get(ballot.topic)
    lines = [
        page.texts("ballot-heading", number=ballot.number, question=page.gate(ballot.question)),
        labelled(page, ballot, topic),
        page.texts("ballot-of-topic", number=topic.number),
        page.texts(
            f"ballot-method-{ballot.method}", most=ballot.paper.most, kind=ballot.scope.kind
        ),
    ]
    lines += said.voters(page, ballot)
    if ballot.secret:
        sealed = "yes" if ballot.status in SEALED else "no"
        lines.append(page.texts("ballot-secret", sealed=sealed))
    if ballot.instrument is Instrument.MENU:
        lines.append(page.texts("ballot-budget", sum=price(ballot.paper.budget)))
        if fund := pots.balance(page.shelf):
            sums = {n: price(getattr(fund, n)) for n in ("whole", "bound", "reserved", "left")}
            lines.append(page.texts("ballot-pot", **sums))
        lines += [_priced(page, ballot, o, c) for o, c in ballot.paper.costs.items()]
    elif ballot.method not in WORDED:
        every = page.texts.plain("list-comma").join(
            option(page, ballot, o) for o in ballot.paper.options
        )
        lines.append(page.texts("ballot-options", options=every))
    return lines


def _priced(page: Page, ballot: Ballot, name: str, cost: int) -> str:
    """Say of a micro-project what it costs, where it is, for whom and until when (E19)."""
    line = page.texts("ballot-priced", option=option(page, ballot, name), sum=price(cost))
    found = ballot.paper.details.get(name)
    if not found:
        return line
    said = {key: page.public(value, figures=True) for key, value in found.items()}  # years stay
    return f"{line}\n{page.texts('ballot-details', **said)}"


def scope(page: Page, ballot: Ballot) -> str:
    """Say for whom a ballot is, and who has a vote."""
    known = {b.key: b.name for b in page.community.buildings}
    here = [known.get(key, key) for key in sorted(ballot.scope.buildings)]
    whole = ballot.scope.buildings >= known.keys()
    names = page.texts.plain("list-comma").join(here)
    return page.texts(
        f"ballot-scope-{ballot.scope.kind}",
        where="all" if whole else names,
        adults="yes" if ballot.scope.adults else "no",
    )


def unit_name(page: Page, key: str) -> str:
    """Return what a unit is called to those who may know it: a door, a name, an owner's number."""
    if rolling.is_account(key):
        return page.shelf.people.get(int(key)).name
    if key.startswith(rolling.OWNER):
        return _owners(page, key)
    building, _, rest = key.removeprefix(rolling.OFFLINE).partition("/")
    known = {b.key: b.name for b in page.community.buildings}
    return " ".join([known.get(building, building), *rest.split("/")])


def _owners(page: Page, key: str) -> str:
    roster = page.shelf.flats.roster()
    flats = roster.units if roster else ()
    names = {f"{rolling.OWNER}{o.key}": o.name for f in flats for o in f.owners}
    joint = key.split("+")
    return page.texts.plain("list-comma").join(
        names.get(k, k.removeprefix(rolling.OWNER)) for k in joint
    )


def marked(page: Page, ballot: Ballot, marks: Marks) -> str:
    """Say what stands on a paper, without markup, as this chat may read it."""
    return page.gate(papers.marked(page.texts, ballot, marks))


def drafted(page: Page, ballot: Ballot) -> list[str]:
    """Say to whoever holds a ballot by which numbers it is read, and who besides is on the roll.

    Numbers that nobody checked against the text in force are shown as such.
    """
    lines = []
    if found := body(page.community, ballot.body):
        named = page.texts.plain(f"ballot-law-{found.source.law}")
        own = found.source.law is Law.OWN_RULES and not found.source.article
        sure = "own" if own else str(found.source.certainty)
        cited = {"article": found.source.article or "—", "year": str(found.source.year)}
        lines.append(page.texts("ballot-source", law=named, sure=sure, **cited))
    if ballot.offline:
        lines.append(page.texts("ballot-offline", count=len(ballot.offline)))
    doers = map(page.community.called, ballot.carried_by)
    return [*lines, *(page.texts("ballot-carried", who=who) for who in doers)]
