"""Accounts are told in six lines at most, whatever there is to say of them (G08)."""

import json
import re
from dataclasses import replace

import pytest

from governance.disclosures.contents import Year
from governance.disclosures.ledger import Side
from governance.papers import Format, Paper
from governance.programme import Template
from handlers.sheets import editions
from handlers.sheets.editions.telling import Told
from handlers.sheets.printing import Print
from tests.services.ballots.booth import households
from tests.services.disclosures.accounts import (
    APRIL,
    ITEM,
    LIBRARY,
    april,
    drafted,
    owes,
    published,
)
from tests.services.disclosures.questions import ask
from tests.services.town import LI

WHY = {Side.INCOME: "车位费晚交了一个月", Side.EXPENSE: "换了三个楼的水泵"}
YEAR = Year(
    opening=10_000,
    closing=30_000,
    sums={Side.INCOME: 50_000, Side.EXPENSE: 30_000},
    last={Side.INCOME: 10_000, Side.EXPENSE: 10_000},
    months=(),
    explained=WHY,
)
LEDGER = replace(april(), explained=WHY)


def message(town, content, language="zh-CN", period=APRIL):
    """Return the short lines of what is told of a draft."""
    owes(town, template=Template.TOTALS if isinstance(content, Year) else Template.LEDGER)
    edition = drafted(town, content, period=period)
    how = {"sheet": "edition", "format": Format.TEXT, "language": language}
    paper = Paper(key="k", name="n", facts={"edition": edition.id}, at=town.now, **how)
    with town.work(0) as work:
        given = Print(paper=paper, shelf=work, texts=LIBRARY.speak(language, work.community))
        said = json.loads(editions.text(given))[language]
    return [line for line in said.splitlines() if line.startswith("· ")]


@pytest.fixture
def asked(town):
    """A town with a roster, in which nobody answered a question about what was shown before."""
    households(town)
    published(town)
    ask(town, LI)
    return town


@pytest.mark.parametrize("content", [LEDGER, YEAR], ids=["ledger", "year"])
@pytest.mark.parametrize(
    ("language", "joined", "why"),
    [
        ("zh-CN", r"现在还有 .+ 元）；平均每户花了 .+ 元", "换了三个楼的水泵"),
        ("en", r".+ yuan are left .+; .+ yuan were spent for each household", "水泵"),
    ],
)
def test_with_all_there_is_to_say_the_two_that_weigh_least_are_one(
    asked, content, language, joined, why
):
    lines = message(asked, content, language)

    assert len(lines) == 6
    assert re.search(joined, lines[2])
    assert "车位费晚交了一个月" in lines[3]
    assert why in lines[4]
    assert "1" in lines[5]


@pytest.mark.parametrize("content", [LEDGER, YEAR], ids=["ledger", "year"])
def test_six_lines_stand_each_for_itself(town, content):
    households(town)
    published(town)
    lines = message(town, content)

    assert len(lines) == 6
    assert lines[3].startswith("· 平均每户花了")


def test_without_households_there_is_nothing_to_join(town):
    published(town)
    ask(town, LI)
    lines = message(town, LEDGER)

    assert len(lines) == 6
    assert not any("；" in line for line in lines)


def test_a_template_that_names_no_two_keeps_its_lines(town):
    edition = drafted(town, LEDGER, period=APRIL)
    with town.work(0) as work:
        told = Told(
            shelf=work,
            texts=LIBRARY.speak("zh-CN", work.community),
            edition=edition,
            item=ITEM,
            content=LEDGER,
            lines=[*"1234567"],
        )
        assert told.short() is told
