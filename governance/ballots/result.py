"""What a ballot came to: turnout, tallies by class and by measure, and the verdict (E09, E10)."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, repeat

from governance.ballots.base import Marks, Method, Paper, Standing, Tally, count
from governance.ballots.roll import Participant, Roll, VotingUnit, weigh
from governance.quorum import Demand, Measure, Rule, Weights, carries, people_needed, quorate


class Verdict(StrEnum):
    """How a ballot ended."""

    CARRIED = "carried"
    FAILED = "failed"
    TIED = "tied"
    INVALID = "invalid"  # too few took part
    COUNTED = "counted"  # nothing was to be decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The voters together, or one class: who could vote, who did, and the tally by measure."""

    roll: Weights
    taking_part: Weights
    tallies: Mapping[Measure, Tally]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """All that is published; `still_needed` is how many people a quorum lacked, at the least.

    `entered` is how many of the votes were entered for somebody, or counted on paper; `handed` how
    many papers of a secret ballot were out at the close. Whoever tallies knows both.
    """

    whole: Part
    classes: Mapping[Participant, Part]
    standing: Standing
    verdict: Verdict
    still_needed: int
    entered: int = 0
    handed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """By what a ballot is counted, fixed when it opens: the method, the paper, the rule."""

    method: Method
    paper: Paper
    rule: Rule


def tallied(terms: Terms, roll: Roll, votes: Mapping[str, Marks]) -> Result:
    """Return the result of votes by unit; KeyError for a vote of a unit not on the roll."""
    if strangers := votes.keys() - {u.key for u in roll.units}:
        raise KeyError(min(strangers))
    whole = _part(terms, roll.units, votes)
    classes = {p: _part(terms, roll.of(p), votes) for p in roll.classes}
    standing = terms.method.stand(whole.tallies[Measure.HEADS], terms.paper)
    return Result(
        whole=whole,
        classes=classes,
        standing=standing,
        verdict=_verdict(terms, whole, classes, standing),
        still_needed=still_needed(terms.rule, roll, votes.keys()),
    )


def _part(terms: Terms, units: Iterable[VotingUnit], votes: Mapping[str, Marks]) -> Part:
    every = tuple(units)
    voted = tuple(u for u in every if u.key in votes)
    return Part(
        roll=weigh(every),
        taking_part=weigh(voted),
        tallies={
            m: count(terms.method, ((votes[u.key], u.weights[m]) for u in voted), terms.paper)
            for m in sorted(terms.rule.measures)
        },
    )


def _verdict(
    terms: Terms, whole: Part, classes: Mapping[Participant, Part], standing: Standing
) -> Verdict:
    if not _each(terms.rule, whole, classes, lambda d, p: quorate(d, p.taking_part, p.roll)):
        return Verdict.INVALID
    if not terms.method.decides:
        return Verdict.COUNTED
    if not standing.chosen:
        return Verdict.TIED if standing.tied else Verdict.FAILED
    if not terms.method.assent:
        return Verdict.CARRIED
    (chosen,) = standing.chosen
    agreed = _each(terms.rule, whole, classes, lambda d, p: _agrees(d, p, chosen))
    return Verdict.CARRIED if agreed else Verdict.FAILED


def _each(
    rule: Rule,
    whole: Part,
    classes: Mapping[Participant, Part],
    holds: Callable[[Demand, Part], bool],
) -> bool:
    """Whether something holds of all voters together and of each class that the rule names.

    A class that nobody belongs to demands nothing.
    """
    named = ((d, classes[p]) for p in classes if (d := rule.classes.get(p)))
    return all(holds(demand, part) for demand, part in ((rule.whole, whole), *named))


def _agrees(demand: Demand, part: Part, option: str) -> bool:
    in_favour = {m: int(tally.of(option)) for m, tally in part.tallies.items()}
    return carries(demand, in_favour, part.taking_part, part.roll)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bloc:
    """So many units of a roll that count alike: their class, the area of each, voted or not."""

    participant: Participant
    area: int
    voted: bool
    count: int

    @property
    def weights(self) -> Weights:
        """What each of them weighs in each measure."""
        return {Measure.HEADS: 1, Measure.AREA: self.area}


def blocs(roll: Roll, voted: Iterable[str]) -> tuple[Bloc, ...]:
    """Return a roll in blocs, by the keys of the units that voted."""
    there = frozenset(voted)
    alike = Counter((u.participant, u.area, u.key in there) for u in roll.units)
    return tuple(
        Bloc(participant=as_, area=area, voted=here, count=count)
        for (as_, area, here), count in alike.items()
    )


def still_needed(rule: Rule, roll: Roll, voted: Iterable[str]) -> int:
    """Return how many people must still vote, at the least, for a quorum of all and each class."""
    return needed_of(rule, blocs(roll, voted))


def needed_of(rule: Rule, roll: Iterable[Bloc]) -> int:
    """Return the same of a roll in blocs."""
    every = tuple(roll)
    each = (
        _lacking(demand, [b for b in every if b.participant == p])
        for p, demand in rule.classes.items()
    )
    return max(_lacking(rule.whole, every), sum(each))


def _lacking(demand: Demand, those: Sequence[Bloc]) -> int:
    there = {m: sum(b.weights[m] * b.count for b in those if b.voted) for m in Measure}
    absent = (b for b in those if not b.voted)
    return people_needed(demand, there, chain(*(repeat(b.weights, b.count) for b in absent)))
