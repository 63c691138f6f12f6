"""What readers make of an edition is counted as it is; each line has its answers (G11, G17)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from governance.dialogues import Dialogue, DialogueKind
from governance.disclosures import asking, lines, readers
from governance.disclosures.contents import (
    Beneficiaries,
    Contract,
    Fact,
    Group,
    Large,
    Month,
    Register,
    Report,
    Year,
)
from governance.disclosures.ledger import Line, Side
from governance.disclosures.readers import Question, Understood
from governance.programme import Disclosing

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
DAY = date(2026, 3, 5)
YES, NO = Understood.YES, Understood.NO
OPEN = Question(edition=1, line=7, person=5001, at=AT, due=AT + timedelta(days=7), text="为什么")


def done(days, answer="含人工", **more):
    return readers.answered(replace(OPEN, **more), answer, "chen", AT + timedelta(days=days))


def test_each_line_has_every_answer_once_and_those_who_wait_have_none():
    asked = [done(1, id=1), done(1, id=2), done(3, "一共五盏", id=3), done(1, line=2), OPEN]

    assert readers.beneath(asked) == {2: ("含人工",), 7: ("含人工", "一共五盏")}
    assert list(readers.beneath(asked)) == [2, 7]


@pytest.mark.parametrize(
    ("said", "low"),
    [({YES: 3, NO: 2}, False), ({YES: 2, NO: 3}, True), ({NO: 4}, False), ({NO: 5}, True)],
)
def test_few_is_less_than_three_of_five_of_enough_who_answered(said, low):
    assert readers.unplain(said, Disclosing()) is low


def test_how_few_and_of_how_many_is_the_communitys_own():
    said = {YES: 2, NO: 1}

    assert readers.unplain(said, Disclosing(enough=3, plain=Fraction(3, 4)))
    assert not readers.unplain(said, Disclosing(enough=4, plain=Fraction(3, 4)))
    assert not readers.unplain(said, Disclosing(enough=3, plain=Fraction(2, 3)))


def test_a_month_counts_those_who_said_nothing_and_what_is_late():
    asked = [done(7), done(8), OPEN, replace(OPEN, due=AT)]
    found = readers.rates([{YES: 2}, {YES: 1, NO: 4}], 4, asked, AT + timedelta(days=2))

    assert (found.editions, found.yes, found.no, found.silent) == (2, 3, 4, 2)
    assert (found.asked, found.in_time, found.late, found.open) == (4, 1, 2, 1)


CONTENTS = {
    "large": Large(lines=(Line(number=4, side=Side.EXPENSE, on=DAY, what="换灯", amount=1),)),
    "year": Year(
        opening=0,
        sums={},
        closing=0,
        months=(Month(number=4, start=date(2026, 4, 1), income=0, expense=0),),
    ),
    "report": Report(headline="津贴", facts=(Fact(number=4, name="how", text="到居委会"),)),
    "beneficiaries": Beneficiaries(
        groups=(Group(number=4, name="低保", people=1, standard=1, total=1),),
        look_up="窗口",
        object="吴老",
    ),
    "register": Register(
        contracts=(
            Contract(
                number=4, asset="铺面", holder="x", contract="x", start=DAY, end=DAY, price=1
            ),
        )
    ),
}
CALLED = {
    "large": "换灯",
    "year": "2026-04",
    "report": "到居委会",
    "beneficiaries": "低保",
    "register": "铺面",
}


@pytest.mark.parametrize("kind", sorted(CONTENTS))
def test_every_content_has_lines_to_ask_about(kind):
    assert lines.lines(CONTENTS[kind]) == {4: CALLED[kind]}


def test_a_line_that_is_not_offered_cannot_be_tapped():
    kind, data = DialogueKind.ASK_LINE, {"lines": "1,2,0"}
    talk = Dialogue(token="t", kind=kind, person=1, chat=1, expires=AT, data=data)

    assert asking.ASK.offers(None, talk, "line", "2")
    assert not asking.ASK.offers(None, talk, "line", "3")
