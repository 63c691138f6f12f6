"""The record of what is numbered: each step with its office and time; nobody's name (F10, N21)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from governance.ballots.table import LIFECYCLE as BALLOTS
from governance.deliberations.table import LIFECYCLE as TOPICS
from governance.directory import Role
from governance.disclosures.edition import LIFECYCLE as EDITIONS
from governance.disclosures.states import SHOWN
from governance.lifecycle import Lifecycle
from governance.powers import Verb
from governance.resolutions.table import LIFECYCLE as RESOLUTIONS
from governance.supervision import Matter
from handlers.views import deliberations
from handlers.views.deliberations.parts import line
from handlers.views.disclosures import parts as disclosing
from handlers.views.powers import under
from handlers.views.record import office
from handlers.views.resolutions import parts as resolving
from handlers.views.shown import BESIDE, Page, Shown, cut, fitting
from handlers.views.supervision import parts as supervised
from services.disclosures import staging
from services.history import Series


class Taken(Protocol):
    """A step as it was taken, of whatever it is."""

    @property
    def action(self) -> StrEnum:
        """What was done."""

    @property
    def officer(self) -> str:
        """By whom, nobody where a resident or the clock did it."""

    @property
    def at(self) -> datetime:
        """When."""

    @property
    def note(self) -> str:
        """Why."""


def history(page: Page) -> Shown:
    """Tell the public part of one record."""
    facts = page.delivery.facts
    series, of = Series(str(facts["series"])), int(facts["of"] or 0)
    if part := int(facts["part"] or 0) if series is Series.TOPIC else 0:
        return _statement(page, of, part)
    head, steps = RECORDS[series](page, of)
    return Shown(text=fitting([head, *under(page, DONE_BY[series])], steps))


def _head(page: Page, matter: Matter, of: int, standing: str) -> str:
    return page.texts("history-of", title=supervised.title(page, matter, of), standing=standing)


def _steps(
    page: Page, table: Lifecycle[Any, Any], taken: Iterable[Taken], called: Callable[[str], str]
) -> list[str]:
    """Say each step; a reason only where the table tells it to the residents anyhow."""
    public = {s.action for s in table.steps if Role.RESIDENT in s.tells}
    return [_step(page, each, called, told=each.action in public) for each in taken]


def _step(page: Page, taken: Taken, called: Callable[[str], str], *, told: bool) -> str:
    said = page.texts(
        "passage",
        at=page.when(taken.at),
        who=office(page, taken.officer) if taken.officer else "none",
        action=called(taken.action),
    )
    # what a resident wrote is his own; what an office gave as its reason is everybody's
    note = cut(page.public(taken.note, figures=True), BESIDE) if told and taken.officer else ""
    return said + (page.texts("passage-note", note=note) if note else "")


def _topic(page: Page, of: int) -> tuple[str, Sequence[str]]:
    topic = page.shelf.topics.get(of)
    standing = page.texts.plain(f"topic-status-{topic.status}")
    taken = page.shelf.topics.passages(of)
    steps = _steps(page, TOPICS, taken, lambda a: page.texts.plain(f"topic-action-{a}"))
    shown = sum(s.shown for s in page.shelf.statements.of(of))
    if shown:
        steps.append(page.texts("history-statements", number=topic.number, count=shown))
    said = supervised.lines(page, Matter.TOPIC, of)
    return _head(page, Matter.TOPIC, of, standing), [*steps, *said]


def _ballot(page: Page, of: int) -> tuple[str, Sequence[str]]:
    ballot = page.shelf.ballots.get(of)
    standing = page.texts.plain(f"ballot-status-{ballot.status}")
    taken = page.shelf.ballots.passages(of)
    steps = _steps(page, BALLOTS, taken, lambda a: page.texts.plain(f"history-ballot-{a}"))
    said = supervised.lines(page, Matter.BALLOT, of)
    return _head(page, Matter.BALLOT, of, standing), [*steps, *said]


def _resolution(page: Page, of: int) -> tuple[str, Sequence[str]]:
    found = page.shelf.resolutions.get(of)
    standing = page.texts.plain(f"resolution-status-{found.status}")
    taken = page.shelf.resolutions.passages(of)
    steps = _steps(page, RESOLUTIONS, taken, lambda a: page.texts.plain(f"resolution-action-{a}"))
    if found.earlier:
        steps.append(page.texts("history-earlier", count=len(found.earlier)))
    let = [line for clause in found.clauses for line in resolving.aheads(page, clause)]
    said = supervised.lines(page, Matter.RESOLUTION, of)
    return _head(page, Matter.RESOLUTION, of, standing), [*steps, *let, *said]


def _disclosure(page: Page, of: int) -> tuple[str, Sequence[str]]:
    """Tell every version of a disclosure, each with its steps and why it took its place (N24)."""
    found = page.shelf.disclosures.get(of)
    every = page.shelf.disclosures.of(found.item)
    versions = [e for e in every if e.serial == found.serial and e.status in SHOWN]
    lines: list[str] = []
    for each in sorted(versions, key=lambda e: e.version):
        standing = disclosing.standing(page, each)
        why = cut(page.public(each.why, figures=True), BESIDE) or "none"
        lines.append(
            page.texts("history-version", number=each.version, standing=standing, why=why)
        )
        taken = page.shelf.disclosures.passages(each.id)
        lines += _steps(page, EDITIONS, taken, lambda a: page.texts.plain(f"programme-action-{a}"))
        lines += supervised.lines(page, Matter.DISCLOSURE, each.id)
    if promise := staging.promised(page.shelf, found):
        lines += resolving.aheads(page, promise[1], promise[2])
    standing = disclosing.standing(page, found)
    return _head(page, Matter.DISCLOSURE, of, standing), lines


def _measure(page: Page, of: int) -> tuple[str, Sequence[str]]:
    measure = page.shelf.measures.get(of)
    title = supervised.title(page, measure.matter, measure.about)
    head = page.texts("history-measure", number=measure.number, title=title)
    return head, [supervised.line(page, measure)]


def _statement(page: Page, of: int, part: int) -> Shown:
    """Tell one statement as the group reads it: with no time where it bears no name (E22)."""
    topic = page.shelf.topics.get(of)
    [found] = [s for s in page.shelf.statements.of(of) if s.number == part and s.shown]
    head = page.texts(
        "history-statement",
        number=topic.number,
        title=cut(" ".join(deliberations.title(page, topic).split()), BESIDE),
        at="none" if found.hidden else page.when(found.at),
    )
    return Shown(text="\n".join([head, line(page, found)]))


# what the committee exercises where it does these steps: its entry in the list of small powers
DONE_BY: Mapping[Series, Verb] = {
    Series.TOPIC: Verb.LEAD_TOPIC,
    Series.BALLOT: Verb.HOLD_BALLOT,
    Series.RESOLUTION: Verb.LEAD_TOPIC,
    Series.DISCLOSURE: Verb.APPROVE_DISCLOSURE,
    Series.MEASURE: Verb.ANSWER_OPINION,
}
RECORDS: Mapping[Series, Callable[[Page, int], tuple[str, Sequence[str]]]] = {
    Series.TOPIC: _topic,
    Series.BALLOT: _ballot,
    Series.RESOLUTION: _resolution,
    Series.DISCLOSURE: _disclosure,
    Series.MEASURE: _measure,
}
