"""The record of everything that has a number: its public part, to whoever asks (F10)."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from governance.disclosures.states import SHOWN
from governance.notices import Fact
from governance.refusals import Unknown
from governance.resolutions.states import PUBLIC
from services import deliveries, near
from services.ballots import looking as ballots
from services.disclosures import meant
from services.hearing import Asked
from services.ports import Work
from services.supervision import matters

KEY = "history-of"


class Series(StrEnum):
    """What is numbered beside the cases, each in a series of its own."""

    TOPIC = "topic"
    BALLOT = "ballot"
    RESOLUTION = "resolution"
    DISCLOSURE = "disclosure"
    MEASURE = "measure"


def show(work: Work, series: Series, number: int, part: int, asked: Asked) -> None:
    """Tell the record of one thing, where it was asked for; Unknown where there is none.

    `part` is a statement of a topic, or what follows the year in the number of a disclosure.
    """
    found = FOUND[series](work, number, part)
    about = ABOUT.get(series)
    if topic := about(work, found) if about else 0:
        near.require(work, work.topics.get(topic), asked.chat)
    facts: dict[str, Fact] = {"series": series, "of": found}
    facts["part"] = part
    if series is Series.MEASURE:
        facts |= matters.facts(work.measures.numbered(number))
    deliveries.notice(work, KEY, asked.address, reader=work.by.id, facts=facts)


def _topic(work: Work, number: int, part: int) -> int:
    topic = work.topics.numbered(number)
    said = work.statements.of(topic.id) if part else ()
    if part and not any(s.shown and s.number == part for s in said):
        raise Unknown("refusal-history-none")
    return topic.id


def _ballot(work: Work, number: int, _part: int) -> int:
    ballot = work.ballots.numbered(number)
    if ballot.status not in ballots.PUBLIC:
        raise Unknown("refusal-no-ballot")
    return ballot.id


def _resolution(work: Work, number: int, _part: int) -> int:
    resolution = work.resolutions.numbered(number)
    if resolution.status not in PUBLIC:
        raise Unknown("refusal-no-resolution")
    return resolution.id


def _disclosure(work: Work, number: int, part: int) -> int:
    serial = f"{number}-{part:03}"
    for edition in work.disclosures.standing(sorted(SHOWN)):
        if edition.serial == serial:
            return edition.id
    raise Unknown("refusal-no-edition")


def _staged(work: Work, found: int) -> int:
    topic = meant.topic(work, work.disclosures.get(found))
    return topic.id if topic else 0


def _measure(work: Work, number: int, _part: int) -> int:
    return work.measures.numbered(number).id


# of which topic each is the record: one of a few neighbours is read by them alone (A11)
ABOUT: Mapping[Series, Callable[[Work, int], int]] = {
    Series.TOPIC: lambda _work, found: found,
    Series.BALLOT: lambda work, found: work.ballots.get(found).topic,
    Series.RESOLUTION: lambda work, found: work.resolutions.get(found).topic,
    Series.DISCLOSURE: _staged,
}
FOUND: Mapping[Series, Callable[[Work, int, int], int]] = {
    Series.TOPIC: _topic,
    Series.BALLOT: _ballot,
    Series.RESOLUTION: _resolution,
    Series.DISCLOSURE: _disclosure,
    Series.MEASURE: _measure,
}
