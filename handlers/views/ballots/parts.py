"""What every view of a ballot is made of."""

from collections.abc import Sequence

from governance.ballots.ballot import ADVISORY, Ballot
from governance.ballots.base import Marks
from governance.ballots.states import Instrument
from governance.deliberations.topic import Topic
from governance.procedure import Level
from handlers.buttons import VerbPress
from handlers.views.shown import BESIDE, Button, Page
from services.ballots import rolling

LETTER = "b"
LINK = "vo"  # before the ballot's id in the word of a link
FEN, SQUARE = 100, 100
# options that stand in the languages; all others are the words of whoever drafted
WORDED = frozenset({"motion", "evaluation"})


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


def option(page: Page, ballot: Ballot, name: str) -> str:
    """Return how an option is called, without markup."""
    if ballot.method in WORDED:
        return page.texts.plain(f"ballot-option-{name}")
    return page.gate(name, BESIDE)


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
        page.texts(f"ballot-method-{ballot.method}", most=ballot.paper.most),
    ]
    if ballot.instrument is Instrument.MENU:
        lines.append(page.texts("ballot-budget", sum=price(ballot.paper.budget)))
        lines += [
            page.texts("ballot-priced", option=option(page, ballot, o), sum=price(c))
            for o, c in ballot.paper.costs.items()
        ]
    elif ballot.method not in WORDED:
        every = page.texts.plain("list-comma").join(option(page, ballot, o) for o in ballot.paper.options)
        lines.append(page.texts("ballot-options", options=every))
    return lines


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


def unit_name(page: Page, ballot: Ballot, key: str) -> str:
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
    return page.texts.plain("list-comma").join(names.get(k, k.removeprefix(rolling.OWNER)) for k in joint)


def marked(page: Page, ballot: Ballot, marks: Marks) -> str:
    """Say what stands on a paper, without markup."""
    if not marks:
        return page.texts.plain("ballot-blank")
    said = (_mark(page, ballot, o, n) for o, n in sorted(marks.items(), key=_ordered(ballot)))
    return page.texts.plain("list-comma").join(said)


def _ordered(ballot: Ballot) -> "object":
    ranked = ballot.method in {"borda", "schulze"}
    options: Sequence[str] = ballot.paper.options
    return lambda mark: mark[1] if ranked else options.index(mark[0])


def _mark(page: Page, ballot: Ballot, name: str, value: int) -> str:
    called = option(page, ballot, name)
    match ballot.method:
        case "evaluation":
            answer = page.texts.plain(f"ballot-answer-{value}")
            return page.texts.plain("ballot-marked", option=called, mark=answer)
        case "score" | "borda" | "schulze":
            return page.texts.plain("ballot-marked", option=called, mark=str(value))
    return called
