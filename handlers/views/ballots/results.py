"""What a ballot came to, in words: everything that is published, and its limits (N20)."""

from collections.abc import Iterator

from governance.ballots.ballot import Ballot
from governance.ballots.base import Tally
from governance.ballots.methods import METHODS
from governance.ballots.result import Part, Result, Verdict
from governance.ballots.roll import Participant
from governance.ballots.shortfall import short
from governance.ballots.states import BallotAction, Instrument
from governance.quorum import Base, Demand, Measure
from handlers.views.ballots import said, sealed
from handlers.views.ballots.parts import area, option, price
from handlers.views.shown import BESIDE, Page

A = BallotAction
PERCENT = 100
RANKED = frozenset({"borda", "schulze"})


def result(page: Page, ballot: Ballot, found: Result) -> list[str]:
    """Return the lines of a result: roll, turnout, tallies, numbers, entered, objections."""
    lines = [verdict(page, ballot, found), *lacked(page, ballot, found)]
    lines += part(page, ballot, found.whole, ballot.rule.whole)
    for participant, each, demand in by_class(ballot, found):
        lines.append(page.texts(f"ballot-class-{participant}"))
        lines += part(page, ballot, each, demand)
    lines += chosen(page, ballot, found)
    return [*lines, *come(page, ballot, found), *objections(page, ballot)]


def come(page: Page, ballot: Ballot, found: Result) -> list[str]:
    """Say how the votes came: which share was entered, or papers and envelopes of a secret box."""
    if ballot.secret:
        return [*sealed.box(page, ballot, found)]
    return [share_entered(page, found)]


def verdict(page: Page, ballot: Ballot, found: Result) -> str:
    """Say how it ended; of a method that asks for no assent, that enough chose among it."""
    picked = found.verdict is Verdict.CARRIED and not METHODS[ballot.method].assent
    return page.texts(f"ballot-verdict-{'chosen' if picked else found.verdict}")


def lacked(page: Page, ballot: Ballot, found: Result) -> Iterator[str]:
    """Yield each measure in which it failed, and by how much; of a quorum also by how many."""
    missing = short(ballot.rule, found)
    for each in missing:
        short_of = f"ballot-short-turnout-{each.measure}"
        yield page.texts(
            short_of if each.turnout else f"ballot-short-assent-{each.measure}",
            count=number(each.measure, each.count),
            kind=ballot.scope.kind,
            part=each.participant or "all",
        )
    if found.still_needed and not any(each.measure is Measure.HEADS for each in missing):
        yield page.texts("ballot-lacked", count=found.still_needed)


def by_class(ballot: Ballot, found: Result) -> Iterator[tuple[Participant, Part, Demand]]:
    """Yield the rows by class with what each must reach; none where all are of one class (E10)."""
    if len(found.classes) > 1:
        for participant, each in found.classes.items():
            yield participant, each, ballot.rule.classes.get(participant, Demand())


def part(page: Page, ballot: Ballot, found: Part, demand: Demand) -> Iterator[str]:
    """Yield the lines of all voters or of one class: who took part, and the tallies."""
    for measure, tally in _by_measure(found):
        yield from _there(page, ballot, found, demand, measure)
        yield from _tallied(page, ballot, measure, tally)
        yield from _assent(page, ballot, found, demand, measure)


def turnout(page: Page, ballot: Ballot, found: Part, demand: Demand) -> Iterator[str]:
    """Yield the same without the tallies, which stand in a table."""
    for measure, _ in _by_measure(found):
        yield from _there(page, ballot, found, demand, measure)
        yield from _assent(page, ballot, found, demand, measure)


def _by_measure(found: Part) -> Iterator[tuple[Measure, Tally]]:
    return ((m, found.tallies[m]) for m in Measure if m in found.tallies)


def _there(
    page: Page, ballot: Ballot, found: Part, demand: Demand, measure: Measure
) -> Iterator[str]:
    roll = found.roll[measure]
    yield page.texts(
        f"ballot-turnout-{measure}",
        roll=number(measure, roll),
        there=number(measure, found.taking_part[measure]),
        kind=ballot.scope.kind,
    )
    if threshold := demand.turnout.get(measure):
        wanted = number(measure, threshold.needed(roll))
        yield page.texts(f"ballot-quorum-{measure}", wanted=wanted, kind=ballot.scope.kind)


