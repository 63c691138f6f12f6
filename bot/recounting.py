"""What `linli ballots recount` does: counts a box a second time, and says whether it agrees."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import click

from bot import unsealed
from bot.commands import say
from bot.exits import FAILED, OK
from bot.opening import NotOpened, on_either, opened
from bot.speech import bilingual
from governance.recount import Recounted, ended, ordered, reaches, recount
from storage.boxes import Box, box
from storage.loose import Loose, loose

ADVISORY = frozenset({"survey", "evaluation"})  # whatever comes out, it is only counted
UNORDERED = frozenset({"schulze", "evaluation"})
Figures = Mapping[tuple[str, ...], int | Fraction]


@dataclass(frozen=True, slots=True)
class Counted:
    """One row of a result: all voters, or those of one class, by one measure."""

    roll: int
    there: int
    found: Recounted


@on_either
def run(number: int, words: str | None = None) -> int:
    """Count the ballot of this number again; 1 where the published result says otherwise.

    `words` are those of a file in which somebody kept what was posted of a secret ballot.
    """
    try:
        with opened() as house, house.begin() as connection:
            found = box(connection, house.number, number)
            secret = found is not None and found.secret
            lists = loose(connection, house.number, number) if secret else None
    except NotOpened as reason:
        return say(str(reason))
    if found is None or found.published is None:
        return say(bilingual("recount-none", number=number))
    seen = None if words is None else unsealed.posted(words)
    differing = differences(found)
    if lists is not None:
        differing += unsealed.differences(lists, found.published, seen)
    for place in differing:
        click.echo(bilingual("recount-differs", place=place))
    if differing:
        return say(bilingual("recount-wrong", number=number, count=len(differing)), FAILED)
    votes, roll = len(found.marks), len(found.heads)
    click.echo(bilingual("recount-same", number=number, votes=votes, roll=roll))
    if lists is not None:
        _secretly(lists, seen)
    return OK


def _secretly(lists: Loose, seen: unsealed.Posted | None) -> None:
    """Say what was found in a secret box, and what its lists cannot prove."""
    reckoned = unsealed.digest(lists.marks, lists.slips)
    papers = len(lists.marks) - len(lists.slips)
    known = {"slips": len(lists.slips), "papers": papers, "handed": lists.handed}
    click.echo(bilingual("recount-box", **known, digest=reckoned))
    if seen is not None:
        click.echo(bilingual("recount-posted", slips=len(lists.slips)))
    click.echo(bilingual("recount-unproven"))
    for what in unsealed.unproven(lists, seen):
        click.echo(bilingual(f"recount-unproven-{what}"))


def differences(lying: Box) -> list[str]:
    """Return where a second count finds otherwise than was published."""
    published: Mapping[str, Any] = lying.published or {}
    found = ["strangers"] if lying.marks.keys() - lying.heads.keys() else []
    whole = {m: _counted(lying, m, None) for m in published["whole"]["tallies"]}
    found += _parts(published["whole"], whole, "whole")
    classes = {} if lying.secret else published["classes"]
    if not lying.secret and classes.keys() != set(lying.classes.values()):
        found.append("classes")
    for name, part in classes.items():
        rows = {m: _counted(lying, m, name) for m in part["tallies"]}
        found += _parts(part, rows, name)
    return found + _standing(lying, published, whole["heads"].found) + _verdict(lying, published)


def _standing(lying: Box, published: Mapping[str, Any], heads: Recounted) -> list[str]:
    """Return what stands otherwise of the order, of what is chosen, and of how many were entered.

    The order of a method that compares options by pairs is not its figures, and is not counted.
    """
    same = {
        "chosen": frozenset(published["chosen"]) == heads.chosen,
        "tied": frozenset(published["tied"]) == heads.tied,
        "entered": published["entered"] == lying.entered,
    }
    if lying.method not in UNORDERED:
        sides = [o for o in lying.paper["options"] if lying.method != "motion" or o != "abstain"]
        order = [frozenset(level) for level in published["order"]]
        same["order"] = order == ordered(heads.figures, sides)
    return [place for place, agrees in same.items() if not agrees]


def _verdict(lying: Box, published: Mapping[str, Any]) -> list[str]:
    if lying.secret and lying.rule["classes"]:  # whose mark is of which class, nobody knows
        return []
    found = _counted(lying, "heads", None).found
    ours = ended(lying.method, found, quorate=_quorate(lying), agreed=_agreed(lying, found.chosen))
    ours = "counted" if lying.instrument in ADVISORY else ours
    return [] if published["verdict"] == ours else ["verdict"]


def _counted(lying: Box, measure: str, name: str | None) -> Counted:
    weights = lying.heads if measure == "heads" else lying.area
    those = [u for u in weights if name in {None, lying.classes[u]}]
    there = [u for u in those if u in lying.marks]
    paper = lying.paper
    counted = recount(
        lying.method,
        [(lying.marks[u], weights[u]) for u in there],
        paper["options"],
        paper["costs"],
        paper["budget"],
    )
    return Counted(sum(weights[u] for u in those), sum(weights[u] for u in there), counted)


def _parts(published: Mapping[str, Any], ours: Mapping[str, Counted], name: str) -> list[str]:
    found = []
    for measure, counted in ours.items():
        tally = published["tallies"][measure]
        same = {
            "roll": published["roll"][measure] == counted.roll,
            "turnout": published["taking_part"][measure] == tally["cast"] == counted.there,
            "figures": _figures(tally) == _nonzero(counted.found.figures),
        }
        found += [f"{name}: {measure}: {what}" for what, agrees in same.items() if not agrees]
    return found


def _figures(tally: Mapping[str, Any]) -> Figures:
    """Return figures as they were written: names, and a number or a fraction as text."""
    return _nonzero({tuple(names): Fraction(value) for names, value in tally["figures"]})


def _nonzero(figures: Figures) -> Figures:
    return {key: Fraction(value) for key, value in figures.items() if value}


def _demands(lying: Box) -> list[tuple[Mapping[str, Any], str | None]]:
    """Return what is demanded of all together and of each class that stands on the roll."""
    there = frozenset(lying.classes.values())
    named = [(d, c) for c, d in lying.rule["classes"].items() if c in there]
    return [(lying.rule["whole"], None), *named]


def _quorate(lying: Box) -> bool:
    """Whether enough took part, by the words of the rule and by our own sums."""
    return all(
        _enough(words, counted.there, counted.roll)
        for demand, name in _demands(lying)
        for measure, words in demand["turnout"].items()
        for counted in (_counted(lying, measure, name),)
    )


def _agreed(lying: Box, chosen: frozenset[str]) -> bool:
    """Whether enough agree to what is chosen, of those taking part or of the roll, as ruled."""
    return all(
        _enough(
            words,
            int(sum(counted.found.figures.get((option,), 0) for option in chosen)),
            counted.roll if demand["base"] == "roll" else counted.there,
        )
        for demand, name in _demands(lying)
        for measure, words in demand["assent"].items()
        for counted in (_counted(lying, measure, name),)
    )


def _enough(words: str, part: int, whole: int) -> bool:
    reach, share = words.rsplit(" ", 1)
    numerator, denominator = map(int, share.split("/"))
    return reaches(part, whole, (numerator, denominator), inclusive=reach == "at least")
