"""Two maps, one after the other, tell nobody's answer: what is shown changes by five at a time."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.deliberations import steady
from governance.deliberations.charts import Chart, Grouping, chart
from governance.deliberations.opinions import ALL, SMALLEST, Answer, Leaning, cell
from governance.deliberations.steady import alike, settled
from tests.governance.deliberations.matters import AT

YES, NO, PASS = Answer.AGREE, Answer.DISAGREE, Answer.PASS
MINUTE = timedelta(minutes=1)
B3 = dict.fromkeys([f"p{n}" for n in range(30)], "b3")


class Answers:
    """What people said so far, and when; a map after another is asked for."""

    def __init__(self, groups=B3):
        self.said, self.moments, self.cells, self.now = {}, {}, {}, AT
        self.groups = groups

    def say(self, answer, *people, statement=1):
        self.now += MINUTE
        for person in people:
            self.said[f"p{person}", statement] = answer
            self.moments[f"p{person}", statement] = self.now

    def leave(self, person):
        for key in [k for k in self.said if k[0] == f"p{person}"]:
            del self.said[key]

    def map(self):
        self.now += MINUTE
        self.cells = settled(self.said, self.moments, self.groups, self.cells, self.now)
        return {spot: shown.cell.leaning for spot, shown in self.cells.items()}


def five():
    """Three of five agree: one more on their side makes it two thirds."""
    answers = Answers()
    answers.say(YES, 0, 1, 2)
    answers.say(NO, 3, 4)
    assert answers.map() == {(1, ALL): Leaning.MIXED, (1, "b3"): Leaning.MIXED}
    return answers


def test_who_answers_alone_between_two_maps_is_not_given_away():
    answers = five()
    answers.say(YES, 5)
    assert cell([*answers.said.values()]).leaning is Leaning.AGREE  # it would have shown

    assert answers.map()[1, ALL] is Leaning.MIXED


def test_nor_is_whoever_changes_an_answer_or_leaves():
    answers = five()
    answers.say(YES, 3)
    assert answers.map()[1, "b3"] is Leaning.MIXED
    answers.leave(4)
    assert set(answers.map().values()) == {Leaning.MIXED}


def test_after_five_said_something_it_is_reckoned_anew():
    answers = five()
    for person in (5, 6, 7, 3):
        answers.say(YES, person)
        assert answers.map()[1, ALL] is Leaning.MIXED
    answers.say(YES, 3)  # the same once more is one person still
    assert answers.map()[1, ALL] is Leaning.MIXED

    answers.say(YES, 8)

    assert answers.map() == {(1, ALL): Leaning.AGREE, (1, "b3"): Leaning.AGREE}


def test_five_of_all_are_not_five_of_a_group():
    groups = {f"p{n}": "b3" if n < 8 else "b4" for n in range(20)}
    answers = Answers(groups)
    answers.say(YES, 0, 1, 2, 8, 9, 10)
    answers.say(NO, 3, 4, 11, 12)
    answers.map()
    answers.say(YES, 5, 13, 14, 15, 16)

    told = answers.map()

    assert told[1, ALL] is Leaning.AGREE
    assert (told[1, "b3"], told[1, "b4"]) == (Leaning.MIXED, Leaning.MIXED)


def test_what_is_of_fewer_than_five_is_not_written_down():
    answers = Answers()
    answers.say(YES, 0, 1, 2, 3)

    assert answers.map() == {}


def fresh(answers, spot):
    """Return how many of a cell said something since it was reckoned."""
    number, whose = spot
    since = answers.cells[spot].at
    return sum(
        n == number and answers.moments[p, n] > since and whose in {ALL, answers.groups.get(p)}
        for p, n in answers.said
    )


PEOPLE = st.integers(0, 9)
SAID = st.lists(st.tuples(PEOPLE, st.sampled_from(Answer)), max_size=15)
HOMES = st.dictionaries(PEOPLE.map(lambda n: f"p{n}"), st.sampled_from(["b3", "b4"]))


@given(st.lists(SAID, min_size=1, max_size=3), st.lists(PEOPLE, max_size=4), HOMES, st.data())
def test_whatever_fewer_than_five_say_the_next_map_says_the_same(rounds, few, homes, data):
    told = []
    for _ in range(2):  # two worlds, in which they say other things
        answers = Answers(homes)
        for said in rounds:
            for person, answer in said:
                answers.say(answer, person)
            shown = answers.map()
        for person in few:
            answers.say(data.draw(st.sampled_from(Answer)), person)
        still = [spot for spot in shown if fresh(answers, spot) < SMALLEST]
        after = answers.map()
        assert all(after[spot] == shown[spot] for spot in still)
        told.append({spot: after[spot] for spot in still})
    assert told[0] == told[1]


def test_what_stands_is_what_the_map_says():
    answers = five()
    answers.say(YES, 5)
    answers.map()
    standing = {spot: known.cell for spot, known in answers.cells.items()}

    fresh = chart(answers.said, B3, Grouping.BUILDING)
    assert fresh.together == {1: Leaning.AGREE}
    answers.say(YES, 0, 1, statement=2)
    told = chart(answers.said, B3, Grouping.BUILDING, standing)
    assert (told.together, told.thin) == ({}, 1)


# ── by like views ──

TOLD = Chart(
    by=Grouping.VIEWS,
    people=40,
    shared={1: Leaning.AGREE},
    divided={2: {"A": Leaning.AGREE, "B": Leaning.DISAGREE}},
    together={3: Leaning.AGREE},
    typical={"A": {1: Leaning.AGREE, 2: Leaning.AGREE, 3: Leaning.AGREE}},
)


def camps(*statements):
    answers = Answers({})
    for statement in statements:
        answers.say(YES, *range(30), statement=statement)
    return answers


def seen(answers, told=TOLD):
    answers.now += MINUTE
    shown, answers.cells = alike(told, answers.said, answers.moments, answers.cells, answers.now)
    return shown


def test_a_statement_that_few_answered_since_is_told_of_all_together_alone():
    answers = camps(1, 2, 3)
    assert seen(answers) == TOLD
    assert seen(answers) == TOLD  # nobody said anything since
    answers.say(NO, 0, statement=2)

    told = seen(answers)

    assert (told.shared, told.divided) == (TOLD.shared, {})
    assert told.together == {3: Leaning.AGREE, 2: Leaning.AGREE}
    assert told.typical == {"A": {1: Leaning.AGREE, 3: Leaning.AGREE}}


def test_with_five_it_stands_on_the_map_again():
    answers = camps(1, 2, 3)
    seen(answers)
    for person in range(4):
        answers.say(NO, person, statement=2)
        assert seen(answers).divided == {}
    answers.say(NO, 4, statement=2)

    assert seen(answers) == TOLD


def test_what_all_together_are_of_two_minds_about_is_not_told_meanwhile():
    answers = camps(1, 3)
    answers.say(YES, *range(15), statement=2)
    answers.say(NO, *range(15, 30), statement=2)
    seen(answers)
    answers.say(YES, 20, statement=2)

    assert 2 not in seen(answers).together


@pytest.mark.parametrize("people", [3, 30])
def test_a_statement_that_is_new_stands_there_once_five_answered_it(people):
    answers = camps(1)
    seen(answers)
    answers.say(YES, *range(people), statement=2)

    told = seen(answers, replace(TOLD, shared={1: Leaning.AGREE, 2: Leaning.AGREE}))

    assert 2 in told.shared  # whether it may be told at all the reckoning has decided
    assert ((2, steady.group(Grouping.VIEWS, ALL)) in answers.cells) is (people >= SMALLEST)
