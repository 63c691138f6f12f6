"""A project costs what its menu said, however many promises it is written in, until it is public.

What the menu chose may change after a promise was written: a ballot is counted anew or voided.
"""

from dataclasses import replace

import pytest

from governance.deliberations.states import TopicStatus
from governance.refusals import Refusal
from governance.resolutions import prices
from governance.resolutions.states import ResolutionKind
from tests.governance.resolutions.promises import (
    CHEN,
    CLAUSE,
    DRAFT,
    WU,
    A,
    S,
    at,
    refused,
    step,
)

MENU = {"凉亭": 500_000, "凉亭改造": 900_000, "Bench": 60_000}


def clauses(*promises):
    return [replace(CLAUSE, what=what, money=yuan * prices.FEN) for what, yuan in promises]


@pytest.mark.parametrize(
    "promises",
    [
        [("凉亭", 5000), ("凉亭改造", 9000), ("bench ", 600)],
        [("凉亭的地基", 2000), ("凉亭的顶", 3000)],
        [("修花坛", 99_000)],  # no project of the menu
        [],
    ],
)
def test_within_the_price_nothing_is_refused(promises):
    prices.check(clauses(*promises), MENU)
    prices.check(clauses(*promises), {})


@pytest.mark.parametrize(
    ("promises", "project", "cost"),
    [
        ([("凉亭", 5001)], "凉亭", "5001"),
        ([("凉亭", 4000), ("凉亭的顶", 2000)], "凉亭", "6000"),
        ([("凉 亭", 5001)], "凉亭", "5001"),
        ([("凉亭改造一期", 5000), ("凉亭改造二期", 5000)], "凉亭改造", "10000"),
        ([("BENCH", 601)], "Bench", "601"),
    ],
)
def test_the_promises_of_a_project_cost_no_more_together_than_its_menu_said(
    promises, project, cost
):
    with pytest.raises(Refusal, match="refusal-resolution-price") as found:
        prices.check(clauses(*promises), MENU)

    assert (found.value.facts["project"], found.value.facts["cost"]) == (project, cost)


DEAR = replace(DRAFT.clauses[0], what="凉亭", money=500_001)
STEPS = [
    (DRAFT, A.HAND_IN, CHEN, {}),
    (replace(DRAFT, submitted=True), A.CHECK, WU, {}),
    (at(S.LEGAL_CHECKED), A.PUBLISH, CHEN, {"topic": TopicStatus.RESOLVING}),
]


@pytest.mark.parametrize(("before", "action", "by", "known"), STEPS)
def test_the_price_is_looked_at_until_a_resolution_is_public(before, action, by, known):
    project = replace(before, kind=ResolutionKind.PROJECT, clauses=(DEAR,))
    menu = {"凉亭": 500_000}

    assert refused(project, action, by, winners=menu, **known) == "resolution-price"
    step(project, action, by, winners={"凉亭": 500_001}, **known)
