"""Worked examples that others have published, figure by figure."""

from governance.ballots.base import Paper, count
from governance.ballots.methods import METHODS
from governance.ballots.schulze import strengths


def ranked(*votes):
    """Return a box from lines such as (45, "ABC"): so many put A before B before C."""
    return [({o: n for n, o in enumerate(order, 1)}, many) for many, order in votes]


def square(text):
    """Return the figures of a printed matrix, the diagonal left empty."""
    rows = [line.split() for line in text.strip().splitlines()]
    heads = rows[0]
    return {
        (row[0], head): int(cell)
        for row in rows[1:]
        for head, cell in zip(heads, row[1:], strict=True)
        if cell != "."
    }


# M. Schulze's Example 1 of 45 voters and 5 candidates: "Schulze method examples" on his page in
# Wikipedia, and "Schulze method" there; the method is that of Social Choice and Welfare 36 (2011).
FORTY_FIVE = ranked(
    (5, "ACBED"), (5, "ADECB"), (8, "BEDAC"), (3, "CABED"),
    (7, "CAEBD"), (2, "CBADE"), (7, "DCEBA"), (8, "EBADC"),
)  # fmt: skip
DEFEATS = """
    A  B  C  D  E
A   .  20 26 30 22
B   25 .  16 33 18
C   19 29 .  17 24
D   15 12 28 .  14
E   23 27 21 31 .
"""
PATHS = """
    A  B  C  D  E
A   .  28 28 30 24
B   25 .  28 33 24
C   25 29 .  29 24
D   25 28 28 .  24
E   25 28 28 31 .
"""


def test_schulze_on_his_own_example():
    paper = Paper(options=tuple("ABCDE"))
    tally = count(METHODS["schulze"], FORTY_FIVE, paper)
    stood = METHODS["schulze"].stand(tally, paper)

    assert tally.figures == square(DEFEATS)
    assert strengths(tally, paper.options) == square(PATHS)
    assert stood.order == (("E",), ("A",), ("C",), ("B",), ("D",))
    assert stood.chosen == ("E",)


# the capital of Tennessee, the example of "Borda count" in Wikipedia: 100 voters, four cities
CITIES = ("Memphis", "Nashville", "Chattanooga", "Knoxville")
M, N, C, K = CITIES
TENNESSEE = ranked((42, (M, N, C, K)), (26, (N, C, K, M)), (15, (C, K, N, M)), (17, (K, C, N, M)))


def test_borda_on_the_capital_of_tennessee():
    paper = Paper(options=CITIES)
    tally = count(METHODS["borda"], TENNESSEE, paper)
    stood = METHODS["borda"].stand(tally, paper)

    assert tally.figures == {(M,): 126, (N,): 194, (C,): 173, (K,): 107}
    assert stood.order == ((N,), (C,), (M,), (K,))
    assert stood.chosen == (N,)


def test_schulze_on_the_capital_of_tennessee():
    """Nashville beats each of the others, so every Condorcet method chooses it."""
    paper = Paper(options=CITIES)
    tally = count(METHODS["schulze"], TENNESSEE, paper)

    assert [tally.of(N, other) for other in (M, C, K)] == [58, 68, 68]
    assert METHODS["schulze"].stand(tally, paper).order == ((N,), (C,), (K,), (M,))
