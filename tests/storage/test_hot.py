"""Constant statements run on the driver's cursor: the same rows and errors as by SQLAlchemy.

Every other test of this room runs its statements both ways too: see the fixture `connection`.
"""

import gc

import pytest
from sqlalchemy import Boolean, Column, Table, Text, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError, MultipleResultsFound, NoResultFound, StatementError

from storage.database import METADATA, document, key, number, writing
from storage.hot import PLANS, Found, Hot
from tests.storage.twice import Twice, outcome

THINGS = Table(
    "things",
    METADATA.__class__(),
    key(),
    number("n", unique=True),
    Column("word", Text),
    Column("good", Boolean, nullable=False, default=False),
    document("more", nullable=True),
)
PUT = insert(THINGS)
KEPT = insert(THINGS).returning(THINGS.c.id, THINGS.c.good)
ALL = select(THINGS).order_by(THINGS.c.id)
NUMBERS = select(THINGS.c.n).order_by(THINGS.c.n)
ONE = select(THINGS.c.more).where(THINGS.c.n == bindparam("wanted"))
SOME = ALL.where(THINGS.c.n.in_([1, 3]), THINGS.c.word != bindparam("word")).limit(5)
LISTED = ALL.where(THINGS.c.n.in_(bindparam("wanted", expanding=True)))
RENAME = update(THINGS).where(THINGS.c.n == bindparam("b_n")).values(word=bindparam("b_word"))


def row(n, **more):
    return {"n": n, "word": f"w{n}", "good": n % 2 == 1, "more": {"n": [n]}} | more


@pytest.fixture
def hot():
    engine = writing("sqlite://")
    THINGS.create(engine)
    connection = Twice(engine)
    with connection.begin():
        yield connection
    connection.close()


@pytest.fixture
def filled(hot):
    hot.execute(PUT, [row(n) for n in (1, 2, 3)])
    return hot


def test_rows_are_read_as_sqlalchemy_reads_them(filled):
    found = filled.execute(ALL).all()

    assert [(r.n, r.word, r.good, r.more) for r in found] == [
        (n, f"w{n}", n % 2 == 1, {"n": [n]}) for n in (1, 2, 3)
    ]
    assert found[0] == (1, 1, "w1", True, {"n": [1]})
    assert found[0]._asdict()["good"] is True


def test_every_question_about_rows_is_answered(filled):
    assert isinstance(filled.execute(NUMBERS), Found)
    assert filled.execute(NUMBERS).scalars().all() == [1, 2, 3]
    assert list(filled.execute(NUMBERS).scalars()) == [1, 2, 3]
    assert filled.execute(NUMBERS).scalars().first() == 1
    assert [r.n for r in filled.execute(NUMBERS)] == [1, 2, 3]
    assert filled.execute(NUMBERS).first() == (1,)
    assert filled.execute(NUMBERS).mappings().all() == [{"n": 1}, {"n": 2}, {"n": 3}]
    assert filled.execute(ONE, {"wanted": 2}).scalar() == {"n": [2]}
    assert filled.execute(ONE, {"wanted": 2}).scalar_one() == {"n": [2]}
    assert filled.execute(ONE, {"wanted": 2}).one() == ({"n": [2]},)
    with filled.execute(NUMBERS) as found:
        assert found.scalar_one_or_none
        found.close()


def test_nothing_found_is_none_or_an_error(filled):
    found = filled.execute(ONE, {"wanted": 9})

    assert found.first() is None
    assert found.scalar() is None
    assert found.scalar_one_or_none() is None
    assert found.scalars().first() is None
    with pytest.raises(NoResultFound):
        found.scalar_one()
    with pytest.raises(MultipleResultsFound):
        filled.execute(NUMBERS).one()


def test_what_was_written_is_counted_and_returned(filled):
    assert filled.execute(RENAME, {"b_n": 2, "b_word": "x"}).rowcount == 1
    assert filled.execute(RENAME, {"b_n": 9, "b_word": "x"}).rowcount == 0
    assert filled.execute(KEPT, row(7)).one() == (4, True)


def test_no_document_is_null_and_a_list_within_the_statement_is_kept(filled):
    filled.execute(PUT, row(4, more=None))

    assert filled.execute(ONE, {"wanted": 4}).scalar_one() is None
    assert [r.n for r in filled.execute(SOME, {"word": "w1"})] == [3]


def test_the_same_statement_with_other_parameters_is_another_plan(filled):
    filled.execute(PUT, {"n": 5, "good": True})
    filled.execute(PUT, {"good": True, "n": 6, "word": "six"})

    assert [(r.n, r.word) for r in filled.execute(ALL)][3:] == [(5, None), (6, "six")]


@pytest.mark.parametrize(
    ("statement", "given"),
    [(PUT, {"n": 8}), (LISTED, {"wanted": [1, 2]})],
    ids=["python's default", "a list given"],
)
def test_what_is_not_understood_is_sqlalchemys(filled, statement, given):
    for _ in range(2):
        PLANS.find(statement, given, filled.dialect)

    assert PLANS.find(statement, given, filled.dialect) is None
    assert not isinstance(Hot.execute(filled, statement, given), Found)


def test_a_missing_parameter_is_told_in_sqlalchemys_words(filled):
    filled.execute(ONE, {"wanted": 1})
    PLANS.find(ONE, {}, filled.dialect)

    with pytest.raises(StatementError, match="wanted"):
        Hot.execute(filled, ONE, {})


def test_a_constraint_is_an_integrity_error(filled):
    for rows in (row(1), [row(1)]):
        with pytest.raises(IntegrityError, match=r"UNIQUE constraint failed: things\.n") as told:
            filled.execute(PUT, rows)
        assert told.value.statement.startswith("INSERT INTO things")


def test_a_statement_built_for_one_call_is_never_compiled(filled):
    before = len(PLANS._known)
    for n in range(50):
        Hot.execute(filled, select(THINGS.c.n).where(THINGS.c.n == n))
    gc.collect()

    assert len(PLANS._known) <= before + 1


def test_outside_a_transaction_nothing_is_run_by_the_short_way():
    engine = writing("sqlite://")
    THINGS.create(engine)
    with engine.connect() as plain, Hot(engine) as hot:
        for _ in range(3):
            assert not isinstance(hot.execute(NUMBERS), Found)
            hot.rollback()
        assert outcome(lambda: plain.execute(NUMBERS)) == ([], 0)
    engine.dispose()
