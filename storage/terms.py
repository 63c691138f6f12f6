"""Between a ballot's terms and result, and the documents in which they are stored."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from governance.ballots.base import Number, Paper, Standing, Tally
from governance.ballots.result import Part, Result, Verdict
from governance.ballots.roll import Participant, Scope
from governance.procedure import UnitKind
from governance.quorum import Base, Demand, Measure, Reach, Rule, Threshold, Thresholds

Document = Mapping[str, Any]


def of_paper(paper: Paper) -> Document:
    """Return a paper as a document."""
    return {
        "options": list(paper.options),
        "most": paper.most,
        "best": paper.best,
        "costs": dict(paper.costs),
        "budget": paper.budget,
        "details": {option: dict(found) for option, found in paper.details.items()},
    }


def paper(found: Document) -> Paper:
    """Return the paper of a document."""
    return Paper(**{**found, "options": tuple(found["options"])})


def of_scope(scope: Scope) -> Document:
    """Return a scope as a document."""
    return {
        "kind": scope.kind,
        "buildings": sorted(scope.buildings),
        "participants": sorted(scope.participants),
        "adults": scope.adults,
    }


def scope(found: Document) -> Scope:
    """Return the scope of a document."""
    return Scope(
        kind=UnitKind(found["kind"]),
        buildings=frozenset(found["buildings"]),
        participants=frozenset(map(Participant, found["participants"])),
        adults=found["adults"],
    )


def of_rule(rule: Rule) -> Document:
    """Return a rule as a document, each threshold in the words in which it is read."""
    classes = {name: _of_demand(demand) for name, demand in rule.classes.items()}
    return {"whole": _of_demand(rule.whole), "classes": classes}


def rule(found: Document) -> Rule:
    """Return the rule of a document."""
    classes = {name: _demand(demand) for name, demand in found["classes"].items()}
    return Rule(whole=_demand(found["whole"]), classes=classes)


def _of_demand(demand: Demand) -> Document:
    return {
        "turnout": _of_thresholds(demand.turnout),
        "assent": _of_thresholds(demand.assent),
        "base": demand.base,
    }


def _demand(found: Document) -> Demand:
    return Demand(
        turnout=_thresholds(found["turnout"]),
        assent=_thresholds(found["assent"]),
        base=Base(found["base"]),
    )


def _of_thresholds(thresholds: Thresholds) -> Document:
    return {measure: _words(threshold) for measure, threshold in thresholds.items()}


def _thresholds(found: Document) -> Thresholds:
    return {Measure(measure): Threshold.read(words) for measure, words in found.items()}


def _words(threshold: Threshold) -> str:
    share = threshold.share
    reach = "more than" if threshold.reach is Reach.MORE_THAN else "at least"
    return f"{reach} {share.numerator}/{share.denominator}"


def of_result(found: Result) -> Document:
    """Return a result as a document; a fraction is written as one."""
    return {
        "whole": _of_part(found.whole),
        "classes": {name: _of_part(part) for name, part in found.classes.items()},
        "order": [list(level) for level in found.standing.order],
        "chosen": list(found.standing.chosen),
        "tied": list(found.standing.tied),
        "verdict": found.verdict,
        "still_needed": found.still_needed,
        "entered": found.entered,
        "handed": found.handed,
    }


def result(found: Document) -> Result:
    """Return the result of a document."""
    return Result(
        whole=_part(found["whole"]),
        classes={Participant(name): _part(part) for name, part in found["classes"].items()},
        standing=Standing(
            order=tuple(tuple(level) for level in found["order"]),
            chosen=tuple(found["chosen"]),
            tied=tuple(found["tied"]),
        ),
        verdict=Verdict(found["verdict"]),
        still_needed=found["still_needed"],
        entered=found["entered"],
        handed=found.get("handed", 0),  # older results do not know it
    )


def _of_part(part: Part) -> Document:
    return {
        "roll": dict(part.roll),
        "taking_part": dict(part.taking_part),
        "tallies": {measure: _of_tally(tally) for measure, tally in part.tallies.items()},
    }


def _part(found: Document) -> Part:
    return Part(
        roll={Measure(m): weight for m, weight in found["roll"].items()},
        taking_part={Measure(m): weight for m, weight in found["taking_part"].items()},
        tallies={Measure(m): _tally(tally) for m, tally in found["tallies"].items()},
    )


def _of_tally(tally: Tally) -> Document:
    figures = [[list(figure), str(n)] for figure, n in tally.figures.items()]
    return {"cast": tally.cast, "blank": tally.blank, "figures": figures}


def _tally(found: Document) -> Tally:
    figures = {tuple(figure): _number(n) for figure, n in found["figures"]}
    return Tally(found["cast"], found["blank"], figures)


def _number(words: str) -> Number:
    exact = Fraction(words)
    return exact.numerator if exact.denominator == 1 else exact


WRITERS: Mapping[str, Callable[[Any], Document]] = {
    "paper": of_paper,
    "rule": of_rule,
    "scope": of_scope,
}
