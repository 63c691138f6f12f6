"""What every view of a resolution is made of."""

from collections.abc import Iterator
from datetime import date

from governance import privacy
from governance.deliberations.topic import Topic
from governance.notices import Fact
from governance.resolutions import prices
from governance.resolutions.clauses import Clause
from governance.resolutions.fulfilment import Answers, Kept
from governance.resolutions.resolution import Basis, Count, Resolution
from governance.resolutions.stages import Ahead, Showing
from governance.resolutions.states import Stage
from handlers.buttons import VerbPress
from handlers.views.deliberations import title
from handlers.views.shown import BESIDE, Button, Page, cut

LETTER = "v"
SHORT = 60  # characters of a text in a list
MOTION = frozenset({"for", "against", "abstain"})  # options that have words in each language


def button(page: Page, of: int, words: str, verb: str, **facts: Fact) -> Button:
    """Return a button under a resolution, or under a topic that waits for one, by its id."""
    return Button(page.texts.plain(words, **facts), VerbPress(LETTER, of, verb).data)


def link(page: Page, resolution: Resolution, words: str) -> Button:
    """Return the button that leads from the group into the private chat."""
    url = f"https://t.me/{page.bot}?start=v_{resolution.id}"
    return Button(page.texts.plain(words), url=url)


def status(page: Page, resolution: Resolution) -> str:
    """Return where a resolution stands, in words."""
    return page.texts.plain(f"resolution-status-{resolution.status}")


def published(page: Page, text: str, longest: int = BESIDE) -> str:
    """Return what an office wrote for everybody: its sums and years stay as they were approved.

    Phones, doors and the like are taken out for a residents' group all the same (N06, N23).
    """
    return cut(privacy.mask(text) if page.in_residents_group else text, longest)


def short(page: Page, text: str) -> str:
    """Return the beginning of a resolution's text, in one line."""
    return cut(" ".join(published(page, text, len(text) + 1).split()), SHORT)


def about(page: Page, topic: Topic) -> str:
    """Return what a topic is about, in one line."""
    return cut(" ".join(title(page, topic).split()), SHORT)


def day(of: date) -> str:
    """Return a day as everybody reads it."""
    return f"{of:%Y-%m-%d}"


def basis(page: Page, found: Basis) -> Iterator[str]:
    """Say on what ground it stands: talk and objections, ballots, minutes (E21, N20)."""
    yield page.texts(
        "resolution-basis-talk",
        statements=found.statements,
        meetings=found.meetings,
        objections=found.objections,
        met=found.met,
    )
    for count in found.counts:
        yield counted(page, count)
    if found.minutes:
        yield page.texts("resolution-basis-minutes", text=published(page, found.minutes))
    if found.directed:
        yield page.texts("resolution-basis-directed", text=published(page, found.directed))


def counted(page: Page, count: Count) -> str:
    """Say what a ballot came to, with its roll and its turnout."""
    comma = page.texts.plain("list-comma")
    figures = (
        page.texts.plain("resolution-figure", name=option(page, name), count=number)
        for name, number in count.tally
    )
    return page.texts(
        "resolution-basis-ballot",
        number=count.number,
        roll=count.roll,
        turnout=count.turnout,
        entered=count.entered,
        handed=count.handed,
        way=_way(count),
        secret="yes" if count.secret else "no",
        tally=comma.join(figures) or "—",
    )


def _way(count: Count) -> str:
    """Return what of a turnout did not come by phone: entered for somebody, or on paper."""
    if not count.secret:
        return "entered"
    if count.handed:
        return "papers"
    return "counted" if count.entered else "phone"  # counted: of a time that knew no number out


def option(page: Page, name: str) -> str:
    """Return an option by its words: those of a motion by ours, others by their own."""
    return page.texts.plain(f"ballot-option-{name}") if name in MOTION else page.all(name)


def clause(page: Page, found: Clause) -> Iterator[str]:
    """Say a promise: who, what, for how much, until when, and how far it has come."""
    yield page.texts(
        "resolution-clause",
        number=found.number,
        who=page.community.called(found.who),
        what=published(page, found.what),
        day=day(found.finish_by),
        until=day(found.until) if found.until else "none",
    )
    yield page.texts(
        "resolution-clause-more",
        money=prices.yuan(found.money) if found.money else "none",
        proof=published(page, found.proof),
        day=day(found.disclose_by),
    )
    yield page.texts(
        f"resolution-clause-{found.status}",
        progress=found.progress,
        late="yes" if found.late else "no",
    )
    for checkin in found.checkins:
        if checkin.missed:
            there = "yes" if checkin.at else "no"
            yield page.texts("resolution-missed", day=day(checkin.day), there=there)
    if found.stages:
        comma = page.texts.plain("list-comma")
        every = comma.join(_stage(page, showing) for showing in found.stages)
        yield page.texts("resolution-stages", text=every)
        yield from aheads(page, found)


def aheads(page: Page, found: Clause, only: Stage | None = None) -> Iterator[str]:
    """Say of each stage that supervision let go on without what, when, and why; oldest first."""
    named = (s for s in found.stages if only in {None, s.stage})
    every = [(each, s.stage) for s in named for each in s.aheads]
    for each, stage in sorted(every, key=lambda pair: pair[0].at):
        yield page.texts(
            "resolution-ahead",
            count=found.number,
            **ahead(page, each),
            stage=stage,
            day=day(each.at.astimezone(page.community.calendar.zone).date()),
        )


def ahead(page: Page, given: Ahead) -> dict[str, str]:
    """Return what everybody reads of a leave: without what, by whom, why."""
    comma = page.texts.plain("list-comma")
    missing = (page.texts.plain("resolution-stage-name", stage=s) for s in given.without)
    return {
        "missing": comma.join(missing),
        "who": page.community.called(given.by),
        "why": published(page, given.why),
    }


def price(page: Page, found: Clause, chosen: int) -> Iterator[str]:
    """Say where a promise costs something else than the menu said from which it was chosen."""
    if found.money != chosen:
        said = {"price": prices.yuan(chosen), "money": prices.yuan(found.money)}
        yield page.texts("resolution-clause-price", **said)


def _stage(page: Page, showing: Showing) -> str:
    """Return where a stage of a project stands: shown, still to come, or missing."""
    return page.texts.plain(
        "resolution-stage-one",
        stage=showing.stage,
        day=day(showing.day),
        there="yes" if showing.at else "no",
        serial=showing.serial or "none",
        late="yes" if showing.missed else "no",
    )


def kept(page: Page, found: Kept) -> str:
    """Say how many of the promises were kept; every other bucket beside it."""
    return page.texts(
        "resolution-kept",
        kept=found.kept,
        count=found.promised,
        late=found.late,
        partly=found.partly,
        unconfirmed=found.unconfirmed,
        broken=found.broken,
        open=found.open,
    )


def answers(page: Page, key: str, found: Answers) -> str:
    """Say what people answered, with who did not; below the floor no figures of the answers."""
    whole = {"asked": found.asked, "answered": found.answered, "silent": found.silent}
    name = page.texts.plain(key)
    if not found.shown:
        return page.texts("resolution-answers-few", name=name, **whole)
    figures = {"yes": found.yes, "no": found.no, "unsure": found.unsure}
    return page.texts("resolution-answers", name=name, **figures, **whole)
