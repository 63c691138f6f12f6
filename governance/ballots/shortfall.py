"""What a ballot that did not carry lacked: each measure that failed, and by how much."""

from collections.abc import Iterator
from dataclasses import dataclass

from governance.ballots.result import Part, Result, Verdict
from governance.ballots.roll import Participant
from governance.quorum import Base, Demand, Measure, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """So much was missing in a measure: of those who take part, else of those who agree.

    `participant` is the class that lacked it; None is all voters together.
    """

    participant: Participant | None = None
    measure: Measure
    turnout: bool
    count: int


def short(rule: Rule, result: Result) -> tuple[Short, ...]:
    """Return what was missing of what the rule demands; nothing where nothing was missing.

    Only of the classes whose rows the result has: of the others nothing may be told (E10).
    """
    if result.verdict is Verdict.INVALID:
        return tuple(s for as_, d, p in _demands(rule, result) for s in _absent(as_, d, p))
    if result.verdict is not Verdict.FAILED or not result.standing.chosen:
        return ()
    (option,) = result.standing.chosen
    return tuple(
        s for as_, d, p in _demands(rule, result) for s in _disagreeing(as_, d, p, option)
    )


def _demands(rule: Rule, result: Result) -> Iterator[tuple[Participant | None, Demand, Part]]:
    yield None, rule.whole, result.whole
    for participant, part in result.classes.items():
        if demand := rule.classes.get(participant):
            yield participant, demand, part


def _absent(as_: Participant | None, demand: Demand, part: Part) -> Iterator[Short]:
    for measure, threshold in demand.turnout.items():
        missing = threshold.needed(part.roll[measure]) - part.taking_part[measure]
        if missing > 0:
            yield Short(participant=as_, measure=measure, turnout=True, count=missing)


def _disagreeing(
    as_: Participant | None, demand: Demand, part: Part, option: str
) -> Iterator[Short]:
    of = part.roll if demand.base is Base.ROLL else part.taking_part
    for measure, threshold in demand.assent.items():
        missing = threshold.needed(of[measure]) - int(part.tallies[measure].of(option))
        if missing > 0:
            yield Short(participant=as_, measure=measure, turnout=False, count=missing)
