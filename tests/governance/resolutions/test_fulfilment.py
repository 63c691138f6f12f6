from dataclasses import replace
from datetime import date

from hypothesis import given as drawn
from hypothesis import strategies as st

from governance.resolutions import fulfilment
from governance.resolutions.fulfilment import Answers, Kept
from governance.resolutions.states import EVALUATION
from tests.governance.resolutions.promises import CLAUSE, C, Q, R

LATE, TIMELY = date(2026, 4, 2), date(2026, 4, 1)


def clause(status, settled_on=TIMELY):
    return replace(CLAUSE, status=status, settled_on=settled_on)


def test_every_promise_falls_into_one_bucket():
    every = [
        clause(C.KEPT),
        clause(C.KEPT, LATE),
        clause(C.UNCONFIRMED, LATE),
        clause(C.PARTLY),
        clause(C.BROKEN),
        clause(C.OPEN, None),
    ]

    assert fulfilment.kept(every) == Kept(
        promised=6, kept=2, late=1, partly=1, unconfirmed=1, broken=1, open=1
    )


def test_who_does_not_answer_counts_neither_for_nor_against():
    said = {(1, Q.DONE): R.YES, (2, Q.DONE): R.NO, (3, Q.DONE): R.UNSURE, (1, Q.SEEN): R.NO}
    found = fulfilment.answers([1, 2, 3, 4], said, Q.DONE)

    assert found == Answers(asked=4, yes=1, no=1, unsure=1)
    assert (found.answered, found.silent) == (3, 1)


def test_whoever_was_not_asked_is_not_counted():
    said = {(1, Q.DONE): R.YES, (9, Q.DONE): R.NO}

    assert fulfilment.answers([1], said, Q.DONE) == Answers(asked=1, yes=1, no=0, unsure=0)


def test_below_five_answers_no_figures_are_shown():
    assert not Answers(asked=40, yes=4, no=0, unsure=0).shown
    assert Answers(asked=40, yes=4, no=1, unsure=0).shown


def test_the_rate_is_of_those_who_voted_the_evaluation_of_everybody():
    said = {(1, Q.DONE): R.YES, (2, Q.DONE): R.NO, (2, Q.OPENLY): R.YES}
    found = fulfilment.fulfilment([clause(C.KEPT)], {1: True, 2: False, 3: True}, said)

    assert found.voters == Answers(asked=2, yes=1, no=0, unsure=0)
    assert found.everybody[Q.DONE] == Answers(asked=3, yes=1, no=1, unsure=0)
    assert found.everybody[Q.OPENLY].yes == 1
    assert set(found.everybody) == set(EVALUATION)
    assert found.kept.promised == 1


def test_who_looked_is_counted_as_often_as_he_is_a_person():
    said = {(1, Q.SEEN): R.YES, (2, Q.SEEN): R.NO, (2, Q.DONE): R.YES}

    assert fulfilment.seen(said) == Answers(asked=2, yes=1, no=1, unsure=0)


@drawn(
    st.lists(st.sampled_from(list(C)), max_size=12),
    st.sets(st.integers(1, 20)),
    st.dictionaries(
        st.tuples(st.integers(1, 25), st.sampled_from(list(Q))), st.sampled_from(list(R))
    ),
)
def test_the_buckets_make_up_the_whole(statuses, asked, said):
    found = fulfilment.fulfilment([clause(s) for s in statuses], dict.fromkeys(asked, True), said)
    k, v = found.kept, found.voters

    assert k.promised == k.kept + k.partly + k.unconfirmed + k.broken + k.open == len(statuses)
    assert k.late <= k.kept
    assert v.asked == v.yes + v.no + v.unsure + v.silent == len(asked)
    assert v.silent >= 0
