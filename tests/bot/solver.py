"""A solver that knows the voters: each way to join what was seized is tried, and is told apart.

A strategy yields every answer that it can think of: what voters marked, all of them or only some.
An answer is a find where it is right more often than chance is, had the marks been dealt anew:
so seldom that it stands out of all the answers that were tried. The solver also takes those that
agree best with what its accomplices say that they voted, as it has no other way to know, and is
held to them: of the others they must not name almost all.
"""

import random
import re
from collections import Counter, defaultdict
from functools import cache
from math import comb

from governance.ballots.envelope import halves
from tests.bot import remnants
from tests.bot.booth import OPTIONS
from tests.bot.seized import marked

LUCKY = 25  # of 26, of whom 13 voted so: guessed less than once in a million times
SELDOM = 1e-6  # that any of the answers that were tried names so many rightly by chance
# Named and none wrongly. Chance is no matter here: where nothing leaks every answer that is tried
# names everybody or nobody, so that whatever names only some was told whom it names.
FEW = 12
OWNED = 10  # slips of 26: put to their owners by chance once in ten million times
SHIFTS = 8  # rows of the same kind that may stand before those of the votes
SEEDS = range(300)  # what a careless shuffle is begun with, beside every number that was seized


def arranged(rows, what):
    """Yield what is in rows by each order in which they can be put: their place, each column."""
    for column in sorted(rows[0], key=str):
        kinds = {type(row[column]) for row in rows}
        if len(kinds) == 1 and not kinds & {dict, type(None)}:
            yield [what(row) for row in sorted(rows, key=lambda row: row[column])]


def both_ways(order, values):
    yield dict(zip(order, values, strict=False))
    yield dict(zip(order, reversed(values), strict=False))


def places(dump, known):
    """Yield answers by where the marks lie: in the order of the votes, of the roll, of a time."""
    for marks in arranged(dump.tables["box_marks"], marked):
        for order in known.orders:
            yield from both_ways(order, marks)


def seeds(dump, known):
    """Yield answers by a shuffle whose seed can be found out."""
    values = [v for rows in dump.tables.values() for row in rows for v in row.values()]
    marks = [marked(row) for row in dump.tables["box_marks"]]
    for seed in sorted({*SEEDS, *(v for v in values if type(v) is int)}):
        drawn = list(range(len(marks)))
        random.Random(seed).shuffle(drawn)
        for order in known.orders:
            yield {order[n]: mark for n, mark in zip(drawn, marks, strict=True)}


def paired(dump, known):
    """Yield answers by the mark beside the slip that each voter was asked for."""
    whose = {slip: voter for voter, slip in known.slips.items()}
    for slips in arranged(dump.tables["box_slips"], lambda row: row["slip"]):
        for marks in arranged(dump.tables["box_marks"], marked):
            yield from both_ways([whose[slip] for slip in slips], marks)


def linked(dump, known):
    """Yield answers by any property of the rows that name a voter: a value, a time, a length."""
    named = names(dump, known)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, named))})(?!\w)")
    for rows in dump.tables.values():
        found = defaultdict(list)
        for row in rows:
            voters = {named[name] for name in pattern.findall(str(row))}
            for voter in voters if len(voters) == 1 else ():
                found[voter].append(figures(row))
        for one in (0, -1):
            picked = {voter: each[one] for voter, each in found.items()}
            yield from by_figures(picked, known)
            yield from by_two(picked)


def names(dump, known):
    """Return by which words somebody can be meant: account, unit, pseudonym, slip."""
    alias = {row["id"]: row["pseudonym"] for row in dump.tables["people"]}
    ways = ({v: str(v) for v in known.units}, known.units, alias, known.slips)
    return {way[voter]: voter for way in ways for voter in known.units if way.get(voter)}


def in_step(dump, known):
    """Yield answers by rows that name nobody, as many as there were votes: one came of each."""
    for rows in dump.tables.values():
        for group in groups(rows):
            for order in {known.presses, tuple(known.orders[0]), tuple(known.orders[1])}:
                for first in range(min(SHIFTS, len(group) - len(order) + 1)):
                    some = grown(group[first : first + len(order)])
                    yield from by_figures(dict(zip(order, some, strict=True)), known)


def groups(rows):
    """Yield the rows of a table, and those of them that have a word in common."""
    alike = defaultdict(list)
    for n, row in enumerate(rows):
        alike[None].append(n)
        for column, value in row.items():
            if isinstance(value, str):
                alike[column, value].append(n)
    for group in {tuple(numbers) for numbers in alike.values()}:
        yield [rows[n] for n in group]


def grown(rows):
    """Return the figures of rows, with by how much each grew from the row before."""
    found, before = [], {}
    for row in rows:
        now = figures(row)
        more = {
            (*name, "+"): value - before.get(name, 0)
            for name, value in now.items()
            if isinstance(value, int)
        }
        found.append({**now, **more})
        before = {name: value for name, value in now.items() if isinstance(value, int)}
    return found


