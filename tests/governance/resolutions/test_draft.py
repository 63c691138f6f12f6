from dataclasses import replace

import pytest

from governance.refusals import NotAllowed, Refusal
from governance.resolutions import draft, prices
from governance.resolutions.states import ResolutionKind
from tests.governance.resolutions.promises import (
    CHEN,
    CLAUSE,
    COMMUNITY,
    DRAFT,
    HE,
    LI,
    LIANG,
    TODAY,
    WU,
    S,
    at,
    given,
)

NEW = replace(CLAUSE, id=2, number=0, what="验收")
PLAN = ResolutionKind.PLAN
EDITS = {
    "written": lambda r, g: draft.written(COMMUNITY, r, g, PLAN, "新的文字"),
    "promised": lambda r, g: draft.promised(COMMUNITY, r, g, NEW),
    "dropped": lambda r, g: draft.dropped(COMMUNITY, r, g, 1),
}
edits = pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())


def test_the_committee_writes_and_promises():
    with_two = EDITS["promised"](DRAFT, given(HE))

    assert [c.number for c in with_two.clauses] == [1, 2]
    assert draft.dropped(COMMUNITY, with_two, given(), 2) == DRAFT
    other = draft.written(COMMUNITY, DRAFT, given(), PLAN, "新的文字")
    assert (other.kind, other.text) == (PLAN, "新的文字")


def test_the_first_promise_has_the_first_number():
    bare = replace(DRAFT, clauses=())

    assert draft.promised(COMMUNITY, bare, given(), NEW).clauses[0].number == 1


@edits
def test_who_changes_a_draft_takes_it_back_from_supervision(edit):
    assert not edit(replace(DRAFT, submitted=True), given()).submitted


@edits
@pytest.mark.parametrize("by", [LI, WU, LIANG])
def test_nobody_else_writes_a_word(edit, by):
    with pytest.raises(NotAllowed):
        edit(DRAFT, given(by, resident=True))


@edits
@pytest.mark.parametrize("status", sorted(frozenset(S) - {S.DRAFTED}))
def test_what_was_checked_is_not_changed(edit, status):
    with pytest.raises(NotAllowed):
        edit(at(status), given())


def test_what_lacks_something_is_refused():
    with pytest.raises(Refusal, match="refusal-resolution-incomplete"):
        draft.written(COMMUNITY, DRAFT, given(), PLAN, "")
    with pytest.raises(Refusal, match="refusal-resolution-date"):
        draft.promised(COMMUNITY, DRAFT, given(), replace(NEW, finish_by=TODAY))


def test_a_promise_that_is_being_carried_out_cannot_be_dropped():
    running = replace(DRAFT, clauses=(replace(CLAUSE, case=7),))

    for resolution, clause in ((running, 1), (DRAFT, 9)):
        with pytest.raises(NotAllowed):
            draft.dropped(COMMUNITY, resolution, given(CHEN), clause)


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("0", 0),
        ("1200", 120_000),
        ("1,200.5", 120_050),
        ("¥1200.05元", 120_005),
        ("￥ 3，000 元", 300_000),
        ("12 yuan", 1_200),
    ],
)
def test_money_is_read_to_the_fen(text, fen):
    assert prices.fen(text) == fen


@pytest.mark.parametrize(
    "text", ["", "不多", "-5", "1.2万", "1.234", "1e5", "两百", "9" * 16, "1.元"]
)
def test_what_is_no_sum_is_refused(text):
    with pytest.raises(Refusal, match="refusal-resolution-money"):
        prices.fen(text)