def _assent(
    page: Page, ballot: Ballot, found: Part, demand: Demand, measure: Measure
) -> Iterator[str]:
    threshold = demand.assent.get(measure)
    if threshold and METHODS[ballot.method].assent:
        of = found.roll if demand.base is Base.ROLL else found.taking_part
        wanted = number(measure, threshold.needed(of[measure]))
        yield page.texts(f"ballot-assent-{measure}", wanted=wanted, kind=ballot.scope.kind)


def _tallied(page: Page, ballot: Ballot, measure: Measure, tally: Tally) -> Iterator[str]:
    if ballot.method == "evaluation":
        for question in ballot.paper.options:
            answers = {f"a{n}": str(tally.of(question, str(n))) for n in (1, 2, 3)}
            said = option(page, ballot, question)
            yield page.texts("ballot-evaluated", option=said, **answers)
    elif ballot.method != "schulze":  # there only the order says something
        for name in ordered(ballot, tally):
            count = number(measure, int(tally.of(name)))
            yield page.texts(
                f"ballot-figure-{measure}", option=option(page, ballot, name), count=count
            )
    if tally.blank:
        yield page.texts("ballot-blanks", count=number(measure, tally.blank))


def ordered(ballot: Ballot, tally: Tally) -> list[str]:
    """Return the options as a result lists them: the most wanted first, but for a motion."""
    if ballot.method == "motion":
        return list(ballot.paper.options)
    return sorted(ballot.paper.options, key=lambda option: -tally.of(option))


def number(measure: Measure, count: int) -> str:
    """Return a figure of a measure: heads, or square metres."""
    return area(count) if measure is Measure.AREA else str(count)


def chosen(page: Page, ballot: Ballot, found: Result) -> Iterator[str]:
    """Yield what the count chose, or why it chose nothing."""
    comma = page.texts.plain("list-comma")
    if ballot.method in RANKED:
        order = [
            page.texts.plain("list-equal").join(option(page, ballot, o) for o in level)
            for level in found.standing.order
        ]
        yield page.texts("ballot-order", order=" › ".join(order))
    if ballot.method == "motion":
        return
    if found.standing.chosen:
        names = comma.join(option(page, ballot, o) for o in found.standing.chosen)
        yield page.texts("ballot-chosen", options=names)
        yield from _spent(page, ballot, found.standing.chosen)
    if found.standing.tied:
        names = comma.join(option(page, ballot, o) for o in found.standing.tied)
        yield page.texts("ballot-tied", options=names)


def _spent(page: Page, ballot: Ballot, chosen_ones: tuple[str, ...]) -> Iterator[str]:
    """Yield what the chosen projects of a menu cost together, and what is left (E19)."""
    if ballot.instrument is Instrument.MENU:
        spent, budget = sum(ballot.paper.costs[o] for o in chosen_ones), ballot.paper.budget
        left = price(budget - spent)
        yield page.texts("ballot-spent", sum=price(spent), budget=price(budget), left=left)


def share_entered(page: Page, found: Result) -> str:
    """Say how many votes were entered for somebody, and which share that is."""
    voted = found.whole.taking_part[Measure.HEADS]
    share = round(PERCENT * found.entered / voted) if voted else 0
    return page.texts("ballot-entered", count=found.entered, share=share)


def objections(page: Page, ballot: Ballot) -> Iterator[str]:
    """Yield what stands against it: objections of those affected, and what was contested."""
    topic = page.shelf.topics.get(ballot.topic)
    yield from said.objections(page, topic)
    for passage in page.shelf.ballots.passages(ballot.id):
        if passage.action in {A.CONTEST, A.UPHOLD, A.VOID}:
            note = page.gate(passage.note, BESIDE) or "—"
            yield page.texts(f"ballot-note-{passage.action}", at=page.when(passage.at), note=note)