def figures(value, name=()):
    """Return every property of a row: each number, each word, how long each is."""
    if isinstance(value, dict):
        inner = [figures(each, (*name, key)) for key, each in value.items()]
        told = {n: each for found in inner for n, each in found.items()}
        return {**told, (*name, "length"): len(str({k: v for k, v in value.items() if k != "@"}))}
    if isinstance(value, bool | int):
        return {name: int(value), (*name, "odd"): value % 2}
    said = value.hex() if isinstance(value, bytes) else str(value)
    return {name: said, (*name, "length"): len(said)}


def by_figures(found, known):
    """Yield for each property the answer that those with the lowest of it marked the same."""
    for of in each_figure(found):
        order = sorted(known.units, key=lambda v: (str(type(of.get(v))), of.get(v, 0)))
        for low in (0, 1):
            yield {v: low if n < known.tally[low] else 1 - low for n, v in enumerate(order)}


def by_two(found):
    """Yield for each property of two values the answers that one is one mark; of nobody else."""
    for of in each_figure(found):
        two = sorted(set(of.values()), key=str)
        for low in (0, 1) if len(two) == len(OPTIONS) else ():
            yield {voter: low if value == two[0] else 1 - low for voter, value in of.items()}


def each_figure(found):
    """Yield each property: what it is of every voter who has it."""
    for name in sorted({name for each in found.values() for name in each}, key=str):
        yield {voter: each[name] for voter, each in found.items() if name in each}


def held(strategy):
    """Return a strategy whose answers are held to the truth, and to what chance would find."""

    def finds(dump, known, truth):
        every = {frozenset(each.items()): each for each in strategy(dump, known)}
        return telling(every.values(), truth) or agreeing(every.values(), known.told, truth)

    return finds


def telling(answers, truth):
    """Say whether an answer names more rightly than chance does, among so many that were tried."""
    return any(
        chance(each, truth) * len(answers) < SELDOM or faultless(each, truth) for each in answers
    )


def faultless(answer, truth):
    """Say whether an answer names some of the voters, and none of them wrongly."""
    return FEW <= len(answer) < len(truth) and _right(answer, truth) == len(answer)


def chance(answer, truth):
    """Return how likely so many are right had the marks been dealt anew among all voters."""
    said, marks = Counter(answer.values()), Counter(truth.values())
    return dealt(said[0], said[1], marks[0], marks[1], _right(answer, truth))


@cache
def dealt(low, high, lows, highs, right):
    """Return how likely of those of whom low and high are said at least so many are right."""
    rest = lows + highs - low - high
    ways = (
        comb(low, hit) * comb(high, missed) * comb(rest, lows - hit - missed)
        for hit in range(low + 1)
        for missed in range(high + 1)
        if hit + missed <= lows and hit + high - missed >= right
    )
    return sum(ways) / comb(lows + highs, lows)


def agreeing(answers, told, truth):
    """Say whether an answer that agrees best with the accomplices names almost all others."""
    most = max((_right(each, told) for each in answers), default=0)
    best = [each for each in answers if _right(each, told) == most]
    others = {voter: mark for voter, mark in truth.items() if voter not in told}
    return max((_right(each, others) for each in best), default=0) >= LUCKY


def certain(strategy):
    """Return a strategy whose every answer is a find: what it names fits by no chance."""
    return lambda dump, known, _truth: any(strategy(dump, known))


def _right(answer, some):
    return sum(answer.get(voter) == each for voter, each in some.items())


def owners(dump, known, _truth):
    """Say whether the places of the slips tell whose they are, though only some were asked."""
    asked = {v: slip for v, slip in known.slips.items() if v in known.told}
    rest = {v: slip for v, slip in known.slips.items() if v not in known.told}
    answers = [
        answer
        for slips in arranged(dump.tables["box_slips"], lambda row: row["slip"])
        for order in known.orders
        for answer in both_ways(order, slips)
    ]
    return _right(max(answers, key=lambda each: _right(each, asked)), rest) >= OWNED


STRATEGIES = {
    "places": held(places),
    "seeds": held(seeds),
    "paired": held(paired),
    "linked": held(linked),
    "in step": held(in_step),
    "beside": held(remnants.beside),
    "remnants": held(remnants.remnants),
    "digests": certain(remnants.digests),
    "keys": certain(remnants.keys),
    "owners": owners,
}


def solved(lived, strategies=tuple(STRATEGIES)):
    """Return by which of the strategies more is found than a guess from the tally finds."""
    return [name for name in strategies if STRATEGIES[name](lived.dump, lived.known, lived.truth)]


def left(lived):
    """Return what is left lying that nobody should find, whether it can be put to use or not."""
    dump, slips, found = lived.dump, lived.known.slips.values(), []
    if any(slip in dump.words("box_slips") or halves(slip) in dump.words() for slip in slips):
        found.append("a slip stands elsewhere")
    after = [body for name, body in dump.after.items() if not name.startswith("pg_wal/")]
    if any(each in body for each in dump.envelopes.values() for body in after):
        found.append("an envelope is left in a file")
    if any(key in body for key in lived.keys for body in dump.files.values()):
        found.append("a key is left in a file")
    return found


def tally(dump):
    return Counter(OPTIONS[marked(row)] for row in dump.tables["box_marks"])
