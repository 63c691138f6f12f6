"""What is written of a content is read as it was, to the last fen."""

import json
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.disclosures import contents
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
from governance.disclosures.ledger import Ledger, Line, Side
from governance.disclosures.periods import Period
from governance.disclosures.programme import Template
from governance.resolutions.states import Stage

MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))
WHOLE = st.integers(-(10**15), 10**15)
TEXT = st.text(max_size=12)
DAYS = st.dates()


def built(kind, **fields):
    return st.builds(kind, **fields)


def several(each):
    return st.lists(each, max_size=3).map(tuple)


SAID = st.dictionaries(st.sampled_from(Side), TEXT)
SUMS = st.fixed_dictionaries(dict.fromkeys(Side, WHOLE))
LINES = built(
    Line, number=WHOLE, side=st.sampled_from(Side), on=DAYS, what=TEXT, amount=WHOLE, receipt=TEXT,
    payee=TEXT, basis=TEXT, resolution=WHOLE,
)  # fmt: skip
MONTHS = built(Month, number=WHOLE, start=DAYS, income=WHOLE, expense=WHOLE)
CONTRACTS = built(
    Contract, number=WHOLE, asset=TEXT, holder=TEXT, contract=TEXT, start=DAYS, end=DAYS,
    price=WHOLE, paid_until=st.none() | DAYS,
)  # fmt: skip
REPORTS = built(
    Report, headline=TEXT, facts=several(built(Fact, number=WHOLE, name=TEXT, text=TEXT)),
    subject=TEXT, stage=st.none() | st.sampled_from(Stage), resolution=WHOLE, clause=WHOLE,
    budget=WHOLE, paid=WHOLE, photo=TEXT,
)  # fmt: skip
GROUPS = built(Group, number=WHOLE, name=TEXT, people=WHOLE, standard=WHOLE, total=WHOLE)
CONTENTS = {
    Template.LEDGER: built(
        Ledger, period=st.just(MARCH), opening=WHOLE, lines=several(LINES), closing=WHOLE,
        explained=SAID,
    ),
    Template.USE: built(
        Ledger, period=st.just(MARCH), opening=WHOLE, lines=several(LINES), closing=WHOLE,
        explained=SAID,
    ),
    Template.LARGE: built(Large, lines=several(LINES)),
    Template.TOTALS: built(
        Year, opening=WHOLE, sums=SUMS, closing=WHOLE, months=several(MONTHS),
        last=st.none() | SUMS, explained=SAID,
    ),
    Template.BENEFICIARIES: built(
        Beneficiaries, groups=several(GROUPS), look_up=TEXT, object=TEXT
    ),
    Template.ASSETS: built(Register, contracts=several(CONTRACTS)),
    **dict.fromkeys(
        (Template.STAGE, Template.POLICY, Template.DUTIES, Template.TEXT), REPORTS
    ),
}  # fmt: skip


@pytest.mark.parametrize("template", sorted(Template))
@given(data=st.data())
def test_what_was_written_is_read_as_it_was(template, data):
    content = data.draw(CONTENTS[template])
    document = json.loads(json.dumps(contents.written(content)))
    assert contents.read(template, document, MARCH) == content
    assert contents.written(contents.read(template, document, MARCH)) == document


def test_a_mapping_that_cannot_be_changed_is_written_too():
    year = Year(opening=0, sums=MappingProxyType(dict.fromkeys(Side, 1)), closing=0, months=())
    assert contents.written(year)["sums"] == {"income": 1, "expense": 1}


@given(report=REPORTS)
def test_what_was_shown_in_words_is_read_though_accounts_are_asked_for_now(report):
    assert contents.read(Template.USE, contents.written(report), MARCH) == report


def test_accounts_are_read_for_a_period_alone():
    with pytest.raises(ValueError, match="of a period"):
        contents.read(Template.LEDGER, {}, None)
